"""Links that name a source instead of a URL, as some generators allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdlint.site.build.pages import generator

if TYPE_CHECKING:
    from jdlint.site.links.model import SiteModel


def source_link(model: SiteModel, url: str, from_path: str) -> str | None:
    """The URL path behind a link to a source file, or behind a generator's own way to write one;
    ``None`` where the link is nothing of the kind."""
    entry = model.pages.by_path.get(from_path)
    projects = [entry[1]] if entry else model.pages.projects
    for project in projects:
        own = getattr(generator(project.generator), "source_link", None)
        found: str | None = own(model, project, url, from_path) if own else None
        if found is not None:
            return found
    return None
