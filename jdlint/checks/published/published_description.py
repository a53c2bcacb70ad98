"""Descriptions of postings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from jdlint.core.diagnostic import Finding
from jdlint.core.light import Literal, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.posting.published.nodes import Node, Published, first, plain

_ESCAPED = re.late(
    r"&lt;/?(?:p|br|ul|ol|li|h[1-6]|strong|em|div|span|b|i|a)(?:\s[^&<>]{0,200})?/?&gt;", re.I
)
_TWICE = re.late(r"&amp;(?:lt|gt|amp|nbsp|quot|#[0-9]{1,5});", re.I)
_TAG = re.late(r"<[^<>]*>")
_SHORT = 120  # bytes, for Japanese says more in a letter: no duties and terms fit into fewer
_TAIL = 40  # letters at the end that are looked at
_CUT = re.late(r"(?:\.\.\.|…|\[…\]|\bread more)\s*$", re.I)


@dataclass(frozen=True)
class PublishedDescription:
    """Reports descriptions that were ``escaped`` once too often, are ``short``, are the ``title``
    again, or ``cut`` off. Values: ``found``."""

    report: Literal["escaped", "short", "title", "cut"]

    def check_published(self, found: Published) -> Iterator[Finding]:
        for posting in found.postings:
            node = first(posting.node, "description")
            text = plain(node) if node else ""
            if node is None or not text:
                continue
            title = first(posting.node, "title")
            part = self._part(text, posting.form, plain(title) if title else "")
            if part and self.report in ("short", "title"):
                yield Finding(node.span, {"found": part})
            elif part:
                yield Finding(_place(found.source.slice(node.span), part, node), {"found": part})

    def _part(self, text: str, form: str, title: str) -> str:
        if self.report == "escaped":
            if "&lt;" not in text and "&amp;" not in text:
                return ""  # most texts: a quick look
            # Greenhouse escapes its content once: more than that is too much
            match = (_TWICE if form == "greenhouse" else _ESCAPED).search(text)
            return match[0] if match else ""
        words = _words(text)
        if self.report == "title":
            return words[:60] if title and words.casefold() == title.casefold() else ""
        if self.report == "short":
            is_title = title and words.casefold() == title.casefold()
            return words[:60] if len(words.encode()) < _SHORT and not is_title else ""
        match = _CUT.search(words[-_TAIL:])
        return match[0].strip() if match else ""


@lru_cache(maxsize=4)  # three rules ask for the same text, one after the other
def _words(text: str) -> str:
    return " ".join(_TAG.sub(" ", text).split())


def _place(source: str, part: str, node: Node) -> Span:
    """Where a part of a value stands in the file; the whole value where it is written otherwise."""
    at = source.find(part)
    if at < 0:
        return node.span
    return Span(node.span.start + at, node.span.start + at + len(part))
