"""The checks over the site, from the facts of its pages: asked once the pages are done, and only where something changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Any

from jdlint.diagnostic import Diagnostic
from jdlint.engine import Plan, Reader, by_path, check_site, settle
from jdlint.rows import Row, pack
from jdlint.site import Site
from jdlint.site.facts import unpacked
from jdlint.site.model import SiteModel
from jdlint.site.settings import SiteSettings
from jdlint.site.tree import Tree
from jdlint.unchecked import unchecked


def across(
    plan: Plan, facts: Sequence[Row], tree: Tree, named: Set[str], sources: Reader
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """Packed diagnostics on the ``named`` pages, and sentences about the run as a whole."""
    settings: dict[str, Any] = dict(plan.config.settings.get("site", {}))
    model = SiteModel(tree, SiteSettings.of(settings))
    site = Site(tuple(map(unpacked, facts)), str(settings.get("url", "")), model, settings) if facts else Site()
    rows = tuple(map(pack, _settled(plan, site, named, sources)))
    return rows, unchecked(site, named) if plan.is_on("link-targets") else ()


def _settled(plan: Plan, site: Site, named: Set[str], sources: Reader) -> Iterator[Diagnostic]:
    found = by_path(check_site(plan, site))
    for path in sorted(named & found.keys()):
        source, defects = sources(path)
        rows = settle(plan, path, found[path], source, sources)
        yield from rows if not defects else [d._replace(edits=(), fix=None) for d in rows]
