"""Identifiers of postings."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import dataclass
from jdlint.posting.published.nodes import Published, first, plain, text_at
from jdlint.posting.published.pairs import folded
from jdlint.posting.published.told import Across, Told


@dataclass(frozen=True)
class PublishedIdentifiers:
    """Reports an identifier that another posting of the same file, of another line, or of another
    built page in its language has, with another title.

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

    def check_told(self, across: Across) -> Iterator[Finding]:
        seen: dict[tuple[str, ...], Told] = {}
        for one in across.told:
            code = one.text("code")
            where = _shared(one)
            if not code or not where or not one.text("title"):
                continue
            other = seen.setdefault((*where, one.text("employer"), code), one)
            if other.path == one.path and one.line < 0:
                continue  # said where the file was read
            if folded(other.text("title")) != folded(one.text("title")):
                title = other.text("title")
                there = Related(Place(other.path, other.place("code")), f"“{title}”")
                values = {"found": code, "other": title}
                yield Finding(one.place("code"), values, related=(there,), path=one.path)


def _shared(one: Told) -> tuple[str, ...]:
    """Among which postings an identifier is one's own: the lines of a file, the built pages of a
    language; empty where one file alone is looked at."""
    if one.kind == "page":
        return ("page", one.lang)
    return ("lines", one.path) if one.line >= 0 else ()
