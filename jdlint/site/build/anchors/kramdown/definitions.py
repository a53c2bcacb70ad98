"""Formulas, definitions of footnotes, links and abbreviations, and the end-of-block mark."""

from __future__ import annotations

from collections.abc import Callable

from jdlint.core.patterns import regex as re
from jdlint.site.build.anchors.kramdown import patterns
from jdlint.site.build.anchors.kramdown.extensions import block_extension
from jdlint.site.build.anchors.kramdown.lines import code_end
from jdlint.site.build.anchors.kramdown.state import Parent, Source, State, add

ParseBlocks = Callable[[State, Source, Parent], bool]


def special(state: State, source: Source, parent: Parent, char: str, parse: ParseBlocks) -> bool:
    """Formulas, definitions of footnotes, links and abbreviations, extensions, and the end-of-block
    mark."""
    if char in "$\\":
        return _math(state, source, parent)
    if char == "[":
        return _definition(state, source, parent, parse)
    if char == "*" and (match := patterns.ABBREVIATION.match(source.text, source.at)):
        source.at = match.end()
        add(state, parent, "definition")
        return True
    if char == "{":
        return block_extension(state, source, parent)
    if char == "^" and (match := patterns.EOB.match(source.text, source.at)):
        source.at = match.end()
        add(state, parent, "boundary")
        return True
    return False


def _math(state: State, source: Source, parent: Parent) -> bool:
    match = patterns.MATH.match(source.text, source.at)
    if not match or not parent.at_boundary() or match[1]:
        return False
    end = match.end()
    text = source.text
    if end < len(text) and not (
        patterns.BLANK.match(text, end)
        or patterns.EOB.match(text, end)
        or patterns.IAL.match(text, end)
    ):
        return False
    source.at = end
    add(state, parent, "other")
    return True


def _definition(state: State, source: Source, parent: Parent, parse: ParseBlocks) -> bool:
    text = source.text
    if note := patterns.FOOTNOTE.match(text, source.at):
        _footnote(state, source, parent, note, parse)
        return True
    match = patterns.LINK_DEFINITION.match(text, source.at)
    if not match or (match[3] and (' "' in match[3] or " '" in match[3] or "\t" in match[3])):
        return False
    state.links.add(" ".join(match[1].split()).lower() if match[1].strip() else match[1])
    source.at = match.end()
    add(state, parent, "definition")
    return True


def _footnote(
    state: State, source: Source, parent: Parent, note: re.Match[str], parse: ParseBlocks
) -> None:
    """The footnote's text is what follows on the line and the indented lines below it."""
    name, first, end = note[1], note[2], note.end()
    rest = Source(source.text, end)
    if patterns.CODE.match(source.text, end) or (
        (blank := patterns.BLANK.match(source.text, end))
        and patterns.CODE.match(source.text, blank.end())
    ):
        rest.at = code_end(source.text, end)
    body = first + "".join(
        patterns.INDENT.sub("", line, count=1)
        for line in patterns.LINE.findall(source.text[end : rest.at])
    )
    source.at = rest.at
    headers, state.headers = state.headers, []
    parse(state, Source(body), parent.child(in_html=True))
    for header in state.headers:
        header.note = name
    state.notes.extend(state.headers)
    state.headers = headers
    state.footnotes.append(name)
    add(state, parent, "definition")
