"""Brackets that open and never close."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._scope import kinds_of
from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import HIDDEN, Page
from jdlint.core.patterns import regex as re

_BRACKET = re.late(r"[()]")
_FIRST = re.late(r"\((?P<first>[\w.+#-]{2,40})[ ,/]+\w")
_FAR = 300  # characters from a bracket to the end of its text; what is longer is a sentence's slip
_FACES = frozenset(":;=-]^\\")  # before these a bracket is a face or a link's
_GOES_ON = frozenset(":,-–—(&/")  # at the end of a block: the next one goes on


@dataclass(frozen=True)
class UnclosedBrackets:
    """Reports the last bracket of a paragraph or an item that is not closed there, nor in the
    block behind it.

    Text that a template or a link stands in behind the bracket is left alone. Values: ``found``
    (the bracket and its first word), ``first``.
    """

    scope: tuple[str, ...] = ("paragraphs", "items", "description")
    marks: ClassVar = ("(",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        kinds = kinds_of(self.scope)
        for index, block in enumerate(page.blocks):
            text = page.text(block)
            if block.kind not in kinds or text.count("(") <= text.count(")"):
                continue
            at = _last_open(text)
            words = _FIRST.match(text, at) if at >= 0 else None
            following = page.blocks[index + 1 : index + 2]
            if words is None or HIDDEN in text[at:] or text[at - 1 : at] in _FACES:
                continue
            goes_on = text.rstrip()[-1] in _GOES_ON or len(text) - at > _FAR
            if goes_on or (following and _closes(page.text(following[0]))):
                continue
            end = words.end("first")
            values = {"found": text[at:end], "first": words["first"]}
            yield Finding(page.prose.span(block.start + at, block.start + end), values)


def _last_open(text: str) -> int:
    """Where the last bracket stands that is not closed; -1 if there is none, or too many are."""
    still = list[int]()
    for match in _BRACKET.finditer(text):
        if match[0] == "(":
            still.append(match.start())
        elif still:
            still.pop()
    return still[0] if len(still) == 1 else -1


def _closes(text: str) -> bool:
    """Whether a bracket closes in a block before one opens in it."""
    at, opens = text.find(")"), text.find("(")
    return at >= 0 and not 0 <= opens < at
