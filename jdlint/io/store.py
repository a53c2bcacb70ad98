"""The user's cache folder: blobs that spare the next run work; harmless when lost or damaged.

A blob is read only where this user's own jdlint wrote it: each carries a seal made with a key that
lies beside it, readable by nobody else, which no checkout can supply. The folder must be this
user's and outside of what is checked. So bytes that a repository supplies are never parsed.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys

from jdlint.io.stamps import READY, blake2b

TYPE_CHECKING = False  # the first thing that a run loads: no typing, no pathlib
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping
    from io import FileIO
    from mmap import mmap
    from pathlib import Path

    from jdlint.core.light import Any

Mark = tuple[int, int, int, int]  # device, inode, time and size of a file

# what a blob starts with: our form, and the Python whose marshal it is
_MARK = f"jdlint-3 {sys.implementation.cache_tag}\n".encode()
_SEAL = 16
_LARGE = 200_000  # bytes
_KEY, _KEY_SIZE = "key", 32
_OWNED = hasattr(os, "getuid")


def cache_folder() -> Path | None:
    """``JDLINT_CACHE_DIR``, else the platform's cache folder; None where caching is off, there is
    no home, or the folder is not this user's alone to write or lies in the project."""
    from pathlib import Path

    folder = cache_name()
    return Path(folder) if folder else None


def cache_name() -> str | None:
    """The path of ``cache_folder``, as text."""
    folder = _asked()
    try:
        if not folder:
            return None
        question = folder, os.getcwd()
        if question not in _known:
            _known[question] = _usable(*question)
        return _known[question]
    except OSError as error:
        if folder and folder == os.environ.get("JDLINT_CACHE_DIR"):
            _refused[folder] = f"it cannot be used ({error.strerror or error})"
        return None


def passed_over() -> str:
    """A sentence about a cache folder that was asked for and not used; empty for none. One that is
    only the default and cannot be made, as where there is no home, needs none."""
    folder = _asked() or ""
    why, remedy = _refused.get(folder), "name another folder in JDLINT_CACHE_DIR"
    return f"nothing is kept in {folder}: {why}; {remedy}" if why else ""


def _asked() -> str | None:
    given = os.environ.get("JDLINT_CACHE_DIR")
    return given if given is not None else _default()


def _default() -> str | None:
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "jdlint") if base and not base.startswith("~") else None


_known: dict[tuple[str, str], str | None] = {}  # not functools, whose import takes longer
_refused: dict[str, str] = {}  # folders that are not used, and why


def _usable(folder: str, here: str) -> str | None:
    """The folder, made where it is not there yet, if it may be trusted; raises ``OSError``."""
    real, project = os.path.realpath(folder), _project(here)
    # a home that is itself a repository holds its cache; a project does not
    if _within(real, project) and not _within(os.path.expanduser("~"), project):
        if folder == os.environ.get("JDLINT_CACHE_DIR"):
            _refused[folder] = "it lies in the project, and a pull request could fill it"
        return None
    os.makedirs(real, mode=0o700, exist_ok=True)
    info = os.stat(real)
    if _OWNED and info.st_uid != os.getuid():
        _refused[folder] = "it belongs to another user"
        return None
    if _OWNED and info.st_mode & 0o022:
        _refused[folder] = "other users may write to it (“chmod go-w” forbids it)"
        return None
    return real


def _project(here: str) -> str:
    """The repository that a folder is in, else the folder itself."""
    folder = os.path.realpath(here)
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return os.path.realpath(here)
        folder = above
    return folder


def _within(path: str, folder: str) -> bool:
    return f"{path}{os.sep}".startswith(os.path.join(folder, ""))


def load(name: str) -> Any:
    """The data of a blob, or None."""
    folder = cache_name()
    if folder is None:
        return None
    try:
        key = _key(folder, make=False)
        with open(os.path.join(folder, name), "rb") as stream:
            data = stream.read()
        at = len(_MARK) + _SEAL
        body = memoryview(data)[at:]
        sealed = key is not None and data[:at] == _MARK + _seal(key, name, body)
        return marshal.loads(body) if sealed else None
    except (OSError, ValueError, EOFError, TypeError, MemoryError):
        return None


def ready(name: str) -> Any:
    """The data of a blob that was made when jdlint was installed, or None; it lies in our own
    package, beside the code that reads it."""
    return _loaded(_blob(name))


def parts_of(name: str) -> tuple[Any, Callable[[Hashable], memoryview | None]]:
    """The head of a blob that was made of parts, or None, and what finds a part by its key: one
    that no run asks for is not copied, either (the packed patterns alone are 0.9 MB, 2 ms)."""
    blob = _blob(name)
    data = _loaded(blob)
    head, places, size = data if isinstance(data, tuple) and len(data) == 3 else (None, {}, 0)
    behind = blob[len(blob) - size :]

    def find(key: Hashable) -> memoryview | None:
        place = places.get(key)
        return behind[slice(*place)] if place else None

    return head, find


def _blob(name: str) -> memoryview:
    """The bytes of a blob of ours behind its mark; empty where there is none of this form."""
    try:
        data = memoryview(_mapped(os.path.join(READY, name)))
    except (OSError, ValueError):
        return memoryview(b"")
    at = len(_MARK)
    return data[at:] if data[:at] == _MARK else data[:0]


def _loaded(blob: memoryview) -> Any:
    """The data that a blob opens with, or None."""
    try:
        return marshal.loads(blob)
    except (ValueError, EOFError, TypeError, MemoryError):
        return None


def _mapped(path: str) -> bytes | mmap:
    """The bytes of a file of ours, which nobody shortens; a large one is not copied: that takes a
    sixth of the time to read it."""
    with open(path, "rb", buffering=0) as stream:
        if os.fstat(stream.fileno()).st_size < _LARGE:
            return stream.read()
        from mmap import ACCESS_READ, mmap

        return mmap(stream.fileno(), 0, access=ACCESS_READ)


def make_parts_ready(name: str, head: Any, parts: Mapping[Any, bytes]) -> None:
    """Write a blob that ``parts_of`` reads; raises ``OSError``."""
    places, at = {}, 0
    for key, part in parts.items():
        places[key] = at, at + len(part)
        at += len(part)
    make_ready(name, (head, places, at), *parts.values())


def make_ready(name: str, data: Any, *behind: bytes) -> None:
    """Write a blob that ``ready`` reads; raises ``OSError``."""
    os.makedirs(READY, exist_ok=True)
    _put(os.path.join(READY, name), _MARK, marshal.dumps(data), *behind, mode=0o644)


def save(name: str, data: Any) -> None:
    """Keep data (plain lists, tuples, dicts, texts and numbers) under a name; a failure is no
    failure of the run."""
    folder = cache_name()
    if folder is None:
        return
    try:
        key = _key(folder, make=True)
        if key is None:
            return
        body = marshal.dumps(data)
        _put(os.path.join(folder, name), _MARK + _seal(key, name, body), body)
    except (OSError, ValueError):
        return


def save_text(name: str, data: bytes) -> Mark | None:
    """Keep bytes that are only shown again, never parsed: what ``text`` knows the file by, or None.

    It needs no seal, which would cost as much as all the rest of showing it: the mark, in a sealed
    blob, tells of this one file, and no checkout can supply that."""
    folder = cache_name()
    try:
        return _put(os.path.join(folder, name), data) if folder else None
    except OSError:
        return None


def text(name: str, mark: Mark | None) -> FileIO | None:
    """What ``save_text`` kept, open for reading; None where it is another file by now."""
    folder = cache_name()
    try:
        stream = open(os.path.join(folder or "", name), "rb", buffering=0)  # noqa: SIM115
    except OSError:
        return None
    if _mark_of(os.fstat(stream.fileno())) == mark:
        return stream
    stream.close()
    return None


def _put(path: str, *parts: bytes, mode: int = 0o600) -> Mark:
    folder, name = os.path.split(path)
    draft = os.path.join(folder, f".{name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(handle, "wb") as stream:
        stream.writelines(parts)
    mark = _mark_of(os.stat(draft))
    try:  # noqa: SIM105 - contextlib is not loaded for this
        # ext4 writes a file out before it takes another's name: 60 KB 3.7 ms, in a free place 0.2.
        # Who reads meanwhile finds nothing kept, and who is killed here has lost no more than that
        os.unlink(path)
    except OSError:
        pass
    os.replace(draft, path)
    return mark


def _mark_of(info: os.stat_result) -> Mark:
    """One file and its contents, which it keeps under another name."""
    return info.st_dev, info.st_ino, info.st_mtime_ns, info.st_size


def _key(folder: str, *, make: bool) -> bytes | None:
    """The user's key; None where there is none that only this user could have written.

    Raises ``OSError``.
    """
    try:
        handle = os.open(os.path.join(folder, _KEY), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        if not make:
            return None
        _put(os.path.join(folder, _KEY), os.urandom(_KEY_SIZE))
        return _key(folder, make=False)
    try:
        info = os.fstat(handle)
        ours = stat.S_ISREG(info.st_mode) and (
            not _OWNED or (info.st_uid == os.getuid() and not info.st_mode & 0o077)
        )
        found = os.read(handle, _KEY_SIZE + 1) if ours else b""
    finally:
        os.close(handle)
    if len(found) == _KEY_SIZE:
        return found
    if make:
        os.unlink(os.path.join(folder, _KEY))
        return _key(folder, make=True)
    return None


def _seal(key: bytes, name: str, body: bytes | memoryview) -> bytes:
    state: Any = blake2b(name.encode() + b"\0", key=key, digest_size=_SEAL)
    state.update(body)
    seal: bytes = state.digest()
    return seal
