"""Items that say their own label again."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re

_LABEL = re.late(r"(?P<label>[A-Za-z][\w’'-]+(?: [\w’'&-]+){1,3})(?::| [-–—]) +(?P<rest>\S.*)")
_TWICE = re.late(r"(?P<label>[A-Z][\w’' &-]{1,40}?): *\n?(?P<again>[A-Z][\w’' &-]{1,40}?): *(?=\S)")
_SENTENCE_END = re.late(r"[.!?;](?:\s|$)")


@dataclass(frozen=True)
class RepeatedLabel:
    """Reports the words of an item's label (two to four words before a colon or a dash) where they
    stand again, all of them, behind a figure in the first sentence behind it, among its first
    ``words`` words; and a label that opens an item or a paragraph twice (variant ``twice``).
    Values: ``found``."""

    words: int = 10

    def check(self, page: Page) -> Iterator[Finding]:
        for block in page.blocks:
            yield from _twice(page, block)
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


def _twice(page: Page, block: Block) -> Iterator[Finding]:
    """“**Summary**: Summary: we sail”."""
    if block.kind not in ("item", "paragraph"):
        return
    match = _TWICE.match(page.text(block))
    if match is not None and match["label"].lower() == match["again"].lower():
        start, end = block.start + match.start("again"), block.start + match.end()
        edits = (Edit(page.prose.span(start, end), ""),) if page.exact(start, end) else ()
        again = page.prose.span(start, block.start + match.end("again"))
        yield Finding(again, {"found": match["again"]}, edits, variant="twice")
