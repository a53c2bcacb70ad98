"""Places where edited prose has another small word, one more, or another form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from jdlint.core.by_text import by_text
from jdlint.core.light import NamedTuple
from jdlint.lang.en import forms
from jdlint.lang.en.choices.context import (
    CLASSES,
    NONE,
    OTHER,
    WORDS,
    Form,
    Row,
    around,
    around_form,
    form_of,
    row_of,
)
from jdlint.lang.en.choices.table import SCALE, known, scores
from jdlint.lang.en.lexicon import tags as known_tags
from jdlint.lang.en.tokens import Words, words

LEAST = 2.0  # log odds below which nobody is told
_FIRST = 14  # features that tell most places from those where more have to be asked
_SHORTEST = 6  # words of a text: shorter ones are labels
_PREPOSITIONS = "of in to for on with at by from about into as"
# which small words may be in the wrong place, and which are then meant
_SWAPS = (
    _PREPOSITIONS, "is are", "has have", "was were", "do does", "it its", "than then",
    "there their", "out our", "you your", "they the", "on or", "in is", "be by", "this his",
    "an and", "it if",
)  # fmt: skip
# what is lost; others a sentence can do without too often
_LOST = frozenset(f"{_PREPOSITIONS} a the is are be have has was were it you not".split())
_RARELY_LOST = {"is": 1.5, "are": 1.0, "it": 1.0, "you": 1.0, "has": 1.5, "was": 1.5, "not": 2.0}
_HELPS = frozenset("help helps helping helped let lets make makes making made have".split())


class Choice(NamedTuple):
    """What is likelier than the text in one place.

    ``kind``: "missing" (``better`` before token ``at``), "other" (``better`` instead of token
    ``at``, both small words), "slip" (the same, ``at`` being one letter off), "form" (``better`` is
    another form of token ``at``). ``odds`` are log odds.
    """

    kind: str
    at: int
    better: str
    odds: float


def _look(text: str) -> Iterator[Choice]:
    cut = words(text)
    if len(cut) < _SHORTEST:
        return
    lows, row = cut.lowers, row_of(cut.texts, cut.lowers)
    for at, low in enumerate(lows):
        if not low[0].isalnum():
            if low[0] == "\ufffc" and at:
                yield from _missing(cut, row, at)
            continue
        rare = not known(row.words[at + 2], row.words[at + 3])
        if rare and at:
            yield from _missing(cut, row, at)
        if not cut.texts[at].islower() and at:
            continue
        if not rare and known(row.words[at + 3], row.words[at + 4]):
            continue  # the word stands often beside both of its neighbours
        number = CLASSES.get(low, OTHER)
        if number > OTHER:
            if at:
                yield from _small(cut, row, at, number)
            continue
        if near := _near(low):
            yield from _slip(row, at, near)
        if rare and (form := form_of(low)) and _verbal(cut, at, form):
            yield from _form(row, at, form, low)


choices = by_text(_look)


def _missing(cut: Words, row: Row, at: int) -> Iterator[Choice]:
    features = around(row, at + 2, at + 3)
    first = scores(features[:_FIRST])
    if max(first[2:]) <= first[NONE]:
        return
    got = scores(features)
    best = max(range(2, len(got)), key=got.__getitem__)
    better = WORDS[best - 2]
    odds = (got[best] - got[NONE]) / SCALE - _RARELY_LOST.get(better, 0)
    if odds >= LEAST and better in _LOST:
        if cut.lowers[at - 1] == "," or (better == "a" and _plural(cut, at)):
            return
        if better == "to" and _HELPS & set(cut.lowers[max(at - 6, 0) : at]):
            return  # helps crews sail
        yield Choice("missing", at, better, odds)


def _plural(cut: Words, at: int) -> bool:
    """Whether the next words hold a plural: create new tools."""
    return any(options[0] == "P" for options in cut.options[at : at + 3])


def _verbal(cut: Words, at: int, form: Form) -> bool:
    """Whether a word is a verb here: what can be a noun is one after a modal, “be” or “to” only.

    Which number a noun has is the writer's to know: on 217 postings 3 of 30 remarks were true.
    """
    return "N" not in form.kind or (at > 0 and bool(set(cut.options[at - 1]) & set("KXQ")))


def _small(cut: Words, row: Row, at: int, number: int) -> Iterator[Choice]:
    low = cut.lowers[at]
    if low not in _swaps():
        return
    got = scores(around(row, at + 2, at + 4))
    here = got[number] + LEAST * SCALE
    for other in _swaps()[low]:
        if got[other] >= here and got[other] >= got[NONE]:
            better = WORDS[other - 2]
            kind = "slip" if _mistyped(low, better) else "other"
            yield Choice(kind, at, better, LEAST + (got[other] - here) / SCALE)


def _mistyped(low: str, better: str) -> bool:
    """Whether one small word is a typing slip of the other, and not a choice of prepositions."""
    both = {low, better}
    return one_off(low, better) and not both <= set(_PREPOSITIONS.split()) and both != {"is", "as"}


def _slip(row: Row, at: int, near: Sequence[int]) -> Iterator[Choice]:
    got = scores(around(row, at + 2, at + 4))
    best = max(near, key=got.__getitem__)
    odds = (got[best] - got[OTHER]) / SCALE
    if odds >= LEAST:
        yield Choice("slip", at, WORDS[best - 2], odds)


def _form(row: Row, at: int, form: Form, low: str) -> Iterator[Choice]:
    features = around_form(row, at + 3, form)
    first = scores(features[:_FIRST])[:4]
    if max(first) <= first[form.form]:
        return
    got = scores(features)[:4]
    best = max(range(4), key=got.__getitem__)
    odds = (got[best] - got[form.form]) / SCALE
    if odds >= LEAST and (better := _inflected(form.base, best)) and better != low:
        yield Choice("form", at, better, odds)


def _inflected(base: str, form: int) -> str:
    """A form of a base that the lexicon knows, or nothing: irregular verbs have no -ed."""
    make, wanted = (
        (str, "NMV"),
        (forms.plural, "PZ"),
        (forms.gerund, "G"),
        (forms.past, "DE"),
    )[form]
    word = make(base)
    return word if set(known_tags(word)) & set(wanted) else ""


@cache
def _swaps() -> dict[str, frozenset[int]]:
    """For a small word the classes that may be meant."""
    found: dict[str, set[str]] = {}
    for group in map(str.split, _SWAPS):
        for word in group:
            found.setdefault(word, set()).update(group)
    return {
        word: frozenset(CLASSES[other] for other in others if other in CLASSES and other != word)
        for word, others in found.items()
    }


@cache
def _near(low: str) -> Sequence[int]:
    """The classes of small words that are one letter off."""
    if len(low) > 8:
        return ()
    return [number for word, number in CLASSES.items() if len(word) > 1 and one_off(low, word)]


def one_off(one: str, two: str) -> bool:
    """Whether one letter is too many, missing, another, or two neighbours have changed places."""
    if abs(len(one) - len(two)) > 1 or one == two:
        return False
    at = 0
    while at < min(len(one), len(two)) and one[at] == two[at]:
        at += 1
    if len(one) != len(two):
        longer, shorter = (one, two) if len(one) > len(two) else (two, one)
        return longer[at + 1 :] == shorter[at:]
    swapped = one[at : at + 2] == two[at : at + 2][::-1] and one[at + 2 :] == two[at + 2 :]
    return one[at + 1 :] == two[at + 1 :] or swapped
