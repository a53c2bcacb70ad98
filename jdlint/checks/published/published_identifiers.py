"""Identifiers of postings."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import dataclass
from jdlint.posting.published.nodes import Published, first, plain, text_at


@dataclass(frozen=True)
class PublishedIdentifiers:
    """Reports an identifier that another posting of the same file has, with another title.

    Values: ``found``, ``other``."""

    def check_published(self, found: Published) -> Iterator[Finding]:
        seen: dict[tuple[str, str], str] = {}
        for posting in found.postings:
            node = first(posting.node, "identifier.value") or first(posting.node, "identifier")
            code = plain(node) if node else ""
            if node is None or not code:
                continue
            title = text_at(posting.node, "title")
            key = (text_at(posting.node, "hiringOrganization.name"), code)
            other = seen.setdefault(key, title)
            if other != title:
                yield Finding(node.span, {"found": code, "other": other})
