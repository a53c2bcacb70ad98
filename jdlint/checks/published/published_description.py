"""Descriptions of postings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from jdlint.core.diagnostic import Finding
from jdlint.core.light import Literal, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.posting.published.nodes import Node, Published, every, first, plain

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
            nodes = [n for n in every(posting.node, "description") if plain(n)]
            if not nodes:
                continue
            if self.report == "escaped":
                yield from _escaped(nodes, posting.form, found)
                continue
            text = " ".join(map(plain, nodes))  # exports have it in several parts
            title = first(posting.node, "title")
            part = self._part(text, plain(title) if title else "")
            if part and self.report in ("short", "title"):
                yield Finding(nodes[0].span, {"found": part})
            elif part:
                node = nodes[-1]
                yield Finding(_place(found.source.slice(node.span), part, node), {"found": part})

    def _part(self, text: str, title: str) -> str:
        words = _words(text)
        if self.report == "title":
            return words[:60] if title and words.casefold() == title.casefold() else ""
        if self.report == "short":
            is_title = title and words.casefold() == title.casefold()
            return words[:60] if len(words.encode()) < _SHORT and not is_title else ""
        match = _CUT.search(words[-_TAIL:])
        return match[0].strip() if match else ""


def _escaped(nodes: list[Node], form: str, found: Published) -> Iterator[Finding]:
    # Greenhouse escapes its content once: more than that is too much
    pattern = _TWICE if form == "greenhouse" else _ESCAPED
    for node in nodes:
        text = plain(node)
        if "&lt;" not in text and "&amp;" not in text:
            continue  # most texts: a quick look
        match = pattern.search(text)
        if match:
            span = _place(found.source.slice(node.span), match[0], node)
            yield Finding(span, {"found": match[0]})


@lru_cache(maxsize=4)  # three rules ask for the same text, one after the other
def _words(text: str) -> str:
    return " ".join(_TAG.sub(" ", text).split())


def _place(source: str, part: str, node: Node) -> Span:
    """Where a part of a value stands in the file; the whole value where it is written otherwise."""
    at = source.find(part)
    if at < 0:
        return node.span
    return Span(node.span.start + at, node.span.start + at + len(part))
