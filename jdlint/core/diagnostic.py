"""What a check says (finding) and what a reader gets (diagnostic)."""

from __future__ import annotations

from collections.abc import Mapping

from jdlint.core.light import Literal, NamedTuple, dataclass
from jdlint.core.text import Position, Span

Severity = Literal["note", "warning", "error"]
FixKind = Literal["safe", "unsafe"]
RANK: Mapping[str, int] = {"note": 0, "warning": 1, "error": 2}


class Place(NamedTuple):
    """A span on a page."""

    path: str
    span: Span


class Edit(NamedTuple):
    """Put ``text`` in the place of ``span`` (of the page that the finding lies on)."""

    span: Span
    text: str


class Related(NamedTuple):
    """Another place that a reader should look at, and why."""

    place: Place
    message: str


class Finding(NamedTuple):
    """One defect as a check sees it; it knows no rule, no severity and no configuration.

    ``values`` fill the ``{names}`` of the rule's message, ``variant`` picks one where the rule has
    several; ``path`` is set by checks over the site, a page's own checks leave it empty; a finding
    that is not ``certain`` is shown as a note at most.
    """

    span: Span
    values: Mapping[str, str] = {}
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()
    path: str = ""
    variant: str = ""
    certain: bool = True


class PlacedEdit(NamedTuple):
    """An edit with its positions, for reports."""

    start: Position
    end: Position
    edit: Edit


class PlacedRelated(NamedTuple):
    """A related place with its positions, for reports."""

    path: str
    start: Position
    end: Position
    message: str


class Diagnostic(NamedTuple):
    """A finding stamped with its rule, severity, words and positions."""

    rule: str
    severity: Severity
    message: str
    path: str
    span: Span
    start: Position
    end: Position
    why: str = ""
    fix: FixKind | None = None
    edits: tuple[PlacedEdit, ...] = ()
    related: tuple[PlacedRelated, ...] = ()
    url: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        return (self.path, self.span.start, self.span.end, self.rule, self.message)


@dataclass(frozen=True, slots=True)
class Report:
    """All diagnostics of a run, in order of path and place, and how many pages were read; of these,
    ``published`` are built pages and feeds, which hold so many ``postings``."""

    diagnostics: tuple[Diagnostic, ...]
    pages: int
    notices: tuple[str, ...] = ()
    published: int = 0
    postings: int = 0

    def count(self, severity: str) -> int:
        return sum(1 for d in self.diagnostics if d.severity == severity)
