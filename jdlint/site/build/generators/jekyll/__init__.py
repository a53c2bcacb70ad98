"""Jekyll: pages, posts and collections by their permalinks.

Sources: Jekyll's pages “Collections”, “Front Matter Defaults”, “Configuration Options”, “Markdown
Options”, “Includes”; the read-me files of jekyll-redirect-from, jekyll-relative-links and
jekyll-optional-front-matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.site.build.data import dig, mapping
from jdlint.site.build.front_matter import day_of, front_data, keys, strings
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
from jdlint.site.build.generators.jekyll.config import collection_of, collections, defaults, skipped
from jdlint.site.build.generators.jekyll.days import makes
from jdlint.site.build.generators.jekyll.urls import (
    HTML,
    document_url,
    page_url,
    post_url,
    stem_of,
    suffix_of,
)
from jdlint.site.build.settings import SiteSettings
from jdlint.site.build.templating.expansion import Expansion
from jdlint.site.build.templating.liquid import expand_liquid
from jdlint.site.redirects.rules import Redirect
from jdlint.site.urls import file_join, folder

_KEYS = keys(
    "permalink",
    "redirect_from",
    "redirect_to",
    "published",
    "slug",
    "category",
    "categories",
    "date",
    "title",
)
_OUTPUT = re.late(
    r"\{\{-?\s*(?:(?P<var>site\.\w+)|(?P<q>['\"])(?P<path>[^'\"]*)(?P=q)\s*\|\s*(?:rela"
    r"tive|absolute)_url)\s*-?\}\}"
)
# jekyll-titles-from-headings takes the first heading off, where it makes the title of it
_FIRST_HEADING = re.late(r"\A\s*+(?:#{1,3}[ \t]++[^\n]*|[^\n]+\n(?:=+|-+)[ \t]*)(?=\n|\Z)")
_LINK = re.late(r"\{%-?\s*(link|post_url)\s+([^\s%{]+)\s*-?%\}")


def find(files: Files, settings: SiteSettings) -> list[Project]:
    found = []
    for path in files.named("_config.yml", "_config.yaml", "_config.toml"):
        data = mapping(files.tree.read(path), path)
        at = path.rpartition("/")[0]
        other = (
            dig(data, "source_dir")
            or files.first(at, "_toc.yml")
            or "/vendor/" in path
            or "node_modules/" in path
        )
        if not other:
            found.append(_project(files, at, data))
    if not found and settings.generator == "jekyll":
        return [
            _project(files, root, {}, prefix)
            for root, prefix in (settings.roots or {"": "/"}).items()
        ]
    return found[:20]


def _project(files: Files, at: str, data: Mapping[str, Any], prefix: str = "/") -> Project:
    source = join(at, str(data.get("source") or ""))
    base = str(data.get("baseurl") or "").strip("/")
    plugins = {str(name) for name in data.get("plugins") or data.get("gems") or ()}
    gemfile = files.tree.read(join(at, "Gemfile")) or ""
    hosted = "github-pages" in gemfile or (
        not gemfile and bool(data.get("theme") or data.get("remote_theme"))
    )
    return Project(
        "jekyll",
        at,
        (Source(source, prefix),),
        (_family(data),),
        base=f"/{base}" if base else "",
        url=data.get("url") or None,
        static=(Source(source, prefix),),
        layouts=(join(source, "_layouts"), join(source, "_includes")),
        file_links=hosted or "jekyll-relative-links" in plugins,
        known=bool(data),
        makes_more=_makes_more(files, source, plugins),
        options={
            **_kramdown(data),
            "drop_first": dig(data, "titles_from_headings", "strip_title") is True,
            "data": data,
            "no_front": hosted or "jekyll-optional-front-matter" in plugins,
            "readme": hosted or "jekyll-readme-index" in plugins,
        },
    )


def _makes_more(files: Files, source: str, plugins: set[str]) -> str:
    makers = sorted(
        plugins
        & {"jekyll-archives", "jekyll-paginate-v2", "jekyll-datapage-generator", "jekyll-polyglot"}
    )
    own = next(
        (path for path in files.under(join(source, "_plugins")) if path.endswith(".rb")), None
    )
    return (
        f"“{makers[0]}” makes pages without a source"
        if makers
        else f"“{own}” may make pages"
        if own
        else ""
    )


def _family(data: Mapping[str, Any]) -> str:
    engine = str(data.get("markdown") or "kramdown").lower()
    if engine != "kramdown":
        return "unknown"
    dialect = str(dig(data, "kramdown", "input") or "GFM")
    if dig(data, "kramdown", "transliterated_header_ids"):
        return "unknown"
    return (
        "kramdown-gfm"
        if dialect == "GFM"
        else "kramdown"
        if dialect.lower() == "kramdown"
        else "unknown"
    )


def _kramdown(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "auto_ids": dig(data, "kramdown", "auto_ids") is not False,
        "prefix": str(dig(data, "kramdown", "auto_id_prefix") or ""),
        "parse_html": bool(dig(data, "kramdown", "parse_block_html")),
    }


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    data = project.options.get("data", {})
    for source, prefix in project.sources:
        base = f"{project.base}/{prefix.strip('/')}".rstrip("/")
        for path in files.under(source):
            inner = path[len(source) + 1 :] if source else path
            if skipped(inner, data):
                continue
            page = _page(project, files, path, inner, data)
            if page is not None:
                yield SourcePage(
                    path, base + page.url, tuple(base + alias for alias in page.aliases), page.draft
                )


def _page(
    project: Project, files: Files, path: str, inner: str, data: Mapping[str, Any]
) -> SourcePage | None:
    markdown = MARKDOWN.search(path) is not None
    if not markdown and not HTML.search(path):
        return None
    text = files.tree.read(path)
    if text is None:
        return None
    has_front = text.startswith(("---\n", "---\r\n", "\ufeff---"))
    if not has_front and not (markdown and project.options.get("no_front")):
        return None
    front = {**defaults(data, inner), **front_data(text, _KEYS)}
    url = _url(project, files, path, inner, data, front)
    if url is None:
        return None
    left_out = front.get("published") is False or _future(files, inner, data, front)
    return SourcePage(path, url, strings(front.get("redirect_from")), left_out)


def _future(files: Files, inner: str, data: Mapping[str, Any], front: Mapping[str, Any]) -> bool:
    """Whether a post or a document of a collection waits for its day (pages do not)."""
    if data.get("future") is True:
        return False
    if "_posts/" not in inner and not collection_of(inner, data):
        return False
    day = day_of(front.get("date")) or day_of(inner.rpartition("/")[2])
    return day is not None and day > files.tree.today


def _url(
    project: Project,
    files: Files,
    path: str,
    inner: str,
    data: Mapping[str, Any],
    front: Mapping[str, Any],
) -> str | None:
    stem = stem_of(inner)
    style = str(data.get("permalink") or "date")
    if "_posts/" in inner:
        own = collections(data).get("posts", {}).get("permalink")
        return post_url(stem, str(own or style), front)
    collection = collection_of(inner, data)
    if collection:
        name, tail = collection
        options = collections(data)[name]
        usual = f"/:collection/:path{suffix_of(style)}"
        template = str(front.get("permalink") or options.get("permalink") or usual)
        return document_url(name, tail, template, front) if options.get("output") else None
    name = stem.rpartition("/")[2]
    readme = name.lower() == "readme" and project.options.get("readme")
    index = name == "index" or bool(
        readme and not files.first(folder(path), "index.md", "index.html")
    )
    return page_url(stem, front, index, style)


def redirects(project: Project, files: Files) -> Iterator[Redirect]:
    """``redirect_to`` sends a page's own URL elsewhere."""
    for page in pages(project, files):
        front = front_data(files.tree.read(page.path) or "", _KEYS)
        for target in strings(front.get("redirect_to"))[:1]:
            yield Redirect("page", page.url, target, page.path, force=True)


def find_partial(files: Files, project: Project, name: str, path: str) -> str | None:
    if name.startswith("./"):
        found = file_join(folder(path), name[2:])
        return found if found is not None and found in files.set else None
    return files.first("", *(join(source, "_includes", name) for source, _ in project.sources))


def expand(expansion: Expansion, body: str, path: str, project: Project) -> str:
    body = expand_liquid(expansion, body, path)
    return _FIRST_HEADING.sub("", body, count=1) if project.options.get("drop_first") else body


def source_link(built: BuiltPages, project: Project, url: str, from_path: str) -> str | None:
    """``{{ site.baseurl }}/x``, ``{{ '/x' | relative_url }}``, ``{% link x.md %}``, and ``x.md`` as
    a relative link."""
    match = _LINK.search(url)
    if match:
        found = _linked(built, project, match[1], match[2])
        return (
            None
            if found is None
            else url[: match.start()].replace("{{ site.baseurl }}", "") + found + url[match.end() :]
        )
    if "{{" in url:
        host = (project.url or "").rstrip("/")
        data = project.options.get("data", {})
        values = {f"site.{name}": text for name, text in data.items() if isinstance(text, str)}
        values |= {"site.baseurl": project.base, "site.url": host}
        start = project.base + "/"
        plain = _OUTPUT.sub(
            lambda m: values.get(m["var"], m[0]) if m["var"] else start + m["path"].lstrip("/"), url
        )
        return None if "{{" in plain or "{%" in plain else plain
    if project.file_links and MARKDOWN.search(url):
        file = file_join(folder(from_path), url)
        entry = built.by_path.get(file or "")
        return entry.page.url if entry else None
    return None


def _linked(built: BuiltPages, project: Project, tag: str, name: str) -> str | None:
    for source, _ in project.sources:
        if tag == "link":
            entry = built.by_path.get(join(source, name))
            return entry.page.url if entry else None
        for path, (page, _) in built.by_path.items():
            if "_posts/" in path and path.rpartition("_posts/")[2].rpartition(".")[0] == name.strip(
                "/"
            ):
                return page.url
    return None


GENERATOR = Generator(
    "jekyll",
    find,
    pages,
    makes=makes,
    redirects=redirects,
    find_partial=find_partial,
    expand=expand,
    source_link=source_link,
    copies_markdown=True,
)
