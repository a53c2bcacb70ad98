"""List items that do not open as the others do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.page import Block, ListBlock, Page
from jdlint.core.words import like
from jdlint.lang.en.forms import base, gerund
from jdlint.lang.en.lexicon import tags
from jdlint.posting.items import list_items
from jdlint.posting.kinds import MUST, NICE, Table, lead_in, list_kind, table_of
from jdlint.posting.openings import GERUND, IMPERATIVE, THIRD, Forms, forms, opening, word_forms

_BEING = (" be", " are", "'re", "’re")
_JOINED = re.compile(r"(?:, (?:and |or )?| and | or | & )([a-z]+(?:-[a-z]+)*)")
_NAMES = {
    IMPERATIVE: "a verb",
    GERUND: "an -ing form",
    THIRD: "a verb with -s",
    "noun": "a noun or adjective",
    "clause": "a clause",
    "other": "an infinitive",
}


class _Row(NamedTuple):
    block: Block
    forms: Forms


@dataclass(frozen=True)
class ParallelItems:
    """Reports the items that cannot open as most items of their list do: a gerund or a noun among
    imperatives.

    A list is judged where at least ``least`` items, and ``share`` of those whose form is known,
    open with an imperative, a gerund or a verb with -s. After a line that ends in “by:” a list
    takes gerunds. Labelled items, names and figures count for nothing, nor do lists of steps; among
    requirements, where forms mix, a finding is a note. Values: ``found``, ``form``, ``expected``,
    ``model`` (the word that another item opens with), ``better``. Variants: ``list``, ``by``.
    """

    sections: tuple[Mapping[str, Any], ...] = ()
    least: int = 3
    share: float = 0.66

    @cached_property
    def _table(self) -> Table:
        return table_of(self.sections)

    def check(self, page: Page) -> Iterator[Finding]:
        for index, items in enumerate(list_items(page)):
            if len(items) < 2:
                continue
            after_by = _ends_in(page, index, (" by", " through"))
            if after_by or (
                len(items) > self.least and not _all_alike([item[2] for item in items])
            ):
                for finding in self._list(page, page.lists[index], after_by):
                    kind = list_kind(page, index, self._table)
                    if kind != "process" and not _completes(page, index, finding):
                        yield finding._replace(certain=kind not in (MUST, NICE))

    def _list(self, page: Page, found: ListBlock, after_by: bool) -> Iterator[Finding]:
        text = page.prose.text
        blocks = [page.blocks[item.block] for item in found.items if item.block >= 0]
        source = page.source.text
        blocks = [
            b for b in blocks if source[b.source_start - 1 : b.source_start] != "["
        ]  # a link is a name
        rows = [_Row(b, known) for b in blocks if (known := forms(text[b.start : b.end]))]
        wanted = GERUND if after_by and self._takes(rows, GERUND) else self._majority(rows)
        if not wanted:
            return
        model = next(opening(page.text(row.block)) for row in rows if row.forms == {wanted})
        for row in rows:
            if wanted not in row.forms and not self._is_stem(page, row, wanted):
                yield self._finding(
                    page, row, wanted, model[0] if model else "", "by" if after_by else "list"
                )

    def _takes(self, rows: list[_Row], form: str) -> bool:
        return 2 * sum(form in row.forms for row in rows) >= len(rows) and any(
            row.forms == {form} for row in rows
        )

    def _majority(self, rows: list[_Row]) -> str:
        """The form that the list has, or nothing where it has none."""
        for form in (IMPERATIVE, GERUND, THIRD):
            count = sum(form in row.forms for row in rows)
            sure = sum(row.forms == {form} for row in rows)
            if count >= self.least and count >= self.share * len(rows) and 3 * sure >= count:
                return form if count < len(rows) else ""
        return ""

    def _is_stem(self, page: Page, row: _Row, wanted: str) -> bool:
        """A short line that only introduces a nested list, or names a topic, is no item of its
        own."""
        text = page.text(row.block).rstrip()
        return (text.endswith(":") and "noun" in row.forms) or (
            len(text.split()) < 3 and wanted != GERUND
        )

    def _finding(self, page: Page, row: _Row, wanted: str, model: str, variant: str) -> Finding:
        text, at = page.text(row.block), row.block.start
        first = opening(text)
        assert first is not None
        start, end = at + first.start(), at + first.end()
        either = {
            IMPERATIVE,
            "noun",
        } <= row.forms and variant != "by"  # a bank, to bank: no form is offered
        edits = () if either else tuple(_edits(page, text, at, row.forms, wanted))
        order = (
            (GERUND, THIRD, "clause", "other", "noun", IMPERATIVE)
            if wanted == IMPERATIVE
            else (IMPERATIVE, *_NAMES)
        )
        form = next(name for name in order if name in row.forms)
        values = {
            "found": first[0], "form": "a verb or a noun" if either else _NAMES[form], "expected": _NAMES[wanted],
            "model": model, "better": edits[0].text if edits else "",
        }  # fmt: skip
        return Finding(page.prose.span(start, end), values, edits, variant=variant)


def _ends_in(page: Page, index: int, words: tuple[str, ...]) -> bool:
    """Whether the line that introduces list ``index`` ends in one of the words."""
    lead = lead_in(page, index)
    if lead is None:
        return False
    return page.prose.text[max(lead.end - 12, lead.start) : lead.end].rstrip(" :\n").endswith(words)


def _completes(page: Page, index: int, finding: Finding) -> bool:
    """Whether a noun or adjective goes with the line before the list as well as the -ing forms do:
    “you will be:”."""
    if finding.values["form"] != _NAMES["noun"] or finding.values["expected"] != _NAMES[GERUND]:
        return False
    section = page.lists[index].section
    heading = page.sections[section].heading.text if section >= 0 else ""
    return _ends_in(page, index, _BEING) or f" {heading.lower()}".rstrip(" :").endswith(_BEING)


def _all_alike(words: list[str]) -> bool:
    """A quick look at the first words: whether they can all have one form, or hardly any of them
    opens with a verb."""
    known = [row for word in words if (row := word_forms(word))]
    if not known:
        return True
    for form in (IMPERATIVE, GERUND, THIRD):
        count = sum(form in row for row in known)
        if count * 5 >= len(known) * 3:
            return count == len(known)
    return True


def _edits(page: Page, text: str, at: int, found: Forms, wanted: str) -> Iterator[Edit]:
    """The first verb, and those joined to it, in the wanted form; nothing where their base is not
    known."""
    source = {GERUND, THIRD, IMPERATIVE} & found
    if not source or wanted == THIRD:
        return
    first = opening(text)
    assert first is not None
    spots = [(first.start(), first.end())]
    for match in iter(lambda: _JOINED.match(text, spots[-1][1]), None):
        if not word_forms(match[1]) & source:
            break
        spots.append(match.span(1))
    words = [text[a:b] for a, b in spots]
    better = [_turned(word, wanted) for word in words]
    if all(better) and all(page.exact(at + a, at + b) for a, b in spots):
        for (a, b), word in zip(spots, better, strict=True):
            yield Edit(page.prose.span(at + a, at + b), word)


def _turned(word: str, wanted: str) -> str:
    """A verb as an imperative or a gerund; empty where its base is not known."""
    low = word.lower()
    root = low if "V" in tags(low) and not low.endswith("ing") else base(low, tags)
    if root == low and (low.endswith("ing") or "V" not in tags(low)):
        return ""
    return like(word, gerund(root) if wanted == GERUND else root)
