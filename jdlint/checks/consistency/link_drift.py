"""The same words of the same text, linked to another page than elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from jdlint.checks._evidence import SHOWN
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, NamedTuple, dataclass
from jdlint.core.tools import Counter, defaultdict
from jdlint.site import Facts, Site
from jdlint.site.align import Row
from jdlint.site.facts import BlockFact, LinkFact
from jdlint.site.links.targets import WRITTEN, absolute, root_relative
from jdlint.site.vote import majority

_FIRST = 3  # uses of a text that show whether it has links


class _Use(NamedTuple):
    facts: Facts
    link: LinkFact


@dataclass(frozen=True)
class LinkDrift:
    """Reports a link in a text that stands on many pages, where most of them link the same words to
    another place.

    Two written forms of one address (a slash more, the site's own host) are no two places.
    ``least`` pages, ``share`` of them, agree on the other target. Values: ``found``, ``better``,
    ``evidence``, ``label``.
    """

    least: int = 4
    share: float = 0.8
    across: ClassVar[tuple[str, ...]] = ("pages", "links")

    def check_site(self, site: Site) -> Iterator[Finding]:
        host = site.own_host
        places: dict[str, str] = {}
        seen: dict[str, frozenset[int]] = {}
        drifts: list[tuple[str, dict[str, list[_Use]]]] = []
        for row in site.texts.rows:
            if row.pages <= self.least or not _linked(site, row):
                continue
            if not any(
                b.pieces or b.end + 2 in _targets(f, seen)
                for f, b in islice(site.texts.uses(row), _FIRST)
            ):
                continue
            labels: dict[str, dict[str, list[_Use]]] = defaultdict(lambda: defaultdict(list))
            for facts, block in site.texts.uses(row):
                for link in _links(facts, block):
                    if link.url not in places:
                        places[link.url] = _place(link.url, host)
                    labels[link.label.casefold().strip()][places[link.url]].append(
                        _Use(facts, link)
                    )
            for label, targets in labels.items():
                if len(targets) > 1 and "" not in targets:
                    drifts.append((label, targets))
        wide = _everywhere(site, {label for label, _ in drifts}, host) if drifts else {}
        for label, targets in drifts:
            yield from self._vote(targets, wide[label])

    def _vote(self, targets: dict[str, list[_Use]], wide: Counter[str]) -> Iterator[Finding]:
        pages = {target: {use.facts.path for use in uses} for target, uses in targets.items()}
        vote = majority(pages, self.least, self.share)
        if vote is None:
            return
        best = vote.best
        better = targets[best][0].link.url
        for target, uses in targets.items():
            # what the same words lead to in most other texts is no slip
            for facts, link in uses if wide[target] * 2 < wide[best] else ():
                others = islice(((f, k) for f, k in targets[best] if f.path != facts.path), SHOWN)
                related = tuple(
                    Related(Place(f.path, k.span), f"“{k.url}” here") for f, k in others
                )
                values = {
                    "found": link.url,
                    "better": better,
                    "evidence": vote.evidence(),
                    "label": link.label,
                }
                yield Finding(link.span, values, (), related, facts.path)


def _linked(site: Site, row: Row) -> bool:
    """Whether a text has links on a page on which findings are wanted."""
    if not site.holds(row):
        return False
    asked = site.asked_pages
    if len(asked) == len(site.pages):
        return True
    own = site.texts.uses(row, asked)
    return any(True for facts, block in own for _ in _links(facts, block))


def _everywhere(site: Site, labels: set[str], host: str) -> dict[str, Counter[str]]:
    """Where the words of links lead in all texts of the site."""
    found: dict[str, Counter[str]] = {label: Counter() for label in labels}
    for facts in site.pages:
        for link in facts.links:
            if (label := link.label.casefold().strip()) in found:
                found[label][_place(link.url, host)] += 1
    return found


def _targets(facts: Facts, seen: dict[str, frozenset[int]]) -> frozenset[int]:
    """Where the targets of a page's links start."""
    if facts.path not in seen:
        seen[facts.path] = frozenset(link.span.start for link in facts.links)
    return seen[facts.path]


def _links(facts: Facts, block: BlockFact) -> Iterator[LinkFact]:
    """The links whose target stands within a block, or right behind one that is all link."""
    start, end = block.span
    for link in facts.links:
        # a target at the end of a text stands behind its last word
        if (
            start <= link.span.start <= end + 2
            and link.kind in WRITTEN
            and not link.templated
            and link.label
            and link.label in block.text
        ):
            yield link


def _place(url: str, host: str) -> str:
    """Where a link leads, its written form apart (“/a/#b” and “/a/b” too); empty for what is no
    page of a site."""
    outside = absolute(url)
    if outside and outside[0] != host:
        return (outside[0] + outside[1]).rstrip("/")
    target = root_relative(outside[1] if outside else url)
    return f"{target.page.rstrip('/')}/{target.fragment.casefold()}".rstrip("/") if target else ""
