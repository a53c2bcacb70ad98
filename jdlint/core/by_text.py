"""What was found in a text, for the next page that holds the same: boilerplate, reposts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jdlint.core.light import TypeVar
from jdlint.core.recent import recent

Found = TypeVar("Found")
MOST = 16_384  # rows that depend on more than a text
_LETTERS = 4_000_000  # code points of texts: most have nothing found, some 3 MB for one check


def by_text(look: Callable[[str], Iterable[Found]]) -> Callable[[str], tuple[Found, ...]]:
    """A function that finds things in a text, and remembers what; of too many texts the first to
    come are forgotten."""
    return recent(lambda text: tuple(look(text)), _LETTERS)
