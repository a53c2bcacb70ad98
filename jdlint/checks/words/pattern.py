"""Text that matches a pattern."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.checks import Hit
from jdlint.checks._where import Where, overlaps
from jdlint.core.diagnostic import Edit, Finding, Place, Related
from jdlint.core.light import Any, dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns.pattern import compile_pattern, found_span
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span
from jdlint.core.words import like
from jdlint.parse.branches import branches, is_fallback

_GROUP = late(r"\\(\d)")

_SHOWN = 20  # places that a finding for a whole page names
_ANY = tuple("aeiouyàâäéèêíïóôöúü0123456789")  # of which a block of words holds one


@dataclass(frozen=True)
class Pattern(Where):
    """Reports what ``pattern`` matches (its group ``at``, or ``at2`` to ``at4`` of other branches,
    where it has one) in the blocks of ``scope``.

    ``needles`` are lower-case literals of which a match holds at least one: the pattern runs only
    on blocks with a hit. ``unless`` patterns that overlap a match, or stand in the block
    (``unless_block``) or on the page (``unless_page``), silence it. ``replace`` is the edit, with
    ``\\1`` for groups, or a mapping from what was found (lower case) to its replacement. Sections
    are chosen by words of their headings. Without ``fallback`` nothing is reported that a template
    prints only where its condition does not hold. With ``together`` a page has one finding, at the
    first place, with the edits of all. Values: ``found``, ``words`` (that without marks and spaces
    around it), ``better``, ``g1`` … for groups; with ``together`` ``count``, and the variants
    ``one`` and ``several``. With ``one_line`` a match over an end of a line is left out, with
    ``as_written`` one whose parts are parted in the source (by the end of a link, say); without
    ``over_links`` one that holds a link is left out. ``alike`` are patterns as those of ``unless``,
    of a custom that a list may have: where they silence half of its matches, all are silenced, and
    where they silence fewer, none is.
    """

    pattern: str
    needles: tuple[str, ...] = ()
    replace: str | Mapping[str, str] | None = None
    ignore_case: bool = True
    fallback: bool = True
    together: bool = False
    one_line: bool = False
    as_written: bool = False
    over_links: bool = True
    alike: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.needles:  # a project's own rule need not know of them: any block may match
            object.__setattr__(self, "needles", _ANY)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        if not self.on_page(page):
            return iter(())
        found = self._found(page, hits)
        return _together(page, list(found)) if self.together else found

    def _found(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        done = -1
        lists = self._customs(page, hits) if self.alike else {}
        for hit in hits:
            block = page.block_at(hit.start)
            if block.start <= done or block.kind not in self._kinds:
                continue
            done = block.start
            if self.in_block(page, block):
                custom = lists.get(block.list)
                for finding in self._block(page, block, custom) if custom is not True else ():
                    yield finding
                    if self.once:
                        return

    def _customs(self, page: Page, hits: Sequence[Hit]) -> dict[int, bool]:
        """For each list in which ``alike`` silences some matches: whether it does half of them."""
        counts: dict[int, int] = {}
        mixed = set[int]()
        for start in dict.fromkeys(page.block_at(hit.start).start for hit in hits):
            block = page.block_at(start)
            if block.list < 0 or block.kind not in self._kinds:
                continue
            left = len(list(self._block(page, block)))
            silent = len(list(self._block(page, block, False))) - left
            counts[block.list] = counts.get(block.list, 0) + silent - left
            mixed.update([block.list] * bool(silent))
        return {index: counts[index] >= 0 for index in mixed}

    def _block(self, page: Page, block: Block, custom: bool | None = None) -> Iterator[Finding]:
        """The findings of a block; ``custom`` is False where ``alike`` is not asked."""
        text = page.text(block)
        silenced: Sequence[Span] | None = None
        for match in compile_pattern(self.pattern, ignore_case=self.ignore_case).finditer(text):
            if silenced is None:
                silenced = self.silenced(text, () if custom is False else self.alike)
            begin, stop = found_span(match)
            if begin < stop and not overlaps(silenced, begin, stop):
                if self.as_written and not page.exact(block.start + begin, block.start + stop):
                    continue
                finding = self._finding(page, match, block.start + begin, block.start + stop)
                if not self.over_links and page.links_from(finding.span):
                    continue
                if self.one_line and "\n" in page.source.slice(finding.span):
                    continue
                if self.fallback or not _is_fallback(page, finding.span.start):
                    yield finding

    def _finding(self, page: Page, match: Any, start: int, end: int) -> Finding:
        found = page.prose.text[start:end]
        better = self._better(match, found)
        values = {"found": found, "words": found.lstrip(" ,;:"), "better": better or ""}
        values.update((f"g{i}", group or "") for i, group in enumerate(match.groups(), 1))
        span = page.prose.span(start, end)
        edits = (Edit(span, better),) if better is not None and page.exact(start, end) else ()
        return Finding(span, values, edits)

    def _better(self, match: Any, found: str) -> str | None:
        if self.replace is None:
            return None
        if isinstance(self.replace, str):
            return like(
                found, _GROUP.sub(lambda m: match.group(int(m.group(1))) or "", self.replace)
            )
        better = self.replace.get(found.lower())
        if better is None or not better.islower() or better == found.lower():
            return better  # its capitals are what is mended
        return like(found, better)


def _together(page: Page, rows: Sequence[Finding]) -> Iterator[Finding]:
    """One finding for all of a page."""
    if rows:
        first, variant = rows[0], "one" if len(rows) == 1 else "several"
        values = {**first.values, "count": str(len(rows))}
        edits = tuple(edit for row in rows for edit in row.edits)
        related = tuple(Related(Place(page.path, row.span), "here too") for row in rows[1:_SHOWN])
        yield first._replace(values=values, edits=edits, related=related, variant=variant)


def _is_fallback(page: Page, at: int) -> bool:
    return is_fallback(branches(page.source.text), at)
