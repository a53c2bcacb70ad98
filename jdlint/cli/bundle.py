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
from _imp import _fix_co_filename  # type: ignore[attr-defined]  # as import does

from jdlint import __version__
from jdlint.core import loading
from jdlint.core.light import TYPE_CHECKING, NamedTuple
from jdlint.io import store
from jdlint.io.stamps import PACKAGE, code_stamp, stamp_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
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
# what many runs do not need, and loads a library: 1 ms
_LATE = _STANDARD | {"jdlint.core.days"}
_MOST = 800  # modules; jdlint has 720


class _Row(NamedTuple):
    """A module: its file, the stamp that had, whether it is a package, its code."""

    path: str
    stamp: Stamp
    package: bool
    code: CodeType | bytes


class _Blob(NamedTuple):
    """Rows by the names of modules; ``stamp`` stands for all code when they were read. Those that
    came with an installed package (no ``package`` is named) have paths from it, and hold as long as
    all of its code is as it was."""

    package: str
    rows: dict[str, tuple[Any, ...]]
    stamp: bytes


class _Finder:
    """Finds modules of jdlint in the bundle, and remembers the code of those that are not in it."""

    def __init__(self, first: _Blob | None) -> None:
        self.first = first.rows if first else {}
        self.more: dict[str, tuple[Any, ...]] = {}  # of the cache, with what was made ahead
        self._ahead: Callable[[str], memoryview | None] | None = None
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
        for kept, sure in self._rows(name):
            if kept is not None and (sure or stamp_of(kept[0]) == kept[1]):
                if name in _STANDARD or kept[0].startswith(PACKAGE):
                    return _Row._make(kept)
                return _Row(os.path.join(PACKAGE, kept[0]), *kept[1:])
        return None

    def _rows(self, name: str) -> Iterator[tuple[tuple[Any, ...] | None, bool]]:
        """What is kept of a module, here and there, each with whether all code is as it was."""
        sure = self._sure and name not in _STANDARD
        yield self.first.get(name), sure
        if self._ahead is None:
            more = _of_us(store.load(_MORE))
            self.more = more.rows if more else {}
            self._ahead = _found_ahead()
        yield self.more.get(name), False
        part = self._ahead(name)
        yield marshal.loads(part) if part else None, name not in _STANDARD

    def _elsewhere(self, name: str, path: Sequence[str] | None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path)
        if spec is not None and type(spec.loader) is SourceFileLoader:
            spec.loader = _Noting(spec.loader, self)  # type: ignore[assignment]
        return spec


def _spec_of(name: str, row: _Row) -> Any:
    loader: Any = _Known(name, row)
    spec: Any = type(__spec__)(name, loader, origin=row.path, is_package=row.package)
    spec._initializing = False  # else each import of it raises an error, and drops it
    if row.package:
        spec.submodule_search_locations = [os.path.dirname(row.path)]
    return spec


class _Loaded(dict[str, "ModuleType"]):
    """Modules by their names, imported where nobody did: what code that was made ahead asks for
    those that it takes names from (see ``scripts/lean_code``)."""

    def __missing__(self, name: str) -> ModuleType:
        self[name] = loading.module_of(name)
        return self[name]


_loaded = _Loaded()


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
        vars(module).update(__file__=self.row.path, __loaded__=_loaded)
        code = self.row.code
        if isinstance(code, bytes):
            code = marshal.loads(code)
        if code.co_filename != self.row.path:  # made where the package was built
            _fix_co_filename(code, self.row.path)
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
    first = _first()
    if first is None and store.cache_name() is None:
        return None
    finder = _Finder(first)
    sys.meta_path.insert(0, finder)
    loading.load = lambda name: _load(finder, name)
    return finder


def load_all(finder: _Finder | None) -> None:
    """Load the modules of the first blob now, in the order in which a run did, since import takes
    40 µs for each."""
    for name in finder.first if finder else ():
        if finder and name not in sys.modules and name not in _LATE:  # these where asked for
            _load(finder, name)


def _load(finder: _Finder, name: str) -> None:
    """Load a module as import does, behind its package; where others may load it, too, import."""
    above, _, short = name.rpartition(".")
    alone = "threading" not in sys.modules
    if alone and above and above not in sys.modules:
        _load(finder, above)
    row = finder.row(name) if alone and above in sys.modules else None
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


def _found_ahead() -> Callable[[str], memoryview | None]:
    """What finds the row of a module that was made ahead, packed, beside the first blob."""
    head, find = store.parts_of(_MORE)
    if head and head[0] == __version__ and head[2] == code_stamp():
        return find if head[1] in ("", PACKAGE) else _nowhere
    return _nowhere


def _nowhere(_: str) -> None:
    """Where nothing was made ahead."""


def _first() -> _Blob | None:
    """The first blob that this jdlint wrote: the one that was made ahead where it is of this code,
    since one of the cache is larger (a run that made all loaded more) and sealed."""
    made = store.ready(f"{_NAME}-of") == code_stamp()
    for read in (store.ready, store.load) if made else (store.load, store.ready):
        found = _of_us(read(_NAME))
        if found:
            return found
    return None


def _of_us(data: Any) -> _Blob | None:
    """The blob, where this jdlint wrote it."""
    if not isinstance(data, tuple) or len(data) != 4 or data[0] != __version__:
        return None
    blob = _Blob(*data[1:])
    came_along = not blob.package and blob.stamp == code_stamp()
    return blob if came_along or blob.package == PACKAGE else None


def _save(name: str, rows: dict[str, tuple[Any, ...]]) -> None:
    store.save(name, (__version__, *_Blob(PACKAGE, rows, code_stamp())))


def make_ready(lean: Callable[[str, CodeType], CodeType], *, wheel: bool) -> None:
    """Keep the code that runs left in the cache for all runs of this Python, ``lean``: a function
    of a file and its code. That of a ``wheel`` is ours alone. Raises ``OSError``."""
    first, more = _of_us(store.load(_NAME)), _of_us(store.load(_MORE))
    if first is None or more is None:
        raise OSError("no run left its code in the cache")
    package, stamp = "" if wheel else PACKAGE, first.stamp
    rows = {
        name: _ahead(lean, row, wheel=wheel)
        for name, row in {**first.rows, **more.rows}.items()
        if not wheel or name not in _STANDARD
    }
    at_once = {name: row for name, row in rows.items() if name in first.rows}
    parts = {name: marshal.dumps(row) for name, row in rows.items() if name not in first.rows}
    store.make_ready(_NAME, (__version__, *_Blob(package, at_once, stamp)))
    store.make_ready(f"{_NAME}-of", stamp)  # to be asked before the whole is read
    store.make_parts_ready(_MORE, (__version__, package, stamp), parts)


def _ahead(
    lean: Callable[[str, CodeType], CodeType], row: tuple[Any, ...], *, wheel: bool
) -> tuple[Any, ...]:
    """A row as it is made ahead."""
    path, stamp, is_package, code = row
    code = lean(path, marshal.loads(code) if isinstance(code, bytes) else code)
    return (os.path.relpath(path, PACKAGE) if wheel else path, stamp, is_package, code)


def keep(finder: _Finder | None, *, at_once: bool = True) -> None:
    """Keep what the bundle did not have; the first blob only after a run of the kind that is to
    load it ``at_once``: the modules of other commands may need packages that are not there."""
    if finder is None or not finder.fresh:
        return
    fresh = {}
    for name, (spec, stamp, code) in finder.fresh.items():
        package = spec.submodule_search_locations is not None
        fresh[name] = tuple(_Row(spec.origin or "", stamp, package, code))
    first = finder.first
    stale = len(fresh.keys() & first.keys())
    if at_once and (not first or stale > len(first) // 4):
        _save(_NAME, fresh)
        return
    packed = {name: (*row[:3], marshal.dumps(row[3])) for name, row in fresh.items()}
    rows = {**finder.more, **packed}
    if len(rows) <= _MOST:
        _save(_MORE, rows)
