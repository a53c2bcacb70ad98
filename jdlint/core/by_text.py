"""What was found in a text, for the next page that holds the same: boilerplate, reposts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jdlint.core.light import TypeVar

Found = TypeVar("Found")
MOST = 16_384  # texts; most of them with nothing found, some 3 MB for one check


def by_text(look: Callable[[str], Iterable[Found]]) -> Callable[[str], tuple[Found, ...]]:
    """A function that finds things in a text, and remembers what; of too many texts the first to
    come are forgotten."""
    known: dict[str, tuple[Found, ...]] = {}

    def found(text: str) -> tuple[Found, ...]:
        if text not in known:
            if len(known) >= MOST:
                del known[next(iter(known))]
            known[text] = tuple(look(text))
        return known[text]

    return found
