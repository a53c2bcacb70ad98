"""The site model: asked where a link leads, it answers from the source tree as the site's generator
would.

Built in no time: the list of pages is made at the first question, a page is read when a link asks
for its ids.
"""

from __future__ import annotations

from functools import cached_property

from jdlint.site.build.generators.base import Files
from jdlint.site.build.pages import Pages, generator
from jdlint.site.build.settings import SiteSettings
from jdlint.site.build.tree import Tree
from jdlint.site.links.answer import Answer, PageIds
from jdlint.site.links.completeness import Evidence
from jdlint.site.links.moved_anchors import Elsewhere
from jdlint.site.links.own_url import own_urls
from jdlint.site.links.resolve import resolve
from jdlint.site.redirects.files import NAMES, read_redirects
from jdlint.site.redirects.rules import Redirects, collect
from jdlint.site.urls import decoded, key, split


class SiteModel:
    """``resolve`` says where a link leads, ``url_of`` where a source is built, ``same_key`` which
    links are one."""

    def __init__(self, tree: Tree, settings: SiteSettings | None = None) -> None:
        self.settings = settings or SiteSettings()
        self.files = Files(tree)
        self.pages = Pages(self.files, self.settings)
        self._answers: dict[tuple[str, str], Answer] = {}

    def resolve(self, url: str, from_path: str) -> Answer:
        """Where a link (its URL as written) leads from the page in the file ``from_path``; never
        raises."""
        # A link with a host means the same on every page
        base = "" if "://" in url[:12] else from_path
        known = self._answers.get((url, base))
        if known is None:
            known = self._answers[url, base] = resolve(self, url, from_path)
        return known

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences about the site as a whole that a run should pass on."""
        return ()

    def url_of(self, path: str) -> str | None:
        """The URL path that a source builds; ``None`` where it is no page."""
        entry = self.pages.by_path.get(path)
        return entry[0].url if entry else None

    def ids(self, path: str) -> PageIds:
        """The ids of the page that a source builds."""
        return self.pages.ids(path)

    def elsewhere(self, fragment: str, not_in: str = "") -> tuple[str, ...]:
        """URLs (with the fragment) of other pages that have this id: few enough to say something,
        else none."""
        return self._elsewhere.find(fragment, not_in)

    def same_key(self, url: str, from_path: str) -> str | None:
        """One key for the ways to write a target: absolute or not, with or without a trailing slash
        or ``index.html``.

        ``None`` for a link that is no page of the site.
        """
        answer = self.resolve(url, from_path)
        if not answer.page:
            return None
        return key(answer.page) + ("#" + answer.fragment if answer.fragment else "")

    def loose_key(self, url: str, from_path: str) -> str | None:
        """As ``same_key``, but ``/handbook/#values`` and ``/handbook/values`` are one: a slip
        changes the target."""
        same = self.same_key(url, from_path)
        return (
            None if same is None else same.replace("#", "/").replace("//", "/").rstrip("/").lower()
        )

    @cached_property
    def redirects(self) -> Redirects:
        """The rules of the configured files, those of files with a usual name, and what pages ask
        for themselves."""
        paths = [*self.settings.redirects]
        for name in NAMES:
            paths += [
                path for path in self.files.paths if path == name or path.endswith("/" + name)
            ]
        rules = [
            rule for path in dict.fromkeys(paths) for rule in read_redirects(self.files.tree, path)
        ]
        for project in self.pages.projects:
            more = getattr(generator(project.generator), "redirects", None)
            rules += more(project, self.files) if more else []
        return collect([*rules, *self.pages.aliases])

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
    def evidence(self) -> Evidence:
        """How complete the tree is, by its own links."""
        return Evidence(self.pages, self.hosts)

    @cached_property
    def _elsewhere(self) -> Elsewhere:
        return Elsewhere(self.pages)
