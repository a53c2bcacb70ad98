"""A page whose title names one trade and whose text looks for another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re

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
_NOT_THIS = re.late(r"\b(?:also|if|you|not|when|was|were|who|another)\b", re.IGNORECASE)
_JOINS = ("/", " / ", " or ", " and", " &", ", o")
_PROSE = frozenset(("paragraph", "description", "item"))


@dataclass(frozen=True)
class SoughtRole:
    """Reports the first place that looks for somebody of another trade than the title names (front
    end, back end, full stack, mobile, operations, data, tests, design). Values: ``found``,
    ``title``."""

    needles: ClassVar[Sequence[str]] = (
        "looking for a", "seeking a", "searching for a", "hiring a", "recruiting a",
    )  # fmt: skip

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        heading = page.headings[0] if page.headings and page.headings[0].level == 1 else None
        title = page.title or (heading.text if heading else "")
        trades = _trades(title)
        if len(trades) != 1:
            return
        for start in dict.fromkeys(page.block_at(hit.start).start for hit in hits):
            block = page.block_at(start)
            match = _SEEKS.search(page.text(block)) if block.kind in _PROSE else None
            if match is None:
                continue
            if _other(match, trades):
                yield _finding(page, block, match, title)
            return  # what else a page looks for is another job


def _trades(text: str) -> set[str]:
    return {str(match.lastgroup) for match in _TRADE.finditer(text)}


def _other(match: re.Match[str], trades: set[str]) -> bool:
    """Whether what is sought is of one other trade, and is not told of another page or person."""
    if _NOT_THIS.search(match["before"]) or match["after"].startswith(_JOINS):
        return False
    found = _trades(match["at"])
    return len(found) == 1 and not found & trades and not _trades(match["between"]) & trades


def _finding(page: Page, block: Block, match: re.Match[str], title: str) -> Finding:
    at = block.start + match.start("at")
    span = page.prose.span(at, at + len(match["at"]))
    named = page.meta.find(("title",))
    place = named.span if named else page.headings[0].span
    related = (Related(Place(page.path, place), "the title"),)
    return Finding(span, {"found": match["at"], "title": title}, related=related)
