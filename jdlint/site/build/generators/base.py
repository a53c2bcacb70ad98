"""What the generators share: the tree by folder, a project that was found, and a source with its
URL."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping

from jdlint.core.light import TYPE_CHECKING, Any, NamedTuple, Protocol, dataclass, field
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.site.build.settings import SiteSettings
from jdlint.site.build.tree import Tree

if TYPE_CHECKING:
    from jdlint.site.build.templating.expansion import Expansion
    from jdlint.site.redirects.rules import Redirect

MARKDOWN = re.late(r"\.(?:md|markdown|mdown|mkdn?|mkd|mdx)$", re.I)

# A site in one of these is somebody else's, or made to show or to test something
_ASIDE = re.late(
    r"(?:^|/)(?:\.[^/]+|node_modules|vendor|bower_components|fixtures?|testdata|tests?|__tests__|sp"
    r"ec|examples?|exampleSite"
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
    def names(self) -> frozenset[str]:
        """The names of all files, without their folders."""
        return frozenset(path.rpartition("/")[2] for path in self.paths)

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

    def is_folder(self, end: str) -> bool:
        """Whether a folder of the tree ends like this: a name, or several of a path."""
        return any(f"/{folder}".endswith(f"/{end}") for folder in self.folders)

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

    def inside(self, folder: str, *names: str) -> list[str]:
        """The paths with one of these names in a folder of this name, wherever it lies."""
        ends = tuple(f"/{folder}/{name}" for name in names)
        return [path for path in self.paths if f"/{path}".endswith(ends)]

    def first(self, folder: str, *names: str) -> str | None:
        """The first of these paths, relative to ``folder``, that exists."""
        return next((path for name in names if (path := join(folder, name)) in self.set), None)


def join(*parts: str) -> str:
    """A repository path from parts; ``""`` for the root."""
    path = posixpath.normpath("/".join(part.strip("/") for part in parts if part.strip("/")) or ".")
    return "" if path == "." else path


class Source(NamedTuple):
    """A folder (``""`` is the tree's root) and the URL path that its files build."""

    folder: str
    url: str

    def inner(self, path: str) -> str:
        """The path of a file of the tree as seen from the folder."""
        return path[len(self.folder) + 1 :] if self.folder else path


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
    sources: tuple[Source, ...]
    markdown: tuple[str, ...]
    base: str = ""
    url: str | None = None
    static: tuple[Source, ...] = ()
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


class Built(NamedTuple):
    """A page and the project that builds it."""

    page: SourcePage
    project: Project


class BuiltPages(Protocol):
    """What a generator may ask about the pages of the site."""

    @property
    def by_path(self) -> Mapping[str, Built]:
        """The built pages by the path of their source."""
        ...


def _no_reason(_project: Project, _page: str, _files: Files) -> str:
    return ""


def _as_written(_project: Project, _url: str, _built: bool) -> str:
    return ""


def _no_redirects(_project: Project, _files: Files) -> Iterable[Redirect]:
    return ()


def _no_partial(_files: Files, _project: Project, _name: str, _path: str) -> str | None:
    return None


def _as_it_is(_expansion: Expansion, body: str, _path: str, _project: Project) -> str:
    return body


def _no_source(_built: BuiltPages, _project: Project, _url: str, _from_path: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Generator:
    """What a generator does with a tree; what it leaves out holds for none.

    ``find`` gives its projects in the tree (settings may name their folders), ``pages`` their
    pages. ``makes`` says why a URL path without a source may be built all the same (``""``: it is
    not), ``redirects`` gives the rules of its configuration, ``find_partial`` the file that a page
    brings in by a name, ``expand`` a page's text as templating leaves it, ``source_link`` the URL
    path behind a link that names a source, ``rewrites`` why a link may lead elsewhere than it says.
    ``partials_are_pages``: a Markdown partial is rendered by itself before the page gets it.
    ``copies_markdown``: a Markdown file that builds no page is served as it is. ``serves_beside``:
    a relative link to a file leads to the file that the source names, wherever the page is built.
    """

    name: str
    find: Callable[[Files, SiteSettings], list[Project]]
    pages: Callable[[Project, Files], Iterator[SourcePage]]
    makes: Callable[[Project, str, Files], str] = _no_reason
    redirects: Callable[[Project, Files], Iterable[Redirect]] = _no_redirects
    find_partial: Callable[[Files, Project, str, str], str | None] = _no_partial
    expand: Callable[[Expansion, str, str, Project], str] = _as_it_is
    source_link: Callable[[BuiltPages, Project, str, str], str | None] = _no_source
    rewrites: Callable[[Project, str, bool], str] = _as_written
    partials_are_pages: bool = False
    copies_markdown: bool = False
    serves_beside: bool = False
