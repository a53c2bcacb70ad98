"""Which section of a page is the one that other pages call otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from jdlint.core.tools import Counter, cached_property
from jdlint.posting.sections import fold_heading
from jdlint.site import Facts, Site
from jdlint.site.align import fold

_KINDS = ("item", "paragraph")
_USES = 5  # of a text that are looked at to know its section


class Sections:
    """The section names of a site's pages, and the texts that stand in sections of a name on
    several pages."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._homes: dict[str, Mapping[str, int]] = {}

    def homes(self, name: str) -> Mapping[str, int]:
        """Texts that stand on several pages under headings of a (folded) name, with how often."""
        if name not in self._homes:
            counts = ((key, names.count(name)) for key, names in self._names)
            self._homes[name] = {key: count for key, count in counts if count}
        return self._homes[name]

    @cached_property
    def _names(self) -> list[tuple[str, list[str]]]:
        """The texts that stand on several pages, with the names that the first of them stand
        under."""
        uses = self.site.texts.uses
        return [
            (row.key, [name_at(facts, block.heading) for facts, block in islice(uses(row), _USES)])
            for row in self.site.texts.rows
            if row.pages > 1
        ]

    def counterpart(self, facts: Facts, name: str) -> int:
        """The index of the page's heading of a name, else of the section with at least two of the
        texts that stand under that name elsewhere; -1 for none."""
        for index, heading in enumerate(facts.headings):
            if fold_heading(heading.text) == name:
                return index
        homes = self.homes(name)
        found = Counter(
            b.heading
            for b in facts.blocks
            if b.kind in _KINDS and b.heading >= 0 and fold(b.text) in homes
        )
        index, count = max(found.items(), key=lambda item: item[1], default=(-1, 0))
        return index if count >= 2 else -1


def name_at(facts: Facts, index: int) -> str:
    """The folded name of a page's heading, empty for none."""
    return fold_heading(facts.headings[index].text) if index >= 0 else ""


def names_of(facts: Facts) -> tuple[str, ...]:
    """The folded names of all headings of a page."""
    return tuple([fold_heading(heading.text) for heading in facts.headings])


def most_common(names: Sequence[str]) -> str:
    return Counter(names).most_common(1)[0][0]
