"""Words that were split behind a ligature: “fl ow”, “workfl ows”, “fi nding”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns.regex import late
from jdlint.core.words import like
from jdlint.lang.en.spelling.word_formation import is_common, is_known

_FIRST = late(r"(?<![\w@./'’-])[A-Za-z]{2,20}$")
_SECOND = late(r"[a-z]{2,20}(?![\w@/'’-])")
_REACH = 22  # characters of a part, with what stands before it


@dataclass(frozen=True)
class SplitLigatures:
    """Reports two parts of a common word with a space behind “fi”, “fl” or “ff”, of which one is no
    word. Values: ``found``, ``better``.
    """

    scope: tuple[str, ...] = ("prose", "headings")
    needles: ClassVar = ("fi ", "fl ", "ff ")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        for hit in hits:
            block = page.block_at(hit.start)
            if block.kind not in kinds_of(self.scope):
                continue
            text, space = page.text(block), hit.end - 1 - block.start
            first = _FIRST.search(text[max(space - _REACH, 0) : space])
            second = _SECOND.match(text[space + 1 : space + 1 + _REACH])
            if first is None or second is None or not _is_split(first[0].lower(), second[0]):
                continue
            start, end = hit.end - 1 - len(first[0]), hit.end + len(second[0])
            found, better = page.prose.text[start:end], like(first[0], first[0] + second[0])
            span = page.prose.span(start, end)
            edits = (Edit(span, better),) if page.exact(start, end) else ()
            yield Finding(span, {"found": found, "better": better}, edits)


def _is_split(first: str, second: str) -> bool:
    return not (is_known(first) and is_known(second)) and is_common(first + second)
