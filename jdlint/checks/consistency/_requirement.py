"""The same item, required on some pages and preferred on others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.checks._evidence import first_words, heading_of, meant, related, short
from jdlint.checks.consistency._drifts import Terms
from jdlint.core.diagnostic import Finding
from jdlint.core.patterns import regex as re
from jdlint.core.tools import Counter, lru_cache
from jdlint.core.words import word_set
from jdlint.site import Facts, Site
from jdlint.site.align import Drift, Row, page_of
from jdlint.site.facts import BlockFact
from jdlint.site.vote import majority, share_of

_SOFT = word_set(
    "preferred preferable preferably plus bonus desirable desired optional optionally advantage"
    " advantageous beneficial helpful nice-to-have welcome ideally"
)
_HARD = word_set("required mandatory essential must necessary")
_FILLING = word_set(
    "is are be would will a an the strongly highly very much big great strong real definite huge"
    " but not nice to have considered as"
)
_NICE = re.late(
    r"\b(?:nice|prefer|bonus|plus|plusses|pluses|desir|optional|advantage|ideal)", re.IGNORECASE
)
_NEED = re.late(r"\b(?:require|qualif|must|need|minimum|essential)", re.IGNORECASE)
_ARTICLES = frozenset(("a", "an", "the"))
_LEAST = 3  # words of a text that says anything beside its level
PREFERRED, REQUIRED, OTHER = "preferred", "required", "?"


def worded(site: Site, drift: Drift, terms: Terms) -> Iterator[Finding]:
    """Texts that differ in what they say of their level (“is a plus”)."""
    sides = _sides(drift)
    if sides is None or drift.main.pages < 2:
        return
    change = max(drift.changes, key=lambda c: c.a_end - c.a_start + c.b_end - c.b_start)
    vote = site.alike.vote(drift, change)
    if vote.main <= vote.row:
        return
    levels = Counter(_level(sides[0], f, b) for f, b in site.texts.uses(drift.main))
    main = levels.most_common(1)[0][0]
    evidence = share_of(vote.main, vote.main + vote.row, "pages with this item")
    certain = vote.clear(terms.least, terms.share)
    for facts, block in site.texts.uses(drift.row):
        own = _level(sides[1], facts, block)
        if own and main and own != main:
            values = {"found": own, "better": main, "evidence": evidence, "text": short(block.text)}
            others = related(site, drift.main, f"{main} here", besides=facts.path)
            span = block.place(0, len(block.text))
            yield Finding(span, values, (), others, facts.path, certain=certain)


def placed(site: Site, terms: Terms) -> Iterator[Finding]:
    """The same words under “Requirements” on most pages and under “Nice to have” on a few."""
    levels: dict[str, str] = {}
    nice = {n for n, facts in enumerate(site.pages) if _has_nice(facts, levels)}
    for row in site.texts.rows if nice else ():
        counts = row.pages > terms.least and site.holds(row) and not meant(terms.groups, row.key)
        if counts and any(
            block.kind == "item" and levels.get(heading_of(facts, block)) == PREFERRED
            for facts, block in site.texts.uses(row, nice)
        ):
            yield from _headings(site, row, levels, terms.share)


def _has_nice(facts: Facts, levels: dict[str, str]) -> bool:
    """Whether a page has a heading of what is nice to have; ``levels`` learns each heading's."""
    texts = [heading.text for heading in facts.headings]
    levels.update((text, _heading_level(text)) for text in texts if text not in levels)
    return any(levels[text] == PREFERRED for text in texts)


def _headings(site: Site, row: Row, levels: Mapping[str, str], share: float) -> Iterator[Finding]:
    pages: dict[str, set[int]] = {REQUIRED: set(), PREFERRED: set()}
    found: list[tuple[str, Facts, BlockFact]] = []
    for use, (facts, block) in zip(row.uses, site.texts.uses(row), strict=True):
        level = levels.get(heading_of(facts, block), "")
        if level:
            pages[level].add(page_of(use))
            found.append((level, facts, block))
    vote = majority(pages, 1, share)
    both = vote is not None and vote.total < sum(vote.counts)  # a page that has it twice
    if vote is None or both or not vote.counts[1]:
        return
    main, fewer = vote.forms
    evidence = vote.evidence("pages with this item")
    for level, facts, block in found:
        if level == fewer:
            text = short(block.text)
            values = {"found": fewer, "better": main, "evidence": evidence, "text": text}
            others = related(site, row, f"{main} here", besides=facts.path)
            span = first_words(block)
            yield Finding(span, values, (), others, facts.path, "section", certain=False)


def _sides(drift: Drift) -> tuple[str, str] | None:
    """What the words that differ say on main's side and on the row's; None where they say something
    else."""
    if min(len(drift.row_words), len(drift.main_words)) < _LEAST:
        return None
    differing = [(drift.removed(c), drift.added(c)) for c in drift.changes]
    worded = [
        (a, b)
        for a, b in differing
        if any(w[0].isalnum() for w in (*a, *b)) and {*a, *b} - _ARTICLES
    ]
    if len(worded) != 1:
        return None
    main, row = map(_says, worded[0])
    return (main, row) if OTHER not in (main, row) and main != row else None


def _says(words: tuple[str, ...]) -> str:
    """``preferred`` or ``required`` for words that say only this, nothing for no words, “?” for
    other words."""
    said = [word for word in words if word[0].isalnum()]
    if not said:
        return ""
    if any(word not in _SOFT and word not in _HARD and word not in _FILLING for word in said):
        return OTHER
    nice = said[:3] == ["nice", "to", "have"] or "not" in said
    if nice or any(word in _SOFT for word in said):
        return PREFERRED
    return REQUIRED if any(word in _HARD for word in said) else OTHER


def _level(said: str, facts: Facts, block: BlockFact) -> str:
    """Required or preferred: by an item's own words, else by its heading, else empty."""
    return said or _heading_level(heading_of(facts, block))


@lru_cache(maxsize=4096)
def _heading_level(heading: str) -> str:
    return PREFERRED if _NICE.search(heading) else REQUIRED if _NEED.search(heading) else ""
