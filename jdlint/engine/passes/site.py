"""The checks over the site, from the facts of its pages: asked when the pages are done, where
something changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from jdlint.core.diagnostic import Finding
from jdlint.core.errors import ConfigError
from jdlint.core.light import TYPE_CHECKING, NamedTuple, replace
from jdlint.core.memory import Kept
from jdlint.core.page import Reader
from jdlint.engine.cache import MOST
from jdlint.engine.checker import Checker, Found, Runner
from jdlint.engine.deadline import TookTooLong
from jdlint.engine.passes.standing import Standing, Was, teller
from jdlint.engine.planning.triggers import shown_by
from jdlint.engine.records import Plain, SiteRecord, pack_finding, unpack_finding
from jdlint.engine.settle import settle_all
from jdlint.io.files import DiskTree
from jdlint.io.pool import spread
from jdlint.io.store import cache_folder
from jdlint.site import Site
from jdlint.site.build.settings import SiteSettings
from jdlint.site.links.resolver import Resolver
from jdlint.site.links.unresolved import unchecked
from jdlint.site.stored import StoredPages

if TYPE_CHECKING:
    from jdlint.io.stamps import Stamp
    from jdlint.site.facts import Facts

PARALLEL_FROM = 300
_ENGINE = "engine-remarks"
_SHOWN = 60  # pages that a sentence names
UNCHECKED = "grammar was not checked"  # opens what is said of an engine without an answer


def site_of(
    checker: Checker,
    pages: Sequence[Facts],
    tree: DiskTree | None,
    asked: Set[str] | None = None,
) -> Site:
    """The site that pages make, and the pages on which findings are wanted (None: all); without a
    tree nobody can say where links lead."""
    settings = dict(checker.plan.config.settings.get("site", {}))
    kept = Kept(checker.memory, tree.stamp) if tree is not None else None
    resolver = Resolver(tree, SiteSettings.of(settings), kept) if tree is not None else None
    url = str(settings.get("url", ""))
    few = kept if len(pages) <= MOST else None  # of more, nothing is kept for the next run
    rows = pages if isinstance(pages, StoredPages) else tuple(pages)
    return Site(rows, url, resolver, settings, asked=asked, kept=few)


def check_site(
    checker: Checker,
    pages: Sequence[Facts],
    tree: DiskTree | None,
    named: Set[str],
    sources: Reader,
    workers: int = 1,
    was: Was = lambda _: None,
) -> SiteRecord:
    """What is found across pages on the ``named`` ones, and sentences about the run as a whole.

    ``workers`` processes share the checks; those that compare links stay in this one, which knows
    the answers. ``was`` gives a page as it was looked at before.
    """
    plan, site = checker.plan, site_of(checker, pages, tree, named)
    # before the engine is asked, because a process with threads must not be forked
    found = _compared(checker, site, Standing(site, was), workers, tree)
    heard = _with_remarks(checker, site, named)
    if heard.site.remarks:
        found += checker.base.over_site(heard.site, _rules(checker, _ENGINE))
    links = unchecked(site, named) if tree is not None and plan.is_on("link-targets") else ()
    diagnostics = settle_all(checker, found, sources, site.languages, named)
    old = _old_build(site, tree, named) if tree is not None and plan.is_on("link-targets") else ()
    return SiteRecord(tuple(diagnostics), (*heard.notices, *links, *old))


def _old_build(site: Site, tree: DiskTree, named: Set[str]) -> tuple[str, ...]:
    """A sentence where links were asked for in a build that is older than a page."""
    if not site.settings.get("built"):
        return ()
    from jdlint.engine.passes.links import old_build

    return old_build(tree, site.settings, sorted(named))


def _rules(checker: Checker, check: str) -> list[int]:
    """The rules over the site that have a check."""
    wanted = set(checker.plan.with_check(check))
    return [index for index in checker.base.site_rules if index in wanted]


class _Heard(NamedTuple):
    """A site with what the grammar engine says of it."""

    site: Site
    notices: tuple[str, ...] = ()


def _with_remarks(checker: Checker, site: Site, named: Set[str]) -> _Heard:
    """The site with what the grammar engine says of the named pages, and a sentence where it could
    not be asked.

    Raises ``ConfigError`` where it was asked for by name.
    """
    settings = checker.plan.config.settings.get("grammar", {})
    silent = settings.get("engine", "off") == "off"
    if not site.pages or silent or not checker.plan.is_on(_ENGINE):
        return _Heard(site)
    from jdlint.core.errors import ProbeError
    from jdlint.io.grammar.ask import engine_of, site_remarks

    try:
        engine = engine_of(settings)
        if engine is None:
            return _Heard(site)
        remarks, silent_texts = site_remarks(site, engine, cache_folder(), named)
    except ProbeError as error:
        if settings.get("named"):
            raise ConfigError(str(error)) from error
        return _Heard(site, (f"{UNCHECKED}: {error}",))
    except TookTooLong:  # what else was found is there
        return _Heard(site, (f"{UNCHECKED}: the time of this run is over",))
    except Exception as error:  # an engine fails alone
        return _Heard(site, (f"{UNCHECKED}: the engine failed ({type(error).__name__})",))
    unanswered = _unanswered(site, silent_texts, named, engine.trouble)
    notices = (str(getattr(engine, "aside", "")), unanswered)
    return _Heard(replace(site, remarks=remarks), tuple(notice for notice in notices if notice))


def _unanswered(site: Site, silent: Set[str], named: Set[str], trouble: str) -> str:
    """A sentence that names the pages on which the engine did not answer; empty for none."""
    pages = [
        facts.path
        for facts in site.pages
        if facts.path in named and any(block.text in silent for block in facts.blocks)
    ]
    if not pages:
        return f"{UNCHECKED} in full: {trouble}" if trouble else ""
    shown = ", ".join(pages[:_SHOWN])
    more = f" and {len(pages) - _SHOWN} more pages" if len(pages) > _SHOWN else ""
    return f"{UNCHECKED} on {shown}{more}: {trouble}"


def _compared(
    checker: Checker, site: Site, standing: Standing, workers: int, tree: DiskTree | None
) -> list[Found]:
    """What the checks over the site find, in order of rule; what stands from before is not looked
    for."""
    runner = checker.base
    rules = runner.across(shown_by(site))
    name = {index: checker.plan.rules[index].rule.name for index in rules}
    known = {
        index: found
        for index in rules
        if standing.some
        and runner.has(index, "told")
        and (found := standing.found(name[index], runner.check(index))) is not None
    }
    rest = [index for index in rules if index not in known]
    if workers < 2 or len(site.pages) < PARALLEL_FROM or known or tree is None:
        looked: Iterable[_Looked] = (_look(runner, site, index) for index in rest)
    else:
        looked = _shared(checker, site, rest, workers, tree)
    for index, findings, context in looked:
        standing.keep(name[index], context, findings)
        known[index] = findings
    standing.save()
    checker.seen = standing.pages
    return [Found(index, finding) for index in rules for finding in known[index]]


class _Looked(NamedTuple):
    """What the check of a rule found, and what it read of the site where it can say so."""

    rule: int
    findings: list[Finding]
    context: Plain | None


def _look(runner: Runner, site: Site, index: int) -> _Looked:
    findings = [found.finding for found in runner.over_site(site, [index])]
    asked = teller(runner.check(index)) if len(site.by_language) < 2 else None
    return _Looked(index, findings, asked.context(site) if asked else None)


class _Answer(NamedTuple):
    """What one process found: rules with packed findings and contexts, and the files that it looked
    at."""

    found: tuple[Plain, ...]
    seen: dict[str, Stamp]


def _shares(checker: Checker, site: Site, rules: list[int], workers: int) -> list[list[int]]:
    """The rules of each process."""
    links = [i for i in checker.base.across(shown_by(site) - {"pages"}) if i in rules]
    rest = [index for index in rules if index not in links]
    if site.kept is None:  # so large a site is aligned once, in a process that does nothing else
        return [links, rest]
    if rest:
        for part in site.by_language.values():
            _ = part.alike  # made once, before there are several processes
    return [
        [*links, *rest[workers - 1 :: workers]],
        *(rest[share::workers] for share in range(workers - 1)),
    ]


def _shared(
    checker: Checker, site: Site, rules: list[int], workers: int, tree: DiskTree
) -> list[_Looked]:
    """The same from several processes."""
    runner = checker.base
    shares = _shares(checker, site, rules, workers)

    def ask(share: list[int]) -> Plain:
        found = [_look(runner, site, index) for index in share]
        rows = tuple((i, tuple(map(pack_finding, rows)), told) for i, rows, told in found)
        return tuple(_Answer(rows, tree.seen))

    answers = [_Answer._make(plain) for plain in spread(ask, shares, len(shares))]
    for answer in answers:
        tree.seen.update(answer.seen)
    return [
        _Looked(index, list(map(unpack_finding, rows)), told)
        for answer in answers
        for index, rows, told in answer.found
    ]
