"""Front matter: where it is, what it holds, and the span of every key and value.

PyYAML's ``compose`` keeps a code-point mark for every node, shows duplicate keys and leaves dates
as they were written; JSON is read the same way (YAML holds it), TOML by ``tomllib`` with keys found
again line by line.
"""

from __future__ import annotations

from jdlint.core.light import Any
from jdlint.core.page import Defect, FrontMatter, MetaFormat, Value
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span
from jdlint.parse.meta.plain_yaml import read_plain

_FENCE = {"---": "yaml", "+++": "toml"}
_OPENING = late(r"(---|\+\+\+)[ \t]*(?=\r\n?|\n|\Z)")
_INDENTED_OPENING = late(r"[ \t\r\n]+(---|\+\+\+)[ \t]*(?=\r\n?|\n)")
_BLANKS = (" ", "\t", "\r", "\n")
_YAML_CLOSING = late(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_TOML_CLOSING = late(r"^\+\+\+[ \t]*$", re.MULTILINE)
_INDENTED = {
    "---": late(r"^[ \t]+(---)[ \t]*$", re.MULTILINE),
    "+++": late(r"^[ \t]+(\+\+\+)[ \t]*$", re.MULTILINE),
}
_KEY_LINE = late(
    r"[ \t\r\n]*(?:#[^\r\n]*[\r\n][ \t\r\n]*)*(?:[\"']?[\w$.-]+[\"']?[ \t]*[:=]|\[[\w.]+\])"
)
_BLANK = late(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
LONGEST = 65_536
_UNREAD = ("unparsable", "no-mapping", "too-large")


def body_start(text: str) -> int:
    """The offset at which the body of a page starts, as ``parse_meta`` has it; nothing before it is
    read where its fences are closed."""
    opening = _OPENING.match(text)
    if opening is None:
        return parse_meta(text)[1] if text.startswith(("{", *_BLANKS)) else 0
    closing = _closing(text, opening)
    if closing is None or _indented(text, opening, closing):
        return parse_meta(text)[1]
    return _line_after(text, closing.end())


def parse_meta(text: str) -> tuple[FrontMatter, int]:
    """The front matter of a page and the offset at which its body starts."""
    opening = _OPENING.match(text)
    if opening is None:
        if text.startswith(_BLANKS):
            return _parse_indented(text)
        return _parse_json(text) if text.startswith("{") else (FrontMatter(), 0)
    kind: MetaFormat = "yaml" if opening.group(1) == "---" else "toml"
    fence = Span(opening.start(1), opening.end(1))
    inside = _line_after(text, opening.end())
    closing = _closing(text, opening)
    if closing is None:
        return _closed_indented(text, opening, None) or _unclosed(text, kind, fence, inside)
    span = Span(0, closing.end())
    meta = _read(text, kind, span, fence, Span(inside, closing.start()))
    if any(defect.kind in _UNREAD for defect in meta.defects):
        found = _closed_indented(text, opening, closing)
        if found:
            return found
    return meta, _line_after(text, closing.end())


def _parse_indented(text: str) -> tuple[FrontMatter, int]:
    """Front matter whose opening fence is indented, as Zola and Hugo read it, or has blank lines
    above it; a ``---`` like that with no keys below it is a thematic break."""
    opening = _INDENTED_OPENING.match(text)
    closing = _closing(text, opening) if opening else None
    if opening is None or not _KEY_LINE.match(text, _line_after(text, opening.end())):
        return FrontMatter(), 0
    found = _closed_indented(text, opening, closing)
    if found is None and closing:
        found = _with_fence(text, opening, closing, Span(0, opening.end(1)))
    return found or (FrontMatter(), 0)


def _closed_indented(
    text: str, opening: re.Match[str], closing: re.Match[str] | None
) -> tuple[FrontMatter, int] | None:
    """The same where the closing fence is indented and what stands above it can be read."""
    indented = _indented(text, opening, closing)
    if indented is None or not _KEY_LINE.match(text, _line_after(text, opening.end())):
        return None
    return _with_fence(text, opening, indented, Span(indented.start(), indented.end(1)))


def _with_fence(
    text: str, opening: re.Match[str], closing: re.Match[str], wrong: Span
) -> tuple[FrontMatter, int] | None:
    """The front matter between two fences with the defect that the one at ``wrong`` is indented;
    nothing where it cannot be read."""
    mark = opening[1]
    kind: MetaFormat = "yaml" if mark == "---" else "toml"
    fence = Span(opening.start(1), opening.end(1))
    inside = Span(_line_after(text, opening.end()), closing.start())
    meta = _read(text, kind, Span(0, closing.end()), fence, inside)
    if any(defect.kind in _UNREAD for defect in meta.defects):
        return None
    defect = Defect(_kind_of(text, mark, wrong), wrong, mark)
    defects = (defect, *meta.defects)
    found = FrontMatter(kind, meta.span, fence, meta.data, meta.values, defects)
    return found, _line_after(text, closing.end())


def _kind_of(text: str, mark: str, wrong: Span) -> str:
    """What is wrong with a fence. No generator but Zola reads an indented end, and most sites in
    YAML are not Zola's; none but Hugo reads what has blank lines above it."""
    if wrong.start > 0:
        return "indented-end" if mark == "---" else "indented"
    above = text[: wrong.end]
    return "low" if "\n" in above or "\r" in above else "indented"


def _indented(
    text: str, opening: re.Match[str], closing: re.Match[str] | None
) -> re.Match[str] | None:
    """The first indented fence before the closing one."""
    mark, start = opening[1], _line_after(text, opening.end())
    end = closing.start() if closing else min(len(text), start + LONGEST)
    if f" {mark}" not in text[start:end] and f"\t{mark}" not in text[start:end]:
        return None
    part = text[:end].replace("\r", "\n") if "\r" in text else text
    return _INDENTED[mark].search(part, start, end)


def _closing(text: str, opening: re.Match[str]) -> re.Match[str] | None:
    flat = text.replace("\r", "\n") if "\r" in text else text
    fence = _YAML_CLOSING if opening.group(1) == "---" else _TOML_CLOSING
    return fence.search(flat, _line_after(text, opening.end()))


def _line_after(text: str, offset: int) -> int:
    if text.startswith("\r\n", offset):
        return offset + 2
    return offset + 1 if offset < len(text) else offset


def _unclosed(text: str, kind: MetaFormat, fence: Span, inside: int) -> tuple[FrontMatter, int]:
    """A lone ``---`` is a thematic break; with a key below it, front matter that ends at the first
    blank line."""
    if not _KEY_LINE.match(text, inside):
        return FrontMatter(), 0
    blank = _BLANK.search(text, inside)
    end = blank.start() if blank else len(text)
    meta = _read(text, kind, Span(0, end), fence, Span(inside, end))
    defect = Defect("unclosed", fence, text[fence.start : fence.end])
    kept = tuple(d for d in meta.defects if d.kind == "duplicate-key")
    return FrontMatter(kind, meta.span, fence, meta.data, meta.values, (defect, *kept)), end


def _parse_json(text: str) -> tuple[FrontMatter, int]:
    """JSON front matter as Hugo reads it: an object that opens the file; a lone ``{`` in prose is
    not one."""
    import json

    try:
        data, end = json.JSONDecoder().raw_decode(text[:LONGEST])
    except (ValueError, RecursionError):
        if not re.match(r"\{\s*\"", text):
            return FrontMatter(), 0
        close = re.search(r"^\}[ \t]*$", text, re.MULTILINE)
        end = close.end() if close else len(text)
    else:
        if not isinstance(data, dict):
            return FrontMatter(), 0
    span = Span(0, end)
    return _read(text, "json", span, Span(0, 1), span), _line_after(text, end) if end < len(
        text
    ) else end


def _read(text: str, kind: MetaFormat, span: Span, fence: Span, inside: Span) -> FrontMatter:
    if inside.end - inside.start > LONGEST:
        return FrontMatter(kind, span, fence, {}, (), (Defect("too-large", fence, str(LONGEST)),))
    data, values, defects = _data(text[inside.start : inside.end], kind, inside.start)
    if not isinstance(data, dict):
        defects = (*defects, Defect("no-mapping", fence, type(data).__name__))
        data = {}
    return FrontMatter(kind, span, fence, data, values, defects)


def _data(
    text: str, kind: MetaFormat, at: int
) -> tuple[Any, tuple[Value, ...], tuple[Defect, ...]]:
    if kind == "toml":
        from jdlint.parse.meta.toml import read_toml

        return read_toml(text, at)
    simple = read_plain(text, at) if kind == "yaml" else None
    if simple is not None:
        return simple
    from jdlint.parse.meta.yaml import read_yaml

    return read_yaml(text, at)
