"""Common nouns with a capital behind “a” or “each”: “for a Company”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.checks.usage._title_lines import in_title_line
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.core.words import whole
from jdlint.lang.en.tagging.closed import CLOSED

# what makes a noun one of many, with the words between them
_ONE_OF_MANY = re.late(
    r"(?:^|[\s(])(?:[Aa]n?|[Aa]ny|[Ee]ach|[Ee]very|[Aa]nother) "
    r"(?P<between>(?:[a-z][a-z-]+,? ){0,4})$"
)
# a mark, the end, or a word that no name goes on with, and that no name follows
_GOES_ON = re.late(
    r"(?! of the [A-Z])(?:[.,;:)!?]|\s*$| (?:that|which|who|whose|to|in|on|at|for|with|of|is|are"
    r"|was|has|have|had|will|can|must|should|may|from|by|through|as|like|where|when|if|than|and|or"
    r"|but) [a-z0-9(])"
)
_BEFORE, _AFTER = 70, 40  # characters around a noun


@dataclass(frozen=True)
class CapitalisedNouns:
    """Reports ``nouns`` (lower case) that stand with a capital behind “a”, “any”, “each” or
    “every”, with nothing but adjectives in between, and are no part of a name.

    Lines of words in capitals are left alone. Values: ``found``, ``better``.
    """

    nouns: tuple[str, ...]
    scope: tuple[str, ...] = ("description", "paragraphs", "items")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    @cached_property
    def needles(self) -> Sequence[str]:
        return tuple(f" {noun}" for noun in self.nouns)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        text, done = page.prose.text, -1
        for hit in hits:
            start, end = hit.start + 1, hit.end
            if not text[start].isupper() or start <= done:
                continue
            end += text[end : end + 1] == "s"
            if whole(page, start, end) and self._is_common(page, start, end):
                done = start
                found, span = text[start:end], page.prose.span(start, end)
                edits = (Edit(span, found.lower()),) if page.exact(start, end) else ()
                yield Finding(span, {"found": found, "better": found.lower()}, edits)

    def _is_common(self, page: Page, start: int, end: int) -> bool:
        text, block = page.prose.text, page.block_at(start)
        if block.kind not in kinds_of(self.scope) or text[start + 1].isupper():
            return False
        before = _ONE_OF_MANY.search(text[max(block.start, start - _BEFORE) : start])
        if before is None or not _GOES_ON.match(text, end, min(block.end, end + _AFTER)):
            return False
        if any(word.rstrip(",") in CLOSED for word in before["between"].split()):
            return False
        return not in_title_line(page, block, start, end)
