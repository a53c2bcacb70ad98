"""What one page tells the site: small, JSON-able, kept when the page is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from sys import intern

from jdlint.core.light import TYPE_CHECKING, Any, NamedTuple, TypeVar
from jdlint.core.page import Block, Link, Page
from jdlint.core.text import Span
from jdlint.core.tools import bisect_right, partial

if TYPE_CHECKING:
    from typing import overload


class HeadingFact(NamedTuple):
    """A heading's level and words; the span is the heading's text."""

    level: int
    text: str
    span: Span


class LinkFact(NamedTuple):
    """A link as written; ``span`` is the target (the whole link where it has none), ``label`` its
    words."""

    url: str
    kind: str
    span: Span
    label: str
    templated: bool


class BlockFact(NamedTuple):
    """A block of prose: its kind, its words, where they stand, the index of its heading (-1: none)
    and of its list.

    ``pieces`` (offset in ``text``, start and end in the source) are empty where the words stand
    letter by letter.
    """

    kind: str
    text: str
    start: int
    end: int
    heading: int
    list: int
    pieces: tuple[tuple[int, int, int], ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def place(self, start: int, end: int) -> Span:
        """The source span of ``text[start:end]``; a piece that is not letter by letter counts
        whole."""
        if not self.pieces:
            return Span(self.start + start, self.start + end)
        first, last = self._at(start), self._at(max(end - 1, start))
        begin = first[1] + start - first[0] if self._exact(first) else first[1]
        return Span(
            begin,
            begin if end <= start else last[1] + end - last[0] if self._exact(last) else last[2],
        )

    def _at(self, offset: int) -> tuple[int, int, int]:
        return self.pieces[max(bisect_right(self.pieces, (offset, 1 << 62)) - 1, 0)]

    def _exact(self, piece: tuple[int, int, int]) -> bool:
        index = self.pieces.index(piece) + 1
        end = self.pieces[index][0] if index < len(self.pieces) else len(self.text)
        return end - piece[0] == piece[2] - piece[1]


class ValueFact(NamedTuple):
    """One text, number or switch of the front matter: its keys, joined by points, and where it
    stands."""

    key: str
    value: Any
    span: Span


_Fact = TypeVar("_Fact", bound=tuple[Any, ...])


class PackedRows(Sequence[_Fact]):
    """Facts of one kind of a page as they were kept: unpacked when somebody looks at one.

    ``load`` gives plain rows for ``data``, ``make`` a fact for a row; ``data`` is empty for no
    rows."""

    __slots__ = ("_data", "_load", "_make", "_rows")

    def __init__(
        self,
        data: Any,
        load: Callable[..., Iterable[Any]],
        make: Callable[[tuple[Any, ...]], _Fact],
    ) -> None:
        self._data, self._load, self._make = data, load, make
        self._rows: tuple[_Fact, ...] | None = None

    @property
    def rows(self) -> tuple[_Fact, ...]:
        if self._rows is None:
            self._rows = tuple(map(self._make, self._load(self._data))) if self._data else ()
        return self._rows

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, index: int) -> _Fact: ...
        @overload
        def __getitem__(self, index: slice) -> tuple[_Fact, ...]: ...

    def __getitem__(self, index: Any) -> Any:
        return self.rows[index]

    def __bool__(self) -> bool:
        return bool(self._data)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[_Fact]:
        return iter(self.rows)

    def __eq__(self, other: object) -> bool:
        return self.rows == (other.rows if isinstance(other, PackedRows) else other)

    def __hash__(self) -> int:
        return hash(self.rows)


class Facts(NamedTuple):
    """The rows of one page that checks over the site compare; ``values`` are those of the front
    matter with their places, nested ones too."""

    path: str
    title: str
    meta: dict[str, Any]
    title_span: Span
    headings: Sequence[HeadingFact]
    links: Sequence[LinkFact]
    blocks: Sequence[BlockFact]
    language: str = "en"
    values: Sequence[ValueFact] = ()


_SCALARS = (str, int, float, bool)
_BLOCK = partial(tuple.__new__, BlockFact)  # thousands of rows: no call in between


# where a block stands on a site: the page's index and the block's, in one number
SHIFT = 20


def page_of(use: int) -> int:
    """The index of the page of a use."""
    return use >> SHIFT


def facts_of(page: Page) -> Facts:
    """The facts of a page; headings are those of its sections, in order."""
    title = page.meta.find(("title",))
    headings = [s.heading for s in page.sections]
    return Facts(
        page.path,
        page.title,
        {key: value for key, value in page.meta.data.items() if isinstance(value, _SCALARS)},
        title.span if title else page.meta.opening,
        tuple([HeadingFact(heading.level, heading.text, heading.span) for heading in headings]),
        tuple([_link(link) for link in page.links]),
        tuple(map(_BLOCK, _blocks(page))),
        page.language,
        tuple(_values(page)),
    )


def packed(facts: Facts, dump: Callable[[Any], bytes]) -> tuple[Any, ...]:
    """Facts without their types, to be sent to another process or kept on disk; ``dump`` packs the
    rows of each kind. Words that many pages share are interned, so each is one object again when
    marshal has read it."""
    path, title, meta, title_span, headings, links, blocks, language, values = facts
    parts = (
        [(level, intern(text), tuple(span)) for level, text, span in headings],
        [
            (intern(url), kind, tuple(s), intern(label), unknown)
            for url, kind, s, label, unknown in links
        ],
        list(map(tuple, blocks)),
        [(key, value, tuple(span)) for key, value, span in values],
    )
    own = (intern(path), title, meta, tuple(title_span), language)
    return (*own, *[dump(rows) if rows else b"" for rows in parts])


def unpacked(
    row: tuple[Any, ...], load: Callable[[Any], Any], kept: type[PackedRows[Any]] = PackedRows
) -> Facts:
    """The facts that were packed; ``load`` takes back what ``dump`` gave, ``kept`` holds it."""
    path, title, meta, title_span, language, headings, links, blocks, values = row
    return Facts(
        path,
        title,
        meta,
        Span(*title_span),
        kept(headings, load, _heading_of),
        kept(links, load, _link_of),
        kept(blocks, load, _BLOCK),
        language,
        kept(values, load, _value_of),
    )


def _heading_of(row: tuple[Any, ...]) -> HeadingFact:
    level, text, span = row
    return HeadingFact(level, text, Span(*span))


def _link_of(row: tuple[Any, ...]) -> LinkFact:
    url, kind, span, label, unknown = row
    return LinkFact(url, kind, Span(*span), label, unknown)


def _value_of(row: tuple[Any, ...]) -> ValueFact:
    key, value, span = row
    return ValueFact(key, value, Span(*span))


def _values(page: Page) -> Iterator[ValueFact]:
    """The texts, numbers and switches of the front matter."""
    for value in page.meta.values:
        if isinstance(value.value, _SCALARS):
            yield ValueFact(".".join(map(str, value.path)), value.value, value.span)


def _link(link: Link) -> LinkFact:
    span = link.target if link.target.start < link.target.end else link.span
    return LinkFact(link.url, link.kind, span, link.text, link.templated)


def _blocks(page: Page) -> Iterator[tuple[Any, ...]]:
    """The fields of each block's fact."""
    prose, source = page.prose.text, page.source.text
    for block in page.blocks:
        kind, start, end, section, list_index, _, first, last = block
        text = prose[start:end]
        exact = last - first == end - start and source.startswith(text, first)
        yield kind, text, first, last, section, list_index, () if exact else _pieces(page, block)


def _pieces(page: Page, block: Block) -> tuple[tuple[int, int, int], ...]:
    prose = page.prose
    first, last = (
        bisect_right(prose.starts, block.start) - 1,
        bisect_right(prose.starts, block.end - 1),
    )
    rows = zip(
        prose.starts[first:last],
        prose.source_starts[first:last],
        prose.source_ends[first:last],
        strict=True,
    )
    return tuple((start - block.start, begin, end) for start, begin, end in rows)
