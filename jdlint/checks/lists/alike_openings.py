"""Items in a row that open with the same verb."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import dataclass
from jdlint.core.page import Page
from jdlint.core.patterns.regex import IGNORECASE, late
from jdlint.core.tools import Counter
from jdlint.core.words import word_set
from jdlint.posting.items import list_items
from jdlint.posting.openings import GERUND, IMPERATIVE, NOUN, THIRD, word_forms

# headings of lists that tell the steps of an application, on either side
_STEPS = late(
    r"\b(?:apply|application|send|submit|interview\w*|hiring process|hir(?:ing|e) steps"
    r"|recruit(?:ing|ment) process|selection process|onboarding)\b",
    IGNORECASE,
)
_LABEL = late(r"[^.:;\n]{1,40}:")  # “Finance: …”
# what a stage is called, or what is done at each one
_STAGES = word_set(
    "interview interviews interviewing meet meeting meetings session sessions phase phases stage"
    " step round day week month please"
)
# what somebody is or has is told alike by plan
_STATES = word_set(
    "be is are being has have having can know knows possess possesses understand understands"
    " understanding"
)
_VERBAL = frozenset((IMPERATIVE, GERUND, THIRD))


@dataclass(frozen=True)
class AlikeOpenings:
    """Reports a list once where ``row`` items one after the other open with the same verb, or
    ``share`` of its items, and at least ``least`` of them, do; nouns may repeat (“Experience with
    …”), and so may labels, the steps of an application and the stages of a hiring process. Values:
    ``found``, ``count``, ``total``."""

    row: int = 4
    least: int = 5
    share: float = 0.6

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.prose.text
        for items in list_items(page):
            if len(items) < self.row or _are_steps(page, items[0].start):
                continue
            alike = self._alike([item.word for item in items])
            if alike in _STATES or alike in _STAGES:
                continue
            if alike and word_forms(alike) & _VERBAL and not word_forms(alike) >= {THIRD, NOUN}:
                starts = [
                    page.lower.index(alike, item.start) for item in items if item.word == alike
                ]
                if all(_LABEL.match(text, at) for at in starts):
                    continue
                spans = [page.prose.span(at, at + len(alike)) for at in starts]
                related = tuple(
                    Related(Place(page.path, span), "opens alike") for span in spans[1:20]
                )
                values = {
                    "found": text[starts[0] : starts[0] + len(alike)],
                    "count": str(len(starts)),
                    "total": str(len(items)),
                }
                yield Finding(spans[0], values, related=related)

    def _alike(self, words: list[str]) -> str:
        """The first word that too many items share, or nothing."""
        run = 1
        for before, word in pairwise(words):
            run = run + 1 if word and word == before else 1
            if run >= self.row:
                return word
        if len(words) < self.least or len(set(words)) > len(words) * (1 - self.share) + 1:
            return ""
        word, count = Counter(words).most_common(1)[0]
        return word if count >= self.least and count >= self.share * len(words) else ""


def _are_steps(page: Page, start: int) -> bool:
    """Whether a list says what to send with an application."""
    number = page.block_at(start).section
    return number >= 0 and _STEPS.search(page.sections[number].heading.text) is not None
