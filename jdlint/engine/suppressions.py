"""What comments in pages leave of the diagnostics of a run, and which of those comments are of no
use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from jdlint.core.diagnostic import Diagnostic
from jdlint.core.light import TYPE_CHECKING
from jdlint.core.page import Reader
from jdlint.engine.checker import Checker, Found
from jdlint.engine.planning.plan import Plan
from jdlint.engine.settle import settle
from jdlint.filters.suppress import Silence

if TYPE_CHECKING:
    from jdlint.engine.records import PageRecord

_UNUSED = "unused-suppressions"


def unsilenced(
    checker: Checker,
    diagnostics: Sequence[Diagnostic],
    pages: Iterable[PageRecord],
    sources: Reader,
    mute: frozenset[str] = frozenset(),
) -> list[Diagnostic]:
    """The diagnostics that no comment of ``pages`` silences, and a diagnostic for each comment that
    silences none.

    ``mute`` names the checks that were not asked in this run: a comment may silence what they would
    have said.
    """
    silence = Silence({page.path: page.suppressions for page in pages})
    left = silence.left(diagnostics)
    rules = checker.plan.with_check(_UNUSED)
    for path in silence.ignores if rules else ():
        judged = _judge(checker, path, mute)
        unused = silence.unused(path, sources(path)[0], judged)
        found = [Found(rule, finding) for rule in rules for finding in unused]
        left.extend(silence.left(settle(checker, path, found, sources)))
    return left


def unasked(plan: Plan, external: bool, notices: Sequence[str]) -> frozenset[str]:
    """The checks that need an answer of the world which this run did not have; ``notices`` say
    where one failed."""
    grammar = plan.config.settings.get("grammar", {})
    silent = not isinstance(grammar, Mapping) or grammar.get("engine", "off") == "off"
    if silent or any(notice.startswith("grammar was not checked") for notice in notices):
        return frozenset(("engine-remarks",) if external else ("engine-remarks", "external-links"))
    return frozenset(() if external else ("external-links",))


def _judge(checker: Checker, path: str, mute: frozenset[str]) -> Callable[[str], bool]:
    """Whether all that a name stands for was asked of a page: nothing left out by the command line,
    something on."""
    plan, levels = checker.plan, checker.runner(path).levels

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
