"""What a run is to find: rules, the configuration, what the command line says of them."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.config.config import Config, level
from jdlint.core.light import NamedTuple, dataclass
from jdlint.rules.rule import Level, Rule


class Active(NamedTuple):
    """A rule and whether the command line leaves it on."""

    rule: Rule
    on: bool


@dataclass(frozen=True)
class Plan:
    """Rules and configuration of a run; plain data.

    ``forced`` are the rules that ``--select`` names. ``key`` stands for all that findings on a page
    depend on besides the page: two plans that differ have two keys.
    """

    config: Config
    rules: tuple[Active, ...]
    forced: frozenset[str] = frozenset()
    key: bytes = b""

    def level(self, index: int, overrides: Sequence[int] = ()) -> Level:
        """The severity of a rule; one that ``--select`` names is on even where the configuration
        has it off."""
        active = self.rules[index]
        if not active.on:
            return "off"
        found = level(active.rule, self.config.setting(active.rule.name, overrides))
        if active.rule.group == "grammar" and self.config.settings.get("grammar", {}).get("silent"):
            found = "off"
        if found == "off" and active.rule.name in self.forced:
            return active.rule.severity if active.rule.severity != "off" else "warning"
        return found

    def with_check(self, check: str) -> list[int]:
        """The indices of the rules with a check."""
        return [i for i, active in enumerate(self.rules) if active.rule.check == check]

    def is_on(self, check: str) -> bool:
        """Whether a rule with this check is on."""
        return any(self.level(i) != "off" for i in self.with_check(check))
