"""Blocks of prose to train on, without the lines that something is measured on."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from plant_sources import lines_of, split_of

from jdlint.core.text import Source
from jdlint.parse import parse

CUT = 24  # letters in a row by which a block is known
SHARE = 0.8  # of a block's letters and spaces: less is no prose


def blocks(sources: Iterable[Path]) -> Iterator[tuple[str, str, str]]:
    """The split, the name of the source and the text of each block of prose."""
    for place in sources:
        if place.is_dir():
            for path in sorted(place.rglob("*.md*")):
                page = parse(Source(str(path), path.read_text(encoding="utf-8", errors="replace")))
                name = str(path.relative_to(place.parent))
                kept = (b for b in page.blocks if b.kind not in ("cell", "title"))
                yield from ((split_of(name), name, page.text(block)) for block in kept)
        else:
            for name, line in lines_of(place):
                yield split_of(name), name, line.strip().replace("`code`", "\ufffc")


def letters(text: str) -> str:
    """What of a text tells it from others, however it is marked up."""
    return "".join(char for char in text.lower() if char.isalnum())


def measured(tables: Iterable[Path]) -> set[str]:
    """Pieces of the lines (columns before and after) that must not be trained on."""
    found: set[str] = set()
    for table in tables:
        with table.open(encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                for text in (letters(row["before"]), letters(row["after"])):
                    found.update(text[at : at + CUT] for at in range(0, max(1, len(text) - CUT), 6))
    return found


def is_measured(text: str, held: set[str]) -> bool:
    """Whether a block shares ``CUT`` letters in a row with a measured line."""
    plain = letters(text)
    return any(plain[at : at + CUT] in held for at in range(len(plain) - CUT + 1))


def prose(sources: Iterable[Path], tables: Iterable[Path], wanted: str = "train") -> Iterator[str]:
    """The blocks of prose of a split, each once: by default those that may be trained on."""
    held, seen = measured(tables), set[str]()
    for split, _, block in blocks(sources):
        text = " ".join(block.split())
        plain = sum(char.isalpha() or char == " " for char in text)
        known = text in seen or text.count(" ") < 3 or plain <= SHARE * len(text)
        if split == wanted and not known and not is_measured(text, held):
            seen.add(text)
            yield text
