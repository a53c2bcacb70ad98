"""MkDocs: ``docs/a/b.md`` builds ``/a/b/``; pages link to each other's sources.

Sources: MkDocs' pages “Configuration”, “Writing your docs”; Python-Markdown's “Table of Contents”
and “Extensions”.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.site.build.data import Tagged, dig, mapping, merged
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
from jdlint.site.build.generators.mkdocs_parts import expand, find_partial
from jdlint.site.build.ignored import ignored_by
from jdlint.site.build.settings import SiteSettings
from jdlint.site.redirects.rules import Redirect
from jdlint.site.urls import file_join, folder

_MAKERS = (
    "gen-files",
    "blog",
    "monorepo",
    "multirepo",
    "mkdocs-jupyter",
    "i18n",
    "mike",
    "tags",
    "api-autonav",
    "awesome-nav",
)
# plugins that make no page of their own; another one may
_PLAIN = frozenset(
    "search redirects minify autorefs literate-nav section-index awesome-pages mkdocstrings macros "
    "include-markdown exclude exclude-search offline privacy social meta optimize group typeset "
    "info glightbox lightgallery git-revision-date git-revision-date-localized git-authors "
    "git-committers git-committers-2 htmlproofer linkcheck rss panzoom mermaid2 swagger-ui-tag "
    "charts table-reader print-site with-pdf pdf-export pdf-export2 to-pdf markdown-exec callouts "
    "kroki kroki-wrapper drawio drawio-exporter diagrams open-in-new-tab spellcheck termynal "
    "asciinema-player video audio img2fig-plugin caption bibtex abbreviations macros-plugin "
    "ezlinks ezlinked roamlinks obsidian-bridge autolinks_plugin markdownextradata no-sitemap-file "
    "encryptcontent d2 plantuml_markdown build_plantuml mkdocs-simple-hooks".split()
)
_FINDERS = ("ezlinks", "ezlinked", "roamlinks", "obsidian-bridge", "autolinks_plugin")
_CONFIGS = ("mkdocs.yml", "mkdocs.yaml", "zensical.toml")


def find(files: Files, settings: SiteSettings) -> list[Project]:
    found = []
    paths = [*files.named(*_CONFIGS), *files.inside(".config", *_CONFIGS)]
    for path in paths:
        data = _configured(files, path)
        at = path.rpartition("/")[0].removesuffix(".config").rstrip("/")
        docs = join(at, str(data.get("docs_dir") or "docs"))
        if docs in files.folders:
            found.append(_project(at, data, docs))
    if not found and settings.generator == "mkdocs":
        return [
            _project("", {}, root, prefix)
            for root, prefix in (settings.roots or {"docs": "/"}).items()
        ]
    return found[:20]


def _project(at: str, data: Mapping[str, Any], docs: str, prefix: str = "/") -> Project:
    url = data.get("site_url") if isinstance(data.get("site_url"), str) else None
    plugins = _names(data.get("plugins"))
    extensions = _names(data.get("markdown_extensions"))
    toc = extensions.get("toc") or {}
    family, slug = _slug(toc.get("slugify", False) if isinstance(toc, dict) else False)
    return Project(
        "mkdocs",
        at,
        (Source(docs, prefix),),
        (family,),
        base=re.sub(r"^\w+://[^/]*", "", url or "").rstrip("/"),
        url=url,
        static=(Source(docs, prefix),),
        layouts=(join(at, str(dig(data, "theme", "custom_dir") or "overrides")),),
        file_links=True,
        known=bool(data),
        makes_more=_makes_more(data, plugins),
        options={
            "data": data,
            "plugins": plugins,
            "snippets": dig(extensions.get("pymdownx.snippets"), "base_path") or ".",
            "slug": slug,
            "separator": str(toc.get("separator", "-")) if isinstance(toc, dict) else "-",
            "extensions": frozenset(
                name.rpartition("markdown.extensions.")[2] for name in extensions
            ),
        },
    )


def _makes_more(data: Mapping[str, Any], plugins: Mapping[str, Any]) -> str:
    """Why there may be pages without a source: a plugin that makes some, or one nobody knows."""
    names = {name.rpartition("/")[2]: name for name in plugins}
    for name, whole in names.items():
        if name in _MAKERS:
            return f"the plugin “{whole}” makes pages"
    for name, whole in names.items():
        if name not in _PLAIN:
            return f"the plugin “{whole}” may make pages"
    hooks = data.get("hooks")
    return "a hook of the configuration may make pages" if hooks else ""


_SLUGS = {"uslugify": "lower", "uslugify_cased": "none", "gfm": "lower"}


def _slug(value: Any) -> tuple[str, str]:
    """The family of ids and the case of pymdownx's slugs, where the configuration names one."""
    if value is False or value is None:
        return "python-markdown", ""
    if not isinstance(value, Tagged):
        return "unknown", ""
    name = value.tag.rpartition(":")[2]
    if name.startswith("pymdownx.slugs."):
        own = name.rpartition(".")[2]
        given = dig(value.value, "kwds") if isinstance(value.value, dict) else {}
        if isinstance(given, dict) and not set(given) - {"case"} and own == "slugify":
            case = str(given.get("case") or "none")
            return ("python-markdown", case) if case in _CASES else ("unknown", "")
        if own in _SLUGS and not given:
            return "python-markdown", _SLUGS[own]
    return "unknown", ""


_CASES = ("none", "lower", "lower-ascii", "fold")


def _configured(files: Files, path: str, depth: int = 0) -> dict[str, Any]:
    """A configuration over the one that it inherits from."""
    data = mapping(files.tree.read(path), path)
    if path.endswith(".toml"):  # Zensical writes MkDocs’ settings below “project”
        data = _zensical(dig(data, "project") or {})
    base = data.get("INHERIT")
    above = file_join(folder(path), base) if isinstance(base, str) and depth < 5 else None
    if above is None or above not in files.set:
        return data
    return merged(_configured(files, above, depth + 1), data)


def _zensical(project: Mapping[str, Any]) -> dict[str, Any]:
    """Zensical's settings as MkDocs has them: extensions are tables, and those that it turns on by
    itself hold where none is named."""
    data = dict(project)
    data["markdown_extensions"] = _tables(data.get("markdown_extensions")) or [
        "attr_list",
        "md_in_html",
        "footnotes",
        "toc",
        "def_list",
        "pymdownx.emoji",
        "pymdownx.superfences",
    ]
    data["plugins"] = _tables(data.get("plugins"))
    return data


def _tables(value: Any, prefix: str = "") -> list[Any]:
    """Nested tables of TOML as MkDocs lists extensions: ``pymdownx.superfences`` is two deep."""
    if not isinstance(value, dict):
        return value if isinstance(value, list) else []
    found: list[Any] = []
    for name, options in value.items():
        if name == "pymdownx" and isinstance(options, dict):
            found += _tables(options, "pymdownx.")
        else:
            found.append({prefix + str(name): options if isinstance(options, dict) else {}})
    return found


def _left_out(data: Mapping[str, Any]) -> Callable[[str], bool]:
    """Whether MkDocs builds no page of a file: what it is told, dot files and templates."""
    texts = [data.get(key) for key in ("exclude_docs", "draft_docs")]
    lines = "\n".join(text for text in texts if isinstance(text, str))
    return ignored_by(f".*\n/templates/\n{lines}")


def _names(value: Any) -> dict[str, Any]:
    """Plugins and extensions as MkDocs lists them: names, or mappings of a name to its options."""
    found: dict[str, Any] = {}
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            found[item] = {}
        elif isinstance(item, dict):
            found.update({str(name): options for name, options in item.items()})
    return found


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    left_out = _left_out(project.options["data"])
    for docs, prefix in project.sources:
        base = f"{project.base}/{prefix.strip('/')}".rstrip("/")
        for path in files.under(docs):
            inner = path[len(docs) + 1 :] if docs else path
            if not MARKDOWN.search(path) or left_out(inner):
                continue
            where, _, name = MARKDOWN.sub("", inner).rpartition("/")
            if name == "README" and join(folder(path), "index.md") in files.set:
                continue
            parts = [where, "" if name in ("index", "README") else name]
            stem = "/".join(part for part in parts if part)
            url = f"{base}/{stem}/" if stem else f"{base}/"
            if dig(project.options["data"], "use_directory_urls") is False and parts[-1]:
                url = f"{base}/{stem}.html"
            yield SourcePage(path, url)


def redirects(project: Project, _files: Files) -> Iterator[Redirect]:
    """``redirect_maps`` of the plugin mkdocs-redirects: old source -> new source or URL."""
    table = dig(project.options["plugins"].get("redirects"), "redirect_maps")
    for old, new in table.items() if isinstance(table, dict) else ():
        target = str(new) if "://" in str(new) else _built(project, str(new))
        yield Redirect(
            "page", _built(project, str(old)), target, join(project.folder, "mkdocs.yml")
        )


def _built(project: Project, source: str) -> str:
    path, mark, fragment = source.partition("#")
    stem = re.sub(r"(?:^|/)(?:index|README)$", "", MARKDOWN.sub("", path))
    return f"{project.base}/{stem}/".replace("//", "/") + mark + fragment


def rewrites(project: Project, _url: str, _built: bool) -> str:
    """Some plugins look for the page that a link names, wherever it lies."""
    finder = next((name for name in _FINDERS if name in project.options["plugins"]), "")
    return f"the plugin “{finder}” decides where the link leads" if finder else ""


def source_link(built: BuiltPages, _project: Project, url: str, from_path: str) -> str | None:
    """A relative link to a Markdown file becomes the link to its page, with a slash behind too."""
    url = url.rstrip("/")
    if not MARKDOWN.search(url) or url.startswith("/") or "{" in url:
        return None
    file = file_join(folder(from_path), url)
    entry = built.by_path.get(file or "")
    return entry.page.url if entry else None


GENERATOR = Generator(
    "mkdocs",
    find,
    pages,
    redirects=redirects,
    find_partial=find_partial,
    expand=expand,
    source_link=source_link,
    rewrites=rewrites,
    serves_beside=True,
)
