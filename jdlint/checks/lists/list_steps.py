"""Lists of steps: bullets where an order is meant, and ordinals that skip one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import dataclass
from jdlint.core.page import Block, ListBlock, Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.posting.swallowed import broken_lists

_STEP = re.late(
    r"^(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|next|then|after(?:wards?| that| this)|finally|"
    r"lastly|last|step (?:\d+|one|two|three))\b(?:,|:| )"
    r"|^(?:once|after) (?:you|the|that|this)\b|\b(?:will|can|may|is|are|shall)(?: be)? (?:then|"
    r"next|finally|subsequently|afterwards)\b|^round \d"
    r"|\b(?:first|second|third|fourth|final|last) (?:interview|round|step|stage|call|conversation"
    r"|meeting)\b",
    re.IGNORECASE,
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_ORDINAL = re.late(
    r"\b(?:a |an |the |your )?(first|second|third|fourth|fifth) (?:\w+ )?(?:interview|round|step|"
    r"stage|call|conversation|meeting|phase)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ListSteps:
    """``report: bullets`` finds an unordered list of which at least ``least`` items name their
    place in an order; ``gap`` finds the ordinal in a list that comes after a missing one (a first
    and a third interview).

    Values: ``found``, ``count``, ``missing``.
    """

    report: str
    least: int = 3

    def __post_init__(self) -> None:
        if self.report not in ("bullets", "gap"):
            raise ValueError("“report” is bullets or gap")

    @property
    def needles(self) -> Sequence[str]:
        if self.report == "gap":
            return ("third ", "fourth ", "fifth ")
        return (
            "first",
            "second",
            "last",
            "once ",
            "next",
            "then",
            "finally",
            "third ",
            "after ",
            "afterward",
            "subsequently",
            "step ",
            "round ",
        )

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        lists: dict[int, dict[int, Block]] = {}
        for hit in hits:
            block = page.block_at(hit.start)
            if block.list >= 0 and block.list not in broken_lists(page):
                lists.setdefault(block.list, {})[block.start] = block
        for index, blocks in sorted(lists.items()):
            found = page.lists[index]
            if self.report == "gap":
                yield from self._gap(page, found)
            elif len(blocks) >= self.least and not found.ordered:
                yield from self._bullets(page, found, [blocks[at] for at in sorted(blocks)])

    def _bullets(self, page: Page, found: ListBlock, blocks: list[Block]) -> Iterator[Finding]:
        steps = []
        for block in blocks:
            match = _STEP.search(page.text(block))
            if match is not None:
                text = match[0].rstrip(" ,:")
                at = block.start + match.start()
                steps.append((page.prose.span(at, at + len(text)), text))
        if len(steps) >= self.least and 3 * len(steps) >= len(found.items):
            related = tuple(
                Related(Place(page.path, span), f"“{text}”") for span, text in steps[1:20]
            )
            yield Finding(
                steps[0][0], {"found": steps[0][1], "count": str(len(steps))}, related=related
            )

    def _gap(self, page: Page, found: ListBlock) -> Iterator[Finding]:
        seen: list[tuple[int, Span, str]] = []
        for _, block in page.items(found):
            for match in _ORDINAL.finditer(page.text(block)):
                at = block.start
                seen.append(
                    (
                        _ORDINALS.index(match[1].lower()),
                        page.prose.span(at + match.start(), at + match.end()),
                        match[0],
                    )
                )
        known = {rank for rank, _, _ in seen}
        for rank, span, text in seen:
            if rank - 1 not in known and known & set(range(rank)):
                yield Finding(span, {"found": text, "missing": _ORDINALS[rank - 1]})
                return
