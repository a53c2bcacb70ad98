"""The site: what its job pages tell, and which URLs its source tree makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from jdlint.site.facts import Facts

__all__ = ["Facts", "Site"]


@dataclass(frozen=True)
class Site:
    """The job pages of a site, in order of path; ``model`` answers where a link leads (None: nothing is known)."""

    pages: tuple[Facts, ...] = ()
    url: str = ""
    model: Any = field(default=None, compare=False)
    settings: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def by_path(self) -> Mapping[str, Facts]:
        return {facts.path: facts for facts in self.pages}
