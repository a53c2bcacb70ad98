"""Where a rule about words looks: parts of a page, sections, and what silences it."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.checks._scope import in_sections, kinds_of
from jdlint.core.light import dataclass, field
from jdlint.core.page import Block, Page
from jdlint.core.patterns.pattern import compile_pattern
from jdlint.core.spans import joined
from jdlint.core.text import Span
from jdlint.core.tools import bisect_right, itemgetter

_END = itemgetter(1)


@dataclass(frozen=True, kw_only=True)
class Where:
    """The parameters that ``terms`` and ``pattern`` share.

    Sections are chosen by words of their headings. ``unless`` patterns silence what they overlap,
    ``unless_block`` and ``unless_page`` patterns the block and the page that they stand in; with
    ``once`` a page has one finding.
    """

    scope: tuple[str, ...] = ("prose",)
    sections: tuple[str, ...] = ()
    not_sections: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_block: tuple[str, ...] = ()
    unless_page: tuple[str, ...] = ()
    once: bool = False
    _kinds: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_kinds", kinds_of(self.scope))

    def on_page(self, page: Page) -> bool:
        """Whether nothing on the page silences the rule."""
        return not (self.unless_page and _found(self.unless_page, page.prose.text))

    def in_block(self, page: Page, block: Block) -> bool:
        """Whether a block is of the scope, in the sections, and not silenced."""
        if block.kind not in self._kinds:
            return False
        if self.sections and not in_sections(page, block, self.sections):
            return False
        if self.not_sections and in_sections(page, block, self.not_sections):
            return False
        return not (self.unless_block and _found(self.unless_block, page.text(block)))

    def silenced(self, text: str, more: tuple[str, ...] = ()) -> tuple[Span, ...]:
        """The spans of a block's text that ``unless`` and ``more`` silence, in order, those that
        overlap joined."""
        patterns = [compile_pattern(row, ignore_case=True) for row in (*self.unless, *more)]
        return joined(sorted(Span(*m.span()) for p in patterns for m in p.finditer(text)))


def overlaps(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether a range shares a letter with one of the spans, which are those of ``silenced``."""
    at = bisect_right(spans, start, key=_END)
    return at < len(spans) and spans[at].start < end


def _found(patterns: tuple[str, ...], text: str) -> bool:
    return any(
        compile_pattern(pattern, ignore_case=True, whole=True).search(text) for pattern in patterns
    )


class Silences:
    """What silences a rule in the blocks of a page, looked for once in each."""

    def __init__(self, where: Where, page: Page) -> None:
        self._where, self._page = where, page
        self._known: dict[int, Sequence[Span] | None] = {}

    def hear(self, start: int, end: int) -> bool:
        """Whether the rule looks at a range of the prose, and nothing silences it there."""
        block = self._page.block_at(start)
        silenced = self._silenced(block)
        at = block.start
        return silenced is not None and not overlaps(silenced, start - at, end - at)

    def _silenced(self, block: Block) -> Sequence[Span] | None:
        """The spans of its text; nothing where the rule does not look at the block."""
        if block.start not in self._known:
            where, page = self._where, self._page
            wanted = where.in_block(page, block)
            self._known[block.start] = where.silenced(page.text(block)) if wanted else None
        return self._known[block.start]
