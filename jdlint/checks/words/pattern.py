"""Text that matches a pattern."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jdlint.checks import Hit
from jdlint.checks._scope import in_sections, kinds_of
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.late import late
from jdlint.core.page import Page
from jdlint.core.pattern import compile_pattern
from jdlint.core.words import like

_GROUP = late(r"\\(\d)")


@dataclass(frozen=True)
class Pattern:
    """Reports what ``pattern`` matches (its group ``at`` where it has one) in the blocks of
    ``scope``.

    ``needles`` are lower-case literals of which a match holds at least one: the pattern runs only
    on blocks with a hit. ``unless`` patterns that overlap a match, or stand on the page
    (``unless_page``), silence it. ``replace`` is the edit, with ``\\1`` for groups, or a mapping
    from what was found (lower case) to its replacement. Sections are chosen by words of their
    headings. Values: ``found``, ``better``, ``g1`` … for groups.
    """

    pattern: str
    needles: tuple[str, ...] = ()
    scope: tuple[str, ...] = ("prose",)
    replace: str | Mapping[str, str] | None = None
    unless: tuple[str, ...] = ()
    unless_page: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    not_sections: tuple[str, ...] = ()
    ignore_case: bool = True
    once: bool = False
    _kinds: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_kinds", kinds_of(self.scope))
        if not self.needles:
            raise ValueError(
                "a pattern needs “needles”: lower-case words of which each match holds at least one"
            )

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        done = -1
        if any(
            compile_pattern(p, ignore_case=True).search(page.prose.text) for p in self.unless_page
        ):
            return
        for hit in hits:
            block = page.block_at(hit.start)
            if block.start <= done or block.kind not in self._kinds:
                continue
            done = block.start
            if self.sections and not in_sections(page, block, self.sections):
                continue
            if self.not_sections and in_sections(page, block, self.not_sections):
                continue
            for finding in self._block(page, block.start, block.end):
                yield finding
                if self.once:
                    return

    def _block(self, page: Page, start: int, end: int) -> Iterator[Finding]:
        text = page.prose.text[start:end]
        quiet: list[tuple[int, int]] | None = None
        for match in compile_pattern(self.pattern, ignore_case=self.ignore_case).finditer(text):
            if quiet is None:
                quiet = [
                    other.span()
                    for pattern in self.unless
                    for other in compile_pattern(pattern, ignore_case=True).finditer(text)
                ]
            begin, stop = match.span("at") if "at" in match.re.groupindex else match.span()
            if begin < stop and not any(a < stop and begin < b for a, b in quiet):
                yield self._finding(page, match, start + begin, start + stop)

    def _finding(self, page: Page, match: Any, start: int, end: int) -> Finding:
        found = page.prose.text[start:end]
        better = self._better(match, found)
        values = {"found": found, "better": better or ""}
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
        return like(found, better) if better is not None else None
