"""One thing said in several forms on a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jdlint.checks import Hit
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.page import Page
from jdlint.core.pattern import compile_pattern
from jdlint.posting.kinds import Table, block_kind, table_of


@dataclass(frozen=True)
class DriftingWords:
    """Reports the rarest of the ``forms`` (name: pattern, the first that fits counts) that a page
    uses, in sections of ``kinds``, once, where it uses at least ``least`` of them. Values:
    ``found``, ``other``."""

    needles: tuple[str, ...]
    forms: Mapping[str, str]
    kinds: tuple[str, ...] = ()
    least: int = 3
    sections: tuple[Mapping[str, Any], ...] = ()

    @cached_property
    def _table(self) -> Table:
        return table_of(self.sections)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        found: dict[str, list[tuple[int, int]]] = {}
        for hit in hits:
            block = page.block_at(hit.end - 1)
            if self.kinds and block_kind(page, block, self._table) not in self.kinds:
                continue
            low = max(block.start, hit.start - 40)
            text = page.prose.text[low : min(hit.end + 10, block.end)]
            for name, pattern in self.forms.items():
                match = compile_pattern(pattern, ignore_case=True).search(text)
                if match is not None:
                    start, end = match.span("at") if "at" in match.re.groupindex else match.span()
                    found.setdefault(name, []).append((low + start, low + end))
                    break
        if len(found) < self.least:
            return
        order = list(self.forms)
        name = min(found, key=lambda form: (len(found[form]), -order.index(form)))
        others = [form for form in found if form != name]
        start, end = found[name][0]
        related = tuple(
            Related(Place(page.path, page.prose.span(*found[form][0])), f"“{form}” here")
            for form in others
        )
        values = {
            "found": page.prose.text[start:end],
            "other": " and ".join(f"“{form}”" for form in others),
        }
        yield Finding(page.prose.span(start, end), values, related=related)
