"""What ``functools``, ``collections``, ``operator``, ``types``, ``contextlib`` and ``bisect`` give,
from where C has it: to load those modules, which a run on a page does not need for more, takes 3 of
its 60 ms.

For type checkers these are the names of the standard library, but for ``Counter``, of which only
what stands here may be used; where Python has no such parts in C they are that, too.
"""

from __future__ import annotations

import sys

from jdlint.core.light import TYPE_CHECKING

__all__ = [
    "Counter", "MappingProxyType", "SimpleNamespace", "attrgetter", "bisect_left", "bisect_right",
    "cache", "cached_property", "defaultdict", "itemgetter", "lru_cache", "partial", "suppress",
    "wraps",
]  # fmt: skip

if TYPE_CHECKING:
    from bisect import bisect_left, bisect_right
    from collections import Counter, defaultdict
    from contextlib import suppress
    from functools import cache, cached_property, lru_cache, partial, wraps
    from operator import attrgetter, itemgetter
    from types import MappingProxyType, SimpleNamespace
else:
    MappingProxyType, SimpleNamespace = type(type.__dict__), type(sys.implementation)

    class suppress:  # noqa: N801 - the name of what it stands for
        """As ``contextlib`` has it."""

        def __init__(self, *kinds):
            self._kinds = kinds

        def __enter__(self):
            pass

        def __exit__(self, kind, *_):
            return kind is not None and issubclass(kind, self._kinds)

    try:
        from _bisect import bisect_left, bisect_right
        from _collections import _count_elements, defaultdict
        from _functools import _lru_cache_wrapper, partial
        from _operator import attrgetter, itemgetter
    except ImportError:
        from bisect import bisect_left, bisect_right
        from collections import Counter, defaultdict
        from functools import cache, cached_property, lru_cache, partial, wraps
        from operator import attrgetter, itemgetter
    else:
        _WRAPPED = "__module__", "__name__", "__qualname__", "__doc__"

        def wraps(function):
            """As ``functools`` has it."""

            def named(made):
                for name in _WRAPPED:
                    setattr(made, name, getattr(function, name, None))
                made.__wrapped__ = function
                return made

            return named

        def lru_cache(maxsize=128):
            """As ``functools`` has it, called with a size."""
            return lambda function: wraps(function)(
                _lru_cache_wrapper(function, maxsize, False, _info)
            )

        def _info(hits, misses, maxsize, currsize):
            return SimpleNamespace(hits=hits, misses=misses, maxsize=maxsize, currsize=currsize)

        def cache(function):
            """As ``functools`` has it."""
            return lru_cache(maxsize=None)(function)

        class cached_property:  # noqa: N801 - the name of what it stands for
            """As ``functools`` has it: asked once, then a plain attribute."""

            def __init__(self, function):
                self.func, self.__doc__ = function, function.__doc__

            def __set_name__(self, _, name):
                self.attrname = name

            def __get__(self, instance, owner=None):
                if instance is None:
                    return self
                value = instance.__dict__[self.attrname] = self.func(instance)
                return value

        class Counter(dict):
            """As ``collections`` has it, as far as it is used here."""

            def __init__(self, values=()):
                self.update(values)

            def __missing__(self, _):
                return 0

            def update(self, values=()):
                """Count values, or add counts."""
                if hasattr(values, "items"):
                    for value, count in values.items():
                        self[value] = self.get(value, 0) + count
                else:
                    _count_elements(self, values)

            def total(self):
                """The sum of the counts."""
                return sum(self.values())

            def most_common(self, most=None):
                """Values with their counts, the highest first, in the order in which they came."""
                return sorted(self.items(), key=lambda row: row[1], reverse=True)[:most]
