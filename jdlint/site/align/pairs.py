"""Texts beside the shared text that they are a variant of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jdlint.site.align.near import Index
from jdlint.site.align.texts import Row, Texts
from jdlint.site.align.words import Change, changes, tokens


class Drift(NamedTuple):
    """``row`` says what ``main`` says on more pages, but for ``changes`` (from main's words to the row's)."""

    row: Row
    main: Row
    changes: tuple[Change, ...]
    row_words: tuple[str, ...]
    main_words: tuple[str, ...]


def drifts(texts: Texts, *, least: int = 2) -> Iterator[Drift]:
    """Every text beside the nearest texts that stand on more pages than it, and on ``least`` at least."""
    shared = [row for row in texts.rows if row.pages >= least]
    index = Index([row.key for row in shared])
    for row in texts.rows:
        for number in index.near(row.key):
            main = shared[number]
            if main.pages > row.pages:
                found = _drift(row, main)
                if found:
                    yield found


def _drift(row: Row, main: Row) -> Drift | None:
    a = tuple(token.fold for token in tokens(main.key))
    b = tuple(token.fold for token in tokens(row.key))
    found = changes(a, b)
    return Drift(row, main, tuple(found), b, a) if found else None
