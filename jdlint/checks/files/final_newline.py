"""The end of a file."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.text import Span


@dataclass(frozen=True)
class FinalNewline:
    """Reports a file whose last line has no line end; one of nothing but spaces is left to
    ``trailing-space``."""

    facets: ClassVar = ("unended",)

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.source.text
        if text.rstrip(" \t")[-1:] not in ("", "\r", "\n"):
            end = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
            span = Span(len(text), len(text))
            yield Finding(span, {}, (Edit(span, end),))
