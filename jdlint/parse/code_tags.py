"""Code in tags of HTML inside a line of words."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.page import HIDDEN
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.parse.prose import Words

CODE = frozenset("code kbd samp var tt pre".split())  # tags of what is no prose
_CODE_TAG = re.late(rf"<(?P<close>/?)(?P<name>{'|'.join(sorted(CODE))})\b", re.IGNORECASE)


def code_in_tags(words: Words, start: int, end: int) -> Iterator[Span]:
    """Take the tag between two offsets: what stands in <code> and its like is no prose, as between
    backticks. Yields the whole of it where it closes."""
    tag = _CODE_TAG.match(words.masked, start, end)
    if tag is None:
        return
    name = tag["name"].lower()
    if words.code_tag:
        if tag["close"] and name == words.code_tag:
            words.code_tag = ""
            yield Span(words.code_at, end)
    elif not tag["close"]:
        blank = words.masked.find("\n\n", end)
        last = blank if blank >= 0 else len(words.masked)
        if words.masked.find(f"</{tag['name']}", end, last) >= 0:
            words.add(HIDDEN, start, end)
            words.code_tag, words.code_at = name, start
