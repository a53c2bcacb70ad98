"""Sections that translations of a page should share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks._evidence import title_place
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import NamedTuple
from jdlint.core.tools import Counter, defaultdict
from jdlint.posting.sections import fold_heading
from jdlint.posting.translations import Pair
from jdlint.site import Facts

_LEAST = 3  # sections of the page that has fewer: else it is a summary
_CUSTOM = 2  # pairs that show which heading stands for which
_FAR = 2  # list items by which a wrong guess of the missing section is worse than the best


def differ(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Pages with a section less or more than the other page of their pair, and those with two
    sections in another order."""
    customs = _customs(pairs)
    for pair in pairs:
        here, there = len(pair.facts.headings), len(pair.source.headings)
        if here == there:
            yield from _swapped(pair, customs)
        elif min(here, there) >= _LEAST and abs(here - there) == 1:
            yield from _lacking(pair)


def _lacking(pair: Pair) -> Iterator[Finding]:
    """The section that only one of two pages has, where the shape of the others tells which."""
    fewer = len(pair.facts.headings) < len(pair.source.headings)
    less, more = (pair.facts, pair.source) if fewer else (pair.source, pair.facts)
    alone = _extra(_shapes(less), _shapes(more))
    if alone is None:
        return
    heading = more.headings[alone]
    values = {"found": heading.text, **pair.values}
    if fewer:
        at = (Related(Place(pair.source.path, heading.span), "it is here"),)
        yield Finding(title_place(less), values, (), at, less.path, "fewer")
    else:
        at = (Related(Place(less.path, title_place(less)), "it is not here"),)
        yield Finding(heading.span, values, (), at, more.path, "more")


class _Shape(NamedTuple):
    """The level of a section's heading, and how many items and other blocks it holds."""

    level: int
    items: int
    others: int


def _shapes(facts: Facts) -> list[_Shape]:
    counts = Counter((block.heading, block.kind == "item") for block in facts.blocks)
    return [
        _Shape(heading.level, counts[n, True], counts[n, False])
        for n, heading in enumerate(facts.headings)
    ]


def _extra(less: Sequence[_Shape], more: Sequence[_Shape]) -> int | None:
    """The section of ``more`` without which it has the shape of ``less``; None where that is not
    clear."""
    costs = sorted((_cost(less, [*more[:n], *more[n + 1 :]]), n) for n in range(len(more)))
    best, second = costs[0], costs[1]
    close = sum(shape.items for shape in less) // 4 + 1
    return best[1] if best[0] <= close and second[0] - best[0] >= _FAR else None


def _cost(first: Sequence[_Shape], second: Sequence[_Shape]) -> int:
    rows = zip(first, second, strict=True)
    return sum(4 * (a.level != b.level) + abs(a.items - b.items) for a, b in rows)


_Customs = dict[tuple[str, str, str], Counter[str]]


def _customs(pairs: Sequence[Pair]) -> _Customs:
    """The headings that stand in a heading's place on the other pages, by how many do."""
    found: _Customs = defaultdict(Counter)
    for pair in pairs:
        here, there = pair.facts.headings, pair.source.headings
        if len(here) == len(there):
            for own, other in zip(here, there, strict=True):
                found[_key(pair, other.text)][fold_heading(own.text)] += 1
    return found


def _key(pair: Pair, text: str) -> tuple[str, str, str]:
    return pair.facts.language, pair.source.language, fold_heading(text)


def _swapped(pair: Pair, customs: _Customs) -> Iterator[Finding]:
    """The first of two sections that stand in each other's place."""
    own = [fold_heading(heading.text) for heading in pair.facts.headings]
    usual = [_usual(customs[_key(pair, h.text)]) for h in pair.source.headings]
    for n, name in enumerate(usual):
        later = own.index(name) if name in own else -1
        if later > n and usual[later] == own[n] != name:
            heading, other = pair.facts.headings[later], pair.source.headings[n]
            values = {
                "found": heading.text,
                "better": pair.facts.headings[n].text,
                **pair.values,
            }
            related = (Related(Place(pair.source.path, other.span), "it comes earlier here"),)
            yield Finding(heading.span, values, (), related, pair.facts.path, "order")
            return


def _usual(counts: Counter[str]) -> str:
    """The heading that stands there on several pairs, and more often than any other."""
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _CUSTOM or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return ""
    return ranked[0][0]
