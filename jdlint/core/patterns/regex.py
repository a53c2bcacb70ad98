"""``re`` as jdlint uses it: patterns compiled when they are first used, and what compiling gives
kept for the next run.

Compiling the 150 patterns that one page needs took 40 of 110 ms; what ``re`` makes of a pattern is
a row of numbers, from which the engine makes the pattern again in microseconds. ``known`` holds
such rows, which a face may fill from what ``fresh`` held at the end of an earlier run; what is not
there, ``elsewhere`` may know. All that is not here is ``re``'s own, loaded when it is asked for.
"""

from __future__ import annotations

import marshal

from jdlint.core.light import TYPE_CHECKING

try:
    from _sre import compile as _engine  # type: ignore[import-not-found]
except ImportError:  # no Python of C's: re compiles
    _engine = None

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator
    from re import DOTALL, IGNORECASE, MULTILINE, Match, Pattern, compile, error  # noqa: A004

    from jdlint.core.light import Any, TypeAlias

    # what a row is kept as: most are not asked for in a run
    Packed: TypeAlias = bytes | memoryview
    # code as bytes, flags, groups, names of groups with their numbers, and those by number
    Row: TypeAlias = tuple[bytes, int, int, dict[str, int], tuple[str | None, ...]]
    ASCII = A = re.ASCII
    I, M, S = IGNORECASE, MULTILINE, DOTALL  # noqa: E741
else:
    I = IGNORECASE = 2  # noqa: E741
    M = MULTILINE = 8
    S = DOTALL = 16
    A = ASCII = 256

__all__ = [
    "ASCII", "DOTALL", "IGNORECASE", "MULTILINE", "A", "I", "M", "Match", "Pattern", "S", "compile",
    "elsewhere", "error", "escape", "findall", "finditer", "fresh", "fullmatch", "known", "late",
    "match", "search", "split", "sub",
]  # fmt: skip

known: dict[tuple[str, int], Packed] = {}
fresh: dict[tuple[str, int], Packed] = {}
elsewhere: list[Callable[[tuple[str, int]], Packed | None]] = []
_MOST = 1_000  # patterns of functions that are kept in memory
_patterns: dict[tuple[str, int], Pattern[str]] = {}
_SPECIAL = {ord(char): f"\\{char}" for char in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def __getattr__(name: str) -> Any:
    if name.startswith("__"):  # an import asks for __path__
        raise AttributeError(name)
    import re

    return getattr(re, name)


def compiled(pattern: str, flags: int = 0) -> Pattern[str]:
    """``re.compile(pattern, flags)``, from what is known of it; raises ``re.error``."""
    key = (pattern, int(flags))
    packed = known.get(key)
    if packed is None:
        packed = next((found for find in elsewhere if (found := find(key))), None)
    if packed is not None:
        return _made(pattern, marshal.loads(packed))
    row = _row_of(*key)
    if row is None:
        import re

        return re.compile(pattern, flags)
    known[key] = fresh[key] = marshal.dumps(row)
    return _made(pattern, row)


def _made(pattern: str, row: Row) -> Pattern[str]:
    code, flags, groups, numbers, names = row
    found: Pattern[str] = _engine(
        pattern, flags, memoryview(code).cast("I").tolist(), groups, numbers, names
    )
    return found


def _row_of(pattern: str, flags: int) -> Row | None:
    """What ``re`` makes of a pattern; None where its inside is not as we know it."""
    import re
    from array import array

    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        read = _parser.parse(pattern, flags)
        code = array("I", _compiler._code(read, flags))
        names: list[str | None] = [None] * read.state.groups
        for name, number in read.state.groupdict.items():
            names[number] = name
        row = (
            code.tobytes(), flags | read.state.flags, read.state.groups - 1,
            dict(read.state.groupdict), tuple(names),
        )  # fmt: skip
        _made(pattern, row)
        return row
    except re.error:
        raise
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
        return None


class _Late:
    """Stands for a compiled pattern; the methods that are asked for are kept, so that later calls
    cost nothing more."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        if name == "_compiled":
            self._compiled = compiled(*self._source)
            return self._compiled
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value


def late(pattern: str, flags: int = 0) -> Pattern[str]:
    """``re.compile(pattern, flags)``, later."""
    found: Any = _Late(pattern, flags)
    return found  # type: ignore[no-any-return]


def _of(pattern: str, flags: int) -> Pattern[str]:
    key = (pattern, int(flags))
    found = _patterns.get(key)
    if found is None:
        if len(_patterns) >= _MOST:
            _patterns.clear()
        found = _patterns[key] = compiled(pattern, flags)
    return found


def search(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    return _of(pattern, flags).search(text)


def match(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    return _of(pattern, flags).match(text)


def fullmatch(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    return _of(pattern, flags).fullmatch(text)


def sub(
    pattern: str,
    better: str | Callable[[Match[str]], str],
    text: str,
    count: int = 0,
    flags: int = 0,
) -> str:
    return _of(pattern, flags).sub(better, text, count)


def split(pattern: str, text: str, maxsplit: int = 0, flags: int = 0) -> list[str | Any]:
    return _of(pattern, flags).split(text, maxsplit)


def findall(pattern: str, text: str, flags: int = 0) -> list[Any]:
    return _of(pattern, flags).findall(text)


def finditer(pattern: str, text: str, flags: int = 0) -> Iterator[Match[str]]:
    return _of(pattern, flags).finditer(text)


def escape(text: str) -> str:
    """The text as a pattern that matches it and nothing else."""
    return text.translate(_SPECIAL)
