"""Roles that a page writes in capitals here and in lower case there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.core.words import whole, word_set

_CAPITALS = re.late(
    r"(?:[a-z][\w’']*[,;]?|[,;]) ((?:[A-Z][\w-]+ )(?:(?:of |and |& )?[A-Z][\w-]+ )*)$"
)
_SMALL = re.late(
    r"^.*\b(?:our|the|an?|your|their|with|and|for|to) ((?:[a-z][a-z-]+ ){1,4})$", re.DOTALL
)
_NO_ROLE = word_set(
    "the a an our your their other several all any each with of to and for from as new"
    " good great hiring direct project people line"
)
_BEFORE = 70  # characters before its last word that a role takes, with the word in front
_SHOWN = 5


def role_case(
    page: Page, hits: Sequence[Hit], kinds: frozenset[str], least: int
) -> Iterator[Finding]:
    """The first role in capitals, on a page with at least ``least`` in lower case."""
    text, capital, small = page.prose.text, list[Span](), list[Span]()
    for hit in sorted(hits, key=lambda h: h.start):
        role = _role(page, hit, kinds)
        if role is not None:
            (capital if text[hit.start + 1].isupper() else small).append(role)
    if capital and len({text[a:b] for a, b in small}) >= least:
        places = [page.prose.span(a, b) for a, b in small[:_SHOWN]]
        related = tuple(Related(Place(page.path, place), "in lower case") for place in places)
        first, other = capital[0], small[0]
        values = {"found": text[slice(*first)], "other": text[slice(*other)]}
        yield Finding(page.prose.span(*first), values, related=related)


def _role(page: Page, hit: Hit, kinds: frozenset[str]) -> Span | None:
    """Where the role that ends with a hit stands in the prose; None for a word that is no role."""
    block, text = page.block_at(hit.start), page.prose.text
    if block.kind not in kinds or not whole(page, hit.start + 1, hit.end):
        return None
    before = text[max(block.start, hit.start - _BEFORE) : hit.start + 1]
    in_capitals = text[hit.start + 1].isupper()
    match = (_CAPITALS if in_capitals else _SMALL).search(before)
    if match is None or (not in_capitals and _NO_ROLE & set(match[1].split())):
        return None
    return Span(hit.start + 1 - len(match[1]), hit.end)
