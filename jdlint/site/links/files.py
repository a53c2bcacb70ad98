"""Links to files: served as they are, or sources of pages."""

from __future__ import annotations

from jdlint.site.build.generators import generator
from jdlint.site.build.generators.base import MARKDOWN, Project, Source
from jdlint.site.links.model import SiteModel


def static_file(model: SiteModel, page: str) -> str | None:
    """The file that is served at a URL path as it is: an asset, a download."""
    for project in model.pages.projects:
        for source in (*project.static, *project.sources):
            file = _under(project, source, page)
            if file is not None and file in model.files.set and _copied(model, project, file):
                return file
    return None


def _copied(model: SiteModel, project: Project, file: str) -> bool:
    """Whether a file is served as it is: a source that becomes a page is not."""
    if not MARKDOWN.search(file):
        return True
    return generator(project.generator).copies_markdown and file not in model.pages.by_path


def _under(project: Project, source: Source, page: str) -> str | None:
    start = f"{project.base}/{source.url.strip('/')}".rstrip("/") + "/"
    if not page.startswith(start):
        return None
    inner = page[len(start) :].strip("/")
    return f"{source.folder}/{inner}" if source.folder and inner else inner or None


def source_link(model: SiteModel, url: str, from_path: str) -> str | None:
    """The URL path behind a link to a source file, or behind a generator's own way to write one;
    ``None`` where the link is nothing of the kind."""
    entry = model.pages.by_path.get(from_path)
    for project in [entry.project] if entry else model.pages.projects:
        found = generator(project.generator).source_link(model.pages, project, url, from_path)
        if found is not None:
            return found
    return None
