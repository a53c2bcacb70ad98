"""Published files on disk: which they are, and their contents, unpacked, whole or line by line."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from jdlint.core.errors import ConfigError, reason_of
from jdlint.core.light import NamedTuple
from jdlint.core.page import Defect
from jdlint.core.patterns.glob import glob_pattern
from jdlint.core.text import Span
from jdlint.io.files import PUBLISHED, leads_out

APART = (".git", "node_modules")
_LINES = (".jsonl", ".ndjson")
LARGEST = 64_000_000  # bytes of a file that is read as a whole, unpacked
LONGEST = 8_000_000  # bytes of a line
_AT_ONCE = 1 << 16  # bytes that are read at once: all of most files
MOST = 200_000  # files that patterns may match, or a built folder has


class Piece(NamedTuple):
    """A file's text, or a line of it: how many lines and code points stand before it, and why it
    could not be read, where it could not."""

    text: str
    line: int = 0
    offset: int = 0
    defect: Defect | None = None


def is_published(path: Path) -> bool:
    """Whether a path that was named is a file of a kind that is published."""
    name = path.name.lower().removesuffix(".gz")
    return name.endswith(PUBLISHED) and path.is_file() and not has_front_matter(path)


def is_lines(path: str) -> bool:
    """Whether a file of this name has one posting a line."""
    return path.lower().removesuffix(".gz").endswith(_LINES)


def has_front_matter(path: Path) -> bool:
    """Whether a file is a source that a generator builds, not what it built."""
    try:
        with path.open("rb") as file:
            return file.read(4).rstrip() in (b"---", b"+++")
    except OSError:
        return False


def relative(path: Path, root: Path) -> str:
    """A path as seen from the root, with forward slashes."""
    try:
        return os.path.relpath(path, root).replace(os.sep, "/")
    except ValueError:  # another drive
        return os.path.abspath(path).replace(os.sep, "/")


def as_seen(path: Path) -> str:
    """A path as seen from the working directory."""
    return relative(path, Path())


def matching(globs: Sequence[str], below: Sequence[Path], root: Path) -> Iterator[str]:
    """The files (paths from the root, in order) that match patterns and lie in one of the folders;
    links are not followed. Raises ``ConfigError`` for too many."""
    pattern = glob_pattern(tuple(globs))
    starts = [relative(path, root) for path in below if path.is_dir()]
    count = 0
    for start in {_first(glob) for glob in globs}:
        for folder, folders, names in os.walk(root / start):
            folders[:] = sorted(f for f in folders if f not in APART)
            for name in sorted(names):
                path = relative(Path(folder, name), root)
                if pattern and pattern.match(path) and _in(path, starts):
                    count += 1
                    if count > MOST:
                        raise ConfigError(
                            f"published: more than {MOST:,} files match, name fewer of them"
                        )
                    yield path


def _first(glob: str) -> str:
    """The folders that a pattern starts with, before its first wild card."""
    parts = glob.lstrip("/").split("/")[:-1]
    plain: list[str] = []
    for part in parts:
        if any(mark in part for mark in "*?[{!") or part == "..":
            break
        plain.append(part)
    return "/".join(plain)


def _in(path: str, starts: Sequence[str]) -> bool:
    return any(start == "." or path.startswith(f"{start}/") for start in starts)


def contents(path: Path, root: Path) -> Iterator[Piece]:
    """The pieces of a file: one, or the lines of JSON Lines, of which one is in memory at a time.

    A piece with a ``defect`` is the last. What lies below ``root`` and is a link out of it is not
    read.
    """
    try:
        if leads_out(path, root):
            raise OSError("it is a link that leads out of the project")
        with _opened(os.fspath(path)) as file:
            if is_lines(path.name):
                yield from _lines(file)
            else:
                yield _whole(file)
    except OSError as error:
        yield _piece("unreadable", reason_of(error))
    except (EOFError, zlib.error):
        yield _piece("unreadable", "it is no whole gzip file")


def _opened(path: str) -> BinaryIO | gzip.GzipFile:
    if not os.path.isfile(path):
        raise OSError("it is no regular file")
    if path.lower().endswith(".gz"):
        return gzip.open(path)
    return open(path, "rb")


def _whole(file: BinaryIO | gzip.GzipFile) -> Piece:
    """A text; read piece by piece, for as much as is asked for at once is first laid out."""
    data = file.read(_AT_ONCE)
    if len(data) == _AT_ONCE:
        parts, size = [data], len(data)
        while size <= LARGEST and (data := file.read(_AT_ONCE)):
            parts.append(data)
            size += len(data)
        if size > LARGEST:
            return _piece("too-large", f"{LARGEST // 1_000_000} MB")
        data = b"".join(parts)
    return Piece(data.decode("utf-8", "replace"))


def _lines(file: BinaryIO | gzip.GzipFile) -> Iterator[Piece]:
    line = offset = 0
    while data := file.readline(LONGEST + 1):
        if len(data) > LONGEST:
            yield _piece("too-large", f"{LONGEST // 1_000_000} MB in one line")
            return
        text = data.decode("utf-8", "replace")
        if text.strip("\ufeff \t\r\n"):
            yield Piece(text.rstrip("\r\n"), line, offset)
        line += 1
        offset += len(text)


def _piece(kind: str, detail: str) -> Piece:
    return Piece("", defect=Defect(kind, Span(0, 0), detail))
