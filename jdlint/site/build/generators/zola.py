"""Zola: ``content/a/b.md`` builds ``/a/b/``; ``@/a/b.md`` links to a source.

Sources: Zola's pages “Page”, “Section”, “Internal links & deep linking”, “Configuration”,
“Shortcodes”.
"""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.site.build.anchors.slugs import zola as slugify
from jdlint.site.build.data import dig, mapping
from jdlint.site.build.front_matter import front_data, keys, strings
from jdlint.site.build.generators.base import (
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
from jdlint.site.build.templating.shortcodes import expand_zola

_KEYS = keys("slug", "path", "aliases", "draft", "render")
_DATED = re.late(r"^\d{4}-\d{2}-\d{2}(?:T[^-_]*)?[-_](?=.)")


def find(files: Files, settings: SiteSettings) -> list[Project]:
    found = []
    for path in files.named("config.toml", "zola.toml"):
        data = mapping(files.tree.read(path), path)
        at = path.rpartition("/")[0]
        if "base_url" in data and join(at, "content") in files.folders:
            found.append(_project(at, data, join(at, "content")))
    if not found and settings.generator == "zola":
        return [
            _project("", {}, root, prefix)
            for root, prefix in (settings.roots or {"content": "/"}).items()
        ]
    return found[:20]


def _project(at: str, data: dict[str, Any], content: str, prefix: str = "/") -> Project:
    url = data.get("base_url") if isinstance(data.get("base_url"), str) else ""
    anchors = dig(data, "slugify", "anchors") or "on"
    return Project(
        "zola",
        at,
        (Source(content, prefix),),
        ("zola" if anchors == "on" else "unknown",),
        base=re.sub(r"^\w+://[^/]*", "", url or "").rstrip("/"),
        url=url or None,
        static=(Source(join(at, "static"), "/"), Source(content, prefix)),
        layouts=(join(at, "templates"), join(at, "themes")),
        known=bool(data),
        options={"data": data},
    )


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    data = project.options.get("data", {})
    slugged = (dig(data, "slugify", "paths") or "on") == "on"
    languages = (
        set(data.get("languages") or {}) if isinstance(data.get("languages"), dict) else set()
    )
    for content, prefix in project.sources:
        base = f"{project.base}/{prefix.strip('/')}".rstrip("/")
        for path in files.under(content):
            if not path.endswith(".md"):
                continue
            where, _, name = path[len(content) + 1 : -3].rpartition("/")
            stem, _, language = name.rpartition(".")
            stem, language = (stem, language) if stem and language in languages else (name, "")
            front = front_data(files.tree.read(path) or "", _KEYS)
            if front.get("render") is False:
                continue
            start = f"{base}/{language}" if language else base
            url = _url(where, stem, front, slugged)
            aliases = tuple(
                f"{start}/{alias.strip('/')}" for alias in strings(front.get("aliases"))
            )
            yield SourcePage(path, start + url, aliases, front.get("draft") is True)


def _url(where: str, stem: str, front: Any, slugged: bool) -> str:
    own = front.get("path")
    if isinstance(own, str) and stem != "_index":
        return f"/{own.strip('/')}/"
    parts = [part for part in where.split("/") if part]
    if stem == "_index":
        return "/" + "".join(f"{_part(part, slugged)}/" for part in parts)
    if stem == "index" and parts:
        stem = parts.pop()
    slug = front.get("slug")
    last = slug if isinstance(slug, str) else _DATED.sub("", stem)
    return "/" + "".join(f"{_part(part, slugged)}/" for part in [*parts, last])


def _part(name: str, slugged: bool) -> str:
    return (slugify(name) or name) if slugged else name


def makes(project: Project, page: str, _files: Files) -> str:
    """Why Zola may build a page without a source: taxonomies and pagination."""
    inner = page.removeprefix(project.base).strip("/")
    for taxonomy in dig(project.options.get("data"), "taxonomies") or ():
        name = str(dig(taxonomy, "name") or "")
        if name and inner.partition("/")[0] == slugify(name):
            return f"Zola builds the pages of “{name}” from the front matter"
    return "Zola builds pages of lists by itself" if re.search(r"(?:^|/)page/\d+$", inner) else ""


def find_partial(files: Files, project: Project, name: str, _path: str) -> str | None:
    return files.first(
        project.folder, "templates/" + name, "templates/" + re.sub(r"html$", "md", name)
    )


def expand(expansion: Expansion, body: str, path: str, _project: Project) -> str:
    return expand_zola(expansion, body, path)


def source_link(built: BuiltPages, project: Project, url: str, _from_path: str) -> str | None:
    """``@/a/b.md`` is a path from the content folder."""
    if not url.startswith("@/"):
        return None
    target, mark, fragment = url.partition("#")
    entry = built.by_path.get(join(project.sources[0].folder, target[2:]))
    return entry.page.url + mark + fragment if entry else None


GENERATOR = Generator(
    "zola",
    find,
    pages,
    makes=makes,
    find_partial=find_partial,
    expand=expand,
    source_link=source_link,
)
