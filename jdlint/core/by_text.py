"""What was found in a text, for the next page that holds the same: boilerplate, reposts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jdlint.core.light import TypeVar
from jdlint.core.recent import most_of, recent

Found = TypeVar("Found")
MOST = 16_384  # rows that depend on more than a text
LETTERS = 4_000_000  # code points of texts in which one look found something
_TEXTS = 200_000  # in which looks found nothing, twice that many at most: about 100 bytes each
_LOOKS = 60  # that share a store: a small number says which


class _Nothing:
    """In which texts looks found nothing, which is most: one number a text, a bit for each look.

    A text is known by its hash of 64 bits; that two of a million texts share one, and a finding is
    lost, happens once in 30 million runs."""

    def __init__(self) -> None:
        self.looks = 0
        self._young: dict[int, int] = {}
        self._old: dict[int, int] = {}

    def has(self, text: str, look: int) -> bool:
        """Whether a look is known to find nothing; texts that nobody asks for are forgotten."""
        key = hash(text)
        bits = self._young.get(key)
        if bits is None:
            bits = self._old.get(key)
            if bits is None:
                return False
            self._put(key, bits)
        return bits & look != 0

    def add(self, text: str, look: int) -> None:
        """A look found nothing in a text."""
        key = hash(text)
        self._put(key, self._young.get(key, 0) | look)

    def _put(self, key: int, bits: int) -> None:
        if len(self._young) >= most_of(_TEXTS) and key not in self._young:
            self._old, self._young = self._young, {}
        self._young[key] = bits


_STORES = [_Nothing()]


def by_text(look: Callable[[str], Iterable[Found]]) -> Callable[[str], tuple[Found, ...]]:
    """A function that finds things in a text, and remembers what; of too many texts the first to
    come are forgotten."""
    if _STORES[-1].looks >= _LOOKS:
        _STORES[-1] = _Nothing()
    nothing = _STORES[-1]
    bit = 1 << nothing.looks
    nothing.looks += 1
    found_in = recent(lambda text: tuple(look(text)), LETTERS, worth=bool)

    def answer(text: str) -> tuple[Found, ...]:
        if nothing.has(text, bit):
            return ()
        found = found_in(text)
        if not found:
            nothing.add(text, bit)
        return found

    return answer
