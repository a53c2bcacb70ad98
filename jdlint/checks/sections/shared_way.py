"""Pages that name no way to apply where the other pages of their folder do."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._evidence import SHOWN
from jdlint.checks.sections.way_to_apply import WAY
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.tools import defaultdict
from jdlint.site import Facts, Site

_TOLD = re.late(r"\bappl(?:y|ying|ications?)\b|mailto:|\bcv\b|\br[eé]sum[eé]\b|@", re.IGNORECASE)
_FEWEST = 3  # blocks of a page that says what a job is


@dataclass(frozen=True)
class SharedWay:
    """Reports a page without link, address or word that may tell how to apply, where at least
    ``least`` other pages of its folder, ``share`` of them, have one. Pages without front matter are
    another check's. Values: ``count``, ``total``."""

    least: int = 4
    share: float = 0.9
    across: ClassVar[tuple[str, ...]] = ("pages",)

    def check_site(self, site: Site) -> Iterator[Finding]:
        folders: dict[str, list[Facts]] = defaultdict(list)
        for facts in site.pages:
            if facts.meta and len(facts.blocks) >= _FEWEST:
                folders[facts.path.rpartition("/")[0]].append(facts)
        for pages in folders.values():
            if len(pages) <= self.least:
                continue
            lacking = [facts for facts in pages if not _has_way(facts)]
            others = sum(map(_is_told, pages))
            if not lacking or others < self.least or others < self.share * len(pages):
                continue
            shown = [facts for facts in pages if _is_told(facts)][:SHOWN]
            related = tuple(Related(Place(f.path, f.title_span), "this page does") for f in shown)
            values = {"count": str(others), "total": str(len(pages))}
            for facts in lacking:
                yield Finding(facts.title_span, values, (), related, facts.path)

    def context(self, _site: Site) -> tuple[()]:
        """Nothing but the pages counts."""
        return ()

    def told(self, facts: Facts, _context: tuple[()]) -> tuple[bool, bool, bool]:
        """Whether the page counts, has a way, and surely one."""
        counts = bool(facts.meta) and len(facts.blocks) >= _FEWEST
        return counts, _has_way(facts), _is_told(facts)


def _is_told(facts: Facts) -> bool:
    """Whether a page says in so many words how to apply."""
    return any(_TOLD.search(link.url) or _TOLD.search(link.label) for link in facts.links) or any(
        _TOLD.search(block.text) for block in facts.blocks
    )


def _has_way(facts: Facts) -> bool:
    return (
        bool(facts.links)
        or any("://" in str(row.value) or WAY.search(row.key) for row in facts.values)
        or any(WAY.search(block.text) for block in facts.blocks)
    )
