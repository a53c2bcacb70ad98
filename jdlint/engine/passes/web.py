"""Links that leave the site: the web is asked about those of the named pages, only when a run wants
it."""

from __future__ import annotations

from collections.abc import Sequence, Set

from jdlint.core.errors import ConfigError, ProbeError
from jdlint.core.light import TYPE_CHECKING, replace
from jdlint.core.page import Reader
from jdlint.engine.checker import Checker
from jdlint.engine.passes.site import site_of
from jdlint.engine.records import SiteRecord
from jdlint.engine.settle import settle_all
from jdlint.io.files import DiskTree
from jdlint.io.http.probe import HttpSettings, probe
from jdlint.io.store import cache_folder
from jdlint.site.external import asides, external_urls

if TYPE_CHECKING:
    from jdlint.site.facts import Facts

_CHECK = "external-links"


def check_web(
    checker: Checker, pages: Sequence[Facts], tree: DiskTree, named: Set[str], sources: Reader
) -> SiteRecord:
    """What is found on the links of the ``named`` pages that leave the site, and a sentence on what
    is not known.

    Raises ``ConfigError`` where the HTTP client is not installed.
    """
    wanted = set(checker.plan.with_check(_CHECK))
    rules = [index for index in checker.base.site_rules if index in wanted]
    if not rules:
        return SiteRecord()
    site = site_of(checker, [facts for facts in pages if facts.path in named], tree)
    try:
        settings = HttpSettings.of(checker.plan.config.settings.get("external", {}))
        answers = probe(external_urls(site), settings, cache_folder())
    except ProbeError as error:
        raise ConfigError(str(error)) from error
    found = checker.base.over_site(replace(site, answers=answers), rules)
    return SiteRecord(tuple(settle_all(checker, found, sources, site.languages)), asides(answers))
