"""What stands for the code, rules and schemas of a checkout: names, times and sizes of 1,000 files.

Their names are kept between runs, with the times of their folders, which change where a file comes,
goes or gets another name: to look at each file by its name takes half as long as to read folders.
"""

from __future__ import annotations

import marshal
import os
import time

try:
    from _operator import attrgetter  # what operator gives, without loading it
except ImportError:
    from operator import attrgetter

from jdlint.io import store
from jdlint.io.stamps import CHECKOUT, PACKAGE, digest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    # folders, their times, and files; folders and files as lines; times and sizes of the files as
    # they were, and the stamp that they made
    Listing = tuple[str, list[tuple[int, int]], str, bytes, bytes]

_LISTING = "files"
# what findings depend on: code, and the words, rules and weights that it reads
_CODE = (".py", ".yaml", ".txt", ".json", ".z")
_MADE = ("__pycache__", "_ready")
_ROW = attrgetter("st_mtime_ns", "st_size")
_FORM = 2  # of marshal: equal values give equal bytes, whoever else holds them
_TICK = 20_000_000  # ns: the clock of file systems ticks every 4 to 10 ms


def stamp() -> bytes:
    """Sixteen bytes that stand for the checkout's files as they are."""
    for read in (store.ready, store.load):
        found = _stamp_by(read(_LISTING))
        if found:
            return found
    listing, sure = listed()
    if sure:
        store.save(_LISTING, listing)
    return listing[4]


def make_ready() -> None:
    """Keep the names for runs of this Python; raises ``OSError``. Folders that were just changed
    are waited for."""
    listing, sure = listed()
    while not sure:
        time.sleep(_TICK / 1e9)
        listing, sure = listed()
    store.make_ready(_LISTING, listing)


def listed() -> tuple[Listing, bool]:
    """All folders and files that findings depend on, and whether the times of the folders are sure
    to tell when a name changes: one that changed just now may keep its time."""
    folders: list[str] = []
    files: list[str] = []
    now = time.time_ns()
    for folder in (PACKAGE, os.path.join(CHECKOUT, "rules"), os.path.join(CHECKOUT, "schemas")):
        _add(folder, folders, files)
    times = _times(folders)
    sure = max(map(max, times), default=0) < now - _TICK
    rows = _rows(files)
    made = _stamp_of("\n".join(files), rows) if rows else os.urandom(16)  # a file went meanwhile
    return ("\n".join(folders), times, "\n".join(files), rows, made), sure


def _add(folder: str, folders: list[str], files: list[str]) -> None:
    """The folders and files below a folder, in order."""
    try:
        entries = sorted(os.scandir(folder), key=_name)
    except OSError:
        return
    folders.append(folder)
    for entry in entries:
        name = entry.name
        if name.endswith(_CODE) and entry.is_file():
            files.append(entry.path)
        elif "." not in name and name not in _MADE and entry.is_dir():
            _add(entry.path, folders, files)


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _times(folders: Sequence[str]) -> list[tuple[int, int]]:
    return [(info.st_mtime_ns, info.st_ctime_ns) for info in map(os.stat, folders)]


def _rows(files: Sequence[str]) -> bytes:
    """Times and sizes of files; empty where one is not there."""
    try:
        return marshal.dumps(list(map(_ROW, map(os.stat, files))), _FORM)
    except OSError:
        return b""


def _stamp_of(files: str, rows: bytes) -> bytes:
    return digest_of(files.encode("utf-8", "surrogateescape") + rows)


def _stamp_by(listing: Listing | None) -> bytes:
    """The stamp by names that were kept; empty where they are of another checkout, or other names
    may be there by now. To make it anew costs 1 ms, to see that nothing changed a tenth."""
    if not isinstance(listing, tuple) or len(listing) != 5:
        return b""
    folders, times, files, known, made = listing
    names = folders.split("\n")
    if names[0] != PACKAGE:
        return b""
    try:
        if _times(names) != times:
            return b""
    except OSError:
        return b""
    rows = _rows(files.split("\n"))
    return made if rows == known else rows and _stamp_of(files, rows)
