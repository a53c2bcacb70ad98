"""The model behind ``jdlint.lang.en.choices``, made to learn: compiled features, counts and steps.

``features`` says the same as ``context.around`` and ``context.around_form``; ``same`` proves it.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from numba import njit

from jdlint.lang.en.choices import context
from jdlint.lang.en.tokens import Words

GAP, WORD, FORM = 0, 1, 2
AROUND, ALL = 30, 41
KEYS = np.array([context.spread(n * 7919 + 17, 31) for n in range(ALL)], dtype=np.uint64)


class Columns(NamedTuple):
    """One row a word, three edges between texts: numbers of the word, its tags, group and coarse
    group, the last sign, kind and base of its form; verbs to the left (1) and right (2); its class
    (-1 for marks), its form (-1 for none), what it is (1 a word, 2 a comma or bracket), its split."""

    word: Any
    tags: Any
    group: Any
    coarse: Any
    sign: Any
    kind: Any
    base: Any
    left: Any
    right: Any
    small: Any
    form: Any
    plain: Any
    split: Any


def columns(texts: Sequence[tuple[int, str]]) -> Columns:
    """The columns of (split, text) pairs."""
    wide, narrow = [array("I") for _ in range(7)], [array("b") for _ in range(6)]
    for split, text in texts:
        cut = Words(text)
        row = context.row_of(cut.texts, cut.lowers)
        edges = [(context.EDGE_NUMBERS, "")] * 3
        inner = [
            (context.numbers(form, low), low)
            for form, low in zip(cut.texts, cut.lowers, strict=True)
        ]
        for at, (numbers, low) in enumerate([*edges, *inner, *edges]):
            form = cut.texts[at - 3] if low else ""
            capitals = form.isupper() and len(form) > 1
            word = bool(low) and (low[0].isalnum() or low[0] == "\ufffc")
            small = (
                context.CLASSES.get(low, context.OTHER)
                if word and not capitals
                else int(word) or -1
            )
            shape = context.form_of(low) if small == context.OTHER and not capitals else None
            keys = (context.key(shape.kind), context.key(shape.base)) if shape else (0, 0)
            for column, number in zip(wide, (*numbers, row.signs[at], *keys), strict=True):
                column.append(number)
            plain = 1 if word else 2 if low and low in ',(;:"“' else 0
            values = row.left[at], row.right[at], small, shape.form if shape else -1, plain, split
            for column, value in zip(narrow, values, strict=True):
                column.append(value)
    return Columns(
        *(np.frombuffer(c, np.uint32) for c in wide), *(np.frombuffer(c, np.int8) for c in narrow)
    )


@njit(inline="always")
def spread(number, role):  # type: ignore[no-untyped-def]
    mixed = np.uint64(number) ^ ((np.uint64(role) * np.uint64(0x9E3779B1)) & np.uint64(0xFFFFFFFF))
    return (mixed * np.uint64(2654435761) >> np.uint64(18)) & np.uint64(134217727)


@njit
def features(c, keys, a, b, form, o):  # type: ignore[no-untyped-def]
    """Write the features of the place between rows ``a`` and ``b`` to ``o``; how many there are."""
    wl1, wl2, wl3 = spread(c.word[a], 1), spread(c.word[a - 1], 2), spread(c.word[a - 2], 3)
    wr1, wr2, wr3 = spread(c.word[b], 4), spread(c.word[b + 1], 5), spread(c.word[b + 2], 6)
    tl1, tl2, tl3 = spread(c.tags[a], 7), spread(c.tags[a - 1], 8), spread(c.tags[a - 2], 9)
    tr1, tr2, tr3 = spread(c.tags[b], 10), spread(c.tags[b + 1], 11), spread(c.tags[b + 2], 12)
    gl1, gr1 = spread(c.group[a], 13), spread(c.group[b], 14)
    gl2, gr2 = spread(c.group[a - 1], 15), spread(c.group[b + 1], 16)
    cl1, cl2 = spread(c.coarse[a], 17), spread(c.coarse[a - 1], 18)
    cr1, cr2 = spread(c.coarse[b], 19), spread(c.coarse[b + 1], 20)
    s, verbs = spread(c.sign[a + 1], 21), spread(np.uint32(2 * c.left[a + 1] + c.right[b - 1]), 22)
    z = spread(c.kind[a + 1], 23) if form else np.uint64(0)
    t = tl1 ^ tr1
    o[0], o[1], o[2], o[3], o[4], o[5] = z, wl1, wr1, wl1 ^ wr1, wl2 ^ wl1, wr1 ^ wr2
    o[6], o[7], o[8] = wl2 ^ wl1 ^ wr1, wl1 ^ wr1 ^ wr2, wl3 ^ wl2 ^ wl1
    o[9], o[10], o[11], o[12], o[13] = wr1 ^ wr2 ^ wr3, wl2 ^ wr1, wl1 ^ wr2, wl1 ^ gr1, gl1 ^ wr1
    o[14], o[15], o[16] = wl1 ^ tr1 ^ tr2, tl2 ^ tl1 ^ wr1, gl1 ^ gr1
    o[17], o[18], o[19] = cl2 ^ cl1 ^ cr1 ^ cr2, tl2 ^ t ^ tr2, t ^ tr2 ^ tr3
    o[20], o[21], o[22], o[23] = tl3 ^ tl2 ^ t, wl2 ^ wl1 ^ tr1, tl1 ^ wr1 ^ wr2, verbs ^ t ^ tr2
    o[24], o[25], o[26], o[27] = s ^ t, s ^ wr1, gl2 ^ gl1 ^ gr1, gl1 ^ gr1 ^ gr2
    o[28], o[29] = wl1 ^ gr1 ^ gr2, wl2 ^ wl1 ^ wr1 ^ wr2
    for j in range(AROUND):
        o[j] ^= keys[j] ^ z
    if not form:
        return AROUND
    o[0] ^= z
    m = spread(c.base[a + 1], 24)
    o[30], o[31], o[32], o[33], o[34] = m, m ^ wl1, m ^ wr1, m ^ gl1, m ^ t
    o[35], o[36], o[37], o[38] = m ^ wl2 ^ wl1, m ^ tl2 ^ tl1, m ^ wl1 ^ wr1, m ^ s
    o[39], o[40] = m ^ s ^ tl1, m ^ wr1 ^ wr2
    for j in range(AROUND, ALL):
        o[j] ^= keys[j]
    return ALL


@njit
def count(at, kind, c, keys, counts):  # type: ignore[no-untyped-def]
    """How often each feature stands in the cases, at most 255 times."""
    o = np.zeros(ALL, np.uint64)
    for x in range(len(at)):
        n = features(c, keys, at[x] - 1, at[x] if kind[x] == GAP else at[x] + 1, kind[x] == FORM, o)
        for j in range(n):
            if counts[o[j]] < 255:
                counts[o[j]] += 1


@njit(fastmath=True)
def learn(at, kind, wanted, c, keys, ids, w, seen, mask, masked, rate, classes):  # type: ignore[no-untyped-def]
    """One round over the cases with steps as in AdaGrad, one for each row; 0 steps only measure.
    The log loss of gaps, words and forms."""
    o, rows = np.zeros(ALL, np.uint64), np.zeros(ALL, np.int64)
    p, loss, total = np.zeros(classes, np.float32), np.zeros(3), np.zeros(3)
    for x in range(len(at)):
        k = kind[x]
        n, m = features(c, keys, at[x] - 1, at[x] if k == GAP else at[x] + 1, k == FORM, o), 0
        for j in range(n):
            if ids[o[j]] >= 0:
                rows[m] = ids[o[j]]
                m += 1
        size = 4 if k == FORM else classes
        p[:size] = 0
        for j in range(m):
            row = w[rows[j]]
            for i in range(size):
                p[i] += row[i]
        p[:size] = np.exp(p[:size] - p[:size].max())
        p[:size] /= p[:size].sum()
        loss[k] -= np.log(p[wanted[x]] + 1e-9)
        total[k] += 1
        p[wanted[x]] -= 1
        square = np.float32(0)
        for i in range(size):
            square += p[i] * p[i]
        if rate == 0 or square < 1e-5:
            continue
        for j in range(m):
            i = rows[j]
            seen[i] += square
            step = rate / np.sqrt(seen[i])
            for q in range(size):
                if abs(p[q]) > 1e-3 and (not masked or mask[i, q]):
                    w[i, q] -= step * p[q]
    return loss / np.maximum(total, 1)


@njit
def pairs(c, beside, between):  # type: ignore[no-untyped-def]
    """How often two words stand side by side, and with a small word between them."""
    for i in range(1, len(c.word) - 1):
        if c.split[i] == 0:
            h = spread(c.word[i - 1], 1) ^ spread(c.word[i], 4)
            beside[h] = min(beside[h] + 1, 65535)
            if c.small[i] > 1:
                h = spread(c.word[i - 1], 1) ^ spread(c.word[i + 1], 4)
                between[h] = min(between[h] + 1, 65535)


def same(c: Columns, text: str, start: int = 0) -> bool:
    """Whether both writings of the features agree on a text whose rows begin at ``start``."""
    cut, o = Words(text), np.zeros(ALL, np.uint64)
    row = context.row_of(cut.texts, cut.lowers)
    for at, low in enumerate(cut.lowers, 3):
        here, form = start + at, context.form_of(low)
        cases = [
            (GAP, context.around(row, at - 1, at)),
            (WORD, context.around(row, at - 1, at + 1)),
        ]
        if form and c.form[here] >= 0:
            cases.append((FORM, context.around_form(row, at, form)))
        for kind, mine in cases:
            n = features(c, KEYS, here - 1, here if kind == GAP else here + 1, kind == FORM, o)
            if mine != o[:n].tolist():
                return False
    return True
