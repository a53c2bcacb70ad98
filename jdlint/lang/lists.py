"""Lists of words that ship with jdlint: ``jdlint/lang/<language>/lexicon/<name>.yaml``.

A list is YAML of one shape, which is also read without a YAML parser (that costs a start more than
all lists): comments, ``source:`` (where the words are from) and one block of text, ``words: |-``
(words between white space), ``phrases: |-`` (one a line), ``groups: |-`` (one a
paragraph, its members between commas) or ``pairs: |-`` (one a line, ``word: what it becomes``).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from jdlint.core.light import TypeAlias
from jdlint.core.names import known_or_near
from jdlint.core.tools import cache

Entries: TypeAlias = "tuple[str, ...] | tuple[tuple[str, ...], ...] | dict[str, str]"
_FOLDER = Path(__file__).parent
_MARK = ": |-\n"


class ListError(ValueError):
    """A list that is not there; the text says which are."""


@cache
def entries(name: str, language: str = "en") -> Entries:
    """What a list holds, in its order: words, phrases, groups of them, or pairs; raises
    ``ListError``."""
    path = f"{_FOLDER}/{language}/lexicon/{name}.yaml"
    if not name.replace("-", "").isalnum() or not os.path.isfile(path):
        raise ListError(f"there is no list “{name}”{known_or_near(name, names(language))}")
    head, _, text = _read(path).partition(_MARK)
    kind = head.rpartition("\n")[2]
    if kind == "groups":
        groups = text.strip().split("\n\n")
        return tuple(tuple(" ".join(part.split()) for part in row.split(",")) for row in groups)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if kind == "phrases":
        return tuple(lines)
    if kind == "pairs":
        rows = (line.partition(": ") for line in lines)
        return {word: other for word, _, other in rows}
    return tuple(text.split())


def _read(path: str) -> str:
    """The text of a small file: two thirds of the time that ``pathlib`` takes."""
    with open(path, "rb", buffering=0) as stream:
        return stream.read().decode("utf-8").replace("\r\n", "\n")


@cache
def word_list(name: str, language: str = "en") -> frozenset[str]:
    """The words or phrases of a list, to look up in."""
    return frozenset(str(word) for word in entries(name, language))


@cache
def pairs(name: str, language: str = "en") -> Mapping[str, str]:
    """The pairs of a list; raises ``ListError`` for one that has none."""
    found = entries(name, language)
    if not isinstance(found, dict):
        raise ListError(f"the list “{name}” has no pairs")
    return found


def text_of(name: str, language: str = "en") -> str:
    """The text of a file of words of another shape, which the module that asks knows."""
    return path_of(name, language).read_text(encoding="utf-8")


def path_of(name: str, language: str = "en") -> Path:
    """Where a file of words lies."""
    return _FOLDER / language / "lexicon" / name


def size_of(name: str, language: str = "en") -> int:
    """The bytes of a file of words: what tells one edition of it from another."""
    return path_of(name, language).stat().st_size


def names(language: str = "en") -> list[str]:
    """The lists of a language."""
    return sorted(path.stem for path in (_FOLDER / language / "lexicon").glob("*.yaml"))
