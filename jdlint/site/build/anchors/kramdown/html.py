"""HTML blocks: what they swallow, and where Markdown goes on inside."""

from __future__ import annotations

from collections.abc import Callable

from jdlint.core.patterns import regex as re
from jdlint.site.build.anchors.kramdown import patterns
from jdlint.site.build.anchors.kramdown.state import MAX_DEPTH, Node, Parent, Source, State, add

ParseBlocks = Callable[[State, Source, Parent], bool]
_TRAILING = re.late(r"[ \t]*\n")


def block_html(state: State, source: Source, parent: Parent, parse: ParseBlocks) -> str:
    """``done``, ``stop`` (the parent's end tag) or an empty string where the line is no HTML
    block."""
    text, at = source.text, source.at
    if text.startswith("<!--", at):
        end = text.find("-->", at + 4)
        if end >= 0:
            source.at = end + 3
            _trailing(source)
            parent.nodes.append(Node("other"))
            return "done"
    start = at
    while text[start] == " ":
        start += 1
    match = patterns.TAG.match(text, start)
    if match and match[1].lower() not in patterns.SPAN_ELEMENTS:
        source.at = match.end()
        _element(state, source, parent, match, parse)
        return "done"
    match = patterns.TAG_CLOSE.match(text, start)
    if (
        match
        and parent.tag
        and match[1].lower() not in patterns.SPAN_ELEMENTS
        and parent.tag == match[1].lower()
    ):
        source.at = match.end()
        return "stop"
    return ""


def _trailing(source: Source) -> None:
    match = _TRAILING.match(source.text, source.at)
    if match:
        source.at = match.end()


def _element(
    state: State, source: Source, parent: Parent, tag: re.Match[str], parse: ParseBlocks
) -> None:
    """An element whose start tag has been read."""
    name = tag[1].lower()
    attributes = tag[2]
    state.texts.append(tag[0])
    add(state, parent, "html")
    if name in ("script", "style"):
        _skip_to_close(source, name)
        _trailing_outside(source, parent)
        return
    model = _content_model(state, parent, name, attributes)
    if model == "block":
        _trailing(source)
    if not tag[3] and name not in patterns.VOID:
        inner = parent.child(name, raw=model == "raw", in_html=True)
        if model == "block":
            parse(state, source, inner)
        elif model == "span":
            state.texts.append(_skip_to_close(source, name))
        else:
            _raw(state, source, inner, parse)
    _trailing_outside(source, parent)


def _trailing_outside(source: Source, parent: Parent) -> None:
    if not (parent.tag and parent.raw):
        _trailing(source)


def _content_model(state: State, parent: Parent, name: str, attributes: str) -> str:
    default = (
        "block"
        if name in patterns.BLOCK_CONTENT
        else "span"
        if name in patterns.SPAN_CONTENT
        else "raw"
    )
    model = default if state.parse_html and not (parent.tag and parent.raw) else "raw"
    if "markdown" in attributes.lower():
        for match in patterns.ATTRIBUTE.finditer(attributes):
            if match[1].lower() == "markdown":
                value = match[2] or match[3] or match[4] or ""
                model = {"0": "raw", "1": default, "span": "span", "block": "block"}.get(
                    value, model
                )
    return model


def _skip_to_close(source: Source, name: str) -> str:
    """Skips to behind the end tag, or to the end of the text; gives what was skipped."""
    start = source.at
    match = re.compile(rf"</{re.escape(name)}\s*>", re.I).search(source.text, start)
    source.at = match.end() if match else len(source.text)
    return source.text[start : match.start() if match else len(source.text)]


def _raw(state: State, source: Source, parent: Parent, parse: ParseBlocks) -> None:
    """The content of an element that is not Markdown, up to its end tag or the end of the text."""
    text = source.text
    if parent.depth > MAX_DEPTH:
        state.too_deep = True
        source.at = len(text)
        return
    while source.at < len(text):
        opened = patterns.HTML_RAW.search(text, source.at)
        if not opened:
            source.at = len(text)
            return
        source.at = opened.start()
        if text.startswith("<!--", source.at) and (end := text.find("-->", source.at + 4)) >= 0:
            source.at = end + 3
        elif text.startswith("<?", source.at) and (end := text.find("?>", source.at + 2)) >= 0:
            source.at = end + 2
        elif tag := patterns.TAG.match(text, source.at):
            source.at = tag.end()
            _element(state, source, parent, tag, parse)
        elif close := patterns.TAG_CLOSE.match(text, source.at):
            source.at = close.end()
            if close[1].lower() == parent.tag:
                return
        else:
            source.at += 1
