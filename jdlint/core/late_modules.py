"""Modules of the standard library that ``pathlib`` names at its top and that a run on a page does
not use: ``re`` (with ``enum``), ``fnmatch``, ``ntpath``, ``urllib`` (``ipaddress``), ``warnings``,
``functools`` and ``operator`` (with ``collections``).

To load them takes as long as Python takes to start. While ``pathlib`` is loaded, stand-ins lie in
their places; each loads its module when something of it is asked for. Everybody else imports the
modules themselves.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # among the first that a run loads: no typing, no types
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from types import ModuleType
    from typing import Any
else:
    ModuleType = type(sys)

_NAMES = (
    "fnmatch", "functools", "ntpath", "operator", "re", "urllib", "urllib.parse", "warnings",
)  # fmt: skip
_FUNCTIONS = {"urllib.parse": "quote_from_bytes"}  # what is taken out of a module by its name


class _Late(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # an import asks for __path__
            raise AttributeError(name)
        value = getattr(_real(self.__name__), name)
        setattr(self, name, value)
        return value


def _real(name: str) -> Any:
    """The module itself."""
    _remove()
    __import__(name)
    return sys.modules[name]


def _remove() -> None:
    for name in _NAMES:
        if type(sys.modules.get(name)) is _Late:
            del sys.modules[name]


def _function(module: str, name: str) -> Any:
    def late(*args: Any, **given: Any) -> Any:
        return getattr(_real(module), name)(*args, **given)

    return late


class _Giving:
    """Gives ``collections``, when it is loaded after all, the ``abc`` that stands there already: as
    a finder and as the loader around its own."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if name != "collections":
            return None
        sys.meta_path = [one for one in sys.meta_path if one is not self]
        found = (one.find_spec(name, path, target) for one in sys.meta_path)
        spec = next(filter(None, found), None)
        if spec is not None:
            self.inner: Any = spec.loader
            spec.loader = self  # type: ignore[assignment]
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """The usual module."""

    def exec_module(self, module: ModuleType) -> None:
        """Run its code."""
        vars(module).update(__loader__=self.inner, abc=sys.modules["collections.abc"])
        if module.__spec__ is not None:
            module.__spec__.loader = self.inner
        self.inner.exec_module(module)


def spare_collections() -> None:
    """Let ``collections.abc`` be the part of it that Python has loaded at its start, as newer
    Pythons do, and not load ``collections`` for it."""
    if "collections" not in sys.modules and "_collections_abc" in sys.modules:
        sys.modules["collections.abc"] = sys.modules["_collections_abc"]
        sys.meta_path.insert(0, _Giving())


def load_pathlib() -> None:
    """Load ``pathlib`` without the modules that it hardly uses, where nobody loaded it before."""
    if "pathlib" in sys.modules:
        return
    from jdlint.core.tools import attrgetter, cache, lru_cache

    given: dict[str, dict[str, Any]] = {
        "functools": {"cache": cache, "lru_cache": lru_cache},
        "operator": {"attrgetter": attrgetter},
    }
    for name in _NAMES:
        if name not in sys.modules:
            module = sys.modules[name] = _Late(name)
            vars(module).update(given.get(name, {}))
            if name in _FUNCTIONS:
                setattr(module, _FUNCTIONS[name], _function(name, _FUNCTIONS[name]))
    try:
        __import__("pathlib")
    finally:
        _remove()
