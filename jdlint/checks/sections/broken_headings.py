"""Headings that break off."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks.sections._hashes import is_hashed
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Heading, Page
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span
from jdlint.core.words import word_set

_GOES_ON = late(r"[ \t]*\r?\n(?P<words>(?!https?:|www\.)[a-z][^\n]*)")

_JOINING = word_set("and or but so of for to in on at by with from as that who which")
_GOING_ON = _JOINING | word_set("a an the our your their its")
# the last words of headings that break off; what opens with “what” or “who” may end in “of”
_OPEN_END = late(
    r" (?:a|an|the|and|or|our|your|their|its)$"
    r"|^(?i:what|who|how|where) (?i:we|you|they|our|your)$"
    r"|^(?!(?i:what|who|how|where|things))[\w ]*\bof$"
)
# “#Duties” without a space is no heading; a hashtag is one word
_UNSPACED = late(
    r"(?P<marks>#{1,6})(?P<words>(?:\d{1,2}[.)] )?[A-Za-z][^#\r\n]{2,120})#{0,6}(?=[\r\n]|\Z)"
)
# closing marks that lost their space are printed; “C#” has one
_GLUED = late(r"(?P<words>[^#\n]*[\w)?!:*_])(?P<marks>#{2,6})")
_BREAK = late(r"[.?!] ")
_LONGEST = 9  # words of a heading; a longer one is a sentence
_SENTENCE, _SEVERAL = 12, 20  # words of a heading with a full stop that is a paragraph
_SECTIONS = word_set(
    "requirements responsibilities qualifications benefits duties skills about overview"
    " compensation salary location experience perks description summary"
)
_STOP = late(r"(?<![.!?])\.$")
# what ends in a full stop of its own: abbreviations, initials, a name such as “Node.”
_SHORT = late(
    r"(?:\b(?:etc|inc|ltd|co|corp|sr|jr|dr|no|st|vs|dept|approx|e\.g|i\.e|a\.m|p\.m)|\b\w)\.$", re.I
)


@dataclass(frozen=True)
class BrokenHeadings:
    """Reports a heading (``#``) whose sentence goes on in the next line, in small letters: Markdown
    ends the heading at the line's end (variant ``open``: one that ends in “the” or “our” with
    nothing to go on). ``report: space`` reports “##Duties”, which is no heading without its space,
    and “## Duties##” (variant ``closing``). ``report: full-stop`` reports a heading of one phrase
    that ends in a full stop (variant ``underlined``: a paragraph that the marks below it make one;
    ``sentence``: a long one, which is uncertain); where most headings of the page do, that is a
    style (uncertain). Values: ``found``, ``rest``, ``better``."""

    report: str = "broken"

    @property
    def facets(self) -> tuple[str, ...]:
        return ("sections", "meta", "missing") if self.report == "space" else ("sections",)

    def check(self, page: Page) -> Iterator[Finding]:
        if self.report == "space":
            return self._unspaced(page)
        return self._stops(page) if self.report == "full-stop" else self._broken(page)

    def _unspaced(self, page: Page) -> Iterator[Finding]:
        for heading in page.headings:
            glued = _GLUED.fullmatch(page.source.slice(heading.span).rstrip())
            if glued and is_hashed(page, heading):
                values = {"found": glued["marks"], "better": glued["words"]}
                edits = (Edit(heading.span, glued["words"]),)
                yield Finding(heading.span, values, edits, variant="closing")
        for block in page.blocks:
            at = block.span.start
            match = (
                _UNSPACED.match(page.source.text, at, block.span.end)
                if block.kind == "paragraph" and page.source.text.startswith("#", at)
                else None
            )
            if match and _names(match["marks"], match["words"].rstrip()):
                better = f"{match['marks']} {match['words'].rstrip()}"
                values = {"found": match[0].rstrip(), "better": better}
                span = Span(at, at + len(match[0].rstrip()))
                # the whole line: it is another element afterwards
                yield Finding(span, values, (Edit(span, better),))

    def _stops(self, page: Page) -> Iterator[Finding]:
        ended = [h for h in page.headings if _STOP.search(h.text) and not _SHORT.search(h.text)]
        for heading in ended:
            better = heading.text[:-1]
            count = len(better.split())
            if _BREAK.search(better) and not (count >= _SEVERAL and ": " not in better):
                continue  # sentences, not a phrase
            if _is_underlined(page, heading) and count > _LONGEST:
                yield Finding(heading.span, {"found": heading.text}, variant="underlined")
                continue
            if count >= _SENTENCE and ": " not in better:
                values = {"found": " ".join(better.split()[:4])}
                yield Finding(heading.span, values, variant="sentence", certain=False)
                continue
            end = heading.span.end
            exact = page.source.text[end - 1 : end] == "."
            edits = (Edit(Span(end - 1, end), ""),) if exact else ()
            values = {"found": heading.text, "better": better}
            few = 2 * len(ended) <= len(page.headings) or len(page.headings) == 1
            yield Finding(heading.span, values, edits, certain=few)

    def _broken(self, page: Page) -> Iterator[Finding]:
        text = page.source.text
        for heading in page.headings:
            if not heading.text or not is_hashed(page, heading):
                continue
            rest = _GOES_ON.match(text, heading.line.end)
            if rest and heading.text[-1] not in ".!?:":
                words = rest["words"].split()[:6]
                values = {"found": heading.text, "rest": " ".join(words)}
                # “more to come” in small letters stands under a heading that is whole
                sure = words[0] in _JOINING or heading.text.split()[-1] in _GOING_ON
                yield Finding(heading.span, values, certain=sure)
            elif _OPEN_END.search(heading.text):
                yield Finding(heading.span, {"found": heading.text, "rest": ""}, variant="open")


def _is_underlined(page: Page, heading: Heading) -> bool:
    return not page.source.text.startswith(("#", "<"), heading.line.start)


def _names(marks: str, words: str) -> bool:
    """Whether what follows “#” without a space is a heading rather than a hashtag."""
    count = len(words.split())
    if count > _LONGEST or words.endswith((",", ";", ".")):
        return False
    return len(marks) > 1 or (words[0].isupper() and (count > 1 or words.lower() in _SECTIONS))
