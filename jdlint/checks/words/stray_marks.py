"""Marks of emphasis that are printed because their partner is missing."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span

_MARKS = ("**", "_", "~~")
_STAR = " * "
# one star between two words of a sentence, left of a list or of emphasis: “the * ropes”
_BETWEEN = late(r"[A-Za-z]{3,},? (?P<at>\*) [A-Za-z]{3,}")
_FORMULA = late(r"[=+×÷]|\bmultipl|\bformula")
_SENTENCE = 6  # words of a block that is more than a row of names
_KINDS = frozenset(("paragraph", "item", "heading", "quote", "cell"))
_DOUBLE = late(
    r"\*\*+|\A_\Z|(?<=\s)__(?=\s)|(?:^|[\s(“\"])(?P<open>__+)(?=[A-Za-z])"
    r"|[A-Za-z.,:](?P<close>__+)(?=[\s).,:]|$)"
)
_SINGLE = late(
    r"(?:^|[\s(“\"])(?P<open>_)(?=[A-Z][a-z]* [a-z])|[a-z][.!,]?(?P<close>_)(?=[\s).,:]|$)"
)

_STRUCK = late(r"(?:^|[\s(“\"])(?P<open>~~)(?=[A-Za-z])|[A-Za-z.,:!?)](?P<close>~~)(?=[\s).,:]|$)")

# a pair with a space before its end, and a word right behind it
_SPACED = late(r"(?<![\w*])\*\*(?P<words>[^\s*](?:[^*\n]{0,80}[^\s*])?)(?P<gap> +)\*\*(?=[^\s*])")
# a pair with a space behind its start
_LOOSE = late(r"(?<![\w*])\*\* +(?P<words>[A-Za-z“\"(](?:[^*\n]{0,80}[^\s*])?) *\*\*(?![\w*])")
# a pair whose words end with a mark, and a word right behind it: “**Place:**Riga” closes nothing
_GLUED = late(r"(?<![\w*])\*\*(?P<words>[^\s*](?:[^*\n]{0,80}?)[:.!?)])\*\*(?=[A-Za-z0-9])")
_PAIRS = {"glued": _GLUED, "space": _SPACED, "pair": _LOOSE}
# a line that opens with one star and closes its words with two, or the other way round
_UNEVEN = late(
    r"^[ \t]*(?:[-+*][ \t]+|#{1,6}[ \t]+)?(?P<at>\*(?![*\s])(?P<one>[^*\n]{1,80})(?<!\s)\*\*"
    r"|\*\*(?![*\s])(?P<two>[^*\n]{1,80})(?<!\s)\*)(?!\*)(?=[^*\n]*$)",
    re.M,
)
# a space as an entity beside the marks: some Markdown programs set these in bold, others do not
_ENTITY = late(r"\*\*(?:&nbsp;)?[^*\n]{1,80}&nbsp;\*\*|\*\*&nbsp;[^*\n]{1,80}\*\*")
# a whole pair, which is printed only where Markdown is not read
_WHOLE = late(r"(?<![\w*])\*\*(?P<words>[^\s*](?:[^*\n]{0,200}[^\s*])?)\*\*(?![\w*])")
_LINK = late(
    r"\[(?P<words>[^\[\]\n]{1,200})\]\((?P<url>(?:https?:|mailto:|/|#)[^\s()<>\"]{1,500})\)"
)
_TAG = late(  # no span: kramdown reads Markdown inside it, whatever stands before
    r"<(?P<close>/?)(?:div|p|section|article|details|li|ul|ol|td|th|table|h[1-6])\b[^<>]{0,2000}>",
    re.I,
)
_FOOTNOTE = late(
    r"\w\*(?!\*)(?=[\s.,;:)]|$)"
)  # a star after a word counts notes; two stars may too


@dataclass(frozen=True)
class StrayMarks:
    """Reports ``**``, ``__``, ``~~`` or an underscore at the edge of words that Markdown prints as
    it stands. Values: ``found``, ``better``. Variants: ``space`` (“**Pay: **30,000”: the pair is
    whole but for a space inside it), ``pair`` (“** Pay: **”: one behind its start), ``glued``
    (“**Pay:**fair”: none behind it), ``uneven`` (“*Pay:**”), ``html`` (a whole pair inside an HTML
    element, where Markdown is not read), ``link`` (a link there), ``star`` (“the * ropes”)."""

    marks: ClassVar = (*_MARKS, "](", _STAR)

    def check(self, page: Page) -> Iterator[Finding]:
        for block in page.blocks:
            if block.kind in _KINDS:
                within = page.prose.span(block.start, block.start + 1).start
                raw = page.is_hidden(within)
                yield from self._raw(page, block) if raw else self._in(page, block)

    def _raw(self, page: Page, block: Block) -> Iterator[Finding]:
        """Whole pairs in a block of HTML; an attribute ``markdown`` lets them be read."""
        text = page.text(block)
        for match in _WHOLE.finditer(text) if "**" in text else ():
            start, end = block.start + match.start(), block.start + match.end()
            if page.exact(start, end):
                better = f"<strong>{match['words']}</strong>"
                yield from self._unread(page, page.prose.span(start, end), match, "html", better)
        source = page.source.slice(block.span)
        for match in _LINK.finditer(source) if "](" in source else ():
            span = Span(block.span.start + match.start(), block.span.start + match.end())
            better = f'<a href="{match["url"]}">{match["words"]}</a>'
            yield from self._unread(page, span, match, "link", better)

    def _unread(
        self, page: Page, span: Span, match: re.Match[str], variant: str, better: str
    ) -> Iterator[Finding]:
        element = next((h for h in page.hidden if h.start <= span.start < h.end), span)
        html, before = page.source.slice(element), page.source.text[element.start : span.start]
        # lists of attributes ({: .panel}) tell that the site's kramdown reads what is inside
        if "markdown=" not in html and "{:" not in html and _is_within(before):
            found = {"found": match[0], "words": match["words"]}
            yield Finding(span, found, (Edit(span, better),), variant=variant)

    def _spaced(
        self, page: Page, block: Block, match: re.Match[str], variant: str
    ) -> Iterator[Finding]:
        """The whole pair, with its stars beside its words."""
        start, end = block.start + match.start(), block.start + match.end()
        if page.exact(start, end):
            span = page.prose.span(start, end)
            behind = " " if variant == "glued" else match.groupdict().get("gap", "")
            edit = Edit(span, f"**{match['words']}**{behind}")
            yield Finding(span, {"found": match[0]}, (edit,), variant=variant)

    def _uneven(self, page: Page, block: Block) -> Iterator[Finding]:
        """Words with one star on one side and two on the other."""
        text = page.source.text
        first = text.rfind("\n", 0, block.span.start) + 1  # a block starts with its words
        last = text.find("\n", block.span.end)
        for match in _UNEVEN.finditer(text[first : last if last >= 0 else len(text)]):
            span = Span(first + match.start("at"), first + match.end("at"))
            if not page.in_code(span.start) and not page.is_hidden(span.start):
                better = f"**{match['one'] or match['two']}**"
                values = {"found": match["at"], "better": better}
                yield Finding(span, values, (Edit(span, better),), variant="uneven")

    def _in(self, page: Page, block: Block) -> Iterator[Finding]:
        text = page.text(block)
        if _STAR in text:
            yield from _between(page, block, text)
        uneven = [*self._uneven(page, block)] if "*" in text else []
        yield from uneven
        if uneven or not any(mark in text for mark in _MARKS) or _FOOTNOTE.search(text):
            return
        source = page.source.slice(block.span) if "**" in text else ""
        if "**{" in source or _ENTITY.search(source):
            return  # a list of attributes, “**Boats?**{:.red}”, is no letter beside the mark
        spaced: list[re.Match[str]] = []
        for variant, pattern in _PAIRS.items() if "**" in text else ():
            for match in pattern.finditer(text):
                if not any(_overlap(match, other) for other in spaced):
                    spaced.append(match)
                    yield from self._spaced(page, block, match, variant)
        for pattern in (_DOUBLE, _SINGLE, _STRUCK):
            for match in pattern.finditer(text):
                if any(m.start() <= match.start() < m.end() for m in spaced):
                    continue
                name = match.lastgroup
                start, end = match.span(name) if name else match.span()
                if not page.exact(block.start + start, block.start + end):
                    continue
                yield Finding(
                    page.prose.span(block.start + start, block.start + end),
                    {"found": text[start:end]},
                )


def _between(page: Page, block: Block, text: str) -> Iterator[Finding]:
    """The only star of a sentence, with a space and a word on either side."""
    match = _BETWEEN.search(text)
    if match is None or text.count("*") > 1 or len(text.split()) < _SENTENCE:
        return
    start, end = (block.start + at for at in match.span("at"))
    if page.exact(start - 1, end + 1) and not _FORMULA.search(text):
        edit = Edit(page.prose.span(start, end + 1), "")
        yield Finding(page.prose.span(start, end), {"found": "*"}, (edit,), variant="star")


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _is_within(html: str) -> bool:
    """Whether an element is open behind HTML: what only follows one is Markdown to kramdown."""
    return sum(-1 if tag["close"] else 1 for tag in _TAG.finditer(html)) > 0
