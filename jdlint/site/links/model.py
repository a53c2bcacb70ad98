"""What is known of a site: its pages, redirects and addresses, from the source tree as the site's
generator would build it.

Built in no time: the list of pages is made at the first question, a page is read when a link asks
for its ids.
"""

from __future__ import annotations

from jdlint.core.light import Any
from jdlint.core.memory import Kept
from jdlint.core.patterns.glob import PathPattern, glob_pattern
from jdlint.core.tools import cached_property
from jdlint.site.build.generators import generator
from jdlint.site.build.generators.base import Files
from jdlint.site.build.kept import OfFiles
from jdlint.site.build.pages import Pages
from jdlint.site.build.settings import SiteSettings
from jdlint.site.build.tree import Tree
from jdlint.site.links.built import BuiltSite
from jdlint.site.links.completeness import Evidence
from jdlint.site.links.moved_anchors import Elsewhere
from jdlint.site.links.near_pages import NearPages
from jdlint.site.links.own_url import own_urls
from jdlint.site.redirects.files import NAMES, read_redirects
from jdlint.site.redirects.rules import Redirect, Redirects, collect
from jdlint.site.urls import decoded, key, split


class SiteModel:
    """The pages of a tree, their ids, the redirects and the addresses of the site."""

    def __init__(
        self, tree: Tree, settings: SiteSettings | None = None, kept: Kept | None = None
    ) -> None:
        self.settings = settings or SiteSettings()
        self.files = Files(tree)
        self.pages = Pages(self.files, self.settings, kept)

    def elsewhere(self, fragment: str, not_in: str = "") -> tuple[str, ...]:
        """URLs (with the fragment) of other pages that have this id: few enough to say something,
        else none."""
        return self._elsewhere.find(fragment, not_in)

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences about the site as a whole that a run should pass on."""
        if self.settings.built and self.built_site is None:
            return (f"there is no site in “{self.settings.built}”; the sources were asked instead",)
        return ()

    @cached_property
    def redirects(self) -> Redirects:
        """The rules of the configured files, those of files with a usual name, and what pages ask
        for themselves."""
        paths = [*self.settings.redirects]
        for name in NAMES:
            ends = f"/{name}"
            paths += [path for path in self.files.paths if f"/{path}".endswith(ends)]
        kept = OfFiles(self.pages.kept, "redirects")
        rules = [
            Redirect._make(row)
            for path in dict.fromkeys(paths)
            for row in kept.row(path, self._rules)
        ]
        for project in self.pages.projects:
            rules += generator(project.generator).redirects(project, self.files)
        return collect([*rules, *self.pages.aliases], self.hosts)

    def _rules(self, path: str) -> tuple[tuple[Any, ...], ...]:
        """The redirects of a file, plain."""
        return tuple(map(tuple, read_redirects(self.files.tree, path)))

    @cached_property
    def urls(self) -> tuple[str, ...]:
        """The site's own addresses, the surest first; empty where the tree does not tell."""
        return own_urls(self.files, self.pages.projects, self.settings)

    @cached_property
    def hosts(self) -> frozenset[str]:
        """The hosts of the site: what its addresses name, with and without ``www.``."""
        names = {split(url).host.removeprefix("www.") for url in self.urls}
        return frozenset(names | {"www." + name for name in names})

    @cached_property
    def own_pages(self) -> dict[str, tuple[str, ...] | None]:
        """Pages that the settings declare, by key."""
        return {key(decoded(split(url).path)): ids for url, ids in self.settings.pages.items()}

    @cached_property
    def built_site(self) -> BuiltSite | None:
        """The build that the settings name, where it is there."""
        if not self.settings.built:
            return None
        bases = [project.base for project in self.pages.projects]
        site = BuiltSite(self.files.tree, self.settings.built, bases)
        return site if site.there else None

    def is_elsewhere(self, page: str) -> bool:
        """Whether the settings say that something else builds a URL path."""
        return self._patterns is not None and bool(self._patterns.match(page.strip("/")))

    @cached_property
    def _patterns(self) -> PathPattern | None:
        return glob_pattern(self.settings.elsewhere)

    @cached_property
    def evidence(self) -> Evidence:
        """How complete the tree is, by its own links."""
        return Evidence(self.pages, self.hosts)

    @cached_property
    def near_pages(self) -> NearPages:
        """What somebody may have meant who names a page that is not there."""
        return NearPages(self.pages.built)

    @cached_property
    def _elsewhere(self) -> Elsewhere:
        return Elsewhere(self.pages)
