"""Folders of Markdown without a generator, as GitHub and GitLab show them: a page's URL is its path.

Source: GitHub's “About READMEs” on relative links and section links.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jdlint.site.generators.base import MARKDOWN, Files, Project, SourcePage
from jdlint.site.settings import SiteSettings
from jdlint.site.urls import file_join, folder

if TYPE_CHECKING:
    from jdlint.site.model import SiteModel


def find(_files: Files, settings: SiteSettings) -> list[Project]:
    roots = tuple(settings.roots.items()) or (("", "/"),)
    return [Project("plain", "", roots, ("github",), static=roots, file_links=True)]


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    for root, prefix in project.sources:
        skip = len(root) + 1 if root else 0
        for path in files.under(root):
            if MARKDOWN.search(path):
                yield SourcePage(path, _url(prefix, MARKDOWN.sub("", path[skip:])))


def _url(prefix: str, stem: str) -> str:
    """``a/b`` is ``/a/b``; an index or a readme stands for its folder."""
    folder, _, name = stem.rpartition("/")
    path = f"/{prefix.strip('/')}/{folder if name.lower() in ('index', 'readme', '_index') else stem}/"
    while "//" in path:
        path = path.replace("//", "/")
    return path


def source_link(model: SiteModel, _project: Project, url: str, from_path: str) -> str | None:
    """A relative link names a file, as a file viewer shows it."""
    if not MARKDOWN.search(url) or url.startswith("/"):
        return None
    entry = model.pages.by_path.get(file_join(folder(from_path), url) or "")
    return entry[0].url if entry else None
