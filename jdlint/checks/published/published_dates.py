"""Dates of postings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from jdlint.core.diagnostic import Finding
from jdlint.core.light import Literal, NamedTuple, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.tools import lru_cache
from jdlint.posting.published.days import day
from jdlint.posting.published.nodes import (
    Node,
    Posting,
    Published,
    first,
    of_last,
    plain,
    text_at,
)
from jdlint.posting.published.own_names import MARKUP
from jdlint.posting.published.told import Across, Told

_FORM = re.late(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:[.,]\d{1,9})?)?( ?Z|[+-]\d\d(?::?\d\d)?)?)?"
)
_FIELDS = ("datePosted", "validThrough")
_ROLLING = 5  # postings of different days that end on one: fewer may be a round of hiring


@dataclass(frozen=True)
class PublishedDates:
    """Reports dates that are no ISO 8601 (``form``), have a time and no zone (``zone``), end before
    they start (``order``), were posted in the future (``future``), or have passed (``past``);
    ``rolling``: postings of several days that all end on one day. Values: ``found``,
    ``field``, ``count``."""

    report: Literal["form", "zone", "order", "future", "past", "rolling"]

    def check_published(self, found: Published) -> Iterator[Finding]:
        if self.report == "rolling":
            if len(found.postings) >= _ROLLING:
                yield from _rolling(found.postings)
            return
        for posting in found.postings:
            if posting.form not in MARKUP:
                yield from self._of_other(posting, found)
                continue
            dates = _dates(posting)
            for date in dates:
                if self._is_wrong(date, dates[0].at, found):
                    yield Finding(date.node.span, {"found": date.text, "field": date.field})

    def _of_other(self, posting: Posting, found: Published) -> Iterator[Finding]:
        """Of feeds and exports, which write dates in several ways: an end that has passed, or is
        before the start, and a start that is to come."""
        if self.report not in ("past", "order", "future"):
            return
        field = "datePosted" if self.report == "future" else "validThrough"
        node = first(posting.node, field)
        at = day(plain(node)) if node else None
        if node is None or at is None:
            return
        if self.report == "order":
            start = day(text_at(posting.node, "datePosted"))
            wrong = start is not None and at < start
        else:  # a day of leeway: it is tomorrow already somewhere
            late = found.today + timedelta(days=1)
            wrong = at > late if self.report == "future" else at < found.today
        if wrong:
            yield Finding(node.span, {"found": plain(node), "field": field})

    def check_told(self, across: Across) -> Iterator[Finding]:
        if self.report != "rolling":
            return
        groups: dict[str, list[Told]] = {}
        for one in across.told:
            if one.kind == "page" or one.line >= 0:
                groups.setdefault("" if one.kind == "page" else one.path, []).append(one)
        for told in groups.values():
            yield from _rolling_over(told)

    def _is_wrong(self, date: _Date, begun: datetime | None, found: Published) -> bool:
        at = date.at
        if at is None or self.report == "form":
            return at is None and self.report == "form"
        if self.report == "future":  # a day of leeway: it is tomorrow already somewhere
            return date.field == "datePosted" and at.date() > found.today + timedelta(days=1)
        if date.field != "validThrough":
            return False
        if self.report == "zone":
            match = _FORM.fullmatch(date.text)
            return match is not None and bool(match[2]) and not match[4]
        if self.report == "past":
            return at.date() < found.today
        return begun is not None and at.date() < begun.date()


class _Date(NamedTuple):
    """A date of a posting: its property, its place, its text, and the moment that this says."""

    field: str
    node: Node
    text: str
    at: datetime | None


@of_last
def _dates(posting: Posting) -> list[_Date]:
    """The dates of a posting, the first of which is the day on which it was posted."""
    rows = ((field, first(posting.node, field)) for field in _FIELDS)
    return [_Date(field, node, plain(node), moment(node)) for field, node in rows if node]


def moment(node: Node) -> datetime | None:
    """The moment that a text in ISO 8601 says, at UTC where it has no zone; None for others."""
    return _moment(plain(node))


@lru_cache(maxsize=64)  # six rules ask for two dates, and many postings have the same
def _moment(text: str) -> datetime | None:
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    try:
        time = "00:00" if match[2] == "24:00" else match[2] or "00:00"  # of the day that ends so
        return datetime.fromisoformat(f"{match[1]}T{time}").replace(tzinfo=UTC)
    except ValueError:
        return None


def _rolling_over(told: list[Told]) -> Iterator[Finding]:
    """The same over several files or lines."""
    ended = [one for one in told if one.text("ends")]
    days = {at.date() for one in ended if (at := _moment(one.text("ends")))}
    starts = {at.date() for one in ended if (at := _moment(one.text("posted")))}
    if len(ended) >= _ROLLING and len(days) == 1 and len(starts) >= _ROLLING:
        one = ended[0]
        values = {"found": one.text("ends"), "field": "validThrough", "count": str(len(ended))}
        yield Finding(one.place("ends"), values, path=one.path, certain=False)


def _rolling(rows: Sequence[Posting]) -> Iterator[Finding]:
    ends = [node for posting in rows if (node := first(posting.node, "validThrough"))]
    starts = {at for posting in rows if (at := day(text_at(posting.node, "datePosted")))}
    days = {at for node in ends if (at := day(plain(node)))}
    if len(ends) >= _ROLLING and len(days) == 1 and len(starts) >= _ROLLING:
        count = str(len(ends))
        values = {"found": plain(ends[0]), "field": "validThrough", "count": count}
        yield Finding(ends[0].span, values, certain=False)  # a round of hiring may end so, too
