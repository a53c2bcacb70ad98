"""Patterns that are compiled when they are first used: a run on one page uses few of them, and
compiling takes its time."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a compiled pattern; the methods that are asked for are kept, so that later calls
    cost nothing more."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        if name == "_compiled":
            self._compiled = re.compile(*self._source)
            return self._compiled
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile(pattern, flags)``, later."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
