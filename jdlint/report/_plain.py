"""What reports share: text that cannot steer the program that shows it, and numbers in words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jdlint.core.diagnostic import RANK, Diagnostic

# control characters, marks that turn the direction of writing, and what is no character at all
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
_BREAKS = re.compile(r"[\r\n]+[ \t]*")
SEVERITIES = ("error", "warning", "note")


def safe(text: str) -> str:
    """Text whose control characters are written out (``\\x1b``); tabs and line ends stay."""
    return _CONTROL.sub(lambda m: f"\\x{ord(m.group()):02x}", text)


def printable(text: str) -> str:
    """Safe text whose line ends are written out too: what a page says stays on its line."""
    return safe(text).replace("\n", "\\x0a").replace("\r", "\\x0d")


def one_line(text: str) -> str:
    """Safe text on one line."""
    return safe(_BREAKS.sub(" ", text)).replace("\t", " ").strip()


def worst_first(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Errors before warnings before notes, within them in order of path and place."""
    return sorted(diagnostics, key=lambda d: (-RANK[d.severity], d.sort_key))


def counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def in_words(diagnostics: Iterable[Diagnostic]) -> str:
    """``2 errors, 1 warning``, empty for none."""
    severities = [d.severity for d in diagnostics]
    return ", ".join(counted(severities.count(s), s) for s in SEVERITIES if s in severities)


def uri(path: str) -> str:
    """A relative path as a URI reference: percent-encoded, and never mistaken for one with a
    scheme."""
    from urllib.parse import quote

    return quote(path.encode("utf-8", "surrogateescape"), safe="/-._~()!',;=+@")
