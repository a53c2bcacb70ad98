"""A sentence that follows on most pages and is missing on a few."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._evidence import cut, related, short
from jdlint.checks.consistency._counterpart import name_at
from jdlint.checks.consistency._drifts import Terms
from jdlint.checks.consistency._said import said
from jdlint.core.diagnostic import Finding
from jdlint.site import Site
from jdlint.site.align import Change, Drift
from jdlint.site.vote import Lacking, share_of

_SENTENCE_END = frozenset(".!?")
_LEAST = 4  # words of a sentence, and of what is left of the text without it
# share of a site's pages that have the whole text, so that its loss is certain: the 3 losses on
# gitlab-2022, of texts on fewer pages, are notes from 0.6 on
_OFTEN = 0.6


def lost(site: Site, drift: Drift, terms: Terms) -> Iterator[Finding]:
    pages = drift.main.pages
    total = pages + drift.row.pages
    if pages < terms.least or pages < terms.share * total:
        return
    if len(drift.main_words) < len(drift.row_words) + _LEAST:
        return
    place = _place(drift)
    sentence = cut(site.texts.first(drift.main), *place, wide=False) if place else None
    if sentence is None:
        return
    sure = pages >= _OFTEN * len(site.pages) and Lacking((), pages, total).sure
    evidence = share_of(pages, total, "pages with this text")
    for facts, block in site.texts.uses(drift.row):
        if not said(facts, sentence.text.casefold()):
            values = {
                "text": short(sentence.text),
                "evidence": evidence,
                "section": name_at(facts, block.heading),
            }
            others = related(site, drift.main, "with the sentence", besides=facts.path)
            span = block.place(0, len(block.text))
            yield Finding(span, values, (), others, facts.path, certain=sure)


def _place(drift: Drift) -> tuple[int, int] | None:
    """The words of main that are the one sentence which the row has not; None where more differs,
    or something else."""
    worded = [change for change in drift.changes if _has_words(drift, change)]
    if len(worded) != 1 or worded[0].b_start != worded[0].b_end:
        return None
    words, start, end = drift.main_words, worded[0].a_start, worded[0].a_end
    if start < len(words) and words[start] in _SENTENCE_END:
        start += 1
    follows = start > 0 and words[start - 1] in _SENTENCE_END
    ends = end == len(words) or words[end - 1] in _SENTENCE_END or words[end] in _SENTENCE_END
    long = _count(words[start:end]) >= _LEAST and _count(drift.row_words) >= _LEAST
    return (start, end) if follows and ends and long else None


def _has_words(drift: Drift, change: Change) -> bool:
    return _count((*drift.removed(change), *drift.added(change))) > 0


def _count(words: tuple[str, ...]) -> int:
    """How many of them are words, not marks."""
    return sum(1 for word in words if word[0].isalnum())
