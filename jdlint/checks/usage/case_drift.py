"""Names that a page writes with capitals here and without them there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.core.diagnostic import Edit, Finding, Place, Related
from jdlint.core.page import Page
from jdlint.core.words import whole

_CAPITALS = re.compile(r"(?:[A-Z][a-z]+(?:-[A-Za-z][a-z]+)*(?: of)? )+$")
_WORD_BEFORE = re.compile(r"([\w’'-]+[,;]?) $")


@dataclass(frozen=True)
class CaseDrift:
    """Reports phrases that end in one of ``heads`` (or its plural) and stand in capitals and in
    lower case on one page.

    Only capitals inside a sentence count; titles and headings do not. The rarer form is reported
    once for each phrase, of equal ones the capitals; a phrase of the page's own title, and one form
    against one, are a note. Values: ``found``, ``better``, ``count``.
    """

    heads: tuple[str, ...]
    scope: tuple[str, ...] = ("prose",)
    longest: int = 4

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    @cached_property
    def needles(self) -> Sequence[str]:
        return tuple(f" {head}" for head in self.heads)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        text = page.prose.text
        seen, pairs = set[str](), dict[str, bool]()
        for hit in hits:
            if not text[hit.start + 1].isupper():
                continue
            before = max(text.rfind(" ", 0, hit.start), text.rfind("\n", 0, hit.start)) + 1
            if not text[before].isupper():
                continue
            end = hit.end + (text[hit.end : hit.end + 1] == "s")
            pair = page.lower[before:end]
            if pair not in pairs:
                pairs[pair] = (
                    pair in text
                )  # nothing to compare with where the last two words never stand in lower case
            if not pairs[pair]:
                continue
            for start in self._starts(page, hit):
                phrase = page.lower[start:end]
                if phrase not in seen and phrase in text and whole(page, start, end):
                    seen.add(phrase)
                    found = list(self._phrase(page, phrase))
                    if found:
                        yield from found
                        break

    def _starts(self, page: Page, hit: Hit) -> Iterator[int]:
        """Where the name that ends with the hit can start, the longest first; it must stand inside
        a sentence."""
        low = max(page.block_at(hit.start).start, hit.start - 60)
        match = _CAPITALS.search(page.prose.text[low : hit.start + 1])
        if match is None:
            return
        starts = [
            low + match.start() + m.start()
            for m in re.finditer(r"[A-Z]", match[0])
            if match[0][m.start() - 1 : m.start()] in ("", " ")
        ]
        yield from starts[-self.longest + 1 :]

    def _phrase(self, page: Page, phrase: str) -> Iterator[Finding]:
        kinds, text = kinds_of(self.scope), page.prose.text
        capital, small = list[int](), list[int]()
        at = page.lower.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            block = page.block_at(at)
            if whole(page, at, end) and block.kind in kinds and not _part_of_name(text, at, end):
                words = text[at:end].split()
                if all(word[0].islower() for word in words):
                    small.append(at)
                elif all(word[0].isupper() or word in ("of",) for word in words) and _inside(
                    text, block.start, at
                ):
                    capital.append(at)
            at = page.lower.find(phrase, end)
        if not capital or not small:
            return
        wrong, right = (small, capital) if len(small) < len(capital) else (capital, small)
        better, first = text[right[0] : right[0] + len(phrase)], wrong[0]
        spans = [page.prose.span(a, a + len(phrase)) for a in wrong]
        related = [Related(Place(page.path, span), "here too") for span in spans[1:6]]
        related += [
            Related(Place(page.path, page.prose.span(a, a + len(phrase))), f"“{better}” here")
            for a in right[:5]
        ]
        edits = (
            tuple(Edit(span, better) for span in spans)
            if all(page.exact(a, a + len(phrase)) for a in wrong)
            else ()
        )
        values = {
            "found": text[first : first + len(phrase)],
            "better": better,
            "count": str(len(right)),
        }
        certain = len(right) + len(wrong) > 2 and not self._is_title(
            page, phrase
        )  # one against one proves little
        yield Finding(spans[0], values, edits, tuple(related), certain=certain)

    def _is_title(self, page: Page, phrase: str) -> bool:
        """Whether the phrase is the job itself, or a part of its title: then its capitals may be
        meant."""
        return any(
            phrase.rstrip("s") in text.lower()
            for text in (page.title, *(h.text for h in page.headings))
        )


def _inside(text: str, start: int, at: int) -> bool:
    """Whether a word in lower case stands right before ``at``: then capitals are meant, not those
    of a first word."""
    match = _WORD_BEFORE.search(text[max(start, at - 30) : at])
    return match is not None and match[1][0].islower()


def _part_of_name(text: str, start: int, end: int) -> bool:
    """Whether a name in capitals goes on to the left or the right."""
    before, after = text[max(start - 30, 0) : start], text[end : end + 30]
    left = re.search(r"[A-Z][\w’'-]* (?:of |& )?$", before)
    right = re.match(r" (?:of |& |for )?(?:the )?[A-Z]", after)
    return text[start].isupper() and bool(left or right)
