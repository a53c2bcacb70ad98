"""The checks over the site, from the facts of its pages: asked when the pages are done, where
something changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

from jdlint.core.diagnostic import Diagnostic
from jdlint.core.errors import ConfigError
from jdlint.core.page import Reader
from jdlint.engine.plan import Found, Plan, check_site
from jdlint.engine.records import Row, pack, pack_finding, unpack_finding
from jdlint.engine.settle import by_path, settle
from jdlint.engine.triggers import shown_by
from jdlint.io.files import DiskTree
from jdlint.io.pool import spread
from jdlint.io.store import cache_folder
from jdlint.site import Site
from jdlint.site.build.settings import SiteSettings
from jdlint.site.facts import unpacked
from jdlint.site.links.resolver import Resolver
from jdlint.site.links.unresolved import unchecked

PARALLEL_FROM = 300
_ENGINE = "engine-remarks"


def across(
    plan: Plan,
    facts: Sequence[Row],
    tree: DiskTree,
    named: Set[str],
    sources: Reader,
    workers: int = 1,
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """Packed diagnostics on the ``named`` pages, and sentences about the run as a whole.

    ``workers`` processes share the checks; those that compare links stay in this one, which knows
    the answers.
    """
    settings: dict[str, Any] = dict(plan.config.settings.get("site", {}))
    model = Resolver(tree, SiteSettings.of(settings))
    site = (
        Site(tuple(map(unpacked, facts)), str(settings.get("url", "")), model, settings)
        if facts
        else Site()
    )
    # before the engine is asked, because a process with threads must not be forked
    found = (
        check_site(plan, site)
        if workers < 2 or len(facts) < PARALLEL_FROM
        else _shared(plan, site, tree, workers)
    )
    site, asides = _with_remarks(plan, site, named)
    if site.remarks:
        rules = [i for i in plan.runner("").site_rules if plan.rules[i].rule.check == _ENGINE]
        found += [
            Found(i, finding)
            for i in rules
            for finding in plan.runner("").check(i).check_site(site)
        ]
    rows = tuple(map(pack, _settled(plan, by_path(found), named, sources)))
    return rows, (*asides, *(unchecked(site, named) if plan.is_on("link-targets") else ()))


def _with_remarks(plan: Plan, site: Site, named: Set[str]) -> tuple[Site, tuple[str, ...]]:
    """The site with what the grammar engine says of the named pages, and a sentence where it could
    not be asked.

    Raises ``ConfigError`` where it was asked for by name.
    """
    settings = plan.config.settings.get("grammar", {})
    if not site.pages or settings.get("engine", "off") == "off" or not plan.is_on(_ENGINE):
        return site, ()
    from jdlint.core.errors import ProbeError
    from jdlint.io.grammar.ask import engine_of, site_remarks

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


def _shared(plan: Plan, site: Site, tree: DiskTree, workers: int) -> list[Found]:
    """What ``check_site`` answers, from several processes."""
    runner = plan.runner("")
    shown = shown_by(site)
    links = runner.across(shown - {"pages"})
    rest = [index for index in runner.across(shown) if index not in links]
    shares = [
        [*links, *rest[workers - 1 :: workers]],
        *(rest[share::workers] for share in range(workers - 1)),
    ]
    if rest:
        _ = site.texts  # made once, before there are several processes

    def ask(share: list[int]) -> tuple[list[tuple[int, Row]], dict[str, Any]]:
        rows = [
            (index, pack_finding(f))
            for index in share
            for f in runner.check(index).check_site(site)
        ]
        return rows, tree.seen

    answers = spread(ask, shares, workers)
    for _, seen in answers:
        tree.seen.update(seen)
    found = [Found(index, unpack_finding(row)) for rows, _ in answers for index, row in rows]
    return sorted(found, key=lambda f: f.rule)


def _settled(
    plan: Plan, found: Mapping[str, list[Found]], named: Set[str], sources: Reader
) -> Iterator[Diagnostic]:
    for path in sorted(named & found.keys()):
        source, defects = sources(path)
        rows = settle(plan, path, found[path], source, sources)
        yield from rows if not defects else [d._replace(edits=(), fix=None) for d in rows]
