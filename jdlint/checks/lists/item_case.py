"""Items that open with a small letter among items that open with a capital."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.core.diagnostic import Edit, Finding, Place, Related
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.lang.en.lexicon import common
from jdlint.lang.en.spelling.names import product_names
from jdlint.posting.items import Item, list_items

# a plain word: “e.g.”, “iOS” and “quay:” are none; a short one alone may be a command's name
_WORD = re.late(r"[a-z]{2,}(?=,? [\w(“\"‘'])|[a-z]{5,}(?=[.!]?\Z)")
_JOINS = frozenset("and or but nor plus etc then also with from via".split())
_GOES_ON = (",", ";", ":", " and", " or", " and/or", "-", "–", "—", "…", "...")
_MOST = 2  # items of the rarer form
_TIMES = 2  # for each of them, so many with a capital


@dataclass(frozen=True)
class ItemCase:
    """Reports the one or two items of a list that open with a common word in lower case where
    others open with a capital, once for a list.

    A list that joins its items to one sentence is left alone, and so are names of products and
    items that open with code or a link. Values: ``found``, ``better``, ``count`` of the others.
    """

    facets: ClassVar = ("lists",)
    least: int = 3

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.prose.text
        for items in list_items(page):
            if len(items) < self.least:
                continue
            small = [item for item in items if text[item.start].islower()]
            if not 0 < len(small) <= _MOST:
                continue
            capital = sum(text[item.start].isupper() for item in items)
            if capital >= _TIMES * len(small):
                yield from _finding(page, items, small, capital)


def _finding(
    page: Page, items: Sequence[Item], small: Sequence[Item], capital: int
) -> Iterator[Finding]:
    words = [_first(page, item) for item in small]
    if not all(words) or any(_joined(page, item) for item in items[:-1]):
        return
    spans = [page.prose.span(i.start, i.start + len(w)) for i, w in zip(small, words, strict=True)]
    betters = [word[0].upper() + word[1:] for word in words]
    exact = all(page.source.slice(s) == w for s, w in zip(spans, words, strict=True))
    edits = tuple(map(Edit, spans, betters)) if exact else ()
    related = tuple(Related(Place(page.path, span), "so does this one") for span in spans[1:])
    values = {"found": words[0], "better": betters[0], "count": str(capital)}
    yield Finding(spans[0], values, edits, related)


def _first(page: Page, item: Item) -> str:
    """The common word that opens an item; empty where it may be a name, or is a part of a
    sentence that began before."""
    match = _WORD.match(page.prose.text, item.start, item.end)
    word = match[0] if match else ""
    if not word or word in _JOINS or word in product_names() or not common(word):
        return ""
    at = page.blocks[item.block].source_start
    return "" if page.source.text[at - 1 : at] in ("[", "`", "<", "(") else word


def _joined(page: Page, item: Item) -> bool:
    """Whether an item ends as one does that the next goes on with."""
    return page.prose.text[item.start : item.end].rstrip().endswith(_GOES_ON)
