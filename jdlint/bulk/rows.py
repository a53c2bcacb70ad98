"""One row: its text checked, findings placed in the cell that they are in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b

from jdlint.api import Session
from jdlint.bulk.settings import PATIENCE, Settings
from jdlint.core.diagnostic import Diagnostic
from jdlint.core.light import Any, NamedTuple
from jdlint.core.page import Defect, Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Source, Span
from jdlint.engine.deadline import TookTooLong, within
from jdlint.engine.passes.page import Checked, record_of
from jdlint.engine.records import SiteRecord
from jdlint.engine.reduce import reduced
from jdlint.filters.fingerprint import fingerprints
from jdlint.parse import parse
from jdlint.parse.converted.mapped import Mapped
from jdlint.parse.converted.read import as_markdown
from jdlint.posting.language import page_language, with_language

PATH = "posting.md"  # of a row that is checked alone; overrides by path do not speak of rows
_OPENING = "---\ntitle: "
ABOUT_FILES = ("front-matter/", "file/", "naming/")  # what a cell without front matter has not
# what only a file's editor sees: of 1,200 rows 1,194 end without a line end
_ENDS = frozenset(("whitespace/final-newline", "whitespace/trailing-space"))
_CONTROL = re.late(r"[\x00-\x08\x0b\x0e-\x1f]")
_SAMPLE = "## Responsibilities\n\n* Plan and and lead the work of a team, and report to others.\n"
_MOST_KEPT = 1_000  # results of texts, about 10 kB each


class Row(NamedTuple):
    """A row of the input: ``name`` is its id as text."""

    text: str
    name: str
    title: str = ""
    language: str = ""


class Placed(NamedTuple):
    """A finding in a cell: ``column`` is “text” or “title”, ``start`` and ``end`` are code points
    of the cell, ``edits`` are (start, end, text), ``related`` is the id of another row that a
    finding is about."""

    rule: str
    severity: str
    message: str
    column: str
    start: int
    end: int
    found: str
    fix: str | None
    edits: tuple[tuple[int, int, str], ...]
    fingerprint: str
    related: str | None = None


class Result(NamedTuple):
    """What is known of a row; ``quarantined`` says why it was not checked."""

    findings: tuple[Placed, ...] = ()
    language: str = ""
    words: int = 0
    flags: tuple[str, ...] = ()
    quarantined: str | None = None


class _Known(NamedTuple):
    """What a text gave, whatever row it stands in."""

    source: Source
    diagnostics: tuple[Diagnostic, ...]
    placed: tuple[Placed, ...]
    result: Result


class _Cell(NamedTuple):
    """A row as the page that is checked: ``opening`` characters of front matter were put before
    the text, with a title that starts at ``title``."""

    source: Source
    mapped: Mapped
    opening: int
    title: str


class RowChecker:
    """The checks of some settings, built once; texts that come again are not checked again."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        project = settings.project
        project = project._replace(data=_without_engine(project.data))
        session = Session(project, settings.select, settings.ignore)
        self.checker = session.checker
        self._known: dict[bytes, _Known] = {}

    def warm(self) -> None:
        """Load what the first row would load, at no row's cost."""
        self._looked(Row(_SAMPLE, ""))

    def result(self, row: Row) -> Result:
        """What is known of a row; a text that cannot be checked in its time, or at all, says so."""
        try:
            with within(self.settings.seconds, PATIENCE):
                return self._result(row)
        except TookTooLong:
            why = f"it took longer than {self.settings.seconds:g} seconds"
        except MemoryError:
            why = "it needs more memory than there is"
        except Exception as error:  # one row never ends the job
            why = f"checking it failed ({type(error).__name__})"
        return Result(quarantined=why)

    def _result(self, row: Row) -> Result:
        content = "\0".join((row.title, row.language, row.text))
        key = blake2b(content.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        known = self._known.pop(key, None) or self._looked(row)
        self._known[key] = known
        if len(self._known) > _MOST_KEPT:
            del self._known[next(iter(self._known))]
        named = [d._replace(path=row.name) for d in known.diagnostics]
        prints = fingerprints(named, lambda _: known.source)
        found = (p._replace(fingerprint=f) for p, f in zip(known.placed, prints, strict=True))
        return known.result._replace(findings=tuple(found))

    def _looked(self, row: Row) -> _Known:
        cell = _cell(row, self.settings.form)
        page = self.page(cell.source, row.language)
        found = self._found(page, own=cell.opening == 0 and page.meta.format != "")
        if cell.mapped.form not in ("markdown", "plain"):  # the blanks are ours
            found = [d for d in found if not d.rule.startswith("whitespace/")]
        placed = tuple(placed_in(d, cell) for d in found)
        words = len(page.prose.text.split())
        spoken = page_language(page).code if row.language else ""
        flags = tuple(_flags(row, cell, words, spoken))
        result = Result((), page.language, words, flags)
        return _Known(cell.source, tuple(found), placed, result)

    def page(self, source: Source, language: str) -> Page:
        """A text as a page in its language: what the row says, else the configuration."""
        own = self.checker.runner(source.path).settings.get("language", "")
        return with_language(parse(source), language or own)

    def among_others(self, row: Row, path: str) -> tuple[Page, _Cell]:
        """A row as a page among others, and its cell."""
        cell = _cell(row, self.settings.form, path)
        return self.page(cell.source, row.language), cell

    def _found(self, page: Page, *, own: bool) -> list[Diagnostic]:
        """The diagnostics on a page, in order of place; ``own``: it has front matter of its own."""
        from jdlint.parse.suppressions import ignores_of

        def sources(_: str) -> tuple[Source, tuple[Defect, ...]]:
            return page.source, ()

        found = tuple(self.checker.runner(PATH).find(page))
        silent = ignores_of(page) if "jdlint-" in page.source.text else ()
        record = record_of(
            self.checker, page.source, Checked(found, None, silent), sources, reported=True
        )
        left = reduced(self.checker, [record], SiteRecord(), sources)
        left = [d for d in left if d.rule not in _ENDS]
        return [d for d in left if own or not d.rule.startswith(ABOUT_FILES)]


def _without_engine(config: Mapping[str, Any]) -> Mapping[str, Any]:
    """A configuration with our own grammar rules and no engine beside them: Harper costs a row
    some ten times as much as all rules."""
    given = config.get("grammar", {})
    if isinstance(given, Mapping):
        return {**config, "grammar": {**given, "engine": "off"}}
    silent = given in (False, "off")
    return config if silent else {**config, "grammar": {"engine": "off"}}


def _cell(row: Row, form: str, path: str = PATH) -> _Cell:
    mapped = as_markdown(row.text, form)
    if not row.title or row.text.startswith(("---", "+++", "{")):
        return _Cell(Source(path, mapped.text), mapped, 0, "")
    opening = f"{_OPENING}{json.dumps(row.title, ensure_ascii=False)}\n---\n\n"
    return _Cell(Source(path, opening + mapped.text), mapped, len(opening), row.title)


def placed_in(d: Diagnostic, cell: _Cell) -> Placed:
    """A diagnostic in its cell; its edits stay where they are edits of the cell's own letters."""
    start, end = d.span.start - cell.opening, d.span.end - cell.opening
    if start < 0:
        at = len(_OPENING) + 1
        span = Span(
            min(max(d.span.start - at, 0), len(cell.title)),
            min(max(d.span.end - at, 0), len(cell.title)),
        )
        found = cell.title[span.start : span.end]
        return Placed(d.rule, d.severity, d.message, "title", *span, found, None, (), "")
    span = cell.mapped.span(start, end)
    edits = tuple(_edits(d, cell))
    whole = edits if len(edits) == len(d.edits) else ()
    found = cell.mapped.source[span.start : span.end][:500]
    fix = d.fix if whole else None
    other = next((r.path for r in d.related if r.path != d.path), None)
    return Placed(d.rule, d.severity, d.message, "text", *span, found, fix, whole, "", other)


def _edits(d: Diagnostic, cell: _Cell) -> list[tuple[int, int, str]]:
    """The edits of a diagnostic that can be made in the cell."""
    same = cell.mapped.form == "markdown"
    made = []
    for _, _, edit in d.edits:
        start, end = edit.span.start - cell.opening, edit.span.end - cell.opening
        span = cell.mapped.exact(start, end) if start >= 0 else None
        if span is not None and (same or not set(str(edit.text)) & set("\n<>&*_#\\`[]")):
            made.append((*span, str(edit.text)))
    return made


def _flags(row: Row, cell: _Cell, words: int, spoken: str) -> list[str]:
    """What can be said of a text's quality without a rule."""
    text = row.text
    letters = [c for c in text[:1_000] if c.isalpha()]
    capitals = sum(map(str.isupper, letters)) > 0.6 * len(letters)
    said = row.language.strip().lower()[:2]
    signs = (
        ("empty", not words),
        ("short", 0 < words < 50),
        (cell.mapped.form, cell.mapped.form != "markdown"),
        ("replacement-characters", "\ufffd" in text),
        ("mojibake", any(mark in text for mark in ("Ã©", "Ã¼", "â€™", "â€“", "Ã¤"))),
        ("control-characters", _CONTROL.search(text) is not None),
        ("capitals", capitals and words > 5),
        ("other-language", len(said) == 2 and said.isalpha() and spoken != said and words >= 50),
    )
    return [name for name, holds in signs if holds]
