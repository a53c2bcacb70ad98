"""An abbreviation in brackets that has the letters of the words before it in another order."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jdlint.checks._scope import kinds_of
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re

_PLACE = re.late(r"((?:\b[A-Z][\w’']*[ -]){2,4}[A-Z][\w’']*) \((?P<at>[A-Z]{3,5})(?=s?\))")
_ARTICLES = frozenset(("A", "An", "The"))
_PART = re.late(r"[ -]")


@dataclass(frozen=True)
class InitialsOrder:
    """Reports an abbreviation of three to five capitals behind as many words in capitals whose
    initials it has in another order: two neighbours are swapped. Those of ``known`` are
    ordered so by their owners.

    Values: ``found``, ``better``.
    """

    known: Collection[str] = ()
    scope: tuple[str, ...] = ("prose",)
    marks: ClassVar = ("(",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        kinds, text = kinds_of(self.scope), page.prose.text
        for match in _PLACE.finditer(text):
            found, (start, end) = match["at"], match.span("at")
            block = page.block_at(start)
            better = _initials(match[1], len(found))
            if block.kind not in kinds or block.start > match.start() or found in self.known:
                continue
            if _swapped(better, found):
                span = page.prose.span(start, end)
                edits = (Edit(span, better),) if page.exact(start, end) else ()
                yield Finding(span, {"found": found, "better": better}, edits)


def _initials(words: str, count: int) -> str:
    """The initials of the last so many words; parts between hyphens are words."""
    parts = [part for part in _PART.split(words) if part]
    return "".join(part[0] for part in parts[-count:] if part not in _ARTICLES).upper()


def _swapped(better: str, found: str) -> bool:
    """Whether two neighbours change places. Owners order letters at will (Coordinated Universal
    Time is UTC), but seldom so."""
    pairs = [at for at, (a, b) in enumerate(zip(better, found, strict=False)) if a != b]
    return len(pairs) == 2 == pairs[1] - pairs[0] + 1 and sorted(better) == sorted(found)
