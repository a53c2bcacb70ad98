"""Whether a text matches a pattern of a schema: in linear time, whoever wrote the schema."""

from __future__ import annotations

from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.pattern import PatternError, linear
from jdlint.core.patterns.regex import late
from jdlint.core.tools import lru_cache

_UNICODE = late(r"\\u([0-9A-Fa-f]{4})")


def trusted_match(pattern: str, text: str) -> bool:
    """By a pattern of a schema that ships with jdlint."""
    return re.search(pattern, text, re.ASCII) is not None


def linear_match(pattern: str, text: str) -> bool:
    """By anybody's pattern; raises ``PatternError`` where RE2 cannot read it."""
    text = text.encode("utf-8", "replace").decode()  # RE2 takes no lone surrogates
    return _compiled(pattern).search(text) is not None


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> Any:
    try:
        return linear(_UNICODE.sub(r"\\x{\1}", pattern))
    except PatternError as error:
        raise PatternError(
            f"the pattern “{pattern[:80]}” cannot be used ({error}): write it without look-around "
            "and references to groups"
        ) from error
