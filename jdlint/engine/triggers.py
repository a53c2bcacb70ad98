"""Which checks a page needs to be shown to, told without building them.

A check over pages may say what a page must show for it to find anything: ``marks`` are literals of
which the source must hold one, ``facets`` are rows of which the page must have one. A check that
says neither is asked about each page. A check over the site may say in ``across`` what the site
must show, all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jdlint.core.page import Page
    from jdlint.site import Site

# methods, needles, marks, facets and what a site must show; plain tuples, to be kept on disk
Sketch = tuple[
    tuple[str, ...],
    tuple[str, ...],
    tuple[str, ...] | None,
    tuple[str, ...] | None,
    tuple[str, ...],
]
_RARE = "\r\t]"  # most texts lack these: one quick search speaks for all marks that hold one
_METHODS = ("check", "check_hits", "check_site")


def sketch(check: Any) -> Sketch:
    """What a built check says of itself."""
    methods = tuple(name for name in _METHODS if hasattr(check, name))
    needles = tuple(map(str, check.needles)) if "check_hits" in methods else ()
    marks, facets, across = (getattr(check, name, None) for name in ("marks", "facets", "across"))
    return methods, needles, _texts(marks), _texts(facets), _texts(across) or ()


def _texts(values: Any) -> tuple[str, ...] | None:
    return None if values is None else tuple(map(str, values))


class Looks:
    """``wanted`` gives the indices of the checks that a page needs, in order."""

    def __init__(self, sketches: Sequence[Sketch | None]) -> None:
        self._always: list[int] = []
        self._marks: dict[str, list[int]] = {}
        self._facets: dict[str, list[int]] = {}
        for index, known in enumerate(sketches):
            if known is None or "check" not in known[0]:
                continue
            _, _, marks, facets, _ = known
            if marks is None and facets is None:
                self._always.append(index)
            for mark in marks or ():
                self._marks.setdefault(mark, []).append(index)
            for facet in facets or ():
                self._facets.setdefault(facet, []).append(index)
        self._across = [
            (i, set(s[4])) for i, s in enumerate(sketches) if s and "check_site" in s[0]
        ]
        self._gates: dict[str, list[tuple[str, list[int]]]] = {}
        for mark, owners in self._marks.items():
            gate = next((char for char in _RARE if char in mark), "") if mark.isascii() else "…"
            self._gates.setdefault(gate, []).append((mark, owners))

    def wanted(self, page: Page) -> list[int]:
        found = set(self._always)
        text = page.source.text
        text = (
            text if text.endswith(("\n", "\r")) else text + "\n"
        )  # a mark at a line's end may stand at the file's
        for gate, marks in self._gates.items():
            if text.isascii() if gate == "…" else gate not in text:
                continue
            for mark, owners in marks:
                if mark in text:
                    found.update(owners)
        for facet in _facets(page):
            found.update(self._facets.get(facet, ()))
        return sorted(found)

    def across(self, shown: Set[str]) -> list[int]:
        """The checks over the site that a site needs that shows this much (see ``shown_by``)."""
        return [index for index, needs in self._across if needs <= shown]


def shown_by(site: Site) -> set[str]:
    """What a site has for checks to compare: several ``pages``, ``links``, ``answers`` of the web,
    ``remarks``."""
    rows = {
        "pages": len(site.pages) > 1, "links": any(facts.links for facts in site.pages), "answers": bool(site.answers),
        "remarks": bool(site.remarks),
    }  # fmt: skip
    return {name for name, there in rows.items() if there}


def _facets(page: Page) -> Iterator[str]:
    """What a page has: links, lists, sections, meta, the kinds of its defects, ``missing`` front
    matter, ``unended``."""
    if page.links:
        yield "links"
    if page.lists:
        yield "lists"
    if page.sections:
        yield "sections"
    yield "meta" if page.meta.format else "missing"
    for defect in page.meta.defects:
        yield defect.kind
    if page.source.text[-1:] not in ("\n", "\r"):
        yield "unended"
