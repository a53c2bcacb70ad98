"""Docusaurus: docs, blog and pages; ``docs/01-team/values.md`` builds ``/docs/team/values``.

Sources: Docusaurus' pages “Create a doc”, “Docs plugin”, “Blog”, “Pages”, “Markdown links”, “Table
of contents”, “Client redirects plugin”. The configuration is a program: only what it writes down
plainly is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.site.build.anchors.slugs import github
from jdlint.site.build.data import dig, mapping
from jdlint.site.build.front_matter import front_data, keys
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
from jdlint.site.build.generators.docusaurus_plugins import makes_pages
from jdlint.site.build.generators.javascript import plain, section, value
from jdlint.site.build.settings import SiteSettings
from jdlint.site.build.templating.expansion import Expansion
from jdlint.site.build.templating.jsx import expand_mdx
from jdlint.site.redirects.rules import Redirect
from jdlint.site.urls import file_join, folder
from jdlint.site.urls import join as url_join

_CONFIGS = tuple(f"docusaurus.config.{end}" for end in ("js", "ts", "mjs", "cjs"))
_KEYS = keys("slug", "id", "draft", "unlisted", "date", "title")
_CATEGORY = re.late(r"(?:^|/)_category_\.(?:json|ya?ml)$")
_SIDEBAR = re.late(r"(?:^|/)sidebars?[\w.-]*\.(?:js|ts|cjs|mjs)$")
_GENERATED = re.late(r"\{[^{}]{0,2000}['\"]generated-index['\"][^{}]*\}")
_NUMBER = re.late(r"^\d+\s*[-_.]+\s*(?=[^-_.\s])")
_VERSION_LIKE = re.late(r"^\d{2,4}-\d{2}(?:-\d{2})?|^\d+[-_.]\d+")
_DATE = re.late(r"^(?P<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?P<name>.*?)(?:/index)?$")
_REDIRECT = re.late(
    r"\{\s*(?:from\s*:\s*(?P<from>\[[^\]]*\]|['\"][^'\"]*['\"])\s*,\s*to\s*:\s*['\"](?P<to>[^'\"]*)"
    r"['\"]"
    r"|to\s*:\s*['\"](?P<to2>[^'\"]*)['\"]\s*,\s*from\s*:\s*(?P<from2>\[[^\]]*\]|['\"][^'\"]*['\"])"
    r")"
)
_QUOTED = re.late(r"['\"]([^'\"]+)['\"]")


def find(files: Files, settings: SiteSettings) -> list[Project]:
    found = []
    for path in files.named(*_CONFIGS):
        text = plain(files.tree.read(path))
        if "node_modules/" not in path:
            found.append(_project(files, path, text))
    if not found and settings.generator == "docusaurus":
        return [
            _made(
                "",
                tuple(Source(*item) for item in (settings.roots or {"docs": "/docs"}).items()),
                "",
                None,
                "",
                {},
                known=False,
            )
        ]
    return found[:20]


def _project(files: Files, path: str, text: str) -> Project:
    at = path.rpartition("/")[0]
    docs = section(text, "docs")
    sources = [Source(join(at, value(docs, "path") or "docs"), "/" + (_route(docs, "docs")))]
    for plugin in re.split(r"plugin-content-docs['\"]", text)[1:]:
        piece = plugin[:800]
        if own := value(piece, "path"):
            sources.append(Source(join(at, own), "/" + _route(piece, "docs")))
    blog = section(text, "blog")
    has_blog = not re.search(r"\bblog['\"]?\s*:\s*false", text)
    blogs = (
        (Source(join(at, value(blog, "path") or "blog"), "/" + _route(blog, "blog")),)
        if has_blog
        else ()
    )
    base = (value(text, "baseUrl") or "/").strip("/")
    versions = any(name.startswith(join(at, "versioned_docs") + "/") for name in files.paths)
    more = makes_pages(files, path, text)
    more = "older versions of the docs have pages of their own" if versions else more
    slash = re.search(r"\btrailingSlash\s*:\s*(true|false)", text)
    options = {"text": text, "blogs": blogs, "config": path, "slash": slash[1] if slash else ""}
    return _made(at, tuple(sources), base, value(text, "url"), more, options, known=bool(text))


def _made(
    at: str,
    sources: tuple[Source, ...],
    base: str,
    url: str | None,
    more: str,
    options: Mapping[str, Any],
    *,
    known: bool,
) -> Project:
    blogs: tuple[Source, ...] = options.get("blogs", ())
    return Project(
        "docusaurus",
        at,
        (*sources, *blogs, Source(join(at, "src/pages"), "/")),
        ("docusaurus",),
        base=f"/{base}" if base else "",
        url=url,
        static=(Source(join(at, "static"), "/"),),
        layouts=(join(at, "src/theme"), join(at, "src/components")),
        file_links=True,
        known=known,
        makes_more=more,
        options=options,
    )


def _route(text: str, default: str) -> str:
    route = value(text, "routeBasePath")
    return (default if route is None else route).strip("/")


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    blogs = project.options.get("blogs", ())
    for source in project.sources:
        root, prefix = source.folder, source.url
        base = f"{project.base}/{prefix.strip('/')}".rstrip("/")
        for path in files.under(root):
            inner = path[len(root) + 1 :]
            if any(part.startswith("_") for part in inner.split("/")):
                continue
            if root.endswith("src/pages"):
                if re.search(r"\.(?:mdx?|jsx?|tsx?)$", path) and not re.search(
                    r"\.(?:test|spec|d)\.", path
                ):
                    stem = re.sub(r"(?:^|/)index$", "", re.sub(r"\.\w+$", "", inner))
                    yield SourcePage(path, _ended(project, f"{base}/{stem}"))
            elif MARKDOWN.search(path):
                front = front_data(files.tree.read(path) or "", _KEYS)
                url = _post(inner, front) if source in blogs else _doc(inner, front)
                if url is not None:
                    yield SourcePage(
                        path, _ended(project, base + url), (), front.get("draft") is True
                    )
        if source in blogs:
            yield SourcePage(join(root, "."), base or "/")
        elif not root.endswith("src/pages"):
            yield from _categories(project, files, source, base)


def _categories(project: Project, files: Files, source: Source, base: str) -> Iterator[SourcePage]:
    """The pages that Docusaurus generates for categories: those of ``_category_.json`` and those
    that a sidebar writes down plainly."""
    for path in files.under(source.folder):
        if _CATEGORY.search(path):
            data = mapping(files.tree.read(path), path)
            if dig(data, "link", "type") == "generated-index":
                folder_ = _plain(folder(path).rpartition("/")[2])
                label = str(data.get("label") or folder_)
                slug = str(dig(data, "link", "slug") or f"/category/{github(label)}")
                yield SourcePage(path, _ended(project, f"{base}/{slug.strip('/')}"))
    for path in files.under(project.folder):
        if _SIDEBAR.search(path) and path.count("/") <= project.folder.count("/") + 1:
            text = plain(files.tree.read(path))
            for match in _GENERATED.finditer(text):
                own = value(match[0], "slug")
                if own:
                    url = _ended(project, f"{base}/{own.strip('/')}")
                    yield SourcePage(f"{path}#{own}", url)


def _ended(project: Project, url: str) -> str:
    """A URL as ``trailingSlash`` wants it; without a say an index ends with a slash and other pages
    do not."""
    slash = project.options.get("slash")
    return (
        url.rstrip("/") + "/"
        if slash == "true"
        else (url.rstrip("/") or "/")
        if slash == "false"
        else url or "/"
    )


def _doc(inner: str, front: Mapping[str, Any]) -> str:
    where, _, name = MARKDOWN.sub("", inner).rpartition("/")
    parts = [_plain(part) for part in where.split("/") if part]
    bare = _plain(name)
    slug = front.get("slug")
    if isinstance(slug, str):
        return slug if slug.startswith("/") else url_join("/" + "/".join([*parts, "x"]), slug)
    index = bare.lower() in ("index", "readme") or (
        bool(parts) and bare.lower() == parts[-1].lower()
    )
    if index and "id" not in front:
        return "".join(f"/{part}" for part in parts) + "/"
    return "/" + "/".join([*parts, str(front.get("id") or bare)])


def _plain(name: str) -> str:
    """A file's or folder's name without the number that orders it."""
    return name if _VERSION_LIKE.match(name) else _NUMBER.sub("", name)


def _post(inner: str, front: Mapping[str, Any]) -> str | None:
    stem = MARKDOWN.sub("", inner)
    slug = front.get("slug")
    if isinstance(slug, str):
        return "/" + slug.strip("/")
    match = _DATE.match(stem)
    if not match:
        return "/" + re.sub(r"/index$", "", stem)
    return "/" + match["date"].replace("-", "/") + "/" + match["name"].strip("/")


def makes(project: Project, page: str, _files: Files) -> str:
    """Why Docusaurus may build a page without a source: lists of the blog, pages of categories."""
    inner = page.removeprefix(project.base).strip("/") + "/"
    for _, prefix in project.options.get("blogs", ()):
        rest = inner.removeprefix(prefix.strip("/") + "/")
        if rest != inner and re.match(r"(?:tags|page|archive|authors|rss\.xml|atom\.xml)\b", rest):
            return "Docusaurus builds the blog's lists by itself"
    if "/category/" in "/" + inner or "/tags/" in "/" + inner or inner == "search/":
        return "Docusaurus builds pages of categories and tags by itself"
    return ""


def redirects(project: Project, _files: Files) -> Iterator[Redirect]:
    """What the client-redirects plugin's configuration writes down."""
    text = project.options.get("text", "")
    if "client-redirects" not in text:
        return
    for match in _REDIRECT.finditer(text):
        target = match["to"] or match["to2"] or ""
        for source in _QUOTED.findall(match["from"] or match["from2"] or ""):
            whole = target if "://" in target else project.base + target
            yield Redirect("page", project.base + source, whole, project.options["config"])


def find_partial(files: Files, project: Project, name: str, path: str) -> str | None:
    found = (
        join(project.folder, name.removeprefix("@site/"))
        if name.startswith("@site/")
        else file_join(folder(path), name)
    )
    return found if found is not None and found in files.set else None


def expand(expansion: Expansion, body: str, path: str, _project: Project) -> str:
    return expand_mdx(expansion, body, path)


def source_link(built: BuiltPages, project: Project, url: str, from_path: str) -> str | None:
    """A link to a Markdown file, relative or from a content folder, becomes the link to its page;
    a slash behind does no harm."""
    if "{" in url:
        return None
    url = url.rstrip("/") if MARKDOWN.search(url.rstrip("/")) else url
    if not MARKDOWN.search(url):
        # A link from the root gets the base unless it has it
        inside = url == project.base or url.startswith(project.base + "/")
        return project.base + url if url.startswith("/") and project.base and not inside else None
    places = [folder(from_path), *(source for source, _ in project.sources), project.folder]
    for place in places[1:] if url.startswith("/") else places:
        file = file_join(place, url.removeprefix("@site/"))
        if entry := built.by_path.get(file or ""):
            return entry.page.url
    return None


GENERATOR = Generator(
    "docusaurus",
    find,
    pages,
    makes=makes,
    redirects=redirects,
    find_partial=find_partial,
    expand=expand,
    source_link=source_link,
    partials_are_pages=True,
    serves_beside=True,
)
