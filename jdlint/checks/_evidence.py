"""What findings about aligned texts share: places, words as written, other places, declared
variants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jdlint.core.diagnostic import Edit, Finding, Place, Related
from jdlint.core.light import NamedTuple
from jdlint.core.page import HIDDEN
from jdlint.core.text import Span
from jdlint.core.tools import lru_cache
from jdlint.site import Facts, Site
from jdlint.site.align import Change, Row, fold, tokens
from jdlint.site.facts import BlockFact

SHOWN = 5
_LONG = 90


class Cut(NamedTuple):
    """Changed words as a text writes them, and their offsets in it."""

    text: str
    start: int
    end: int


def cut(text: str, start: int, end: int, *, wide: bool) -> Cut | None:
    """The words ``start`` to ``end`` of a text, with a neighbour on both sides where ``wide``; None
    for no words."""
    rows = _tokens(text)
    if wide:
        start, end = max(start - 1, 0), min(end + 1, len(rows))
    if start >= end or end > len(rows):
        return None
    return Cut(text[rows[start].start : rows[end - 1].end], rows[start].start, rows[end - 1].end)


_tokens = lru_cache(maxsize=512)(tokens)  # the same shared text is cut for each of its variants


def related(site: Site, row: Row, says: str, *, besides: str = "") -> tuple[Related, ...]:
    """The first other places of a text, one for each page."""
    found: dict[str, Related] = {}
    for facts, block in site.texts.uses(row):
        if facts.path != besides and facts.path not in found:
            found[facts.path] = Related(Place(facts.path, block.span), says)
            if len(found) == SHOWN:
                break
    return tuple(found.values())


def replaced(block: BlockFact, own: Cut, better: Cut) -> tuple[Edit, ...]:
    """The edit that writes the better words, where the own ones stand letter by letter."""
    span = block.place(own.start, own.end)
    plain = HIDDEN not in own.text and HIDDEN not in better.text
    return (
        (Edit(span, better.text),) if plain and span.end - span.start == own.end - own.start else ()
    )


def wide(change: Change) -> bool:
    """Whether one side of a change has no words, so that its neighbours have to show it."""
    return change.a_start == change.a_end or change.b_start == change.b_end


def declared(variants: Sequence[Sequence[str]]) -> tuple[frozenset[str], ...]:
    """The groups of texts that a project calls equal, folded; a single group may be given as it
    is."""
    if variants and isinstance(variants[0], str):
        variants = (tuple(str(text) for text in variants),)
    return tuple(frozenset(fold(str(text)) for text in group) for group in variants)


def meant(groups: Iterable[frozenset[str]], *sides: str) -> bool:
    """Whether one declared group holds all sides: whole texts or the words that differ, folded."""
    return any(all(side in group for side in sides) for group in groups)


def short(text: str) -> str:
    """A text for a message: its white space folded, its middle left out where it is long."""
    text = " ".join(text.replace(HIDDEN, "…").split())
    return text if len(text) <= _LONG else f"{text[: _LONG - 1].rsplit(' ', 1)[0]} …"


def heading_of(facts: Facts, block: BlockFact) -> str:
    return facts.headings[block.heading].text if block.heading >= 0 else ""


def title_place(facts: Facts) -> Span:
    """The place of a page's title, else of what opens the page."""
    block = next((block for block in facts.blocks[:2] if block.kind == "title"), None)
    return block.span if block else facts.title_span


def first_words(block: BlockFact, count: int = 12) -> Span:
    """The place of a block's first words."""
    rows = tokens(block.text)[:count]
    return block.place(rows[0].start, rows[-1].end) if rows else block.span


def one_a_place(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first finding of those that start in one place."""
    seen: set[tuple[str, int]] = set()
    for finding in findings:
        key = (finding.path, finding.span.start)
        if key not in seen:
            seen.add(key)
            yield finding
