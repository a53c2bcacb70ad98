"""Lines that are set as titles: their capitals say nothing of a word."""

from __future__ import annotations

from jdlint.core.page import Block, Page

_LONGER = 5  # letters of a word that titles, too, may have in lower case when it is shorter


def in_title_line(page: Page, block: Block, start: int, end: int) -> bool:
    """Whether most longer words around a place of a block start with a capital, or none is there
    to tell."""
    text = page.prose.text
    around = f"{text[block.start : start]} {text[end : block.end]}"
    beside = [word for word in around.split() if len(word) >= _LONGER]
    return not beside or 2 * sum(word[0].isupper() for word in beside) > len(beside)
