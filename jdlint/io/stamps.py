"""What files are known by between runs. Light: the first thing that a run loads."""

from __future__ import annotations

import os
from functools import cache

Stamp = tuple[int, int, int] | None
PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
_CHECKOUT = os.path.dirname(PACKAGE)
# what findings depend on: code, and the words, rules and weights that it reads
_CODE = (".py", ".yaml", ".txt", ".json", ".z")


def stamp_of(path: str | os.PathLike[str]) -> Stamp:
    """Times and size of a file or folder, or None where there is none that can be looked at."""
    try:
        info = os.stat(path)
    except (OSError, ValueError):
        return None
    return info.st_mtime_ns, info.st_ctime_ns, info.st_size


def stamps_of(
    folder: str | os.PathLike[str], suffix: str | tuple[str, ...] = ""
) -> list[tuple[str, int, int]]:
    """Path, time and size of the files below a folder, in order."""
    rows: list[tuple[str, int, int]] = []
    for entry in os.scandir(folder):
        if entry.is_dir():
            rows += stamps_of(entry.path, suffix)
        elif entry.name.endswith(suffix):
            info = entry.stat()
            rows.append((entry.path, info.st_mtime_ns, info.st_size))
    return sorted(rows)


@cache
def code_stamp() -> bytes:
    """What stands for the code of a checkout, which changes without a new version; nothing for an
    installed package."""
    if not os.path.isdir(os.path.join(_CHECKOUT, "rules")):
        return b""
    return digest(repr(stamps_of(PACKAGE, _CODE)))


@cache
def whole_stamp() -> bytes:
    """What stands for a checkout with its rules and schemas; nothing for an installed package."""
    code = code_stamp()
    if not code:
        return b""
    data = [stamps_of(os.path.join(_CHECKOUT, name)) for name in ("rules", "schemas")]
    return digest(repr((code, data)))


def digest(text: str) -> bytes:
    """Sixteen bytes that stand for a text."""
    try:
        from _blake2 import blake2b  # what hashlib gives, without loading OpenSSL
    except ImportError:
        from hashlib import blake2b
    found: bytes = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    return found
