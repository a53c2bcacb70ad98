"""Properties that a posting has to have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.core.diagnostic import Finding
from jdlint.core.light import dataclass
from jdlint.core.text import Span
from jdlint.posting.published.nodes import Node, Posting, Published, every, first, is_empty, says


@dataclass(frozen=True)
class PublishedFields:
    """Reports properties that postings in one of the ``forms`` lack, each at what should have it.

    ``fields`` are dotted paths: of a part that is there, its last step is wanted; ``spared`` maps a
    path to another one that makes up for it; of several jobs of a board's list, what none has was
    not asked for. Values: ``field``, ``within``.
    """

    fields: tuple[str, ...]
    forms: tuple[str, ...] = ("jsonld", "microdata")
    spared: Mapping[str, str] = {}

    def check_published(self, found: Published) -> Iterator[Finding]:
        rows = [posting for posting in found.postings if posting.form in self.forms]
        fields = [field for field in self.fields if not _left_out(field, rows)]
        for posting in rows:
            for field in fields:
                if not says(posting.node, field):  # most have it, and no list on the way to it
                    yield from self._lacks(posting, field)

    def _lacks(self, posting: Posting, field: str) -> Iterator[Finding]:
        other = self.spared.get(field)
        if other and first(posting.node, other):
            return
        owner, _, name = field.rpartition(".")
        within = owner.rpartition(".")[2]
        for node in every(posting.node, owner):
            if _has(node, name):
                continue
            span = posting.anchor if not owner else Span(node.span.start, node.span.start + 1)
            yield Finding(span, {"field": name, "within": within}, variant="in" if owner else "")


def _left_out(field: str, rows: Sequence[Posting]) -> bool:
    """Whether a list of a board's jobs was exported without a field."""
    if len(rows) < 2 or rows[0].form in ("jsonld", "microdata"):
        return False
    return not any(first(row.node, field) for row in rows)


def _has(node: Node, name: str) -> bool:
    if not isinstance(node.value, dict):
        return name != "name"  # a text where an organization is wanted has no name of its own
    return any(not is_empty(value) for value in every(node, name)) or (
        name in node.value and isinstance(node.value[name].value, dict)
    )
