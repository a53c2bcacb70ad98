"""kramdown's block parser: headers, and what keeps a line from being one."""

from __future__ import annotations

from jdlint.core.tools import bisect_left
from jdlint.site.build.anchors.kramdown import patterns
from jdlint.site.build.anchors.kramdown.definitions import special
from jdlint.site.build.anchors.kramdown.html import block_html
from jdlint.site.build.anchors.kramdown.lines import code_end, interrupts
from jdlint.site.build.anchors.kramdown.lists import definition_list, item_list
from jdlint.site.build.anchors.kramdown.state import (
    MAX_DEPTH,
    Attributes,
    Header,
    Parent,
    Source,
    State,
    add,
    attach,
)
from jdlint.site.build.scan import cells

_MAX_FENCES = 500
_LAZY = frozenset(" \t\n\r\f\v{^<:")
_LAZY_GFM = _LAZY | frozenset("*-+#>~`0123456789")


def parse_blocks(state: State, source: Source, parent: Parent) -> bool:
    """Reads blocks to the end of the source, or to the end tag of ``parent`` (then it is true)."""
    if parent.depth > MAX_DEPTH:
        state.too_deep = True
        source.at = len(source.text)
        return False
    pending, parent.pending = parent.pending, None
    stopped = False
    while source.at < len(source.text) and not stopped:
        stopped = _block(state, source, parent)
    parent.pending = pending
    return stopped


def _block(state: State, source: Source, parent: Parent) -> bool:
    """Reads one block; true where it was the end tag of the parent."""
    text, at = source.text, source.at
    char = text[at]
    if char in " \t\n\r\f\v":
        if _blank(state, source, parent):
            return False
        if patterns.INDENT.match(text, at):
            _code(state, source, parent)
            return False
    lead = at
    while text[lead] == " ":
        lead += 1
    char = text[lead]
    if char == "<":
        done = block_html(state, source, parent, parse_blocks)
        if done:
            return done == "stop"
    if not (_marked(state, source, parent, char, lead == at) or _setext(state, source, parent)):
        return not (
            special(state, source, parent, char, parse_blocks) or _paragraph(state, source, parent)
        )
    return False


def _marked(state: State, source: Source, parent: Parent, char: str, flush: bool) -> bool:
    """Reads a block that its first character announces; ``flush`` where no space stands before
    it."""
    if char in "`~":
        return _fence(state, source, parent, flush)
    if char == ">":
        return _quote(state, source, parent)
    if char == "#":
        return flush and _atx(state, source, parent)
    return char in "*-_+0123456789:" and _listing(state, source, parent, char)


def _blank(state: State, source: Source, parent: Parent) -> bool:
    match = patterns.BLANK.match(source.text, source.at)
    if not match:
        return False
    source.at = match.end()
    if parent.nodes and parent.nodes[-1].kind in ("blank", "one-blank"):
        parent.nodes[-1].kind = "blank"
    else:
        add(state, parent, "one-blank" if match[0] == "\n" else "blank")
    return True


def _code(state: State, source: Source, parent: Parent) -> None:
    source.at = max(code_end(source.text, source.at), source.at + 1)
    add(state, parent, "other")


def _fence(state: State, source: Source, parent: Parent, flush: bool) -> bool:
    """A fenced code block; the word after the fence must be a single one, and the fence must be
    closed."""
    if not (state.gfm or flush):
        return False
    opening = (patterns.FENCE_GFM if state.gfm else patterns.FENCE).match(source.text, source.at)
    if not opening:
        return False
    if source.fences is None:
        found = patterns.FENCE_END.finditer(source.text)
        source.fences = [(m.start(), m[2], m.end()) for m in found if state.gfm or not m[1]]
    end = _fence_end(source.fences, opening.end(), opening[1], opening[2])
    if end < 0:
        return False
    source.at = min(end + 1, len(source.text))
    add(state, parent, "other")
    return True


def _fence_end(fences: list[tuple[int, str, int]], at: int, opening: str, gap: str) -> int:
    """Where the closing line ends, or -1; a long opening may be read as a shorter one with marks in
    its word."""
    first = bisect_left(fences, (at, "", 0))
    near = fences[first : first + _MAX_FENCES]
    for size in range(len(opening), 2, -1):
        for _, mark, end in near:
            if mark[0] == opening[0] and len(mark) >= size:
                return end
        if gap:
            break
    return -1


def _quote(state: State, source: Source, parent: Parent) -> bool:
    text = source.text
    end = _line_end(text, source.at)
    while end < len(text) and not _lazy_end(text, end):
        end = _line_end(text, end)
    inner = patterns.QUOTE_MARK.sub("", text[source.at : end])
    source.at = end
    add(state, parent, "other")
    parse_blocks(state, Source(inner), parent.child())
    return True


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _lazy_end(text: str, at: int) -> bool:
    char = text[at]
    if char not in _LAZY:
        return False
    return interrupts(text, at)


def _paragraph_end(state: State, text: str, at: int) -> bool:
    char = text[at]
    if char not in (_LAZY_GFM if state.gfm else _LAZY):
        return False
    if interrupts(text, at) or patterns.DEFINITION.match(text, at):
        return True
    if not state.gfm:
        return False
    return bool(
        patterns.UL.match(text, at)
        or patterns.OL.match(text, at)
        or patterns.ATX_GFM.match(text, at)
        or patterns.QUOTE.match(text, at)
        or patterns.FENCE_START_GFM.match(text, at)
    )


def _paragraph(state: State, source: Source, parent: Parent) -> bool:
    text = source.text
    end = _line_end(text, source.at)
    while end < len(text) and not _paragraph_end(state, text, end):
        end = _line_end(text, end)
    state.texts += cells(text[source.at : end])
    source.at = end
    if not parent.nodes or parent.nodes[-1].kind != "p":
        add(state, parent, "p")
    return True


def _atx(state: State, source: Source, parent: Parent) -> bool:
    if not state.gfm and not parent.at_boundary():
        return False
    match = (patterns.ATX_GFM if state.gfm else patterns.ATX).match(source.text, source.at)
    if not match:
        return False
    text, explicit = _contents(match[2])
    closing = text.rstrip("#")
    if closing != text and (closing[-1:] in ("\t", " ") if state.gfm else True):
        text = closing.rstrip() if state.gfm else _unescaped(text, closing)
    if not text:
        return False
    source.at = match.end()
    _header(state, parent, len(match[1]), text, explicit)
    return True


def _unescaped(text: str, closing: str) -> str:
    """Without the closing ``#``; one after a backslash stays."""
    return text[: len(closing) + 1] if closing.endswith("\\") else closing.rstrip()


def _setext(state: State, source: Source, parent: Parent) -> bool:
    following = _line_end(source.text, source.at)
    if source.text[following : following + 1] not in ("-", "=") or not parent.at_boundary():
        return False
    match = patterns.SETEXT.match(source.text, source.at)
    if not match:
        return False
    text, explicit = _contents(match[1])
    if not text:
        return False
    source.at = match.end()
    _header(state, parent, 2 if match[2] == "-" else 1, text, explicit)
    return True


def _contents(text: str) -> tuple[str, str | None]:
    text = text.rstrip()
    match = patterns.HEADER_ID.search(text)
    return (text[: match.start()].rstrip(), match[1]) if match else (text, None)


def _header(state: State, parent: Parent, level: int, text: str, explicit: str | None) -> None:
    node = add(state, parent, "other")
    if node.attributes is None:
        attach(state, node, Attributes())
    assert node.attributes is not None
    state.headers.append(Header(level, text, explicit, node.attributes, parent.in_html))
    state.texts.append(text)


def _listing(state: State, source: Source, parent: Parent, char: str) -> bool:
    """A horizontal rule, a list or a definition list."""
    text, at = source.text, source.at
    if char in "*-_" and (match := patterns.RULE.match(text, at)):
        source.at = match.end()
        add(state, parent, "other")
        return True
    if char == ":":
        return bool(patterns.DEFINITION.match(text, at)) and definition_list(
            state, source, parent, parse_blocks
        )
    start = patterns.OL if char.isdigit() else patterns.UL
    if char == "_" or not start.match(text, at):
        return False
    item_list(state, source, parent, start, parse_blocks)
    return True
