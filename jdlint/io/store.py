"""The user's cache folder: blobs that spare the next run work; harmless when lost or damaged.

Nothing that a repository supplies is ever read from here as code: blobs are ``marshal`` data in the
user's own folder.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from pathlib import Path
from typing import Any

_MARK = b"jdlint-2\n"
_HEAD = len(_MARK) + 4


def _mark(body: bytes | memoryview) -> bytes:
    """What stands before a blob: half a file or a damaged one is never read."""
    return _MARK + zlib.crc32(body).to_bytes(4, "big")


def cache_folder() -> Path | None:
    """``JDLINT_CACHE_DIR``, else the platform's cache folder; None where caching is off or there is
    no home."""
    given = os.environ.get("JDLINT_CACHE_DIR")
    if given is not None:
        return Path(given) if given else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "jdlint" if base and not base.startswith("~") else None


def load(name: str) -> Any:
    """The data of a blob, or None."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        with open(folder / name, "rb") as stream:
            data = stream.read()
        head, body = data[:_HEAD], memoryview(data)[_HEAD:]
        return marshal.loads(body) if head == _mark(body) else None
    except (OSError, ValueError, EOFError, TypeError, MemoryError):
        return None


def save(name: str, data: Any) -> None:
    """Keep data (plain lists, tuples, dicts, texts and numbers) under a name; a failure is no
    failure of the run."""
    folder = cache_folder()
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = folder / f".{name}.{os.getpid()}"
        body = marshal.dumps(data)
        with open(draft, "wb") as stream:
            stream.write(_mark(body))
            stream.write(body)
        os.replace(draft, folder / name)
    except (OSError, ValueError):
        return
