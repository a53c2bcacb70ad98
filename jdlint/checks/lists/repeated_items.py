"""Items that say what another item of the list says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from jdlint.checks import setting
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import Any, NamedTuple, dataclass
from jdlint.core.page import HIDDEN, Block, Page, Value
from jdlint.core.patterns import regex as re
from jdlint.core.read_once import read_once
from jdlint.core.tools import cached_property, lru_cache
from jdlint.core.words import word_set
from jdlint.lang.en.forms import base
from jdlint.lang.en.lexicon import tags
from jdlint.posting.items import item_key
from jdlint.posting.kinds import PROCESS, Table, list_kind, table_of
from jdlint.posting.openings import IMPERATIVE, word_forms

_WORD = re.late(r"[^\W_]+(?:['’&-][^\W_]+)*")
_SMALL = word_set(
    "a an the and or of to in on for with by as at from into our your their its this that these "
    "those all any be is are we you it will within across through via per other new"
)
_COMMON = word_set(
    "work help support ensure experience ability knowledge manage develop provide understanding"
    " collaborate assist"
)


class _Row(NamedTuple):
    block: Block
    stems: tuple[str, ...]


@dataclass(frozen=True)
class RepeatedItems:
    """``report: same`` finds an item that stands twice in a list (case, marks and the small words
    do not count); ``duty`` finds one in sections of ``kinds`` whose words all stand in another item
    that opens with the same verb, or that another item's words about the same act hold. Lists in
    lists count with the list around them. Values: ``found``, ``other``."""

    report: str
    kinds: tuple[str, ...] = ()
    least_words: int = 3
    sections: tuple[Mapping[str, Any], ...] = setting("sections", ())

    @cached_property
    def _table(self) -> Table:
        return table_of(self.sections)

    def check(self, page: Page) -> Iterator[Finding]:
        if self.report == "same":
            yield from _in_values(page, self.least_words)
        for top, blocks in _groups(page):
            if self.report == "duty":
                yield from self._duty(page, top, blocks)
            elif _may_repeat(page, blocks) and list_kind(page, top, self._table) != PROCESS:
                yield from self._same(page, blocks)  # two talks of the same kind are two steps

    def _same(self, page: Page, blocks: Sequence[Block]) -> Iterator[Finding]:
        first = dict[str, Block]()
        for block in blocks:
            key = item_key(page, block)
            before = first.setdefault(key, block)
            words = key.count(" ") + 1
            if before is not block and words >= self.least_words and _tells(key):
                alike = _parents(page)
                finding = self._finding(page, block, before)
                # below two items of the list around it may well stand the same
                yield finding._replace(certain=alike[block.start] == alike[before.start])

    def _duty(self, page: Page, top: int, blocks: Sequence[Block]) -> Iterator[Finding]:
        if self.kinds and list_kind(page, top, self._table) not in self.kinds:
            return
        rows = [_Row(block, stems(page.text(block))) for block in blocks]
        for index, row in enumerate(rows):
            for other in rows[:index]:
                if row.stems != other.stems and _says_of(row.stems, other.stems):
                    yield self._finding(page, row.block, other.block)
                    break

    def _finding(self, page: Page, block: Block, other: Block) -> Finding:
        span = page.prose.span(block.start, block.end)
        related = (
            Related(Place(page.path, page.prose.span(other.start, other.end)), "says the same"),
        )
        return Finding(
            span, {"found": page.text(block), "other": page.text(other)}, related=related
        )


def _in_values(page: Page, least_words: int) -> Iterator[Finding]:
    """Texts that stand twice in a list of the front matter."""
    first = dict[tuple[object, ...], Value]()
    for value in page.meta.values:
        entry = bool(value.path) and isinstance(value.path[-1], int)
        if not entry or not isinstance(value.value, str):
            continue
        key = " ".join(_WORD.findall(value.value.casefold()))
        before = first.setdefault((value.path[:-1], key), value)
        if before is not value and key.count(" ") + 1 >= least_words:
            related = (Related(Place(page.path, before.span), "says the same"),)
            values = {"found": value.value, "other": before.value}
            yield Finding(value.span, values, related=related)


@read_once
def _groups(page: Page) -> tuple[tuple[int, tuple[Block, ...]], ...]:
    """The items of each list at the top, with those of the lists in it, in order; lists of one item
    are left out."""
    groups: dict[int, list[Block]] = {}
    tops: list[int] = []
    for index, found in enumerate(page.lists):
        tops.append(index if found.parent < 0 else tops[found.parent])
        blocks = (page.blocks[item.block] for item in found.items if item.block >= 0)
        groups.setdefault(tops[-1], []).extend(blocks)
    return tuple(
        (top, tuple(sorted(blocks, key=lambda block: block.start)))
        for top, blocks in groups.items()
        if len(blocks) > 1
    )


@read_once
def _parents(page: Page) -> dict[int, int]:
    """The number of the list that an item stands in, by where it starts."""
    return {
        page.blocks[item.block].start: index
        for index, found in enumerate(page.lists)
        for item in found.items
        if item.block >= 0
    }


def _may_repeat(page: Page, blocks: Sequence[Block]) -> bool:
    """A quick look: whether two items are the same at all."""
    return len({item_key(page, block) for block in blocks}) < len(blocks)


def _tells(key: str) -> bool:
    """Whether all that an item says is in its words: nothing hidden, no list below it."""
    return HIDDEN not in key and key[-1:] != ":"


def _says_of(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return _holds(a, b) or _acts(a, b)


def _holds(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether all words of the shorter one, a verb and three more, stand in the longer one, which
    opens alike."""
    short, long = sorted((a, b), key=len)
    return (
        len(short) >= 4
        and short[0] == long[0]
        and set(short) <= set(long)
        and len(long) <= 2 * len(short)
    )


def _acts(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the verb and the object that ``a`` opens with stand side by side in ``b`` after its
    own opening."""
    if (
        len(a) < 3
        or a[0] in _COMMON
        or IMPERATIVE not in word_forms(a[0])
        or not set(a[2:]) & set(b)
    ):
        return False
    return any(pair == a[:2] for pair in pairwise(b[2:]))


@lru_cache(maxsize=1024)
def stems(text: str) -> tuple[str, ...]:
    """The words of a text that carry meaning, as base forms."""
    return tuple(
        _base(word) for match in _WORD.finditer(text.lower()) if (word := match[0]) not in _SMALL
    )


@lru_cache(maxsize=4096)
def _base(word: str) -> str:
    if word.endswith(("ing", "ed")):
        return base(word, tags)
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
