"""A project's own words: one a line in a file, ``#`` starts a comment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from jdlint.core.errors import ConfigError, reason_of
from jdlint.core.light import Any
from jdlint.io.files import read_bytes, within
from jdlint.io.shipped import is_there, shown
from jdlint.io.writing import write_atomically

NAME = ".jdlint-words.txt"


def path_of(root: Path, name: str = "") -> Path:
    """The file of a project's words; raises ``ConfigError`` for one outside the project."""
    path = root / (name or NAME)
    if not within(root, [path]):
        raise ConfigError(
            f"{name or NAME}: the file of words leads out of the project, put the words into it"
        )
    return path


def read_words(root: Path, name: str = "") -> tuple[str, ...]:
    """The words of a project, in order; none where there is no file and none was named. Raises
    ``ConfigError``."""
    path = path_of(root, name)
    if not name and not is_there(path):
        return ()
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(
            f"{shown(path)}: the words cannot be read ({reason_of(error)})"
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{shown(path)}: the words are not UTF-8; save the file as UTF-8"
        ) from error
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


def name_in(data: Mapping[str, Any]) -> str:
    """What a configuration calls its file of words; empty where it does not say."""
    grammar = data.get("grammar")
    return str(grammar.get("words", "")) if isinstance(grammar, dict) else ""


def remove_words(root: Path, old: Iterable[str], name: str = "") -> list[str]:
    """Take words out of a project's file; those that were there."""
    path, gone = path_of(root, name), {word.strip() for word in old}
    found = sorted(gone & set(read_words(root, name if is_there(path) else "")))
    if found:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        kept = [line for line in lines if line.partition("#")[0].strip() not in gone]
        write_atomically(path, "".join(f"{line}\n" for line in kept).encode())
    return found


def add_words(root: Path, new: Iterable[str], name: str = "") -> list[str]:
    """Add words to a project's file, sorted, comments kept on top; the words that were not there
    before."""
    path = path_of(root, name)
    known = read_words(root, name if is_there(path) else "")
    fresh = sorted({word.strip() for word in new if word.strip()} - set(known))
    if fresh:
        text = path.read_text(encoding="utf-8-sig") if is_there(path) else ""
        write_atomically(path, with_words(text, fresh).encode())
    return fresh


def with_words(text: str, new: Iterable[str]) -> str:
    """The text of a file of words with some more: comments on top, words in order."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    comments = [line for line in lines if line.startswith("#")]
    rows = {line for line in lines if not line.startswith("#")} | set(new)
    return "\n".join([*comments, *sorted(rows, key=str.casefold)]) + "\n"
