"""What the block parser carries: the text and where it stands, the open element, and what it has
found so far."""

from __future__ import annotations

from jdlint.core.light import Any, dataclass, field
from jdlint.core.patterns import regex as re
from jdlint.site.build.anchors.kramdown import patterns

MAX_DEPTH = 60


class Attributes(dict[str, Any]):
    """An attribute list: ``id`` where it names one, ``refs`` to lists that are defined elsewhere,
    and other keys."""


@dataclass(slots=True)
class Header:
    level: int
    text: str
    id: str | None
    attributes: Attributes
    in_html: bool
    note: str = ""


@dataclass(slots=True)
class Node:
    """A child of an element: its kind and what a following attribute list adds to it.

    Kinds: blank, one-blank (exactly one empty line), p, eob, boundary (``^``), definition (a
    link's, an abbreviation's or a footnote's), list, html, other.
    """

    kind: str
    attributes: Attributes | None = None


@dataclass(slots=True)
class Parent:
    """The element whose children are being read; ``pending`` is an attribute list waiting for the
    next block."""

    tag: str = ""
    raw: bool = False
    in_html: bool = False
    depth: int = 0
    nodes: list[Node] = field(default_factory=list)
    pending: Attributes | None = None

    def at_boundary(self) -> bool:
        return (
            not self.nodes
            or self.nodes[-1].kind in ("blank", "one-blank", "boundary")
            or self.pending is not None
        )

    def child(self, tag: str = "", raw: bool = False, in_html: bool | None = None) -> Parent:
        return Parent(tag, raw, self.in_html if in_html is None else in_html, self.depth + 1)


@dataclass(slots=True)
class Source:
    text: str
    at: int = 0
    fences: list[tuple[int, str, int]] | None = None


@dataclass(slots=True)
class State:
    """The dialect, the options (a page may change them) and the findings of one page."""

    gfm: bool
    parse_html: bool = False
    auto_ids: bool = True
    prefix: str = ""
    toc_levels: frozenset[int] = frozenset(range(1, 7))
    headers: list[Header] = field(default_factory=list)
    notes: list[Header] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    attributes: list[Attributes] = field(default_factory=list)
    lists: list[Attributes] = field(default_factory=list)
    named: dict[str, Attributes] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)
    footnotes: list[str] = field(default_factory=list)
    too_deep: bool = False


def add(state: State, parent: Parent, kind: str) -> Node:
    """A new block: it takes the attribute list that stood before it."""
    node = Node(kind)
    if parent.pending is not None:
        attach(state, node, parent.pending)
        parent.pending = None
    parent.nodes.append(node)
    return node


def attach(state: State, node: Node, attributes: Attributes) -> None:
    if node.attributes is None:
        node.attributes = attributes
        if node.kind in ("p", "list", "html", "other"):
            state.attributes.append(attributes)
        if node.kind == "list":
            state.lists.append(attributes)
    else:
        merge(node.attributes, attributes)


def merge(into: Attributes, more: Attributes) -> None:
    for key, value in more.items():
        if key == "refs":
            into[key] = [*into.get(key, []), *value]
        else:
            into[key] = f"{into.get(key, '')} {value}" if key == "class" else value


def parse_attributes(text: str, into: Attributes) -> None:
    """Reads ``#id .class key="value" reference`` into an attribute list."""
    for match in patterns.ATTRIBUTE_ANY.finditer(text.strip(" \t")):
        key, double, single, ref, marks = match.groups()
        if ref:
            into["refs"] = [*into.get("refs", []), ref]
        elif marks:
            for mark in patterns.ATTRIBUTE_ID.finditer(marks):
                if mark[1]:
                    into["id"] = mark[1]
                else:
                    into["class"] = f"{into.get('class', '')} {mark[2]}"
        else:
            quoted = double if double is not None else single
            into[key] = re.sub(r"\\([}\"'])", r"\1", quoted)


def resolved_id(state: State, attributes: Attributes, depth: int = 0) -> str | None:
    """The id that an attribute list gives, its references followed."""
    found: str | None = None
    for ref in attributes.get("refs", ()):
        if ref in state.named and depth < 5:
            found = resolved_id(state, state.named[ref], depth + 1) or found
    return attributes.get("id") or found
