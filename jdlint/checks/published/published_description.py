"""Descriptions of postings."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import Literal, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.core.tools import lru_cache
from jdlint.posting.published.nodes import (
    Node,
    Posting,
    Published,
    every,
    first,
    of_last,
    plain,
    text_at,
)
from jdlint.posting.published.own_names import MARKUP

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
_PARAGRAPH = 1_000  # letters: some 160 words, more than twice the longest paragraph of most texts
_BREAK = re.late(r"<(?:p|br|li|ul|ol|div|h[1-6]|tr|section)\b", re.I)
_PAY_FIELDS = ("baseSalary", "estimatedSalary", "salary")
_SUM = r"[0-9]{1,3}(?:[,. ][0-9]{3})+(?:[.,][0-9]{2})?|[0-9]{2,3}k"
_HOURLY = r"[0-9]{1,3}[.,][0-9]{2}"
# both start with a set of signs, so that their starts are found fast
_RANGES = (
    re.late(
        rf"[$€£] ?(?:{_SUM}|{_HOURLY})(?: ?(?:USD|EUR|GBP|CAD))?"
        rf" ?(?:-|–|—|&[nm]dash;|to|and|bis|à) ?[$€£]? ?(?:{_SUM}|{_HOURLY})",
        re.I,
    ),
    re.late(
        r"[0-9]{1,3}(?:[. ][0-9]{3})+ ?(?:€|EUR)? ?(?:-|–|—|bis|à) ?"
        r"[0-9]{1,3}(?:[. ][0-9]{3})+ ?(?:€|EUR)"
    ),
)
_COINS = ("$", "€", "£", "EUR")
_PAID = re.late(
    r"\b(?:salar\w+|pay|paid|compensation|wages?|base|remuneration|earn\w*|stipend"
    r"|gehalt\w*|jahresgehalt|vergütung|verdien\w*|salaire|rémunération|sueldo|stipendio|ral)\b",
    re.I,
)
_OTHER = re.late(
    r"\b(?:budgets?|revenue|funding|raised|deals?|quota|portfolio|ote|bonus|sign-?on|fund|sales"
    r"|turnover|equity|worth|grants?|insurance)\b",
    re.I,
)
_PER = re.late(
    r"(?: ?(?:USD|EUR|GBP|CAD))?,? ?(?:/|per|an?|pro|par|gross per|im)[ ]?"
    r"(?:year|annum|yr|hour|hr|h|month|jahr|monat|stunde|an|mois|heure)\b|,? annually",
    re.I,
)
_CUT = re.late(r"(?:\.\.\.|…|\[…\]|\bread more)\s*$", re.I)


@dataclass(frozen=True)
class PublishedDescription:
    """Reports descriptions that were ``escaped`` once too often, are ``short``, are the ``title``
    again, ``cut`` off, long and without paragraphs (``unbroken``), or that name a ``pay`` which the
    markup does not. Values: ``found``."""

    report: Literal["escaped", "short", "title", "cut", "unbroken", "pay"]

    def check_published(self, found: Published) -> Iterator[Finding]:
        for posting in found.postings:
            nodes = _nodes(posting)
            if not nodes:
                continue
            if self.report == "escaped":
                yield from _escaped(nodes, posting.form, found)
                continue
            if self.report == "unbroken":
                if all(map(_is_unbroken, nodes)):
                    yield Finding(Span(nodes[0].span.start, nodes[0].span.start + 1))
                continue
            if self.report == "pay":
                yield from _pays(nodes, posting, found)
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


def _is_unbroken(node: Node) -> bool:
    """Whether a text is too long for one paragraph, and is one."""
    text = plain(node)
    if len(text) < _PARAGRAPH or "\n" in text or "&lt;" in text or "&amp;lt;" in text:
        return False
    return _BREAK.search(text) is None


def _pays(nodes: list[Node], posting: Posting, found: Published) -> Iterator[Finding]:
    """A range of pay that a text names, where the markup has none."""
    if posting.form not in MARKUP or any(first(posting.node, name) for name in _PAY_FIELDS):
        return
    for node in nodes:
        text = plain(node)
        if not any(sign in text for sign in _COINS):
            continue
        ranges = (m for pattern in _RANGES for m in pattern.finditer(text))
        match = next(filter(_is_pay, ranges), None)
        if match:
            part = match[0].strip()
            yield Finding(_place(found.source.slice(node.span), part, node), {"found": part})
            return


def _is_pay(match: re.Match[str]) -> bool:
    """Whether a range of money is what the job pays, no budget and no round."""
    before = match.string[max(0, match.start() - 80) : match.start()]
    after = match.string[match.end() : match.end() + 30]
    return not _OTHER.search(before) and bool(_PAID.search(before) or _PER.match(after))


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
            whole = form in MARKUP and _BREAK.search(text) is None  # search engines may unescape it
            variant = "whole" if whole else ""
            yield Finding(span, {"found": match[0]}, variant=variant, certain=not whole)


@lru_cache(maxsize=4)  # two rules ask for the same text, one after the other
def _words(text: str) -> str:
    return " ".join(_TAG.sub(" ", text).split())


def _place(source: str, part: str, node: Node) -> Span:
    """Where a part of a value stands in the file; the whole value where it is written otherwise."""
    at = source.find(part)
    if at < 0:
        return node.span
    return Span(node.span.start + at, node.span.start + at + len(part))
