"""A page and its rows. Every span counts code points in the page's source and slices back to what
the row names."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping

from jdlint.core.light import Any, Literal, NamedTuple, dataclass, field
from jdlint.core.spans import covers, joined
from jdlint.core.text import Source, Span, lower
from jdlint.core.tools import bisect_left, bisect_right, cached_property

HIDDEN = "\ufffc"  # stands in prose for code, an image, a URL or templating
BlockKind = Literal["title", "description", "paragraph", "heading", "item", "cell", "quote"]
LinkKind = Literal[
    "inline", "reference", "definition", "autolink", "email", "image", "html", "bare"
]
MetaFormat = Literal["yaml", "toml", "json", ""]


class Value(NamedTuple):
    """One node of the front matter: ``key`` spans the key as written, ``span`` the value (quotes
    included)."""

    path: tuple[str | int, ...]
    key: Span
    span: Span
    value: Any


class Defect(NamedTuple):
    """Something wrong with the front matter as a whole: unclosed, indented (a fence that some
    generators read), indented-end (one that hardly any does), low (one with blank lines above it),
    unparsable, duplicate-key, no-mapping or too-large."""

    kind: str
    span: Span
    detail: str


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``span`` runs from the opening fence to the end of the closing one (empty where there is
    none)."""

    format: MetaFormat = ""
    span: Span = Span(0, 0)
    opening: Span = Span(0, 0)
    data: Mapping[str, Any] = field(default_factory=dict)
    values: tuple[Value, ...] = ()
    defects: tuple[Defect, ...] = ()

    def find(self, path: tuple[str | int, ...]) -> Value | None:
        return next((value for value in self.values if value.path == path), None)

    def text(self, key: str) -> str:
        """The value of a top-level key where it is a string, else an empty string."""
        value = self.data.get(key)
        return value if isinstance(value, str) else ""


class Heading(NamedTuple):
    """``span`` is the heading's text, ``line`` the whole heading with its marks; ``id`` is an
    explicit id or empty."""

    level: int
    text: str
    span: Span
    line: Span
    id: str
    block: int


class Section(NamedTuple):
    """What stands under a heading, up to the next heading of the same or a higher level."""

    heading: Heading
    span: Span
    parent: int


class ListItem(NamedTuple):
    """An item's offsets in the source: its bullet from ``start`` to ``marker_end``, all of it to
    ``end``.

    ``block`` is the index of its first prose block, -1 where it has none.
    """

    start: int
    end: int
    marker_end: int
    block: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def marker(self) -> Span:
        return Span(self.start, self.marker_end)


class ListBlock(NamedTuple):
    """``depth`` is 0 for a list at the top; ``parent`` is the index of the list that this one
    stands in, or -1, and ``parent_item`` the index of the item there; ``section`` is the innermost
    section's index, or -1."""

    span: Span
    ordered: bool
    depth: int
    parent: int
    parent_item: int
    section: int
    items: tuple[ListItem, ...]


class Link(NamedTuple):
    """``span`` is the whole link, ``target`` the URL as written (empty span where there is none),
    ``label`` its text.

    ``templated`` links have an unknown part, built when the site is built.
    """

    url: str
    text: str
    kind: LinkKind
    span: Span
    target: Span
    label: Span
    templated: bool


class Block(NamedTuple):
    """One paragraph, heading, list item, table cell or front-matter text: a slice of the page's
    prose.

    ``start`` and ``end`` are offsets in the prose; ``section`` is the index of the innermost
    section or -1; ``list`` and ``item`` say which list item it belongs to, or -1; ``span`` covers
    its words in the source.
    """

    kind: BlockKind
    start: int
    end: int
    section: int
    list: int
    item: int
    source_start: int
    source_end: int

    @property
    def span(self) -> Span:
        return Span(self.source_start, self.source_end)


class Comment(NamedTuple):
    """An HTML comment, or a ``#`` comment of YAML front matter; ``text`` is what stands inside the
    marks."""

    span: Span
    text: str


class Prose:
    """The words of a page: blocks joined by blank lines; what is hidden is U+FFFC or left out.

    Piece ``i`` covers the prose from ``starts[i]`` to ``starts[i + 1]`` and comes from the source
    between ``source_starts[i]`` and ``source_ends[i]``; it is exact where both have the same
    length.
    """

    __slots__ = ("source_ends", "source_starts", "starts", "text")

    def __init__(
        self, text: str, starts: list[int], source_starts: list[int], source_ends: list[int]
    ) -> None:
        self.text = text
        self.starts = starts
        self.source_starts = source_starts
        self.source_ends = source_ends

    def _piece(self, offset: int) -> tuple[int, int, int, bool]:
        """The piece at an offset: where it starts in prose and source, where it ends there, and
        whether it is exact."""
        index = max(bisect_right(self.starts, offset) - 1, 0)
        at = self.starts[index]
        following = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        start, end = self.source_starts[index], self.source_ends[index]
        return at, start, end, following - at == end - start

    def span(self, start: int, end: int) -> Span:
        """The source span of ``prose[start:end]``; a piece that is not exact counts whole."""
        if not self.starts:
            return Span(0, 0)
        at, first, last, exact = self._piece(start)
        begin = min(first + start - at, last) if exact else first
        if end <= start:
            return Span(begin, begin)
        at, first, last, exact = self._piece(end - 1)
        return Span(begin, min(first + end - at, last) if exact else last)


@dataclass(frozen=True)
class Page:
    """One parsed page. ``hidden`` spans (code, templating, comments, HTML) hold no words, in
    order; ``language`` is the code of the language that it is checked in (ISO 639-1)."""

    source: Source
    meta: FrontMatter
    body: Span
    headings: tuple[Heading, ...]
    sections: tuple[Section, ...]
    lists: tuple[ListBlock, ...]
    links: tuple[Link, ...]
    blocks: tuple[Block, ...]
    prose: Prose
    comments: tuple[Comment, ...]
    code: tuple[Span, ...]
    hidden: tuple[Span, ...]
    language: str = "en"

    @property
    def path(self) -> str:
        return self.source.path

    @property
    def title(self) -> str:
        return self.meta.text("title")

    def text(self, block: Block) -> str:
        return self.prose.text[block.start : block.end]

    @cached_property
    def lower(self) -> str:
        """The prose in lower case, letter by letter, so that offsets stay the same."""
        return lower(self.prose.text)

    @cached_property
    def memo(self) -> dict[Hashable, Any]:
        """What ``read_once`` remembers; it goes with the page."""
        return {}

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> Block:
        """The block at an offset of the prose; raises ``IndexError`` on a page without prose."""
        return self.blocks[max(bisect_right(self._block_starts, offset) - 1, 0)]

    @cached_property
    def _links(self) -> tuple[list[int], list[Link]]:
        links = sorted(self.links, key=lambda link: link.span)
        return [link.span.start for link in links], links

    def links_from(self, span: Span) -> list[Link]:
        """The links that start in a span of the source, in order."""
        starts, links = self._links
        return links[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    @cached_property
    def _linked(self) -> tuple[Span, ...]:
        return joined(link.span for link in self._links[1])

    def in_link(self, offset: int) -> bool:
        """Whether an offset of the source is in a link, behind its start."""
        index = bisect_left(self._linked, (offset,)) - 1
        return index >= 0 and offset < self._linked[index].end

    @cached_property
    def _addresses(self) -> tuple[Span, ...]:
        return joined(sorted(link.target for link in self.links))

    def in_address(self, offset: int) -> bool:
        """Whether an offset of the source is in the address of a link."""
        return covers(self._addresses, offset)

    @cached_property
    def labels(self) -> frozenset[Span]:
        """Where the links' texts stand in the source."""
        return frozenset(link.label for link in self.links)

    def exact(self, start: int, end: int) -> bool:
        """Whether ``prose[start:end]`` stands in the source letter by letter."""
        return self.source.slice(self.prose.span(start, end)) == self.prose.text[start:end]

    def in_code(self, offset: int) -> bool:
        return covers(self.code, offset)

    def is_hidden(self, offset: int) -> bool:
        return covers(self.hidden, offset)

    def items(self, block: ListBlock) -> Iterator[tuple[ListItem, Block]]:
        """The items of a list that have words, each with its first block."""
        return ((item, self.blocks[item.block]) for item in block.items if item.block >= 0)


Reader = Callable[[str], tuple[Source, tuple[Defect, ...]]]
