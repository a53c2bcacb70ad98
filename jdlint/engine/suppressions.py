"""What comments in pages leave of the diagnostics of a run, and which of those comments are of no
use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from jdlint.core.diagnostic import Diagnostic
from jdlint.core.page import Reader
from jdlint.engine.plan import Found, Plan
from jdlint.engine.settle import settle
from jdlint.filters.suppress import Row, Silence

_UNUSED = "unused-suppressions"


def unsilenced(
    plan: Plan,
    diagnostics: Sequence[Diagnostic],
    comments: Mapping[str, Sequence[Row]],
    sources: Reader,
    mute: frozenset[str] = frozenset(),
) -> list[Diagnostic]:
    """The diagnostics that no comment silences, and a diagnostic for each comment that silences
    none.

    ``mute`` names the checks that were not asked in this run: a comment may silence what they would
    have said.
    """
    silence = Silence(comments)
    left = silence.left(diagnostics)
    rules = [index for index, active in enumerate(plan.rules) if active.rule.check == _UNUSED]
    for path in comments if rules else ():
        source, defects = sources(path)
        found = [
            Found(i, finding)
            for i in rules
            for finding in silence.unused(path, source, _judge(plan, path, mute))
        ]
        rows = settle(plan, path, found, source, sources)
        left.extend(
            silence.left(rows if not defects else [d._replace(edits=(), fix=None) for d in rows])
        )
    return left


def unasked(plan: Plan, external: bool, asides: Sequence[str]) -> frozenset[str]:
    """The checks that need an answer of the world which this run did not have; ``asides`` say where
    one failed."""
    grammar = plan.config.settings.get("grammar", {})
    silent = not isinstance(grammar, Mapping) or grammar.get("engine", "off") == "off"
    if silent or any(aside.startswith("grammar was not checked") for aside in asides):
        return frozenset(("engine-remarks",) if external else ("engine-remarks", "external-links"))
    return frozenset(() if external else ("external-links",))


def _judge(plan: Plan, path: str, mute: frozenset[str]) -> Callable[[str], bool]:
    """Whether all that a name stands for was asked of a page: nothing left out by the command line,
    something on."""
    levels = plan.runner(path).levels

    def judged(name: str) -> bool:
        if name.partition("/")[0] == "suppress":
            return False
        every = name == "all"
        rules = [
            i
            for i, a in enumerate(plan.rules)
            if every or a.rule.name == name or a.rule.group == name
        ]
        asked = all(
            plan.rules[i].on and (levels[i] == "off" or plan.rules[i].rule.check not in mute)
            for i in rules
        )
        return asked and any(levels[i] != "off" for i in rules)

    return judged
