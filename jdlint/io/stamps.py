"""What files are known by between runs. Light: the first thing that a run loads."""

from __future__ import annotations

import os
import sys

Stamp = tuple[int, int, int] | None
PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
CHECKOUT = os.path.dirname(PACKAGE)
# what was made when jdlint was installed, for this Python (see scripts/prebuild)
READY = os.path.join(PACKAGE, "_ready", sys.implementation.cache_tag or "")


def stamp_of(path: str | os.PathLike[str]) -> Stamp:
    """Times and size of a file or folder, or None where there is none that can be looked at."""
    try:
        info = os.stat(path)
    except (OSError, ValueError):
        return None
    return stamp_in(info)


def stamp_in(info: os.stat_result) -> tuple[int, int, int]:
    """The same of a file that was looked at."""
    return info.st_mtime_ns, info.st_ctime_ns, info.st_size


def code_stamp() -> bytes:
    """What stands for jdlint's code, rules and schemas: in a checkout they change without a new
    version, an installed package changes as a whole."""
    if not _known:
        _known.append(_checkout_stamp() if _is_checkout() else _package_stamp())
    return _known[0]


_known: list[bytes] = []  # made once in a process; not functools, whose import takes longer


def _is_checkout() -> bool:
    return os.path.isdir(os.path.join(CHECKOUT, "rules"))


def _package_stamp() -> bytes:
    try:
        with open(os.path.join(READY, "stamp"), "rb") as stream:
            return stream.read(64)
    except OSError:
        data = os.path.join(PACKAGE, "_data")
        return digest(repr((stamp_of(PACKAGE), stamp_of(data))))


def _checkout_stamp() -> bytes:
    from jdlint.io import checkout

    return checkout.stamp()


def digest(text: str) -> bytes:
    """Sixteen bytes that stand for a text."""
    return digest_of(text.encode("utf-8", "surrogatepass"))


def digest_of(data: bytes) -> bytes:
    """Sixteen bytes that stand for others."""
    try:
        from _blake2 import blake2b  # what hashlib gives, without loading OpenSSL
    except ImportError:
        from hashlib import blake2b
    found: bytes = blake2b(data, digest_size=16).digest()
    return found
