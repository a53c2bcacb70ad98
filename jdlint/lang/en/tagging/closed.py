"""The closed classes of English, and words of the trade that a general lexicon gets wrong."""

from __future__ import annotations

from collections.abc import Mapping

from jdlint.lang.lists import pairs


def _rows(**classes: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for tag, text in classes.items():
        for word in text.split():
            words[word] = words.get(word, "") + tag
    return words


# T determiner, U pronoun, W wh-word, X be/have/do, K modal, I preposition, Q to, C conjunction, S
# subordinator
CLOSED: Mapping[str, str] = _rows(
    T="a an the this that these those each every any some no my your his its our their all both "
    "either neither another "
    "other such many few several much more most less enough various which whose what",
    U="i you he she it we they me him us them this that these those one someone anyone everyone "
    "somebody anybody "
    "everybody nobody nothing something anything everything myself yourself itself ourselves "
    "themselves yourselves "
    "himself herself each all both others either neither many most some",
    W="who whom whose which what where when why how whatever whoever whenever wherever",
    X="be am is are was were been being have has had having do does did doing done isn't aren't "
    "wasn't weren't don't "
    "doesn't didn't haven't hasn't hadn't",
    K="can could may might must shall should will would cannot can't couldn't won't wouldn't "
    "shouldn't mustn't",
    I="of in on at by for with from into onto upon about across after against along alongside "
    "amid among around as "
    "before behind below beneath beside besides between beyond concerning despite down during "
    "except following inside "
    "like near off out outside over past per regarding since through throughout toward towards "
    "under underneath until "
    "up versus via vs within without including",
    Q="to",
    C="and or but nor yet plus and/or & so",
    S="if when while because although though unless whereas since until once that than whether "
    "as after before "
    "where so",
    R="not never also only just too very then there here now often always usually sometimes "
    "well even still quite "
    "rather really soon together ever instead otherwise however therefore moreover thus again "
    "already almost "
    "up out down off over away back on in more most less as",
    **{
        "#": "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty "
        "forty fifty hundred "
        "thousand million billion dozen half"
    },
)


def trade() -> Mapping[str, str]:
    """Words of the trade that a general lexicon gets wrong, with their tags."""
    return pairs("trade-tags")
