"""The code of the modules that a run loads, in two blobs of the user's cache.

Python looks for each module in folders, reads its file of byte code and sets it up: for the 160
modules of a run on one page that took 45 of 115 ms. Here they are read at once; one whose source
has changed since is left to Python. Where byte code is not written (``PYTHONDONTWRITEBYTECODE``)
this spares the compiler too. The first blob holds what the first run loaded, so that a run on a
page does not read what only a site takes; the second all that came later, each of them packed.
"""

from __future__ import annotations

import marshal
import os
import sys

from jdlint import __version__
from jdlint.core.light import TYPE_CHECKING, NamedTuple
from jdlint.io import store
from jdlint.io.stamps import PACKAGE, code_stamp, stamp_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
    from types import CodeType, ModuleType

    from jdlint.core.light import Any
    from jdlint.io.stamps import Stamp
else:  # what importlib.machinery gives, which takes 1 ms to load
    from _frozen_importlib_external import PathFinder, SourceFileLoader

_NAME, _MORE = "code", "code-more"
# what Python looks up in folders, too, and each run loads
_STANDARD = frozenset(
    "__future__ bisect collections functools heapq keyword operator pathlib reprlib types".split()
)
_MOST = 600  # modules; jdlint has 530


class _Row(NamedTuple):
    """A module: its file, the stamp that had, whether it is a package, its code."""

    path: str
    stamp: Stamp
    package: bool
    code: CodeType | bytes


class _Blob(NamedTuple):
    """Rows by the names of modules; ``stamp`` stands for all code when they were read."""

    rows: dict[str, tuple[Any, ...]]
    stamp: bytes


class _Finder:
    """Finds modules of jdlint in the bundle, and remembers the code of those that are not in it."""

    def __init__(self, first: _Blob | None) -> None:
        self.first = first.rows if first else None
        self.more: dict[str, tuple[Any, ...]] | None = None
        self._sure = first is not None and first.stamp == code_stamp()
        self.fresh: dict[str, tuple[ModuleSpec, Stamp, CodeType]] = {}

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: object = None
    ) -> ModuleSpec | None:
        """As import asks of a finder."""
        if not name.startswith("jdlint.") and name not in _STANDARD:
            return None
        row = self.row(name)
        return _spec_of(name, row) if row else self._elsewhere(name, path)

    def row(self, name: str) -> _Row | None:
        """The row of a module whose source is as it was."""
        for rows in self._blobs():
            kept = rows.get(name)
            sure = self._sure and rows is self.first and name not in _STANDARD
            if kept is not None and (sure or stamp_of(kept[0]) == kept[1]):
                return _Row._make(kept)
        return None

    def _blobs(self) -> Iterator[dict[str, tuple[Any, ...]]]:
        if self.first:
            yield self.first
        if self.more is None:
            more = _known_as(_MORE)
            self.more = more.rows if more else {}
        yield self.more

    def _elsewhere(self, name: str, path: Sequence[str] | None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path)
        if spec is not None and type(spec.loader) is SourceFileLoader:
            spec.loader = _Noting(spec.loader, self)  # type: ignore[assignment]
        return spec


def _spec_of(name: str, row: _Row) -> Any:
    loader: Any = _Known(name, row)
    spec = type(__spec__)(name, loader, origin=row.path, is_package=row.package)
    if row.package:
        spec.submodule_search_locations = [os.path.dirname(row.path)]
    return spec


class _Known:
    """Loads a module from its row; what else is asked of a loader, Python's own answers."""

    def __init__(self, name: str, row: _Row) -> None:
        self.name, self.row = name, row

    def __getattr__(self, name: str) -> Any:
        return getattr(SourceFileLoader(self.name, self.row.path), name)

    def create_module(self, spec: ModuleSpec) -> None:
        """The usual module."""

    def exec_module(self, module: ModuleType) -> None:
        """Run its code."""
        module.__file__ = self.row.path
        code = self.row.code
        if isinstance(code, bytes):
            code = marshal.loads(code)
        exec(code, module.__dict__)  # noqa: S102 - as import does


class _Noting:
    """Loads a module as Python does, and notes its code."""

    def __init__(self, inner: Any, finder: _Finder) -> None:
        self.inner, self.finder = inner, finder

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    def create_module(self, spec: ModuleSpec) -> None:
        """The usual module."""

    def exec_module(self, module: ModuleType) -> None:
        """Run its code."""
        name, spec = module.__name__, module.__spec__
        stamp = stamp_of(self.inner.path)
        code = self.inner.get_code(name)
        exec(code, module.__dict__)  # noqa: S102 - as import does
        if spec is not None:  # noted when it is done: what it imports comes before it
            self.finder.fresh[name] = spec, stamp, code


def use() -> _Finder | None:
    """Find modules in the bundle from now on, where there may be one."""
    first = _known_as(_NAME)
    if first is None and store.cache_name() is None:
        return None
    finder = _Finder(first)
    sys.meta_path.insert(0, finder)
    return finder


def load_all(finder: _Finder | None) -> None:
    """Load the modules of the first blob now, in the order in which a run did, since import takes
    40 µs for each."""
    for name in (finder and finder.first) or ():
        if finder and name not in sys.modules and name not in _STANDARD:  # these where asked for
            _load(finder, name)


def _load(finder: _Finder, name: str) -> None:
    """Load a module as import does: beside its package, where that is there already."""
    above, _, short = name.rpartition(".")
    row = finder.row(name) if above in sys.modules else None
    if row is None:
        __import__(name)
        return
    module = type(sys)(name)
    spec = module.__spec__ = _spec_of(name, row)
    loader = module.__loader__ = spec.loader
    if row.package:
        module.__path__ = spec.submodule_search_locations
    module.__package__ = name if row.package else above
    sys.modules[name] = module
    try:
        loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    setattr(sys.modules[above], short, module)


def _known_as(name: str) -> _Blob | None:
    """A blob that this jdlint wrote: of the first, the one that was made ahead where it is of this
    code, since one of the cache is larger (a run that made all loaded more) and sealed."""
    made = name == _NAME and store.ready(f"{_NAME}-of") == code_stamp()
    for read in (store.ready, store.load) if made else (store.load, store.ready):
        data = read(name)
        if isinstance(data, tuple) and len(data) == 4 and data[:2] == (__version__, PACKAGE):
            return _Blob(*data[2:])
    return None


def _save(name: str, rows: dict[str, tuple[Any, ...]]) -> None:
    store.save(name, (__version__, PACKAGE, *_Blob(rows, code_stamp())))


def keep(finder: _Finder | None, *, at_once: bool = True) -> None:
    """Keep what the bundle did not have; the first blob only after a run of the kind that is to
    load it ``at_once``: the modules of other commands may need packages that are not there."""
    if finder is None or not finder.fresh:
        return
    fresh = {}
    for name, (spec, stamp, code) in finder.fresh.items():
        package = spec.submodule_search_locations is not None
        fresh[name] = tuple(_Row(spec.origin or "", stamp, package, code))
    first = finder.first or {}
    stale = len(fresh.keys() & first.keys())
    if at_once and (not first or stale > len(first) // 4):
        _save(_NAME, fresh)
        return
    packed = {name: (*row[:3], marshal.dumps(row[3])) for name, row in fresh.items()}
    rows = {**(finder.more or {}), **packed}
    if len(rows) <= _MOST:
        _save(_MORE, rows)
