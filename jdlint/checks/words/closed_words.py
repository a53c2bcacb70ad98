"""Words that stand as two, or with a hyphen, and are written as one: “note book”,
“micro-biology”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.checks import Hit
from jdlint.checks._where import Silences, Where
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass, field
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.core.words import like, whole
from jdlint.lang.en.spelling.compounds import closed_words

# what follows where the second word is a verb: time lines up, the land marks a border
_AS_VERB = re.late(
    r" (?:up|out|off|in|into|on|to|at|by|as|for|with|when|during|after|before|the|an?|our|your"
    r"|their|its|it|them|us|you|that|how|what|my|me|his|him|her|this|these|those)\b"
)
# behind these the second word is no noun: you drive way too fast
_NO_NOUN = re.late(r" (?:too|alone)\b")

# “and out come all the mates”: the verb stands behind its particle
_INVERTED = re.late(r"\b(?:and|then|or|so) (?:out|in|up|off|on|over|down) [a-z]+\Z")

# written as one in America, with a hyphen in Britain
_EITHER = frozenset(f"{one}{two}" for one in ("north", "south") for two in ("east", "west"))


@dataclass(frozen=True)
class ClosedWords(Where):
    """Reports the counted words of the lexicon, and those of ``swap``, that are not written as one.

    A word that a hyphen joins to a third, and a name (“Note Book”), are left alone, and so is what
    an ``unless`` pattern overlaps. Values: ``found``, ``better``.
    """

    swap: Mapping[str, str] = field(default_factory=dict)
    scope: tuple[str, ...] = ("prose", "headings", "title")

    @cached_property
    def _words(self) -> Mapping[str, str]:
        known = {**closed_words(), **self.swap}
        return {found: better for found, better in known.items() if better not in _EITHER}

    @cached_property
    def needles(self) -> Sequence[str]:
        return tuple(self._words)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        text, blocks, last = page.prose.text, Silences(self, page), 0
        for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
            start, end = hit.start, hit.end
            if start < last or not whole(page, start, end) or not blocks.hear(start, end):
                continue
            found = text[start:end]
            if (
                text[start - 1 : start] in ("-", ".")
                or text[end : end + 1] == "-"
                or _is_name(found)
            ):
                continue
            if _INVERTED.search(text[max(start - 5, 0) : end]):
                continue
            if _NO_NOUN.match(text, end) or (found.endswith("s") and _AS_VERB.match(text, end)):
                continue
            last = end
            better, span = (
                like(found, self._words[self.needles[hit.needle]]),
                page.prose.span(start, end),
            )
            edits = (Edit(span, better),) if page.exact(start, end) else ()
            yield Finding(span, {"found": found, "better": better}, edits)


def _is_name(found: str) -> bool:
    """Whether both words carry a capital, as those of a name or a headline do."""
    _, _, second = found.partition(" ")
    return bool(second) and second[0].isupper() and not found.isupper()
