"""kramdown's extensions: attribute lists, ``{::options …/}``, ``{::comment}`` and
``{::nomarkdown}``."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.site.build.anchors.kramdown import patterns
from jdlint.site.build.anchors.kramdown.state import (
    Attributes,
    Node,
    Parent,
    Source,
    State,
    add,
    attach,
    parse_attributes,
)

_LEVELS = re.late(r"([1-6])\.\.([1-6])|([1-6](?:,[1-6])*)")


def block_extension(state: State, source: Source, parent: Parent) -> bool:
    text, at = source.text, source.at
    if match := patterns.ALD.match(text, at):
        parse_attributes(match[2], state.named.setdefault(match[1], Attributes()))
        source.at = match.end()
        add(state, parent, "eob")
        return True
    if patterns.EXTENSION.match(text, at):
        return _extension(state, source, parent)
    match = patterns.IAL.match(text, at)
    if not match:
        return False
    source.at = match.end()
    attributes = Attributes()
    parse_attributes(match[1], attributes)
    last = parent.nodes[-1] if parent.nodes else None
    if last is not None and last.kind not in ("blank", "one-blank", "eob", "boundary"):
        attach(state, last, attributes)
        if not patterns.IAL.match(text, source.at):
            add(state, parent, "eob")
    elif parent.pending is None:
        parent.pending = attributes
    else:
        parent.pending.update(attributes)
    return True


def _extension(state: State, source: Source, parent: Parent) -> bool:
    match = patterns.EXTENSION.match(source.text, source.at)
    if match is None or not match[1] or match[1] not in ("comment", "nomarkdown", "options"):
        return False
    end, body = match.end(), ""
    if not match[3]:
        if source.text.find("{:/", end) < 0:
            return False
        stop = patterns.EXTENSION_STOP.search(source.text, end)
        while stop and stop[1] not in (None, match[1]):
            stop = patterns.EXTENSION_STOP.search(source.text, stop.end())
        if not stop:
            return False
        body, end = source.text[end : stop.start()], stop.end()
    source.at = end
    if match[1] == "options":
        _options(state, match[2] or "")
        add(state, parent, "eob")
    elif not match[3]:
        parent.nodes.append(Node("other"))
        if match[1] == "nomarkdown":
            state.texts.append(body)
    return True


def _options(state: State, text: str) -> None:
    options = Attributes()
    parse_attributes(text, options)
    if "auto_ids" in options:
        state.auto_ids = options["auto_ids"].strip().lower() == "true"
    if "parse_block_html" in options:
        state.parse_html = options["parse_block_html"].strip().lower() == "true"
    if "auto_id_prefix" in options:
        state.prefix = options["auto_id_prefix"]
    if levels := _LEVELS.fullmatch(options.get("toc_levels", "").strip()):
        low, high, single = levels.groups()
        numbers = range(int(low), int(high) + 1) if low else map(int, single.split(","))
        state.toc_levels = frozenset(numbers)
