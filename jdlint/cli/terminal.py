"""What standard output is: a terminal or not, how wide, with colours, with links.

The environment says what a terminal can do: https://no-color.org, https://force-color.org, and for
links what the terminals that show OSC 8 set. Light: the memo of a run asks it, too.
"""

from __future__ import annotations

import os
import sys

# what counts of the environment, in the key of a remembered report
NAMES = (
    "NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "FORCE_HYPERLINK", "VTE_VERSION", "TERM_PROGRAM",
    "WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION",
)  # fmt: skip
_LINKING = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby")
_NARROWEST = 20  # a terminal that says it is narrower is not believed


def is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def say(text: str) -> None:
    """Write text for people: what pages, rules and names bring into it cannot steer a terminal."""
    from jdlint.core.printable import safe

    sys.stdout.write(safe(text))


def width() -> int:
    """The cells of a line; 0 where standard output is no terminal."""
    if not is_terminal():
        return 0
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and len(given) < 6:
        return max(int(given), _NARROWEST)
    try:
        cells = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        cells = 0
    # a terminal that nobody sized (of a container, of CI) says 0
    return max(cells, _NARROWEST) if cells else 80


def colours() -> bool:
    """Whether text is coloured: never where NO_COLOR says so, always where FORCE_COLOR does, else
    on a terminal that is not dumb."""
    environment = os.environ
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "") not in ("", "0"):
        return True
    return is_terminal() and environment.get("TERM") != "dumb"


def links() -> bool:
    """Whether the terminal shows OSC 8 links."""
    environment = os.environ
    forced = environment.get("FORCE_HYPERLINK")
    if forced is not None:
        return forced not in ("", "0")
    if not is_terminal() or environment.get("TERM") == "dumb":
        return False
    vte = environment.get("VTE_VERSION", "")
    return (
        environment.get("TERM_PROGRAM") in _LINKING
        or any(environment.get(name) for name in ("WT_SESSION", "KITTY_WINDOW_ID"))
        or "KONSOLE_VERSION" in environment
        or (vte.isdigit() and int(vte[:6]) >= 5000)
        or environment.get("TERM", "").startswith(("alacritty", "foot", "xterm-kitty"))
    )


def state() -> tuple[object, ...]:
    """All of it, to tell one terminal from another."""
    return (width(), *(os.environ.get(name) for name in NAMES))
