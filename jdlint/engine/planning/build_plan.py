"""The plan of a run, from a project's configuration and rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jdlint import __version__
from jdlint.config.config import Config, with_settings
from jdlint.config.project import Project, load_config
from jdlint.core.light import Any
from jdlint.engine.cache import KeptMemory, TriggerCache
from jdlint.engine.checker import Checker
from jdlint.engine.planning.plan import Active, Plan
from jdlint.io.shipped import (
    code_stamp,
    digest,
)
from jdlint.rules.catalogue import all_rules, named
from jdlint.rules.rule import Rule, as_row


def build_plan(
    project: Project,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    grammar: str = "",
) -> Plan:
    """Everything that a run needs to know; ``grammar`` is an engine's name; raises ``ConfigError``
    or ``RuleError``."""
    data, root = project.data, project.root
    rules = all_rules(data, root)
    config = load_config(project, [rule.name for rule in rules])
    engine, words = grammar_settings(config, root, grammar)
    config = with_settings(config, grammar=engine, project_words=words)
    chosen = chosen_rules(rules, select, ignore)
    active = tuple(Active(rule, rule.name in chosen) for rule in rules)
    schema, resources = config.settings["schema"], config.settings["resources"]
    key = plan_key(
        data,
        rules,
        (
            sorted(chosen),
            list(select),
            engine,
            words,
            (schema, resources) if config.schema_path else schema.get("required"),
        ),
    )
    forced = frozenset(_named(rules, select))
    return Plan(config, active, forced, key)


def checker_of(plan: Plan, root: Path) -> Checker:
    """The checks of a plan, which remember between runs what triggers each of them."""
    return Checker(plan, TriggerCache(root, plan.key), KeptMemory(root, plan.key))


def grammar_settings(
    config: Config, root: Path, asked: str = ""
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The settings of the grammar engine and the project's own words.

    ``named``: somebody asked for it by name. ``grammar: off`` and ``--grammar off`` mean all
    grammar (``silent``), our own rules too; ``grammar: {engine: off}`` means the engine alone.
    """
    given = config.settings.get("grammar", {})
    settings = dict(given) if isinstance(given, Mapping) else {"engine": given}
    name = asked or settings.get("engine", "")
    silent = asked == "off" or (
        not asked and not isinstance(given, Mapping) and given in (False, "off")
    )
    settings.update(
        engine=("off" if name is False else name) or "harper", named=bool(name), silent=silent
    )
    if settings["engine"] == "off":
        return settings, ()
    from jdlint.config.own_words import read_words

    return settings, read_words(root, str(settings.get("words", "")))


def plan_key(data: Mapping[str, Any], rules: Sequence[Rule], more: Any) -> bytes:
    """What stands for a plan: all that findings depend on besides the pages, the code of a checkout
    too."""
    own = [as_row(rule) for rule in rules if not rule.shipped]
    return digest(repr((__version__, code_stamp(), data, own, more)))


def chosen_rules(
    rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]
) -> frozenset[str]:
    """The rules that ``--select`` and ``--ignore`` leave; raises ``ConfigError`` for a name that no
    rule has."""
    wanted = frozenset(_named(rules, select)) if select else frozenset(rule.name for rule in rules)
    return wanted - frozenset(_named(rules, ignore))


def _named(rules: Sequence[Rule], names: Sequence[str]) -> Iterator[str]:
    return (rule.name for name in names for rule in named(rules, name))
