"""Tokens of blocks of prose as ``scripts/gap_trainer.c`` reads them."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from jdlint.lang.en.gaps.context import NUMBER, seen_in
from jdlint.lang.en.gaps.seen import EDGES
from jdlint.lang.en.tokens import Words


def write(path: Path, texts: Iterable[str]) -> None:
    """Names, and for each token its word, tags, stem, group, kind, the number of a choice and
    whether it is a word; the first token of each block. The first two tokens are the edges."""
    names: dict[str, int] = {}
    parts = [array("I") for _ in range(4)]
    first = array("I", [2])
    kind, number, is_word = bytearray(), bytearray(), bytearray()
    rows = [(EDGES[0][0], "^"), (EDGES[1][0], "$")]
    for text in texts:
        cut = Words(text)
        rows += zip(seen_in(cut), cut.lowers, strict=True)
        for known, low in rows:
            for part, name in zip(parts, known[:4], strict=True):
                part.append(names.setdefault(name, len(names)))
            kind.append(ord(known.kind))
            number.append(NUMBER.get(low, 0))
            is_word.append(low[0].isalnum())
        first.append(len(kind))
        rows = []
    blob = b"".join(name.encode() + b"\0" for name in names)
    with path.open("wb") as file:
        array("Q", [len(names), len(blob), len(kind), len(first) - 1]).tofile(file)
        file.write(blob)
        for each in (*parts, first, kind, number, is_word):
            file.write(each)
