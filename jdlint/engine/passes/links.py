"""Every link of the pages of a folder, with where it leads: what ``jdlint links`` lists."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jdlint.core.light import TYPE_CHECKING, Any, NamedTuple, dataclass, field
from jdlint.core.text import Source
from jdlint.io import files
from jdlint.io.files import DiskTree
from jdlint.io.link_cache import LinkCache
from jdlint.io.read_once import ReadOnce
from jdlint.io.stamps import stamp_of

if TYPE_CHECKING:
    from jdlint.site.links.resolver import Resolver

# a use of a definition (``[x][name]``) is the definition's link, listed where it is written
KINDS = frozenset(("inline", "definition", "html", "image", "autolink", "bare", "email"))


class WrittenLink(NamedTuple):
    """A link as it stands on a page: a 1-based line and a 1-based column in code points."""

    line: int
    column: int
    url: str


class LinkAnswer(NamedTuple):
    """A link and where it leads.

    ``path`` is relative to the root, ``line`` and ``column`` are 1-based (code points) and name the
    target as written. ``answer`` is one of ``resolves``, ``redirected``, ``broken-page``,
    ``broken-anchor``, ``unknown`` and ``external``; ``target`` is the URL path (with the fragment)
    or the URL that the link leads to, empty where nobody knows; ``reason`` says why.
    """

    path: str
    line: int
    column: int
    url: str
    answer: str
    target: str
    reason: str

    def as_data(self) -> dict[str, Any]:
        """The link as ``--format json`` has it."""
        return {
            "path": self.path,
            "start": {"line": self.line, "column": self.column},
            "url": self.url,
            "answer": self.answer,
            "target": self.target,
            "reason": self.reason,
        }


@dataclass(frozen=True, slots=True)
class LinkRequest:
    """Which links are asked for: those of the Markdown files in ``paths`` (files or folders below
    ``root``); ``site`` are the settings of the project's ``site:``."""

    root: Path
    paths: Sequence[Path]
    site: Mapping[str, Any] = field(default_factory=dict)


class LinkList(NamedTuple):
    """The links in order of path and place, and sentences about the run as a whole."""

    links: tuple[LinkAnswer, ...]
    notices: tuple[str, ...] = ()


def list_links(request: LinkRequest) -> LinkList:
    """Every link of the asked pages with its answer; what an earlier run found is used where no
    file that it looked at has changed."""
    tree = DiskTree(request.root)
    pages = list(dict.fromkeys(_pages(request, tree)))
    cache = LinkCache(request.root, dict(request.site))
    kept = cache.answers(pages, tree)
    if kept is not None:
        return LinkList(tuple(map(LinkAnswer._make, kept.rows)), kept.notices)
    return _found(request, tree, pages, cache)


def _found(
    request: LinkRequest, tree: DiskTree, pages: Sequence[str], cache: LinkCache
) -> LinkList:
    # what an unchanged site needs none of
    from jdlint.site.build.settings import SiteSettings
    from jdlint.site.links.resolver import Resolver

    texts = ReadOnce(tree)
    resolver = Resolver(texts, SiteSettings.of(request.site))
    answers = [
        answer_of(resolver, path, link) for path in pages for link in _links(texts, cache, path)
    ]
    notices = (*resolver.model.notices, *old_build(tree, request.site, pages))
    cache.keep(pages, tree, tuple(map(tuple, answers)), notices)
    return LinkList(tuple(answers), notices)


def old_build(tree: DiskTree, site: Mapping[str, Any], pages: Sequence[str]) -> tuple[str, ...]:
    """A sentence where the built folder is older than a page that it is asked about."""
    from jdlint.site.build.settings import SiteSettings

    folder = SiteSettings.of(site).built
    stamps = [stamp_of(tree.root / folder / name) for name in ("index.html", "404.html")]
    built = max((stamp[0] for stamp in stamps if stamp), default=None)
    if not folder or built is None:
        return ()
    newer = sum(1 for s in (stamp_of(tree.root / path) for path in pages) if s and s[0] > built)
    if not newer:
        return ()
    what = "1 page is" if newer == 1 else f"{newer} pages are"
    return (f"{what} newer than the site in “{folder}”: build it again to be sure",)


def answer_of(resolver: Resolver, path: str, link: WrittenLink) -> LinkAnswer:
    """What the resolver says of a link that stands on a page."""
    found = resolver.resolve(link.url, path)
    return LinkAnswer(
        path, link.line, link.column, link.url, found.verdict, found.target, found.why
    )


def written_links(source: Source) -> Iterator[WrittenLink]:
    """The links of a page, in order of place."""
    from jdlint.parse.link_walk import links_of

    for link in links_of(source):
        if link.kind in KINDS:
            line, column = source.position(link.start)
            # ``<a@b.example>`` is written without its scheme
            mail = link.kind == "email" and not link.url.lower().startswith("mailto:")
            yield WrittenLink(line, column, f"mailto:{link.url}" if mail else link.url)


def _links(texts: ReadOnce, cache: LinkCache, path: str) -> Iterator[WrittenLink]:
    stamp = stamp_of(os.path.join(texts.tree.root, path))
    rows = cache.links(path, stamp)
    if rows is None:
        source = Source(path, texts.read(path) or "")
        rows = [tuple(link) for link in written_links(source)]
        cache.add(path, stamp, rows)
    return map(WrittenLink._make, rows)


def _pages(request: LinkRequest, tree: DiskTree) -> Iterator[str]:
    """The Markdown files that the paths name, as paths from the root, in order."""
    base = os.path.join(os.path.abspath(request.root), "")
    for given in request.paths:
        name = os.path.abspath(given).removeprefix(base.rstrip(os.sep)).replace(os.sep, "/")
        inner = name.strip("/")
        if not given.is_dir():
            yield inner
        elif not inner:
            yield from filter(files.is_markdown, tree.paths)
        else:
            start = inner + "/"
            yield from (
                path for path in tree.paths if path.startswith(start) and files.is_markdown(path)
            )
