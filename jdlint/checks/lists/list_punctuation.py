"""Lists whose items end in different marks."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks.lists._item_ends import UNCLEAR, holders, last_block
from jdlint.checks.lists._lines_below import ends_below
from jdlint.core.diagnostic import Edit, Finding, Place, Related
from jdlint.core.light import Literal, NamedTuple, dataclass
from jdlint.core.page import Block, ListBlock, Page
from jdlint.core.patterns import regex as re
from jdlint.core.read_once import read_once
from jdlint.core.text import Span
from jdlint.posting.items import list_items

_STOPS = frozenset(".!?…。")
_CLOSING = "\"'”’“‘ʼ´′›)»]*_` \u00a0\u2009\u202f\t\n￼"
_SHORT = re.late(r"\b(?:etc|e\.g|i\.e|inc|ltd|[ap]\.m)\.$", re.IGNORECASE)
# what no sentence ends with: a slip, whose item says nothing of the convention
_STRAY = frozenset("-–—/\\|&<=^~")
_SIGNS = "\u2190"  # arrows, dingbats and emoji come from here on
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz")
# how an item ends that the next one goes on with
GOES_ON = (" and", " or", " and/or", " also", " by", " with", " for", " to")
_JOINING = ("; and", "; or", ", and", ", or")
_QUOTED_STOPS = frozenset((".”", '."', ".’"))
_BRACKETED_STOPS = frozenset((".)", ".]"))
_SHARE = 3  # one in so many sentences has its full stop: then the others want theirs
_TAIL = 24  # characters that show how an item ends
_WORDS = re.late(r"(?:\S+\s+)?\S+$")
_ASIDE = re.late(r"\.\.\.|…|\(")  # “… (if you are not convinced yet, ask)”
# “Reports to: the mate”, and a heading that lost the empty line above it: no words of the item's
_VALUE = re.late(r"[^.:!?\n]{1,40}: +\S+(?: \S+){0,2}$")
_TITLE_BELOW = re.late(r"[\w).]\n[ \t]*[A-Z][\w’'-]*(?: [\w’'&-]+){0,3}$")


class _Item(NamedTuple):
    block: Block
    stopped: bool


@dataclass(frozen=True)
class ListPunctuation:
    """Reports a list once where some items end with a full stop and others do not; the span is the
    end of the first item that differs, the others are related.

    ``convention`` is ``consistent`` (the majority is right, and an item that needs its full stop
    may have it: one of several sentences, a whole one among fragments, the end of a sentence that
    the list is), ``sentences`` (items of several sentences are left out of the count), ``stop`` or
    ``none``. Items that end with a colon, “?” or “!”, hold a list, or end in an abbreviation do not
    count, and a list that joins its items with semicolons or commas is left alone. Values:
    ``count`` and ``noun`` of what ends so, ``others`` that do not, ``total`` of the list,
    ``style``, ``verb``, ``rest``. Variant: ``some`` where more items of the list end
    like those that differ.
    """

    convention: Literal["consistent", "sentences", "stop", "none"] = "consistent"
    least: int = 3

    def __post_init__(self) -> None:
        if self.convention not in ("consistent", "sentences", "stop", "none"):
            raise ValueError("“convention” is consistent, sentences, stop or none")

    def check(self, page: Page) -> Iterator[Finding]:
        strict = self.convention in ("stop", "none")
        for index, items in enumerate(list_items(page)):
            if len(items) < self.least:
                continue
            if not strict:
                ends = {item.last for item in items}
                if len(ends) == 1 or ends.isdisjoint(_STOPS):
                    continue
            yield from self._list(page, index, page.lists[index])

    def _list(self, page: Page, index: int, found: ListBlock) -> Iterator[Finding]:
        items = self._items(page, index, found)
        stopped = [item for item in items if item.stopped]
        bare = [item for item in items if not item.stopped]
        if len(items) < self.least or (
            self.convention in ("consistent", "sentences") and not (stopped and bare)
        ):
            return
        wrong = all_wrong = self._wrong(items, stopped, bare)
        if self.convention == "consistent" and wrong and wrong[0].stopped:
            from jdlint.checks.lists._stops import may_stop

            others = [item.block for item in bare]
            if _SHARE * len(stopped) >= len(items) and _are_sentences(page, bare):
                wrong = all_wrong = bare
            else:
                wrong = [row for row in wrong if not may_stop(page, row.block, found, others)]
        if wrong:
            finding = self._finding(page, wrong, items, _seen(page, index, found, wrong[0].stopped))
            if stopped == items[-1:] and _closings(page) > 1:
                finding = finding._replace(certain=False)
            # those that keep their stops would leave the list mixed: an editor decides
            kept = len(wrong) < len(all_wrong) or _any_title(page, wrong)
            yield finding._replace(edits=()) if kept else finding

    def _wrong(self, items: list[_Item], stopped: list[_Item], bare: list[_Item]) -> list[_Item]:
        """The items to change: the smaller party; of equal ones, the one that the first item is not
        in."""
        if self.convention in ("stop", "none"):
            return bare if self.convention == "stop" else stopped
        if len(stopped) == len(bare):
            return bare if items[0].stopped else stopped
        return min(stopped, bare, key=len)

    def _items(self, page: Page, index: int, found: ListBlock) -> list[_Item]:
        held, text = holders(page, index), page.prose.text
        items, joined = [], 0
        for number, item in enumerate(found.items):
            block = last_block(page, index, number, item.block)
            if block is None or block.kind == "heading" or number in held:
                continue  # a heading has no full stop, whatever list it is in
            tail = text[max(block.start, block.end - _TAIL) : block.end].rstrip()
            bare = tail.rstrip(_CLOSING)
            last = bare[-1:]
            if last in (";", ",") or (tail[-1:] in "dr" and tail.endswith(_JOINING)):
                joined += 1
                continue
            # “?” and “!” say more than a full stop
            if not bare or last in "!?" or _is_sign(last) or _is_link(page, block):
                continue
            if last in _STOPS and ends_below(page, block):
                continue  # the stop is that of a paragraph which lost the empty line above it
            if _ASIDE.match(text, block.start) or (
                last not in _STOPS and _says_little(page, block)
            ):
                continue
            if tail.endswith(GOES_ON):
                continue
            if tail[-1] not in _PLAIN and UNCLEAR.search(tail[tail.rfind(" ") + 1 :]):
                continue
            if not (self.convention == "sentences" and _is_several(page.text(block))):
                items.append(_Item(block, last in _STOPS))
        return [] if 3 * joined > len(found.items) else items

    def _finding(
        self, page: Page, wrong: list[_Item], items: list[_Item], seen: tuple[int, int]
    ) -> Finding:
        stopped = wrong[0].stopped
        edits: tuple[Edit, ...] = ()
        if len(wrong) * 2 < len(items) or (not stopped and _are_sentences(page, wrong)):
            edits = tuple(edit for item in wrong for edit in _edit(page, item))
            edits = edits if len(edits) == len(wrong) else ()
        related = tuple(
            Related(
                Place(page.path, _end(page, item)),
                "so does this one" if stopped else "nor does this one",
            )
            for item in wrong[1:9]
        )
        total, others = sum(seen), sum(item.stopped != stopped for item in items)
        # some end alike for reasons of their own: several sentences, “etc.”
        shown = seen if stopped else seen[::-1]
        variant = "" if shown == (len(wrong), others) else "some"
        count, others = shown
        values = {
            "count": str(count),
            "total": str(total),
            "others": str(others),
            "noun": "item" if count == 1 else "items",
            "verb": "ends" if count == 1 else "end",
            "style": "with a full stop" if stopped else "without a full stop",
            "rest": "without one" if stopped else "with one",
        }
        return Finding(_end(page, wrong[0]), values, edits, related, variant=variant)


def _says_little(page: Page, block: Block) -> bool:
    """Whether an item without a full stop is a label with its value, or ends with a line that is
    none of its own: it says nothing of what the other items have."""
    if _VALUE.match(page.text(block)):
        return True
    source = page.source.slice(block.span)
    return "\n" in source and _TITLE_BELOW.search(source) is not None


@read_once
def _closings(page: Page) -> int:
    """How many lists have a full stop behind their last item alone: several are a custom, as if
    each list were one sentence."""
    ends = ([item.last in _STOPS for item in items] for items in list_items(page))
    return sum(len(end) > 2 and end[-1] and not any(end[:-1]) for end in ends)


def _are_sentences(page: Page, items: list[_Item]) -> bool:
    """Whether items that end without a full stop are sentences that want one."""
    from jdlint.checks.lists._stops import are_sentences

    return are_sentences(page, [item.block for item in items])


def _any_title(page: Page, items: list[_Item]) -> bool:
    """Whether a heading that slid into the list would get a full stop."""
    from jdlint.checks.lists._stops import is_title

    return any(not item.stopped and is_title(page.text(item.block)) for item in items)


def _is_several(text: str) -> bool:
    from jdlint.checks.lists._stops import SENTENCES

    return SENTENCES.search(text) is not None


def _seen(page: Page, index: int, found: ListBlock, rare_stop: bool) -> tuple[int, int]:
    """How many items of a list a reader sees end with a full stop, and how many with none; those
    that hold a list, or end in another mark of their own, are neither."""
    held, stopped, bare = holders(page, index), 0, 0
    for number, item in enumerate(found.items):
        block = last_block(page, index, number, item.block)
        text = page.text(block).rstrip(" \n\t*_`") if block is not None else ""
        if block is None or block.kind == "heading" or number in held or not text:
            continue
        if _is_sign(text[-1]):
            continue
        if text[-1] == "." and rare_stop and _SHORT.search(text):
            bare += 1  # the stop of “etc.” is no sentence’s
        elif text[-1] == "." or text[-2:] in _QUOTED_STOPS or _ends_in_brackets(text):
            stopped += 1
        elif text[-1] not in "?!:…;,":
            bare += 1
    return stopped, bare


def _ends_in_brackets(text: str) -> bool:
    """Whether a full stop stands before the bracket that closes an item: “(See below.)”; “etc.)”
    has the stop of its abbreviation."""
    return text[-2:] in _BRACKETED_STOPS and not UNCLEAR.search(text[text.rfind(" ") + 1 :])


def _is_sign(mark: str) -> bool:
    """Whether no sentence ends with a mark: a slip, or an emoji behind the stop or in its place."""
    return mark in _STRAY or (mark > _SIGNS and not mark.isalnum())


def _is_link(page: Page, block: Block) -> bool:
    """Whether a link is all that the block holds: it is a name, with no mark of its own."""
    source = page.source.text
    return (
        source[block.source_end : block.source_end + 1] == "]"
        and source[block.source_start - 1 : block.source_start] == "["
    )


def _end(page: Page, item: _Item) -> Span:
    """The span of the item's last two words with their mark."""
    low = max(item.block.start, item.block.end - 60)
    text = page.prose.text[low : item.block.end].rstrip()
    match = _WORDS.search(text)
    return page.prose.span(low + (match.start() if match else 0), low + len(text))


def _edit(page: Page, item: _Item) -> Iterator[Edit]:
    """Puts a full stop to the end of an item, or takes it away; nothing where a link or a bracket
    ends it."""
    end = item.block.start + len(page.text(item.block).rstrip())
    last, span = page.prose.text[end - 1], page.prose.span(end - 1, end)
    if not page.exact(end - 1, end) or page.source.text[span.end : span.end + 1].strip():
        return
    if item.stopped and last == ".":
        yield Edit(span, "")
    elif not item.stopped and last not in _CLOSING:
        yield Edit(Span(span.end, span.end), ".")
