"""Pages without the translation that most pages beside them have."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._evidence import SHOWN, title_place
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.lang.language import name_of
from jdlint.posting.jobposting.keys import OVER
from jdlint.posting.pay import fold
from jdlint.posting.translations import groups
from jdlint.site import Facts, Site
from jdlint.site.vote import lacking, share_of


def lacking_pages(site: Site, least: int, share: float) -> Iterator[Finding]:
    """The pages of a language that lack one in another which ``share`` of them, at least ``least``,
    have."""
    known = _counterparts(site)
    codes = sorted(site.by_language)
    for own in codes:
        pages = [n for n, facts in enumerate(site.pages) if facts.language == own]
        for other in codes:
            have = {n: known[n, other] for n in pages if (n, other) in known}
            lost = lacking(have, pages, least, share) if other != own else None
            for number in lost.pages if lost else ():
                facts = site.pages[number]
                if site.wants(facts.path) and not _is_over(facts):
                    evidence = share_of(lost.having, lost.total) if lost else ""
                    yield _finding(facts, other, evidence, list(have.values()))


def _counterparts(site: Site) -> dict[tuple[int, str], Facts]:
    """The translation of each page (by its index) into each language."""
    numbers = {facts.path: n for n, facts in enumerate(site.pages)}
    found: dict[tuple[int, str], Facts] = {}
    for group in groups(site.pages):
        for facts in group.values():
            for code, other in group.items():
                if other is not facts:
                    found.setdefault((numbers[facts.path], code), other)
    return found


def _is_over(facts: Facts) -> bool:
    """Whether nobody waits for a translation: the job is taken, or the page a draft."""
    return any(
        fold(str(key)) in (*OVER, "draft") and value is True for key, value in facts.meta.items()
    )


def _finding(facts: Facts, code: str, evidence: str, others: list[Facts]) -> Finding:
    values = {"language": name_of(code), "evidence": evidence}
    related = tuple(
        Related(Place(other.path, title_place(other)), "a page that has one")
        for other in others[:SHOWN]
    )
    return Finding(title_place(facts), values, (), related, facts.path)
