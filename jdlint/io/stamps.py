"""What files are known by between runs. Light: the first thing that a run loads."""

from __future__ import annotations

import marshal
import os
import sys

try:
    from _blake2 import blake2b as blake2b  # what hashlib gives, without loading OpenSSL
except ImportError:
    from hashlib import blake2b as blake2b
try:
    from _operator import attrgetter  # what operator gives, without loading it
except ImportError:
    from operator import attrgetter
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Stamp = tuple[int, int, int] | None
PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
CHECKOUT = os.path.dirname(PACKAGE)
# what was made when jdlint was installed, for this Python (see scripts/prebuild)
READY = os.path.join(PACKAGE, "_ready", sys.implementation.cache_tag or "")

_STAMP = attrgetter("st_mtime_ns", "st_ctime_ns", "st_size")  # what ``stamp_of`` tells
_TOGETHER = 256  # files whose stamps are compared at once
_MANY = 1_000  # files from which on a process of its own, which costs as much as 200, looks at half
_FORM = 2  # of marshal: equal values give equal bytes, whoever else holds them
_KILL = 9


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


def packed(stamps: Sequence[tuple[int, int, int]]) -> list[bytes]:
    """Stamps of files as bytes, some hundred at a time, equal where they are: a row of numbers for
    thousands of files takes longer to read than all else of a run that is known."""
    return [_dumped(stamps[at : at + _TOGETHER]) for at in range(0, len(stamps), _TOGETHER)]


def _dumped(stamps: Iterable[tuple[int, int, int]]) -> bytes:
    return marshal.dumps(list(stamps), _FORM)


def are(code: bytes, files: Sequence[str], stamps: Sequence[bytes]) -> bool:
    """Whether jdlint's code is as it was and files still have these stamps (see ``packed``); of
    many files, two processes look at half each."""
    if len(stamps) * _TOGETHER < len(files):
        return False
    if len(files) < _MANY:
        return code_stamp() == code and _as_were(files, stamps)
    half = len(stamps) // 2 - (len(stamps) > 4 and _is_checkout())  # its code has 1,000 files
    first, last = slice(half), slice(half * _TOGETHER, None)
    return _both(
        lambda: code_stamp() == code and _as_were(files, stamps[first]),
        lambda: _as_were(files[last], stamps[half:]),
    )


def _as_were(files: Sequence[str], stamps: Sequence[bytes]) -> bool:
    """Whether the files that the stamps are of still have them: an edit is seen soon."""
    try:
        for at, known in enumerate(stamps):
            infos = map(os.stat, files[at * _TOGETHER : (at + 1) * _TOGETHER])
            if _dumped(map(_STAMP, infos)) != known:
                return False
    except (OSError, ValueError):
        return False
    return True


def _both(one: Callable[[], bool], other: Callable[[], bool]) -> bool:
    """Whether both hold; the other is asked at the same time, where this process can fork and a
    processor has nothing to do."""
    if "threading" in sys.modules or not _spare():
        return one() and other()
    pid = os.fork()
    if not pid:
        code = 1
        try:
            code = not other()
        finally:
            os._exit(code)
    holds = False
    try:
        holds = one()
    finally:
        if not holds:  # nobody waits for what the other would say
            os.kill(pid, _KILL)
        status = os.waitpid(pid, 0)[1]
    return holds and status == 0


def _spare() -> bool:
    """Whether fewer tasks run than there are processors (Linux); a busy machine gains nothing."""
    try:
        with open("/proc/loadavg", "rb", buffering=0) as stream:
            running = int(stream.read(99).split()[3].partition(b"/")[0])
        return running < len(os.sched_getaffinity(0))
    except (OSError, ValueError, IndexError, AttributeError):
        return False


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
    found: bytes = blake2b(data, digest_size=16).digest()
    return found
