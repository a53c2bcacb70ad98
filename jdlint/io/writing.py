"""Write files so that a killed run leaves the old one or the new one, and nothing beside it."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

from jdlint.core.tools import suppress

_MARK, _END = ".jdlint-", ".draft"
_STREAMS = ("/dev/", "/proc/")


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a regular file's content in one step, keeping its mode and owner; what is no regular
    file (a pipe, a device, ``/dev/stdout``) is opened and written to.

    Raises ``OSError``, also for a file that nobody may write.
    """
    try:
        info = os.stat(path)
    except FileNotFoundError:
        info = None
    if str(path).startswith(_STREAMS) or (info and not stat.S_ISREG(info.st_mode)):
        with open(path, "wb") as stream:
            stream.write(data)
        return
    if info and not (info.st_mode & 0o222 and os.access(path, os.W_OK)):
        raise PermissionError(errno.EACCES, "it is read-only", str(path))
    target = path.resolve()
    _sweep(target.parent)
    draft = _written(target.parent, data)
    try:
        os.chmod(draft, stat.S_IMODE(info.st_mode) if info else 0o666 & ~_umask())
        if info and hasattr(os, "chown"):
            with suppress(OSError):  # only a privileged user may give files away
                os.chown(draft, info.st_uid, info.st_gid)
        os.replace(draft, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(draft)
        raise


def _written(folder: Path, data: bytes) -> str:
    """A complete draft in a folder; on Linux it has no name while it is written, so that a kill
    leaves nothing."""
    name = str(folder / f"{_MARK}{os.getpid()}-{os.urandom(4).hex()}{_END}")
    flags = os.O_WRONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    nameless = getattr(os, "O_TMPFILE", 0)
    if nameless:
        with suppress(OSError):  # not every file system can
            handle = os.open(folder, flags | nameless, 0o600)
            with os.fdopen(handle, "wb") as stream:
                _fill(stream.fileno(), data)
                os.link(f"/proc/self/fd/{stream.fileno()}", name, follow_symlinks=True)
            return name
    handle = os.open(name, flags | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            _fill(stream.fileno(), data)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    return name


def _fill(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
    os.fsync(handle)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sweep(folder: Path) -> None:
    """Delete the drafts of runs that were killed."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(_MARK) and name.endswith(_END) and not _alive(name):
                with suppress(OSError):
                    os.unlink(folder / name)


def _alive(name: str) -> bool:
    number = name.removeprefix(_MARK).partition("-")[0]
    if not number.isascii() or not number.isdigit() or len(number) > 9 or number == "0":
        return True  # none of ours
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
