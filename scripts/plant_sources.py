"""Lines of prose to count in, to train on and to measure on, and which of the three a line is
for."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

_TEXT = re.compile(r"\.(md|txt|yaml)(\.|$)")
_GOOD = re.compile(r"^ *- good: ([^\n|>\"'{].*)$", re.MULTILINE)  # one-line examples of rule files


def split_of(name: str) -> str:
    """train, dev or test: 18, 1 and 1 of 20 names."""
    number = int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % 20
    return {0: "test", 1: "dev"}.get(number, "train")


def lines_of(path: Path) -> Iterator[tuple[str, str]]:
    """The lines of a text (.gz too), each with a name for its hundred; a page's lines share its
    name.

    The shipped weights were trained with these names: others would mix up the splits.
    """
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "replace")
    whole = ".txt" not in path.suffixes
    for number, line in enumerate(text.split("\n")):
        yield (path.name if whole else f"hb{number // 100}"), line


def texts_of(places: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """The lines of files and of folders of Markdown, text and rules (their good examples); a page
    is named by its path."""
    for place in places:
        if not place.is_dir():
            yield from lines_of(place)
            continue
        for path in sorted(p for p in place.rglob("*") if _TEXT.search(p.name)):
            own = str(path.relative_to(place.parent))
            if path.suffix == ".yaml":
                yield from ((own, line) for line in _GOOD.findall(path.read_text(encoding="utf-8")))
                continue
            for name, line in lines_of(path):
                yield (name if ".txt" in path.suffixes else own), line
