"""Files that cannot be read as text."""

from __future__ import annotations

from jdlint.core.light import dataclass


@dataclass(frozen=True)
class FileState:
    """Reports unreadable, too-large or not-utf-8 files: the engine says it of a file before there
    is a page.

    Values: ``detail``. Variants: the kind.
    """

    defects: tuple[str, ...]
