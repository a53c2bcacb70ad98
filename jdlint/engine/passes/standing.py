"""Findings across pages that stand although a page was edited: what a check read of the page is as
it was, so only the places on it may have moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from jdlint.core.diagnostic import Finding
from jdlint.core.light import TYPE_CHECKING, Any, NamedTuple, Protocol, cast
from jdlint.core.text import Span
from jdlint.core.tools import partial
from jdlint.engine.records import Plain, pack_finding, unpack_finding
from jdlint.site.of_pages import OfPages

if TYPE_CHECKING:
    from jdlint.core.memory import Table
    from jdlint.site import Facts, Site

_FEW = 8  # pages that may have changed; of more, most checks read something new
Was = Callable[[str], "tuple[Any, Facts] | None"]


class ToldCheck(Protocol):
    """A check over the site that can say what it reads of a page.

    Two pages that tell the same (plain data, without places) give the same findings but for places,
    as long as ``context`` is what the check read of the site when it found them (None: it cannot
    say). They are found on all pages, whoever is asked about: what stands serves the next question.
    """

    def context(self, site: Site) -> Plain | None: ...

    def told(self, facts: Facts, context: Plain) -> Plain: ...


def teller(check: object) -> ToldCheck | None:
    """A check, where it can say what it reads."""
    return cast("ToldCheck", check) if hasattr(check, "told") else None


def _told(check: ToldCheck, context: Plain, facts: Facts) -> Plain:
    return check.told(facts, context)


class _Edit(NamedTuple):
    """A page that changed: what it told before and tells now, and how places moved."""

    before: Facts
    now: Facts
    moved: Moved


class Standing:
    """What was found when the pages were ``was`` (a page's stamp and its facts at that time)."""

    def __init__(self, site: Site, was: Was) -> None:
        kept = site.kept
        self.site, self._new = site, dict[str, tuple[Any, ...]]()
        self.pages: dict[str, tuple[Any, Facts]] = {}  # what stands was read of these
        self._table: Table | None = kept.memory.table("found") if kept else None
        marks = tuple((facts.path, kept.stamp(facts.path)) for facts in site.pages) if kept else ()
        self._marks = marks if all(stamp is not None for _, stamp in marks) else ()
        self._edits = (
            self._edited(was) if self._table and self._marks and len(site.by_language) < 2 else None
        )

    @property
    def some(self) -> bool:
        """Whether anything can stand: few pages changed, and it is known how."""
        return self._edits is not None

    def found(self, rule: str, check: object) -> list[Finding] | None:
        """The findings of a rule that stand, or None where its check has to look again."""
        asked = teller(check)
        if self._edits is None or self._table is None or asked is None:
            return None
        known = self._table.rows["rules"].get(rule)
        if known is None:
            return None
        context, rows = known
        made = OfPages(self.site.kept, f"told {rule}", context)
        tell = partial(_told, asked, context)
        if any(made.row(e.before, tell) != made.row(e.now, tell) for e in self._edits):
            return None
        try:
            findings = [self._moved(unpack_finding(row)) for row in rows]
        except LookupError:
            return None
        self._keep(rule, context, findings)
        return findings

    def keep(self, rule: str, context: Plain | None, findings: Iterable[Finding]) -> None:
        """Keep what the check of a rule found, where it says what it read (``context``)."""
        if self._marks and context is not None:
            self._keep(rule, context, findings)

    def save(self) -> None:
        """Put what stands now into the memory."""
        rows = zip(self._marks, self.site.pages, strict=True) if self._marks else ()
        self.pages = {path: (stamp, facts) for (path, stamp), facts in rows}
        if self._table is not None and self._marks:
            same = self._table.rows == {"marks": self._marks, "rules": self._new}
            if not same:
                self._table.replace({"marks": self._marks, "rules": self._new})

    def _keep(self, rule: str, context: Plain, findings: Iterable[Finding]) -> None:
        self._new[rule] = (context, tuple(map(pack_finding, findings)))

    def _edited(self, was: Was) -> list[_Edit] | None:
        """The pages that are not as they were; None where that cannot be told, or too many are."""
        before = self._table.rows.get("marks", ()) if self._table else ()
        if [path for path, _ in before] != [path for path, _ in self._marks]:
            return None
        changed = [
            (old, facts)
            for old, new, facts in zip(before, self._marks, self.site.pages, strict=True)
            if old != new
        ]
        rows = [(was(path), stamp, facts) for (path, stamp), facts in changed[: _FEW + 1]]
        if len(rows) > _FEW:
            return None
        edits = [
            _Edit(old[1], facts, Moved(old[1], facts))
            for old, stamp, facts in rows
            if old is not None and old[0] == stamp and old[1].language == facts.language
        ]
        return edits if len(edits) == len(rows) else None

    def _moved(self, finding: Finding) -> Finding:
        """A finding with its places where they are now; raises ``LookupError``."""
        for edit in self._edits or ():
            finding = edit.moved.finding(finding, edit.now.path)
        return finding


class _Same(NamedTuple):
    """Something that stands on the page as it stood before, and how far it moved."""

    start: int
    end: int
    by: int


class Moved:
    """Where the places of a page are after an edit: those in its title, headings and blocks that
    are as they were."""

    def __init__(self, before: Facts, now: Facts) -> None:
        pairs = ((_places(before), _places(now)), (_blocks(before), _blocks(now)))
        self._rows = [row for old, new in pairs for row in _same(old, new)]

    def span(self, span: Span) -> Span:
        """The place of what stood at ``span``; raises ``LookupError`` where it was edited."""
        start, end = span
        for row in self._rows:
            if row.start <= start and end <= row.end:
                return Span(start + row.by, end + row.by)
        raise LookupError(start)

    def finding(self, finding: Finding, path: str) -> Finding:
        """A finding whose places on the page (its path is ``path``) are moved along; raises
        ``LookupError``."""
        related = tuple(
            r._replace(place=r.place._replace(span=self.span(r.place.span)))
            if r.place.path == path
            else r
            for r in finding.related
        )
        if finding.path != path:
            return finding._replace(related=related)
        edits = tuple(e._replace(span=self.span(e.span)) for e in finding.edits)
        return finding._replace(span=self.span(finding.span), edits=edits, related=related)


# what is compared, and where it stands
_Placed = tuple[Any, int, int]


def _places(facts: Facts) -> list[_Placed]:
    title = (facts.title, *facts.title_span)
    return [title, *((h.text, h.span.start, h.span.end) for h in facts.headings)]


def _blocks(facts: Facts) -> list[_Placed]:
    found: list[_Placed] = []
    for kind, text, start, end, _, _, pieces in facts.blocks:
        inner = tuple((at, first - start, last - start) for at, first, last in pieces)
        found.append(((kind, text, inner), start, end))
    return found


def _same(before: Sequence[_Placed], now: Sequence[_Placed]) -> Iterator[_Same]:
    """What both lists begin with, and what both end with."""
    least = min(len(before), len(now))
    head = 0
    while head < least and _alike(before[head], now[head]):
        head += 1
    tail = 0
    while tail < least - head and _alike(before[-1 - tail], now[-1 - tail]):
        tail += 1
    pairs = [*zip(before[:head], now, strict=False)]
    pairs += zip(before[len(before) - tail :], now[len(now) - tail :], strict=True)
    for (_, start, end), (_, first, _) in pairs:
        yield _Same(start, end, first - start)


def _alike(one: _Placed, other: _Placed) -> bool:
    return one[0] == other[0] and one[2] - one[1] == other[2] - other[1]
