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
from jdlint.io.stamps import PACKAGE, stamp_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType

    from jdlint.core.light import Any
    from jdlint.io.stamps import Stamp

_NAME, _MORE = "code", "code-more"
_MOST = 600  # modules; jdlint has 530


class _Row(NamedTuple):
    """A module: its file, the stamp that had, whether it is a package, its code."""

    path: str
    stamp: Stamp
    package: bool
    code: CodeType | bytes


class _Finder:
    """Finds modules of jdlint in the bundle, and remembers the code of those that are not in it."""

    def __init__(self, rows: dict[str, tuple[Any, ...]] | None) -> None:
        self.first = rows
        self.more: dict[str, tuple[Any, ...]] | None = None
        self.fresh: dict[str, tuple[ModuleSpec, Stamp, CodeType]] = {}

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: object = None
    ) -> ModuleSpec | None:
        """As import asks of a finder."""
        if not name.startswith("jdlint."):
            return None
        row = self._row(name)
        if row is None:
            return self._elsewhere(name, path)
        loader: Any = _Known(name, row)
        spec = type(__spec__)(name, loader, origin=row.path, is_package=row.package)
        if row.package:
            spec.submodule_search_locations = [os.path.dirname(row.path)]
        return spec

    def _row(self, name: str) -> _Row | None:
        """The row of a module whose source is as it was."""
        for rows in self._blobs():
            kept = rows.get(name)
            if kept is not None and stamp_of(kept[0]) == kept[1]:
                return _Row._make(kept)
        return None

    def _blobs(self) -> Iterator[dict[str, tuple[Any, ...]]]:
        if self.first:
            yield self.first
            if self.more is None:
                self.more = _known_as(_MORE) or {}
            yield self.more

    def _elsewhere(self, name: str, path: Sequence[str] | None) -> ModuleSpec | None:
        from importlib.machinery import PathFinder, SourceFileLoader

        spec = PathFinder.find_spec(name, path)
        if spec is not None and type(spec.loader) is SourceFileLoader:
            spec.loader = _Noting(spec.loader, self)  # type: ignore[assignment]
        return spec


class _Known:
    """Loads a module from its row; what else is asked of a loader, Python's own answers."""

    def __init__(self, name: str, row: _Row) -> None:
        self.name, self.row = name, row

    def __getattr__(self, name: str) -> Any:
        from importlib.machinery import SourceFileLoader

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


def use(*, at_once: bool = False) -> _Finder | None:
    """Find modules in the bundle from now on, where there may be one; ``at_once``: those of the
    first blob are loaded now, in the order in which a run did, since import takes 40 µs for each.
    """
    rows = _known_as(_NAME)
    if rows is None and store.cache_name() is None:
        return None
    finder = _Finder(rows)
    sys.meta_path.insert(0, finder)
    for name in finder.first or () if at_once else ():
        if name not in sys.modules:
            _load(finder, name)
    return finder


def _load(finder: _Finder, name: str) -> None:
    """Load a module as import does: beside its package, where that is there already."""
    above, _, short = name.rpartition(".")
    spec = finder.find_spec(name, None) if above in sys.modules else None
    loader: Any = spec and spec.loader
    if spec is None or type(loader) is not _Known:
        __import__(name)
        return
    module = type(sys)(name)
    module.__spec__, module.__loader__ = spec, loader
    package = spec.submodule_search_locations
    if package is not None:
        module.__path__ = package
    module.__package__ = name if package is not None else above
    sys.modules[name] = module
    try:
        loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    setattr(sys.modules[above], short, module)


def _known_as(name: str) -> dict[str, tuple[Any, ...]] | None:
    """The rows of a blob that this jdlint wrote."""
    for read in (store.load, store.ready):
        data = read(name)
        if isinstance(data, tuple) and data[:2] == (__version__, PACKAGE):
            rows: dict[str, tuple[Any, ...]] = data[2]
            return rows
    return None


def keep(finder: _Finder | None) -> None:
    """Keep what the bundle did not have."""
    if finder is None or not finder.fresh:
        return
    fresh = {}
    for name, (spec, stamp, code) in finder.fresh.items():
        package = spec.submodule_search_locations is not None
        fresh[name] = tuple(_Row(spec.origin or "", stamp, package, code))
    first = finder.first or {}
    stale = len(fresh.keys() & first.keys())
    if not first or stale > len(first) // 4:
        store.save(_NAME, (__version__, PACKAGE, fresh))
        return
    packed = {name: (*row[:3], marshal.dumps(row[3])) for name, row in fresh.items()}
    rows = {**(finder.more or {}), **packed}
    if len(rows) <= _MOST:
        store.save(_MORE, (__version__, PACKAGE, rows))
