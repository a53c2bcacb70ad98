"""Links that leave the site: the web is asked about those of the named pages, only when a run wants
it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Any

from jdlint.core.diagnostic import Diagnostic
from jdlint.core.errors import ConfigError, ProbeError
from jdlint.core.page import Reader
from jdlint.engine.plan import Found, Plan
from jdlint.engine.records import Row, pack
from jdlint.engine.settle import by_path, settle
from jdlint.io.http.probe import HttpSettings, probe
from jdlint.io.store import cache_folder
from jdlint.site import Site
from jdlint.site.build.settings import SiteSettings
from jdlint.site.build.tree import Tree
from jdlint.site.external import asides, external_urls
from jdlint.site.facts import unpacked
from jdlint.site.links.resolver import Resolver

_CHECK = "external-links"


def outward(
    plan: Plan, facts: Sequence[Row], tree: Tree, named: Set[str], sources: Reader
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """Packed diagnostics on the links of the ``named`` pages that leave the site, and a sentence on
    what is not known.

    Raises ``ConfigError`` where the HTTP client is not installed.
    """
    rules = [i for i in plan.runner("").site_rules if plan.rules[i].rule.check == _CHECK]
    if not rules:
        return (), ()
    settings: dict[str, Any] = dict(plan.config.settings.get("site", {}))
    pages = tuple(found for found in map(unpacked, facts) if found.path in named)
    site = Site(
        pages, str(settings.get("url", "")), Resolver(tree, SiteSettings.of(settings)), settings
    )
    try:
        wanted = HttpSettings.of(plan.config.settings.get("external", {}))
        answers = probe(external_urls(site), wanted, cache_folder())
    except ProbeError as error:
        raise ConfigError(str(error)) from error
    told = _settled(plan, rules, replace(site, answers=answers), sources)
    return tuple(map(pack, told)), asides(answers)


def _settled(plan: Plan, rules: Sequence[int], site: Site, sources: Reader) -> Iterator[Diagnostic]:
    runner = plan.runner("")
    found = by_path(
        Found(i, finding) for i in rules for finding in runner.check(i).check_site(site)
    )
    for path in sorted(found):
        source, defects = sources(path)
        rows = settle(plan, path, found[path], source, sources)
        yield from rows if not defects else [d._replace(edits=(), fix=None) for d in rows]
