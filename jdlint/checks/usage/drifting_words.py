"""One thing said in several forms on a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.checks import Hit, setting
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import Any, NamedTuple, dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns.pattern import Match, compile_pattern, found_span
from jdlint.core.tools import cached_property
from jdlint.posting.kinds import Table, block_kind, table_of

_BEFORE, _AFTER = 40, 32  # characters around a needle that a form may take


class _Form(NamedTuple):
    name: str
    start: int
    end: int


def _matches(pattern: str, text: str) -> Iterator[Match]:
    return compile_pattern(pattern, ignore_case=True).finditer(text)


@dataclass(frozen=True)
class DriftingWords:
    """Reports the rarest of the ``forms`` (name: pattern, the first that fits counts) that a page
    uses, in sections of ``kinds``, once, where it uses at least ``least`` of them. What an
    ``unless`` pattern covers is none of them.

    With ``beside`` (lower case) it reports the first of the forms in a paragraph or an item, where
    words that start so stand at least ``least`` times before it: the page says “you” until there.
    Values: ``found``, ``other``; with ``beside`` ``count``, and the variant ``elsewhere`` where a
    needle stands before it.
    """

    needles: tuple[str, ...]
    forms: Mapping[str, str]
    kinds: tuple[str, ...] = ()
    least: int = 3
    beside: str = ""
    unless: str = ""
    sections: tuple[Mapping[str, Any], ...] = setting("sections", ())

    @cached_property
    def _table(self) -> Table:
        return table_of(self.sections)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        if not self.beside:
            return self._rarest(page, self._uses(page, hits))
        if page.lower.count(self.beside) < self.least:
            return iter(())
        return self._first(page, hits)

    def _uses(self, page: Page, hits: Sequence[Hit]) -> Iterator[_Form]:
        for hit in hits:
            block = page.block_at(hit.end - 1)
            if self.kinds and block_kind(page, block, self._table) not in self.kinds:
                continue
            form = self._form(page, block, hit)
            if form is not None:
                yield form

    def _form(self, page: Page, block: Block, hit: Hit) -> _Form | None:
        low = max(block.start, hit.start - _BEFORE)
        text = page.prose.text[low : min(hit.end + _AFTER, block.end)]
        if self.unless and any(
            low + first < hit.end and low + last > hit.start
            for first, last in (m.span() for m in _matches(self.unless, text))
        ):
            return None
        for name, pattern in self.forms.items():
            for match in _matches(pattern, text):
                first, last = match.span()
                if low + first < hit.end and low + last > hit.start:
                    start, end = found_span(match)
                    return _Form(name, low + start, low + end)
        return None

    def _rarest(self, page: Page, uses: Iterator[_Form]) -> Iterator[Finding]:
        found: dict[str, list[_Form]] = {}
        for use in uses:
            found.setdefault(use.name, []).append(use)
        if len(found) < self.least:
            return
        order = list(self.forms)
        name = min(found, key=lambda form: (len(found[form]), -order.index(form)))
        firsts = {form: rows[0] for form, rows in found.items() if form != name}
        related = tuple(
            Related(Place(page.path, page.prose.span(use.start, use.end)), f"“{form}” here")
            for form, use in firsts.items()
        )
        rarest = found[name][0]
        values = {
            "found": page.prose.text[rarest.start : rarest.end],
            "other": " and ".join(f"“{form}”" for form in firsts),
        }
        yield Finding(page.prose.span(rarest.start, rarest.end), values, related=related)

    def _first(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        kinds = ("paragraph", "item")
        said = [hit for hit in hits if page.block_at(hit.start).kind in kinds]
        first = next(self._uses(page, said), None)
        if first is None:
            return
        # the page spoke of somebody before, in whatever form
        variant = "elsewhere" if said[0].end <= first.start else ""
        before = page.lower[: first.start]
        count = before.count(f" {self.beside}") + before.count(f"\n{self.beside}")
        count += before.startswith(self.beside)
        if count >= self.least:
            values = {"found": page.prose.text[first.start : first.end], "count": str(count)}
            yield Finding(page.prose.span(first.start, first.end), values, variant=variant)
