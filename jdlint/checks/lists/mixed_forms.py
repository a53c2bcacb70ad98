"""Lists whose items have several forms, none of them the rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.page import Page
from jdlint.posting.items import list_items
from jdlint.posting.kinds import Table, list_kind, table_of
from jdlint.posting.openings import CLAUSE, GERUND, IMPERATIVE, NOUN, THIRD, forms, word_forms

_NAMES = {
    IMPERATIVE: "commands",
    GERUND: "-ing forms",
    THIRD: "verbs with -s",
    NOUN: "nouns and adjectives",
    CLAUSE: "sentences",
}


@dataclass(frozen=True)
class MixedForms:
    """Reports a list once, in sections of ``kinds``, where its items have at least ``forms`` forms
    and fewer than ``share`` of them have the same; ``least`` items must have a form that is sure.
    Values: ``forms``, ``count``."""

    kinds: tuple[str, ...]
    forms: int = 3
    least: int = 5
    share: float = 0.75
    sections: tuple[Mapping[str, Any], ...] = ()

    @cached_property
    def _table(self) -> Table:
        return table_of(self.sections)

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.prose.text
        for index, items in enumerate(list_items(page)):
            if (
                len(items) < self.least
                or len({form for item in items for form in word_forms(item[2])}) < self.forms
            ):
                continue
            if list_kind(page, index, self._table) not in self.kinds:
                continue
            blocks = [page.blocks[item[4]] for item in items]
            known = [
                (block, next(iter(one)))
                for block in blocks
                if len(one := forms(text[block.start : block.end])) == 1
            ]
            counts = Counter(form for _, form in known if form in _NAMES)
            total = sum(counts.values())
            if (
                len(counts) < self.forms
                or total < self.least
                or counts.most_common(1)[0][1] >= self.share * total
            ):
                continue
            first = {form: block for block, form in reversed(known)}
            named = [form for form, _ in counts.most_common()]
            spans = [page.prose.span(first[form].start, first[form].start + 1) for form in named]
            related = tuple(
                Related(Place(page.path, span), f"one of the {_NAMES[form]}")
                for form, span in zip(named[1:], spans[1:], strict=True)
            )
            words = ", ".join(f"{counts[form]} {_NAMES[form]}" for form in named)
            end = min(blocks[0].start + 30, blocks[0].end)
            yield Finding(
                page.prose.span(blocks[0].start, end),
                {"forms": words, "count": str(len(blocks))},
                related=related,
            )
