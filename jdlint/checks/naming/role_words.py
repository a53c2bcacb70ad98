"""A role in small letters on some pages and in capitals on others, or with another last word."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._evidence import SHOWN
from jdlint.core.by_text import by_text
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, NamedTuple, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.core.tools import defaultdict
from jdlint.posting.roles import HEADS, LITERALS, may_name_role
from jdlint.site import Facts, Site
from jdlint.site.align import is_compared
from jdlint.site.facts import BlockFact
from jdlint.site.vote import majority

_ROLES = "|".join(sorted(HEADS))
_CAPITALS = "|".join(sorted(head.capitalize() for head in HEADS))
# two words or more, one of them the head: “spare parts planner”, “Director of Field Service”
_SMALL = re.late(
    rf"\b(?:our|the|an?) ((?:senior )?(?:{_ROLES}) of (?:[a-z][a-z&-]+ ?){{1,3}}"
    rf"|(?:[a-z][a-z&-]+ ){{2,4}}(?:{_ROLES}))\b"
)
_CAPITAL = re.late(
    rf"\b(?:The |Our )?((?:Senior )?(?:{_CAPITALS}|VP) of (?:[A-Z][\w&-]+ ?){{1,3}}"
    rf"|(?:[A-Z][\w&-]+ ){{2,4}}(?:{_CAPITALS}))(?!\w)"
)
_LEVEL = re.late(r"^(?:(?:senior|junior|lead|principal|our|the) )+", re.IGNORECASE)
_NO_ROLE = frozenset("a an the our your their and or with to for of in on by as is are be".split())


class _Phrase(NamedTuple):
    start: int
    text: str


class _Use(NamedTuple):
    facts: Facts
    span: Span
    name: str


@dataclass(frozen=True)
class RoleWords:
    """Reports how few pages write a role that more pages write otherwise, as an uncertain finding.

    ``report`` is capitals (“director of sales”, “Director of Sales”) or head (“spare parts buyer”
    where other pages say “… planner”). ``least`` pages and ``share`` of them are on the other side;
    ``ties`` reports a role that is written both ways as often, once. Values: ``found``, ``better``,
    ``evidence``.
    """

    report: str
    least: int = 3
    share: float = 0.75
    ties: bool = False
    across: ClassVar[tuple[str, ...]] = ("pages",)

    def __post_init__(self) -> None:
        if self.report not in ("capitals", "head"):
            raise ValueError("“report” is capitals or head")

    def check_site(self, site: Site) -> Iterator[Finding]:
        phrases = _cased if self.report == "capitals" else _small
        roles: dict[str, dict[str, list[_Use]]] = defaultdict(lambda: defaultdict(list))
        for row in site.texts.holding(LITERALS):
            for facts, block in site.texts.uses(row):
                for phrase in phrases(block.text):
                    self._add(roles, facts, block, phrase)
        for forms in roles.values():
            if len(forms) == 2:
                yield from self._vote(forms)

    def context(self, _site: Site) -> tuple[()]:
        return ()

    def told(self, facts: Facts, _context: tuple[()]) -> tuple[str, ...]:
        """The texts that may hold a role, in whatever capitals: one text, however written."""
        texts = [block.text for block in facts.blocks if is_compared(block)]
        return tuple(t for t in texts if may_name_role(t))

    def _add(
        self,
        roles: dict[str, dict[str, list[_Use]]],
        facts: Facts,
        block: BlockFact,
        phrase: _Phrase,
    ) -> None:
        name = _end(phrase.text)
        plain = _LEVEL.sub("", name)
        span = block.place(phrase.start, phrase.start + len(name))
        if self.report == "capitals":
            if " " in plain and not plain.endswith(" of"):
                roles[plain.casefold()]["A" if plain[0].isupper() else "a"].append(
                    _Use(facts, span, name)
                )
        elif " of " not in plain and not _NO_ROLE & set(plain.split()) and plain.count(" ") >= 2:
            before, _, head = plain.rpartition(" ")
            roles[before][head].append(_Use(facts, span, name))

    def _vote(self, forms: dict[str, list[_Use]]) -> Iterator[Finding]:
        pages = {form: {use.facts.path for use in uses} for form, uses in forms.items()}
        vote = majority(pages, self.least, self.share, ties=self.ties)
        if vote is None or vote.total < 2:
            return
        best, other = vote.forms
        # a page that writes both says nothing, unless both are in use as often
        if not vote.tie and (not vote.clear or pages[best] & pages[other]):
            return
        right = [use for use in forms[best] if use.facts.path not in pages[other]] or forms[best]
        seen: set[str] = set()
        for use in forms[other]:
            if self.report == "head" or use.facts.path not in seen:
                seen.add(use.facts.path)
                related = tuple(
                    Related(Place(u.facts.path, u.span), f"“{u.name}” here") for u in right[:SHOWN]
                )
                values = {
                    "found": use.name,
                    "better": right[0].name,
                    "evidence": vote.evidence(),
                }
                yield Finding(use.span, values, (), related, use.facts.path, "", certain=False)
            if vote.tie:
                return


@by_text
def _small(text: str) -> Iterator[_Phrase]:
    return (_Phrase(match.start(1), match[1]) for match in _SMALL.finditer(text))


@by_text
def _cased(text: str) -> Iterator[_Phrase]:
    yield from _small(text)
    yield from (_Phrase(match.start(1), match[1]) for match in _CAPITAL.finditer(text))


def _end(phrase: str) -> str:
    """A role up to the word that belongs to it no more: “director of sales and our” is “director of
    sales”."""
    words = phrase.split()
    at = words.index("of") + 1 if "of" in words else len(words)
    while at < len(words) and words[at] not in _NO_ROLE:
        at += 1
    return " ".join(words[:at])
