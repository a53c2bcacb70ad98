"""The ids of a page written for Python-Markdown, whose blocks differ from CommonMark's.

``#Heading`` needs no space and no blank line, four spaces under a list item or an admonition belong
to it, raw HTML hides the Markdown inside it. Sources: Python-Markdown's pages on its syntax, “Table
of Contents”, “Attribute Lists”, “Markdown in HTML”, “Fenced Code Blocks”, “Footnotes”,
“Admonition”.
"""

from __future__ import annotations

from jdlint.core.light import dataclass, field
from jdlint.core.patterns import regex as re
from jdlint.site.build.anchors import slugs
from jdlint.site.build.anchors.commonmark import outline
from jdlint.site.build.anchors.html_ids import html_ids, without_code
from jdlint.site.build.anchors.options import Options
from jdlint.site.build.scan import cells, without_fences

_HASH = re.late(r"(?:^|\n)#{1,6}([^\n]*)")
_UNDERLINE = re.late(r"^[=-]+[ ]*$")
_ATTRIBUTES = re.late(r"[ ]*\{:?[ ]*([^{}\n ][^{}\n]*)[ ]*\}[ ]*$")
_ID = re.late(r"(?:^|\s)(?:#|id=[\"']?)([^\s\"'}]+)")
_ITEM = re.late(r"^[ ]{0,3}(?:[*+-]|\d+\.)[ ]+")
_DEFINITION = re.late(r"(?m)^[ ]{0,3}:[ ]{1,3}")
_CONTAINER = re.late(r"^(?:!!!|\?\?\?\+?|===\+?!?)[ ]")
_NOTE = re.late(r"^[ ]{0,3}\[\^([^\]]*)\]:[ ]*")
_NOTE_MARK = re.late(r"\[\^([^\]]+)\](?!:)")
_REFERENCE = re.late(r"(?m)^[ ]{0,3}\[[^\]\n^][^\]\n]*\]:[ \t]*\S.*$")
_EMOJI = re.late(r":[a-z0-9_+-]{1,60}:")  # a picture or a sign, which no slug holds
_BLOCK_TAG = re.late(
    r"^<(address|article|aside|blockquote|body|canvas|center|dd|details|div|dl|dt|fieldset|figcapti"
    r"on|figure|footer|form|"
    r"h[1-6]|head|header|hgroup|hr|html|iframe|li|main|math|menu|nav|noscript|object|ol|output|p|pr"
    r"e|progress|script|"
    r"section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video)\b[^>]*>",
    re.I,
)
_MARKDOWN_ATTRIBUTE = re.late(r"\bmarkdown(?:\s*=\s*[\"']?(?:1|block|span)[\"']?)?(?=[\s>/])", re.I)
_MAX_DEPTH = 20


@dataclass(slots=True)
class _State:
    attributes: bool
    nested_fences: bool
    html_markdown: bool
    headings: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    explicit: list[str] = field(default_factory=list)


def python_markdown_ids(text: str, options: Options) -> tuple[str, ...]:
    """The ids of a page's body; the extensions decide what counts."""
    names = options.extensions
    state = _State(
        bool(names & {"attr_list", "extra"}),
        any("superfences" in name for name in names),
        bool(names & {"md_in_html", "extra"}) or any("blocks.html" in name for name in names),
    )
    body = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    references = "\n".join([*_REFERENCE.findall(body), *_note_definitions(body)])
    _blocks(state, without_fences(body, indented=state.nested_fences, exact=True), 0)
    found = _heading_ids(state, references, options)
    found += state.explicit
    for piece in [*state.headings, *state.html]:
        found += html_ids(piece)
    if names & {"footnotes", "extra"}:
        found += _note_ids(body)
    return tuple(dict.fromkeys(filter(None, found)))


def _heading_ids(state: _State, references: str, options: Options) -> list[str]:
    """Explicit ids count as used before any heading is numbered."""
    split = [_explicit(state, raw) for raw in state.headings]
    used: dict[str, int] = {name: 0 for _, name in split if name}
    used.update(dict.fromkeys(state.explicit, 0))
    notes = bool(options.extensions & {"footnotes", "extra"})
    texts = _shown([raw for raw, _ in split], references, notes=notes)
    if any(name.endswith(".emoji") for name in options.extensions):
        texts = [_EMOJI.sub("", text) for text in texts]
    found = []
    for text, (_, name) in zip(texts, split, strict=True):
        slug = slugs.pymdownx(text, options.slug) if options.slug else slugs.python_markdown(text)
        slug = slug.replace("-", options.separator) if options.separator != "-" else slug
        found.append(name or slugs.number_python(slug, used))
    return found


def _explicit(state: _State, raw: str) -> tuple[str, str | None]:
    match = _ATTRIBUTES.search(raw) if state.attributes else None
    if not match:
        return raw, None
    name = _ID.search(match[1])
    return raw[: match.start()], name[1] if name else None


def _shown(texts: list[str], references: str, *, notes: bool) -> list[str]:
    """What the headings show, without the marks of inline Markdown."""
    document = "".join(f"# {text.strip() or '&nbsp;'}\n\n" for text in texts)
    page = outline(document + references, notes=notes)
    shown = ["".join(heading.shown) for heading in page.headings]
    return shown if len(shown) == len(texts) else texts


def _blocks(state: _State, text: str, depth: int) -> None:
    """Reads blocks of lines between blank ones; ``owner`` says that indented ones belong to what
    stood before."""
    if depth > _MAX_DEPTH:
        return
    owner = False
    inner: list[str] = []
    # raw HTML is looked for once, before lists and quotations are taken apart
    text = text if depth else _without_html(state, text)
    for block in re.split(r"\n(?:[ \t]*\n)+", f"\n{text}\n"):
        block = block.strip("\n")
        if not block.strip():
            continue
        if block.startswith("    "):
            if owner:
                inner.append(_dedented(block))
            continue
        _flush(state, inner, depth)
        owner = _one(state, block, depth, inner)
    _flush(state, inner, depth)


def _flush(state: _State, inner: list[str], depth: int) -> None:
    if inner:
        _blocks(state, "\n\n".join(inner), depth + 1)
        inner.clear()


def _dedented(block: str) -> str:
    return re.sub(r"(?m)^ {1,4}", "", block)


def _one(state: _State, block: str, depth: int, inner: list[str]) -> bool:
    """Reads one block; true where following indented blocks belong to it."""
    if _CONTAINER.match(block):
        rest = block.partition("\n")[2]
        if rest.startswith("    "):
            inner.append(_dedented(rest))
        return True
    if _HASH.search(block):
        return _headings(state, block, depth, inner)
    note = _NOTE.match(block)
    if note:
        inner.append(block[note.end() :])
        return True
    if block.lstrip().startswith(">") and len(block) - len(block.lstrip(" ")) < 4:
        quoted = re.sub(r"(?m)^[ ]{0,3}>[ ]?", "", block)
        quoted = without_fences(quoted, exact=True) if state.nested_fences else quoted
        _blocks(state, quoted, depth + 1)
        return False
    if _ITEM.match(block):
        _items(state, block, depth)
        return True
    if definition := _DEFINITION.search(block):
        _underlined(state, block[: definition.start()].strip("\n"))
        for part in _DEFINITION.split(block)[1:]:
            _blocks(state, _dedented(part), depth + 1)
        return True
    _underlined(state, block)
    return False


def _items(state: _State, block: str, depth: int) -> None:
    for item in re.split(r"(?m)^[ ]{0,3}(?:[*+-]|\d+\.)[ ]+", block)[1:]:
        head, mark, nested = item.partition("\n    ")
        _blocks(state, head, depth + 1)
        _blocks(state, _dedented(mark.lstrip("\n") + nested), depth + 1)


def _headings(state: _State, block: str, depth: int, inner: list[str]) -> bool:
    """Hash headings split a block wherever they stand; the pieces between are blocks of their
    own."""
    at = 0
    for match in _HASH.finditer(block):
        if before := block[at : match.start()].strip("\n"):
            _one(state, before, depth, inner)
            _flush(state, inner, depth)
        text = match[1].rstrip()
        closed = text.rstrip("#")
        state.headings.append((closed + "#" if closed.endswith("\\") else closed).strip())
        at = match.end()
    rest = block[at:].strip("\n")
    return bool(rest) and _one(state, rest, depth, inner)


def _underlined(state: _State, block: str) -> None:
    lines = block.split("\n")
    at = 0
    while at + 1 < len(lines) and _UNDERLINE.match(lines[at + 1]):
        state.headings.append(lines[at].strip())
        at += 2
    if rest := "\n".join(lines[at:]):
        _inline(state, rest)


def _inline(state: _State, block: str) -> None:
    state.html.append("\n".join(map(without_code, cells(block))))
    if state.attributes and "{" in block:
        for match in re.finditer(r"\{:?[ ]*([^{}\n ][^{}\n]*)\}", block):
            name = _ID.search(match[1])
            if name:
                state.explicit.append(name[1])


def _without_html(state: _State, text: str) -> str:
    """Takes out raw HTML blocks; with ``markdown="1"`` what stands inside stays Markdown."""
    if "<" not in text:
        return text
    lines = text.split("\n")
    kept: list[str] = []
    at = 0
    last_close = max((index for index, line in enumerate(lines) if "-->" in line), default=-1)
    while at < len(lines):
        if lines[at].startswith("<!--") and at <= last_close:
            at = next(index for index in range(at, len(lines)) if "-->" in lines[index]) + 1
            continue
        match = _BLOCK_TAG.match(lines[at])
        if not match:
            kept.append(lines[at])
            at += 1
            continue
        end = _closing(lines, at, match[1].lower())
        raw = "\n".join(lines[at : end + 1])
        state.html.append(re.sub(r"(?s)>[^<]*<", "><", raw))
        if state.html_markdown and _MARKDOWN_ATTRIBUTE.search(match[0]):
            kept += ["", raw[match.end() :].rpartition("</")[0], ""]
        at = end + 1
    return "\n".join(kept)


def _closing(lines: list[str], at: int, name: str) -> int:
    """The line with the end tag of the element that starts at a line; the last one where it is
    never closed."""
    if name == "hr":
        return at
    opened, tag = 0, re.late(rf"<(/?){name}\b[^>]*?(/?)>", re.I)
    for index in range(at, len(lines)):
        for match in tag.finditer(lines[index]):
            opened += -1 if match[1] else 0 if match[2] else 1
            if opened == 0:
                return index
    return len(lines) - 1


def _note_definitions(text: str) -> list[str]:
    names = re.findall(r"(?m)^[ ]{0,3}\[\^([^\]\n]+)\]:", text)
    return [f"\n[^{name}]: x" for name in dict.fromkeys(names)]


def _note_ids(text: str) -> list[str]:
    defined = set(re.findall(r"(?m)^[ ]{0,3}\[\^([^\]]+)\]:", text))
    found = []
    for name in dict.fromkeys(_NOTE_MARK.findall(text)):
        if name in defined:
            found += [f"fnref:{name}", f"fn:{name}"]
    return found
