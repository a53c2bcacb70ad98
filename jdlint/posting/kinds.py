"""What a section holds: duties, requirements, nice-to-have, benefits, process, pay, about, legal,
or nothing known.

A project's ``sections`` setting comes first (its field ``kind``, and the names and aliases of
sections whose name tells); then the words that postings use in headings and in the line that
introduces a list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jdlint.core.light import Any
from jdlint.core.page import Block, ListBlock, Page
from jdlint.core.patterns import regex as re
from jdlint.core.read_once import read_once
from jdlint.core.tools import attrgetter, bisect_right, lru_cache
from jdlint.posting.sections import fold_heading

NICE, MUST, DUTIES, PROCESS = "nice-to-have", "requirements", "duties", "process"
BENEFITS = "benefits"
_LONGEST_LEAD, _LONGEST_NAME = 160, 60
_BOLD = ("**", "__")
_SOURCE_START = attrgetter("source_start")
# the first kind that fits decides, so the more telling words stand first
_KINDS: Mapping[str, tuple[str, ...]] = {
    "legal": (
        r"equal (?:employment )?opportunit",
        r"\beeoc?\b|non-?discriminat",
        r"^(?:our )?(?:commitment to )?diversity[\w ,&]*$",
        r"reasonable accommodation|^accommodations?$",
        r"privacy (?:notice|policy|statement)",
    ),
    NICE: (
        r"(?:nice|good|great)[ -]to[ -]ha",
        r"\bpreferr?ed\b|\bpreferr?ences?\b",
        r"\bdesir(?:ed|able)\b|\boptional|\bideally\b",
        r"\bpluses\b|\ba plus\b|\bbig plus|plus if\b|extra credit|brownie",
        r"bonus (?:point|skill|qualif|if|experience|for)|^bonus(?:es)?$",
        r"\badvantageous|\ban advantage|not required|even better|stand out",
        r"would be (?:great|nice|ideal)|also (?:love|like) (?:it )?if",
        r"^(?:nice|ideal|pluses|plus)$",
        r"^additional (?:\w+ )?(?:skills?|qualifications?|experience|knowledge)\b",
    ),
    PROCESS: (
        r"(?:hiring|application|selection|recruit(?:ment|ing)) process|interview|^process$",
        r"how (?:we|to) (?:hire|apply)|what to expect|next steps",
        r"^(?:to )?apply(?: now| here| today)?$",
    ),
    MUST: (
        r"requirement|requisites|qualification|must[ -]haves?",
        r"^(?:essential|required|minimum|mandatory|profile|education|skills|experience"
        r"|competenc(?:e|ies|y))\b",
        r"(?:required|minimum|essential|key|technical|your|core|professional|mandatory|needed) "
        r"(?:skill|experience|education|background|profile|competenc|abilit)",
        r"what (?:you|we|you will|you'll)(?:'ll|will)? (?:need|bring)",
        r"(?:what|who|whom) (?:we|we're|we are|are we|you're|you are)(?: looking| seeking|$)",
        r"^who you are|^about you$|is this you|ideal candidate|skills and",
        r"you (?:should|must|will|'ll)? ?have$|you'll (?:have|need)",
        r"your (?:profile|skills|background|experience|qualif)",
        r"\b(?:look(?:ing)?|search(?:ing)?) for (?:an? |the )?(?:candidates?|applicants?|person"
        r"|people|someone|somebody|individuals?)(?: [a-z]+){0,4}? (?:with|that|who"
        r"|who (?:is|are|has|have))$",
    ),
    DUTIES: (
        r"responsib|accountabilit|\bduties\b|\bduty\b|^tasks\b",
        r"what you(?:'ll| will| do| would|'d)(?! gain| get| learn| love)|^you will$|^you'll$",
        r"^as an? .{3,60}(?:you will|you'll)",
        r"(?:your|key|main|daily|core) (?:tasks?|work|role|day|job|mission|impact)\b"
        r"|day[ -]to[ -]day",
        r"in this (?:role|job|position)|^the (?:work|job|role)$",
    ),
    "pay": (r"compensation|\bsalar(?:y|ies)\b|\bpay\b|remuneration|\bwages?\b",),
    "benefits": (
        r"benefits?\b|\bperks?\b|we offer\b|on offer$|our offer|\boffers? you\b",
        r"what you(?:'ll| will)? (?:get|gain)|what's in it|why join|why you'll love",
    ),
    "about": (
        r"^about\b|^who we are|^our (?:company|team|story|mission)",
        r"^the (?:company|team)$|company overview",
    ),
}
_PATTERNS = {kind: re.late("|".join(patterns)) for kind, patterns in _KINDS.items()}
_ROLE = re.late(
    r"(?:analyst|coordinator|manager|partner|specialist|director|engineer|president|lead|officer"
    r"|consultant|associate|"
    r"assistant|administrator|counsel|paralegal|representative|recruiter|architect|developer|"
    r"designer|writer|head)s?(?: \(.*\))?$"
)
_SENTENCES = re.late(r"[.!?]\s+")
_PARTS = re.late(r" and | or |/")
_TOPICS = (
    "legal",
    "pay",
    "benefits",
    "about",
    PROCESS,
)  # also what a role can be about: Benefits Analyst
# one word that says so of all that follows: “Preferred Education and Experience”
_WISHED = re.late(
    r"(?:preferr?ed|desir(?:ed|able)|optional|additional)(?: (?:education|experience|skills?"
    r"|qualifications?|knowledge|background|abilities|training|competenc(?:e|y|ies)|and|or))+$"
)
_FIRM = re.late(
    r"requirement|must[ -]have|\b(?:minimum|required|essential|mandatory|need(?:ed)?)\b|you must"
)


class Table:
    """The kinds of headings (folded) that a project configures; equal ones are one object, which is
    what answers are remembered by."""

    __slots__ = ("kinds",)

    def __init__(self, rows: tuple[tuple[str, str], ...]) -> None:
        self.kinds: Mapping[str, str] = dict(rows)


_table = lru_cache(maxsize=64)(Table)


def table_of(sections: Sequence[Mapping[str, Any]]) -> Table:
    """The kinds of the sections that a project configures with a kind or a telling name."""
    table: dict[str, str] = {}
    for row in sections:
        kind = str(row.get("kind") or "") or text_kind(str(row["name"]))
        table.update(
            (fold_heading(str(name)), kind)
            for name in (row["name"], *row.get("aliases", ()))
            if kind
        )
    return _table(tuple(sorted(table.items())))


@lru_cache(maxsize=8192)
def text_kind(text: str) -> str:
    """The kind that a heading or an introducing line names; empty for none, or for two that exclude
    each other."""
    folded = fold_heading(text)
    parts = _PARTS.split(folded)
    if len(parts) > 1:
        kinds = {_first(part) for part in parts}
        if NICE in kinds and MUST in kinds and not _WISHED.match(folded):
            return ""
    return _first(folded)


def _first(folded: str) -> str:
    found = next((kind for kind, pattern in _PATTERNS.items() if pattern.search(folded)), "")
    return "" if found in _TOPICS and _ROLE.search(folded) else found


@lru_cache(maxsize=8192)
def is_firm(text: str) -> bool:
    """Whether a heading says that all below it is needed (Requirements), not only wished for (About
    you)."""
    return bool(_FIRM.search(fold_heading(text)))


def section_kind(page: Page, index: int, table: Table) -> str:
    """The kind of section ``index``: its own heading's, else that of the section around it."""
    return _section_kinds(page, table)[index] if index >= 0 else ""


@read_once
def _section_kinds(page: Page, table: Table) -> tuple[str, ...]:
    kinds: list[str] = []
    for section in page.sections:
        text = section.heading.text
        own = table.kinds.get(fold_heading(text)) if table.kinds else ""
        around = kinds[section.parent] if section.parent >= 0 else ""
        kinds.append(own or text_kind(text) or around)
    return tuple(kinds)


def kind_at(page: Page, section: int, at: int, table: Table) -> str:
    """The kind of what stands at source offset ``at``: as the last bold line in its section says,
    else the section."""
    line = bold_line(page, section, at)
    return (text_kind(page.text(line)) if line else "") or section_kind(page, section, table)


def bold_line(page: Page, section: int, at: int) -> Block | None:
    """The last line up to ``at`` in a section that stands for a heading: all bold, and naming a
    kind."""
    lines = _bold_lines(page).get(section, ())
    behind = bisect_right(lines, at, key=_SOURCE_START)
    return lines[behind - 1] if behind else None


@read_once
def _bold_lines(page: Page) -> dict[int, list[Block]]:
    """For each section that has some, its lines in bold that name a kind, in order."""
    found: dict[int, list[Block]] = {}
    for block in _all_bold_lines(page):
        found.setdefault(block.section, []).append(block)
    return found


def _all_bold_lines(page: Page) -> tuple[Block, ...]:
    source = page.source.text
    if not any(mark in source for mark in _BOLD):
        return ()
    return tuple(
        block
        for block in page.blocks
        if block.kind == "paragraph"
        and block.end - block.start <= _LONGEST_NAME
        and _all_bold(source, block.source_start, block.source_end)
        and text_kind(page.text(block))
    )


def _all_bold(source: str, start: int, end: int) -> bool:
    """Whether marks of bold stand around a text, its colon inside or outside (“**Benefits**:”)."""
    mark = source[start - 2 : start]
    if mark not in _BOLD:
        return False
    return source[end : end + 2] in _BOLD or (
        source[end - 3 : end] == f"{mark}:" and mark not in source[start : end - 3]
    )


def is_named(heading: str, table: Table) -> bool:
    """Whether the project's settings give the heading its kind."""
    return bool(table.kinds) and fold_heading(heading) in table.kinds


def naming_heading(page: Page, index: int, table: Table) -> str:
    """The heading that gives section ``index`` its kind; empty where none does."""
    while index >= 0:
        text = page.sections[index].heading.text
        if is_named(text, table) or text_kind(text):
            return text
        index = page.sections[index].parent
    return ""


def lead_in(page: Page, index: int) -> Block | None:
    """The line that introduces list ``index``: the item that it stands in, or the paragraph right
    before it."""
    return lead_of(page, page.lists[index])


def lead_of(page: Page, found: ListBlock) -> Block | None:
    """As ``lead_in``, of a list of the page."""
    if found.parent >= 0:
        holder = page.lists[found.parent].items[found.parent_item].block
        return page.blocks[holder] if holder >= 0 else None
    first = next((item.block for item in found.items if item.block >= 0), 0)
    before = page.blocks[first - 1] if first > 0 else None
    if (
        before is None
        or before.kind != "paragraph"
        or before.section != found.section
        or before.list >= 0
    ):
        return None
    return before


def introducing(page: Page, lead: Block) -> str:
    """What of a lead-in introduces the list: of a long one its last sentence."""
    text = page.text(lead).strip()
    return text if len(text) <= _LONGEST_LEAD else _SENTENCES.split(text)[-1]


def list_kind(page: Page, index: int, table: Table) -> str:
    """The kind of what list ``index`` holds: as its introducing line says, else what is around
    it."""
    return _list_kinds(page, table)[index]


@read_once
def _list_kinds(page: Page, table: Table) -> tuple[str, ...]:
    kinds: list[str] = []
    for index, found in enumerate(page.lists):
        around = (
            kinds[found.parent]
            if found.parent >= 0
            else kind_at(page, found.section, found.span.start, table)
        )
        kinds.append(_introduced(page, index, found.parent < 0) or around)
    return tuple(kinds)


def _introduced(page: Page, index: int, top: bool) -> str:
    """The kind that the line before a list, or the item around it, names."""
    lead = lead_in(page, index)
    text = introducing(page, lead) if lead else ""
    if len(text) > _LONGEST_LEAD:
        return ""
    return text_kind(text) if text.endswith(":") or (top and len(text.split()) <= 5) else ""


def block_kind(page: Page, block: Block, table: Table) -> str:
    """The kind of what a block belongs to."""
    if block.list >= 0:
        return list_kind(page, block.list, table)
    return kind_at(page, block.section, block.source_start, table)
