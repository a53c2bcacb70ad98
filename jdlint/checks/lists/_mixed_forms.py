"""Lists whose items have several forms, none of them the rule."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import NamedTuple
from jdlint.core.page import Page
from jdlint.core.tools import Counter
from jdlint.posting.items import Item
from jdlint.posting.openings import CLAUSE, GERUND, IMPERATIVE, NOUN, THIRD, forms, word_forms

_NAMES = {
    IMPERATIVE: "commands",
    GERUND: "-ing forms",
    THIRD: "verbs with -s",
    NOUN: "nouns and adjectives",
    CLAUSE: "sentences",
}
_SHOWN = 30  # characters of the first item


class Mixed(NamedTuple):
    """From how many forms on a list is mixed, of how many items whose form is sure, and the share
    of one form from which on it is the rule."""

    forms: int
    least: int
    share: float


def can_mix(items: Sequence[Item], limit: Mixed) -> bool:
    """A quick look at the first words: whether they can have that many forms."""
    found = {form for item in items for form in word_forms(item.word)}
    return len(items) >= limit.least and len(found) >= limit.forms


def mixed(page: Page, items: Sequence[Item], limit: Mixed) -> Finding | None:
    """The finding on a list without a rule, at its first item; the first item of each other form is
    related."""
    text, firsts, counts = page.prose.text, dict[str, Item](), Counter[str]()
    for item in items:
        found = forms(text[item.start : item.end])
        form = next(iter(found)) if len(found) == 1 else ""
        if form in _NAMES:
            firsts.setdefault(form, item)
            counts[form] += 1
    most = max(counts.values(), default=0)
    few = len(counts) < limit.forms or counts.total() < limit.least
    if few or most >= limit.share * counts.total():
        return None
    named = [form for form, _ in counts.most_common()]
    related = tuple(
        Related(
            Place(page.path, page.prose.span(firsts[form].start, firsts[form].start + 1)),
            f"one of the {_NAMES[form]}",
        )
        for form in named[1:]
    )
    first = items[0]
    words = ", ".join(f"{counts[form]} {_NAMES[form]}" for form in named)
    values = {"forms": words, "count": str(len(items))}
    span = page.prose.span(first.start, min(first.start + _SHOWN, first.end))
    return Finding(span, values, related=related)
