"""Sphinx with MyST: ``guide/values.md`` builds ``/guide/values.html``; ``(label)=`` is an id that
links of all pages reach.

Sources: MyST-Parser's pages “Cross-references”, “Syntax” and “Configuration”; docutils' “Implicit
Hyperlink Targets”; Sphinx' “Configuration”.
"""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.patterns import regex as re
from jdlint.site.build.data import mapping
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
from jdlint.site.build.ignored import ignored_by
from jdlint.site.build.settings import SiteSettings
from jdlint.site.build.templating.expansion import Expansion
from jdlint.site.urls import file_join, folder

_MYST = re.late(r"myst_parser|myst_nb|sphinx_external_toc|recommonmark|jupyter_book")
_EXCLUDED = re.late(r"\bexclude_patterns\s*(?:\+?=|:)\s*\[([^\]]*)\]")
_QUOTED = re.late(r"['\"]([^'\"\n]+)['\"]")
_BASE_URL = re.late(r"\bhtml_baseurl\s*=\s*['\"]([^'\"]+)")
# directives that bring text of other files or of the code
_BRINGS = re.late(
    r"(?m)^[ \t]*(?:`{3,}|:{3,}|~{3,})\{(?:include|auto\w+|eval-rst|literalinclude|raw)\}"
)
_LABEL = re.late(r"(?m)^[ \t>]*\(([^()\n]{1,200})\)=[ \t]*$")


def find(files: Files, settings: SiteSettings) -> list[Project]:
    found = []
    for path in files.named("conf.py", "myst.yml"):
        text = files.tree.read(path) or ""
        if _is_sphinx(path, text):
            found.append(_project(files, path, text))
    if not found and settings.generator == "sphinx":
        found = [_project(files, "", "")]
    return found[:20]


def _is_sphinx(path: str, text: str) -> bool:
    if path.endswith("myst.yml"):
        return bool(mapping(text, path))
    return bool(_MYST.search(text) or re.search(r"\bhtml_theme\b", text))


def _project(files: Files, path: str, text: str) -> Project:
    at = folder(path)
    excluded = _EXCLUDED.search(text)
    url = _BASE_URL.search(text)
    book = path.endswith("myst.yml")
    sphinx = bool(_MYST.search(text)) or not path
    return Project(
        "sphinx",
        at,
        (Source(at, "/"),),
        ("myst",) if sphinx else ("unknown",),
        base=re.sub(r"^\w+://[^/]*", "", url[1]).rstrip("/") if url else "",
        url=url[1] if url else None,
        static=tuple(Source(join(at, name), "/") for name in ("_static", "html_extra_path", "")),
        file_links=True,
        known=bool(path),
        makes_more=_makes_more(files, at, text, book),
        options={
            "attributes": "attrs_" in text,
            "left_out": "\n".join(_QUOTED.findall(excluded[1])) if excluded else "",
            "labels": {},
            "inherits": "sphinx.ext.intersphinx" in text or book,
        },
    )


def _makes_more(files: Files, at: str, text: str, book: bool) -> str:
    if book:
        return "how MyST’s own builder names pages is not modelled"
    others = next((p for p in files.under(at) if p.endswith((".rst", ".ipynb", ".txt"))), "")
    if re.search(r"autodoc|autosummary|apidoc|autoapi|ablog|sphinx_gallery", text):
        return "extensions of “conf.py” make pages"
    return f"“{others}” builds a page of another kind" if others else ""


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    left_out = ignored_by(f"_build/\n.*\n{project.options['left_out']}")
    for source in project.sources:
        for path in files.under(source.folder):
            inner = source.inner(path)
            if path.endswith(".md") and not left_out(inner):
                stem = MARKDOWN.sub("", inner)
                index = stem.rpartition("/")[2] == "index"
                yield SourcePage(path, f"{project.base}/{stem[:-5] if index else stem + '.html'}")
                _keep_labels(project, files, path)


def _keep_labels(project: Project, files: Files, path: str) -> None:
    text = files.tree.read(path) or ""
    if ")=" in text:
        for label in _LABEL.findall(text):
            project.options["labels"].setdefault(label.lower(), path)


def makes(_project: Project, page: str, _files: Files) -> str:
    """Why Sphinx builds a page without a source: its indices and its search."""
    name = page.rpartition("/")[2].removesuffix(".html")
    own = name in ("genindex", "search", "py-modindex", "modindex") or "/_sources/" in page
    return "Sphinx builds this page by itself" if own else ""


def rewrites(project: Project, url: str, _built: bool) -> str:
    """Why a link may be a reference of another kind."""
    if project.options["inherits"] and (not url or ":" in url):
        return "it may be a reference into another project"
    return ""


def expand(expansion: Expansion, body: str, _path: str, _project: Project) -> str:
    if _BRINGS.search(body):
        expansion.doubt("a directive brings text from elsewhere")
    if re.search(r"\{\{|\{%", body):
        expansion.doubt("a substitution may bring headings")
    return body


def source_link(built: BuiltPages, project: Project, url: str, from_path: str) -> str | None:
    """A link to a source, with or without its ending, relative or from the source folder;
    ``#label`` names a label of any page, ``project:…`` and ``path:…`` are MyST's own words."""
    url = re.sub(r"^(?:project|path):", "", url)
    if url.startswith("#"):
        path = project.options["labels"].get(url[1:].lower())
        entry = built.by_path.get(path or "")
        return f"{entry.page.url}{url}" if entry and path != from_path else None
    if "{" in url or not url:
        return None
    place = project.sources[0].folder if url.startswith("/") else folder(from_path)
    file = file_join(place, url)
    for path in (file or "", f"{file}.md"):
        if entry := built.by_path.get(path):
            return entry.page.url
    return None


GENERATOR = Generator(
    "sphinx",
    find,
    pages,
    makes=makes,
    expand=expand,
    source_link=source_link,
    rewrites=rewrites,
    serves_beside=True,
)
