"""Single words that a page writes with a capital here and without it there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.checks.usage._elsewhere import elsewhere, times
from jdlint.checks.usage._title_lines import in_title_line
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import NamedTuple, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.pattern import compile_pattern, found_span

_INSIDE = re.late(r"(?:[a-z][\w’'-]*[,;/]?|[Tt]he|Our) $")
_BEFORE, _AFTER = 30, 30
_SURE = 3  # times that capitals are written before a page surely means them


class _Use(NamedTuple):
    start: int
    end: int
    word: str


@dataclass(frozen=True)
class WordCase:
    """Compares what a pattern of ``forms`` (any case) names ``at`` with itself: where it has a
    capital inside a sentence here and none there, the rarer form is reported, once for a pattern,
    of equal ones and of few the one with a capital.

    A capital in a line of words in capitals, and one that a name in capitals follows, says nothing.
    Values: ``found``, ``better``, ``times`` (how often the other form stands).
    """

    needles: tuple[str, ...]
    forms: tuple[str, ...]
    scope: tuple[str, ...] = ("prose",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        text = page.prose.text
        capital = {hit.needle for hit in hits if text[hit.start].isupper()}
        both = capital & {hit.needle for hit in hits if text[hit.start].islower()}
        hits = [hit for hit in hits if hit.needle in both]
        if not hits:
            return
        for pattern in self.forms:
            uses = list(dict.fromkeys(self._uses(page, hits, pattern)))
            for word in dict.fromkeys(use.word for use in uses):
                same = [use for use in uses if use.word == word]
                finding = _finding(page, same)
                if finding is not None:
                    yield finding

    def _uses(self, page: Page, hits: Sequence[Hit], pattern: str) -> Iterator[_Use]:
        text, kinds = page.prose.text, kinds_of(self.scope)
        find = compile_pattern(pattern, ignore_case=True)
        for hit in hits:
            block = page.block_at(hit.start)
            if block.kind not in kinds:
                continue
            low = max(block.start, hit.start - _BEFORE)
            part = text[low : min(block.end, hit.end + _AFTER)]
            for match in find.finditer(part):
                start, end = (low + at for at in found_span(match))
                if start == hit.start and (text[start].islower() or _is_meant(page, start, end)):
                    yield _Use(start, end, page.lower[start : hit.end])


def _is_meant(page: Page, start: int, end: int) -> bool:
    """Whether a capital is no sentence's first, no part of a name and of no line in capitals."""
    text, block = page.prose.text, page.block_at(start)
    before, after = text[max(block.start, start - _BEFORE) : start], text[end : end + 2]
    if not _INSIDE.search(before) or (after[:1] == " " and after[1:].isupper()):
        return False
    return not in_title_line(page, block, start, end)


def _finding(page: Page, uses: list[_Use]) -> Finding | None:
    text = page.prose.text
    small = [use for use in uses if text[use.start].islower()]
    capital = [use for use in uses if text[use.start].isupper()]
    if not small or not capital:
        return None
    rare = len(small) < len(capital) and len(capital) >= _SURE
    wrong, right = (small, capital) if rare else (capital, small)
    spans = [page.prose.span(use.start, use.end) for use in wrong]
    cased = str.capitalize if rare else str.lower
    betters = [cased(text[use.start : use.end]) for use in wrong]
    exact = all(page.exact(use.start, use.end) for use in wrong)
    found = text[wrong[0].start : wrong[0].end]
    values = {"found": found, "better": betters[0], "times": times(len(right))}
    related = elsewhere(page, right, f"“{betters[0]}” here")
    edits = tuple(map(Edit, spans, betters)) if exact else ()
    return Finding(spans[0], values, edits, related)
