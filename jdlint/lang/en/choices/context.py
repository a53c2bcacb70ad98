"""What stands around a place in a text, as hashed features of a linear model.

Two questions share them: which small word stands here (``CLASSES``, or nothing, or another word),
and which form of its base a word has (``FORMS``). ``scripts/train-choices`` trains on these
features and ``likelier`` weighs them, so that both see the same. A feature is a number below
2 ** BITS: what words give in their roles, combined by exclusive or. The table of weights must be
made anew when features, classes or the lexicon's tags change.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from jdlint.core.light import NamedTuple
from jdlint.lang.en.forms import base
from jdlint.lang.en.lexicon import tags as known_tags
from jdlint.lang.en.tagging.tagdict import listed
from jdlint.lang.en.tagging.tags import options

BITS = 27
MASK = (1 << BITS) - 1
NONE, OTHER = 0, 1
WORDS = (
    "a the of in to for on with at by from about into as than through within between over is are "
    "be was were has have do does can will should not we you they it he that which who this these "
    "those there our your their its his my and or if when so all any some out more only how then"
).split()
CLASSES = {word: number for number, word in enumerate(WORDS, 2)} | {"an": 2}
FORMS = ("", "s", "ing", "ed")
COUNT = len(WORDS) + 2  # classes of small words; the forms of a word are numbers 0 to 3
_ODD = 2654435761  # Knuth's multiplier: spreads neighbours
_SIGNS = frozenset(
    "we you they i he she it this that these those who which there to will can could should would "
    "must may might do does did not is are be been was were has have had".split()
)
_STOPS = frozenset(".;:!?")
_FINITE = frozenset("XZKD")
_REACH = 9  # words to the left that are looked at for a sign, to the right for a verb


def spread(number: int, role: int) -> int:
    """A number below 2 ** BITS for a number of 32 bits in a role."""
    return ((number ^ role * 0x9E3779B1 & 0xFFFFFFFF) * _ODD >> 18) & MASK


def key(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))


class Seen(NamedTuple):
    """A word as its neighbours see it.

    ``word`` is its number; ``left`` and ``right`` are what it gives to the features of a place
    behind it and before it: by distance 1, 2 and 3 its word and its tags, by distance 1 and 2 its
    group and its coarse group.
    """

    word: int
    left: tuple[int, ...]
    right: tuple[int, ...]
    finite: bool


def numbers(text: str, low: str) -> tuple[int, int, int, int]:
    """The numbers of a word, its tags, its group and a coarser group."""
    found = options(text, low)
    word = "#" if low[0].isdigit() else low
    group = listed(word)[1][1:3] if word[0].isalpha() else word[:1]
    group = group or "~" + word[-2:]
    shape = "A" if text[0].isupper() else "a"
    return key(word), key(found + shape), key("g" + group), key(f"c{found[0]}{group[:1]}")


@lru_cache(maxsize=16384)
def seen(text: str, low: str) -> Seen:
    return _seen(*numbers(text, low), options(text, low)[0] in _FINITE)


def _seen(word: int, tags: int, group: int, coarse: int, finite: bool) -> Seen:
    numbers = (word, word, word, tags, tags, tags, group, group, coarse, coarse)
    left = tuple(map(spread, numbers, (1, 2, 3, 7, 8, 9, 13, 15, 17, 18)))
    right = tuple(map(spread, numbers, (4, 5, 6, 10, 11, 12, 14, 16, 19, 20)))
    return Seen(word, left, right, finite)


class Form(NamedTuple):
    """The base of a word, its kind (which parts of speech the base is), and the number of the form
    in ``FORMS``."""

    base: str
    kind: str
    form: int


@lru_cache(maxsize=16384)
def form_of(low: str) -> Form | None:
    """The form of a noun or verb in small letters; None for words without forms."""
    own = known_tags(low)
    if len(low) < 3 or not own or low in CLASSES or not set(own) & set("NMPVZGDE"):
        return None
    if set(own) & set("TUWXKIQC"):
        return None
    number, root = 0, low
    for form, ending, wanted in ((1, "s", "PZ"), (2, "ing", "G"), (3, "ed", "DE")):
        if low.endswith(ending) and set(own) & set(wanted):
            number, root = form, _base(low, ending)
    if not root or (number and root == low):
        return None
    kind = "".join(tag for tag in "NMVJ" if tag in known_tags(root))
    return Form(root, kind, number) if kind.strip("J") else None


def _base(low: str, ending: str) -> str:
    root = base(low, known_tags)
    if root != low or ending != "s":
        return root
    from jdlint.lang.en.forms import singular

    root = singular(low)
    return root if set(known_tags(root)) & set("NM") else ""


EDGE_NUMBERS = (key("^"),) * 4
EDGE = _seen(*EDGE_NUMBERS, finite=False)


class Row(NamedTuple):
    """The words of a text as features see them, three edges before and behind; ``signs`` is for
    each word the last sign before it (0 for none), ``left`` and ``right`` whether a finite verb
    stands in reach."""

    words: Sequence[Seen]
    signs: Sequence[int]
    left: Sequence[int]
    right: Sequence[int]


def row_of(texts: Sequence[str], lowers: Sequence[str]) -> Row:
    """The row of a text; word number ``i`` stands at ``i + 3``."""
    words = [EDGE] * 3 + list(map(seen, texts, lowers)) + [EDGE] * 3
    size = len(words)
    signs, left, right = [0] * size, [0] * size, [0] * size
    sign, age, verb = 0, 0, 0
    for at, low in enumerate(lowers, 3):
        signs[at], left[at] = (sign if age < _REACH else 0), verb
        age += 1
        if low in _SIGNS:
            sign, age = words[at].word, 0
        if low in _STOPS:
            sign = verb = 0
        elif words[at].finite:
            verb = 1
    signs[size - 3], left[size - 3] = (sign if age < _REACH else 0), verb
    verb = 0
    for at in range(size - 4, 2, -1):
        right[at] = verb
        if lowers[at - 3] in _STOPS:
            verb = 0
        elif words[at].finite:
            verb = 1
    return Row(words, signs, left, right)


_KEYS = tuple(spread(number * 7919 + 17, 31) for number in range(41))


def around(row: Row, left: int, right: int) -> list[int]:
    """The features of a place between words ``left`` and ``right`` of a row."""
    words = row.words
    wl1, _, _, tl1, _, _, gl1, _, cl1, _ = words[left].left
    _, wl2, _, _, tl2, _, _, gl2, _, cl2 = words[left - 1].left
    _, _, wl3, _, _, tl3, _, _, _, _ = words[left - 2].left
    wr1, _, _, tr1, _, _, gr1, _, cr1, _ = words[right].right
    _, wr2, _, _, tr2, _, _, gr2, _, cr2 = words[right + 1].right
    _, _, wr3, _, _, tr3, _, _, _, _ = words[right + 2].right
    sign = spread(row.signs[left + 1], 21)
    verbs = spread(2 * row.left[left + 1] + row.right[right - 1], 22)
    here, tags = wl1 ^ wr1, tl1 ^ tr1
    found = (
        0, wl1, wr1, here, wl2 ^ wl1, wr1 ^ wr2, wl2 ^ here, here ^ wr2, wl3 ^ wl2 ^ wl1,
        wr1 ^ wr2 ^ wr3, wl2 ^ wr1, wl1 ^ wr2, wl1 ^ gr1, gl1 ^ wr1, wl1 ^ tr1 ^ tr2,
        tl2 ^ tl1 ^ wr1, gl1 ^ gr1, cl2 ^ cl1 ^ cr1 ^ cr2, tl2 ^ tags ^ tr2, tags ^ tr2 ^ tr3,
        tl3 ^ tl2 ^ tags, wl2 ^ wl1 ^ tr1, tl1 ^ wr1 ^ wr2, verbs ^ tags ^ tr2, sign ^ tags,
        sign ^ wr1, gl2 ^ gl1 ^ gr1, gl1 ^ gr1 ^ gr2, wl1 ^ gr1 ^ gr2, wl2 ^ here ^ wr2,
    )  # fmt: skip
    return [number ^ key for number, key in zip(found, _KEYS, strict=False)]


def around_form(row: Row, at: int, form: Form) -> list[int]:
    """The features of word ``at`` of a row, of which only the base is known."""
    words = row.words
    kind, base_ = spread(key(form.kind), 23), spread(key(form.base), 24)
    wl1, _, _, tl1, _, _, gl1, _, _, _ = words[at - 1].left
    _, wl2, _, _, tl2, _, _, _, _, _ = words[at - 2].left
    wr1, _, _, tr1, _, _, _, _, _, _ = words[at + 1].right
    wr2 = words[at + 2].right[1]
    sign = spread(row.signs[at], 21)
    own = (
        0, wl1, wr1, gl1, tl1 ^ tr1, wl2 ^ wl1, tl2 ^ tl1, wl1 ^ wr1, sign, sign ^ tl1, wr1 ^ wr2,
    )  # fmt: skip
    found = [number ^ kind for number in around(row, at - 1, at + 1)]
    return found + [number ^ base_ ^ key for number, key in zip(own, _KEYS[30:], strict=True)]
