"""Which pages Hugo builds: the URL of each source, what is left out today, and the lists and feeds
that no source stands for.

Sources: Hugo's pages “Page bundles”, “URL management”, “Front matter”, “Build options”,
“Taxonomies”, “Multilingual mode”, “RSS templates”, “Sitemap templates”.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.core.light import Any, dataclass, field
from jdlint.core.patterns import regex as re
from jdlint.site.build.data import dig
from jdlint.site.build.front_matter import day_of, front_data, keys, strings
from jdlint.site.build.generators.base import MARKDOWN, Files, Project, Source, SourcePage, join
from jdlint.site.urls import folder

_KEYS = (
    "slug", "url", "aliases", "draft", "headless", "build", "_build", "date", "publishDate",
    "pubdate", "published", "expiryDate", "unpublishdate", "cascade",
)  # fmt: skip
_DROPPED = re.late(r"[^\w./\\+~%#\s-]")
_PUBLISHED = ("publishdate", "pubdate", "published", "date")
_EXPIRED = ("expirydate", "unpublishdate")


@dataclass(slots=True)
class _Site:
    """What the pages of one project share."""

    project: Project
    files: Files
    data: Mapping[str, Any]
    languages: frozenset[str]
    default: str
    taxonomies: Mapping[str, str]
    terms: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    cascades: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    sections: set[tuple[str, str]] = field(default_factory=set)

    def start(self, language: str) -> str:
        """The part of a URL that names its language."""
        inner = bool(dig(self.data, "defaultcontentlanguageinsubdir"))
        return f"/{language}" if language and (language != self.default or inner) else ""

    def on(self, key: str) -> bool:
        """Whether a switch of the configuration is on."""
        return dig(self.data, key) is True


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    """The pages of a project: those of its files first, then what Hugo builds by itself."""
    site = _site(project, files)
    pattern = keys(*_KEYS, *site.taxonomies.values(), *_permalink_keys(site))
    for source in contents(project):
        base = f"{project.base}/{source.url.strip('/')}".rstrip("/")
        bundles = _bundles(files, source)
        for path in files.under(source.folder):
            if MARKDOWN.search(path) or path.endswith(".html"):
                page = _page(site, source, path, base, bundles, pattern)
                if page is not None:
                    yield page
    yield from _lists(site)


def _site(project: Project, files: Files) -> _Site:
    data = project.options.get("data", {})
    languages = dig(data, "languages")
    default = str(dig(data, "defaultcontentlanguage") or "en").lower()
    names = {str(name).lower() for name in languages} if isinstance(languages, dict) else set()
    return _Site(project, files, data, frozenset(names | {default}), default, taxonomies(data))


def taxonomies(data: Mapping[str, Any]) -> Mapping[str, str]:
    """The plural of each taxonomy by its singular."""
    named = dig(data, "taxonomies")
    found = named if isinstance(named, dict) else {"tag": "tags", "category": "categories"}
    return {str(one): str(many) for one, many in found.items()}


def _permalink_keys(site: _Site) -> tuple[str, ...]:
    return ("title",) if isinstance(dig(site.data, "permalinks"), dict) else ()


def contents(project: Project) -> Iterator[Source]:
    """The content folders: one, or one for each language."""
    data = project.options.get("data", {})
    languages = dig(data, "languages")
    seen = False
    for name, options in languages.items() if isinstance(languages, dict) else ():
        own = dig(options, "contentdir")
        if isinstance(own, str):
            default = str(dig(data, "defaultcontentlanguage") or "en")
            plain = name == default and not dig(data, "defaultcontentlanguageinsubdir")
            seen = seen or join(project.folder, own) == project.sources[0].folder
            yield Source(join(project.folder, own), "/" if plain else f"/{name}")
    if not seen:
        yield from project.sources


def _bundles(files: Files, source: Source) -> frozenset[str]:
    """The folders that are one page with what lies below (leaf bundles)."""
    return frozenset(
        folder(path) for path in files.under(source.folder) if stem_of(path) == "index"
    )


def stem_of(path: str) -> str:
    """A file's name without its ending and its language."""
    name = path.rpartition("/")[2]
    return MARKDOWN.sub("", name).removesuffix(".html").partition(".")[0]


def _in_bundle(here: str, stem: str, bundles: frozenset[str]) -> bool:
    """Whether a file is a resource of a leaf bundle, and no page."""
    if not bundles:
        return False
    if here in bundles and stem == "index":
        here = folder(here) if here else "\0"
    while here:
        if here in bundles:
            return True
        here = folder(here)
    return False


def _page(
    site: _Site,
    source: Source,
    path: str,
    base: str,
    bundles: frozenset[str],
    pattern: re.Pattern[str],
) -> SourcePage | None:
    """The page of a file; ``None`` where it builds none."""
    where, _, name = source.inner(path).rpartition("/")
    stem = MARKDOWN.sub("", name).removesuffix(".html")
    plain, _, ending = stem.rpartition(".")
    named = bool(plain) and ending.lower() in site.languages
    stem, language = (plain, ending.lower()) if named else (stem, "")
    if _in_bundle(folder(path), stem, bundles):
        return None
    front = _front(site, path, stem, pattern)
    if front.get("headless") is True or not _rendered(front):
        return None
    url = _url(site, where, stem, front)
    if url is None:
        return None
    start = base + site.start(language)
    left_out = _left_out(site, front)
    if not left_out:
        _remember(site, start, where, front)
    aliases = tuple(_alias(start, alias, url) for alias in strings(dig(front, "aliases")))
    return SourcePage(path, start + url, aliases, left_out)


def _front(site: _Site, path: str, stem: str, pattern: re.Pattern[str]) -> Mapping[str, Any]:
    """The front matter of a page over what the sections above hand down."""
    own = front_data(site.files.tree.read(path) or "", pattern)
    here = folder(path)
    if stem == "_index" and isinstance(dig(own, "cascade"), dict):
        site.cascades[here] = dig(own, "cascade")
    found: dict[str, Any] = {}
    while site.cascades and here:
        found = {**site.cascades.get(here, {}), **found}
        here = folder(here)
    return {**found, **own} if found else own


def _rendered(front: Mapping[str, Any]) -> bool:
    build = dig(front, "build", "render")
    build = dig(front, "_build", "render") if build is None else build
    return build not in ("never", False, "link")


def _left_out(site: _Site, front: Mapping[str, Any]) -> bool:
    """Whether the page is a draft, of the future or expired on the day of the build."""
    if dig(front, "draft") is True and not site.on("builddrafts"):
        return True
    lower = {str(name).lower(): value for name, value in front.items()}
    published = next((lower[name] for name in _PUBLISHED if lower.get(name)), None)
    expired = next((lower[name] for name in _EXPIRED if lower.get(name)), None)
    if published is None and expired is None:
        return False
    today = site.files.tree.today
    late, over = day_of(published), day_of(expired)
    future = late is not None and late > today and not site.on("buildfuture")
    return future or (over is not None and over < today and not site.on("buildexpired"))


def _remember(site: _Site, start: str, where: str, front: Mapping[str, Any]) -> None:
    """Keep the section and the terms that a page gives, whose lists Hugo builds."""
    site.sections.add((start, where.partition("/")[0]))
    for plural in site.taxonomies.values():
        for term in strings(dig(front, plural)):
            site.terms.setdefault((start, plural), set()).add(term)


def _alias(start: str, alias: str, url: str) -> str:
    """An alias without a leading slash stands beside the page."""
    beside = url.rstrip("/").rpartition("/")[0] + "/" + alias
    return start + (alias if alias.startswith("/") else beside)


def _lists(site: _Site) -> Iterator[SourcePage]:
    """The home page, the lists of first-level folders, taxonomies and terms, their feeds, and the
    map of the site; each under a name that no file has."""
    disabled = {str(kind).lower() for kind in dig(site.data, "disablekinds") or ()}
    root = contents_root(site.project)
    urls: list[str] = []
    for start, section in sorted(site.sections):
        urls.append(f"{start}/")
        if section and "section" not in disabled:
            urls.append(start + clean(section, site.data))
    for start in sorted({start for start, _ in site.sections}):
        for plural in site.taxonomies.values():
            if "taxonomy" not in disabled:
                urls.append(start + clean(plural, site.data))
            if "term" not in disabled:
                terms = site.terms.get((start, plural), ())
                urls += [start + clean(f"{plural}/{term}", site.data) for term in sorted(terms)]
    urls = list(dict.fromkeys(urls))
    if "rss" not in disabled:
        urls += [f"{url}index.xml" for url in urls]
    for url in urls:
        yield SourcePage(root + url.removeprefix(site.project.base), url)
    for name, kind in (
        ("sitemap.xml", "sitemap"),
        ("robots.txt", "robotstxt"),
        ("404.html", "404"),
    ):
        if kind not in disabled and (kind != "robotstxt" or site.on("enablerobotstxt")):
            yield SourcePage(f"{root}/{name}", f"{site.project.base}/{name}")


def contents_root(project: Project) -> str:
    """The folder of the project's content."""
    return project.sources[0].folder


def _url(site: _Site, where: str, stem: str, front: Mapping[str, Any]) -> str | None:
    own = dig(front, "url")
    if isinstance(own, str):
        ended = own.endswith("/") or "." not in own.rpartition("/")[2]
        return "/" + own.strip("/") + ("/" if ended and own.strip("/") else "")
    section = stem == "_index"
    if stem == "index":
        where, _, stem = where.rpartition("/")
    template = None if section else _template(site.data, where.partition("/")[0])
    if template:
        return _permalink(site, template, where, stem, front)
    slug = dig(front, "slug")
    last = "" if section else str(slug) if isinstance(slug, str) and slug else stem
    url = clean("/".join(part for part in (where, last) if part), site.data)
    ugly = site.on("uglyurls") and not section and url != "/"
    return url[:-1] + ".html" if ugly else url


def clean(path: str, data: Mapping[str, Any]) -> str:
    """Lower case, spaces as hyphens, and only the characters that Hugo keeps."""
    kept = re.sub(r"\s+", "-", _DROPPED.sub("", path.strip()))
    kept = kept if dig(data, "disablepathtolower") is True else kept.lower()
    return f"/{kept}/" if kept else "/"


def _template(data: Mapping[str, Any], section: str) -> str | None:
    table = dig(data, "permalinks")
    if not isinstance(table, dict):
        return None
    page = table.get("page")
    value = page.get(section) if isinstance(page, dict) else table.get(section)
    return value if isinstance(value, str) else None


def _permalink(
    site: _Site, template: str, where: str, stem: str, front: Mapping[str, Any]
) -> str | None:
    slug, title = dig(front, "slug"), dig(front, "title")
    day = day_of(dig(front, "date"))
    tokens = {
        "section": where.split("/")[0],
        "sections": where,
        "filename": stem,
        "contentbasename": stem,
        "slug": str(slug or title or stem),
        "title": str(title or stem),
        "slugorfilename": str(slug or stem),
        "slugorcontentbasename": str(slug or stem),
    }
    if day is not None:
        tokens.update(year=f"{day:%Y}", month=f"{day:%m}", day=f"{day:%d}")
    names = re.findall(r":(\w+)", template)
    if any(name not in tokens for name in names):
        return None
    return clean(re.sub(r":(\w+)", lambda match: tokens[match[1]], template).strip("/"), site.data)
