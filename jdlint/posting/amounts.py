"""Amounts of money that a text names as a range, and how their figures are written."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cache
from jdlint.lang.language import Language, language_for

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
# elsewhere the currency stands before or after, groups are parted by points or white space, and
# Swiss figures by apostrophes: “42.000 bis 48.000 €”, “28 000 à 32 000 €”, “CHF 95'000.–”
_ANY_CURRENCY = (
    r"(?:(?:US|CA|AU|R)?[$]|[£€]|(?:USD|EUR|GBP|CHF|CAD|BRL|PLN|Euros?|Fr\.)(?!\w)"
    r"|(?:k|T)(?:€|EUR\b))"
)
_SPACE = " \u00a0\u2009\u202f"
_ANY_FIGURE = (
    rf"\d{{1,3}}(?:[.'’{_SPACE}]\d{{3}}(?!\d))+(?:,\d\d)?|\d{{1,3}}(?:,\d{{3}})+"
    r"|\d+(?:[.,]\d{1,2})?"
)
_CENTS = r"(?:[.,][-–—]{1,2})?"  # “3.380,–”
_KILO = rf"(?: ?[kKT](?=[{_SPACE}]?(?:€|EUR)|\b))"
_DOTTED = re.late(
    rf"(?<![\d.])(?P<at>\d{{1,3}}(?:\.\d{{3}})*\.\d{{4,6}}[{_SPACE}]?(?:€|EUR\b|CHF\b))"
)
_GROUP = re.late(r"(?P<mark>[.,])\d{3}(?!\d)")
_NO_FIGURE = re.late(rf"['’{_SPACE}]")
_LOOK_BACK, _BETWEEN = 60, 12
_THOUSAND = 1_000
_TEN = 10


class Amounts(NamedTuple):
    """Two amounts as written, and as numbers; ``fault`` is reversed, same, thousands (only one of
    them says “k”), shortened (“£50-60,000”), separators (“30.000–40,000”) or empty;
    offsets count in the text."""

    start: int
    end: int
    low: str
    high: str
    fault: str
    better: str


def ranges(text: str, language: str = "en") -> Iterator[Amounts]:
    """The ranges of money in a text in a language, with what is wrong with them."""
    form, down = _patterns(language)
    for match in form.finditer(text):
        if down is not None and down.search(
            text, max(0, match.start() - _LOOK_BACK), match.start()
        ):
            continue
        if language != "en" and not _is_range(match, language_for(language)):
            continue
        low, high = match["low"], match["high"]
        fault, better = _fault(match, _number(low), _number(high))
        yield Amounts(*match.span(), low, high, fault, better)


def broken_figures(text: str, language: str = "en") -> Iterator[tuple[int, int]]:
    """Where a figure has groups that are not of three: “£60,00”, “60.0000 €”."""
    for match in (_BROKEN if language == "en" else _DOTTED).finditer(text):
        yield match.span("at")


def amounts(text: str) -> Iterator[float]:
    """The amounts of money that a text in another language than English names."""
    for match in _ANY_AMOUNT.finditer(text):
        if match["sign"] or match["unit"]:
            yield _number(match["low"]) * (_THOUSAND if match["k1"] else 1)


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """What a range looks like in a language, and the words after which it goes down."""
    if code == "en":
        return _RANGE, _DOWN
    language = language_for(code)
    words = f" (?:{language.to}) " if language.to else "(?!)"
    both = f" (?P<both>{language.joined}) " if language.joined else "(?P<both>(?!))"
    to = rf"(?:[{_SPACE}]?[-–—][{_SPACE}]?|{words}|{both})"
    first, second = _amount("sign", "low", "k1", "unit"), _amount("again", "high", "k2", "last")
    down = re.late(language.down, re.IGNORECASE) if language.down else None
    end = rf"(?!\d|[.,]\d|[{_SPACE}]?(?:%|Mio\b|Mrd\b|[mM]illi?[oõ]))"
    return re.late(rf"(?<![\d.,/-]){first}{to}{second}{end}", re.IGNORECASE), down


def _amount(sign: str, figure: str, kilo: str, after: str) -> str:
    """An amount, its parts under these names."""
    return (
        rf"(?P<{sign}>{_ANY_CURRENCY}[{_SPACE}]?)?(?P<{figure}>{_ANY_FIGURE}){_CENTS}"
        rf"(?P<{kilo}>{_KILO})?(?P<{after}>[{_SPACE}]?{_ANY_CURRENCY})?"
    )


_ANY_AMOUNT = re.late(r"(?<![\d.,/-])" + _amount("sign", "low", "k1", "unit"), re.IGNORECASE)


def _is_range(match: re.Match[str], language: Language) -> bool:
    """Whether two figures are a range of money: a currency stands at one of them, and what “and”
    joins follows a “between”."""
    if not any(match[name] for name in ("sign", "unit", "again", "last")):
        return False
    before = match.string[max(0, match.start() - _BETWEEN) : match.start()].rstrip()
    return not match["both"] or bool(re.search(rf"\b(?:{language.between})\Z", before, re.I))


def _fault(match: re.Match[str], low: float, high: float) -> tuple[str, str]:
    first, second = match["k1"], match["k2"]
    if second and not first and match["again"] and low < _THOUSAND:
        at = match.end("low") - match.start()
        whole = match[0]
        return "thousands", whole[:at] + second.strip() + whole[at:]
    if _is_shortened(match, low, high):
        at = match.end("low") - match.start()
        return "shortened", f"{match[0][:at]},000{match[0][at:]}"
    if {_separator(match["low"]), _separator(match["high"])} == {".", ","}:
        return "separators", ""
    if first or second:  # “$100-120k”: both are thousands
        low, high = low % _THOUSAND, high % _THOUSAND
    if low > high and not (low >= _THOUSAND > high and not match["again"]):
        return "reversed", ""
    return ("same" if low == high else ""), ""


def _is_shortened(match: re.Match[str], low: float, high: float) -> bool:
    """Whether the first figure leaves its thousands to the second (“£50-60,000”)."""
    if match["k1"] or match["k2"] or match["again"] or _separator(match["high"]) != ",":
        return False
    return _TEN <= low < _THOUSAND and low * _THOUSAND < high < _TEN * low * _THOUSAND


def _separator(figure: str) -> str:
    """The mark between groups of three digits; nothing where there is none."""
    match = _GROUP.search(figure)
    return match["mark"] if match else ""


def _number(figure: str) -> float:
    figure = _NO_FIGURE.sub("", figure)
    mark = _separator(figure)
    plain = figure.replace(mark, "") if mark else figure
    return float(plain.replace(",", "."))


class Figure(NamedTuple):
    """A number as written, with its currency (ISO 4217, or the sign where that is not sure) where
    one stands beside it; offsets in the text."""

    start: int
    end: int
    number: float
    currency: str = ""


_PLAIN_FIGURE = re.late(
    rf"(?<![\w.,:/+#-])(?P<figure>{_ANY_FIGURE})(?P<kilo>{_KILO})?(?![\w:/]|[.,]\d|-\d)"
)


_SIGNS = {"€": "EUR", "EURO": "EUR", "EUROS": "EUR", "£": "GBP", "FR.": "CHF", "R$": "BRL"}


def money(text: str) -> Iterator[Figure]:
    """The amounts of a text that stand beside a currency."""
    for match in _ANY_AMOUNT.finditer(text):
        sign = (match["sign"] or match["unit"] or "").strip(_SPACE).upper()
        thousands = sign in ("K€", "T€", "KEUR", "TEUR")
        if sign:
            number = _number(match["low"]) * (_THOUSAND if match["k1"] or thousands else 1)
            plain = sign[1:] if thousands else sign
            yield Figure(*match.span(), number, _SIGNS.get(plain, plain))


def figures(text: str) -> Iterator[Figure]:
    """The numbers of a text in any language that stand alone (60.000, 60 000, 60k): no times,
    versions or parts of words."""
    for match in _PLAIN_FIGURE.finditer(text):
        number = _number(match["figure"]) * (_THOUSAND if match["kilo"] else 1)
        yield Figure(*match.span(), number)
