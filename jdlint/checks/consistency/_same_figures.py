"""Numbers and days of the text that translations of a page should share."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.posting.amounts import figures
from jdlint.posting.dates import NamedDay, named_days
from jdlint.posting.translations import Pair
from jdlint.site import Facts
from jdlint.site.facts import BlockFact

_LEAST = 10  # a smaller number may be a word in one of the languages
_AGREE = 2  # numbers that are the same, before the one that differs is a slip
_CONTACT = re.late(r"@|\+\d|\b(?:Tel|Tél|Phone|Fax|Mobil)", re.IGNORECASE)
_KINDS = ("title", "description", "quote")  # their words are often freer


class _Said(NamedTuple):
    """A number or a day as a page writes it, and what it is in any language."""

    means: Hashable
    text: str
    span: Span


def differ(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """The one number, and the one day, in which the pages of a pair differ."""
    for pair in pairs:
        here, there = _read(pair.facts), _read(pair.source)
        for own, other, agree in zip(here, there, (1, _AGREE), strict=True):
            yield from _slip(pair, own, other, agree)


def _slip(
    pair: Pair, own: Sequence[_Said], other: Sequence[_Said], agree: int
) -> Iterator[Finding]:
    """The one place where two rows of the same length differ, if ``agree`` others do not."""
    if len(own) != len(other) or len(own) <= agree:
        return
    apart = [n for n, said in enumerate(own) if said.means != other[n].means]
    if len(apart) != 1 or other[apart[0]].means in {said.means for said in own}:
        return
    here, there = own[apart[0]], other[apart[0]]
    values = {"found": here.text, "better": there.text, **pair.values}
    related = (Related(Place(pair.source.path, there.span), f"the {values['language']} page"),)
    yield Finding(here.span, values, (), related, pair.facts.path)


def _read(facts: Facts) -> tuple[list[_Said], list[_Said]]:
    """The days and the numbers of a page's text, in their order."""
    days: list[_Said] = []
    numbers: list[_Said] = []
    for block in facts.blocks:
        if block.kind in _KINDS:
            continue
        text = block.text
        named = [day for day in named_days(text, facts.language) if day.day and day.year]
        days += [_said(block, day.start, day.end, day.day) for day in sorted(named)]
        if not _CONTACT.search(text):
            numbers += _numbers(block, named)
    return days, numbers


def _numbers(block: BlockFact, days: Sequence[NamedDay]) -> Iterator[_Said]:
    for start, end, number, _ in figures(block.text):
        if number >= _LEAST and not any(day.start < end and start < day.end for day in days):
            yield _said(block, start, end, number)


def _said(block: BlockFact, start: int, end: int, means: Hashable) -> _Said:
    return _Said(means, block.text[start:end], block.place(start, end))
