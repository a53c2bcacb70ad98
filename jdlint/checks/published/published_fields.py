"""Properties that a posting has to have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.core.diagnostic import Finding
from jdlint.core.light import dataclass
from jdlint.core.text import Source, Span
from jdlint.posting.published.nodes import (
    Node,
    Posting,
    Published,
    every,
    first,
    is_empty,
    is_figure,
    says,
)
from jdlint.posting.published.own_names import MARKUP, own_name

_OF_PARTS = ("name", "address", "addressCountry")  # what a text has none of


@dataclass(frozen=True)
class PublishedFields:
    """Reports properties that postings in one of the ``forms`` lack, each at what should have it.

    ``fields`` are dotted paths: of a part that is there, its last step is wanted; ``spared`` maps a
    path to others of which one makes up for it. What all of several jobs of a feed lack is said
    once, at the first of them (variant ``all``); ``unasked`` are, by form, the fields that its
    lists have only where they are asked for. Values: ``field``, ``within``, and ``own``, what the
    form calls the field.
    """

    fields: tuple[str, ...]
    forms: tuple[str, ...] = ("jsonld", "microdata")
    spared: Mapping[str, tuple[str, ...]] = {}
    unasked: Mapping[str, tuple[str, ...]] = {}

    def check_published(self, found: Published) -> Iterator[Finding]:
        rows = [posting for posting in found.postings if posting.form in self.forms]
        if not rows:
            return
        fields = list(self.fields)
        if rows[0].form not in MARKUP:
            for field in self.fields:
                if any(first(row.node, field) for row in rows):
                    continue
                if self._was_unasked(field, rows, found.source):
                    fields.remove(field)
                elif len(rows) > 1 and not self._is_spared(rows[0], field):
                    fields.remove(field)
                    yield self._of_all(rows[0], field, found.source)
        for posting in rows:
            for field in fields:
                if not says(posting.node, field):  # most have it, and no list on the way to it
                    yield from self._lacks(posting, field, found.source)

    def _was_unasked(self, field: str, rows: Sequence[Posting], source: Source) -> bool:
        """Whether a list of a board was exported without a field, as it is where nobody asks."""
        if field not in self.unasked.get(rows[0].form, ()):
            return False
        own = own_name(rows[0].form, field).strip("“”")
        whole = not source.text[: rows[0].node.span.start].strip("\ufeff \t\r\n")
        return not whole and not any(f'"{own}"' in source.slice(row.node.span) for row in rows)

    def _of_all(self, posting: Posting, field: str, source: Source) -> Finding:
        own = _own(posting, field, source)
        return Finding(posting.anchor, {"field": field, "own": own, "within": ""}, variant="all")

    def _is_spared(self, posting: Posting, field: str) -> bool:
        return any(first(posting.node, other) for other in self.spared.get(field, ()))

    def _lacks(self, posting: Posting, field: str, source: Source) -> Iterator[Finding]:
        if self._is_spared(posting, field):
            return
        owner, _, name = field.rpartition(".")
        within = owner.rpartition(".")[2]
        for node in every(posting.node, owner):
            if _has(node, name):
                continue
            span = posting.anchor if not owner else Span(node.span.start, node.span.start + 1)
            own = _own(posting, field, source)
            values = {"field": name, "within": within, "own": own}
            yield Finding(span, values, variant="in" if owner else "")


def _own(posting: Posting, field: str, source: Source) -> str:
    return own_name(posting.form, field, source.slice(posting.anchor).startswith("<"))


def _has(node: Node, name: str) -> bool:
    if not isinstance(node.value, dict):  # a text where an organization or a place is wanted
        return name not in _OF_PARTS and not (name == "unitText" and is_figure(node))
    return any(not is_empty(value) for value in every(node, name)) or (
        name in node.value and isinstance(node.value[name].value, dict)
    )
