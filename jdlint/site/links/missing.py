"""A page that is not in the tree: is it missing, or only not here?

What somebody else may build is never called missing: other parts of the domain, pages that the
generator makes from data, folders, files that are copied in. What the configuration says about the
tree counts first, then the tree.
"""

from __future__ import annotations

from jdlint.site.build.generators import generator
from jdlint.site.build.generators.base import Project
from jdlint.site.links.answer import Answer
from jdlint.site.links.completeness import is_asset, section
from jdlint.site.links.model import SiteModel
from jdlint.site.urls import key
from jdlint.site.vote import share_of

_FEW = 3  # absent pages that a complete site may be linked to by mistake, whatever its size
_SHARE = 0.1
_ENOUGH = 5
_LEAST = 2  # pages of a tree that can be a site


def absent(model: SiteModel, page: str, fragment: str) -> Answer:
    """The answer for a URL path of the site that no source, file or redirect explains."""
    draft = model.pages.drafts.get(key(page))
    if draft is not None:
        reason = f"“{draft.page.path}” is not built: a draft, of a later date or expired"
        return Answer("broken-page", page, draft.page.path, fragment, reason=reason)
    reason = _unknown(model, page)
    if reason:
        return Answer("unknown", page, fragment=fragment, reason=reason)
    like = like_pages(model, page)
    return Answer(
        "broken-page", page, fragment=fragment, pages=like, reason="no source builds this page"
    )


def like_pages(model: SiteModel, page: str) -> tuple[str, ...]:
    """URL paths of pages like the missing one: the same last part elsewhere, or nearly the same
    letters."""
    built = model.pages.built
    return tuple(built[other].page.url for other in model.near_pages.like(key(page)))


def _unknown(model: SiteModel, page: str) -> str:
    """Why nobody can know whether the page exists; empty where it is known to be missing."""
    complete = model.settings.complete
    if model.is_elsewhere(page):
        return "the settings say that something else builds it"
    if complete is False:
        return "the tree is a part of the site"
    project = _project(model, page)
    if project is None:
        return f"no source in the tree builds URLs under “/{section(page)}/”"
    if key(page) in model.pages.folders and not project.known:
        return "it is a folder without an index page in the tree"
    reason = generator(project.generator).makes(project, page, model.files)
    if reason or (project.makes_more and not complete):
        return reason or project.makes_more
    if complete:
        return ""
    if is_asset(page):
        return "files that are no pages may be built or copied from elsewhere"
    return _judged(model, page, project)


def _project(model: SiteModel, page: str) -> Project | None:
    """The project that would build the page."""
    for project in model.pages.projects:
        for source in project.sources:
            start = f"{project.base}/{source.url.strip('/')}".rstrip("/")
            if key(page) == (start or "/") or page.startswith(start + "/"):
                return project
    return None


def _judged(model: SiteModel, page: str, project: Project) -> str:
    """The answer by the links of the whole tree: a complete site is rarely linked to pages that it
    does not have."""
    if len(model.files.set & model.pages.by_path.keys()) < _LEAST:
        return "the tree holds a single page"
    evidence = model.evidence
    name = section(page, project.base)
    if name in evidence.sections:
        count = evidence.counts.get(name, evidence.foreign)
    else:
        count = evidence.foreign
        if not (project.known and key(project.base or "/") in model.pages.built):
            return f"no page in the tree stands under “/{name}/”"
    few = _FEW if project.known else 1
    if count.absent > max(few, _SHARE * (count.present + count.absent)):
        total = count.present + count.absent
        return share_of(count.absent, total, "pages linked there are not in the tree")
    if project.known or count.present >= _ENOUGH:
        return ""
    if count.present < 2 or not model.near_pages.one_slip(key(page)):
        return "the tree holds too little of the site to tell"
    return ""
