"""Path patterns as in .gitignore, matched in linear time whoever wrote them."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.errors import ConfigError
from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.pattern import PatternError, linear
from jdlint.core.tools import lru_cache

# with two places that may stretch, `re` takes 0.1 s for the longest path that Linux has (4,096
# bytes); with more it is left to RE2, which takes 8 ms to import
_MOST_STRETCHES = 2
_LONGEST = 1_000


class PathPattern:
    """Several path patterns as one."""

    __slots__ = ("_fullmatch", "_plain")

    def __init__(self, expression: str, *, plain: bool) -> None:
        self._plain = plain
        self._fullmatch: Any = (
            re.late(expression, re.DOTALL) if plain else linear(f"(?s){expression}")
        ).fullmatch

    def match(self, path: str) -> bool:
        """Whether a path (forward slashes, relative to where the patterns count from) fits."""
        if not self._plain:  # RE2 takes no lone surrogates, which stand for bytes of names
            path = path.encode("utf-8", "replace").decode()
        return self._fullmatch(path) is not None


def glob_pattern(patterns: Sequence[str]) -> PathPattern | None:
    """Path patterns as in .gitignore: ``**`` any folders, ``*`` within a name, ``{a,b}``.

    A pattern without a slash matches in every folder, one that ends in ``/`` all below it, one that
    names a folder too. None where there are no patterns. Raises ``ConfigError`` for one that is too
    long or too large to be compiled.
    """
    return _compiled(tuple(pattern for pattern in patterns if pattern.strip()))


@lru_cache(maxsize=64)
def _compiled(wanted: tuple[str, ...]) -> PathPattern | None:
    for pattern in wanted:
        if len(pattern) > _LONGEST:
            raise ConfigError(
                f"the path pattern “{pattern[:60]}…” is longer than {_LONGEST:,} characters"
            )
    if not wanted:
        return None
    plain = all(_stretches(pattern) <= _MOST_STRETCHES for pattern in wanted)
    try:
        return PathPattern("|".join(f"(?:{_glob(pattern)})" for pattern in wanted), plain=plain)
    except PatternError as error:
        raise ConfigError(
            "the path patterns are too many or too large: name folders instead"
        ) from error


def _stretches(pattern: str) -> int:
    """How many parts of a pattern may match texts of several lengths."""
    return pattern.replace("**/", "*").replace("**", "*").count("*") + pattern.count("{")


def _glob(pattern: str) -> str:
    pattern = pattern.removeprefix("./")
    if pattern.endswith("/"):
        pattern += "**"
    anywhere = "/" not in pattern
    pattern = pattern.removeprefix("/")
    out, at, braces = [], 0, 0
    while at < len(pattern):
        step, braces = _step(pattern, at, braces)
        part, length = step
        out.append(part)
        at += length
    out.append(")" * braces)
    below = "" if "*" in pattern[-2:] else "(?:/.*)?"
    return ("(?:.*/)?" if anywhere else "") + "".join(out) + below


def _step(pattern: str, at: int, braces: int) -> tuple[tuple[str, int], int]:
    """The expression for what stands at an offset, its length, and how many braces are open."""
    char = pattern[at]
    if pattern.startswith("**/", at):
        return ("(?:[^/]+/)*", 3), braces
    if pattern.startswith("**", at):
        return (".*", 2), braces
    if char == "{" and "}" in pattern[at:]:
        return ("(?:", 1), braces + 1
    if char == "}" and braces:
        return (")", 1), braces - 1
    if char == "," and braces:
        return ("|", 1), braces
    return ({"*": "[^/]*", "?": "[^/]"}.get(char, re.escape(char)), 1), braces
