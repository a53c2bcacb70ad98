"""Descriptions of postings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from jdlint.core.diagnostic import Finding
from jdlint.core.light import Literal, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.posting.published.nodes import (
    Node,
    Posting,
    Published,
    every,
    of_last,
    plain,
    text_at,
)

_ESCAPED = re.late(
    r"&lt;/?(?:p|br|ul|ol|li|h[1-6]|strong|em|div|span|b|i|a)(?:\s[^&<>]{0,200})?/?&gt;", re.I
)
# escaped twice: its tags, or what people then read as “&nbsp;”; once escaped, “&amp;nbsp;” is right
_TAGS_TWICE = re.late(
    r"&amp;lt;(?=/?(?:p|br|ul|ol|li|h[1-6]|strong|em|div|span|b|i|a)(?:\s|/|&amp;gt;))", re.I
)
_SIGNS_TWICE = re.late(r"&amp;amp;(?=(?:lt|gt|amp|nbsp|quot|#[0-9]{1,5});)", re.I)
_TAG = re.late(r"<[^<>]*>")
_SHORT = 120  # bytes, for Japanese says more in a letter: no duties and terms fit into fewer
_LONG = 600  # letters of which, but for their tags, more than _SHORT are left in most texts
_TAIL = 40  # letters at the end that are looked at
_CUT = re.late(r"(?:\.\.\.|…|\[…\]|\bread more)\s*$", re.I)


@dataclass(frozen=True)
class PublishedDescription:
    """Reports descriptions that were ``escaped`` once too often, are ``short``, are the ``title``
    again, or ``cut`` off. Values: ``found``."""

    report: Literal["escaped", "short", "title", "cut"]

    def check_published(self, found: Published) -> Iterator[Finding]:
        for posting in found.postings:
            nodes = _nodes(posting)
            if not nodes:
                continue
            if self.report == "escaped":
                yield from _escaped(nodes, posting.form, found)
                continue
            part = self._part(nodes, posting)
            if part and self.report in ("short", "title"):
                yield Finding(nodes[0].span, {"found": part})
            elif part:
                node = nodes[-1]
                yield Finding(_place(found.source.slice(node.span), part, node), {"found": part})

    def _part(self, nodes: list[Node], posting: Posting) -> str:
        if self.report == "cut":
            match = _CUT.search(_end(nodes))
            return match[0].strip() if match else ""
        title = text_at(posting.node, "title")
        if sum(len(node.value) for node in nodes if type(node.value) is str) > _LONG:
            start = _start(plain(nodes[0]))  # of most texts, that is enough
            if len(start) > max(_SHORT, 3 * len(title)):  # small letters may be three for one
                return ""
        words = _words(" ".join(map(plain, nodes)))  # exports have it in several parts
        is_title = bool(title) and words.casefold() == title.casefold()
        if self.report == "title":
            return words[:60] if is_title else ""
        return words[:60] if len(words.encode()) < _SHORT and not is_title else ""


@of_last
def _nodes(posting: Posting) -> list[Node]:
    return [node for node in every(posting.node, "description") if plain(node)]


def _start(text: str) -> str:
    """The first words of a text, without tags."""
    start = text[:_LONG]
    if start.rfind("<") > start.rfind(">"):  # half of a tag
        start = start[: start.rfind("<")]
    return _words(start)


@of_last
def _end(nodes: list[Node]) -> str:
    """The last words of a description, without tags."""
    text = plain(nodes[-1])
    tail = text[-_LONG:]
    if 0 <= tail.find(">") < (tail + "<").find("<"):  # half of a tag
        tail = tail[tail.find(">") + 1 :]
    end = _words(tail)
    return (end if len(end) >= _TAIL else _words(" ".join(map(plain, nodes))))[-_TAIL:]


def _escaped(nodes: list[Node], form: str, found: Published) -> Iterator[Finding]:
    for node in nodes:
        text = plain(node)
        if "&lt;" not in text and "&amp;" not in text:
            continue  # most texts: a quick look
        if form == "greenhouse":  # it escapes its content once: more than that is too much
            tags = None if _ESCAPED.search(text) else _TAGS_TWICE.search(text)
            match = tags or _SIGNS_TWICE.search(text)
        else:
            match = _ESCAPED.search(text)
        if match:
            span = _place(found.source.slice(node.span), match[0], node)
            yield Finding(span, {"found": match[0]})


@lru_cache(maxsize=4)  # two rules ask for the same text, one after the other
def _words(text: str) -> str:
    return " ".join(_TAG.sub(" ", text).split())


def _place(source: str, part: str, node: Node) -> Span:
    """Where a part of a value stands in the file; the whole value where it is written otherwise."""
    at = source.find(part)
    if at < 0:
        return node.span
    return Span(node.span.start + at, node.span.start + at + len(part))
