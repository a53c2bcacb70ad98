"""Text that cannot steer the terminal, log or file that shows it."""

from __future__ import annotations

from jdlint.core.patterns.regex import late

# control characters, marks that turn the direction of writing or end a line, and what is no
# character at all; tabs and line ends are looked at apart
_MARKS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
)
_STEERING = late(f"[{_MARKS}\ufffe\uffff\ud800-\udfff]")
_BREAKS = late(r"[\r\n]+[ \t]*")


def safe(text: str) -> str:
    """Text whose control characters are written out (``\\x1b``); tabs and line ends stay."""
    if text.isprintable():  # quicker than a pattern, and true of most
        return text
    return _STEERING.sub(lambda match: f"\\x{ord(match.group()):02x}", text)


def one_line(text: str) -> str:
    """Safe text on one line, its line ends as spaces."""
    return safe(_BREAKS.sub(" ", text)).replace("\t", " ").strip()


def printable(text: str) -> str:
    """Safe text on one line, its line ends written out (``\\n``): for what a page or name holds."""
    if text.isprintable():
        return text
    text = safe(text)
    return text.replace("\r", "\\r").replace("\n", "\\n") if "\n" in text or "\r" in text else text
