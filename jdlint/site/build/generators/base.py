"""What the generators share: the tree by folder, a project that was found, and a source with its
URL."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from jdlint.site.build.settings import SiteSettings
from jdlint.site.build.tree import Tree

MARKDOWN = re.compile(r"\.(?:md|markdown|mdown|mkdn?|mkd|mdx)$", re.I)

# A site in one of these is somebody else's, or made to show or to test something
_ASIDE = re.compile(
    r"(?:^|/)(?:\.[^/]+|node_modules|vendor|bower_components|fixtures?|testdata|tests?|__tests__|spec|examples?|exampleSite"
    r"|demos?|templates|themes)/"
)


class Files:
    """A tree's paths, sorted, with quick answers about folders."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    @cached_property
    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self.tree.paths))

    @cached_property
    def set(self) -> frozenset[str]:
        return frozenset(self.paths)

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every folder that holds a file at some depth; the root is ``""``."""
        found: set[str] = {""}
        for path in self.paths:
            folder = path.rpartition("/")[0]
            while folder not in found:
                found.add(folder)
                folder = folder.rpartition("/")[0]
        return frozenset(found)

    @cached_property
    def lower(self) -> Mapping[str, str]:
        """Paths by their lower-case form."""
        return {path.lower(): path for path in self.paths}

    def under(self, folder: str) -> Iterator[str]:
        """The paths below a folder, in order; all of them for ``""``."""
        from bisect import bisect_left

        if not folder:
            yield from self.paths
            return
        prefix = folder + "/"
        for index in range(bisect_left(self.paths, prefix), len(self.paths)):
            path = self.paths[index]
            if not path.startswith(prefix):
                return
            yield path

    def named(self, *names: str) -> Iterator[str]:
        """The paths of files with one of these names, shallow ones first, without those of
        examples."""
        wanted = set(names)
        found = [
            path
            for path in self.paths
            if path.rpartition("/")[2] in wanted and not _ASIDE.search(path)
        ]
        yield from sorted(found, key=lambda path: (path.count("/"), path))

    def first(self, folder: str, *names: str) -> str | None:
        """The first of these paths, relative to ``folder``, that exists."""
        return next((path for name in names if (path := join(folder, name)) in self.set), None)


def join(*parts: str) -> str:
    """A repository path from parts; ``""`` for the root."""
    path = posixpath.normpath("/".join(part.strip("/") for part in parts if part.strip("/")) or ".")
    return "" if path == "." else path


@dataclass(frozen=True, slots=True)
class Project:
    """A site that the tree builds.

    ``sources`` are folders with the URL path that they build, ``base`` the path under which all of
    it is served, ``static`` folders whose files are copied as they are, ``layouts`` folders of
    templates; ``file_links`` says that a relative link to a source file is turned into its URL.
    ``known`` is true where the generator's configuration is in the tree, ``makes_more`` says why it
    may build pages that have no source.
    """

    generator: str
    folder: str
    sources: tuple[tuple[str, str], ...]
    markdown: tuple[str, ...]
    base: str = ""
    url: str | None = None
    static: tuple[tuple[str, str], ...] = ()
    layouts: tuple[str, ...] = ()
    file_links: bool = False
    known: bool = False
    makes_more: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)


class SourcePage(NamedTuple):
    """A source and the URL path that it builds (with the project's base); ``aliases`` redirect to
    it.

    A ``draft`` is left out when the site is built.
    """

    path: str
    url: str
    aliases: tuple[str, ...] = ()
    draft: bool = False


class Generator(Protocol):
    """A module of this package."""

    def find(self, files: Files, settings: SiteSettings) -> list[Project]:
        """The projects of this generator in the tree; settings may name its folders."""
        ...

    def pages(self, project: Project, files: Files) -> Iterator[SourcePage]: ...
