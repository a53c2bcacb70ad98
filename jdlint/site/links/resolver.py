"""Asked where a link leads, the resolver answers from the source tree as the site's generator
would."""

from __future__ import annotations

from sys import intern

from jdlint.core.memory import Kept
from jdlint.site.build.settings import SiteSettings
from jdlint.site.build.tree import Tree
from jdlint.site.links.answer import Answer
from jdlint.site.links.model import SiteModel
from jdlint.site.links.resolve import resolve


class Resolver:
    """Where links lead in the site of a tree; each question is answered once."""

    def __init__(
        self, tree: Tree, settings: SiteSettings | None = None, kept: Kept | None = None
    ) -> None:
        """``kept``: what earlier runs read out of the files of the tree."""
        self.model = SiteModel(tree, settings, kept)
        self._answers: dict[tuple[str, str], Answer] = {}
        self._same: dict[Answer, Answer] = {}  # many pages link the same: one object for all

    def resolve(self, url: str, from_path: str) -> Answer:
        """Where a link (its URL as written) leads from the page in the file ``from_path``; never
        raises."""
        # A link with a host means the same on every page
        base = "" if "://" in url[:12] else from_path
        known = self._answers.get((url, base))
        if known is None:
            answer = resolve(self.model, url, from_path)
            known = self._same.setdefault(answer, answer)
            self._answers[intern(str(url)), intern(str(base))] = known
        return known

    def elsewhere(self, fragment: str, not_in: str = "") -> tuple[str, ...]:
        """URLs of other pages that have an id."""
        return self.model.elsewhere(fragment, not_in)
