"""Items that say their own label again."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re

_LABEL = re.late(r"(?P<label>[A-Za-z][\w’'-]+(?: [\w’'&-]+){1,3})(?::| [-–—]) +(?P<rest>\S.*)")
_SENTENCE_END = re.late(r"[.!?;](?:\s|$)")


@dataclass(frozen=True)
class RepeatedLabel:
    """Reports the words of an item's label (two to four words before a colon or a dash) where they
    stand again, all of them, behind a figure in the first sentence behind it, among its first
    ``words`` words.
    Values: ``found``."""

    words: int = 10

    def check(self, page: Page) -> Iterator[Finding]:
        for block in page.blocks:
            if block.kind != "item":
                continue
            match = _LABEL.match(page.text(block))
            if match is None:
                continue
            label, rest = match["label"].lower(), match["rest"]
            end = _SENTENCE_END.search(rest)
            first = " ".join(rest[: end.start() if end else len(rest)].split(" ")[: self.words])
            at = first.lower().find(label)
            after = first[at + len(label) : at + len(label) + 1]
            if (
                at > 0
                and any(map(str.isdigit, first[:at]))
                and not first[at - 1].isalnum()
                and not after.isalnum()
            ):
                start = block.start + match.start("rest") + at
                span = page.prose.span(start, start + len(label))
                yield Finding(span, {"found": first[at : at + len(label)]})
