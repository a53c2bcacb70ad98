"""Folders of Markdown without a generator, as GitHub and GitLab show them: a page's URL is its
path.

Source: GitHub's “About READMEs” on relative links and section links.
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
)
from jdlint.site.build.settings import SiteSettings
from jdlint.site.build.templating.erb import expand_erb
from jdlint.site.build.templating.expansion import Expansion
from jdlint.site.build.templating.jsx import expand_mdx
from jdlint.site.build.templating.liquid import expand_liquid
from jdlint.site.urls import file_join, folder

# a line that only some program understands: an include of one of many tools
_INCLUDE_LINE = re.late(
    r"(?mi)^[ \t]*(?!\[\[_?toc_?\]\]|\{\{toc\}\})"
    r"(?:\{\{[^{}\n]*\}\}|\{![^{}\n]*!\}|\$\{[^{}\n]*\}|<<<?[ \t]*[@\w./-]+[^\n<>]*"
    r"|-{1,}8<-{1,}[^\n]*"
    r"|@@?(?:include|import)\b[^\n]*|!!?!?[ \t]*include\b[^\n]*|::include\b[^\n]*"
    r"|%%[\w:. -]+%%|\[\[[\w:/. -]+\]\])[ \t]*$"
)
_HTML_INDEX = re.late(r"(?:^|/)index\.html$")
_SHORTCODE = re.late(r"\{\{[<%]")


def find(_files: Files, settings: SiteSettings) -> list[Project]:
    """One project; unless the settings say that it is plain, some generator that cannot be seen may
    build it."""
    roots = tuple(Source(*item) for item in settings.roots.items()) or (Source("", "/"),)
    known = settings.generator == "plain"
    markdown = ("github",) if known else ("github", "kramdown-gfm", "kramdown")
    return [
        Project(
            "plain",
            "",
            roots,
            markdown,
            static=roots,
            file_links=True,
            options={"guessed": not known},
        )
    ]


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    for root, prefix in project.sources:
        skip = len(root) + 1 if root else 0
        for path in files.under(root):
            if MARKDOWN.search(path):
                yield SourcePage(path, _url(prefix, MARKDOWN.sub("", path[skip:])))
        for path in files.under(root):
            if _HTML_INDEX.search(path):  # below the Markdown of the same name, which is the source
                yield SourcePage(path, _url(prefix, path[skip:].removesuffix(".html")))


def _url(prefix: str, stem: str) -> str:
    """``a/b.md`` is ``/a/b``, so that relative links lead where the file viewer has them; an index
    is its folder."""
    where, _, name = stem.rpartition("/")
    index = name.lower() in ("index", "readme", "_index")
    path = f"/{prefix.strip('/')}/{where if index else stem}{'/' if index else ''}"
    return re.sub(r"/{2,}", "/", path)


def source_link(built: BuiltPages, _project: Project, url: str, from_path: str) -> str | None:
    """A relative link names a file, as a file viewer shows it."""
    if not MARKDOWN.search(url):
        return None
    entry = built.by_path.get(
        file_join("" if url.startswith("/") else folder(from_path), url) or ""
    )
    return entry.page.url if entry else None


def expand(expansion: Expansion, body: str, path: str, project: Project) -> str:
    """Templating shows by the file's name or in its text, whichever generator it is for."""
    if path.endswith(".erb"):
        return expand_erb(expansion, body, path)
    if path.endswith(".mdx"):
        return expand_mdx(expansion, body, path)
    if not project.options.get("guessed"):
        return body
    if _INCLUDE_LINE.search(body):
        expansion.doubt("a line that a template fills may bring headings")
    if _SHORTCODE.search(body):
        expansion.doubt("a shortcode may bring headings")
        return body
    return expand_liquid(expansion, body, path)


GENERATOR = Generator(
    "plain",
    find,
    pages,
    expand=expand,
    source_link=source_link,
    copies_markdown=True,
)
