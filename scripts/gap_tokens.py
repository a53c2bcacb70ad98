"""Tokens of blocks of prose as ``scripts/gap_trainer.c`` reads them."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from jdlint.lang.en.gaps.context import NUMBER, plain
from jdlint.lang.en.tokens import Words


def write(path: Path, texts: Iterable[str]) -> None:
    """Names, and for each token its word, its tags, the number of a choice and whether it is a
    word; the first token of each block."""
    names: dict[str, int] = {}
    word, tags, first = array("I"), array("I"), array("I", [0])
    number, is_word = array("B"), array("B")
    for text in texts:
        cut = Words(text)
        for low, options in zip(cut.lowers, cut.options, strict=True):
            word.append(names.setdefault(plain(low), len(names)))
            tags.append(names.setdefault(options, len(names)))
            number.append(NUMBER.get(low, 0))
            is_word.append(low[0].isalnum())
        first.append(len(word))
    blob = b"".join(name.encode() + b"\0" for name in names)
    with path.open("wb") as file:
        array("Q", [len(names), len(blob), len(word), len(first) - 1]).tofile(file)
        file.write(blob)
        for part in (word, tags, first, number, is_word):
            part.tofile(file)
