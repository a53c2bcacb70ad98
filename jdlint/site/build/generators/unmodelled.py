"""Generators that are known by their configuration and not by their rules: what a link names as a
file is found, everything else is unknown.

A generator that is not modelled never makes a good link broken.
"""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.site.build.data import mapping
from jdlint.site.build.generators import UNMODELLED
from jdlint.site.build.generators.base import (
    MARKDOWN,
    BuiltPages,
    Files,
    Generator,
    Project,
    Source,
    SourcePage,
    join,
)
from jdlint.site.build.settings import SiteSettings
from jdlint.site.urls import file_join, folder

_PACKAGES = ("hexo", "vuepress", "docsify", "docsify-cli", "nextra", "@nuxt/content", "gridsome")


def find(files: Files, settings: SiteSettings) -> list[Project]:
    """One project for each folder that a generator of the list configures."""
    marks = list(files.named(*(mark for mark in UNMODELLED if not mark.endswith("/"))))
    marks += [path for path in files.paths if "/.vuepress/" in f"/{path}"]
    found = {path: _place(path) for path in marks}
    for path in files.named("package.json"):
        data = mapping(files.tree.read(path), path)
        needs = {**_table(data, "dependencies"), **_table(data, "devDependencies")}
        name = next((name for name in _PACKAGES if name in needs), "")
        if name:
            found[path] = folder(path)
    for path in files.named("index.html"):
        if "docsify" in (files.tree.read(path) or "")[:20_000]:
            found[path] = folder(path)
    if not found and settings.generator == "unmodelled":
        return [_project("", "the settings")]
    return [_project(at, path) for path, at in list(found.items())[:20]]


def _table(data: dict[str, object], key: str) -> dict[str, object]:
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def _place(path: str) -> str:
    """The folder of the site that a file configures."""
    where = folder(path)
    return folder(where) if where.endswith(".vuepress") else where


def _project(at: str, mark: str) -> Project:
    why = f"how the generator of “{mark}” builds pages is not modelled"
    sources = (Source(at, "/"),)
    return Project(
        "unmodelled",
        at,
        sources,
        ("unknown",),
        static=(Source(join(at, "public"), "/"), Source(join(at, "static"), "/"), *sources),
        makes_more=why,
        options={"why": why},
    )


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    """Files under the URL that most generators would give them; links to them resolve."""
    for source in project.sources:
        for path in files.under(source.folder):
            if MARKDOWN.search(path) and "/node_modules/" not in f"/{path}":
                where, _, name = MARKDOWN.sub("", source.inner(path)).rpartition("/")
                last = "" if name.lower() in ("index", "readme") else name
                yield SourcePage(path, "/" + "/".join(part for part in (where, last) if part))


def makes(project: Project, _page: str, _files: Files) -> str:
    why: str = project.options["why"]
    return why


def rewrites(project: Project, _url: str, _built: bool) -> str:
    why: str = project.options["why"]
    return why


def source_link(built: BuiltPages, _project: Project, url: str, from_path: str) -> str | None:
    """A relative link to a file that is there."""
    if "{" in url or url.startswith("/"):
        return None
    entry = built.by_path.get(file_join(folder(from_path), url) or "")
    return entry.page.url if entry else None


GENERATOR = Generator(
    "unmodelled",
    find,
    pages,
    makes=makes,
    source_link=source_link,
    rewrites=rewrites,
    copies_markdown=True,
)
