"""Words that stand twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.page import Page


@dataclass(frozen=True)
class Doubled:
    """Reports one of ``words`` that is written twice, with nothing but a space in between; the edit
    drops one.

    A pair before a hyphen (“log in in-house”) is left alone. Values: ``found``, ``word``.
    """

    words: tuple[str, ...]
    scope: tuple[str, ...] = ("prose", "headings")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    @cached_property
    def needles(self) -> tuple[str, ...]:
        return tuple(f"{word} {word}" for word in self.words)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        kinds, text = kinds_of(self.scope), page.prose.text
        for hit in hits:
            before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
            if (
                before.isalnum()
                or after.isalnum()
                or (before and before in "-'’_/.")
                or (after and after in "-'’_/‑")
            ):
                continue
            if page.block_at(hit.start).kind not in kinds:
                continue
            word = text[hit.start : hit.start + (hit.end - hit.start) // 2]
            middle = hit.start + len(word)
            edit = Edit(page.prose.span(middle, hit.end), "")
            edits = (edit,) if page.exact(hit.start, hit.end) else ()
            values = {"found": text[hit.start : hit.end], "word": word}
            yield Finding(page.prose.span(hit.start, hit.end), values, edits)
