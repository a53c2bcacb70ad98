"""One job as its source page, its built page and feeds say it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape

from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import Literal, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.posting.jobposting.countries import code_of
from jdlint.posting.published.days import day
from jdlint.posting.published.nodes import Published
from jdlint.posting.published.pairs import Pair, folded, pairs
from jdlint.posting.published.told import Across, Told

_NAMES = {
    "title": "title", "posted": "datePosted", "ends": "validThrough", "low": "minValue",
    "high": "maxValue", "currency": "currency", "city": "addressLocality",
    "country": "addressCountry", "types": "employmentType", "employer": "hiringOrganization",
}  # fmt: skip
_MOST = 500  # findings: a site whose feed is old differs everywhere


@dataclass(frozen=True)
class PublishedDifferences:
    """Reports what a built page or a feed says in another way than the page that it is made of
    (``differs``; variant ``lacks`` for an end that is left out), and jobs that are over in one and
    open in the other (``closed``). Values: ``field``, ``found``, ``other``, ``path``."""

    report: Literal["differs", "closed"]

    def check_published(self, found: Published) -> Iterator[Finding]:
        """Nothing: one file alone says nothing of others."""
        return iter(())

    def check_told(self, across: Across) -> Iterator[Finding]:
        today = across.today
        count = 0
        for pair in pairs(across.told):
            rows = _closed(pair, today) if self.report == "closed" else _differs(pair, today)
            for finding in rows:
                count += 1
                if count <= _MOST:
                    yield finding


def _closed(pair: Pair, today: date) -> Iterator[Finding]:
    over, open_ = _over(pair.first, today), _over(pair.other, today)
    if over and not open_:
        values = {"found": over, "path": pair.first.path}
        span = pair.other.place("ends")
        why = pair.first.closed.span if pair.first.closed else pair.first.place("ends")
        yield _finding(pair, span, values, Related(Place(pair.first.path, why), f"“{over}”"))


def _over(told: Told, today: date) -> str:
    """The words by which a posting says that it is over; empty where it is open."""
    if told.closed:
        return told.closed.text
    end = day(told.text("ends"))
    return f"until {told.text('ends')}" if end and end < today else ""


def _differs(pair: Pair, today: date) -> Iterator[Finding]:
    other, first = pair
    for name, field in _NAMES.items():
        ours, theirs = first.text(name), other.text(name)
        if not ours or (not theirs and (name != "ends" or other.kind != "page")):
            continue
        if name == "ends" and (_over(first, today) or _over(other, today)):
            continue  # that it is over in one is said by another rule
        if theirs and _same(name, first, other):
            continue
        values = {"field": field, "found": theirs, "other": ours, "path": first.path}
        there = Related(Place(first.path, first.place(name)), f"“{ours}”")
        yield _finding(pair, other.place(name), values, there, "" if theirs else "lacks")


def _finding(
    pair: Pair, span: Span, values: dict[str, str], there: Related, variant: str = ""
) -> Finding:
    return Finding(span, values, related=(there,), path=pair.other.path, variant=variant)


def _same(name: str, first: Told, other: Told) -> bool:
    if name in ("posted", "ends"):
        return _same_day(first.text(name), other.text(name))
    if name in ("low", "high"):
        return _same_amount(name, first, other)
    ours = {_plain(name, said.text) for said in first.said[name]}
    theirs = {_plain(name, said.text) for said in other.said[name]}
    if name == "city":  # “Leeds” and “Leeds, United Kingdom”
        return any(a in b or b in a for a in ours for b in theirs)
    return bool(ours & theirs)


def _plain(name: str, text: str) -> str:
    if name == "country":
        return code_of(text) or code_of(text.upper()) or text.casefold()
    return folded(unescape(text))


def _same_amount(name: str, first: Told, other: Told) -> bool:
    units = {folded(t.text(key)) for t in (first, other) for key in ("unit",) if t.text(key)}
    coins = {folded(t.text("currency")) for t in (first, other) if t.text("currency")}
    try:
        same = float(first.text(name)) == float(other.text(name))
    except ValueError:  # words: said by another rule
        return True
    return same or len(units) > 1 or len(coins) > 1


def _same_day(ours: str, theirs: str) -> bool:
    """Whether two dates can be one day; where one has a time and a zone, somewhere on earth."""
    one, two = day(ours), day(theirs)
    if one is None or two is None or one == two:
        return True
    zoned = any(re.search(r"\d\d:\d\d", text) for text in (ours, theirs))
    return zoned and abs(one - two) <= timedelta(days=1)
