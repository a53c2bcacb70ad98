"""The files below a folder, in order, without hidden ones and what tools made."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from jdlint.core.errors import reason_of
from jdlint.core.light import NamedTuple
from jdlint.core.tools import attrgetter
from jdlint.io.stamps import Stamp, stamp_of

SUFFIXES = (".md", ".markdown", ".mdx", ".md.erb", ".markdown.erb")
_NAME = attrgetter("name")
_SKIPPED = frozenset("node_modules bower_components __pycache__ venv site-packages _site".split())
# folders of these names are a tool's output where one of these files lies beside them and no page
# at their top; content otherwise: a handbook has a chapter on vendors
_MADE_BY = {
    "public": ("gatsby-config.js", "gatsby-config.ts", "gatsby-config.mjs"),
    "dist": ("package.json", "pyproject.toml", "setup.py"),
    "build": ("package.json", "pyproject.toml", "setup.py", "build.gradle", "build.gradle.kts"),
    "target": ("Cargo.toml", "pom.xml", "build.sbt"),
    "vendor": ("composer.json", "go.mod", "Gemfile"),
}
_SITE = ("public", "dist", "build")  # what a site generator writes opens with a page of HTML
# folders with a dot that hold the configuration of a site
_CONFIGURING = frozenset((".vitepress", ".vuepress", ".config"))
_SETTLED = 2_000_000_000  # ns after its last change, from which on a folder is known by its times


def is_markdown(name: str) -> bool:
    return name.lower().endswith(SUFFIXES)


class Seen(NamedTuple):
    """A folder's stamp, and what was in it then, in order."""

    stamp: Stamp
    entries: list[os.DirEntry[str]]


class Visited(dict[str, Stamp]):
    """Folders that were looked into, by absolute path, with the stamps that they had; ``closed``
    says why some could not be, ``known`` what a session found in them before."""

    def __init__(self, known: dict[str, Seen] | None = None) -> None:
        super().__init__()
        self.closed: dict[str, str] = {}
        self.known = known

    def entries(self, folder: str, stamp: Stamp) -> list[os.DirEntry[str]] | None:
        """What was in a folder that is as it was."""
        seen = self.known.get(folder) if self.known else None
        return seen.entries if seen and seen.stamp == stamp else None

    def keep(self, folder: str, stamp: Stamp, entries: list[os.DirEntry[str]]) -> None:
        """Keep what is in a folder, unless it changed a moment ago: another change may not show in
        its times."""
        if self.known is not None and stamp and time.time_ns() - max(stamp[:2]) > _SETTLED:
            self.known[folder] = Seen(stamp, entries)


def walk(
    folder: str | Path,
    wanted: Callable[[str], bool] = is_markdown,
    prefix: str = "",
    visited: Visited | None = None,
) -> Iterator[str]:
    """The wanted files below a folder, in order, as paths from there with forward slashes, behind
    ``prefix``.

    Hidden folders, build output and links to folders are left out. ``visited`` is told of each
    folder that was looked into, with its stamp before that.
    """
    entries = _entries(folder, visited)
    for entry in entries:
        name = entry.name
        if entry.is_dir(follow_symlinks=False):
            if name == ".github":
                inner = os.path.join(entry.path, "workflows")
                yield from _configuration(inner, wanted, f"{prefix}{name}/workflows/", visited)
            elif name in _CONFIGURING:
                yield from _configuration(entry.path, wanted, f"{prefix}{name}/", visited)
            elif not (name.startswith(".") or name in _SKIPPED):
                if name in _MADE_BY and _is_output(entry, entries):
                    _visit(entry.path, visited)
                else:
                    yield from walk(entry.path, wanted, f"{prefix}{name}/", visited)
        elif wanted(name) and (not entry.is_symlink() or not os.path.isdir(entry.path)):
            yield prefix + name


def _entries(folder: str | Path, visited: Visited | None) -> list[os.DirEntry[str]]:
    stamp = _visit(folder, visited)
    name = str(folder)
    known = visited.entries(name, stamp) if visited is not None and stamp else None
    if known is not None:
        return known
    try:
        found = sorted(os.scandir(folder), key=_NAME)
    except OSError as error:
        if visited is not None and not isinstance(error, FileNotFoundError | NotADirectoryError):
            visited.closed[os.path.abspath(folder)] = reason_of(error)
        return []
    if visited is not None:
        visited.keep(name, stamp, found)
    return found


def _visit(folder: str | Path, visited: Visited | None) -> Stamp:
    if visited is None:
        return None
    stamp = visited[os.path.abspath(folder)] = stamp_of(folder)
    return stamp


def _is_output(entry: os.DirEntry[str], beside: Iterable[os.DirEntry[str]]) -> bool:
    """Whether a folder holds what a tool made of the files beside it."""
    makers = _MADE_BY[entry.name]
    if entry.name in _SITE and os.path.isfile(os.path.join(entry.path, "index.html")):
        return not any(other.name.startswith("astro.config.") for other in beside)
    if not any(other.name in makers for other in beside):
        return False
    try:
        return not any(map(is_markdown, os.listdir(entry.path)))
    except OSError:
        return True


def _configuration(
    folder: str, wanted: Callable[[str], bool], prefix: str, visited: Visited | None
) -> Iterator[str]:
    """The files of a folder that configures a site, without what its tool keeps below; pages there
    are nobody's."""
    for entry in _entries(folder, visited):
        if wanted(entry.name) and not is_markdown(entry.name) and entry.is_file():
            yield prefix + entry.name
