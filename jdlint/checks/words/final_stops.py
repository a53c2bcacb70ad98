"""Paragraphs and items whose last sentence has no end."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import HIDDEN, Block, Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.core.words import word_set

_STOP = re.late(r"[a-z]{3}[.!?] +(?=[A-Z“\"])")
_WORDS = re.late(r"\S+(?:\s+\S+){0,2}$")
_VERB = re.late(
    r"\b(?:is|are|was|were|be|have|has|had|will|would|can|could|should|must|may|do|does|we|you"
    r"|they|it|please|[a-z]{3,}(?:ed|ing|es))\b",
    re.IGNORECASE,
)
_SIGNS = re.late(r"@|[=-]>|→")  # an address, or what came of a goal: “=> done”
_SMILEY = re.late(r"[:;=]['-]?[DPpoO]$")
# what a sentence that goes on in the next paragraph ends with
_CUT = word_set(
    "to of for with the a an and or at by from as our your their its that is are via following"
)
_LINES = re.late(r"[a-z)][ \t]*\r?\n[A-Z][^\n]*$")
_LABEL = re.late(r"[ \t]*(?:\*\*|__)?[A-Z][\w/&' -]{1,40}:(?:\*\*|__)?[ \t]")
_LEAST = 5  # words of a sentence that is surely one


@dataclass(frozen=True)
class FinalStops:
    """Reports a paragraph or item of two sentences or more whose last, of ``least`` words or more,
    ends without a mark; one that introduces a list, goes on in the next, or ends in a link, an
    address, code or a line with a label, is left alone. Values: ``found`` (its last words).
    """

    least: int = _LEAST

    def check(self, page: Page) -> Iterator[Finding]:
        for index, block in enumerate(page.blocks):
            item = block.kind == "item" and block.list >= 0
            if not item and (block.kind != "paragraph" or block.list >= 0):
                continue
            text = page.text(block).rstrip()
            if _SMILEY.search(text) or text.rsplit(None, 1)[-1].lower() in _CUT:
                continue
            if not text[-1:].isalpha() or not text[-1:].isascii() or "\n" in text:
                continue
            if _LINES.search(page.source.slice(block.span)):
                continue  # lines without ends: it is a list in all but name
            following = page.blocks[index + 1] if index + 1 < len(page.blocks) else None
            if following is not None and _goes_on(block, following, page):
                continue
            if _ends_apart(page, block):
                continue
            last = _last(text)
            if len(last.split()) >= self.least and _VERB.search(last) and not _SIGNS.search(last):
                yield _finding(page, block.start + len(text), text)


def _goes_on(block: Block, following: Block, page: Page) -> bool:
    """Whether a block introduces the list below it, or goes on behind an empty line."""
    if following.list < 0 or (following.list == block.list and following.item == block.item):
        return page.text(following)[:1].islower()
    return following.list != block.list and (
        block.list < 0 or page.lists[following.list].parent == block.list
    )


def _ends_apart(page: Page, block: Block) -> bool:
    """Whether a paragraph ends in a link, or its last line of several opens with a label:
    “**Travel:** ten days”."""
    source = page.source.text
    if source[block.source_end : block.source_end + 1] == "]":
        return True
    line = page.source.slice(block.span).rpartition("\n")
    return bool(line[1]) and _LABEL.match(line[2]) is not None


def _last(text: str) -> str:
    """The last sentence where another one comes before it; empty where none does."""
    end = 0
    for match in _STOP.finditer(text):
        if _is_sentence(text[: match.start() + 3]):
            end = match.end()
    last = text[end:] if end else ""
    return "" if HIDDEN in last or "/" in last.rsplit(None, 1)[-1:] else last


def _is_sentence(text: str) -> bool:
    """Whether a text ends with a sentence, its stop left out: a capital, and two words at least."""
    before, stop, _ = max((text.rpartition(mark) for mark in ".!?"), key=lambda cut: len(cut[0]))
    words = text[len(before) + len(stop) :].split()
    return len(words) > 1 and words[0][0].isupper() and any(w[-2:].islower() for w in words[:-1])


def _finding(page: Page, end: int, text: str) -> Finding:
    match = _WORDS.search(text)
    start = end - (len(match[0]) if match else 1)
    span = page.prose.span(start, end)
    after = page.source.text[span.end : span.end + 1]
    edits = (Edit(Span(span.end, span.end), "."),) if not after.strip() else ()
    return Finding(span, {"found": page.prose.text[start:end]}, edits)
