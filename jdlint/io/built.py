"""Folders that a site's generator wrote, known by what lies in them."""

from __future__ import annotations

import os
from pathlib import Path

from jdlint.core.light import NamedTuple
from jdlint.io.files import is_markdown

OUT = frozenset("_site public dist build out".split())  # what generators call them
_BUILT = (".html", ".htm")
_LOOKED = 50  # folders that the quick look goes into


def may_be_built(path: Path) -> bool:
    """Whether a folder may be what a generator wrote: by its name, or because it has HTML, or a
    folder in it has, and no Markdown stands there. A quick look."""
    if not path.is_dir():
        return False
    here = _kinds(path)
    if path.name in OUT or here.html or here.markdown:
        return path.name in OUT or not here.markdown
    inner = [_kinds(folder) for folder in here.folders[:_LOOKED]]
    return any(kinds.html for kinds in inner) and not any(kinds.markdown for kinds in inner)


def built_in(folder: Path, root: Path) -> list[str]:
    """The HTML files (paths from ``root``, in order) of a folder that was built: one with HTML and
    without sources; links are not followed. Empty for others.

    In a folder with a name that generators give it, Markdown without front matter was copied, and
    is no source.
    """
    if not may_be_built(folder):
        return []
    from jdlint.io.published import APART, MOST, has_front_matter, relative  # gzip and more

    found: list[str] = []
    copied = folder.name in OUT
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f not in APART)
        for name in sorted(names):
            path = Path(here, name)
            if is_markdown(name) and not (copied and not has_front_matter(path)):
                return []
            if name.lower().endswith(_BUILT) and len(found) < MOST:
                found.append(relative(path, root))
    return found


class _Kinds(NamedTuple):
    """Whether a folder has HTML and Markdown, and its folders."""

    html: bool
    markdown: bool
    folders: list[Path]


def _kinds(folder: Path) -> _Kinds:
    html = False
    folders: list[Path] = []
    try:
        for entry in os.scandir(folder):
            if is_markdown(entry.name):
                return _Kinds(html, True, [])
            html = html or entry.name.lower().endswith(_BUILT)
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                folders.append(Path(entry.path))
    except OSError:
        return _Kinds(False, False, [])
    return _Kinds(html, False, sorted(folders))
