"""A page that is not in the tree: missing, or only not here?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdlint.site.answer import Answer

if TYPE_CHECKING:
    from jdlint.site.model import SiteModel


def absent(model: SiteModel, page: str, fragment: str) -> Answer:
    return Answer("unknown", page, fragment=fragment, reason="the page is not in the tree")
