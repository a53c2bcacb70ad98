"""Run checks over pages, then over the site, and stamp what they find.

Pure: texts come in through ``Reader``, diagnostics go out. One page costs one parse, one automaton
pass for the literals of all rules, and the checks that look at every page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from jdlint.checks import Hit
from jdlint.config.config import Config, level
from jdlint.core.diagnostic import Finding
from jdlint.core.literals import Needles
from jdlint.core.page import Page
from jdlint.engine.triggers import Looks, Sketch, shown_by, sketch
from jdlint.rules.build import build
from jdlint.rules.rule import Level, Rule

if TYPE_CHECKING:
    from jdlint.site import Site


@dataclass(frozen=True, slots=True)
class Active:
    """A rule and whether the command line leaves it on."""

    rule: Rule
    on: bool


class Found(NamedTuple):
    """A finding and the index of its rule in the plan."""

    rule: int
    finding: Finding


@dataclass(frozen=True)
class Plan:
    """Rules and configuration of a run; checks are built when a page first needs them.

    ``key`` stands for all that findings on a page depend on besides the page: two plans that differ
    have two keys. ``sketches`` are those of an earlier run with the same key, by overrides;
    ``keep`` is told of new ones.
    """

    config: Config
    rules: tuple[Active, ...]
    forced: frozenset[str] = frozenset()
    key: bytes = b""
    sketches: dict[tuple[int, ...], tuple[Sketch | None, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    keep: Callable[[Any], None] | None = field(default=None, compare=False, repr=False)
    _runners: dict[tuple[int, ...], Runner] = field(default_factory=dict, compare=False, repr=False)

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

    def build(self, index: int, overrides: Sequence[int] = ()) -> Any:
        """The check of a rule under the configuration; raises ``RuleError``."""
        rule = self.rules[index].rule
        return build(rule, self.config.settings, self.config.setting(rule.name, overrides).params)

    def is_on(self, check: str) -> bool:
        """Whether a rule with this check is on."""
        return any(
            a.rule.check == check and self.level(i) != "off" for i, a in enumerate(self.rules)
        )

    def runner(self, path: str) -> Runner:
        key = self.config.overrides_for(path) if self.config.overrides else ()
        if key not in self._runners:
            self._runners[key] = Runner(self, key)
        return self._runners[key]


class Runner:
    """The checks for pages that share their settings, each built when a page first needs it."""

    def __init__(self, plan: Plan, overrides: tuple[int, ...]) -> None:
        self.plan, self.overrides, self.settings = plan, overrides, plan.config.settings
        self.levels = [plan.level(i, overrides) for i in range(len(plan.rules))]
        self._built: dict[int, Any] = {}
        self._sketches = self._known()
        self._looks = Looks(self._sketches)
        self.site_rules = [i for i, s in enumerate(self._sketches) if s and "check_site" in s[0]]
        states = (
            i
            for i, active in enumerate(plan.rules)
            if active.rule.check == "file-state" and self._sketches[i]
        )
        self.file_rules = [(i, plan.rules[i].rule.params.get("defects", ())) for i in states]

    def _known(self) -> tuple[Sketch | None, ...]:
        plan, key = self.plan, self.overrides
        if key not in plan.sketches:
            on = [level != "off" for level in self.levels]
            plan.sketches[key] = tuple(
                sketch(self.check(i)) if on[i] else None for i in range(len(on))
            )
            if plan.keep:
                plan.keep(plan.sketches)
        return plan.sketches[key]

    def check(self, index: int) -> Any:
        """The check of a rule, by its index in the plan."""
        if index not in self._built:
            self._built[index] = self.plan.build(index, self.overrides)
        return self._built[index]

    @property
    def site_checks(self) -> list[tuple[int, Any]]:
        return [(index, self.check(index)) for index in self.site_rules]

    def across(self, shown: Set[str]) -> list[int]:
        """The indices of the rules over the site that can find something where a site shows this
        much."""
        asked = self.settings.get("grammar", {}).get("engine", "off") != "off"
        return self._looks.across({*shown, "remarks"} if asked else shown)

    @cached_property
    def _needles(self) -> tuple[Needles, list[list[tuple[int, int]]]]:
        owners: dict[str, list[tuple[int, int]]] = {}
        for index, known in enumerate(self._sketches):
            for number, literal in enumerate(known[1] if known else ()):
                owners.setdefault(literal, []).append((index, number))
        return Needles(list(owners)), list(owners.values())

    def find(self, page: Page) -> list[Found]:
        """All findings of the page's own checks."""
        found = [
            Found(i, finding)
            for i in self._looks.wanted(page)
            for finding in self.check(i).check(page)
        ]
        needles, owners = self._needles
        by_check: dict[int, list[Hit]] = {}
        for literal, start, end in needles.find(page.lower):
            for index, number in owners[literal]:
                by_check.setdefault(index, []).append(Hit(number, start, end))
        for index, hits in by_check.items():
            found.extend(
                Found(index, finding) for finding in self.check(index).check_hits(page, hits)
            )
        return found


def check_site(plan: Plan, site: Site) -> list[Found]:
    """What the checks over the site find, on all pages; overrides decide page by page whether it
    counts."""
    runner = plan.runner("")
    return [
        Found(i, finding)
        for i in runner.across(shown_by(site))
        for finding in runner.check(i).check_site(site)
    ]
