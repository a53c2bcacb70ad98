"""“a” before a vowel sound, “an” before a consonant sound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.page import Page

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
# “u” as in “you”, and “one”: written with a vowel, spoken with a consonant.
_CONSONANT = re.compile(
    r"(?:uni(?![nm]|d[ei])|unan|use|usa|usu|uti|ubi|ura|uro|ute|uk|eu|ew|one(?![a-z])|once|oui|u[- ])"
)
_EIGHT_OR_ELEVEN = re.compile(r"8|1[18](?!\d)")  # eight, eighty, eleven, eighteen
_SILENT_H = re.compile(r"(?:hour|honest|hono|heir)")
_LETTER_VOWEL = frozenset("AEFHILMNORSX")


@dataclass(frozen=True)
class ArticleSound:
    """Reports an indefinite article that does not fit the sound of the next word; the edit swaps
    it.

    ``spelled`` are abbreviations said letter by letter; others in capitals are only looked at where
    both ways of saying them ask for the same article. Both are right before words of ``either``.
    Values: ``found``, ``better``.
    """

    spelled: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    scope: tuple[str, ...] = ("prose",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    @cached_property
    def needles(self) -> tuple[str, ...]:
        consonants = [f" an {letter}" for letter in "bcdfghjklmnpqrstuvwxyz"]
        letters = [f" a {word.lower()}" for word in self.spelled if word[0] not in "AEIO"]
        spoken = (
            " a hour",
            " a honest",
            " a honour",
            " a heir",
            " an eu",
            " an one",
            " a 8",
            " a 11",
            " a 18",
        )
        return (*(f" a {letter}" for letter in "aeiou"), *spoken, *consonants, *letters)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        kinds, text, seen = kinds_of(self.scope), page.prose.text, set[int]()
        for hit in hits:
            article = hit.start + 1
            if (
                article in seen
                or text[article].isupper()
                or page.block_at(hit.start).kind not in kinds
            ):
                continue
            seen.add(article)
            size = 2 if text[article + 1] in "nN" else 1
            word = _WORD.match(text, article + size + 1)
            wanted = self._article(word.group()) if word else ""
            if word and wanted and wanted != text[article : article + size]:
                span = page.prose.span(article, article + size)
                edits = (Edit(span, wanted),) if page.exact(article, article + size) else ()
                found = text[article : word.end()]
                yield Finding(span, {"found": found, "better": f"{wanted} {word.group()}"}, edits)

    def _article(self, word: str) -> str:
        """“a”, “an”, or nothing where both are heard or the word only looks like one (“a or b”)."""
        low = word.lower()
        if (
            low in self.either
            or low in ("or", "and", "of", "e", "i")
            or (len(word) == 1 and word.islower())
        ):
            return ""
        head = re.match(r"[A-Z]{2,}(?![a-z])|[A-Z](?![a-z])", word)
        if head:
            letters = "an" if word[0] in _LETTER_VOWEL else "a"
            if head.group() in self.spelled or len(head.group()) == 1:
                return letters
            return letters if letters == _spoken(low) else ""
        return _spoken(low)


def _spoken(word: str) -> str:
    """The article that a word asks for when it is read aloud."""
    if word[0] in "aeiou":
        return "a" if _CONSONANT.match(word) else "an"
    if _SILENT_H.match(word):
        return "an"
    if word[0].isdigit():
        return "an" if _EIGHT_OR_ELEVEN.match(word) else ""
    return "a"
