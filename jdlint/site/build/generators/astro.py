"""Astro: ``src/pages/a/b.md`` builds ``/a/b``; Starlight's ``src/content/docs`` builds ``/`` in the
same way.

Sources: Astro's pages “Routing”, “Pages”, “Markdown in Astro”, “Configuration reference”;
Starlight's “Pages”.
"""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.patterns import regex as re
from jdlint.site.build.anchors.slugs import github
from jdlint.site.build.front_matter import front_data, keys
from jdlint.site.build.generators.base import (
    MARKDOWN,
    Files,
    Generator,
    Project,
    Source,
    SourcePage,
    join,
)
from jdlint.site.build.generators.javascript import (
    expand_page,
    find_mdx_partial,
    plain,
    section,
    value,
)
from jdlint.site.build.settings import SiteSettings
from jdlint.site.redirects.rules import Redirect

_DOCS = "content/docs"  # Starlight's
_CONFIGS = tuple(f"astro.config.{end}" for end in ("mjs", "js", "ts", "cjs", "mts"))
_KEYS = keys("slug", "draft")
# plugins of remark and rehype may give ids; only these are known not to
_OWN_IDS = re.late(
    r"\b(?:remark|rehype)Plugins\s*:\s*\[(?!\s*\])(?!\s*(?:remark(?:Gfm|Math|Toc|Smartypants|Emoji)"
    r"|rehypeKatex"
    r"|rehypeExternalLinks)\s*+,?\s*+\])"
)
_LOCALE = re.late(r"(?:^|[{,])\s*['\"]?([\w-]+)['\"]?\s*:\s*\{")
_PAGE = re.late(r"\.(?:md|mdx|markdown|mdown|mkdn|mkd|mdwn|astro|html)$")
_ENDPOINT = re.late(r"\.[jt]s$")
_VERSION = re.late(r"\"astro\"\s*:\s*\"[^\d\"]{0,9}(\d{1,3})")
_PAIR = re.late(
    r"['\"](/[^'\"]*)['\"]\s*:\s*(?:['\"]([^'\"]+)['\"]|\{[^{}]*destination\s*:\s*['\"]([^'\"]+)['"
    r"\"])"
)


def find(files: Files, settings: SiteSettings) -> list[Project]:
    found = []
    for path in files.named(*_CONFIGS):
        if "node_modules/" not in path:
            at = path.rpartition("/")[0]
            found.append(_project(files, at, plain(files.tree.read(path)), path))
    if not found and settings.generator == "astro":
        return [_project(files, "", "", "", settings)]
    return found[:20]


def _project(
    files: Files, at: str, text: str, config: str, settings: SiteSettings | None = None
) -> Project:
    src = join(at, value(text, "srcDir") or "src")
    base = (value(text, "base") or "").strip("/")
    docs = join(src, _DOCS)
    sources = [Source(join(src, "pages"), "/")]
    if docs in files.folders and ("starlight" in text or not config):
        sources.append(Source(docs, "/"))
    if settings is not None and settings.roots:
        sources = [Source(*item) for item in settings.roots.items()]
    own = _OWN_IDS.search(text)
    return Project(
        "astro",
        at,
        tuple(sources),
        ("unknown",) if own else _families(files, at),
        base=f"/{base}" if base else "",
        url=value(text, "site"),
        static=(Source(join(at, value(text, "publicDir") or "public"), "/"),),
        layouts=(join(src, "layouts"), join(src, "components")),
        known=bool(text),
        options={
            "text": text,
            "config": config,
            "format": value(section(text, "build"), "format") or "directory",
            "slash": value(text, "trailingSlash") or "ignore",
            "theme_ids": ("_top",) if any(source.folder == docs for source in sources) else (),
            "either": "the version of Astro, which is not written down, decides on the id",
        },
    )


def _families(files: Files, at: str) -> tuple[str, ...]:
    """How ids are made by the version of Astro that is asked for; all ways where none is."""
    match = _VERSION.search(files.tree.read(join(at, "package.json")) or "")
    if not match:
        return ("astro-7", "astro-6", "astro")
    return (f"astro-{min(int(match[1]), 7)}" if int(match[1]) > 5 else "astro",)


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    for root, prefix in project.sources:
        base = f"{project.base}/{prefix.strip('/')}".rstrip("/")
        for path in files.under(root):
            inner = path[len(root) + 1 :]
            parts = inner.split("/")
            docs = root.endswith(_DOCS)
            # Starlight looks at the names of files only
            hidden = parts[-1:] if docs else parts
            if (
                any(part.startswith("_") for part in hidden)
                or (not docs and "[" in inner)
                or not _PAGE.search(inner)
            ):
                continue
            stem, draft = _PAGE.sub("", inner), False
            if docs and MARKDOWN.search(path):
                stem, draft = _document(files, path, stem)
            yield SourcePage(path, f"{base}/{_address(project, stem)}", (), draft)
        if root.endswith(_DOCS):
            yield from _fallbacks(project, files, root, base)


def _document(files: Files, path: str, stem: str) -> tuple[str, bool]:
    """The path that a page of Starlight builds, and whether it is a draft."""
    front = front_data(files.tree.read(path) or "", _KEYS)
    slug = front.get("slug")
    if isinstance(slug, str):
        return slug.strip("/"), front.get("draft") is True
    return "/".join(github(part) for part in stem.split("/")), front.get("draft") is True


def _address(project: Project, stem: str) -> str:
    """The path of a page as servers have it: a folder, with a slash at its end, unless the
    configuration wants files or no slash."""
    bare = re.sub(r"(?:^|/)index$", "", stem)
    form, slash = project.options["format"], project.options["slash"]
    as_file = form == "file" or (form == "preserve" and bare == stem) or slash == "never"
    return bare if as_file or not bare else bare + "/"


def _locales(text: str) -> tuple[str, list[str]]:
    """The folder of Starlight's default language (``""``: the root) and those of the others."""
    block = section(text, "locales")
    names = _LOCALE.findall(re.sub(r"\{[^{}]*\}", "{", block))
    default = value(text, "defaultLocale") or "root"
    others = [name for name in names if name not in ("root", default)]
    return ("" if default == "root" or "root" in names else default), others


def _fallbacks(project: Project, files: Files, root: str, base: str) -> Iterator[SourcePage]:
    """Starlight shows a page that is not translated in its default language."""
    default, others = _locales(project.options["text"])
    for path in files.under(root) if others else ():
        inner = path[len(root) + 1 :]
        first, name = inner.partition("/")[0], inner.rpartition("/")[2]
        foreign = first in others or (default and first != default)
        if not MARKDOWN.search(path) or foreign or name.startswith("_"):
            continue
        rest = inner[len(default) + 1 :] if default else inner
        stem, draft = _document(files, path, _PAGE.sub("", rest))
        for other in others:
            yield SourcePage(path, f"{base}/{_address(project, f'{other}/{stem}')}", (), draft)


def makes(project: Project, page: str, files: Files) -> str:
    """Why Astro may build a page without a source of its own: a dynamic route stands above it."""
    inner = page.removeprefix(project.base).strip("/")
    for root, _ in project.sources:
        for path in files.under(root):
            route = path[len(root) + 1 :]
            if "[" in route and inner.startswith(route.partition("[")[0].strip("/")):
                return f"“{path}” builds pages from data"
            if _ENDPOINT.search(route) and _ENDPOINT.sub("", route) == inner:
                return f"“{path}” builds this URL"
    return ""


def rewrites(project: Project, url: str, _built: bool) -> str:
    """A page that is built as a folder and linked to without a slash: relative links of it lead
    where the server has it."""
    folders = project.options["slash"] == "never" and project.options["format"] == "directory"
    if folders and not url.startswith("/"):
        return "whether the page's address ends with a slash is the server's to say"
    return ""


def redirects(project: Project, _files: Files) -> Iterator[Redirect]:
    """``redirects`` of the configuration, without placeholders."""
    text = project.options.get("text", "")
    for match in _PAIR.finditer(section(text, "redirects")):
        target = match[2] or match[3]
        if "[" not in match[1] and "[" not in target:
            # The base stands before the old path only, as Astro has it
            yield Redirect("page", project.base + match[1], target, project.options["config"])


GENERATOR = Generator(
    "astro",
    find,
    pages,
    makes=makes,
    rewrites=rewrites,
    redirects=redirects,
    find_partial=find_mdx_partial,
    expand=expand_page,
    partials_are_pages=True,
)
