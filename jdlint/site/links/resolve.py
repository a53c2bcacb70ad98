"""One link, step by step: whose URL it is, which page it names, whether that page and its anchor
exist."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.site.build.generators import generator
from jdlint.site.build.generators.base import MARKDOWN, Project
from jdlint.site.links.answer import Answer
from jdlint.site.links.files import source_link, static_file
from jdlint.site.links.from_build import from_build
from jdlint.site.links.missing import absent
from jdlint.site.links.model import SiteModel
from jdlint.site.links.nearest import nearest
from jdlint.site.redirects.rules import follow
from jdlint.site.urls import Parts, decoded, file_join, folder, join, key, split

_TEMPLATED = re.late(r"<%|\{\{|\{%|\$\{|\ue000|%7B%7B", re.I)
# Ids that a theme gives to every page, where the theme is not in the tree
_THEME_IDS_WORDS = (
    "content main main-content maincontent header footer nav navigation menu sidebar toc "
    "tableofcontents search top page-top pagetop comments disqus_thread contents wrapper skip-to- "
    "content __docusaurus _top"
)
# an address inside a page that no heading makes (“#/jobs”, “#term:crew”); footnotes have “fn:1”
_SCRIPTED = re.late(r"[/!]|[\w-]+=|(?!fn)[\w-]+:\w")
_THEME_IDS = frozenset(_THEME_IDS_WORDS.split())
_PAGE = re.late(r"(?:/|^[^.]*|/[^./]*|\.(?:html?|md|markdown|mdx|php|aspx?))$", re.I)


def resolve(model: SiteModel, url: str, from_path: str) -> Answer:
    """Where the URL of a link leads from a file."""
    url = url.strip()
    if not url:
        return Answer("unknown", reason="the link has no target")
    if _TEMPLATED.search(url):
        plain = source_link(model, url, from_path)
        if plain is None:
            return Answer("unknown", reason="a template builds this link")
        url = plain
    parts = split(url)
    if parts.scheme not in ("", "http", "https"):
        return Answer("external")
    if parts.host and parts.host not in model.hosts:
        return Answer("external")
    if parts.scheme and not parts.host:
        return Answer("unknown", reason="the URL names no host")
    return _local(model, parts, from_path)


def _local(model: SiteModel, parts: Parts, from_path: str) -> Answer:
    fragment = (parts.fragment or "").partition(":~:")[0]
    entry = model.pages.by_path.get(from_path)
    if not parts.host and not parts.path:
        label = source_link(model, f"#{fragment}", from_path) if fragment else None
        if label is not None:
            page, _, fragment = label.partition("#")
            return _page(model, page, fragment)
        return _same_page(model, from_path, entry.page.url if entry else "", fragment)
    if not parts.host:
        file = source_link(model, parts.path, from_path)
        if file is not None:
            return _page(model, decoded(file), fragment)
        if not parts.path.startswith("/"):
            if entry is None:
                return _outside(model, parts.path, from_path, fragment)
            beside = _beside(model, entry.project, parts.path, from_path)
            if beside is not None:
                return Answer("resolves", path=beside, fragment=fragment)
            missing = _missing_source(entry.project, parts.path, from_path)
            if missing is not None:
                return _doubted(entry.project, parts, absent(model, missing, fragment))
    page = join(entry.page.url if entry else "/", decoded(parts.path) or "/")
    answer = _page(model, page, fragment)
    if entry is not None:
        return _doubted(entry.project, parts, answer)
    if answer.verdict == "broken-page" and not parts.host and not model.settings.complete:
        reason = "this file builds no page of the site"
        return Answer("unknown", page, fragment=answer.fragment, reason=reason)
    return answer


def _doubted(project: Project, parts: Parts, answer: Answer) -> Answer:
    """The answer, or that nobody can know: a hook of the project may send the link elsewhere."""
    if not answer.verdict.startswith("broken") or parts.host:
        return answer
    broken_anchor = answer.verdict == "broken-anchor"
    reason = generator(project.generator).rewrites(project, parts.path, broken_anchor)
    return answer._replace(verdict="unknown", reason=reason) if reason else answer


def _beside(model: SiteModel, project: Project, path: str, from_path: str) -> str | None:
    """The file of a relative link that the generator takes along with the page."""
    if not generator(project.generator).serves_beside:
        return None
    file = file_join(folder(from_path), path)
    known = file is not None and file in model.files.set and not MARKDOWN.search(file)
    return file if known else None


def _missing_source(project: Project, path: str, from_path: str) -> str | None:
    """The URL path that a source which is not there would build, where links name sources."""
    if not (project.file_links and MARKDOWN.search(path)):
        return None
    file = file_join(folder(from_path), path)
    for source in project.sources:
        if file is not None and (not source.folder or file.startswith(source.folder + "/")):
            inner = MARKDOWN.sub("", source.inner(file))
            return f"{project.base}/{source.url.strip('/')}/{inner}".replace("//", "/")
    return None


def _outside(model: SiteModel, path: str, from_path: str, fragment: str) -> Answer:
    """A relative link in a file that builds no page."""
    file = file_join(folder(from_path), path)
    if file is not None and file in model.files.set:
        return Answer("resolves", path=file, fragment=fragment)
    return Answer("unknown", fragment=fragment, reason="this file builds no page of its own")


def _same_page(model: SiteModel, from_path: str, url: str, fragment: str) -> Answer:
    if not fragment:
        return Answer("resolves", page=url, path=from_path)
    answer = _anchor(model, url, from_path, fragment)
    if (
        answer.verdict == "broken-anchor"
        and not url
        and from_path.rpartition("/")[2].startswith("_")
    ):
        return Answer(
            "unknown",
            path=from_path,
            fragment=answer.fragment,
            reason="this file is a part of other pages",
        )
    return answer


def _page(model: SiteModel, page: str, fragment: str) -> Answer:
    """The answer for a URL path of the site."""
    name = key(page)
    if model.built_site is not None and not model.is_elsewhere(page):
        real = from_build(model, model.built_site, page, fragment)
        if real is not None:
            return real
    built = model.pages.built.get(name)
    redirect = _redirected(model, page, fragment, forced=built is not None)
    if redirect is not None:
        return redirect
    if built is not None:
        return _anchor(model, page, built.page.path, fragment)
    if name in model.own_pages:
        return _declared(model, page, name, fragment)
    file = static_file(model, page)
    if file is not None:
        return Answer("resolves", page=page, path=file, fragment=fragment)
    redirect = _redirected(model, page, fragment, forced=False)
    if redirect is not None:
        return redirect
    return absent(model, page, fragment)


def _redirected(model: SiteModel, page: str, fragment: str, forced: bool) -> Answer | None:
    """The answer of a redirect; ``forced`` asks only for rules that win over a page that exists."""
    rules = model.redirects
    if not rules or (forced and not rules.forced):
        return None
    if forced:
        found = rules.find(page)
        if found is None or not found.rule.force:
            return None
    outcome = follow(rules, page, tuple(model.hosts), lambda path: key(path) in model.pages.built)
    if outcome is None:
        return None
    file = outcome.rules[0].file
    if outcome.loop:
        reason = "redirects go round in a circle"
        return Answer("broken-page", page, fragment=fragment, redirect_file=file, reason=reason)
    if any(rule.uncertain for rule in outcome.rules):
        reason = "a redirect depends on the visitor"
        return Answer("unknown", page, fragment=fragment, redirect_file=file, reason=reason)
    wanted = fragment if outcome.fragment is None else outcome.fragment
    target = outcome.target.partition("#")[0]
    if outcome.rules[-1].rewrite:
        return _rewritten(model, page, target, wanted, file)
    return _target(model, page, target, fragment, wanted, file)


def _target(
    model: SiteModel, page: str, target: str, fragment: str, wanted: str, file: str
) -> Answer:
    """The answer for a redirect to ``target``, which the fragment ``wanted`` follows."""
    parts = split(target)
    target = f"{target}#{wanted}" if wanted else target
    if parts.host and parts.host not in model.hosts:
        return Answer("redirected", page, fragment=fragment, redirect=target, redirect_file=file)
    name = key(decoded(parts.path) or "/")
    if name == key(page):
        return Answer("resolves", page, fragment=fragment, redirect_file=file)
    built = model.pages.built.get(name)
    sure: bool | None = None
    path = ""
    if built is not None:
        path = built.page.path
        sure = not wanted or _anchor(model, target, path, wanted).verdict == "resolves"
    return Answer(
        "redirected",
        page,
        path=path,
        fragment=fragment,
        redirect=target,
        redirect_ok=sure,
        redirect_file=file,
    )


def _rewritten(model: SiteModel, page: str, target: str, fragment: str, file: str) -> Answer:
    """The answer where another page is served at a URL."""
    parts = split(target)
    built = model.pages.built.get(key(decoded(parts.path) or "/"))
    if built is None or (parts.host and parts.host not in model.hosts):
        why = f"“{file}” says that “{target}” is served there"
        return Answer("unknown", page, fragment=fragment, redirect_file=file, reason=why)
    return _anchor(model, page, built.page.path, fragment)


def _declared(model: SiteModel, page: str, name: str, fragment: str) -> Answer:
    """A page that the settings declare."""
    ids = model.own_pages[name]
    if not fragment or ids is None or fragment in ids or fragment.lower() == "top":
        unknown = bool(fragment) and ids is None
        return Answer(
            "unknown" if unknown else "resolves",
            page,
            fragment=fragment,
            reason="something else builds the page" if unknown else "",
        )
    return Answer("broken-anchor", page, fragment=fragment, anchors=nearest(fragment, ids))


def _anchor(model: SiteModel, page: str, path: str, raw: str) -> Answer:
    """Whether the page has the id; a browser compares the fragment as written, then decoded, and
    knows ``#top``."""
    fragment = decoded(raw)
    if not fragment or fragment.lower() == "top":
        return Answer("resolves", page, path, fragment)
    ids = model.pages.ids(path, fragment)
    if {fragment, raw} & ids.sure or fragment in model.pages.layout_ids:
        return Answer("resolves", page, path, fragment)
    if ids.unknown:
        return Answer("unknown", page, path, fragment, reason=ids.unknown)
    if {fragment, raw} & ids.possible:
        return Answer("unknown", page, path, fragment, reason=ids.why_possible)
    if _guessed(model, path) and _spelt(fragment) in map(_spelt, ids.ordered):
        return Answer(
            "unknown",
            page,
            path,
            fragment,
            reason="the generator that makes the anchors is not known",
        )
    if _SCRIPTED.match(fragment):
        return Answer(
            "unknown", page, path, fragment, reason="a script of the page may answer to it"
        )
    if fragment.lower() in _THEME_IDS:
        return Answer(
            "unknown", page, path, fragment, reason="the site's theme may have this anchor"
        )
    return Answer("broken-anchor", page, path, fragment, anchors=nearest(fragment, ids.ordered))


def _guessed(model: SiteModel, path: str) -> bool:
    """Whether no generator is known, so that punctuation may count otherwise in the ids."""
    entry = model.pages.by_path.get(path)
    project = entry.project if entry else next(iter(model.pages.projects), None)
    return (
        project is not None and bool(project.options.get("guessed")) and not model.settings.markdown
    )


def _spelt(name: str) -> str:
    return re.sub(r"[-_]+", "-", name).strip("-")
