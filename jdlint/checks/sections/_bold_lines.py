"""Short lines in bold alone: what looks like a heading."""

from __future__ import annotations

from jdlint.core.page import Block, Page

_MARKS = ("***", "**", "__")
_LONGEST = 60  # characters of a heading
_MOST = 10  # words of one
_SHOUTED = 5  # words in capitals: more are a sentence, or the title of a poster
_ABBREVIATION = 5  # letters: EEOC is no heading
_SENTENCE = tuple(".,;!…")


def is_line(page: Page, block: Block, marks: tuple[str, ...] = _MARKS) -> bool:
    """Whether a block is a short line in bold (or other ``marks``) alone, and no sentence; without
    marks, one in capitals."""
    if block.kind != "paragraph" or block.list >= 0 or block.end - block.start > _LONGEST:
        return False
    text = page.text(block).strip()
    if text.endswith(_SENTENCE) or "following" in text or "￼" in text:
        return False
    if not 1 <= len(text.split()) <= _MOST:
        return False
    if marks:
        return is_bold(page, block, marks)
    few = len(text) > _ABBREVIATION and len(text.split()) <= _SHOUTED
    shouted = few and text.isupper() and "\n" not in text
    return shouted and not is_bold(page, block)


def is_bold(page: Page, block: Block, marks: tuple[str, ...] = _MARKS) -> bool:
    """Whether marks of bold stand right before and behind all of a block, which is alone on its
    line."""
    source = page.source.text
    for mark in marks:
        start, end = block.source_start - len(mark), block.source_end + len(mark)
        if source[max(start, 0) : block.source_start] != mark:
            continue
        low = source.rfind("\n", 0, block.source_start) + 1
        high = source.find("\n", block.source_end)
        line = source[low : high if high >= 0 else len(source)].strip().rstrip(":").rstrip()
        return source[block.source_end : end] == mark and line == source[start:end]
    return False
