"""Figures of pay that cannot be meant as they are written."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page, Value
from jdlint.posting.amounts import broken_figures, ranges
from jdlint.posting.pay import fold
from jdlint.posting.texts import Text, figured

_LOW = frozenset(("salarymin", "minsalary", "min", "minvalue", "salaryfrom", "paymin"))
_HIGH = frozenset(("salarymax", "maxsalary", "max", "maxvalue", "salaryto", "paymax"))

_FAULTS = ("thousands", "shortened", "separators")


@dataclass(frozen=True)
class PayFigures:
    """``report: range`` finds a range whose lower end is the higher one, or the same; ``figure``
    finds figures that are written in two ways, with “k” once, or with groups that are not of three.
    Values: ``found``, ``low``, ``high``, ``better``. Variants: reversed, same, thousands,
    shortened, separators, groups."""

    report: str
    marks: ClassVar[tuple[str, ...]] = (
        "$", "£", "€", "USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NOK", "SEK", "DKK", "PLN", "Euro",
        "min", "Min",
    )  # fmt: skip

    def check(self, page: Page) -> Iterator[Finding]:
        faults = ("reversed", "same") if self.report == "range" else _FAULTS
        for text in figured(page):
            yield from self._in(page, text, faults)
        if self.report == "range":
            yield from _keys(page)

    def _in(self, page: Page, text: Text, faults: tuple[str, ...]) -> Iterator[Finding]:
        for row in ranges(text.words, page.language):
            if row.fault in faults:
                span = text.span(page, row.start, row.end)
                values = {
                    "found": text.words[row.start : row.end],
                    "low": row.low,
                    "high": row.high,
                    "better": row.better,
                }
                exact = row.better and text.exact(page, row.start, row.end)
                edits = (Edit(span, row.better),) if exact else ()
                sure = row.fault != "shortened"  # many write so, and are understood
                yield Finding(span, values, edits, variant=row.fault, certain=sure)
        if self.report == "figure":
            for start, end in broken_figures(text.words, page.language):
                values = {"found": text.words[start:end]}
                yield Finding(text.span(page, start, end), values, variant="groups")


def _keys(page: Page) -> Iterator[Finding]:
    """Keys for the least and the most of one mapping whose numbers stand the wrong way round."""
    lows: dict[tuple[str | int, ...], Value] = {}
    for value in page.meta.values:
        key = fold(str(value.path[-1])) if value.path else ""
        if key in _LOW:
            lows[value.path[:-1]] = value
        low = lows.get(value.path[:-1]) if key in _HIGH else None
        if low is not None and _number(low.value) > _number(value.value) > 0:
            values = {"found": str(low.value), "low": str(low.value), "high": str(value.value)}
            yield Finding(low.span, values, variant="reversed")


def _number(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    text = str(value)
    return float(text) if text.isascii() and text.isdigit() else 0.0
