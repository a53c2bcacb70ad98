"""Lines of one kind, written as paragraphs or as a list of two, that end in different marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import dataclass
from jdlint.core.page import HIDDEN, Block, Page
from jdlint.posting.openings import IMPERATIVE, word_forms

_LONGEST = 160  # characters of a line that could be an item of a list
_LONGEST_ITEM = 300  # of one that is
_FEWEST = 4  # words: shorter lines are labels
_LONG = 6  # words of an item that is no sentence and could have a stop
_MOST = 6  # lines in a row: more are a text
_SUBJECTS = ("you", "we", "i", "they", "our", "your", "the")
_OBJECTS = frozenset("the a an our your all their this these any each new with up out".split())
_INNER = (". ", "? ", "! ", ".\n")
_PAIR = 2


@dataclass(frozen=True)
class MixedLines:
    """Reports, once, lines in a row that open alike (all with a command, all with “You”), each one
    sentence long, of which some end with a full stop and others with no mark: two to six
    paragraphs, or a list of two items, which may also both be sentences, or both none. The first
    without its mark is reported.

    Values: ``found`` (its last words), ``count`` of those without, ``total``.
    """

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.prose.text
        if text.count("\n") <= _PAIR:
            return
        run: list[Block] = []
        for index, block in enumerate((*page.blocks, None)):
            line = block if block is not None and _is_line(page, block) else None
            if line is not None and _goes_on(run, line):
                run.append(line)
                continue
            # a paragraph right before a list introduces it
            before = run[:-1] if block is not None and block.list >= 0 and _is_prose(run) else run
            if _PAIR <= len(before) <= _MOST and _whole(page, index, before):
                yield from _mixed(page, before)
            run = [line] if line is not None else []


def _is_prose(run: Sequence[Block]) -> bool:
    return bool(run) and run[0].list < 0


def _goes_on(run: Sequence[Block], block: Block) -> bool:
    """Whether a block stands in one row with those before it."""
    return not run or (
        run[-1].kind == block.kind
        and run[-1].list == block.list
        and run[-1].section == block.section
        and (block.list < 0 or run[-1].item != block.item)
    )


def _whole(page: Page, index: int, run: Sequence[Block]) -> bool:
    """Whether a row is all that it seems: both items of a list of two, or paragraphs; with others
    around them at least three, and the last no name of what comes below it."""
    if run[0].list >= 0:
        return len(run) == _PAIR
    first = index - len(run)
    before, after = page.blocks[max(first - 1, 0) : first], page.blocks[index : index + 1]
    beside = [b for b in (*before, *after) if b.kind == "paragraph" and b.section == run[0].section]
    stopped = page.text(run[-1]).rstrip().endswith(".")
    return not beside or (len(run) > _PAIR and (stopped or after[:1] != tuple(beside[-1:])))


def _is_line(page: Page, block: Block) -> bool:
    if block.kind not in ("paragraph", "item") or block.end - block.start > (
        _LONGEST if block.list < 0 else _LONGEST_ITEM
    ):
        return False
    if block.list >= 0 and len(page.lists[block.list].items) != _PAIR:
        return False  # longer ones are for the checks of lists
    text = page.text(block).strip()
    words = text.split()
    if len(words) < _FEWEST or "\n" in text or HIDDEN in text or "@" in text:
        return False
    source = page.source.text
    if source[block.source_end : block.source_end + 1] in ("]", "<", ")"):
        return False  # a link or a tag ends the line
    if source[block.source_start - 1 : block.source_start] == ">" or ":" in "".join(words[:3]):
        return False
    return (text[-1] == "." or text[-1].isalpha()) and not any(mark in text for mark in _INNER)


def _opening(page: Page, block: Block) -> str:
    """How a line opens: with a command, or with a subject of its own; empty for all else."""
    word, after = page.text(block).lower().split(None, 2)[:2]
    if word in _SUBJECTS[:4]:
        return word
    if word in _SUBJECTS:
        return ""
    forms = word_forms(word)
    # “Link to” and “List of” are no commands, “List the” is one
    sure = forms == {IMPERATIVE} or (IMPERATIVE in forms and after in _OBJECTS)
    return IMPERATIVE if sure else ""


def _are_one_kind(page: Page, run: Sequence[Block]) -> bool:
    """Whether two items are both sentences, or both long and none."""
    from jdlint.checks.lists._item_ends import UNCLEAR
    from jdlint.checks.lists._stops import is_sentence

    texts = [page.text(block).strip() for block in run]
    if any(UNCLEAR.search(text) for text in texts):
        return False
    kinds = {is_sentence(text) for text in texts}
    return len(kinds) == 1 and (True in kinds or min(len(t.split()) for t in texts) >= _LONG)


def _mixed(page: Page, run: Sequence[Block]) -> Iterator[Finding]:
    bare = [block for block in run if not page.text(block).rstrip().endswith(".")]
    if not bare or len(bare) == len(run):
        return
    opening = _opening(page, run[0])
    alike = opening and all(_opening(page, block) == opening for block in run[1:])
    if not alike and not (run[0].list >= 0 and _are_one_kind(page, run)):
        return
    end = bare[0].start + len(page.text(bare[0]).rstrip())
    last = page.text(bare[0]).rstrip().rsplit(None, 2)
    found = " ".join(last[-2:])
    span = page.prose.span(end - len(last[-1]), end)
    related = tuple(
        Related(Place(page.path, block.span), "nor does this one") for block in bare[1:]
    )
    values = {"found": found, "count": str(len(bare)), "total": str(len(run))}
    yield Finding(span, values, related=related)
