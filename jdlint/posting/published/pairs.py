"""Which postings are the same job: by their identifier, the name of their page, or their title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jdlint.core.light import NamedTuple
from jdlint.core.tools import defaultdict
from jdlint.posting.published.told import Told


class Pair(NamedTuple):
    """A posting that was published, and one that says how it should be: a source page, or for
    feeds without one a built page."""

    other: Told
    first: Told


def pairs(told: Sequence[Told]) -> Iterator[Pair]:
    """Built pages and feeds with their source pages, and feeds with built pages."""
    sources = _Known(t for t in told if t.kind == "source")
    built = [t for t in told if t.kind == "page"]
    yield from _matched(built, sources)
    pages = _Known(built)
    feeds = [t for t in told if t.kind == "feed"]
    rest = [t for t in feeds if sources.of(t) is None]
    yield from _matched(feeds, sources)
    yield from _matched(rest, pages)


def _matched(others: Sequence[Told], known: _Known) -> Iterator[Pair]:
    found: dict[int, list[Pair]] = defaultdict(list)
    for other in others:
        first = known.of(other)
        if first is not None:
            found[id(first)].append(Pair(other, first))
    for rows in found.values():
        if len(rows) > 1:  # translations of a page have its identifier, and words of their own
            rows = [p for p in rows if p.other.slug == p.first.slug or _same_title(p)]
        yield from rows


def _same_title(pair: Pair) -> bool:
    return folded(pair.other.text("title")) == folded(pair.first.text("title"))


def folded(text: str) -> str:
    """A text without what makes no difference: case and white space."""
    return " ".join(text.split()).casefold()


class _Known:
    """Postings by what they can be known by; what several have, none is known by."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._by: dict[tuple[str, str], list[Told]] = defaultdict(list)
        for one in told:
            for mark in _marks(one):
                self._by[mark].append(one)

    def of(self, other: Told) -> Told | None:
        """The one that is the same job as another."""
        for mark in _marks(other):
            rows = self._by.get(mark, ())
            same = [one for one in rows if one.slug == other.slug] if len(rows) > 1 else rows
            if len(same) == 1 and (mark[0] == "code" or not _conflict(same[0], other)):
                return same[0]
        return None


def _marks(one: Told) -> Iterator[tuple[str, str]]:
    given = (
        ("code", one.text("code")),
        ("code", one.text("req") if one.text("req") != one.text("code") else ""),
        ("slug", one.slug),
        ("title", one.text("title")),
    )
    return ((kind, folded(text)) for kind, text in given if text)


def _conflict(one: Told, other: Told) -> bool:
    """Whether two have different identifiers or employers, so that they are two jobs."""
    ours, theirs = _codes(one), _codes(other)
    if ours and theirs and not ours & theirs:
        return True
    names = folded(one.text("employer")), folded(other.text("employer"))
    return all(names) and names[0] != names[1]


def _codes(one: Told) -> set[str]:
    """The identifiers of a job: its own, and the employer's for what it is hired for."""
    return {folded(text) for name in ("code", "req") if (text := one.text(name))}
