"""Common terms in capitals inside a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.pattern import compile_pattern
from jdlint.core.words import whole

_AFTER = re.late(
    r" (?:of |& )?[A-Z]|[-/]\w| (?:team|department|group|organi[sz]ation|division|function"
    r"|manager|engineer|stage|job family)s?\b"
)
# the other parts of a series in which the term stands
_PART_BEFORE = re.late(r"(?P<term>[A-Z]\w+ [A-Z]\w+),? (?:and|or|&) \Z")
_PART_BEHIND = re.late(r"(?:,| and| or|, and|, or) ?(?P<term>[A-Z]\w+ [A-Z]\w+)")
_FAR = 60  # characters of a part


@dataclass(frozen=True)
class CapitalisedTerms:
    """Reports ``terms`` (lower case) whose words all start with a capital, or the first of several,
    after a word in lower case.

    A term that is part of a longer name, or the name of a team, is left alone, as is one in a
    sentence that one of the ``unless`` patterns finds, and one beside a term in capitals that is
    not known: one of a series in small letters would be worse than none. Values: ``found``,
    ``better``.
    """

    terms: tuple[str, ...]
    unless: tuple[str, ...] = ()
    scope: tuple[str, ...] = ("description", "prose")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    @property
    def needles(self) -> Sequence[str]:
        return self.terms

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        text = page.prose.text
        for hit in hits:
            start, end = hit.start, hit.end
            if not self._is_term(page, start, end) or self._in_series(text, start, end):
                continue
            better, span = text[start:end].lower(), page.prose.span(start, end)
            edits = (Edit(span, better),) if page.exact(start, end) else ()
            yield Finding(span, {"found": text[start:end], "better": better}, edits)

    def _is_term(self, page: Page, start: int, end: int) -> bool:
        """Whether all words have a capital, or the first, behind a word in lower case, and are no
        part of a name."""
        text = page.prose.text
        words = text[start:end].replace("-", " ").split()
        first = words[0][:1].isupper()
        if text[start - 1 : start] != " " or not first or any(map(str.isupper, words)):
            return False
        if len({word[:1].isupper() for word in words}) > 1 and not " ".join(words[1:]).islower():
            return False  # “Quality Assurance”, and “Quality assurance”
        if not whole(page, start, end) or _AFTER.match(text, end):
            return False
        if page.source.text[page.prose.span(start, end).start - 1] == "\n":
            return False  # a line of its own
        before = text[max(0, start - 30) : start - 1].rpartition(" ")[2].rpartition("\n")[2]
        marks = ".:!?" if all(word[:1].isupper() for word in words) else ".:!?,;"  # parts of a list
        if not before[:1].islower() or before[-1:] in marks:
            return False
        block = page.block_at(start)
        return block.kind in kinds_of(self.scope) and not any(
            compile_pattern(p, ignore_case=True).search(page.text(block)) for p in self.unless
        )

    def _in_series(self, text: str, start: int, end: int) -> bool:
        """Whether a part of a series beside the term has capitals too and is none of ``terms``."""
        beside = (
            _PART_BEFORE.search(text[max(0, start - _FAR) : start]), _PART_BEHIND.match(text, end)
        )  # fmt: skip
        return any(match and match["term"].lower() not in self.terms for match in beside)
