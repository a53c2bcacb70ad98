"""Places that ask for a form of a verb: after “to”, a modal, a form of be, a preposition…

``slots`` finds the words that stand in one and have a form that hardly goes there; whether that is
a slip, the odds of its context say (``jdlint.lang.en.wordforms``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jdlint.core.light import NamedTuple
from jdlint.lang.en.tokens import Words
from jdlint.lang.en.wordforms.paradigm import (
    BASE,
    ING,
    PAST,
    THIRD,
    Form,
    form_of,
    may_be_inflected,
)

_BE = "be is are was were been being am 're 'm you're we're they're i'm isn't aren't wasn't".split()
_HAVE = "have has had 've you've we've i've they've haven't hasn't hadn't".split()
_DO = "do does did don't doesn't didn't".split()
_MODALS = """will would can could should must shall may might 'll cannot can't won't wouldn't
    couldn't shouldn't you'll we'll they'll it'll i'll""".split()
_PERSONS = "we they i he she you who".split()
_BEFORE_VERB = frozenset(
    "of for by without when while before after about with in from at through upon".split()
)
_TRIGGERS = {
    "to": "to",
    **dict.fromkeys(_MODALS, "modal"),
    **dict.fromkeys(_DO, "do"),
    **dict.fromkeys(_HAVE, "have"),
    **dict.fromkeys(_BE, "be"),
    **dict.fromkeys(_PERSONS, "person"),
    **dict.fromkeys(_BEFORE_VERB, "preposition"),
    **dict.fromkeys(("let's", "please"), "command"),
    **dict.fromkeys(("help", "helps", "helping", "helped", "let", "lets"), "help"),
}
_WRONG = {
    "to": (BASE, THIRD, ING, PAST),
    "modal": (THIRD, ING, PAST),
    "do": (THIRD, ING, PAST),
    "have": (BASE, THIRD),
    "be": (BASE,),
    "person": (ING,),
    "preposition": (BASE,),
    "command": (THIRD, ING, PAST),
    "help": (ING,),
}
# after a trigger most often, and never a slip: they are skipped at once
_PLAIN = frozenset(
    "the a an our your their this that these those be have any all each , . more".split()
)
_BASED = frozenset(("have", "be", "preposition"))  # where a base form is looked for
# after these, “to” may stand before -ing
BEFORE_ING = frozenset("committed dedicated devoted forward addition accustomed opposed".split())
INVERTED = frozenset("you we they i he she it".split())
ANYBODY = frozenset("anyone anybody someone somebody everyone everybody".split())
_ASKING = frozenset("what when where why how who which".split())
_OBJECTS = frozenset("us you them me him her it".split())
_ADVERBS = frozenset(
    """not also always never often only still already then usually fully currently now constantly
    really just actively continuously""".split()
)


class Slot(NamedTuple):
    """Token ``at``, a ``form``, stands where the word at ``trigger`` asks for another; ``kind``
    names the place."""

    kind: str
    trigger: int
    at: int
    form: Form


def slots(words: Words) -> Iterator[Slot]:
    """The slots of a text whose word has a form that hardly goes there."""
    lowers = words.lowers
    for trigger, word in enumerate(lowers[:-1]):
        if word in _TRIGGERS and lowers[trigger + 1] not in _PLAIN:
            slot = _slot(words, trigger, _TRIGGERS[word])
            if slot is not None:
                yield slot


def _slot(words: Words, trigger: int, kind: str) -> Slot | None:
    lowers, at = words.lowers, trigger + 1
    last = len(lowers) - 1
    if kind == "help":
        if lowers[at] not in _OBJECTS:
            return None
        at += 1
    elif _inverted(words, trigger, kind):
        at += 1
    while at <= last and lowers[at] in _ADVERBS:
        at += 1
    if at > last or not words.texts[at].islower():
        return None
    based = kind in _BASED or (kind == "to" and lowers[trigger - 1] in BEFORE_ING)
    if not based and not may_be_inflected(lowers[at]):
        return None
    form = form_of(lowers[at])
    if form is None or form.kind not in _WRONG[kind]:
        return None
    return Slot(kind, trigger, at, form)


def _inverted(words: Words, trigger: int, kind: str) -> bool:
    """Whether a subject stands between an auxiliary and its verb."""
    subject = words.lowers[trigger + 1]
    if kind in ("have", "be"):
        return subject in INVERTED and _asks(words, trigger)
    return kind in ("modal", "do") and (subject in INVERTED or subject in ANYBODY)


def _asks(words: Words, trigger: int) -> bool:
    """Whether an auxiliary opens a question, alone or after its wh-word."""
    before = words.lowers[trigger - 1] if trigger else "."
    return before in _ASKING or not before[0].isalnum()


def wanted(slot: Slot) -> Collection[int]:
    """The forms that may be meant in a slot."""
    if slot.kind == "to" and slot.form.kind == BASE:
        return (ING,)
    if slot.kind == "preposition":
        return (ING,)
    if slot.kind == "have":
        return (PAST,)
    return (ING, PAST) if slot.kind == "be" else (BASE,)
