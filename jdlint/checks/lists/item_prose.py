"""List items that are not items: questions, and paragraphs with a bullet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.checks import setting
from jdlint.core.diagnostic import Finding
from jdlint.core.light import Any, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.posting.items import Item, list_items
from jdlint.posting.kinds import Table, list_kind, table_of

# three letters are before it: else it is an abbreviation's
_STOP = re.late(r"(?<=[^.\s]{3})[.!?][)”’\"']? +[A-Z“\"]")


@dataclass(frozen=True)
class ItemProse:
    """Reports items that hold a question, or more than ``sentences`` sentences, in lists of the
    given ``kinds``.

    An abbreviation's full stop ends no sentence unless a capital follows. Values: ``found`` (the
    first sentence), ``sentences``. Variants: ``question``, ``prose``.
    """

    kinds: tuple[str, ...]
    sentences: int = 3
    least_length: int = 40
    sections: tuple[Mapping[str, Any], ...] = setting("sections", ())

    @cached_property
    def _table(self) -> Table:
        return table_of(self.sections)

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.prose.text
        asks, shouts = "?" in text, "! " in text
        for index, items in enumerate(list_items(page)):
            for item in items:
                start, end = item.start, item.end
                if end - start < self.least_length:
                    continue
                if not (
                    text.find(". ", start, end) >= 0
                    or (asks and text.find("?", start, end) >= 0)
                    or (shouts and text.find("! ", start, end) >= 0)
                ):
                    continue
                variant = self._variant(text[start:end])
                if variant == "prose" and self._is_plan(text, items):
                    continue
                if variant and list_kind(page, index, self._table) in self.kinds:
                    stop = start + _first_sentence(text[start:end])
                    span = page.prose.span(start, stop)
                    values = {"found": text[start:stop], "sentences": str(self.sentences)}
                    yield Finding(span, values, variant=variant)

    def _is_plan(self, text: str, items: Sequence[Item]) -> bool:
        """Whether half of the items of a list are paragraphs: then they are meant to be."""
        long = sum(self._variant(text[item.start : item.end]) == "prose" for item in items)
        return long > 1 and 2 * long >= len(items)

    def _variant(self, text: str) -> str:
        if "? " in text or text.endswith("?"):
            return "question"
        stops = text.count(". ") + text.count("! ") + 1
        return "prose" if stops > self.sentences and _sentences(text) > self.sentences else ""


def _sentences(text: str) -> int:
    return 1 + sum(1 for _ in _STOP.finditer(text))


def _first_sentence(text: str) -> int:
    match = re.search(r"[.!?][)”’\"']?(?=\s+[A-Z“\"]|$)", text)
    return match.end() if match else len(text)
