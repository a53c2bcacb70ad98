"""VitePress: ``guide/values.md`` builds ``/guide/values.html``, or ``/guide/values`` with
``cleanUrls``.

Sources: VitePress' pages “Routing”, “Site config”, “Markdown extensions” and “Asset handling”. The
configuration is a program: only what it writes down plainly is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.patterns import regex as re
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
from jdlint.site.build.generators.javascript import plain, section, value
from jdlint.site.build.ignored import ignored_by
from jdlint.site.build.settings import SiteSettings
from jdlint.site.build.templating.expansion import Expansion
from jdlint.site.urls import file_join, folder
from jdlint.site.urls import join as url_join

_CONFIG = re.late(r"(?:^|/)\.vitepress/(?:config\.\w+|config/index\.\w+)$")
_PAIR = re.late(r"['\"]([^'\"]+)['\"]\s*:\s*['\"]([^'\"]+)['\"]")
_QUOTED = re.late(r"['\"]([^'\"]+)['\"]")
_INCLUDE = re.late(r"<!--\s*@include:\s*([^\s{]+?)(?:#[\w-]+)?(\{[^}]*\})?\s*-->")
_OWN_IDS = re.late(r"\banchor\s*:\s*\{[^}]*slugify|\bslugify\b|markdown-it-anchor|\.use\(")


def find(files: Files, settings: SiteSettings) -> list[Project]:
    paths = [path for path in files.paths if _CONFIG.search(path) and "node_modules/" not in path]
    found = [_project(files, path) for path in sorted(paths, key=lambda p: p.count("/"))]
    if not found and files.is_folder(".vitepress"):
        inside = next(path for path in files.paths if "/.vitepress/" in f"/{path}")
        found = [_project(files, inside)]
    if not found and settings.generator == "vitepress":
        found = [_project(files, "")]
    return found[:20]


def _project(files: Files, path: str) -> Project:
    at = f"/{path}".partition("/.vitepress/")[0].strip("/") if path else ""
    text = plain(files.tree.read(path)) if path else ""
    source = join(at, value(text, "srcDir") or "")
    base = (value(text, "base") or "").strip("/")
    own = _OWN_IDS.search(section(text, "markdown"))
    return Project(
        "vitepress",
        at,
        (Source(source, "/"),),
        ("unknown" if own else "mdit-vue",),
        base=f"/{base}" if base else "",
        static=(Source(join(source, "public"), "/"),),
        file_links=True,
        known=bool(path),
        makes_more=_makes_more(files, source),
        options={"text": text, "rewrites": _rewrites(text), "left_out": _left_out(text)},
    )


def _makes_more(files: Files, source: str) -> str:
    dynamic = next((p for p in files.under(source) if "[" in p and p.endswith(".md")), "")
    return f"“{dynamic}” builds pages from data" if dynamic else ""


def _rewrites(text: str) -> tuple[tuple[str, str], ...] | None:
    """Old path -> new path with ``:name`` and ``:name*``; ``None`` where a program decides."""
    block = section(text, "rewrites")
    if not block:
        return None if re.search(r"\brewrites\b\s*[(:]", text) else ()
    return tuple((match[1], match[2]) for match in _PAIR.finditer(block))


def _left_out(text: str) -> str:
    match = re.search(r"\bsrcExclude\s*:\s*\[([^\]]*)\]", text)
    return "\n".join(_QUOTED.findall(match[1])) if match else ""


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    left_out = ignored_by(project.options["left_out"])
    for source in project.sources:
        for path in files.under(source.folder):
            inner = source.inner(path)
            if not path.endswith(".md") or left_out(inner) or "[" in inner:
                continue
            if any(part in ("node_modules", ".vitepress") for part in inner.split("/")):
                continue
            where, _, name = _rewritten(project, inner)[:-3].rpartition("/")
            last = "" if name == "index" else name
            url = "/" + "/".join(part for part in (where, last) if part)
            yield SourcePage(path, project.base + (url if last else url.rstrip("/") + "/"))


def _rewritten(project: Project, inner: str) -> str:
    """The path that a rewrite gives a source."""
    rewrites: tuple[tuple[str, str], ...] = project.options["rewrites"] or ()
    for old, new in rewrites:
        names = re.findall(r":(\w+)", old)
        parts = re.split(r":\w+(?:\([^)]*\))?\*?", old)
        groups = ["(.+)" if f":{name}*" in old or "(.*)" in old else "([^/]+)" for name in names]
        pattern = "".join(
            re.escape(part) + (groups[i] if i < len(groups) else "") for i, part in enumerate(parts)
        )
        match = re.fullmatch(pattern, inner)
        if match:
            for name, got in zip(names, match.groups(), strict=True):
                new = re.sub(rf":{name}\b(?:\([^)]*\))?\*?", lambda _, got=got: got, new)  # type: ignore[misc]
            return new
    return inner


def makes(project: Project, _page: str, _files: Files) -> str:
    if project.options["rewrites"] is None:
        return "the configuration’s rewrites are a program"
    return ""


def expand(expansion: Expansion, body: str, path: str, _project: Project) -> str:
    """Includes of Markdown are brought in; a part of a file, and what Vue builds, is not known."""

    def included(match: re.Match[str]) -> str:
        if match[2] or "#" in match[0]:
            expansion.doubt("a part of a file is included")
            return ""
        return expansion.include(match[1], path, lambda e, text, at: expand(e, text, at, _project))

    body = _INCLUDE.sub(included, body)
    if re.search(r"(?m)^#{1,6} .*\{\{", body):
        expansion.doubt("a heading is built by an expression")
    if re.search(r"(?m)^<(?![a-z/!])[A-Z]\w+", body):
        expansion.doubt("a component may bring headings")
    return body


def find_partial(files: Files, project: Project, name: str, path: str) -> str | None:
    if name.startswith("@/"):
        found: str | None = join(project.sources[0].folder, name[2:])
    else:
        found = file_join(folder(path), name)
    return found if found is not None and found in files.set else None


def source_link(built: BuiltPages, project: Project, url: str, from_path: str) -> str | None:
    """A link leads by the path of the source: with ``.md``, ``.html`` or neither."""
    if "{" in url or not url or url.startswith("//"):
        return None
    root = project.sources[0].folder
    bare = re.sub(r"\.(?:md|html)$", "", url)
    place = root if url.startswith("/") else folder(from_path)
    file = file_join(place, bare)
    for path in (f"{file}.md", join(file or "", "index.md")):
        if file is not None and (entry := built.by_path.get(path)):
            return entry.page.url
    if MARKDOWN.search(url):
        here = built.by_path.get(from_path)
        return (
            url_join(here.page.url, bare)
            if here and not url.startswith("/")
            else project.base + bare
        )
    return project.base + url if url.startswith("/") and project.base else None


GENERATOR = Generator(
    "vitepress",
    find,
    pages,
    makes=makes,
    find_partial=find_partial,
    expand=expand,
    source_link=source_link,
)
