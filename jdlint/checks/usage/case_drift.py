"""Names and roles that a page writes with capitals here and without them there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.checks.usage._elsewhere import times
from jdlint.checks.usage._role_case import role_case
from jdlint.core.diagnostic import Edit, Finding, Place, Related
from jdlint.core.light import NamedTuple, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.core.words import whole

_CAPITALS = re.late(r"(?:[A-Z][a-z]+(?:-[A-Za-z][a-z]+)*(?: of)? )+$")
_WORD_BEFORE = re.late(r"([\w’'-]+[,;]?) $")
_NAME_BEFORE = re.late(r"[A-Z][\w’'-]* (?:of |& )?$")
_NAME_AFTER = re.late(r" (?:of |& |for )?(?:the )?[A-Z]")
_LONGEST = 60  # characters of a name before its head
_SIDE = 30  # characters that show whether a name goes on
_SHOWN = 5
_SMALL_WORD = 3  # letters of a word that is small in titles too
_LEAST_TITLE, _TITLE = 4, 8  # longer words of a title
_CAPITALS_FROM = 3  # times that capitals are written before a page surely means them


class _Uses(NamedTuple):
    """Where a phrase starts, in capitals and in lower case."""

    capital: list[int]
    small: list[int]


@dataclass(frozen=True)
class CaseDrift:
    """Reports words that end in one of ``heads`` and stand in capitals and in lower case on one
    page; only capitals inside a sentence count.

    ``report: phrase`` compares one phrase (or its plural) with itself; titles and headings do not
    count. The rarer form is reported once for each phrase, of equal ones the capitals; a phrase of
    the page's own title, and one form against one, are a note. ``report: role`` takes all roles of
    two words or more together: a page with ``least`` roles in lower case is reported once, at the
    first role in capitals. Values: ``found``, ``better`` and ``times`` (how often) of a phrase,
    ``other`` of a role.
    """

    heads: tuple[str, ...]
    report: str = "phrase"
    scope: tuple[str, ...] = ("prose",)
    longest: int = 4
    least: int = 2

    def __post_init__(self) -> None:
        kinds_of(self.scope)
        if self.report not in ("phrase", "role"):
            raise ValueError("“report” is phrase or role")

    @cached_property
    def needles(self) -> Sequence[str]:
        return tuple(f" {head}" for head in self.heads)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        text = page.prose.text
        capital = [hit for hit in hits if text[hit.start + 1].isupper()]
        if capital and self.report == "role":
            yield from role_case(page, hits, kinds_of(self.scope), self.least)
        elif capital:
            yield from self._phrases(page, capital)

    def _phrases(self, page: Page, hits: list[Hit]) -> Iterator[Finding]:
        text = page.prose.text
        seen = set[str]()
        in_small: dict[str, bool] = {}
        for hit in hits:
            low = max(hit.start - _LONGEST, 0)
            before = max(text.rfind(" ", low, hit.start), text.rfind("\n", low, hit.start)) + 1
            if not text[before].isupper():
                continue
            end = hit.end + (text[hit.end : hit.end + 1] == "s")
            # nothing to compare with where the last two words never stand in lower case
            pair = page.lower[before:end]
            if pair not in in_small:
                in_small[pair] = pair in text
            for start in self._starts(page, hit) if in_small[pair] else ():
                phrase = page.lower[start:end]
                if phrase not in seen and phrase in text and whole(page, start, end):
                    seen.add(phrase)
                    uses = self._uses(page, phrase)
                    # one against one proves little, and nothing where a heading has the words too
                    alone = len(uses.capital) == 1 == len(uses.small) and _is_title(page, phrase)
                    if uses.capital and uses.small and not alone:
                        yield _finding(page, phrase, uses)
                        break

    def _starts(self, page: Page, hit: Hit) -> Iterator[int]:
        """Where the name that ends with the hit can start, the longest first; it must stand inside
        a sentence."""
        low = max(page.block_at(hit.start).start, hit.start - _LONGEST)
        match = _CAPITALS.search(page.prose.text[low : hit.start + 1])
        if match is None:
            return
        name, first = match[0], low + match.start()
        starts = [
            first + at
            for at, char in enumerate(name)
            if "A" <= char <= "Z" and (at == 0 or name[at - 1] == " ")
        ]
        yield from starts[-self.longest + 1 :]

    def _uses(self, page: Page, phrase: str) -> _Uses:
        kinds, text, uses = kinds_of(self.scope), page.prose.text, _Uses([], [])
        at = page.lower.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            block = page.block_at(at)
            if whole(page, at, end) and block.kind in kinds and not _part_of_name(text, at, end):
                words = text[at:end].split()
                if all(word[0].islower() for word in words):
                    uses.small.append(at)
                elif (
                    _in_capitals(words)
                    and _inside(text, block.start, at)
                    and not _title_case(page.text(block))
                ):
                    uses.capital.append(at)
            at = page.lower.find(phrase, end)
        return uses


def _finding(page: Page, phrase: str, uses: _Uses) -> Finding:
    fewer_small = len(uses.small) < len(uses.capital)
    wrong, right = (uses.small, uses.capital) if fewer_small else (uses.capital, uses.small)
    text, size = page.prose.text, len(phrase)
    better = text[right[0] : right[0] + size]
    spans = [page.prose.span(at, at + size) for at in wrong]
    others = [page.prose.span(at, at + size) for at in right[:_SHOWN]]
    related = [Related(Place(page.path, span), "here too") for span in spans[1 : _SHOWN + 1]]
    related += [Related(Place(page.path, span), f"“{better}” here") for span in others]
    exact = all(page.exact(at, at + size) for at in wrong)
    edits = tuple(Edit(span, better) for span in spans) if exact else ()
    found = text[wrong[0] : wrong[0] + size]
    values = {"found": found, "better": better, "times": times(len(right))}
    one_to_one = len(right) + len(wrong) == 2  # one against one proves little
    few = fewer_small and len(right) < _CAPITALS_FROM
    certain = not one_to_one and not few and not _is_title(page, phrase)
    return Finding(spans[0], values, edits, tuple(related), certain=certain)


def _is_title(page: Page, phrase: str) -> bool:
    """Whether the phrase is the job itself, or a part of its title: then its capitals may be
    meant."""
    named = (page.title, *(heading.text for heading in page.headings))
    return any(phrase.rstrip("s") in text.lower() for text in named)


def _title_case(text: str) -> bool:
    """Whether a short text is set as a title: “Mentor and Grow the Service Team”."""
    longer = [word for word in text.split() if len(word) > _SMALL_WORD]
    return _LEAST_TITLE <= len(longer) <= _TITLE and all(word[0].isupper() for word in longer)


def _in_capitals(words: list[str]) -> bool:
    return all(word[0].isupper() or word == "of" for word in words)


def _inside(text: str, start: int, at: int) -> bool:
    """Whether a word in lower case stands right before ``at``: then capitals are meant, not those
    of a first word."""
    match = _WORD_BEFORE.search(text[max(start, at - _SIDE) : at])
    return match is not None and match[1][0].islower()


def _part_of_name(text: str, start: int, end: int) -> bool:
    """Whether a name in capitals goes on to the left or the right."""
    if not text[start].isupper():
        return False
    before, after = text[max(start - _SIDE, 0) : start], text[end : end + _SIDE]
    return bool(_NAME_BEFORE.search(before) or _NAME_AFTER.match(after))
