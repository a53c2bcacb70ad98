"""What a posting in another language than English says of place and pay, by that one's words."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.light import NamedTuple
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.core.tools import cache
from jdlint.lang.language import language_for
from jdlint.posting.amounts import amounts

_NAME = r"(?:St\.|[A-ZÀ-Ý][\w'’-]+)"
_LONG_NAME = rf"{_NAME}(?:[ /,]{{1,2}}(?:[a-zà-ÿ]{{1,4}} )?{_NAME}){{0,5}}"
# “(m/w/d) in Wien”: a title that ends in its place
_IN_TITLE = re.late(rf"\b(?:in|à|en|em|a|te) (?P<at>{_LONG_NAME})")
# money that is no pay
_OTHER_MONEY = re.late(
    r"budget|umsatz|bonus|prämie|zuschuss|gutschein|investition|million|\bmio\b|rabatt|prime"
    r"|chiffre d|financement|ventas|facturaci",
    re.IGNORECASE,
)
_LEAST = 500  # of a figure that is pay without a word for it: smaller ones are vouchers and fares


class _Words(NamedTuple):
    pay: re.Pattern[str] | None
    open: re.Pattern[str] | None
    place: re.Pattern[str] | None


class Place(NamedTuple):
    """The words that say where the job is, their place in the source, and whether they allow remote
    work."""

    text: str
    span: Span
    remote: bool


@cache
def _words(code: str) -> _Words:
    language = language_for(code)
    label = rf"(?:^|[^\w])(?i:{language.place}) ?:\s*(?P<at>{_LONG_NAME}|\d{{4,5}} {_LONG_NAME})"
    return _Words(
        re.late(language.pay, re.IGNORECASE) if language.pay else None,
        re.late(language.open_pay, re.IGNORECASE) if language.open_pay else None,
        re.late(label) if language.place else None,
    )


def places(page: Page) -> Iterator[Place]:
    """The places that labels in the text name, and the one at the end of a title."""
    label = _words(page.language).place
    for block in page.blocks:
        text = page.text(block)
        heads = block.kind in ("title", "heading")
        for pattern in (label, _IN_TITLE if heads else None):
            for match in pattern.finditer(text) if pattern else ():
                first, last = match.span("at")
                span = page.prose.span(block.start + first, block.start + last)
                yield Place(match["at"], span, False)


def pay(page: Page) -> tuple[Span | None, Span | None]:
    """Where the page names a figure of pay, and where it speaks of pay without one; None where it
    does not."""
    words, keys = _words(page.language), language_for(page.language).pay_keys
    figure: Span | None = None
    said: Span | None = None
    for value in page.meta.values:
        top = str(value.path[0]).casefold() if value.path else ""
        if top in keys and any(char.isdigit() for char in str(value.value)):
            figure = value.span
    for block in page.blocks:
        text = page.text(block)
        if figure is None and _names_pay(text, words):
            figure = page.prose.span(block.start, block.end)
        match = words.open.search(text) if words.open and said is None else None
        if match is not None:
            said = _span(page, block, match)
    return figure, said


def _names_pay(text: str, words: _Words) -> bool:
    """Whether a text names money that is pay: by a word beside it, or by its size."""
    found = list(amounts(text))
    if not found or _OTHER_MONEY.search(text):
        return False
    return bool(words.pay and words.pay.search(text)) or max(found) >= _LEAST


def _span(page: Page, block: Block, match: re.Match[str]) -> Span:
    return page.prose.span(block.start + match.start(), block.start + match.end())
