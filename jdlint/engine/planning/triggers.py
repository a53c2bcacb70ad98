"""Which checks a page needs to be shown to, told without building them.

A check over pages may say what a page must show for it to find anything: ``marks`` are literals of
which the source must hold one, ``facets`` are rows of which the page must have one. A check that
says neither is asked about each page. A check over the site may say in ``across`` what the site
must show, all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from sys import byteorder

from jdlint.core.light import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jdlint.checks import Check
    from jdlint.core.page import Page
    from jdlint.site import Facts, Site

_RARE = "\r\t]"  # most texts lack these: one quick search speaks for all marks that hold one
_METHODS = ("check", "check_hits", "check_site", "told")
_HARDLY = 400  # characters of prose: a title, a label, a sentence
_NUL = "\0"
_NUMBER = 16  # bits of a literal's number among a check's needles
_LAST = (1 << _NUMBER) - 1
_OTHER = "…"  # the gate of marks that are not ASCII: a text that is has none of them


class Trigger(NamedTuple):
    """What a check needs: the ``methods`` that it has, the ``needles`` of ``check_hits`` (with NUL
    between them: thousands of texts take a millisecond to read), the ``marks`` and ``facets`` of
    ``check`` (None: it is asked always), what a ``site`` must show, and what a check says of its
    needles that takes long to find out (``starts``, which an equal one is prepared with).

    Plain texts in plain tuples: as it is, it can be kept on disk.
    """

    methods: tuple[str, ...]
    needles: str = ""
    marks: tuple[str, ...] | None = None
    facets: tuple[str, ...] | None = None
    site: tuple[str, ...] = ()
    starts: tuple[str, str] = ("", "")


def trigger_of(check: Check) -> Trigger:
    """What a built check says of itself."""
    methods = tuple(name for name in _METHODS if hasattr(check, name))
    needles = _NUL.join(map(str, check.needles)) if "check_hits" in methods else ""
    marks, facets = _texts(check, "marks"), _texts(check, "facets")
    starts = getattr(check, "starts", ("", ""))
    return Trigger(methods, needles, marks, facets, _texts(check, "across") or (), starts)


def _texts(check: Check, name: str) -> tuple[str, ...] | None:
    values = getattr(check, name, None)
    return None if values is None else tuple(map(str, values))


class Sorted(NamedTuple):
    """Checks by what they wait for, by their indices: those that are asked ``always``; marks with
    theirs behind each letter (``gates``) that a text must have for one of them; facets with theirs;
    those over the site with what it must show. As it is, it can be kept on disk."""

    always: list[int]
    gates: dict[str, list[tuple[str, list[int]]]]
    facets: dict[str, list[int]]
    site: list[tuple[int, frozenset[str]]]


class Sought(NamedTuple):
    """The literals that checks for a language wait for, sorted, with NUL between them, and beside
    each its parent (see ``parents_of``), where its owners start among ``owners``, and these: the
    index of a rule, and behind it in 16 bits the literal's number among its needles. Packed, as it
    is read in each run, in the byte ``order`` of the machine."""

    literals: str
    parents: bytes
    starts: bytes
    owners: bytes
    order: str = byteorder


class Known(NamedTuple):
    """The triggers of a plan's checks, by their indices (None: of a rule that is off), and by
    language what they seek together, where that is known."""

    each: tuple[Trigger | None, ...]
    rows: Sorted
    sought: dict[str, Sought]


def sought_by(each: Sequence[Trigger | None], silent: Set[int]) -> Sought:
    """What checks seek, but for those that are ``silent``."""
    from array import array
    from itertools import accumulate

    from jdlint.core.patterns.literals import parents_of

    found: dict[str, list[int]] = {}
    for index, trigger in enumerate(each):
        needles = trigger.needles if trigger and index not in silent else ""
        for number, literal in enumerate(needles.split(_NUL) if needles else ()):
            found.setdefault(literal, []).append(index << _NUMBER | number)
    literals = sorted(found)
    starts = accumulate((len(found[literal]) for literal in literals), initial=0)
    owners = array("I", (owner for literal in literals for owner in found[literal]))
    return Sought(
        _NUL.join(literals),
        array("i", parents_of(literals)).tobytes(),
        array("I", starts).tobytes(),
        owners.tobytes(),
    )


class Owned:
    """Literals that checks wait for, and who waits for each."""

    __slots__ = ("_owners", "_starts", "needles")

    def __init__(self, row: Sought) -> None:
        from jdlint.core.patterns.literals import Needles

        literals = row.literals.split(_NUL) if row.literals else []
        self.needles = Needles(literals, memoryview(row.parents).cast("i"))
        self._starts = memoryview(row.starts).cast("I")
        self._owners = memoryview(row.owners).cast("I")

    def of(self, literal: int) -> Iterator[tuple[int, int]]:
        """The indices of the rules whose checks wait for a literal, each with the literal's number
        among its needles."""
        for at in range(self._starts[literal], self._starts[literal + 1]):
            yield self._owners[at] >> _NUMBER, self._owners[at] & _LAST


def in_order(triggers: Sequence[Trigger | None]) -> Sorted:
    """The triggers of checks (None: of one that is off), sorted."""
    found, marks = Sorted([], {}, {}, []), dict[str, list[int]]()
    for index, trigger in enumerate(triggers):
        if trigger is not None:
            _add(found, marks, index, trigger)
    for mark, owners in marks.items():
        if not _is_told(marks, mark, owners):
            gate = next((char for char in _RARE if char in mark), "") if mark.isascii() else _OTHER
            found.gates.setdefault(gate, []).append((mark, owners))
    return found


def _add(found: Sorted, marks: dict[str, list[int]], index: int, trigger: Trigger) -> None:
    if "check_site" in trigger.methods:
        found.site.append((index, frozenset(trigger.site)))
    if "check" not in trigger.methods:
        return
    if trigger.marks is None and trigger.facets is None:
        found.always.append(index)
    for mark in trigger.marks or ():
        marks.setdefault(mark, []).append(index)
    for facet in trigger.facets or ():
        found.facets.setdefault(facet, []).append(index)


def _is_told(marks: dict[str, list[int]], mark: str, owners: Sequence[int]) -> bool:
    """Whether another mark stands wherever this one does, for the same checks."""
    size = len(mark)
    parts = [mark[i:j] for i in range(size) for j in range(i + 1, size + 1) if j - i < size]
    return any(set(owners) <= set(marks[part]) for part in parts if part in marks)


class Triggers:
    """Which of the checks a page or a site needs, by their indices."""

    def __init__(self, rows: Sorted) -> None:
        self._always, self._gates, self._facets, self._site = rows

    def wanted(self, page: Page) -> list[int]:
        """The checks that a page needs, in order."""
        found = set(self._always)
        text = page.source.text
        if not text.endswith(("\n", "\r")):
            text += "\n"  # a mark at a line's end may stand at the file's
        for gate, marks in self._gates.items():
            if text.isascii() if gate == _OTHER else gate not in text:
                continue
            for mark, owners in marks:
                if not found.issuperset(owners) and mark in text:
                    found.update(owners)
        for facet in _facets(page):
            found.update(self._facets.get(facet, ()))
        return sorted(found)

    def across(self, shown: Set[str]) -> list[int]:
        """The checks over the site that a site needs that shows this much (see ``shown_by``)."""
        return [index for index, needs in self._site if needs <= shown]


def shown_by(site: Site) -> set[str]:
    """What a site has for checks to compare: what its pages have, ``answers`` of the web,
    ``remarks``."""
    rows = {"answers": site.answers, "remarks": site.remarks}
    return shown_by_pages(site.pages) | {name for name, there in rows.items() if there}


def shown_by_pages(pages: Sequence[Facts]) -> set[str]:
    """What pages have for checks to compare: several ``pages`` (of one language: it is asked about
    each), ``links``, pages in several ``languages``."""
    rows = {
        "pages": len(pages) > 1,
        "links": any(facts.links for facts in pages),
        "languages": len({facts.language for facts in pages}) > 1,
    }
    return {name for name, there in rows.items() if there}


def _facets(page: Page) -> Iterator[str]:
    """What a page has: links, images, lists, sections, meta, the kinds of its defects, ``missing``
    front matter, ``unended``, ``wordless``: hardly any prose."""
    if page.links:
        yield "links"
        if any(link.kind == "image" for link in page.links):
            yield "images"
    if page.lists:
        yield "lists"
    if page.sections:
        yield "sections"
    yield "meta" if page.meta.format else "missing"
    for defect in page.meta.defects:
        yield defect.kind
    if len(page.prose.text) < _HARDLY:
        yield "wordless"
    if page.source.text[-1:] not in ("\n", "\r"):
        yield "unended"
