"""kramdown's block parser: headers, and what keeps a line from being one."""

from __future__ import annotations

from bisect import bisect_left

from jdlint.site.anchors.kramdown import patterns as P
from jdlint.site.anchors.kramdown.extensions import block_extension
from jdlint.site.anchors.kramdown.html import block_html
from jdlint.site.anchors.kramdown.lists import definition_list, item_list
from jdlint.site.anchors.kramdown.state import MAX_DEPTH, Attributes, Header, Parent, Source, State, add, attach

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
        if P.INDENT.match(text, at):
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
    elif char in "`~" and _fence(state, source, parent, lead == at):
        return False
    elif char == ">":
        _quote(state, source, parent)
        return False
    elif char == "#" and lead == at and _atx(state, source, parent):
        return False
    elif char in "*-_+0123456789:" and _listing(state, source, parent, char):
        return False
    if not (_setext(state, source, parent) or _special(state, source, parent, char)):
        _paragraph(state, source, parent)
    return False


def _blank(state: State, source: Source, parent: Parent) -> bool:
    match = P.BLANK.match(source.text, source.at)
    if not match:
        return False
    source.at = match.end()
    if parent.nodes and parent.nodes[-1].kind in ("blank", "one-blank"):
        parent.nodes[-1].kind = "blank"
    else:
        add(state, parent, "one-blank" if match[0] == "\n" else "blank")
    return True


def _code(state: State, source: Source, parent: Parent) -> None:
    text, at = source.text, source.at
    while True:
        blank = P.BLANK.match(text, at)
        line = P.CODE.match(text, blank.end() if blank else at)
        if not line:
            break
        while line:
            at = line.end()
            line = P.CODE.match(text, at)
        while at < len(text) and not _code_end(text, at):
            at = P.LINE.match(text, at).end()  # type: ignore[union-attr]
    source.at = max(at, source.at + 1)
    add(state, parent, "other")


def _code_end(text: str, at: int) -> bool:
    return bool(
        P.BLANK.match(text, at) or P.IAL.match(text, at) or P.EOB.match(text, at) or P.HTML_LAZY_END.match(text, at)
    )


def _fence(state: State, source: Source, parent: Parent, flush: bool) -> bool:
    """A fenced code block; the word after the fence must be a single one, and the fence must be closed."""
    if not (state.gfm or flush):
        return False
    opening = (P.FENCE_GFM if state.gfm else P.FENCE).match(source.text, source.at)
    if not opening:
        return False
    if source.fences is None:
        found = P.FENCE_END.finditer(source.text)
        source.fences = [(m.start(), m[2], m.end()) for m in found if state.gfm or not m[1]]
    end = _fence_end(source.fences, opening.end(), opening[1], opening[2])
    if end < 0:
        return False
    source.at = min(end + 1, len(source.text))
    add(state, parent, "other")
    return True


def _fence_end(fences: list[tuple[int, str, int]], at: int, opening: str, gap: str) -> int:
    """Where the closing line ends, or -1; a long opening may be read as a shorter one with marks in its word."""
    first = bisect_left(fences, (at, "", 0))
    near = fences[first : first + _MAX_FENCES]
    for size in range(len(opening), 2, -1):
        for _, mark, end in near:
            if mark[0] == opening[0] and len(mark) >= size:
                return end
        if gap:
            break
    return -1


def _quote(state: State, source: Source, parent: Parent) -> None:
    text = source.text
    end = _line_end(text, source.at)
    while end < len(text) and not _lazy_end(text, end):
        end = _line_end(text, end)
    inner = P.QUOTE_MARK.sub("", text[source.at : end])
    source.at = end
    add(state, parent, "other")
    parse_blocks(state, Source(inner), parent.child())


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _lazy_end(text: str, at: int) -> bool:
    char = text[at]
    if char not in _LAZY:
        return False
    return _code_end(text, at)


def _paragraph_end(state: State, text: str, at: int) -> bool:
    char = text[at]
    if char not in (_LAZY_GFM if state.gfm else _LAZY):
        return False
    if _code_end(text, at) or P.DEFINITION.match(text, at):
        return True
    if not state.gfm:
        return False
    return bool(
        P.UL.match(text, at)
        or P.OL.match(text, at)
        or P.ATX_GFM.match(text, at)
        or P.QUOTE.match(text, at)
        or P.FENCE_START_GFM.match(text, at)
    )


def _paragraph(state: State, source: Source, parent: Parent) -> None:
    text = source.text
    end = _line_end(text, source.at)
    while end < len(text) and not _paragraph_end(state, text, end):
        end = _line_end(text, end)
    state.texts.append(text[source.at : end])
    source.at = end
    if not parent.nodes or parent.nodes[-1].kind != "p":
        add(state, parent, "p")


def _atx(state: State, source: Source, parent: Parent) -> bool:
    if not state.gfm and not parent.at_boundary():
        return False
    match = (P.ATX_GFM if state.gfm else P.ATX).match(source.text, source.at)
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
    match = P.SETEXT.match(source.text, source.at)
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
    match = P.HEADER_ID.search(text)
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
    if char in "*-_" and (match := P.RULE.match(text, at)):
        source.at = match.end()
        add(state, parent, "other")
        return True
    if char == ":":
        return bool(P.DEFINITION.match(text, at)) and definition_list(state, source, parent, parse_blocks)
    start = P.OL if char.isdigit() else P.UL
    if char == "_" or not start.match(text, at):
        return False
    item_list(state, source, parent, start, parse_blocks)
    return True


def _special(state: State, source: Source, parent: Parent, char: str) -> bool:
    """Formulas, definitions of footnotes, links and abbreviations, extensions, and the end-of-block mark."""
    if char in "$\\":
        return _math(state, source, parent)
    if char == "[":
        return _definition(state, source, parent)
    if char == "*" and (match := P.ABBREVIATION.match(source.text, source.at)):
        source.at = match.end()
        add(state, parent, "definition")
        return True
    if char == "{":
        return block_extension(state, source, parent)
    if char == "^" and (match := P.EOB.match(source.text, source.at)):
        source.at = match.end()
        add(state, parent, "boundary")
        return True
    return False


def _math(state: State, source: Source, parent: Parent) -> bool:
    match = P.MATH.match(source.text, source.at)
    if not match or not parent.at_boundary() or match[1]:
        return False
    end = match.end()
    text = source.text
    if end < len(text) and not (P.BLANK.match(text, end) or P.EOB.match(text, end) or P.IAL.match(text, end)):
        return False
    source.at = end
    add(state, parent, "other")
    return True


def _definition(state: State, source: Source, parent: Parent) -> bool:
    text = source.text
    if note := P.FOOTNOTE.match(text, source.at):
        _footnote(state, source, parent, note[1], note[2], note.end())
        return True
    match = P.LINK_DEFINITION.match(text, source.at)
    if not match or (match[3] and (' "' in match[3] or " '" in match[3] or "\t" in match[3])):
        return False
    state.links.add(" ".join(match[1].split()).lower() if match[1].strip() else match[1])
    source.at = match.end()
    add(state, parent, "definition")
    return True


def _footnote(state: State, source: Source, parent: Parent, name: str, first: str, end: int) -> None:
    """The footnote's text is what follows on the line and the indented lines below it."""
    rest = Source(source.text, end)
    if P.CODE.match(source.text, end) or (
        (blank := P.BLANK.match(source.text, end)) and P.CODE.match(source.text, blank.end())
    ):
        _code(state, rest, Parent())
    body = first + "".join(P.INDENT.sub("", line, count=1) for line in P.LINE.findall(source.text[end : rest.at]))
    source.at = rest.at
    headers, state.headers = state.headers, []
    parse_blocks(state, Source(body), parent.child(in_html=True))
    for header in state.headers:
        header.note = name
    state.notes.extend(state.headers)
    state.headers = headers
    state.footnotes.append(name)
    add(state, parent, "definition")
