"""Other places on a page that say what a finding says."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from jdlint.core.diagnostic import Place, Related
from jdlint.core.light import Protocol
from jdlint.core.page import Page

SHOWN = 5


class Use(Protocol):
    """A place in a page's prose (code points, the end exclusive)."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def times(count: int) -> str:
    """How often, as a sentence says it."""
    return ("never", "once", "twice")[count] if count < 3 else f"{count} times"


def elsewhere(page: Page, uses: Iterable[Use], says: str) -> tuple[Related, ...]:
    """The first places, each with what stands there."""
    return tuple(
        Related(Place(page.path, page.prose.span(use.start, use.end)), says)
        for use in islice(uses, SHOWN)
    )
