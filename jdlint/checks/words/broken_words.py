"""Words that kept the hyphen of a line's end: “interna-tional”, “interna- tional”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from jdlint.checks._scope import blocks_in, kinds_of
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span
from jdlint.core.words import like
from jdlint.lang.en.spelling.word_formation import is_common, is_known

_PAIR = late(r"(?<![\w@./-])([A-Z]?[a-z]+)-[ ]?([a-z]+)(?![\w@/-])")
_MAIL = late(
    r"(?<![\w@./:+-])([A-Za-z]{2,})-([a-z]{2,})(?=[\w.+]{0,60}@[\w-]+\.\w)[\w.+]{0,60}@[\w.-]*\w"
)
_MOST = 20  # addresses with a hyphen that are looked at: each takes one pass over the page
_WORD = late(r"[a-z]+")
_SHORTEST = 6  # letters of the whole word
# what is no word beside a hyphen: mentor-ing
_ENDINGS = frozenset("ing ed ly er ers tion tions ment ments ness ance ence ity".split())
# co-ordinator and Wi-Fi are right
_PREFIXES = frozenset("co re pre non un de e wi anti pro semi sub".split())
_COMBINING = frozenset("neuro bio geo psycho socio eco micro macro".split())


@dataclass(frozen=True)
class BrokenWords:
    """Reports a common word with a hyphen inside, where one of the parts is no word at all; and a
    mail address of a name that the page writes without that hyphen (“Claudia: clau-dia@…”).

    Values: ``found``, ``better``.
    """

    scope: tuple[str, ...] = ("prose", "headings")
    marks: ClassVar = ("-",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        yield from _mails(page)
        for block in blocks_in(page, self.scope):
            for match in _PAIR.finditer(page.text(block)):
                first, second = match[1].lower(), match[2]
                if match.start() and match[1][0].isupper():  # a name, or a play on one
                    continue
                if not _is_broken(first, second):
                    continue
                start, end = block.start + match.start(), block.start + match.end()
                span, better = page.prose.span(start, end), like(match[0], first + second)
                edits = (Edit(span, better),) if page.exact(start, end) else ()
                yield Finding(span, {"found": match[0], "better": better}, edits)


def _is_broken(first: str, second: str) -> bool:
    if first in _PREFIXES or second == "ish" or len(first) + len(second) < _SHORTEST:
        return False
    if not is_common(first + second):
        return False
    whole = (first in _COMBINING or is_known(first)) and is_known(second)
    return second in _ENDINGS or not whole


def _mails(page: Page) -> Iterator[Finding]:
    """Addresses that open with a word which the page has whole, and nowhere else broken."""
    text = page.source.text
    if "@" not in text:
        return
    lower = text.lower()
    for match in islice(_MAIL.finditer(text, page.body.start), _MOST):
        name = (match[1] + match[2]).lower()
        if len(name) < _SHORTEST or page.in_code(match.start()) or page.in_link(match.start()):
            continue
        hyphened = f"{match[1]}-{match[2]}".lower()
        if lower.count(hyphened) == 1 and name in _WORD.findall(lower):
            better = match[1] + match[2] + match[0][len(hyphened) :]
            yield Finding(Span(*match.span()), {"found": match[0], "better": better})
