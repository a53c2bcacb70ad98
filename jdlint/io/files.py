"""Discover and read files, and nothing outside the folder that is checked."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from jdlint.core.errors import reason_of
from jdlint.core.light import TYPE_CHECKING
from jdlint.core.page import Defect
from jdlint.core.text import Source, Span
from jdlint.io.stamps import Stamp, digest_of, stamp_in, stamp_of
from jdlint.io.walk import SUFFIXES, Seen, Visited, is_markdown, walk

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "LARGEST", "PUBLISHED", "SUFFIXES", "TODAY", "DiskTree", "decode", "is_markdown", "leads_out",
    "read_bytes", "read_source", "walk", "within",
]  # fmt: skip

# the ends of built pages, feeds and exports; each may be gzipped
PUBLISHED = (".html", ".htm", ".xml", ".json", ".jsonld", ".jsonl", ".ndjson")
LARGEST = 20_000_000
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_UPWARD = ("", ".", "..")
TODAY = "\0today"  # what answers depend on besides files, in ``DiskTree.seen``


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a regular file, ``LARGEST`` + 1 at most; raises ``OSError``."""
    info = os.stat(path)
    if not stat.S_ISREG(info.st_mode):  # before it is opened: a pipe waits for its other end
        raise OSError("it is not a regular file")
    handle = os.open(path, _READ)
    try:
        data = os.read(handle, min(info.st_size, LARGEST) + 1)
        if len(data) != info.st_size:  # it grows, or its size is not known
            while len(data) <= LARGEST and (more := os.read(handle, 1 << 20)):
                data += more
        return data
    finally:
        os.close(handle)


def leads_out(path: str | Path, root: str | Path) -> bool:
    """Whether a path below ``root`` leads out of it by a link; of other paths it is not asked."""
    full, base = os.path.abspath(path), os.path.join(os.path.abspath(root), "")
    if not full.startswith(base):
        return False
    steps = full[len(base) :].split(os.sep)  # most have no link: no need to start at the top
    if not any(os.path.islink(base + os.sep.join(steps[: n + 1])) for n in range(len(steps))):
        return False
    real = (
        os.path.realpath(full) if os.path.islink(full) else os.path.realpath(os.path.dirname(full))
    )
    return not f"{real}{os.sep}".startswith(os.path.join(os.path.realpath(root), ""))


def read_source(
    path: str | Path, name: str, root: str | Path | None = None
) -> tuple[Source, tuple[Defect, ...]]:
    """The source of a file and what is wrong with the file itself (unreadable, too-large,
    not-utf-8).

    What lies below ``root`` and is a link out of it is not read.
    """
    try:
        if root is not None and leads_out(path, root):
            raise OSError("it is a link that leads out of the project")
        data = read_bytes(path)
    except OSError as error:
        reason = reason_of(error)
        return Source(name, ""), (Defect("unreadable", Span(0, 0), reason),)
    if len(data) > LARGEST:
        return Source(name, ""), (Defect("too-large", Span(0, 0), f"{LARGEST // 1_000_000} MB"),)
    return decode(data, name)


def decode(data: bytes, name: str) -> tuple[Source, tuple[Defect, ...]]:
    """The source that bytes hold, its BOM stripped; bytes that are no UTF-8 become U+FFFD."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Source(name, ""), (Defect("not-utf-8", Span(0, 0), "it is UTF-16"),)
    if data.startswith(codecs.BOM_UTF8):
        data = data[3:]
    try:
        return Source(name, data.decode()), ()
    except UnicodeDecodeError as error:
        start = len(data[: error.start].decode())
        text = data.decode(errors="replace")
        byte = f"byte 0x{data[error.start]:02X}"
        return Source(name, text), (Defect("not-utf-8", Span(start, start + 1), byte),)


def within(root: Path, paths: Iterable[Path]) -> bool:
    """Whether all paths lie below a folder, links resolved; what can be no path lies nowhere."""
    try:
        base = root.resolve()
        return all(path.resolve().is_relative_to(base) for path in paths)
    except (OSError, ValueError, RuntimeError):  # too long, with a NUL in it, a loop of links
        return False


class DiskTree:
    """The files of a repository as ``jdlint.site.build.tree.Tree`` wants them: relative paths, and
    texts on demand.

    ``given`` holds contents that stand for the disk's (None: not there); ``alone``: they are all
    there is. ``known`` is what a session found in folders before. ``seen`` keeps the stamp of each
    file that was asked for (None: it cannot be read), ``visited`` that of each folder: what answers
    depend on.
    """

    def __init__(
        self,
        root: Path,
        given: Mapping[str, bytes | None] | None = None,
        *,
        alone: bool = False,
        known: dict[str, Seen] | None = None,
    ) -> None:
        self.root, self.alone = root, alone
        self.given = given or {}
        self.seen: dict[str, Stamp] = {}
        self.taken: Mapping[str, Stamp] = {}  # the stamps of pages, which a run takes itself
        self.visited = Visited(known)
        self._base = os.path.join(os.path.realpath(root), "")
        self._paths = sorted(self.given) if alone else None
        self._folders: dict[str, str] = {}  # folders with their links resolved

    @property
    def paths(self) -> list[str]:
        if self._paths is None:
            self._paths = list(walk(self.root, lambda _: True, visited=self.visited))
            if self.given:
                gone = {path for path, data in self.given.items() if data is None}
                here = {
                    path for path in self.given if path not in gone and not path.startswith("../")
                }
                self._paths = sorted({path for path in self._paths if path not in gone} | here)
        return self._paths

    def read(self, path: str) -> str | None:
        if path in self.given:
            data = self.given[path]
            return None if data is None else data.decode("utf-8-sig", errors="replace")
        if self.alone:
            return None
        self.seen[path] = self._stamp(path)
        if self.seen[path] is None:
            return None
        try:
            data = read_bytes(self._base + path)
        except OSError:
            return None
        return None if len(data) > LARGEST else data.decode("utf-8-sig", errors="replace")

    @property
    def today(self) -> date:
        """The day of the run; what was answered with it holds for that day only."""
        from datetime import date  # most runs ask for no day

        day = date.today()
        self.seen[TODAY] = (day.toordinal(), 0, 0)
        return day

    def stamp(self, path: str) -> Stamp:
        """What a file is known by, which counts as looking at it; what stands for the disk's
        contents is known by its bytes. A stamp that was taken before a file was read holds."""
        if path in self.given:
            data = self.given[path]
            return None if data is None else (-1, int.from_bytes(digest_of(data), "big"), len(data))
        if self.alone or path in self.taken:
            return self.taken.get(path)
        if path not in self.seen:
            self.seen[path] = self._stamp(path)
        return self.seen[path]

    def depends(self) -> dict[str, Stamp]:
        """Files and folders that were looked at, by absolute path, with the stamps they had; today
        is the caller's affair."""
        files = {self._real(p): s for p, s in self.seen.items() if p != TODAY}
        return {**self.visited, **files}

    def as_seen(self, seen: Mapping[str, Stamp]) -> bool:
        """Whether files are as an earlier tree saw them."""
        return all(self._stamp(path) == stamp for path, stamp in seen.items())

    def _stamp(self, path: str) -> Stamp:
        if path == TODAY:
            return (self.today.toordinal(), 0, 0)
        target, name = self._above(path)
        if name not in _UPWARD:
            try:
                info = os.lstat(target)  # what is no link needs no second look
            except (OSError, ValueError):
                return None
            if not stat.S_ISLNK(info.st_mode):
                return stamp_in(info) if target.startswith(self._base) else None
        target = os.path.realpath(target)
        return stamp_of(target) if target.startswith(self._base) else None

    def _above(self, path: str) -> tuple[str, str]:
        """A path with the links of its folder resolved, those of each folder once, and its name."""
        folder, _, name = path.rpartition("/")
        return f"{self._folder(folder)}{os.sep}{name}", name

    def _real(self, path: str) -> str:
        """A path with its links resolved."""
        target, name = self._above(path)
        return os.path.realpath(target) if name in _UPWARD or os.path.islink(target) else target

    def _folder(self, path: str) -> str:
        """The same of a folder, from the one above it."""
        found = self._folders.get(path)
        if found is None:
            found = self._real(path) if path else os.path.realpath(self._base)
            self._folders[path] = found
        return found
