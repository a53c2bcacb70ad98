"""How deep front matter may go."""

from __future__ import annotations

from jdlint.core.light import Any

DEEPEST = 40  # levels; of 2,193 real front matters in five sites none has more than 4


def depth_of(data: Any) -> int:
    """How deeply mappings and lists are nested; loops instead of calling itself."""
    deepest, todo = 0, [(data, 1)]
    while todo:
        item, depth = todo.pop()
        deepest = max(deepest, depth)
        if isinstance(item, dict | list):
            inner = item.values() if isinstance(item, dict) else item
            todo.extend((value, depth + 1) for value in inner)
    return deepest
