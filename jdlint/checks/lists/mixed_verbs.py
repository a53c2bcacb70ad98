"""Lists whose items open with verbs of several forms, none of them the rule: “Initiate …”,
“Establishing …”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.checks import setting
from jdlint.checks.lists._openings import is_command
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import Any, NamedTuple, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.posting.items import Item, list_items
from jdlint.posting.kinds import PROCESS, Table, list_kind, table_of
from jdlint.posting.openings import GERUND, IMPERATIVE, THIRD, forms, opening, word_forms

_NAMES = {IMPERATIVE: "a command", GERUND: "an -ing form", THIRD: "a verb with -s"}
_LABELS = ("**", "__", "[")  # an item that opens with one of these may be named, not told
_OBJECT = re.late(r" (?:the|an?|our|your|their|its|any|each|every|all)\b")  # no noun has one
_CLAUSE = re.late(r" (?:is|are|was|should|will|can|must|may|we|you|they|I|has|have|helps)\b")
_FEWEST = 2  # words in -s that are verbs, where no -ing form is
_WORDS = 3  # fewest of an item that tells its form


class _Row(NamedTuple):
    item: Item
    form: str


@dataclass(frozen=True)
class MixedVerbs:
    """Reports a list of ``least`` items and more that surely open with verbs, of which no form is
    that of ``share`` of them; where one is, ``parallel-items`` names those that differ.

    Values: ``found`` (the first word of an item of the rarer form), ``form``, ``model`` (that of
    another item), ``expected``.
    """

    least: int = 3
    share: float = 0.66
    sections: tuple[Mapping[str, Any], ...] = setting("sections", ())

    @cached_property
    def _table(self) -> Table:
        return table_of(self.sections)

    def check(self, page: Page) -> Iterator[Finding]:
        for index, items in enumerate(list_items(page)):
            if len(items) < self.least or not _can_mix(items):
                continue
            rows = [_Row(item, form) for item in items if (form := _form(page, item))]
            found = self._finding(page, items, rows)
            if found is not None and list_kind(page, index, self._table) != PROCESS:
                yield found

    def _finding(self, page: Page, items: Sequence[Item], rows: Sequence[_Row]) -> Finding | None:
        counts = {form: sum(row.form == form for row in rows) for form in _NAMES}
        usual, rare = sorted(_NAMES, key=lambda form: -counts[form])[:2]
        if len(rows) < self.least or not counts[rare] or self._leads(page, items, usual):
            return None
        model = next(row for row in rows if row.form == usual).item
        other = next(row for row in rows if row.form == rare).item
        values = {
            "found": _first(page, other),
            "form": _NAMES[rare],
            "model": _first(page, model),
            "expected": _NAMES[usual],
        }
        span = page.prose.span(other.start, other.start + len(values["found"]))
        place = Place(page.path, page.prose.span(model.start, model.start + 1))
        return Finding(span, values, related=(Related(place, f"{_NAMES[usual]} here"),))

    def _leads(self, page: Page, items: Sequence[Item], form: str) -> bool:
        """Whether most items can have a form."""
        known = [row for item in items if (row := forms(page.prose.text[item.start : item.end]))]
        count = sum(form in row for row in known)
        return len(items) > self.least <= count and count >= self.share * len(known)


def _can_mix(items: Sequence[Item]) -> bool:
    """A quick look at the first words: whether verbs of two forms can be among them."""
    if not any(item.word.endswith("ing") for item in items):
        verbs = sum(item.word.endswith("s") for item in items)
        if not _FEWEST <= verbs < len(items):
            return False  # most lists of nouns end here
    found = {form for item in items for form in word_forms(item.word)}
    return len(found & set(_NAMES)) > 1


def _form(page: Page, item: Item) -> str:
    """The form of the verb that surely opens an item; empty for another opening."""
    source = page.source.text
    text, at = page.prose.text[item.start : item.end], page.blocks[item.block].source_start
    if source[at - 2 : at] in _LABELS or source[at - 1 : at] in _LABELS:
        return ""
    found, first = forms(text), opening(text)
    if first is None or "-" in text[first.start() : first.end() + 1] or len(text.split()) < _WORDS:
        return ""  # “building code”, “data-modeling”: nouns
    if IMPERATIVE in found:
        return IMPERATIVE if _OBJECT.match(text, first.end()) or is_command(text) else ""
    if GERUND in found and _OBJECT.match(text, first.end()):
        return GERUND
    if GERUND in found and (
        text[first.end() + 1 : first.end() + 2].isupper() or _CLAUSE.search(text)
    ):
        return ""  # “Landing Pages”, “Sailing by night is …”
    if first[0].lower() in ("is", "has", "does"):
        return ""
    form = next(iter(found)) if len(found) == 1 else ""
    return form if form in _NAMES else ""


def _first(page: Page, item: Item) -> str:
    match = opening(page.prose.text[item.start : item.end])
    return match[0] if match is not None else ""
