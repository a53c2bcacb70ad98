"""What MkDocs' extensions and plugins bring into a page: snippets, includes, macros.

Sources: pymdownx.snippets' page “Snippets”, the read-me files of mkdocs-include-markdown-plugin,
mkdocstrings and mkdocs-macros-plugin.
"""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.site.build.generators.base import Files, Project, join
from jdlint.site.build.templating.expansion import Expansion
from jdlint.site.build.templating.liquid import expand_nunjucks
from jdlint.site.urls import file_join, folder

_DIRECTIVE = re.late(r"(?m)^[ \t]*:::[ \t]*[\w.-]")
_BROUGHT = re.late(
    r"(?m)^(?P<at>[ \t]*)\{(?:!\s*(?P<bare>[\w./-]+)\s*!"
    r"|%-?\s*include(?:-markdown)?\s+[\"'](?P<quoted>[\w./ -]+)[\"']\s*-?%)\}[ \t]*$"
)
_INCLUDE = re.late(r"\{%-?\s*include|\{!")
_SNIPPET = re.late(
    r"(?m)^(?P<at>[ \t]*)-{1,}8<-{1,}(?:[ \t]+[\"'](?P<bare>[\w./ -]+)[\"'][ \t]*|[ \t].*)?$"
)


def expand(expansion: Expansion, body: str, path: str, project: Project) -> str:
    """A page with the files that it brings in; what is brought in otherwise is not known."""
    extensions, plugins = project.options["extensions"], project.options["plugins"]

    def brought(match: re.Match[str]) -> str:
        name = match["bare"] or match.groupdict().get("quoted")
        if not name or match["at"]:  # a part of a file, several files, in a list
            expansion.doubt("a snippet brings text from elsewhere")
            return ""
        return expansion.include(name, path, lambda e, text, at: expand(e, text, at, project))

    if _SNIPPET.search(body) and any("snippets" in name for name in extensions):
        body = _SNIPPET.sub(brought, body)
    if _DIRECTIVE.search(body) and ("mkdocstrings" in plugins or "mkdocs-click" in extensions):
        expansion.doubt("a plugin writes headings where “:::” stands")
    if "include-markdown" in plugins or any("include" in name for name in extensions):
        body = _BROUGHT.sub(brought, body)
        if _INCLUDE.search(body):
            expansion.doubt("an include brings text from elsewhere")
        return body
    return expand_nunjucks(expansion, body, path) if "macros" in plugins else body


def find_partial(files: Files, project: Project, name: str, path: str) -> str | None:
    """The file of a snippet or an include: beside the page where it says so, else below the folder
    that ``base_path`` names, the project's, or that of the sources."""
    if name.startswith("."):
        beside = file_join(folder(path), name)
        return beside if beside is not None and beside in files.set else None
    given = project.options["snippets"]
    bases = [str(base) for base in (given if isinstance(given, list) else [given])]
    roots = [*(join(project.folder, base) for base in bases), project.sources[0].folder]
    return files.first("", *(join(root, name) for root in roots))
