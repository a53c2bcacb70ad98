"""The code of the modules that a run loads, in one blob of the user's cache.

Python looks for each module in folders, reads its file of byte code and sets it up: for the 140
modules of a run on one page that took 30 of 90 ms. Here they are read at once; one whose source has
changed since is left to Python. Where byte code is not written (``PYTHONDONTWRITEBYTECODE``) this
spares the compiler too.
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
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType

    from jdlint.core.light import Any
    from jdlint.io.stamps import Stamp

_NAME = "code"
_MOST = 4_000_000  # bytes; all modules of jdlint have 2.5 million


class _Row(NamedTuple):
    """A module: its file, the stamp that had, whether it is a package, its code."""

    path: str
    stamp: Stamp
    package: bool
    code: bytes


class _Finder:
    """Finds modules of jdlint in the bundle, and remembers the code of those that are not in it."""

    def __init__(self, rows: dict[str, tuple[Any, ...]]) -> None:
        self.rows = rows
        self.fresh: dict[str, tuple[ModuleSpec, Stamp, CodeType]] = {}

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: object = None
    ) -> ModuleSpec | None:
        """As import asks of a finder."""
        if not name.startswith("jdlint."):
            return None
        kept = self.rows.get(name)
        if kept is None:
            return self._elsewhere(name, path)
        row = _Row._make(kept)
        if stamp_of(row.path) != row.stamp:
            return self._elsewhere(name, path)
        loader: Any = _Known(name, row)
        spec = type(__spec__)(name, loader, origin=row.path, is_package=row.package)
        if row.package:
            spec.submodule_search_locations = [os.path.dirname(row.path)]
        return spec

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
        exec(marshal.loads(self.row.code), module.__dict__)  # noqa: S102 - as import does


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
        if spec is not None:
            self.finder.fresh[name] = spec, stamp, code
        exec(code, module.__dict__)  # noqa: S102 - as import does


def use() -> _Finder | None:
    """Find modules in the bundle from now on, where there may be one."""
    data = store.load(_NAME) or store.ready(_NAME)
    good = isinstance(data, tuple) and data[:2] == (__version__, PACKAGE)
    if not good and store.cache_name() is None:
        return None
    finder = _Finder(data[2] if good else {})
    sys.meta_path.insert(0, finder)
    return finder


def keep(finder: _Finder | None) -> None:
    """Keep what the bundle did not have."""
    if finder is None or not finder.fresh:
        return
    rows = dict(finder.rows)
    for name, (spec, stamp, code) in finder.fresh.items():
        package = spec.submodule_search_locations is not None
        rows[name] = tuple(_Row(spec.origin or "", stamp, package, marshal.dumps(code)))
    if sum(len(row[3]) for row in rows.values()) <= _MOST:
        store.save(_NAME, (__version__, PACKAGE, rows))
