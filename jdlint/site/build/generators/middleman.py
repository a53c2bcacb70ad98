"""Middleman: ``source/handbook/index.html.md.erb`` builds ``/handbook/``.

Sources: Middleman's pages “Directory Structure”, “Templating Language”, “Partials”, “Pretty URLs”
and “Dynamic Pages”.
"""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.patterns import regex as re
from jdlint.site.build.generators.base import (
    Files,
    Generator,
    Project,
    Source,
    SourcePage,
    join,
)
from jdlint.site.build.settings import SiteSettings
from jdlint.site.build.templating.erb import expand_erb
from jdlint.site.build.templating.expansion import Expansion

_TEMPLATE = r"(?:md|markdown|mdown|mkd|mkdn|erb|haml|slim|liquid|textile|adoc|asciidoc|rdoc)"
_PAGE = re.late(rf"^(?P<stem>.+?)\.(?:html?(?:\.{_TEMPLATE})*|{_TEMPLATE}(?:\.erb)?|html\.html)$")
_SOURCE = re.late(rf"^((?:[^/]+/)*?source)/(?:.*/)?[^/]+\.html\.{_TEMPLATE}(?:\.erb)?$")
_SETTING = re.late(r"^[ \t]*set[ \t]*(?:\([ \t]*)?:(\w+)[ \t]*,[ \t]*+(.+?)\)?\s*$", re.M)
_QUOTED = re.late(r"['\"]([^'\"]*)['\"]")
_MORE = re.late(
    r"^\s*(?:proxy|activate\s+:(?:blog|pagination|contentful|data_source)|import_file|redirect)\b",
    re.M,
)
LAYOUTS = ("layouts", "includes", "partials", "shared")


def find(files: Files, settings: SiteSettings) -> list[Project]:
    if settings.generator == "middleman" and settings.roots:
        return [_project(files, root, prefix) for root, prefix in settings.roots.items()]
    roots: dict[str, str] = {}
    for path in files.paths:
        if match := _SOURCE.match(path):
            roots.setdefault(match[1], "/")
    for path in files.named("config.rb"):
        folder = path.rpartition("/")[0]
        source = _settings(files.tree.read(path) or "").get("source", "source")
        if join(folder, source) in files.folders and _is_middleman(files, folder, path):
            roots.setdefault(join(folder, source), "/")
    return [_project(files, root, prefix) for root, prefix in roots.items()]


def _is_middleman(files: Files, folder: str, config: str) -> bool:
    text = files.tree.read(config) or ""
    if re.search(r"^\s*(?:activate\s+:|set\s+:|page\s+['\"]|configure\s+:build)", text, re.M):
        return True
    return "middleman" in (files.tree.read(join(folder, "Gemfile")) or "")


def _settings(text: str) -> dict[str, str]:
    found = {}
    for match in _SETTING.finditer(text):
        quoted = _QUOTED.match(match[2])
        found[match[1]] = quoted[1] if quoted else match[2]
    return found


def _project(files: Files, root: str, prefix: str) -> Project:
    folder = root.rpartition("/")[0]
    config = files.first(folder, "config.rb") or files.first("", "config.rb")
    text = files.tree.read(config) if config else None
    settings = _settings(text or "")
    more = _MORE.search(text or "")
    return Project(
        "middleman",
        folder,
        (Source(root, prefix),),
        _families(settings, text is not None),
        base="/" + settings.get("http_prefix", "").strip("/")
        if settings.get("http_prefix", "/") != "/"
        else "",
        layouts=(
            join(root, settings.get("layouts_dir", "layouts")),
            *(join(root, name) for name in LAYOUTS[1:]),
        ),
        known=text is not None,
        makes_more=f"“{more[0].strip()}” in {config} makes pages without a source" if more else "",
    )


def _families(settings: dict[str, str], known: bool) -> tuple[str, ...]:
    """kramdown is the default; its dialect is an option that nobody can see without
    ``config.rb``."""
    engine = settings.get("markdown_engine", ":kramdown").strip(":")
    if engine not in ("kramdown", ""):
        return ("unknown",)
    options = settings.get("markdown", "")
    if re.search(r"input:\s*['\"]GFM['\"]|:input\s*=>\s*['\"]GFM", options):
        return ("kramdown-gfm",)
    if "input" in options:
        return ("kramdown-gfm", "kramdown")
    return ("kramdown",) if known else ("kramdown-gfm", "kramdown")


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    for root, prefix in project.sources:
        skip = len(root) + 1 if root else 0
        layouts = tuple(folder + "/" for folder in project.layouts[:1])
        for path in files.under(root):
            inner = path[skip:]
            name = inner.rpartition("/")[2]
            if name.startswith("_") or path.startswith(layouts):
                continue
            match = _PAGE.match(inner)
            if match:
                yield SourcePage(path, _url(project.base, prefix, match["stem"]))


def _url(base: str, prefix: str, stem: str) -> str:
    path = f"{base}/{prefix.strip('/')}/{stem}".replace("//", "/")
    return path[: -len("index")] if path.endswith("/index") else path + ".html"


def find_partial(files: Files, project: Project, name: str, path: str) -> str | None:
    """The file of ``partial "a/b"``: with a leading underscore or without, beside the page or from
    a source root."""
    folder, _, last = name.strip().rpartition("/")
    roots = [root for root, _ in project.sources]
    places = [path.rpartition("/")[0], *roots, *(join(root, "partials") for root in roots)]
    stems = [join(folder, "_" + last.removeprefix("_")), join(folder, last)]
    for place in places:
        for stem in stems:
            whole = join(place, stem)
            found = files.first("", *(whole + ending for ending in _PARTIAL_ENDINGS))
            if found:
                return found
    return None


_PARTIAL_ENDINGS = (
    "",
    ".erb",
    ".md",
    ".md.erb",
    ".html.md",
    ".html.md.erb",
    ".html.erb",
    ".html",
    ".markdown",
    ".html.haml",
    ".haml",
)


def expand(expansion: Expansion, body: str, path: str, _project: Project) -> str:
    """ERB runs only in files that ask for it by their name."""
    return expand_erb(expansion, body, path) if path.endswith(".erb") else body


GENERATOR = Generator(
    "middleman",
    find,
    pages,
    find_partial=find_partial,
    expand=expand,
    partials_are_pages=True,
)
