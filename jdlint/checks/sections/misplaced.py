"""Words that say something else than their section's heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.checks import Hit, setting
from jdlint.checks.sections import _bold_lines as _bold
from jdlint.core.diagnostic import Finding
from jdlint.core.light import Any, dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns.pattern import compile_pattern, found_span
from jdlint.core.read_once import read_once
from jdlint.core.tools import cached_property
from jdlint.posting.kinds import (
    BENEFITS,
    Table,
    block_kind,
    bold_line,
    introducing,
    is_firm,
    is_named,
    lead_in,
    naming_heading,
    table_of,
    text_kind,
)

_LONGEST_LABEL = 40  # characters
_SEVERAL = 3  # items from which a list says what it is
_LONG = 25  # words of a paragraph that is no item which lost its mark
_SHOWN = 6  # words of a heading that a message shows


@dataclass(frozen=True)
class Misplaced:
    """Reports what ``pattern`` (its group ``at`` where that matches, no marks at the end) finds in
    the items and paragraphs of sections of the given ``kinds``, the first match of each.

    ``needles`` are lower-case literals of which a match holds one. A line that ends in a colon
    introduces others and is left alone. ``unless`` patterns anywhere in the item silence it;
    ``soft`` patterns make it a note, and so does a page without the section where it belongs. With
    ``firm`` a heading that does not say that its items are needed is looked at only beside such a
    section; with ``direct`` only what stands right under the heading, lead-in or line in bold that
    names the kind, and not where most of a list is such. ``belongs`` is the kind of the section
    where the words belong. Values: ``found``, ``heading`` (its first words), ``where`` (that
    section's name on this page, else in the project's settings, else ``name``).
    """

    pattern: str
    needles: tuple[str, ...]
    kinds: tuple[str, ...]
    belongs: str = ""
    name: str = ""
    unless: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()
    firm: bool = False
    direct: bool = False
    paragraphs: bool = True
    sections: tuple[Mapping[str, Any], ...] = setting("sections", ())

    @cached_property
    def _table(self) -> Table:
        return table_of(self.sections)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        last = -1  # hits come in order of their end
        for hit in hits:
            block = page.block_at(hit.end - 1)  # a needle may hold the line break before its block
            if block.start == last or not self._looks_at(page, block):
                continue
            last = block.start
            text = page.text(block)
            match = compile_pattern(self.pattern, ignore_case=True).search(text)
            if match is not None and not any(
                compile_pattern(p, ignore_case=True).search(text) for p in self.unless
            ):
                start, end = _part(match, text)
                finding = self._finding(page, block, block.start + start, block.start + end, text)
                if finding is not None:
                    yield finding

    def _looks_at(self, page: Page, block: Block) -> bool:
        if block.kind != "item" and not (
            self.paragraphs and block.kind == "paragraph" and block.section >= 0
        ):
            return False
        text = page.text(block)
        if text.endswith(":") or (block.kind == "paragraph" and self._names(text)):
            return False  # it names what follows
        if block.kind == "paragraph" and len(text.split()) > _LONG and _is_behind(page, block):
            return False  # prose below a list says something of its own
        if block_kind(page, block, self._table) not in self.kinds or _is_level(page, block):
            return False
        return not self._said_otherwise(page, block) and (
            not self.direct
            or (_is_direct(page, block, self._table) and not self._most(page, block))
        )

    def _said_otherwise(self, page: Page, block: Block) -> bool:
        """Whether a sentence of the lead-in offers, and offers are not what is looked at."""
        lead = lead_in(page, block.list) if block.list >= 0 else None
        return (
            lead is not None
            and BENEFITS not in self.kinds
            and any(text_kind(part) == BENEFITS for part in page.text(lead).split(". "))
        )

    def _most(self, page: Page, block: Block) -> bool:
        """Whether three and most items of a list are such: its heading is wrong, not they."""
        return block.list >= 0 and _mostly(page, block.list, self.pattern)

    def _names(self, text: str) -> bool:
        """Whether a short line stands for the heading under which the words belong."""
        return (
            len(text.split()) < 7
            and text[-1:] not in ".!?"
            and bool(self.belongs)
            and text_kind(text) == self.belongs
        )

    def _finding(self, page: Page, block: Block, start: int, end: int, text: str) -> Finding | None:
        heading, firm = self._heading(page, block)
        firm, there = firm or not self.firm, not self.belongs or bool(self._there(page, block))
        if not firm and not there:
            return None
        soft = any(compile_pattern(p, ignore_case=True).search(text) for p in self.soft)
        certain = firm and there and not soft
        values = {
            "found": page.prose.text[start:end],
            "heading": _shown(heading),
            "where": self._where(page, block),
        }
        return Finding(page.prose.span(start, end), values, certain=certain)

    def _heading(self, page: Page, block: Block) -> tuple[str, bool]:
        """The words that give the block's section its kind, and whether they say that it is
        needed."""
        if (
            block.list >= 0
            and (lead := lead_in(page, block.list)) is not None
            and text_kind(text := introducing(page, lead))
        ):
            text = text.rstrip(":")
            return text, is_firm(text)
        line = bold_line(page, block.section, block.source_start)
        text = (
            page.text(line).strip().rstrip(":")
            if line
            else naming_heading(page, block.section, self._table)
        )
        return text, is_firm(text) or is_named(text, self._table)

    def _there(self, page: Page, block: Block) -> str:
        """The heading under which the words belong, where the page has it; else empty."""
        return _heading_of(page, self.belongs, block.section) if self.belongs else ""

    def _where(self, page: Page, block: Block) -> str:
        if there := self._there(page, block):
            return there
        configured = (
            row["name"]
            for row in self.sections
            if row.get("kind") or text_kind(row["name"]) == self.belongs
        )
        return str(next(configured, self.name))


@read_once
def _mostly(page: Page, index: int, pattern: str) -> bool:
    """Whether a pattern is found in three and most items of a list of the page."""
    items = [item for item in page.lists[index].items if item.block >= 0]
    compiled = compile_pattern(pattern, ignore_case=True)
    found = sum(compiled.search(page.text(page.blocks[item.block])) is not None for item in items)
    return found >= _SEVERAL and found * 2 > len(items)


@read_once
def _heading_of(page: Page, kind: str, section: int) -> str:
    """The next heading behind a section that names a kind, else the last before it; empty where
    none does. A page with several levels of a role has several."""
    texts = [found.heading.text for found in page.sections]
    near = texts[section + 1 :] + texts[section::-1] if section >= 0 else texts
    return next((text for text in near if text_kind(text) == kind), "")


def _is_behind(page: Page, block: Block) -> bool:
    """Whether a list of its section stands above a block."""
    return any(
        found.section == block.section and found.span.end <= block.source_start
        for found in page.lists
    )


def _is_level(page: Page, block: Block) -> bool:
    """Whether a paragraph opens with a label in bold where a line in bold names the section: it
    stands beside that, not below."""
    source, at = page.source.text, block.source_start
    if block.kind != "paragraph" or source[at - 2 : at] not in ("**", "__"):
        return False
    label = page.text(block).partition(":")[0]
    return (
        len(label) <= _LONGEST_LABEL
        and ":" in page.text(block)
        and bold_line(page, block.section, at) is not None
    )


def _is_direct(page: Page, block: Block, table: Table) -> bool:
    """Whether the heading, the lead-in or the line in bold right above names the kind, not a
    heading further up."""
    if block.list >= 0 and (lead := lead_in(page, block.list)) is not None:
        if text_kind(introducing(page, lead)):
            return True
        if _bold.is_line(page, lead):
            return False
    if bold_line(page, block.section, block.source_start):
        return True
    own = page.sections[block.section].heading.text if block.section >= 0 else ""
    return is_named(own, table) or bool(text_kind(own))


def _shown(heading: str) -> str:
    """A heading, or the first words of a sentence that stands for one."""
    words = heading.split()
    return heading if len(words) <= _SHOWN + 1 else f"{' '.join(words[:_SHOWN]).rstrip(',;:.')} …"


def _part(match: Any, text: str) -> tuple[int, int]:
    start, end = found_span(match)
    start += len(text[start:end]) - len(text[start:end].lstrip(" .,;:!?"))
    return start, start + len(text[start:end].rstrip(" .,;:!(\n"))
