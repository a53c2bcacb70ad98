"""Pages of which no sentence was read."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span

_WORD = re.late(r"[^\W\d_]{3,}")
_PROSE_WORDS = 8  # a title and a label have no more


@dataclass(frozen=True)
class UnreadText:
    """Reports a page of ``least`` words or more (keys and code included) of which but a few are
    prose: what it says stands where no check looks. Values: ``count``."""

    least: int = 80

    facets: ClassVar = ("wordless",)

    def check(self, page: Page) -> Iterator[Finding]:
        if len(page.prose.text.split()) > _PROSE_WORDS + len(page.title.split()):
            return
        count = sum(1 for _ in _WORD.finditer(page.source.text))
        if count >= self.least:
            end = page.source.text.find("\n")
            yield Finding(Span(0, max(end, 0)), {"count": str(count)})
