"""Dates of postings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from jdlint.core.diagnostic import Finding
from jdlint.core.light import Literal, dataclass
from jdlint.core.patterns import regex as re
from jdlint.posting.published.nodes import Node, Posting, Published, first, plain
from jdlint.posting.published.told import Across, Told

_FORM = re.late(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:[.,]\d{1,9})?)?( ?Z|[+-]\d\d:?\d\d)?)?"
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
        rows = [p for p in found.postings if p.form in ("jsonld", "microdata")]
        if self.report == "rolling":
            yield from _rolling(rows, found)
            return
        for posting in rows:
            for field in _FIELDS:
                node = first(posting.node, field)
                if node and self._is_wrong(field, node, posting, found):
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

    def _is_wrong(self, field: str, node: Node, posting: Posting, found: Published) -> bool:
        match = _FORM.fullmatch(plain(node))
        at = moment(node)
        if self.report == "form":
            return at is None
        if at is None or match is None:
            return False
        if self.report == "zone":
            return field == "validThrough" and bool(match[2]) and not match[4]
        if self.report == "future":  # a day of leeway: it is tomorrow already somewhere
            return field == "datePosted" and at.date() > found.today + timedelta(days=1)
        if self.report == "past":
            return field == "validThrough" and at.date() < found.today
        start = first(posting.node, "datePosted")
        begun = moment(start) if start else None
        return field == "validThrough" and begun is not None and at.date() < begun.date()


def moment(node: Node) -> datetime | None:
    """The moment that a text in ISO 8601 says, at UTC where it has no zone; None for others."""
    return _moment(plain(node))


@lru_cache(maxsize=64)  # six rules ask for two dates, and many postings have the same
def _moment(text: str) -> datetime | None:
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    try:
        whole = f"{match[1]}T{match[2] or '00:00'}"
        return datetime.fromisoformat(whole).replace(tzinfo=UTC)
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


def _rolling(rows: list[Posting], found: Published) -> Iterator[Finding]:
    ends = [node for posting in rows if (node := first(posting.node, "validThrough"))]
    starts = {
        at.date()
        for posting in rows
        if (node := first(posting.node, "datePosted")) and (at := moment(node))
    }
    days = {at.date() for node in ends if (at := moment(node))}
    if len(ends) >= _ROLLING and len(days) == 1 and len(starts) >= _ROLLING:
        count = str(len(ends))
        values = {"found": plain(ends[0]), "field": "validThrough", "count": count}
        yield Finding(ends[0].span, values, certain=False)  # a round of hiring may end so, too
