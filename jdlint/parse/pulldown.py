"""``pyromark``'s parser without the package around it, which loads ``enum`` for names of options:
5 of the 100 ms of a page."""

from __future__ import annotations

import sys

from jdlint.core.light import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.machinery import PathFinder
else:
    from _frozen_importlib_external import PathFinder  # the same, loaded already

__all__ = ["OPTIONS", "events_with_range", "reference_definitions"]

# tables, footnotes, strikethrough, task lists, attributes of headings: pulldown-cmark's own bits
OPTIONS: Any = 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4 | 1 << 6


def _parser() -> Any:
    """The parser's module; where it does not lie as we know it, the package."""
    spec = None if "pyromark" in sys.modules else PathFinder.find_spec("pyromark")
    if spec is None or spec.submodule_search_locations is None:
        import pyromark

        return pyromark
    package: Any = type(sys)("pyromark")
    sys.modules["pyromark"] = package
    package.__path__ = spec.submodule_search_locations
    try:
        from pyromark import _pyromark

        return _pyromark
    except ImportError:
        pass
    finally:
        del sys.modules["pyromark"]  # who imports the package gets it whole
    import pyromark

    return pyromark


_found = _parser()
events_with_range, reference_definitions = _found.events_with_range, _found.reference_definitions
