"""Ask a grammar engine about pages: what it said before is not asked again, each distinct block only once."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.page import Block, Page
from jdlint.probes import GrammarEngine, Remark
from jdlint.probes.cache import RemarkCache

KINDS = frozenset(("title", "description", "paragraph", "heading", "item", "cell"))


def prose(page: Page) -> tuple[Block, ...]:
    """The blocks of a page that a grammar engine is asked about: no quotation."""
    return tuple(block for block in page.blocks if block.kind in KINDS)


def fingerprint(engine: GrammarEngine) -> str:
    """What a cache of the engine's remarks is named after."""
    return "\n".join((engine.name, engine.version, engine.settings))


def remarks_on(texts: Sequence[str], engine: GrammarEngine, cache: RemarkCache) -> list[list[Remark]]:
    """The engine's remarks on each text; equal texts share theirs, and where all are known it is not built.

    Raises ``ProbeError`` where the engine is needed and cannot answer; what it said until then is in the cache.
    """
    known: dict[str, list[Remark]] = {}
    wanted: list[str] = []
    for text in dict.fromkeys(texts):
        found = cache.get(text)
        if found is None:
            wanted.append(text)
        else:
            known[text] = found
    for text, found in zip(wanted, engine.check(wanted) if wanted else (), strict=True):
        cache.put(text, found)
        known[text] = found
    return [known[text] for text in texts]
