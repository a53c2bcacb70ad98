"""The site: what its job pages tell, and which URLs its source tree makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from jdlint.core.light import TYPE_CHECKING, Any, dataclass, field, replace
from jdlint.core.memory import Kept
from jdlint.core.tools import cached_property
from jdlint.site.facts import Facts, page_of
from jdlint.site.stored import ByPath, StoredPages

if TYPE_CHECKING:
    from jdlint.site.align import Alike, Row, Texts
    from jdlint.site.external import External
    from jdlint.site.links.resolver import Resolver
    from jdlint.site.remarks import Remark

__all__ = ["Facts", "Site"]


@dataclass(frozen=True)
class Site:
    """The job pages of a site, in order of path; ``resolver`` answers where a link leads (None:
    nothing is known).

    ``answers`` are those of the web on links that leave the site, by URL as written; empty where it
    was not asked. ``remarks`` are those of a grammar engine on the texts of blocks, by text; empty
    where none was asked. ``asked`` are the pages on which findings are wanted (None: all).
    """

    pages: Sequence[Facts] = ()
    url: str = ""
    resolver: Resolver | None = field(default=None, compare=False)
    settings: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[str, External] = field(default_factory=dict)
    remarks: Mapping[str, Sequence[Remark]] = field(default_factory=dict)
    asked: Set[str] | None = None
    kept: Kept | None = field(default=None, compare=False, repr=False)

    def wants(self, path: str) -> bool:
        """Whether anybody asks for findings on a page; checks may spare themselves others."""
        return self.asked is None or path in self.asked

    @cached_property
    def asked_pages(self) -> frozenset[int]:
        """The indices of the pages on which findings are wanted."""
        return frozenset(n for n, facts in enumerate(self.pages) if self.wants(facts.path))

    def holds(self, row: Row) -> bool:
        """Whether a text stands on a page on which findings are wanted."""
        asked = self.asked_pages
        return len(asked) == len(self.pages) or any(page_of(use) in asked for use in row.uses)

    @cached_property
    def own_host(self) -> str:
        """The site's own host, empty where nothing tells it."""
        from jdlint.site.links.targets import own_host

        return own_host(self)

    @cached_property
    def by_path(self) -> Mapping[str, Facts]:
        stored = self.pages if isinstance(self.pages, StoredPages) else None
        return ByPath(stored) if stored else {facts.path: facts for facts in self.pages}

    @cached_property
    def by_language(self) -> Mapping[str, Site]:
        """The site as the pages of each language make it, by code: itself where there is one."""
        codes = sorted({facts.language for facts in self.pages})
        if len(codes) < 2:
            return dict.fromkeys(codes, self)
        return {code: replace(self, pages=self._pages_in(code)) for code in codes}

    def _pages_in(self, code: str) -> Sequence[Facts]:
        if isinstance(self.pages, StoredPages):
            return self.pages.where(lambda facts: facts.language == code)
        return tuple(facts for facts in self.pages if facts.language == code)

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """The language of each page that is not in English, by its path."""
        return {facts.path: facts.language for facts in self.pages if facts.language != "en"}

    @cached_property
    def texts(self) -> Texts:
        """The distinct items and paragraphs of all pages, and where each stands."""
        from jdlint.site.align import texts_of

        return texts_of(self.pages, self.kept)

    @cached_property
    def alike(self) -> Alike:
        """Which of the distinct texts are variants of which: aligned once for all checks."""
        from jdlint.site.align import Alike

        return Alike(self.texts)
