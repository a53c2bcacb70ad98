"""The ids of a page written for kramdown."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.core.tools import Counter
from jdlint.site.build.anchors import slugs
from jdlint.site.build.anchors.html_ids import html_ids, without_code
from jdlint.site.build.anchors.kramdown.blocks import parse_blocks
from jdlint.site.build.anchors.kramdown.patterns import ATTRIBUTE_ID
from jdlint.site.build.anchors.kramdown.spans import shown
from jdlint.site.build.anchors.kramdown.state import Header, Parent, Source, State, resolved_id

_MARK = re.late(r"\[\^(\w[\w-]*)\]")
_ELEMENT_END = frozenset(")]*_`>}$")
_NO_AUTO_IDS = re.late(r"\{::options[^}]*\bauto_ids=[\"']false")
_NO_TOC = re.late(r"\bno_toc\b")


def kramdown_state(
    text: str, *, gfm: bool, parse_html: bool = False, auto_ids: bool = True, prefix: str = ""
) -> State:
    """Parses a page's body (without front matter)."""
    state = State(gfm=gfm, parse_html=parse_html, auto_ids=auto_ids, prefix=prefix)
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n") + "\n"
    parse_blocks(state, Source(text), Parent())
    if any(_NO_AUTO_IDS.search(text) for text in state.texts if "{::options" in text):
        state.auto_ids = False
    return state


def ids(state: State) -> list[str]:
    """The ids in the order of the headers, then those of other elements."""
    headers = _header_ids(state)
    found = [name for _, name in headers]
    if any("toc" in attributes.get("refs", ()) for attributes in state.lists):
        listed = [f"markdown-toc-{name}" for header, name in headers if _is_listed(state, header)]
        found += ["markdown-toc", *listed] if listed else []
    found += [name for attributes in state.attributes if (name := resolved_id(state, attributes))]
    for text in state.texts:
        if "id" in text or "name" in text or "ID" in text:
            found += html_ids(without_code(text))
        if "{:" in text:
            found += _span_ids(text)
    found += _footnote_ids(state)
    return list(dict.fromkeys(filter(None, found)))


def _footnote_ids(state: State) -> list[str]:
    """``fn:name`` at the note and ``fnref:name`` at its first mark, ``fnref:name:1`` at the
    second."""
    marks = _marks(state)
    found = []
    for name in state.footnotes:
        found += [f"fn:{name}", f"fnref:{name}"] if marks[name] else []
        found += [f"fnref:{name}:{count}" for count in range(1, min(marks[name], 1000))]
    return found


def _marks(state: State) -> Counter[str]:
    """How often each footnote is referred to; one that nothing refers to is not shown."""
    if not state.footnotes:
        return Counter()
    return Counter(name for text in state.texts for name in _MARK.findall(text))


def _is_listed(state: State, header: Header) -> bool:
    return header.level in state.toc_levels and not _NO_TOC.search(_class(state, header))


def _class(state: State, header: Header) -> str:
    named = [
        state.named[ref].get("class", "")
        for ref in header.attributes.get("refs", ())
        if ref in state.named
    ]
    return " ".join([header.attributes.get("class", ""), *named])


def _header_ids(state: State) -> list[tuple[Header, str]]:
    own: dict[str, int] = {}
    gfm: dict[str, int] = {}
    notes = set(state.footnotes)
    marks = _marks(state)
    found = []
    for header in [*state.headers, *(note for note in state.notes if marks[note.note])]:
        explicit = resolved_id(state, header.attributes) or header.id
        if explicit or not state.auto_ids:
            found += [(header, explicit)] if explicit else []
        elif state.gfm and not header.in_html:
            slug = slugs.kramdown_gfm(shown(header.text, state.links, notes))
            found.append((header, state.prefix + slugs.number_kramdown(slug, gfm)))
        else:
            slug = slugs.kramdown(_own_text(state, header, notes))
            found.append((header, state.prefix + slugs.number_kramdown(slug, own)))
    return found


def _own_text(state: State, header: Header, notes: set[str]) -> str:
    """kramdown's own dialect takes the header as written, its GFM parser what it shows."""
    return shown(header.text, state.links, notes) if state.gfm else header.text


def _span_ids(text: str) -> list[str]:
    """Ids that ``{: #id}`` gives to an inline element."""
    found = []
    at = text.find("{:")
    while at >= 0:
        end = text.find("}", at)
        if end < 0:
            break
        if text[at - 1 : at] in _ELEMENT_END:
            found += [match[1] for match in ATTRIBUTE_ID.finditer(text, at + 2, end) if match[1]]
        at = text.find("{:", end)
    return found
