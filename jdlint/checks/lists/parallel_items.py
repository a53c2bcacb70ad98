"""List items that do not open as the others do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.checks import setting
from jdlint.checks.lists._mixed_forms import Mixed, can_mix, mixed
from jdlint.checks.lists._openings import is_command, turned
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import Any, NamedTuple, dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.core.words import like
from jdlint.lang.en.lexicon import tags
from jdlint.posting.items import Item, list_items
from jdlint.posting.kinds import BENEFITS, MUST, NICE, PROCESS, Table, lead_in, list_kind, table_of
from jdlint.posting.openings import (
    CLAUSE,
    GERUND,
    IMPERATIVE,
    NOUN,
    OTHER,
    THIRD,
    Forms,
    forms,
    opening,
    word_forms,
)

_BEING = (" be", " are", "'re", "’re")
_BY = (" by", " through")
_NAMES = {
    IMPERATIVE: "a verb",
    GERUND: "an -ing form",
    THIRD: "a verb with -s",
    NOUN: "a noun or adjective",
    CLAUSE: "a clause",
    OTHER: "an infinitive",
}
# which of its forms an item is named by, beside imperatives and beside other forms
_AMONG_IMPERATIVES = (GERUND, THIRD, CLAUSE, OTHER, NOUN, IMPERATIVE)
_AMONG_OTHERS = (IMPERATIVE, *_NAMES)
_RULES = (IMPERATIVE, GERUND, THIRD)  # forms that a list can have
_QUICK = 0.6  # share of first words that can have a form, from which on a list may have it
_LONGER = 3  # letters of words that are small in titles too, and fewest longer words of a title
_TAIL = 12  # characters at the end of a line that show its last word


# nouns whose verbs are two words
_CLOSED = {
    "setup": "set up", "backup": "back up", "followup": "follow up", "rollout": "roll out",
    "checkout": "check out", "cleanup": "clean up", "breakdown": "break down", "signup": "sign up",
    "lookup": "look up", "startup": "start up", "shutdown": "shut down", "scaleup": "scale up",
}  # fmt: skip
# what follows a verb and no noun: an object
_OBJECT = re.late(r" (?:and ([a-z]+) )?(?:the|an?|our|your|their|its|new|all|any|each|every)\b")
_LABEL = re.late(r"[^*\n]{1,40}(?:[.:!?]\*\*|\*\* ?[:–—])")
_JOINED = re.late(r" and ([a-z]+) ")
_LATER = re.late(r"\w+ (?:[\w’'-]+ ){1,4}and ([a-z]+) (?:the|an?|our|your|their|its|[a-z]+s?\b)")
_ACTS = ("ing", "tion", "ment", "sis", "ance", "ence")  # what a noun before them belongs to


class _Row(NamedTuple):
    block: Block
    forms: Forms


@dataclass(frozen=True)
class ParallelItems:
    """Reports the items that cannot open as most items of their list do: a gerund or a noun among
    imperatives; with ``report: list`` a list in which no form leads.

    A list is judged where at least ``least`` items, and ``share`` of those whose form is known,
    open with an imperative, a gerund or a verb with -s. After a line that ends in “by:” a list
    takes gerunds. Labelled items, names and figures count for nothing, nor do lists of steps; among
    requirements, where forms mix, a finding is a note. A list as a whole is reported in sections of
    ``kinds``, where its items have at least ``forms`` forms, none of them on ``share`` of them.
    Values: ``found``, ``form``, ``expected``, ``model`` (the word that another item opens with),
    ``better``; of a list ``forms``, ``count``. Variants of an item: ``list``, ``by``.
    """

    report: str = "item"
    kinds: tuple[str, ...] = ()
    forms: int = 3
    least: int = 3
    share: float = 0.66
    sections: tuple[Mapping[str, Any], ...] = setting("sections", ())

    def __post_init__(self) -> None:
        if self.report not in ("item", "list"):
            raise ValueError("“report” is item or list")

    @cached_property
    def _table(self) -> Table:
        return table_of(self.sections)

    def check(self, page: Page) -> Iterator[Finding]:
        for index, items in enumerate(list_items(page)):
            if len(items) >= 2 and not _are_titles(page, items):
                yield from (
                    self._mixed(page, index, items)
                    if self.report == "list"
                    else self._items(page, index, items)
                )

    def _mixed(self, page: Page, index: int, items: Sequence[Item]) -> Iterator[Finding]:
        limit = Mixed(self.forms, self.least, self.share)
        if can_mix(items, limit) and list_kind(page, index, self._table) in self.kinds:
            finding = mixed(page, items, limit)
            if finding is not None:
                yield finding

    def _items(self, page: Page, index: int, items: Sequence[Item]) -> Iterator[Finding]:
        after_by = _ends_in(page, index, _BY)
        judged = len(items) > self.least and not _all_alike([item.word for item in items])
        if not after_by and not judged:
            return
        for finding in self._list(page, items, after_by):
            kind = list_kind(page, index, self._table)
            enjoyed = kind == BENEFITS and "V" in tags(finding.values["found"].lower())
            if kind != PROCESS and not enjoyed and not _completes(page, index, finding):
                yield finding._replace(certain=kind not in (MUST, NICE))

    def _list(self, page: Page, items: Sequence[Item], after_by: bool) -> Iterator[Finding]:
        source, rows = page.source.text, list[_Row]()
        for block in (page.blocks[item.block] for item in items):
            linked = source[block.source_start - 1 : block.source_start] == "["  # it is a name
            known = (
                frozenset[str]() if linked or _is_labelled(page, block) else forms(page.text(block))
            )
            if known:
                rows.append(_Row(block, known))
        wanted = GERUND if after_by and _takes(rows, GERUND) else self._majority(page, rows)
        if not wanted:
            return
        model = next(
            opening(page.text(row.block)) for row in rows if _surely(page, row, wanted, by_tag=True)
        )
        for row in rows:
            if wanted in row.forms or _is_stem(page, row, wanted):
                continue
            if after_by or not _may_fit(page, row, wanted):
                variant = "by" if after_by else "list"
                yield _finding(page, row, wanted, model[0] if model else "", variant)

    def _majority(self, page: Page, rows: list[_Row]) -> str:
        """The form that the list has, or nothing where it has none."""
        for form in _RULES:
            count = sum(form in row.forms for row in rows)
            if count >= self.least and count >= self.share * len(rows):
                if count == len(rows):
                    return ""
                sure = sum(row.forms == {form} for row in rows)
                if sure and 3 * sure < count:  # one tells the form, the tags say who has it, too
                    sure = sum(_surely(page, row, form, by_tag=True) for row in rows)
                if 3 * sure >= count:
                    return form
        return ""


def _are_titles(page: Page, items: Sequence[Item]) -> bool:
    """Whether most items are set as titles, of theses or talks: each longer word in capitals."""
    texts = [page.text(page.blocks[item.block]).split() for item in items]
    longer = [[word for word in text if len(word) > _LONGER and word.isalpha()] for text in texts]
    titled = sum(
        len(row) > _LONGER and 5 * sum(word[0].isupper() for word in row) >= 4 * len(row)
        for row in longer
    )
    return 2 * titled > len(items)


def _is_labelled(page: Page, block: Block) -> bool:
    """Whether an item opens with a label in bold that has a mark of its own: “**Reach.** We …”."""
    before = page.source.text[block.source_start - 2 : block.source_start]
    return before == "**" and _LABEL.match(page.source.slice(block.span)) is not None


def _surely(page: Page, row: _Row, form: str, *, by_tag: bool) -> bool:
    """Whether an item can only have a form, or with ``by_tag`` a command is tagged as one."""
    if row.forms == {form}:
        return True
    return by_tag and form == IMPERATIVE and form in row.forms and is_command(page.text(row.block))


def _takes(rows: list[_Row], form: str) -> bool:
    """Whether half of the items can have a form, and one of them no other."""
    able = sum(form in row.forms for row in rows)
    return 2 * able >= len(rows) and any(row.forms == {form} for row in rows)


def _may_fit(page: Page, row: _Row, wanted: str) -> bool:
    """Whether an item may have the form after all: “Stock cider and pies” among commands, “User
    testing” among -ing forms; of 46 that readers judged, 3 of the 5 not right were such."""
    words = page.text(row.block).lower().split(maxsplit=2)[:2]
    if len(words) < 2:
        return False
    first, second = words[0], words[1].rstrip(".,;:")
    if wanted == GERUND:
        return second.endswith("ing") and not first.endswith("ing")
    things = tags(second)[:1] in ("N", "M") and not second.endswith(_ACTS)
    later = _LATER.match(page.text(row.block))  # “Direct short films and manage the crew”
    if wanted == IMPERATIVE and "V" in tags(first) and later and tags(later[1])[:1] == "V":
        return True
    able = "V" in tags(first) and tags(first)[0] != "J"
    return wanted == IMPERATIVE and able and things


def _is_stem(page: Page, row: _Row, wanted: str) -> bool:
    """A short line that only introduces a nested list, or names a topic, is no item of its own."""
    text = page.text(row.block).rstrip()
    short = len(text.split()) < 3 and wanted != GERUND
    return short or (text.endswith(":") and NOUN in row.forms)


def _finding(page: Page, row: _Row, wanted: str, model: str, variant: str) -> Finding:
    text, at = page.text(row.block), row.block.start
    first = opening(text)
    assert first is not None
    # a bank, to bank: no form is offered
    either = {IMPERATIVE, NOUN} <= row.forms and variant != "by"
    edits = () if either else tuple(turned(page, text, at, row.forms, wanted))
    order = _AMONG_IMPERATIVES if wanted == IMPERATIVE else _AMONG_OTHERS
    form = next(name for name in order if name in row.forms)
    verb = _CLOSED.get(first[0].lower(), "") if wanted == IMPERATIVE else ""
    if verb and _takes_object(text, first.end()):
        span, better = page.prose.span(at + first.start(), at + first.end()), like(first[0], verb)
        values = dict.fromkeys(("form", "expected", "model"), "")
        values.update(found=first[0], better=better)
        return Finding(span, values, (Edit(span, better),), variant="two-words")
    values = {
        "found": first[0],
        "form": "a verb or a noun" if either else _NAMES[form],
        "expected": _NAMES[wanted],
        "model": model,
        "better": edits[0].text if edits else "",
    }
    span = page.prose.span(at + first.start(), at + first.end())
    return Finding(span, values, edits, variant=variant)


def _takes_object(text: str, at: int) -> bool:
    """Whether an object follows, or another verb, so that the word before is no noun."""
    joined = _JOINED.match(text, at)
    verb = joined is not None and word_forms(joined[1]) == {IMPERATIVE}
    return verb or _OBJECT.match(text, at) is not None


def _ends_in(page: Page, index: int, words: tuple[str, ...]) -> bool:
    """Whether the line that introduces list ``index`` ends in one of the words."""
    lead = lead_in(page, index)
    if lead is None:
        return False
    tail = page.prose.text[max(lead.end - _TAIL, lead.start) : lead.end]
    return tail.rstrip(" :\n").endswith(words)


def _completes(page: Page, index: int, finding: Finding) -> bool:
    """Whether a noun or adjective goes with the line before the list as well as the -ing forms do:
    “you will be:”."""
    if finding.values["form"] != _NAMES[NOUN] or finding.values["expected"] != _NAMES[GERUND]:
        return False
    section = page.lists[index].section
    heading = page.sections[section].heading.text if section >= 0 else ""
    return _ends_in(page, index, _BEING) or f" {heading.lower()}".rstrip(" :").endswith(_BEING)


def _all_alike(words: list[str]) -> bool:
    """A quick look at the first words: whether they can all have one form, or hardly any of them
    opens with a verb."""
    if any(word.endswith("ly") for word in words):
        return False  # the word behind the adverb tells
    known = [row for word in words if (row := word_forms(word))]
    for form in _RULES if known else ():
        count = sum(form in row for row in known)
        if count >= _QUICK * len(known):
            return count == len(known)
    return True
