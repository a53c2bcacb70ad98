"""MkDocs: ``docs/a/b.md`` builds ``/a/b/``; pages link to each other's sources.

Sources: MkDocs' pages “Configuration”, “Writing your docs”; Python-Markdown's “Table of Contents”
and “Extensions”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.site.build.data import dig, mapping
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
from jdlint.site.build.templating.expansion import Expansion
from jdlint.site.build.templating.liquid import expand_liquid
from jdlint.site.redirects.rules import Redirect
from jdlint.site.urls import file_join, folder

_MAKERS = (
    "gen-files",
    "blog",
    "monorepo",
    "multirepo",
    "mkdocs-jupyter",
    "i18n",
    "mike",
    "tags",
    "api-autonav",
    "awesome-nav",
)
_SNIPPET = re.compile(r"(?m)^[ \t]*-{1,}8<-{1,}(?:[ \t].*)?$")


def find(files: Files, settings: SiteSettings) -> list[Project]:
    found = []
    for path in files.named("mkdocs.yml", "mkdocs.yaml"):
        data = mapping(files.tree.read(path), path)
        at = path.rpartition("/")[0]
        docs = join(at, str(data.get("docs_dir") or "docs"))
        if docs in files.folders:
            found.append(_project(at, data, docs))
    if not found and settings.generator == "mkdocs":
        return [
            _project("", {}, root, prefix)
            for root, prefix in (settings.roots or {"docs": "/"}).items()
        ]
    return found[:20]


def _project(at: str, data: Mapping[str, Any], docs: str, prefix: str = "/") -> Project:
    url = data.get("site_url") if isinstance(data.get("site_url"), str) else None
    plugins = _names(data.get("plugins"))
    extensions = _names(data.get("markdown_extensions"))
    toc = extensions.get("toc") or {}
    maker = next((name for name in plugins if name.rpartition("/")[2] in _MAKERS), "")
    slugify = toc.get("slugify", False) if isinstance(toc, dict) else False
    return Project(
        "mkdocs",
        at,
        (Source(docs, prefix),),
        ("python-markdown" if slugify is False else "unknown",),
        base=re.sub(r"^\w+://[^/]*", "", url or "").rstrip("/"),
        url=url,
        static=(Source(docs, prefix),),
        layouts=(join(at, str(dig(data, "theme", "custom_dir") or "overrides")),),
        file_links=True,
        known=bool(data),
        makes_more=f"the plugin “{maker}” makes pages" if maker else "",
        options={
            "data": data,
            "plugins": plugins,
            "separator": str(toc.get("separator", "-")) if isinstance(toc, dict) else "-",
            "extensions": frozenset(
                name.rpartition("markdown.extensions.")[2] for name in extensions
            ),
        },
    )


def _names(value: Any) -> dict[str, Any]:
    """Plugins and extensions as MkDocs lists them: names, or mappings of a name to its options."""
    found: dict[str, Any] = {}
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            found[item] = {}
        elif isinstance(item, dict):
            found.update({str(name): options for name, options in item.items()})
    return found


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    for docs, prefix in project.sources:
        base = f"{project.base}/{prefix.strip('/')}".rstrip("/")
        for path in files.under(docs):
            inner = path[len(docs) + 1 :] if docs else path
            if not MARKDOWN.search(path) or any(part.startswith(".") for part in inner.split("/")):
                continue
            where, _, name = MARKDOWN.sub("", inner).rpartition("/")
            if inner.startswith("templates/"):
                continue
            if name == "README" and join(folder(path), "index.md") in files.set:
                continue
            parts = [where, "" if name in ("index", "README") else name]
            stem = "/".join(part for part in parts if part)
            yield SourcePage(path, f"{base}/{stem}/" if stem else f"{base}/")


def redirects(project: Project, _files: Files) -> Iterator[Redirect]:
    """``redirect_maps`` of the plugin mkdocs-redirects: old source -> new source or URL."""
    table = dig(project.options["plugins"].get("redirects"), "redirect_maps")
    for old, new in table.items() if isinstance(table, dict) else ():
        target = str(new) if "://" in str(new) else _built(project, str(new))
        yield Redirect(
            "page", _built(project, str(old)), target, join(project.folder, "mkdocs.yml")
        )


def _built(project: Project, source: str) -> str:
    path, mark, fragment = source.partition("#")
    stem = re.sub(r"(?:^|/)(?:index|README)$", "", MARKDOWN.sub("", path))
    return f"{project.base}/{stem}/".replace("//", "/") + mark + fragment


def expand(expansion: Expansion, body: str, path: str, project: Project) -> str:
    if _SNIPPET.search(body) and any("snippets" in name for name in project.options["extensions"]):
        expansion.doubt("a snippet brings text from elsewhere")
    if "macros" in project.options["plugins"]:
        return expand_liquid(expansion, body, path)
    return body


def source_link(built: BuiltPages, _project: Project, url: str, from_path: str) -> str | None:
    """A relative link to a Markdown file becomes the link to its page."""
    if not MARKDOWN.search(url) or url.startswith("/") or "{" in url:
        return None
    file = file_join(folder(from_path), url)
    entry = built.by_path.get(file or "")
    return entry.page.url if entry else None


GENERATOR = Generator(
    "mkdocs",
    find,
    pages,
    redirects=redirects,
    expand=expand,
    source_link=source_link,
)
