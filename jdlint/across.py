"""The checks over the site, from the facts of its pages: asked once the pages are done, and only where something changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Any

from jdlint.config import ConfigError
from jdlint.diagnostic import Diagnostic
from jdlint.engine import Plan, Reader, by_path, check_site, settle
from jdlint.rows import Row, pack
from jdlint.site import Site
from jdlint.site.facts import unpacked
from jdlint.site.model import SiteModel
from jdlint.site.settings import SiteSettings
from jdlint.site.tree import Tree
from jdlint.store import cache_folder
from jdlint.unchecked import unchecked


def across(
    plan: Plan, facts: Sequence[Row], tree: Tree, named: Set[str], sources: Reader
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """Packed diagnostics on the ``named`` pages, and sentences about the run as a whole."""
    settings: dict[str, Any] = dict(plan.config.settings.get("site", {}))
    model = SiteModel(tree, SiteSettings.of(settings))
    site = Site(tuple(map(unpacked, facts)), str(settings.get("url", "")), model, settings) if facts else Site()
    site, asides = _with_remarks(plan, site, named)
    rows = tuple(map(pack, _settled(plan, site, named, sources)))
    return rows, (*asides, *(unchecked(site, named) if plan.is_on("link-targets") else ()))


def _with_remarks(plan: Plan, site: Site, named: Set[str]) -> tuple[Site, tuple[str, ...]]:
    """The site with what the grammar engine says of the named pages, and a sentence where it could not be asked.

    Raises ``ConfigError`` where it was asked for by name.
    """
    settings = plan.config.settings.get("grammar", {})
    if not site.pages or settings.get("engine", "off") == "off" or not plan.is_on("engine-remarks"):
        return site, ()
    from jdlint.probes import ProbeError
    from jdlint.probes.ask import engine_of, site_remarks

    try:
        engine = engine_of(settings)
        if engine is None:
            return site, ()
        remarks = site_remarks(site, engine, cache_folder(), named)
    except ProbeError as error:
        if settings.get("named"):
            raise ConfigError(str(error)) from error
        return site, (f"grammar was not checked: {error}",)
    aside = str(getattr(engine, "aside", ""))
    return replace(site, remarks=remarks), ((aside,) if aside else ())


def _settled(plan: Plan, site: Site, named: Set[str], sources: Reader) -> Iterator[Diagnostic]:
    found = by_path(check_site(plan, site))
    for path in sorted(named & found.keys()):
        source, defects = sources(path)
        rows = settle(plan, path, found[path], source, sources)
        yield from rows if not defects else [d._replace(edits=(), fix=None) for d in rows]
