"""What was found in a text, for the next page that holds the same: boilerplate, reposts."""

from __future__ import annotations

import marshal
from _weakref import ref  # what weakref gives, without loading it
from collections.abc import Callable, Iterable

from jdlint.core.light import Any, TypeVar
from jdlint.core.recent import most_of, recent

try:
    from _blake2 import blake2b as blake2b  # what hashlib gives, without loading OpenSSL
except ImportError:
    from hashlib import blake2b as blake2b
Found = TypeVar("Found")
MOST = 16_384  # rows that depend on more than a text
LETTERS = 4_000_000  # code points of texts in which one look found something
_TEXTS = 200_000  # in which looks found nothing, twice that many at most: about 100 bytes each
_SAME = 2  # a form of marshal in which equal values give equal bytes
_LOOKS = 60  # that share a store: a small number says which


class _Store:
    """In which texts looks found nothing, which is most: one number a text, a bit for each look.

    A text is known by its hash of 64 bits; that two of a million texts share one, and a finding is
    lost, happens once in 30 million runs. Texts that nobody asks for are forgotten."""

    def __init__(self) -> None:
        self.names: list[bytes] = []  # of its looks, by their bits; empty for one without
        self._young: dict[int, int] = {}
        self._old: dict[int, int] = {}

    def bits(self, text: str) -> int:
        """The bits of the looks that are known to find nothing in a text."""
        key = hash(text)
        bits = self._young.get(key)
        if bits is None:
            bits = self._old.get(key)
            if bits is None:
                return 0
            self._put(key, bits)
        return bits

    def add(self, text: str, look: int) -> None:
        """A look found nothing in a text."""
        key = hash(text)
        self._put(key, self._young.get(key, 0) | look)

    def _put(self, key: int, bits: int) -> None:
        if len(self._young) >= most_of(_TEXTS) and key not in self._young:
            self._old, self._young = self._young, {}
        self._young[key] = bits


_LAST = [_Store()]  # for the looks to come
_STORES = [ref(_LAST[0])]  # in order; one goes with the last of its looks


def _alive() -> list[_Store]:
    _STORES[:] = [kept for kept in _STORES if kept() is not None]
    return [store for kept in _STORES if (store := kept()) is not None]


class _Before:
    """In which texts of a page looks found nothing in an earlier run: they would again."""

    def __init__(self) -> None:
        self._bits: dict[bytes, int] = {}
        self.texts: dict[bytes, int] = {}
        self._digests: dict[str, bytes] = {}

    def presume(self, data: bytes) -> None:
        """Believe what ``quiet_in`` said of a page's texts, and of no others."""
        names, self.texts = marshal.loads(data) if data else ((), {})
        self._bits = {name: 1 << bit for bit, name in enumerate(names) if name}
        self._digests.clear()

    def was_quiet(self, text: str, name: bytes) -> bool:
        bit = self._bits.get(name)
        if not bit:
            return False
        digest = self._digests.get(text)
        if digest is None:
            digest = self._digests[text] = _digest(text)
        return self.texts.get(digest, 0) & bit != 0


_BEFORE = _Before()
presume = _BEFORE.presume


def quiet_in(texts: Iterable[str]) -> bytes:
    """In which texts looks found nothing, for ``presume`` in a later run; empty where in none."""
    stores = _alive()
    names = tuple([name for store in stores for name in store.names])
    found: dict[bytes, int] = {}
    for text in dict.fromkeys(texts):
        bits, at = 0, 0
        for store in stores:
            bits |= store.bits(text) << at
            at += len(store.names)
        if bits:
            found[_digest(text)] = bits
    return marshal.dumps((names, found)) if found else b""


def _digest(text: str) -> bytes:
    """Eight bytes that stand for a text in all processes."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()


class Quiet:
    """The texts in which a look finds nothing. What it finds depends on the text alone, and on its
    ``owner``, a record or plain data."""

    __slots__ = ("_bit", "_name", "_store")

    def __init__(self, look: Callable[..., object], owner: object = None) -> None:
        if len(_LAST[0].names) >= _LOOKS:
            _LAST[0] = _Store()
            _STORES.append(ref(_LAST[0]))
        self._store, self._name = _LAST[0], _name_of(look, owner)
        self._bit = 1 << len(self._store.names)
        self._store.names.append(self._name)

    def knows(self, text: str) -> bool:
        """Whether the look is known to find nothing in a text."""
        if self._store.bits(text) & self._bit:
            return True
        if _BEFORE.texts and _BEFORE.was_quiet(text, self._name):
            self._store.add(text, self._bit)
            return True
        return False

    def add(self, text: str) -> None:
        """The look found nothing in a text."""
        self._store.add(text, self._bit)


def by_text(
    look: Callable[[str], Iterable[Found]], owner: object = None
) -> Callable[[str], tuple[Found, ...]]:
    """A function that finds things in a text, and remembers what (see ``Quiet``); of too many texts
    the first to come are forgotten."""
    quiet = Quiet(look, owner)
    found_in = recent(lambda text: tuple(look(text)), LETTERS, worth=bool)

    def answer(text: str) -> tuple[Found, ...]:
        if quiet.knows(text):
            return ()
        found = found_in(text)
        if not found:
            quiet.add(text)
        return found

    return answer


def _name_of(look: Callable[..., object], owner: Any) -> bytes:
    """What stands for a look in all processes of the same code; empty where nothing does."""
    place = f"{look.__module__}.{look.__qualname__}"
    if owner is None and "<" in place:  # it may know more than the text
        return b""
    return blake2b(place.encode() + b"\0" + _as_bytes(owner), digest_size=8).digest()


def _as_bytes(owner: Any) -> bytes:
    """Bytes that are equal for equal plain data, or for records of one kind whose fields are."""
    try:
        return marshal.dumps(owner, _SAME)
    except ValueError:
        return repr(owner).encode("utf-8", "surrogatepass")
