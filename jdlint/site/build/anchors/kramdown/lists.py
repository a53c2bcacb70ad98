"""Lists and definition lists: where they end, and the blocks inside their items."""

from __future__ import annotations

from collections.abc import Callable

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.tools import lru_cache
from jdlint.site.build.anchors.kramdown import patterns
from jdlint.site.build.anchors.kramdown.state import (
    Attributes,
    Node,
    Parent,
    Source,
    State,
    add,
    parse_attributes,
)

ParseBlocks = Callable[[State, Source, Parent], bool]
# Only an item with one of these can hold an id, or the definition of a link
_MARKS = ("#", "{:", "[^", "]:", "=")
_UNDERLINE = re.late(r"\n[ \t]*-+[ \t]*\n")
_TAIL = r"[\t| ][^\n]*\n"


class _Lines(NamedTuple):
    content: re.Pattern[str]
    lazy_stop: re.Pattern[str]
    indent: str


@lru_cache(maxsize=64)
def _lines(indentation: int) -> _Lines:
    """What belongs to an item with this indentation."""
    tabs, rest = divmod(indentation, 4)
    unit = r"(?:\t| {4})"
    content = re.compile(rf"(?:{unit}{{{tabs}}} {{{rest}}}|{unit}{{{tabs + 1}}})[^\n]*\S[^\n]*\n")
    return _Lines(content, _lazy_stop(min(indentation, 3)), " " * indentation)


@lru_cache(maxsize=8)
def _lazy_stop(indentation: int) -> re.Pattern[str]:
    ial = patterns.IAL.pattern.removeprefix(" {0,3}")
    html = patterns.HTML_LAZY_END.pattern.removeprefix(" {0,3}")
    return re.compile(rf" {{0,{indentation}}}(?:{ial}|{html})")


@lru_cache(maxsize=32)
def _marker(start: re.Pattern[str], indentation: int) -> re.Pattern[str]:
    """A following item may stand at most three spaces in, and less than its content."""
    space = indentation - 1 if 1 <= indentation <= 4 else 3
    mark = {patterns.UL: r"[+*-]", patterns.OL: r"\d+\.", patterns.DEFINITION: ":"}[start]
    return re.compile(rf"( {{0,{space}}}{mark})({_TAIL})")


def _first_line(indentation: int, content: str) -> tuple[str, int]:
    """The text of an item's first line and the column at which its content stands."""
    if patterns.ITEM_EMPTY.match(content):
        indentation = 4
    else:
        while match := re.match(r"( *)(\t+)", content):
            spaces, tabs = match.groups()
            fill = 4 - ((len(spaces) + indentation) % 4) + (len(tabs) - 1) * 4
            content = spaces + " " * fill + content[match.end() :]
        indentation += len(content) - len(content.lstrip(" "))
    return content.lstrip(), indentation


class _Item:
    """The pieces of an item's text: a nested list starts a new piece."""

    __slots__ = ("attributes", "lines", "nested", "pieces")

    def __init__(self, state: State, indentation: int, content: str) -> None:
        text, column = _first_line(indentation, content)
        self.lines = _lines(min(column, 200))
        self.attributes = Attributes()
        match = patterns.ITEM_IAL.match(text)
        if match:
            parse_attributes(match[1], self.attributes)
            state.attributes.append(self.attributes)
            text = text[match.end() :]
        self.nested = _is_item(text)
        self.pieces = [[text]]

    @property
    def column(self) -> int:
        return len(self.lines.indent)


def _is_item(text: str) -> bool:
    return bool(patterns.UL.match(text) or patterns.OL.match(text))


def _continuation(item: _Item, text: str, at: int, after_blank: bool) -> str:
    """The line at ``at`` where it still belongs to the item, else an empty string."""
    match = item.lines.content.match(text, at)
    if match:
        return match[0]
    if after_blank or item.lines.lazy_stop.match(text, at):
        return ""
    line = patterns.LINE.match(text, at)
    return line[0] if line and not line[0].isspace() else ""


def _add_line(item: _Item, line: str) -> None:
    tabs = len(line) - len(line.lstrip("\t"))
    if tabs:
        line = "    " * tabs + line[tabs:]
    found = line.startswith(item.lines.indent)
    if found:
        line = line[item.column :]
    if not item.nested and found and _is_item(line):
        item.pieces.append([])
        item.nested = True
    elif item.nested and not found and _is_item(line):
        line = " " * (item.column + 4) + line
    item.pieces[-1].append(line)


def item_list(
    state: State, source: Source, parent: Parent, start: re.Pattern[str], parse: ParseBlocks
) -> None:
    text, at = source.text, source.at
    add(state, parent, "list")
    items: list[_Item] = []
    marker, after_blank, closed = start, False, False
    while at < len(text):
        if after_blank and patterns.RULE.match(text, at):
            break
        if eob := patterns.EOB.match(text, at):
            at, closed = eob.end(), True
            break
        if found := marker.match(text, at):
            items.append(_Item(state, len(found[1]), found[2]))
            marker = _marker(start, items[-1].column)
            at, after_blank = found.end(), False
        elif line := _continuation(items[-1], text, at, after_blank):
            _add_line(items[-1], line)
            at, after_blank = at + len(line), False
        elif blank := patterns.BLANK.match(text, at):
            items[-1].nested = after_blank = True
            items[-1].pieces[-1].append(blank[0])
            at = blank.end()
        else:
            break
    source.at = at
    _read_items(state, parent, items, parse)
    if after_blank and not closed:
        parent.nodes.append(Node("blank"))


def _may_hold_ids(text: str) -> bool:
    return any(mark in text for mark in _MARKS) or _UNDERLINE.search(text) is not None


def _read_items(state: State, parent: Parent, items: list[_Item], parse: ParseBlocks) -> None:
    for item in items:
        pieces = ["".join(piece) for piece in item.pieces]
        if not any(map(_may_hold_ids, pieces)):
            continue
        inner = parent.child()
        for piece in pieces:
            if piece:
                parse(state, Source(piece), inner)


def _takes_term(nodes: list[Node]) -> bool:
    """Whether a paragraph was last, a blank line at most behind it; it is taken out."""
    after_blank = len(nodes) >= 2 and nodes[-1].kind == "one-blank" and nodes[-2].kind == "p"
    if not nodes or (nodes[-1].kind != "p" and not after_blank):
        return False
    del nodes[-2 if after_blank else -1 :]
    return True


def definition_list(state: State, source: Source, parent: Parent, parse: ParseBlocks) -> bool:
    """``: text`` under a paragraph, which becomes the term; false where there is no paragraph
    above."""
    if not _takes_term(parent.nodes):
        return False
    text, at = source.text, source.at
    items: list[_Item] = []
    marker, blank_before = patterns.DEFINITION, False
    while at < len(text):
        if found := marker.match(text, at):
            items.append(_Item(state, len(found[1]), found[2]))
            items[-1].nested = True
            marker = _marker(patterns.DEFINITION, items[-1].column)
            at, blank_before = found.end(), False
        elif patterns.EOB.match(text, at):
            break
        elif line := _continuation(items[-1], text, at, blank_before):
            items[-1].pieces[-1].append(_dedented(items[-1], line))
            at, blank_before = at + len(line), False
        elif blank := patterns.BLANK.match(text, at):
            items[-1].pieces[-1].append(blank[0])
            at, blank_before = blank.end(), True
        else:
            break
    source.at = at
    add(state, parent, "list")
    _read_items(state, parent, items, parse)
    if blank_before:
        parent.nodes.append(Node("blank"))
    return True


def _dedented(item: _Item, line: str) -> str:
    tabs = len(line) - len(line.lstrip("\t"))
    return ("    " * tabs + line[tabs:]).removeprefix(item.lines.indent)
