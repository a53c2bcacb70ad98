"""Values of front matter that are prose: the sentences and lists that some sites keep there."""

from __future__ import annotations

from jdlint.core.light import TYPE_CHECKING
from jdlint.core.page import FrontMatter, Value
from jdlint.core.patterns import regex as re

if TYPE_CHECKING:
    from jdlint.parse.prose import Words

_KNOWN = (("title",), ("description",))  # read already where they stand on one line
# keys whose values are no sentences, whatever they look like
_NO_PROSE = re.late(
    r"(?:.*_)?(?:url|urls|link|links|slug|path|permalink|layout|template|image|images|img|src|icon"
    r"|logo|file|id|ids|email|e-?mail|tags?|keywords?|aliases|alias|categor(?:y|ies)|redirect_from"
    r"|class|style|css|script|color|colour|date|lang|locale|author|authors|code|alt|type|types)",
    re.IGNORECASE,
)
_MARKUP = re.late(r"://|\{\{|\{%|<|\]\(|`|\\|\*\*|^\s*[\[{&]", re.MULTILINE)
# the same of a block of lines, which is Markdown more often than not
_TEMPLATED = re.late(r"\{\{|\{%|<\w|\\\w|^\s*[{&]", re.MULTILINE)
_MARK = re.late(
    r"\\(?=[^\w\s])|\*\*|__|`[^`\n]{0,200}`|!?\[(?=[^\[\]\n]{0,200}\]\()|\]\([^()\n]{0,400}\)"
)
_LABEL = re.late(r"\*\*[^*\n]{2,200}\*\*:?|#{1,6}[ \t].{0,200}")
_SMALL_WORD = re.late(r"(?:^|[ (“\"'])[a-z]{2,}(?=[ ,.;:!?)”\"']|$)")
_ITEM = re.late(r"(?:[-*+•]|\d{1,2}[.)])[ \t]+")
_LEAST_WORDS = 4
_LEAST_SMALL = 2  # words in small letters: names and labels have fewer
_LONGEST = 20_000


def read_values(words: Words, meta: FrontMatter, text: str) -> None:
    """Add the values that are sentences or items, each line where it stands."""
    for value in meta.values:
        if isinstance(value.value, str) and _is_prose(value, text[value.span.start] in "|>"):
            start, end = value.span
            if "\n" in text[start:end]:  # a block, or a line that is folded
                _lines(words, text, start, end)
            elif value.path not in _KNOWN:
                _line(words, text, start, end)


def _is_prose(value: Value, block: bool) -> bool:
    written = value.value
    key = next((step for step in reversed(value.path) if isinstance(step, str)), "")
    marks = _TEMPLATED if block else _MARKUP
    if _NO_PROSE.fullmatch(key) or len(written) > _LONGEST or marks.search(written):
        return False
    small = len(_SMALL_WORD.findall(written))
    return small >= _LEAST_SMALL and len(written.split()) >= _LEAST_WORDS


def _line(words: Words, text: str, start: int, end: int) -> None:
    if text[start] in "\"'" and text[end - 1] == text[start] and end - start > 1:
        start, end = start + 1, end - 1
    if "''" in text[start:end]:
        return  # an apostrophe that YAML doubles
    words.open_block("description", -1, -1, -1)
    words.text(text[start:end], start, end)
    words.close_block()


def _lines(words: Words, text: str, start: int, end: int) -> None:
    """A value over several lines: those of one paragraph are one block, an item is its own."""
    at = start
    head = text[start : text.index("\n", start)].strip()
    if head[:1] in "|>":
        at = text.index("\n", start) + 1
    elif head[:1] in "\"'":
        return  # what YAML folds in quotes
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        line = text[at:stop]
        first = at + len(line) - len(line.lstrip())
        last = at + len(line.rstrip())
        mark, label = _ITEM.match(text, first, last), _LABEL.fullmatch(text, first, last)
        if first >= last or mark or label:
            words.close_block()
        if first < last:
            first = mark.end() if mark else first
            if words.block is None:
                words.open_block("description", -1, -1, -1)
            else:
                words.add(" ", at - 1, first)
            _plain(words, text, first, last)
        if label:
            words.close_block()
        at = stop + 1
    words.close_block()


def _plain(words: Words, text: str, first: int, last: int) -> None:
    """Add what readers see of a line of Markdown."""
    for match in _MARK.finditer(text, first, last):
        if match.start() > first:
            words.text(text[first : match.start()], first, match.start())
        if match[0][0] == "`":
            words.add("\ufffc", match.start(), match.end())
        first = match.end()
    if first < last:
        words.text(text[first:last], first, last)
