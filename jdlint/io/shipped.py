"""What ships with jdlint: where it lies, and what is remembered of it between runs."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from jdlint import __version__
from jdlint.core.errors import ConfigError, reason_of
from jdlint.core.light import Any
from jdlint.io import store
from jdlint.io.files import read_bytes
from jdlint.io.stamps import code_stamp, digest

PACKAGE = Path(__file__).resolve().parent.parent
LARGEST = 1_000_000
__all__ = [
    "LARGEST", "PACKAGE", "bytes_of", "code_stamp", "data_folder", "digest", "name_of",
    "remembered", "shown",
]  # fmt: skip


def data_folder(name: str) -> Path:
    """Where shipped ``rules`` or ``schemas`` lie: inside an installed package, beside it in a
    checkout."""
    inside = PACKAGE / "_data" / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def shown(path: Path | str) -> str:
    """A path as the user would type it."""
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:
        return str(path)


def is_there(path: Path | str) -> bool:
    """Whether a file of a project's own is at its usual place; raises ``ConfigError`` for what is
    no file there, since a project that has it must not be checked without it."""
    if not os.path.lexists(path):
        return False
    if os.path.isfile(path):
        return True
    link = os.path.islink(path)
    kind = "a folder" if os.path.isdir(path) else "a link to nothing" if link else ""
    raise ConfigError(f"{shown(path)}: this is {kind or 'no file'}; put a file there, or remove it")


def bytes_of(path: Path) -> bytes:
    """The bytes of a regular file, the first megabyte; raises ``ConfigError``."""
    try:
        return read_bytes(path)[:LARGEST]
    except OSError as error:
        raise ConfigError(f"{shown(path)}: cannot be read ({reason_of(error)})") from error


def name_of(path: Path) -> str:
    """A short name that stands for a path."""
    return digest(str(path))[:4].hex()


def whole() -> tuple[str, bytes]:
    """What stands for jdlint as it is."""
    return __version__, code_stamp()


def remembered(name: str, make: Callable[[], Any]) -> Any:
    """What ``make`` answers, kept on disk as long as jdlint stays the same."""
    for read in (store.load, store.ready):
        kept = read(name)
        if isinstance(kept, tuple) and kept[0] == whole():
            return kept[1]
    data = make()
    store.save(name, (whole(), data))
    return data
