"""Roles that a page writes in capitals here and in lower case there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.page import Page
from jdlint.core.words import whole, word_set

_CAPITALS = re.compile(
    r"(?:[a-z][\w’']*[,;]?|[,;]) ((?:[A-Z][\w-]+ )(?:(?:of |and |& )?[A-Z][\w-]+ )*)$"
)
_SMALL = re.compile(
    r"^.*\b(?:our|the|an?|your|their|with|and|for|to) ((?:[a-z][a-z-]+ ){1,4})$", re.DOTALL
)
_NO_ROLE = word_set(
    "the a an our your their other several all any each with of to and for from as new good "
    "great hiring direct project people line"
)


@dataclass(frozen=True)
class RoleCase:
    """Reports a page once that has roles of two words or more, such as ones that end in ``heads``,
    in both cases.

    Only capitals inside a sentence count; the span is the first such role. Values: ``found``,
    ``other``.
    """

    heads: tuple[str, ...]
    least: int = 2
    scope: tuple[str, ...] = ("paragraphs", "items")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    @cached_property
    def needles(self) -> Sequence[str]:
        return tuple(f" {head}" for head in self.heads)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        text = page.prose.text
        if not any(text[hit.start + 1].isupper() for hit in hits):
            return
        kinds, capital, small = (
            kinds_of(self.scope),
            list[tuple[int, int]](),
            list[tuple[int, int]](),
        )
        for hit in sorted(hits, key=lambda h: h.start):
            block = page.block_at(hit.start)
            if block.kind not in kinds or not whole(page, hit.start + 1, hit.end):
                continue
            before = text[max(block.start, hit.start - 70) : hit.start + 1]
            if text[hit.start + 1].isupper():
                match = _CAPITALS.search(before)
                if match is not None:
                    capital.append((hit.start + 1 - len(match[1]), hit.end))
            elif (match := _SMALL.search(before)) is not None and not _NO_ROLE & set(
                match[1].split()
            ):
                small.append((hit.start + 1 - len(match[1]), hit.end))
        if capital and len({text[a:b] for a, b in small}) >= self.least:
            others = [text[a:b] for a, b in small]
            related = tuple(
                Related(Place(page.path, page.prose.span(a, b)), "in lower case")
                for a, b in small[:5]
            )
            start, end = capital[0]
            yield Finding(
                page.prose.span(start, end),
                {"found": text[start:end], "other": others[0]},
                related=related,
            )
