"""British and American spelling on one page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.checks.usage._elsewhere import SHOWN, elsewhere
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import NamedTuple, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property

_WORD = re.late(r"[A-Za-z]+")
_JOINED = frozenset("-_/@")
_BEFORE = frozenset('-_./@#&“"‘')  # parts of names and addresses, quotes


class _Use(NamedTuple):
    """A word, its place, and how the other side of the sea writes it."""

    start: int
    end: int
    other: str


@dataclass(frozen=True)
class MixedEnglish:
    """Reports, once for a page, the first word of the rarer of two ways to spell, of equal ones the
    later.

    ``swap`` has words of the first way and what they are in the second: whole words, never parts of
    others, each with any of ``endings``. ``first_only`` are beginnings of words that only the first
    way has (“organis”): they are counted, not reported. Words with capitals inside a sentence are
    names. Values: ``found``, ``better``, ``count``, ``example`` (of the other way). Variants:
    ``first`` and ``second``, the way of the word that is reported.
    """

    swap: Mapping[str, str]
    endings: tuple[str, ...] = ("",)
    first_only: tuple[str, ...] = ()
    scope: tuple[str, ...] = ("description", "prose", "headings")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    @cached_property
    def _ways(self) -> tuple[tuple[str, str], ...]:
        rows = [(str(first), str(second)) for first, second in self.swap.items()]
        return (*rows, *((second, first) for first, second in rows))

    @cached_property
    def needles(self) -> Sequence[str]:
        return (*(own for own, _ in self._ways), *self.first_only)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        count, found = len(self.swap), {False: dict[int, _Use](), True: dict[int, _Use]()}
        leaning = set[int]()
        for hit in hits:
            use = self._use(page, hit)
            if use is not None and hit.needle >= 2 * count:
                leaning.add(use.start)
            elif use is not None:
                found[hit.needle >= count].setdefault(use.start, use)
        first, second = list(found[False].values()), list(found[True].values())
        if first and second:
            yield _finding(page, first, second, len(leaning))

    def _use(self, page: Page, hit: Hit) -> _Use | None:
        text = page.prose.text
        before = text[hit.start - 1 : hit.start]
        if before.isalnum() or before in _BEFORE:
            return None
        block = page.block_at(hit.start)
        match = _WORD.match(text, hit.start)
        if match is None or block.kind not in kinds_of(self.scope):
            return None
        end = match.end()
        opens = hit.start == block.start and text[hit.start + 1].islower()
        if text[end : end + 1] in _JOINED or not (text[hit.start].islower() or opens):
            return None
        if hit.needle >= len(self._ways):
            return _Use(hit.start, end, "")
        if text[hit.end : end] not in self.endings:
            return None
        other = self._ways[hit.needle][1] + text[hit.end : end]
        capital = text[hit.start].isupper()
        return _Use(hit.start, end, other[0].upper() + other[1:] if capital else other)


def _finding(page: Page, first: list[_Use], second: list[_Use], leaning: int) -> Finding:
    more = len(first) + leaning - len(second) or second[0].start - first[0].start
    rare, usual = (second, first) if more > 0 else (first, second)
    text, use = page.prose.text, rare[0]
    spans = [page.prose.span(row.start, row.end) for row in rare]
    related = (
        *elsewhere(page, rare[1:], "here too"), *elsewhere(page, usual, "the other way here")
    )  # fmt: skip
    exact = all(page.exact(row.start, row.end) for row in rare)
    edits = (
        tuple(Edit(span, row.other) for span, row in zip(spans, rare, strict=True)) if exact else ()
    )
    values = {
        "found": text[use.start : use.end],
        "better": use.other,
        "count": str(len(usual) + leaning * (usual is first)),
        "example": text[usual[0].start : usual[0].end],
    }
    variant = "first" if rare is first else "second"
    return Finding(spans[0], values, edits, related[:SHOWN], variant=variant)
