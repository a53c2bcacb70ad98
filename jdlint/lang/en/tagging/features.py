"""What the tagger looks at, as numbers: the trainer and the tagger share this file, so both see the
same.

A feature is a place in one table of 2 ** BITS weights (the hashing trick). Numbers combine by
exclusive or: a word has one number for each role that it can play (``here``, ``before``,
``after``…), so "word before and word here" is ``before ^ here ^ KEYS[n]``, and a weight of tag
``t`` stands at ``feature ^ t.key``.
"""

from __future__ import annotations

from zlib import crc32

from jdlint.core.light import NamedTuple

BITS = 21
MASK = (1 << BITS) - 1
_ODD = 2654435761  # Knuth's multiplier: spreads neighbours


def key(text: str, role: int = 0) -> int:
    """A number below 2 ** BITS for a text in a role, the same on every machine."""
    return _spread(crc32(text.encode("utf-8", "surrogatepass")), role)


def _spread(number: int, role: int) -> int:
    return ((number ^ role * 0x9E3779B1 & 0xFFFFFFFF) * _ODD >> 9) & MASK


KEYS = tuple(key("feature", number + 1) for number in range(64))
_STATIC = tuple(key("static", number + 1) for number in range(32))
START = "^"  # the tag before the first word


class Seen(NamedTuple):
    """A word form as the tagger sees it in a place; ``static`` are its features that need no
    neighbour."""

    tags: tuple[str, ...]
    keys: tuple[int, ...]
    static: tuple[int, ...]
    here: int
    before: int
    after: int
    before2: int
    after2: int
    class_here: int
    class_after: int
    class_after2: int
    end_here: int
    end_before: int
    end_after: int
    group_before: int
    group_here: int
    group_after: int
    group_before2: int
    group_after2: int
    shape_before: int
    shape_after: int


def shape(form: str) -> str:
    """The kinds of its characters, runs as one: ``Xx`` for Team, ``X-d`` for COVID-19."""
    kinds = ""
    for char in form[:12]:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if not kinds.endswith(kind):
            kinds += kind
    return kinds


def _parts(
    low: str, plain: str, look: str, listed: str, caps: str, group: str, sort: str
) -> tuple[str, ...]:
    """The features of a form that need no neighbour; ``plain`` has 0 for every digit."""
    return (
        "w" + plain,
        "s" + look,
        "e3" + low[-3:],
        "e2" + low[-2:],
        "e4" + low[-4:],
        "e1" + low[-1:],
        "e5" + low[-5:],
        "b2" + low[:2],
        "b3" + low[:3],
        "b4" + low[:4],
        "l" + listed,
        "l" + listed + "/" + look,
        "g" + group,
        "g" + group + "/" + look,
        "t" + sort,
        "t" + sort + "/" + look,
        "bias",
        "w" + plain + "/" + look,
        "c" + caps + "/" + look,
        "c" + caps + "/" + look + sort,
        "G" + group[:1],
        "G" + group[:1] + "/" + look,
        "H" + group[:2],
        "h" + low.rpartition("-")[2] if "-" in low else "",
    )


def seen(form: str, tags: tuple[str, ...], listed: str, group: str, place: str) -> Seen:
    """All numbers of a form.

    ``tags`` are those it can have, ``listed`` what the lexicon says of it, ``group`` how often it
    has a capital and its class by neighbours, ``place`` is ``^`` at the start of a sentence and has
    ``T`` where most words have a capital.
    """
    low = form.lower()
    plain = "".join("0" if char.isdigit() else char for char in low)
    look = shape(form) + place
    sort = "|".join(tags)
    caps, group = group[:1], group[1:]
    parts = _parts(low, plain, look, listed, caps, group, sort)
    static = tuple(key(part) ^ _STATIC[number] for number, part in enumerate(parts))
    word, kind, end = (
        crc32(part.encode("utf-8", "surrogatepass")) for part in (plain, sort, low[-3:])
    )
    cluster, view = crc32(group.encode()), crc32(look.encode("utf-8", "surrogatepass"))
    return Seen(
        tags,
        tuple(map(key, tags)),
        static,
        *(_spread(word, role) for role in (1, 2, 3, 4, 5)),
        *(_spread(kind, role) for role in (6, 7, 8)),
        *(_spread(end, role) for role in (9, 10, 11)),
        *(_spread(cluster, role) for role in (12, 13, 14, 15, 16)),
        *(_spread(view, role) for role in (17, 18)),
    )


EDGE = seen("\n", (START,), "", "", "")


def context(
    here: Seen, before: Seen, before2: Seen, after: Seen, after2: Seen, tag: int, tag2: int
) -> tuple[int, ...]:
    """The features that need neighbours; ``tag`` and ``tag2`` are the keys of the two tags
    before."""
    k = KEYS
    word, kind, group = here.here, here.class_here, here.group_here
    left, right, kind_right = before.before, after.after, after.class_after
    group_left, group_right = before.group_before, after.group_after
    kind_right2 = after2.class_after2
    return (
        tag ^ k[0],
        tag ^ tag2 ^ k[1],
        tag ^ word ^ k[2],
        left ^ k[3],
        left ^ word ^ k[4],
        right ^ k[5],
        right ^ word ^ k[6],
        before2.before2 ^ k[7],
        after2.after2 ^ k[8],
        kind_right ^ k[9],
        tag ^ kind_right ^ k[10],
        kind_right ^ kind_right2 ^ k[11],
        after.end_after ^ k[12],
        before.end_before ^ k[13],
        tag ^ here.end_here ^ k[14],
        tag ^ kind ^ kind_right ^ k[15],
        tag ^ tag2 ^ word ^ k[16],
        tag ^ tag2 ^ kind_right ^ k[17],
        left ^ right ^ k[18],
        kind ^ kind_right ^ kind_right2 ^ k[19],
        group_left ^ k[20],
        group_right ^ k[21],
        group_left ^ group ^ k[22],
        group ^ group_right ^ k[23],
        tag ^ group ^ k[24],
        group_left ^ group_right ^ k[25],
        before.shape_before ^ k[26],
        after.shape_after ^ k[27],
        before2.group_before2 ^ group_left ^ k[28],
        group_right ^ after2.group_after2 ^ k[29],
        tag ^ tag2 ^ kind ^ k[30],
        left ^ kind_right ^ k[31],
        tag ^ right ^ k[32],
        after.shape_after ^ kind ^ k[33],
        before2.group_before2 ^ k[34],
        after2.group_after2 ^ k[35],
        left ^ kind ^ k[36],
        right ^ kind ^ k[37],
    )
