"""References to a definition that is not there: readers see the brackets."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.names import distance
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span

# a label and the name of its definition; “[1][2]” and “a[i][j]” are no links, so that the label
# must hold a word of letters and stand free
_REFERENCE = late(
    r"(?<![\w\]\\!])\[(?=[^\[\]\n]*?[^\W\d_]{2})(?P<label>[^\[\]\n]+)\]\[(?P<name>[^\[\]\n^]{0,100}"
    r")\](?![\[(:])"
)
_NOTE = late(r"(?<![\]\\])\[\^(?P<name>[\w-]{1,60})\](?!:)")
_DEFINED = late(r"(?m)^[ \t>]*\[(?P<name>[^\[\]\n]{1,200})\]:")
# a definition that was written as a link: its colon is missing
_SLIP = late(r"(?m)^\[(?P<name>[^\[\]\n]{1,200})\]\((?P<to>[^()\s]{1,500})\)[ \t]*$")
_TITLE = late(r"(?i)\b(?:titles?|subject(?: line)?|header|prefix|named|called)\b[^\n\[]{0,40}$")
_TEMPLATED = late(r"\{\{|\{%|<%|-{1,}8<-{1,}|@include")


@dataclass(frozen=True)
class UndefinedReference:
    """Finds ``[label][name]`` and ``[label][]`` without ``[name]: address`` on the page, and
    ``[^name]`` without its text (variant ``note``); variant ``line`` where a line of its own is a
    link of that name. A page that a template completes is left alone.

    Values: ``found``, ``name``, ``better``, ``hint``, ``line`` and where it leads (``to``).
    """

    marks: ClassVar = ("][", "[^")

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.source.text
        if "][" not in text and "[^" not in text:
            return
        body = text[page.body.start :]
        if _TEMPLATED.search(body):
            return
        defined = {_folded(match["name"]): match["name"] for match in _DEFINED.finditer(body)}
        for pattern, variant in ((_REFERENCE, ""), (_NOTE, "note")):
            for match in pattern.finditer(text, page.body.start):
                name = match["name"] or match.groupdict().get("label") or ""
                known = f"^{name}" if variant else name
                # brackets in the address of a link that works: “?subject=[a][b]”
                hidden = page.is_hidden(match.start()) or page.in_address(match.start())
                # “with the title [Role][Your name]”: what a mail is to be called
                asked = _TITLE.search(text, max(match.start() - 60, 0), match.start())
                if _folded(known) not in defined and not (hidden or asked):
                    yield self._finding(match, known, variant, defined)

    def _finding(
        self, match: re.Match[str], name: str, variant: str, defined: dict[str, str]
    ) -> Finding:
        like = [own for own in defined.values() if own.startswith("^") == bool(variant)]
        near = sorted((distance(_folded(name), _folded(own), 2), own) for own in like)
        better = near[0][1] if near and near[0][0] <= min(2, len(name) // 2) else ""
        hint = f", did you mean “{better}”?" if better else ""
        values = {"found": match[0], "name": name, "better": better, "hint": hint}
        span = Span(*match.span("name"))
        whole, text = Span(*match.span()), match.string
        # all of it: it is a link afterwards
        changed = (
            text[whole.start : span.start] + better.removeprefix("^") + text[span.end : whole.end]
        )
        edits = (Edit(whole, changed),) if better and span.end > span.start else ()
        slips = () if variant or better else _SLIP.finditer(text)
        for slip in slips:
            if _folded(slip["name"]) == _folded(name):
                values["line"], values["to"], variant = slip[0].rstrip(), slip["to"], "line"
        return Finding(whole, values, edits, variant=variant)


def _folded(name: str) -> str:
    """A name as CommonMark compares it."""
    return " ".join(name.split()).casefold()
