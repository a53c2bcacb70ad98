"""Hugo: ``content/posts/a.md`` builds ``/posts/a/``.

Sources: Hugo's pages “Content organization”, “Configure markup”, “Link render hooks”, “ref and
relref”, “Mounts” and “Shortcodes”, and the template of its embedded link hook.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.site.build.data import dig
from jdlint.site.build.generators.base import (
    MARKDOWN,
    BuiltPages,
    Files,
    Generator,
    Project,
    Source,
    join,
)
from jdlint.site.build.generators.hugo.config import Config, configs, plain_ids
from jdlint.site.build.generators.hugo.pages import contents, pages
from jdlint.site.build.settings import SiteSettings
from jdlint.site.build.templating.expansion import Expansion
from jdlint.site.build.templating.shortcodes import expand_hugo
from jdlint.site.urls import folder

_FAMILIES = {
    "github": "goldmark",
    "github-ascii": "goldmark-ascii",
    "blackfriday": "goldmark-blackfriday",
}
_REF = re.late(
    r"\{\{[<%]\s*(?:rel)?ref\s++(?:path\s*=\s*+)?[\"']?([^\s\"'>%]++)[\"']?[^>%]*[>%]\}\}"
)
_HOOK = re.late(r"(?:^|/)_markup/render-link(?:\.[\w.-]+)?\.html$")
_HEADING_HOOK = re.late(r"(?:^|/)_markup/render-heading(?:\.[\w.-]+)?\.html$")
_LOOKS_UP = re.late(r"GetPage|\b(?:rel)?ref\b|RelPermalink|\.Resources|[rR]eplace|[tT]rim|Format")


def find(files: Files, settings: SiteSettings) -> list[Project]:
    found = []
    for config in configs(files):
        content = join(config.folder, str(dig(config.data, "contentdir") or "content"))
        sure = settings.generator == "hugo" or _is_hugo(files, config)
        if sure and (content in files.folders or _mounted(config)):
            found.append(_project(files, config, content))
    if not found and settings.generator == "hugo":
        roots = settings.roots or {"content": "/"}
        return [_project(files, Config("", "", {}), *root) for root in roots.items()]
    return found[:20]


def _is_hugo(files: Files, config: Config) -> bool:
    """Whether a configuration is Hugo's: ``config.yaml`` may be anybody's, and a base URL is often
    given when the site is built."""
    name = config.path.rpartition("/")[2]
    if name.startswith("hugo.") or "/_default/" in f"/{config.path}":
        return True
    keys = {str(key).lower() for key in config.data}
    own = [join(config.folder, part) for part in ("archetypes", "layouts", "themes")]
    return "baseurl" in keys or (
        bool(keys & {"languagecode", "theme", "markup", "params", "title"})
        and any(part in files.folders for part in own)
    )


def _mounts(config: Config) -> list[Mapping[str, Any]]:
    found = dig(config.data, "module", "mounts")
    return [mount for mount in found if isinstance(mount, dict)] if isinstance(found, list) else []


def _mounted(config: Config) -> bool:
    return any(str(dig(mount, "target") or "").startswith("content") for mount in _mounts(config))


def _project(files: Files, config: Config, content: str, prefix: str = "/") -> Project:
    at, data = config.folder, config.data
    url = dig(data, "baseurl")
    url = url if isinstance(url, str) else ""
    mounted = _mounted_content(config)
    lost = next((s.folder for s in mounted if s.folder not in files.folders), "")
    sources = [s for s in mounted if s.folder in files.folders] or [Source(content, prefix)]
    hook, why = _link_hook(files, config)
    return Project(
        "hugo",
        at,
        tuple(sources),
        _families(files, config),
        base=re.sub(r"^\w+://[^/]*", "", url).rstrip("/"),
        url=url if "://" in url else None,
        static=tuple(Source(folder_, "/") for folder_ in _static(at, data)),
        layouts=(join(at, "layouts"), join(at, "themes")),
        file_links=hook,
        known=bool(data) or bool(config.path),
        makes_more=f"the configuration mounts “{lost}”, which is not in the tree" if lost else "",
        options={
            "data": data,
            "rewrites": why,
            "auto_ids": dig(data, "markup", "goldmark", "parser", "autoHeadingID") is not False,
            "typographer": _typographer(data),
            "either": "the version of Hugo, which is not written down, decides on the id",
        },
    )


def _mounted_content(config: Config) -> list[Source]:
    """The folders that the configuration mounts as content, and where."""
    return [
        Source(
            join(config.folder, str(dig(mount, "source") or "")),
            "/" + str(dig(mount, "target"))[8:],
        )
        for mount in _mounts(config)
        if str(dig(mount, "target") or "").split("/")[0] == "content"
    ]


def _static(at: str, data: Mapping[str, Any]) -> Iterator[str]:
    named = dig(data, "staticdir") or "static"
    for name in named if isinstance(named, list) else [named]:
        yield join(at, str(name))
    yield join(at, "assets")


def _typographer(data: Mapping[str, Any]) -> bool:
    value = dig(data, "markup", "goldmark", "extensions", "typographer")
    return value is not False and dig(value, "disable") is not True


def _families(files: Files, config: Config) -> tuple[str, ...]:
    """The families of ids that the headings may have: one where the version of Hugo is written
    down, else that of plain text and that of the Markdown."""
    kind = str(
        dig(config.data, "markup", "goldmark", "parser", "autoHeadingIDType")
        or dig(config.data, "markup", "goldmark", "parser", "autoIDType")
        or "github"
    )
    if dig(config.data, "markup", "defaultMarkdownHandler") not in (None, "goldmark"):
        return ("unknown",)
    if dig(config.data, "markup", "goldmark", "parser", "autoDefinitionTermID") is True:
        return ("unknown",)  # terms of definition lists have ids of their own, which nobody reads
    hooks = [path for path in _layouts(files, config) if _HEADING_HOOK.search(path)]
    if any("Anchor" not in (files.tree.read(path) or "Anchor") for path in hooks):
        return ("unknown",)
    family = _FAMILIES.get(kind, "unknown")
    plain = plain_ids(files, config.folder, config.data)
    if family == "unknown" or plain is False:
        return (family,)
    return (f"{family}-plain",) if plain else (f"{family}-plain", family)


def _layouts(files: Files, config: Config) -> Iterator[str]:
    yield from files.under(join(config.folder, "layouts"))
    yield from files.under(join(config.folder, "themes"))


def _link_hook(files: Files, config: Config) -> tuple[bool, str]:
    """Whether links to sources become links to their pages; and why a link may lead elsewhere than
    it says all the same."""
    own = [path for path in _layouts(files, config) if _HOOK.search(path)]
    texts = [files.tree.read(path) or "" for path in own]
    if any(_LOOKS_UP.search(text) for text in texts):
        return True, f"“{own[0]}” decides where the link leads"
    embedded = dig(config.data, "markup", "goldmark", "renderHooks", "link")
    use = str(dig(embedded, "useEmbedded") or "auto").lower()
    languages = dig(config.data, "languages")
    several = isinstance(languages, dict) and len(languages) > 1
    if use in ("always", "fallback") or dig(embedded, "enableDefault") is True:
        return not own or use == "always", ""
    why = "" if own else _theme_elsewhere(files, config)
    return (use == "auto" and several and not own), why


def _theme_elsewhere(files: Files, config: Config) -> str:
    """Why a theme outside the tree may bring a hook of its own."""
    named = dig(config.data, "theme") or dig(config.data, "module", "imports")
    names = [named] if isinstance(named, str) else named if isinstance(named, list) else []
    for name in names:
        path = str(dig(name, "path") or "") if isinstance(name, dict) else str(name)
        if path and join(config.folder, "themes", path) not in files.folders:
            return f"the theme “{path}” may change where links to sources lead"
    return ""


def makes(_project: Project, page: str, _files: Files) -> str:
    """Why Hugo may build a page without a source: its pagination."""
    if re.search(r"(?:^|/)page/\d+/?$", page):
        return "Hugo builds pages of lists by itself"
    return ""


def rewrites(project: Project, url: str, built: bool) -> str:
    """Why a link may lead elsewhere than it says: a hook that nobody can follow."""
    reason: str = project.options.get("rewrites", "")
    return reason if reason and (MARKDOWN.search(url) or project.file_links or built) else ""


def find_partial(files: Files, project: Project, name: str, _path: str) -> str | None:
    if not name.startswith("shortcodes/"):
        return None
    own = files.first(project.folder, "layouts/" + name, "layouts/_" + name)
    return own or next(
        (
            found
            for found in files.under(join(project.folder, "themes"))
            if found.endswith("/" + name)
        ),
        None,
    )


def expand(expansion: Expansion, body: str, path: str, _project: Project) -> str:
    return expand_hugo(expansion, body, path)


def source_link(built: BuiltPages, project: Project, url: str, from_path: str) -> str | None:
    """``{{< ref "a.md#b" >}}``, and any relative link where a link hook looks pages up."""
    match = _REF.search(url)
    if match:
        return _referred(built, project, url, match, from_path)
    if project.file_links and "{" not in url:
        return _looked_up(built, project, url, from_path)
    return None


def _referred(
    built: BuiltPages, project: Project, url: str, match: re.Match[str], from_path: str
) -> str | None:
    """A path from the content folder or from here, or the only file of this name."""
    target, mark, fragment = match[1].partition("#")
    rest = url[match.end() :] or mark + fragment
    if not target:
        return rest
    found = _looked_up(built, project, target, from_path)
    if found is not None:
        return found + rest
    ends = ("/" + target.strip("/"), "/" + target.strip("/") + ".md")
    same = [entry.page.url for path, entry in built.by_path.items() if path.endswith(ends)]
    return same[0] + rest if len(same) == 1 else None


def _looked_up(built: BuiltPages, project: Project, url: str, from_path: str) -> str | None:
    """The page that Hugo's ``GetPage`` finds: from the page's folder, then from the content folder
    unless the path starts with a dot."""
    name = url.strip().removeprefix("./").rstrip("/")
    here = folder(from_path)
    if not MARKDOWN.search(name) and from_path.rpartition("/")[2].startswith("index."):
        here = folder(here)  # a bundle stands for its folder, and looks beside that
    roots = [source.folder for source in contents(project)]
    places = [] if url.startswith("/") else [here]
    places += [] if name.startswith("..") else roots
    language = re.search(r"\.([\w-]+)\.\w+$", from_path.rpartition("/")[2])
    for place in places:
        whole = join(place, name)
        if whole == ".." or whole.startswith("../"):
            continue
        for path in _candidates(whole, language[1] if language else ""):
            if entry := built.by_path.get(path):
                return entry.page.url
    return None


def _candidates(whole: str, language: str) -> Iterator[str]:
    """The files that a path may name, those of the page's own language first."""
    stem = MARKDOWN.sub("", whole)
    if language:
        yield from (f"{stem}.{language}.md", f"{whole}/_index.{language}.md")
        yield f"{whole}/index.{language}.md"
    yield from (whole, f"{whole}.md", f"{whole}/_index.md", f"{whole}/index.md", f"{whole}/")


GENERATOR = Generator(
    "hugo",
    find,
    pages,
    makes=makes,
    find_partial=find_partial,
    expand=expand,
    source_link=source_link,
    rewrites=rewrites,
)
