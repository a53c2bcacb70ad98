"""Pay of postings."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import Literal, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.posting.published.nodes import (
    Node,
    Posting,
    Published,
    every,
    first,
    is_empty,
    of_last,
    plain,
)
from jdlint.posting.published.own_names import MARKUP

_WIDE = 4  # times the lower end: a range beyond says nothing about the job
_FIGURE = re.late(
    r"([0-9]{1,3}(?:[.,'’\u00a0\u202f ][0-9]{3})+|[0-9]+(?:[.,][0-9]+)?)"
    r"(?:[ \u00a0]?((?:k|tys|lpa|l|lakhs?|lacs?|mn?|mio)(?![^\W\d_])|[万萬만]))?",
    re.I,
)
# how many ones a figure's word counts, by its first letter
_TIMES = {"k": 1e3, "t": 1e3, "l": 1e5, "m": 1e6, "万": 1e4, "萬": 1e4, "만": 1e4}
_MARKS = ".,'’ \u00a0\u202f"  # between the digits of a figure
_PLAIN = re.late(r"[0-9]+(?:\.[0-9]+)?")
_MOST = 5_000  # figures of a page that are compared


@dataclass(frozen=True)
class PublishedPay:
    """Reports pay of nothing (``zero``), whose lower end is above its upper one (``order``), whose
    range is ``wide``, that is words where figures are wanted (``words``), that has no figure at
    all (``empty``), is a ``bare`` figure (variant ``loose``: one beside “value”), or of which no
    figure stands in the visible text (``unseen``). Values: ``found``, ``low``, ``high``."""

    report: Literal["zero", "order", "wide", "words", "unseen", "empty", "bare"]

    def check_published(self, found: Published) -> Iterator[Finding]:
        for posting in found.postings:
            for pay in every(posting.node, "baseSalary"):
                yield from self._of(pay, posting, found)

    def _of(self, pay: Node, posting: Posting, found: Published) -> Iterator[Finding]:
        if self.report == "words":
            yield from _words(pay, posting)
            return
        if self.report in ("empty", "bare"):
            yield from (_empty if self.report == "empty" else _bare)(pay, posting)
            return
        low, high, figures = _figures(pay)
        if not figures:
            return
        if self._is_wrong([f for _, f in figures], low is not None and high is not None, found):
            values = {
                "low": plain(low) if low else "",
                "high": plain(high) if high else "",
                "found": plain(figures[0][0]),
            }
            yield Finding(figures[0][0].span, values)

    def _is_wrong(self, figures: list[float], is_range: bool, found: Published) -> bool:
        if self.report == "zero":
            return max(figures) <= 0
        if self.report == "unseen":
            return found.page is not None and max(figures) > 0 and _unseen(figures, found.page.text)
        if not is_range or len(figures) < 2:
            return False
        low, high = figures[0], figures[1]
        return low > high if self.report == "order" else 0 < low * _WIDE < high


@of_last
def _figures(pay: Node) -> tuple[Node | None, Node | None, list[tuple[Node, float]]]:
    """The ends of a pay, and all its figures."""
    low, high = _end(pay, "minValue"), _end(pay, "maxValue")
    ends = [node for node in (low, high, first(pay, "value.value")) if node]
    ends += [n for n in every(pay, "value") if not isinstance(n.value, dict)]
    return low, high, [(node, f) for node in ends if (f := _number(node)) is not None]


def _end(pay: Node, name: str) -> Node | None:
    return first(pay, f"value.{name}") or first(pay, name)


def _number(node: Node) -> float | None:
    text = plain(node)
    return float(text) if _PLAIN.fullmatch(text) and len(text) < 20 else None


def _words(pay: Node, posting: Posting) -> Iterator[Finding]:
    """Pay that is a text, and figures with signs in them."""
    if posting.form not in MARKUP:
        return
    nodes = [pay] if plain(pay) else []
    nodes += [
        n for name in ("value.value", "value.minValue", "value.maxValue") for n in every(pay, name)
    ]
    nodes += [n for n in every(pay, "value") if not isinstance(n.value, dict)]
    for node in nodes:
        text = plain(node)
        if text and _number(node) is None:
            yield Finding(node.span, {"found": text, "low": "", "high": ""})


def _empty(pay: Node, posting: Posting) -> Iterator[Finding]:
    """Pay that says a currency or a unit, and no amount."""
    if posting.form in MARKUP and isinstance(pay.value, dict) and not is_empty(pay):
        ends = ("value.value", "value.minValue", "value.maxValue", "minValue", "maxValue")
        amounts = [first(pay, name) for name in ends]
        amounts += [n for n in every(pay, "value") if not isinstance(n.value, dict) and plain(n)]
        if not any(amounts):
            yield Finding(Span(pay.span.start, pay.span.start + 1), {})


def _bare(pay: Node, posting: Posting) -> Iterator[Finding]:
    """Figures without what belongs to them: no MonetaryAmount, or no QuantitativeValue."""
    if posting.form not in MARKUP:
        return
    if _number(pay) is not None:
        yield Finding(pay.span, {"found": plain(pay)})
    elif isinstance(pay.value, dict) and first(pay, "value") is None:
        node = first(pay, "minValue") or first(pay, "maxValue")
        if node and _number(node) is not None:
            yield Finding(node.span, {"found": plain(node)}, variant="loose")


def _unseen(figures: list[float], text: str) -> bool:
    """Whether none of some figures stands in a text."""
    if any(_stands(figure, text) for figure in figures):
        return False
    for number, match in enumerate(_FIGURE.finditer(text)):
        if number >= _MOST:
            return False
        if any(reading in figures for reading in _readings(match[1], match[2] or "")):
            return False
    return True


def _stands(figure: float, text: str) -> bool:
    """A quick look for a figure as most pages write it, and no part of a longer one."""
    if not figure.is_integer():
        return False
    for form in (f"{figure:,.0f}", f"{figure:.0f}"):
        at = text.find(form)
        if at < 0:
            continue
        before, after = text[max(0, at - 1) : at], text[at + len(form) :][:2]
        longer = after.lstrip(_MARKS)[:1].isdecimal() or after[:1] in ("k", "K")
        if not (longer or before.isdecimal() or (before and before in _MARKS[:-3])):
            return True
    return False


def _readings(digits: str, word: str) -> Iterator[float]:
    """What a figure can mean: “60.000” is sixty thousand, or sixty; “60k”, “6万” and “12 lakh” with
    what their words count, too."""
    times = _TIMES[word[0].lower()] if word else 1.0
    yield float("".join(c for c in digits if c.isdecimal())) * times
    head = digits.replace(",", ".")
    if head.count(".") == 1 and head.replace(".", "").isdecimal():
        yield round(float(head) * times, 2)
