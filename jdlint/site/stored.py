"""The facts of a large site, which lie outside of memory: each page's are made when somebody looks
at them and dropped again, so that a site may have a hundred thousand pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from jdlint.core.light import TYPE_CHECKING, Any
from jdlint.core.tools import lru_cache
from jdlint.site.facts import Facts, PackedRows, unpacked

if TYPE_CHECKING:
    from typing import overload

_LATELY = 256  # pages whose rows stay unpacked; a check mostly looks at one page after the other
_PARTS = range(-4, 0)  # where the rows of each kind stand in plain facts


class _StoredRows(PackedRows[Any]):
    """Facts of one kind of a page, not kept: who holds a page does not hold them."""

    __slots__ = ()

    @property
    def rows(self) -> tuple[Any, ...]:
        return tuple(self._load(self._data, self._make)) if self._data else ()


class StoredPages(Sequence[Facts]):
    """Pages by number; ``read`` gives the plain facts of a page (see ``facts.packed``) and ``load``
    the plain rows of a part of it."""

    def __init__(
        self,
        read: Callable[[int], tuple[Any, ...]],
        load: Callable[[bytes], Any],
        numbers: Sequence[int],
    ) -> None:
        self._read, self._load, self._numbers = read, load, numbers
        self._row = lru_cache(maxsize=_LATELY)(read)
        self._rows = lru_cache(maxsize=_LATELY * len(_PARTS))(self._made_rows)
        self._facts = lru_cache(maxsize=_LATELY)(self._made)

    def where(self, wanted: Callable[[Facts], bool]) -> StoredPages:
        """Some of the pages."""
        numbers = [n for n in self._numbers if wanted(self._facts(n))]
        return StoredPages(self._read, self._load, numbers)

    def _made(self, number: int) -> Facts:
        row = self._row(number)
        places = [(number, part) if row[part] else () for part in _PARTS]
        return unpacked((*row[:-4], *places), self._rows, _StoredRows)

    def _made_rows(
        self, place: tuple[int, int], make: Callable[[tuple[Any, ...]], Any]
    ) -> tuple[Any, ...]:
        number, part = place
        return tuple(map(make, self._load(self._row(number)[part])))

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, index: int) -> Facts: ...
        @overload
        def __getitem__(self, index: slice) -> tuple[Facts, ...]: ...

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return tuple(map(self._facts, self._numbers[index]))
        return self._facts(self._numbers[index])

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Facts]:
        return map(self._facts, self._numbers)


class ByPath(Mapping[str, Facts]):
    """Stored pages by their path."""

    def __init__(self, pages: StoredPages) -> None:
        self._pages = pages
        self._numbers = {facts.path: number for number, facts in enumerate(pages)}

    def __getitem__(self, path: str) -> Facts:
        return self._pages[self._numbers[path]]

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)
