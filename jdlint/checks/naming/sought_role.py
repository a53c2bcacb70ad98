"""A page whose title names one trade and whose text looks for another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re
from jdlint.core.words import word_set
from jdlint.posting.roles import HEADS

# trades of which nobody has two names: what a title says of one, the text does not say of another
_TRADES = {
    "front": r"front[- ]?end",
    "back": r"back[- ]?end",
    "full": r"full[- ]?stack",
    "mobile": r"android|ios|mobile",
    "ops": r"dev ?ops|site reliability",
    "data": r"data",
    "test": r"qa|test|quality assurance",
    "design": r"ui(?: ?/ ?|[- ])?ux|ux(?: ?/ ?|[- ])?ui|ux|ui|graphic|visual",
}
_HEAD = r"(?:developer|engineer|programmer|designer|architect|analyst|scientist|tester)"
_TRADE = re.late(
    r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _TRADES.items()) + r")\b",
    re.IGNORECASE,
)
_SEEKS = re.late(
    r"(?P<before>[^.!?\n]{0,60})\b(?:looking for|seeking|searching for|hiring|recruiting) an?"
    r" (?P<between>(?:[\w-]+,? ){0,4}?)(?P<at>(?:"
    + "|".join(_TRADES.values())
    + rf")(?: software| web| app| application)? {_HEAD})\b(?P<after>.{{0,4}})",
    re.IGNORECASE,
)
# a role in capitals
_ROLE = re.late(
    r"(?P<before>[^.!?\n]{0,60})\b(?:[Ll]ooking for|[Ss]eeking|[Ss]earching for|[Hh]iring"
    r"|[Rr]ecruiting) an? (?:[a-z-]+,? ){0,3}?(?P<at>(?:[A-Z][a-zA-Z]+ ){1,3}?[A-Z][a-z]+)"
    r"(?= (?:to|who|with|for|in|on|at|that)\b|[.,;!]|$)(?P<after>.{0,4})"
)
_WORD = re.late(r"[a-z]{2,}")
_NOT_THIS = re.late(r"\b(?:also|if|you|not|when|was|were|who|another)\b", re.IGNORECASE)
_JOINS = ("/", " / ", " or ", " and", " &", ", o")
_NEAR = 20  # characters between two readings of one place
_PROSE = frozenset(("paragraph", "description", "item"))


@dataclass(frozen=True)
class SoughtRole:
    """Reports the first place that looks for somebody of another trade than the title names (front
    end, back end, full stack, mobile, operations, data, tests, design), or for a role in capitals
    that shares no word with it. Values: ``found``, ``title``."""

    needles: ClassVar[Sequence[str]] = (
        "looking for a", "seeking a", "searching for a", "hiring a", "recruiting a",
    )  # fmt: skip

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        heading = page.headings[0] if page.headings and page.headings[0].level == 1 else None
        title = page.title or (heading.text if heading else "")
        trades, words = _trades(title), set(_WORD.findall(title.lower()))
        if len(trades) != 1 and not words & HEADS:
            return
        for start in dict.fromkeys(page.block_at(hit.start).start for hit in hits):
            block = page.block_at(start)
            text = page.text(block) if block.kind in _PROSE else ""
            found = [m for m in (_SEEKS.search(text), _ROLE.search(text)) if m]
            first = min((match.start("at") for match in found), default=0)
            for match in found:  # what else a page looks for is another job
                near = match.start("at") - first < _NEAR
                if near and (_other(match, trades) or _other_role(match, words)):
                    yield _finding(page, block, match, title)
                    return
            if found:
                return


def _trades(text: str) -> set[str]:
    return {str(match.lastgroup) for match in _TRADE.finditer(text)}


def _other(match: re.Match[str], trades: set[str]) -> bool:
    """Whether what is sought is of one other trade, and is not told of another page or person."""
    if _NOT_THIS.search(match["before"]) or match["after"].startswith(_JOINS):
        return False
    found = _trades(match["at"])
    return (
        len(trades) == len(found) == 1
        and not found & trades
        and not _trades(match["between"]) & trades
    )


def _other_role(match: re.Match[str], title: set[str]) -> bool:
    """Whether a role in capitals has no word of a title that names a role, too."""
    if _NOT_THIS.search(match["before"]) or match["after"].startswith(_JOINS):
        return False
    words = set(_WORD.findall(match["at"].lower()))
    named = match["at"].istitle() and match["at"].split()[-1].lower() in HEADS
    named = named and bool(words - HEADS - _RANKS)
    return bool(named and title & HEADS and title - HEADS - _RANKS and not words & title)


_RANKS = word_set("senior junior lead head chief principal staff associate assistant vice")


def _finding(page: Page, block: Block, match: re.Match[str], title: str) -> Finding:
    at = block.start + match.start("at")
    span = page.prose.span(at, at + len(match["at"]))
    named = page.meta.find(("title",))
    place = named.span if named else page.headings[0].span
    related = (Related(Place(page.path, place), "the title"),)
    return Finding(span, {"found": match["at"], "title": title}, related=related)
