"""Hugo: ``content/posts/a.md`` builds ``/posts/a/``.

Sources: Hugo's pages “Page bundles”, “URL management”, “Front matter”, “Content organization”,
“Multilingual mode”, “Configure markup” and “Shortcodes”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.site.build.data import dig, mapping
from jdlint.site.build.front_matter import front_data, strings
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
from jdlint.site.build.templating.shortcodes import expand_hugo
from jdlint.site.urls import folder

CONFIGS = tuple(
    f"{name}.{end}" for name in ("hugo", "config") for end in ("toml", "yaml", "yml", "json")
)
_KEYS = re.compile(
    r"(?mi)^\s*[\"']?(?:slug|url|aliases|draft|headless|build|_build|title|date|render)[\"']?\s*[:=]"
)
_FAMILIES = {
    "github": "goldmark",
    "github-ascii": "goldmark-ascii",
    "blackfriday": "goldmark-blackfriday",
}
_DROPPED = re.compile(r"[^\w./\\+~%#\s-]")
_REF = re.compile(
    r"\{\{[<%]\s*(?:rel)?ref\s+(?:path\s*=\s*)?[\"']?([^\s\"'>%]+)[\"']?[^>%]*[>%]\}\}"
)


def find(files: Files, settings: SiteSettings) -> list[Project]:
    found = []
    for path in files.named(*CONFIGS):
        data = mapping(files.tree.read(path), path)
        at = path.rpartition("/")[0]
        if at.endswith(("config/_default", "config")):
            at = at.removesuffix("/_default").rpartition("config")[0].rstrip("/")
        content = str(dig(data, "contentdir") or "content")
        named = path.rpartition("/")[2].startswith("hugo.")
        if (
            not (named or "baseurl" in {str(name).lower() for name in data})
            or join(at, content) not in files.folders
        ):
            continue
        found.append(_project(files, at, data, join(at, content)))
    if not found and settings.generator == "hugo":
        roots = settings.roots or {"content": "/"}
        return [_project(files, "", {}, root, prefix) for root, prefix in roots.items()]
    return found[:20]


def _project(
    files: Files, at: str, data: Mapping[str, Any], content: str, prefix: str = "/"
) -> Project:
    url = dig(data, "baseurl")
    url = url if isinstance(url, str) else ""
    kind = str(dig(data, "markup", "goldmark", "parser", "autoHeadingIDType") or "github")
    hook = files.first(
        at, "layouts/_default/_markup/render-heading.html", "layouts/_markup/render-heading.html"
    )
    ids = files.tree.read(hook) if hook else "Anchor"
    mounts = dig(data, "module", "mounts")
    return Project(
        "hugo",
        at,
        (Source(content, prefix),),
        (_FAMILIES.get(kind, "unknown") if ids and "Anchor" in ids else "unknown",),
        base=re.sub(r"^\w+://[^/]*", "", url).rstrip("/"),
        url=url if "://" in url else None,
        static=(
            Source(join(at, str(dig(data, "staticdir") or "static")), "/"),
            Source(join(at, "assets"), "/"),
        ),
        layouts=(join(at, "layouts"), join(at, "themes")),
        known=bool(data),
        makes_more="the configuration mounts other folders" if mounts else "",
        options={
            "data": data,
            "auto_ids": dig(data, "markup", "goldmark", "parser", "autoHeadingID") is not False,
        },
    )


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    data = project.options.get("data", {})
    languages = dig(data, "languages")
    names = {str(name).lower() for name in languages} if isinstance(languages, dict) else set()
    default = str(dig(data, "defaultcontentlanguage") or "en").lower()
    subdir = bool(dig(data, "defaultcontentlanguageinsubdir"))
    for content, prefix in _contents(project, data):
        bundles = {folder(path) for path in files.under(content) if _stem(path) == "index"}
        for path in files.under(content):
            if not MARKDOWN.search(path) and not path.endswith(".html"):
                continue
            page = _page(project, files, path, content, names | {default}, bundles)
            if page is None:
                continue
            language, url = page.url.split(":", 1)
            start = f"/{language}" if language and (language != default or subdir) else ""
            whole = f"{project.base}/{prefix.strip('/')}".rstrip("/") + start + url
            aliases = [_alias(project.base + start, alias, url) for alias in page.aliases]
            yield SourcePage(path, whole, tuple(aliases), page.draft)


def _contents(project: Project, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The content folders: one, or one for each language."""
    languages = dig(data, "languages")
    seen = False
    for name, options in languages.items() if isinstance(languages, dict) else ():
        own = dig(options, "contentdir")
        if isinstance(own, str):
            default = str(dig(data, "defaultcontentlanguage") or "en")
            plain = name == default and not dig(data, "defaultcontentlanguageinsubdir")
            seen = seen or join(project.folder, own) == project.sources[0].folder
            yield join(project.folder, own), "/" if plain else f"/{name}"
    if not seen:
        yield from project.sources


def _alias(base: str, alias: str, url: str) -> str:
    """An alias without a leading slash stands beside the page."""
    return base + (
        alias if alias.startswith("/") else url.rstrip("/").rpartition("/")[0] + "/" + alias
    )


def _stem(path: str) -> str:
    name = path.rpartition("/")[2]
    return MARKDOWN.sub("", name).removesuffix(".html").partition(".")[0]


def _page(
    project: Project, files: Files, path: str, content: str, languages: set[str], bundles: set[str]
) -> SourcePage | None:
    """The page with its language before the URL (``fr:/a/``); ``None`` for a file that builds
    none."""
    inner = path[len(content) + 1 :]
    where, _, name = inner.rpartition("/")
    stem = MARKDOWN.sub("", name).removesuffix(".html")
    plain, _, language = stem.rpartition(".")
    stem, language = (
        (plain, language.lower()) if plain and language.lower() in languages else (stem, "")
    )
    here = folder(path)
    above = any(here == bundle or here.startswith(bundle + "/") for bundle in bundles)
    if above and not (here in bundles and stem == "index"):
        return None
    front = front_data(files.tree.read(path) or "", _KEYS)
    if front.get("headless") is True or dig(front, "build", "render") in ("never", False, "link"):
        return None
    url = _url(project, where, stem, front)
    if url is None:
        return None
    return SourcePage(
        path, f"{language}:{url}", strings(front.get("aliases")), front.get("draft") is True
    )


def _url(project: Project, where: str, stem: str, front: Mapping[str, Any]) -> str | None:
    own = front.get("url")
    if isinstance(own, str):
        return (
            "/"
            + own.strip("/")
            + ("/" if own.endswith("/") or "." not in own.rpartition("/")[2] else "")
        )
    section = stem == "_index"
    if stem == "index":
        where, _, stem = where.rpartition("/")
    slug = front.get("slug")
    template = _template(project, where.partition("/")[0]) if not section else None
    if template:
        return _permalink(template, where, stem, front)
    last = "" if section else str(slug) if isinstance(slug, str) and slug else stem
    return _clean("/".join(part for part in (where, last) if part))


def _clean(path: str) -> str:
    """Lower case, spaces as hyphens, and only the characters that Hugo keeps."""
    kept = re.sub(r"\s+", "-", _DROPPED.sub("", path.strip())).lower()
    return f"/{kept}/" if kept else "/"


def _template(project: Project, section: str) -> str | None:
    table = dig(project.options.get("data"), "permalinks")
    if not isinstance(table, dict):
        return None
    page = table.get("page")
    value = page.get(section) if isinstance(page, dict) else table.get(section)
    return value if isinstance(value, str) else None


def _permalink(template: str, where: str, stem: str, front: Mapping[str, Any]) -> str | None:
    slug, title = front.get("slug"), front.get("title")
    date = re.match(r"(\d{4})-(\d{2})-(\d{2})", str(front.get("date") or ""))
    parts = where.split("/")
    tokens = {
        "section": parts[0],
        "sections": where,
        "filename": stem,
        "contentbasename": stem,
        "slug": str(slug or title or stem),
        "title": str(title or stem),
        "slugorfilename": str(slug or stem),
        "slugorcontentbasename": str(slug or stem),
    }
    if date:
        tokens.update(year=date[1], month=date[2], day=date[3])
    names = re.findall(r":(\w+)", template)
    if any(name not in tokens for name in names):
        return None
    return _clean(re.sub(r":(\w+)", lambda match: tokens[match[1]], template).strip("/"))


def makes(project: Project, page: str, _files: Files) -> str:
    """Why Hugo may build a page without a source: its taxonomies, its pagination, its feeds."""
    taxonomies = dig(project.options.get("data"), "taxonomies")
    names = list(taxonomies.values()) if isinstance(taxonomies, dict) else ["tags", "categories"]
    inner = page.removeprefix(project.base).strip("/")
    if inner.partition("/")[0] in names:
        return f"Hugo builds the pages of “{inner.partition('/')[0]}” from the front matter"
    return "Hugo builds pages of lists by itself" if re.search(r"(?:^|/)page/\d+$", inner) else ""


def find_partial(files: Files, project: Project, name: str, _path: str) -> str | None:
    if not name.startswith("shortcodes/"):
        return None
    own = files.first(project.folder, "layouts/" + name, "layouts/_" + name)
    return own or next(
        (
            found
            for found in files.under(join(project.folder, "themes"))
            if found.endswith("/" + name)
        ),
        None,
    )


def expand(expansion: Expansion, body: str, path: str, _project: Project) -> str:
    return expand_hugo(expansion, body, path)


def source_link(built: BuiltPages, project: Project, url: str, from_path: str) -> str | None:
    """``{{< ref "a.md#b" >}}``: a path from the content folder or from here, or the only file of
    this name."""
    match = _REF.search(url)
    if not match:
        return None
    target, mark, fragment = match[1].partition("#")
    rest = url[match.end() :] or mark + fragment
    if not target:
        return rest
    for place in (folder(from_path), *(content for content, _ in project.sources)):
        whole = join(place, target)
        for path in (whole, whole + ".md", whole + "/_index.md", whole + "/index.md"):
            if entry := built.by_path.get(path):
                return entry.page.url + rest
    ends = ("/" + target.strip("/"), "/" + target.strip("/") + ".md")
    same = [page.url for path, (page, _) in built.by_path.items() if path.endswith(ends)]
    return same[0] + rest if len(same) == 1 else None


GENERATOR = Generator(
    "hugo",
    find,
    pages,
    makes=makes,
    find_partial=find_partial,
    expand=expand,
    source_link=source_link,
)
