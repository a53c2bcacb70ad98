"""Eleventy: every template builds a folder with an index; ``a/b.md`` builds ``/a/b/``.

Sources: Eleventy's pages “Configuration”, “Permalinks”, “Page data”, “Data cascade”, “IdAttribute
plugin”, and markdown-it-anchor's read-me. The configuration is a program: only what it writes down
plainly is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.site.build.data import mapping
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
from jdlint.site.build.generators.javascript import argument, plain, section, value
from jdlint.site.build.ignored import ignored_by
from jdlint.site.build.settings import SiteSettings
from jdlint.site.build.templating.expansion import Expansion
from jdlint.site.build.templating.liquid import expand_liquid, expand_nunjucks
from jdlint.site.urls import file_join, folder

_CONFIGS = (".eleventy.js", *(f"eleventy.config.{end}" for end in ("js", "mjs", "cjs", "ts")))
_KEYS = keys("permalink", "draft", "eleventyExcludeFromCollections", "pagination")
_TEMPLATE = re.late(
    r"\.(?:html|njk|liquid|hbs|mustache|ejs|haml|pug|webc|11ty\.(?:js|mjs|cjs|ts))$", re.I
)
_DATED = re.late(r"^\d{4}-\d{2}-\d{2}-")
# the program's own files; a slug that is Eleventy's filter or the package behind it
_LOADS = re.late(r"(?:require\(|from|import\()\s*['\"](\.{1,2}/[^'\"\n]+)['\"]")
_IGNORED = re.late(r"\bignores\.add\(\s*['\"]([^'\"]+)['\"]")
_OWN_SLUG = re.late(
    r"slugify\s*:\s*(?:\w+\.getFilter\(\s*['\"]slugify['\"]\s*\)"
    r"|(?:\(?\w+\)?\s*=>\s*)?slugify\b(?=[^\n]*)(?!.*\bslug\b))"
)
_ADDED = re.late(
    r"\baddTransform\(\s*['\"]([^'\"]+)|\baddPlugin\(\s*(?:require\(\s*['\"])?([\w@./-]+)"
)
# plugins and transforms that give no heading an id
_HARMLESS = re.late(
    r"rss|feed|syntax|highlight|prism|navigation|\bnav|image|\bimg|minif|html-?min|render|base|bund"
    r"le"
    r"|vite|webc|i18n|inputpath|sitemap|reading|prettier|purge|postcss|sass|idattribute|directory"
    r"|cache|fetch|date|lazy|embed|youtube|charts|robots|favicon|pwa|typeset|spelling",
    re.I,
)
_USED = re.late(r"\.use\(\s*(?:require\(\s*['\"])?([\w@./-]+)")
_KNOWN_USE = re.late(
    r"anchor|attr|footnote|emoji|container|abbr|mark|task|deflist|sub|sup|ins", re.I
)
_SLUGIFY = re.late(r"\bslugify\b\s*[:,(]?")
_PASSTHROUGH = re.late(
    r"addPassthroughCopy\(\s*(?:['\"]([^'\"]+)['\"]|\{\s*['\"]([^'\"]+)['\"]\s*:\s*['\"]([^'\"]*)['"
    r"\"])"
)


def find(files: Files, settings: SiteSettings) -> list[Project]:
    configs = [path for path in files.named(*_CONFIGS) if "node_modules/" not in path]
    found = [_project(files, path) for path in configs]
    if not found and settings.generator == "eleventy":
        return [
            _made("", root, prefix, "", {})
            for root, prefix in (settings.roots or {"": "/"}).items()
        ]
    return found[:20]


def _program(files: Files, path: str, depth: int = 0) -> str:
    """The text of a configuration with that of the project's own files that it loads."""
    text = plain(files.tree.read(path))
    parts = [text]
    for match in _LOADS.finditer(text) if depth < 3 else ():
        target = file_join(folder(path), match[1])
        ends = ("", ".js", ".cjs", ".mjs", ".ts", "/index.js")
        found = next((p for end in ends if (p := f"{target}{end}") in files.set), None)
        if target is not None and found is not None:
            parts.append(_program(files, found, depth + 1))
    return "\n".join(parts)


def _project(files: Files, path: str) -> Project:
    at = path.rpartition("/")[0]
    text = _program(files, path)
    block = section(text, "dir")
    source = join(at, value(block, "input") or argument(text, "setInputDirectory") or "")
    base = (value(text, "pathPrefix") or "").strip("/")
    includes = value(block, "includes") or argument(text, "setIncludesDirectory") or "_includes"
    options = {
        "text": text,
        "folder": at,
        "includes": join(source, includes),
        "auto_ids": "markdown-it-anchor" in text or "IdAttributePlugin" in text,
        "attributes": "markdown-it-attrs" in text,
        "left_out": _left_out(files, at, text),
        "static": _static(text, at, source),
        "known": True,
        "output": join(at, value(block, "output") or "_site"),
    }
    return _made(at, source, "/", f"/{base}" if base else "", options)


def _made(at: str, source: str, prefix: str, base: str, options: Mapping[str, Any]) -> Project:
    text = str(options.get("text", ""))
    return Project(
        "eleventy",
        at,
        (Source(source, prefix),),
        (_family(text),),
        base=base,
        static=options.get("static", ()),
        layouts=(options.get("includes", join(source, "_includes")),),
        file_links="InputPathToUrlTransformPlugin" in text,
        known=bool(options.get("known")),
        makes_more="“addCollection” or a plugin may build pages" if "addTemplate(" in text else "",
        options=options,
    )


def _left_out(files: Files, at: str, text: str) -> str:
    """The patterns of files that Eleventy does not read, relative to the project's folder."""
    names = [".eleventyignore"]
    if not re.search(r"setUseGitIgnore\(\s*false", text):
        names.append(".gitignore")
    own = [files.tree.read(join(at, name)) or "" for name in names if join(at, name) in files.set]
    return "\n".join([*own, *_IGNORED.findall(text)])


def _family(text: str) -> str:
    """markdown-it gives no ids; its anchor plugin does, Eleventy's own plugin, or whatever a
    transform or another plugin makes, which cannot be told."""
    if _own_ids(text):
        return "unknown"
    if "IdAttributePlugin" in text:
        return "unknown" if re.search(r"IdAttributePlugin\s*,\s*\{", text) else "eleventy-id-plugin"
    if "markdown-it-anchor" not in text or not _SLUGIFY.search(text):
        return "markdown-it"
    return "eleventy-slugify" if _OWN_SLUG.search(text) else "unknown"


def _own_ids(text: str) -> bool:
    """Whether the program may give ids in a way that nobody can read off it."""
    for match in _ADDED.finditer(text):
        name = match[1] or match[2] or ""
        if not _HARMLESS.search(name):
            return True
    used = [match[1] for match in _USED.finditer(text)]
    return any(not _KNOWN_USE.search(name) for name in used)


def _static(text: str, at: str, source: str) -> tuple[Source, ...]:
    """Folders that are copied as they are; the input folder is taken off their path."""
    found = []
    for match in _PASSTHROUGH.finditer(text):
        folder_ = join(at, match[1] or match[2])
        inner = folder_.removeprefix(source + "/") if source else folder_
        found.append(Source(folder_, "/" + (match[3] if match[2] else inner).strip("/")))
    return tuple(found)


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    includes = str(project.options.get("includes", "_includes"))
    output = str(project.options.get("output", "_site"))
    data = _folder_data(files, project)
    left_out = ignored_by(project.options.get("left_out", ""))
    at = str(project.options.get("folder", ""))
    for source, prefix in project.sources:
        base = f"{project.base}/{prefix.strip('/')}".rstrip("/")
        for path in files.under(source):
            inner = path[len(source) + 1 :] if source else path
            skipped = path.startswith((includes + "/", output + "/")) or "node_modules/" in path
            skipped = skipped or left_out(path[len(at) + 1 :] if at else path)
            if skipped or inner.startswith(("_data/", ".", "_layouts/")) or not _is_template(path):
                continue
            front = {**_inherited(data, path), **front_data(files.tree.read(path) or "", _KEYS)}
            url = _url(inner, front)
            if url is not None:
                yield SourcePage(
                    path,
                    base + url,
                    (),
                    front.get("draft") is True and "draft" in project.options.get("text", ""),
                )


def _is_template(path: str) -> bool:
    return bool(MARKDOWN.search(path) or _TEMPLATE.search(path)) and not path.endswith(".mdx")


def _folder_data(files: Files, project: Project) -> dict[str, dict[str, Any]]:
    """Data files of folders (``jobs/jobs.json``) that say where their pages are built."""
    found = {}
    for source, _ in project.sources:
        for path in files.under(source):
            where, _, name = path.rpartition("/")
            if name in (
                f"{where.rpartition('/')[2]}.json",
                f"{where.rpartition('/')[2]}.11tydata.json",
            ):
                found[where] = mapping(files.tree.read(path), path)
            elif re.search(r"\.11tydata\.[mc]?js$", name) and "permalink" in (
                files.tree.read(path) or ""
            ):
                found[where] = {"permalink": "{{ built }}"}
    return found


def _inherited(data: Mapping[str, Mapping[str, Any]], path: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    where = ""
    for part in path.split("/")[:-1]:
        where = join(where, part)
        found.update(data.get(where, {}))
    return found


def _url(inner: str, front: Mapping[str, Any]) -> str | None:
    stem = _TEMPLATE.sub("", MARKDOWN.sub("", inner))
    where, _, name = stem.rpartition("/")
    bare = _DATED.sub("", name)
    permalink = front.get("permalink")
    if permalink is False or "pagination" in front:
        return None
    if isinstance(permalink, str):
        slug = _DATED.sub("", where.rpartition("/")[2]) if bare == "index" else bare
        tokens = {"page.fileSlug": slug, "page.filePathStem": "/" + join(where, bare)}
        url = re.sub(r"\{\{-?\s*([\w.]+)\s*-?\}\}", lambda m: tokens.get(m[1], m[0]), permalink)
        return None if "{" in url else "/" + re.sub(r"(^|/)index\.html$", r"\1", url.lstrip("/"))
    last = "" if name == "index" else name
    return "/" + "".join(part + "/" for part in [*where.split("/"), last] if part)


def makes(project: Project, _page: str, files: Files) -> str:
    """Why Eleventy may build a page without a source of its own: pagination, computed
    permalinks."""
    for path in (path for source, _ in project.sources for path in files.under(source)):
        if _is_template(path) and "node_modules/" not in path:
            front = front_data(files.tree.read(path) or "", _KEYS)
            if "pagination" in front or "{{" in str(front.get("permalink", "")):
                return f"“{path}” builds pages from data"
    return (
        "data files build permalinks"
        if any("{{" in str(d.get("permalink")) for d in _folder_data(files, project).values())
        else ""
    )


def find_partial(files: Files, project: Project, name: str, path: str) -> str | None:
    if name.startswith("."):
        found = file_join(folder(path), name)
        return found if found in files.set else None
    includes = str(project.options.get("includes", "_includes"))
    return files.first(
        "", *(join(includes, name + end) for end in ("", ".md", ".njk", ".liquid", ".html"))
    )


def expand(expansion: Expansion, body: str, path: str, project: Project) -> str:
    """Markdown runs through Liquid first, or through the engine that the configuration names."""
    text = project.options.get("text", "")
    nunjucks = re.search(r"markdownTemplateEngine\s*:\s*['\"]njk", text) or path.endswith(".njk")
    return (expand_nunjucks if nunjucks else expand_liquid)(expansion, body, path)


def source_link(built: BuiltPages, project: Project, url: str, from_path: str) -> str | None:
    """``{{ '/x' | url }}`` puts the path prefix before; links to sources where the plugin turns
    them into URLs."""
    match = re.fullmatch(r"\{\{-?\s*(['\"])([^'\"]+)\1\s*\|\s*url\s*-?\}\}(.*)", url)
    if match and "{" not in match[3]:
        return (project.base if match[2].startswith("/") else "") + match[2] + match[3]
    if "{" not in url and project.file_links and MARKDOWN.search(url):
        entry = built.by_path.get(file_join(folder(from_path), url) or "")
        return entry.page.url if entry else None
    return None


GENERATOR = Generator(
    "eleventy",
    find,
    pages,
    makes=makes,
    find_partial=find_partial,
    expand=expand,
    source_link=source_link,
)
