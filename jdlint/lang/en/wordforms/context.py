"""What stands around a verb, as hashed features of a linear model that never sees its form.

``scripts/train-forms`` trains on these features and ``jdlint.lang.en.wordforms.odds`` weighs them.
Weights must be made anew when features, forms or the tags of words change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.lang.en.gaps.context import hashed, plain
from jdlint.lang.en.lexicon import tags
from jdlint.lang.en.tokens import Words
from jdlint.lang.en.wordforms.paradigm import Form, form_of

_FAR = 3  # words to either side that are looked at
_LEFT = 7  # words to the left in which an auxiliary, a subject or another verb is looked for
_AUXILIARY = frozenset(
    """will would can could should must shall may might to 'll be is are was were been being am
    have has had do does did don't doesn't didn't cannot can't won't let help helps by for of
    you'll we'll they'll it'll you're we're i'm they're you've we've it's that's""".split()
)
_SUBJECTS = frozenset("i you we they he she it who which that this these those what".split())
_JOINING = frozenset(("and", "or", ",", "&", "but", "then"))
_STOPS = frozenset(".!?;:")


def forms(words: Words) -> Iterator[tuple[int, Form]]:
    """The tokens that can be a form of a verb."""
    for at, low in enumerate(words.lowers):
        found = form_of(low)
        if found is not None and words.texts[at][1:].islower():
            yield at, found


def features(words: Words, at: int, lemma: str) -> list[int]:
    """The features of the place of token ``at``, in which a form of ``lemma`` stands."""
    lowers, options = words.lowers, words.options
    l1, l2, l3 = (_word(lowers, at - n, "^") for n in (1, 2, 3))
    r1, r2, r3 = (_word(lowers, at + n, "$") for n in (1, 2, 3))
    a1, a2 = _at(options, at - 1), _at(options, at - 2)
    b1, b2 = _at(options, at + 1), _at(options, at + 2)
    n = _kind(lemma)
    auxiliary, subject, verb = _left(lowers, at)
    joined = verb if l1 in _JOINING else ""
    return hashed((
        "b", f"0{n}", f"1{lemma}",
        f"2{l1}", f"3{r1}", f"4{n} {l1}", f"5{n} {r1}", f"6{n} {a1}", f"7{n} {b1}",
        f"8{l2} {l1}", f"9{r1} {r2}", f"A{n} {l1} {r1}", f"B{n} {l1} {b1}", f"C{n} {a1} {r1}",
        f"D{n} {a1} {b1}", f"E{n} {a2} {a1}", f"F{n} {b1} {b2}", f"G{n} {a2} {a1} {b1}",
        f"H{l3} {l2} {l1}", f"I{r1} {r2} {r3}", f"J{n} {l2} {l1} {b1}", f"K{l2} {l1} {r1}",
        f"L{n} {a2} {l1} {b1}", f"M{l2}", f"N{r2}",
        f"O{lemma} {l1}", f"P{lemma} {r1}", f"Q{lemma} {a1}", f"R{lemma} {b1}",
        f"S{lemma} {auxiliary}", f"T{auxiliary} {l1}", f"U{n} {auxiliary} {a1}",
        f"V{subject} {l1}", f"W{n} {subject} {a1} {b1}", f"X{n} {joined} {l1} {auxiliary}",
        f"Y{joined} {l1} {b1}", f"Z{n} {joined} {auxiliary} {subject}", f"a{verb} {a1}",
        f"c{n} {l1} {b1} {b2}", f"d{a2} {l1} {n}",
    ))  # fmt: skip


def _kind(lemma: str) -> str:
    """What a verb can be besides: a noun, an adjective."""
    found = tags(lemma)
    return ("n" if "N" in found or "M" in found else "") + ("j" if "J" in found else "") + "v"


def _word(lowers: Sequence[str], index: int, edge: str) -> str:
    return plain(lowers[index]) if 0 <= index < len(lowers) else edge


def _at(options: Sequence[str], index: int) -> str:
    return options[index] if 0 <= index < len(options) else ""


def _left(lowers: Sequence[str], at: int) -> tuple[str, str, str]:
    """The nearest auxiliary or preposition, subject and other verb to the left: the first two as
    words, of the verb its form and ending."""
    auxiliary = subject = verb = ""
    for index in range(at - 1, max(at - 1 - _LEFT, -1), -1):
        word = lowers[index]
        if word in _STOPS:
            break
        if not auxiliary and word in _AUXILIARY:
            auxiliary = word
        elif not subject and word in _SUBJECTS:
            subject = word
        elif not verb and (found := form_of(word)) is not None:
            opens = index == 0 or lowers[index - 1] in _STOPS
            verb = f"{found.kind}{_kind(found.lemma)}{'^' if opens else ''}"
    return auxiliary, subject, verb
