"""Patterns, compiled late, once, and in linear time where their text comes from a project.

Patterns are written in RE2 syntax. Those that we ship run on ``re`` (no import cost; a test proves
that RE2 takes each of them too); those of a project's rule file or configuration run on RE2, which
cannot be made to hang. All are compiled when they are first used: a run on one page uses few of
them, and compiling takes its time. ``Pattern`` and ``Match`` are what both engines have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from jdlint.core.light import Protocol, cast
from jdlint.core.patterns import regex as re
from jdlint.core.tools import lru_cache


class PatternError(ValueError):
    """A pattern that does not compile; the text says which and why."""


class Groups(Protocol):
    """The groups of a pattern that have names, and their numbers."""

    @property
    def groupindex(self) -> Mapping[str, int]: ...


class Match(Protocol):
    """One match; spans count code points. RE2 knows groups by number only: see ``found_span``."""

    @property
    def re(self) -> Groups: ...

    def span(self, group: int = 0, /) -> tuple[int, int]: ...

    def start(self, group: int = 0, /) -> int: ...

    def group(self, group: int = 0, /) -> str | None: ...

    def groups(self) -> tuple[str | None, ...]: ...


class Pattern(Protocol):
    """A compiled pattern."""

    def search(self, text: str, pos: int = 0, /) -> Match | None: ...

    def fullmatch(self, text: str, pos: int = 0, /) -> Match | None: ...

    def finditer(self, text: str, pos: int = 0, /) -> Iterator[Match]: ...

    def sub(self, better: str | Callable[[Match], str], text: str, /) -> str: ...


@lru_cache(maxsize=4096)
def _trusted(pattern: str, ignore_case: bool) -> Pattern:
    found = re.compiled(pattern, re.MULTILINE | (re.IGNORECASE if ignore_case else 0))
    return cast(Pattern, found)


@lru_cache(maxsize=1024)
def linear(pattern: str) -> Pattern:
    """A pattern compiled by RE2, which takes time in proportion to the text whatever the pattern.

    Raises ``PatternError`` for what RE2 cannot read: look-around, references to groups.
    """
    import re2

    options = re2.Options()
    options.log_errors = False
    options.max_mem = 8 << 20
    try:
        found: Pattern = re2.compile(pattern, options)
        return found
    except UnicodeEncodeError as error:
        raise PatternError("a pattern holds characters that are no text") from error
    except re2.error as error:
        reason = (
            error.args[0].decode()
            if error.args and isinstance(error.args[0], bytes)
            else str(error)
        )
        raise PatternError(reason) from error


def _untrusted(pattern: str, ignore_case: bool) -> Pattern:
    try:
        return linear(f"(?m{'i' if ignore_case else ''}){pattern}")
    except PatternError as error:
        raise PatternError(f"the pattern “{pattern}” is not RE2 syntax: {error}") from error


# characters; `re` starts over at each place, so that a pattern that may stretch costs their square
# (20 ms here); of 2,193 real pages seven hold a block that is longer
LONG = 2_500


class _ByLength:
    """A shipped pattern: on ``re`` for a text as people write it, on RE2 for one that is long
    enough to be a trap."""

    __slots__ = ("_args",)

    def __init__(self, pattern: str, ignore_case: bool) -> None:
        self._args = pattern, ignore_case

    def _on(self, text: str) -> Pattern:
        return (_trusted if len(text) <= LONG else _untrusted)(*self._args)

    def search(self, text: str, pos: int = 0, /) -> Match | None:
        return self._on(text).search(text, pos)

    def fullmatch(self, text: str, pos: int = 0, /) -> Match | None:
        return self._on(text).fullmatch(text, pos)

    def finditer(self, text: str, pos: int = 0, /) -> Iterator[Match]:
        return self._on(text).finditer(text, pos)

    def sub(self, better: str | Callable[[Match], str], text: str, /) -> str:
        return self._on(text).sub(better, text)


def compile_pattern(pattern: str, *, ignore_case: bool = False, whole: bool = False) -> Pattern:
    """A compiled pattern with ``search``, ``finditer`` and ``sub`` and matches with code-point
    spans; ``^`` and ``$`` match at line ends. ``whole``: it is for whole pages and never stretches.

    Raises ``PatternError`` for text that is no pattern.
    """
    if type(pattern) is not str:
        return _untrusted(str(pattern), ignore_case)
    try:
        known = _trusted(pattern, ignore_case)
        return known if whole else _ByLength(pattern, ignore_case)
    except re.error as error:
        raise PatternError(f"the pattern “{pattern}” cannot be read: {error}") from error


_BRANCHES = ("at", "at2", "at3", "at4")


def found_span(match: Match) -> tuple[int, int]:
    """The span of a match's group ``at`` where it has one that matched, else of ``at2`` to ``at4``
    (each branch of a pattern needs its own name), else of all of it.

    By number: RE2's matches know their groups' names, but give spans for numbers only.
    """
    groups = match.re.groupindex
    for name in _BRANCHES:
        if name in groups and match.span(groups[name])[0] >= 0:
            return match.span(groups[name])
    return match.span()
