"""Amounts of money that a text names as a range, and how their figures are written."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re

_CURRENCY = r"(?:(?:US|CA|AU|NZ|[CA])?[$]|[£€]|(?:USD|EUR|GBP|CHF|CAD|AUD|NOK|SEK|DKK|PLN)\b)"
_FIGURE = r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d\d)?|\d+(?:[.,]\d{1,2})?"
_RANGE = re.late(
    rf"(?P<sign>{_CURRENCY}) ?(?P<low>{_FIGURE})(?P<k1> ?[kK]\b)?"
    rf"(?: ?(?:-|–|—) ?| to )(?P<again>{_CURRENCY} ?)?(?P<high>{_FIGURE})(?P<k2> ?[kK]\b)?"
    r"(?!\d|[.,]\d| ?(?:[mM]|bn|[mM]illion|[bB]illion|%)\b| ?%)"
)
# what goes down, or is not one pay: “cut costs from $50,000 to $30,000”
_DOWN = re.late(r"\b(?:cut|reduc|decreas|lower|drop|fell|fall|sav|down)", re.IGNORECASE)
_BROKEN = re.late(r"(?P<at>[$£] ?\d{1,3}(?:,\d{3})*,(?:\d{1,2}|\d{4,6}))(?![\d,]|\.\d| ?[kK]\b)")
_THOUSAND = 1_000


class Amounts(NamedTuple):
    """Two amounts as written, and as numbers; ``fault`` is reversed, same, thousands (only one of
    them says “k”), separators (“30.000–40,000”) or empty; offsets count in the text."""

    start: int
    end: int
    low: str
    high: str
    fault: str
    better: str


def ranges(text: str) -> Iterator[Amounts]:
    """The ranges of money in a text, with what is wrong with them."""
    for match in _RANGE.finditer(text):
        if _DOWN.search(text, max(0, match.start() - 60), match.start()):
            continue
        low, high = match["low"], match["high"]
        fault, better = _fault(match, _number(low), _number(high))
        yield Amounts(*match.span(), low, high, fault, better)


def broken_figures(text: str) -> Iterator[tuple[int, int]]:
    """Where a figure after “$” or “£” has groups that are not of three: “£60,00”."""
    for match in _BROKEN.finditer(text):
        yield match.span("at")


def _fault(match: re.Match[str], low: float, high: float) -> tuple[str, str]:
    first, second = match["k1"], match["k2"]
    if second and not first and match["again"] and low < _THOUSAND:
        at = match.end("low") - match.start()
        whole = match[0]
        return "thousands", whole[:at] + second.strip() + whole[at:]
    if {_separator(match["low"]), _separator(match["high"])} == {".", ","}:
        return "separators", ""
    if first or second:  # “$100-120k”: both are thousands
        low, high = low % _THOUSAND, high % _THOUSAND
    if low > high and not (low >= _THOUSAND > high and not match["again"]):
        return "reversed", ""
    return ("same" if low == high else ""), ""


def _separator(figure: str) -> str:
    """The mark between groups of three digits; nothing where there is none."""
    return next((mark for mark in ".," if mark in figure and len(figure.split(mark)[1]) == 3), "")


def _number(figure: str) -> float:
    mark = _separator(figure)
    plain = figure.replace(mark, "") if mark else figure
    return float(plain.replace(",", "."))
