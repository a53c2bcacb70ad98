"""Modules of the standard library that ``pathlib`` names at its top and that a run on a page does
not use: ``re`` (with ``enum``), ``fnmatch``, ``ntpath``, ``urllib`` (``ipaddress``), ``warnings``.

To load them takes as long as Python takes to start. While ``pathlib`` is loaded, stand-ins lie in
their places; each loads its module when something of it is asked for. Everybody else imports the
modules themselves.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # among the first that a run loads: no typing, no types
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any
else:
    ModuleType = type(sys)

_NAMES = ("fnmatch", "ntpath", "re", "urllib", "urllib.parse", "warnings")
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


def load_pathlib() -> None:
    """Load ``pathlib`` without the modules that it hardly uses, where nobody loaded it before."""
    if "pathlib" in sys.modules:
        return
    for name in _NAMES:
        if name not in sys.modules:
            module = sys.modules[name] = _Late(name)
            if name in _FUNCTIONS:
                setattr(module, _FUNCTIONS[name], _function(name, _FUNCTIONS[name]))
    try:
        __import__("pathlib")
    finally:
        _remove()
