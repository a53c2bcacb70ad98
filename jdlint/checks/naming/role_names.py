"""One role under several names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from jdlint.checks._evidence import SHOWN
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, NamedTuple, dataclass, field
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.core.tools import defaultdict
from jdlint.posting.roles import (
    LITERALS,
    abbreviations,
    is_short,
    may_name_role,
    names_of,
    order_of,
)
from jdlint.site import Facts, Site
from jdlint.site.align import is_compared
from jdlint.site.facts import BlockFact
from jdlint.site.vote import Majority, majority

_PLURAL = re.late(r"(?<=[^\Ws])s\b")


class _Use(NamedTuple):
    facts: Facts
    span: Span
    name: str
    page: str


@dataclass(frozen=True)
class RoleNames:
    """Reports roles in capitals that pages name otherwise: in another order, abbreviated, with
    another mark.

    Certain where ``least`` pages and at least ``share`` of them use one name; where no name leads,
    ``ties`` says it once, at the first place. ``variants`` are groups of names that are equal.
    Values: ``found``, ``better``, ``evidence``; the variant ``tie`` is for roles whose names are in
    use as often.
    """

    least: int = 3
    share: float = 0.75
    ties: bool = True
    variants: tuple[tuple[str, ...], ...] = ()
    _equal: tuple[frozenset[str], ...] = field(init=False, repr=False)
    across: ClassVar[tuple[str, ...]] = ("pages",)

    def __post_init__(self) -> None:
        groups = (
            (self.variants,)
            if self.variants and isinstance(self.variants[0], str)
            else self.variants
        )
        object.__setattr__(
            self,
            "_equal",
            tuple(frozenset(_folded(str(name)) for name in group) for group in groups),
        )

    def check_site(self, site: Site) -> Iterator[Finding]:
        roles: dict[tuple[str, ...], list[_Use]] = defaultdict(list)
        titles = (facts.title for facts in site.pages)
        named = names_of(frozenset(abbreviations(titles, site.texts.vocabulary).items()))
        for facts, block in _blocks(site):
            for role in named.roles_in(block.text):
                roles[role.key].append(
                    _Use(facts, block.place(role.start, role.end), role.name, facts.path)
                )
        for uses in roles.values():
            names: dict[str, list[_Use]] = defaultdict(list)
            for use in uses:
                names[_folded(use.name)].append(use)
            if len(names) > 1 and not any(group >= names.keys() for group in self._equal):
                yield from self._vote(names)

    def context(self, _site: Site) -> tuple[()]:
        return ()

    def told(self, facts: Facts, _context: tuple[()]) -> tuple[object, ...]:
        """The texts that may name a role, and what abbreviations may stand for."""
        texts = [b.text for b in facts.blocks if b.kind == "title" or is_compared(b)]
        short = sorted({word for text in texts for word in text.split() if is_short(word)})
        named = tuple(text for text in texts if may_name_role(text))
        return (facts.title, *short, named, bool(facts.blocks) and facts.blocks[0].kind)

    def _vote(self, names: dict[str, list[_Use]]) -> Iterator[Finding]:
        pages = {name: {use.page for use in uses} for name, uses in names.items()}
        vote = majority(pages, self.least, self.share, ties=self.ties)
        if vote is None or vote.total < 2:
            return
        if not vote.clear:
            yield _tie(names, vote)
            return
        evidence = vote.evidence() if vote.most < vote.total else f"{vote.most} pages"
        for name in vote.others:
            yield from self._found(names, vote.best, name, evidence)

    def _found(
        self, names: dict[str, list[_Use]], best: str, name: str, evidence: str
    ) -> Iterator[Finding]:
        better = names[best][0].name
        certain = order_of(better) == order_of(names[name][0].name)
        seen: set[str] = set()
        for use in names[name]:
            if use.page not in seen:
                seen.add(use.page)
                others = islice((u for u in names[best] if u.page != use.page), SHOWN)
                related = tuple(
                    Related(Place(u.facts.path, u.span), f"“{u.name}” here") for u in others
                )
                values = {"found": use.name, "better": better, "evidence": evidence}
                yield Finding(use.span, values, (), related, use.facts.path, "", certain)


def _tie(names: dict[str, list[_Use]], vote: Majority) -> Finding:
    """No name leads: said once, at the first place."""
    first = min((use for uses in names.values() for use in uses), key=lambda u: (u.page, u.span))
    others = [names[name][0] for name in vote.forms if name != _folded(first.name)]
    related = tuple(
        Related(Place(u.facts.path, u.span), f"“{u.name}” here") for u in others[:SHOWN]
    )
    said = ", ".join(f"“{use.name}”" for use in others[:3])
    evidence = f"{vote.total} pages name the role"
    values = {"found": first.name, "better": said, "evidence": evidence}
    return Finding(first.span, values, (), related, first.facts.path, "tie", certain=False)


def _blocks(site: Site) -> Iterator[tuple[Facts, BlockFact]]:
    """The titles of all pages, and the paragraphs and items that name a rank or an occupation."""
    for facts in site.pages:
        if facts.blocks and facts.blocks[0].kind == "title":
            yield facts, facts.blocks[0]
    for row in site.texts.holding(LITERALS):
        yield from site.texts.uses(row)


def _folded(name: str) -> str:
    """A name without its case, a plural and the shape of “and”: these make no other name."""
    return _PLURAL.sub("", name.casefold().replace("’", "'").replace(" & ", " and "))
