"""What a built folder says of a link: its page is there or not, and so is the id."""

from __future__ import annotations

from jdlint.site.links.answer import Answer
from jdlint.site.links.built import BuiltSite
from jdlint.site.links.missing import like_pages
from jdlint.site.links.model import SiteModel
from jdlint.site.links.nearest import nearest
from jdlint.site.redirects.rules import follow
from jdlint.site.urls import decoded, join, key, split


def from_build(model: SiteModel, site: BuiltSite, page: str, raw: str) -> Answer | None:
    """The answer of the build for a URL path and a fragment as written; ``None`` where a rule of
    the host or of the settings has a say instead."""
    fragment = decoded(raw)
    found = site.page(page)
    if found is None:
        ruled = follow(
            model.redirects, page, tuple(model.hosts), lambda path: site.page(path) is not None
        )
        if ruled is not None or key(page) in model.own_pages:
            return None
        reason = f"“{site.folder}” has no such page"
        return Answer(
            "broken-page", page, fragment=fragment, pages=like_pages(model, page), reason=reason
        )
    if found.redirect:
        return _sent_on(model, site, page, fragment, found.path, found.redirect)
    entry = model.pages.built.get(key(page))
    source = entry.page.path if entry else found.path
    if not fragment or fragment.lower() == "top" or {fragment, raw} & set(found.ids):
        return Answer("resolves", page, source, fragment)
    return Answer("broken-anchor", page, source, fragment, anchors=nearest(fragment, found.ids))


def _sent_on(
    model: SiteModel, site: BuiltSite, page: str, fragment: str, file: str, target: str
) -> Answer:
    """The answer for a page of the build that sends its visitors on."""
    parts = split(target)
    whole = f"{target}#{fragment}" if fragment and parts.fragment is None else target
    sure: bool | None = None
    if not parts.host or parts.host in model.hosts:
        there = site.page(join(page, decoded(parts.path)))
        wanted = decoded(parts.fragment or fragment)
        sure = there is not None and (not wanted or wanted in there.ids)
    return Answer(
        "redirected",
        page,
        fragment=fragment,
        redirect=whole,
        redirect_ok=sure,
        redirect_file=file,
    )
