"""Parse and check one page."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.by_text import presume, quiet_in
from jdlint.core.diagnostic import Finding
from jdlint.core.light import TYPE_CHECKING, NamedTuple
from jdlint.engine.checker import Checker, Found
from jdlint.engine.records import PageRecord, pack_facts
from jdlint.engine.settle import settle

if TYPE_CHECKING:
    from jdlint.core.page import Defect, Page, Reader
    from jdlint.core.text import Source
    from jdlint.parse.suppressions import Ignore
    from jdlint.site.facts import Facts

LATE = "too-slow"  # the defect of a page that took longer than it may
_FATAL = frozenset(("unreadable", "too-large", LATE))
_MARK = "jdlint-"  # opens the comments that silence rules; most pages have none


class Checked(NamedTuple):
    """What one page gives: its findings, its facts (None: it could not be read), its comments that
    silence rules."""

    found: tuple[Found, ...]
    facts: Facts | None = None
    suppressions: tuple[Ignore, ...] = ()
    quiet: bytes = b""  # in which of its texts looks found nothing


def check_page(
    checker: Checker, source: Source, defects: Sequence[Defect] = (), before: bytes | None = None
) -> Checked:
    """Parse and check one page; a file that could not be read gives its defect and nothing else.
    ``before``: in which of its texts looks found nothing in the last run; None where this is not
    kept for the next."""
    from jdlint.parse import parse  # a run that remembers all pages needs no parser
    from jdlint.posting.language import with_language
    from jdlint.site.facts import facts_of

    runner = checker.runner(source.path)
    broken = tuple(
        Found(rule, Finding(defect.span, {"detail": defect.detail}, variant=defect.kind))
        for rule, kinds in (runner.file_rules if defects else ())
        for defect in defects
        if defect.kind in kinds
    )
    if any(d.kind in _FATAL for d in defects) or (defects and not source.text):
        return Checked(broken)
    page = with_language(parse(source), runner.settings.get("language", ""))
    presume(before or b"")
    found = (*broken, *runner.find(page))
    kept = before is not None and not runner.settings.get("grammar", {}).get("silent")
    quiet = quiet_in(map(page.text, page.blocks)) if kept else b""
    return Checked(found, facts_of(page), _suppressions(page), quiet)


def record_of(
    checker: Checker, source: Source, checked: Checked, sources: Reader, *, reported: bool
) -> PageRecord:
    """The record of a page that was checked."""
    facts = pack_facts(checked.facts) if checked.facts else b""
    language = checked.facts.language if checked.facts else "en"
    found = checked.found if reported else ()
    diagnostics = settle(checker, source.path, found, sources, language)
    told = (tuple(diagnostics), facts, checked.suppressions, checked.quiet)
    return PageRecord(source.path, "page", reported, *told)


def _suppressions(page: Page) -> tuple[Ignore, ...]:
    if _MARK not in page.source.text:
        return ()
    from jdlint.parse.suppressions import ignores_of

    return ignores_of(page)
