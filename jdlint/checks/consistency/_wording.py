"""Slips and other words in a text that most pages have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jdlint.checks._evidence import cut, meant, related, replaced, wide
from jdlint.checks.consistency._drifts import Terms
from jdlint.core.diagnostic import Finding
from jdlint.core.words import like
from jdlint.lang.en import lexicon
from jdlint.lang.en.spelling.slips import kind_of
from jdlint.site import Site
from jdlint.site.align import Change, Drift, Vote, merged
from jdlint.site.vote import share_of

_AROUND = 4  # equal words that kind_of sees on each side
# share of a text's words that may differ: 0.15 to 0.25 find the same 42 on gitlab-2022 (217 pages),
# 0.1 loses 12, 0.3 adds 2
_OTHER = 0.2
# share of the pages that makes another word, which may be meant, worth a note: 32 notes on
# gitlab-2022, 34 at 0.7, 12 at 0.9
_CLEAR = 0.8


def words(site: Site, drift: Drift, terms: Terms) -> Iterator[Finding]:
    """Slips, and one other word, or a few, in a long text."""
    if _alike(drift, terms.words):
        yield from slips(site, drift, terms)
        yield from _choice(site, drift, terms)


def slips(site: Site, drift: Drift, terms: Terms) -> Iterator[Finding]:
    if not _alike(drift, terms.words):
        return
    for change in drift.changes:
        if _kind(drift, change) in ("slip", "misspelt"):
            vote = site.alike.vote(drift, change)
            if vote.clear(terms.least, terms.share) and not _meant(drift, change, terms):
                yield from _found(site, drift, change, vote, certain=True)


def _alike(drift: Drift, least: int) -> bool:
    """Whether two texts are long enough, and alike enough, to be one text."""
    shorter, longer = sorted((len(drift.main_words), len(drift.row_words)))
    changed = sum(max(c.a_end - c.a_start, c.b_end - c.b_start) for c in drift.changes)
    return shorter >= least and (changed <= 1 or changed <= _OTHER * longer)


def _choice(site: Site, drift: Drift, terms: Terms) -> Iterator[Finding]:
    """One other word, or a few, in a long text: perhaps meant."""
    rows = merged(drift.changes, 2)
    if len(rows) > 1 or min(len(drift.row_words), len(drift.main_words)) < 2 * terms.words:
        return
    change = rows[0]
    if any(site.alike.is_slot(drift, c) for c in drift.changes):
        return
    if _kind(drift, change) == "wording" and not _meant(drift, change, terms):
        vote = site.alike.vote(drift, change)
        if vote.clear(terms.least + 1, max(terms.share, _CLEAR)):
            yield from _found(site, drift, change, vote, certain=False)


def _meant(drift: Drift, change: Change, terms: Terms) -> bool:
    return meant(terms.groups, " ".join(drift.removed(change)), " ".join(drift.added(change)))


def _kind(drift: Drift, change: Change) -> str:
    """The kind of a change; another start or end is another text, and meant."""
    words = drift.main_words
    before = words[max(change.a_start - _AROUND, 0) : change.a_start]
    after = words[change.a_end : change.a_end + _AROUND]
    kind = kind_of(before, drift.removed(change), drift.added(change), after)
    first, last = change.b_start < 2, change.b_end > len(drift.row_words) - 1
    inner = not first and not last
    return kind if inner or kind == "misspelt" or (kind == "slip" and not first) else "meant"


def _found(
    site: Site, drift: Drift, change: Change, vote: Vote, *, certain: bool
) -> Iterator[Finding]:
    extend = wide(change)
    better = cut(site.texts.first(drift.main), change.a_start, change.a_end, wide=extend)
    pages = {site.pages[number].path for number in site.alike.pages(drift.main)}
    evidence = share_of(vote.main, vote.main + vote.row, "pages with this text")
    for facts, block in site.texts.uses(drift.row):
        own = cut(block.text, change.b_start, change.b_end, wide=extend)
        if own is None or better is None:
            continue
        # a page that has the main text too says two things, not one thing otherwise
        if not certain and (_names(own.text, better.text) or facts.path in pages):
            continue
        if _worse(own.text, better.text):
            continue
        better = better._replace(text=like(own.text, better.text))
        values = {"found": own.text, "better": better.text, "evidence": evidence}
        others = related(site, drift.main, f"“{better.text}” here", besides=facts.path)
        span, edits = block.place(own.start, own.end), replaced(block, own, better)
        yield Finding(span, values, edits, others, facts.path, certain=certain)


def _names(*texts: str) -> bool:
    """Words in capitals name teams, roles, products and places: they are meant."""
    return any(char.isupper() for text in texts for char in text)


def _worse(own: str, better: str) -> bool:
    """Whether the majority is wrong: a hyphen after an adverb in -ly, or a word twice."""
    if own.replace("-", " ") == better.replace("-", " "):
        adverb = next((w for w in better.lower().split() if "ly-" in w), "")
        return bool(adverb) and "R" in lexicon.tags(adverb.partition("-")[0])
    words = better.lower().split()
    return any(a == b for a, b in pairwise(words))
