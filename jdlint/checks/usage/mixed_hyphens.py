"""Compounds before a noun that have their hyphen here and lack it there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from jdlint.checks._scope import kinds_of
from jdlint.checks.usage._elsewhere import elsewhere
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import NamedTuple, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.tools import defaultdict
from jdlint.core.words import word_set
from jdlint.lang.en import lexicon
from jdlint.lang.en.syntax.analysis import Token, analyse

_HYPHENED = re.late(r"(?<![\w/.@-])[A-Za-z]{2,}(?:-[a-z]{2,}){1,2}(?= [a-z])")
_NOUN = ("NN", "NNS")
_SURE = 0.8
_OPEN_TOO = 2  # so often open for each hyphen: beyond, the page writes it open
_MOST = 400  # compounds that a page is searched for: real ones have up to 60
# a word before the compound that it may belong to: a verb of its own (“to open source projects”)
_VERBAL = word_set("to we you they will can must should may i who please and or not")
_PARTICLES = word_set("in on off up out over down back through together away around")
_LATIN = word_set("ad-hoc per-se vice-versa de-facto in-situ pro-bono ex-officio bona-fide")
_CLOSED = word_set("on-going out-going up-coming in-coming")  # one word: ongoing


class _Use(NamedTuple):
    start: int
    end: int
    followed: str


@dataclass(frozen=True)
class MixedHyphens:
    """Reports a compound without its hyphens before a noun, where the page has it with them before
    a noun, and not far more often without. Values: ``found``, ``better``, ``count``, ``example``
    (as the page writes it, with its noun)."""

    scope: tuple[str, ...] = ("description", "prose")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        text, kinds = page.prose.text, kinds_of(self.scope)
        if "-" not in text:
            return
        hyphened: dict[str, list[_Use]] = defaultdict(list)
        for match in _HYPHENED.finditer(text):
            form = match[0].lower()
            first, last = form.split("-")[0], form.rpartition("-")[2]
            if first.endswith("ly") and lexicon.only_adverb(first):
                continue  # an adverb has none: publicly accessible docks
            if last not in _PARTICLES and form not in _LATIN and form not in _CLOSED:
                hyphened[form].append(_Use(match.start(), match.end(), ""))
        for form, uses in islice(hyphened.items(), _MOST):
            bare = form.replace("-", " ")
            found, at = list[tuple[int, int]](), page.lower.find(bare)
            while at >= 0:
                end = at + len(bare)
                small = text[at + 1 : end].islower()  # else it is a name
                if small and page.block_at(at).kind in kinds and _modifies(page, at, end):
                    found.append((at, end))
                at = page.lower.find(bare, end)
            known = [u for u in uses if _modifies(page, u.start, u.end)] if found else []
            if known and len(found) <= max(_OPEN_TOO * len(known), _OPEN_TOO):
                yield from (_finding(page, *place, known) for place in found)


def _modifies(page: Page, start: int, end: int) -> bool:
    """Whether the words are whole and stand before a noun, behind nothing that makes a verb of
    them."""
    text = page.prose.text
    if text[start - 1 : start].isalnum() or text[start - 1 : start] in ("-", "/", "_"):
        return False
    if text[end : end + 1] != " ":
        return False
    block = page.block_at(start)
    tokens = analyse(page.text(block)).tokens
    first = next((t for t in tokens if t.start >= start - block.start), None)
    following = next((t for t in tokens if t.start > end - block.start), None)
    if first is None or following is None or following.hidden:
        return False
    before = tokens[first.position - 1] if first.position else None
    if before is not None and before.lower in _VERBAL:
        return False
    return _is_noun(following) and not (first.verb and first.position == 0)


def _is_noun(token: Token) -> bool:
    return token.text[0].islower() and token.surely(*_NOUN, least=_SURE)


def _finding(page: Page, start: int, end: int, known: list[_Use]) -> Finding:
    text = page.prose.text
    found = text[start:end]
    own = text[known[0].start : known[0].end]
    better = found.replace(" ", "-")
    after = text[known[0].end : known[0].end + 40].split()
    values = {
        "found": found,
        "better": better,
        "count": str(len(known)),
        "example": f"{own} {after[0].rstrip('.,;:!?)')}" if after else own,
    }
    span = page.prose.span(start, end)
    edits = (Edit(span, better),) if page.exact(start, end) else ()
    return Finding(span, values, edits, elsewhere(page, known, f"“{own}” here"))
