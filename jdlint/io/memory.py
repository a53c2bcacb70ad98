"""How a process that serves for days holds its memory: what it hands back, it gives back."""

from __future__ import annotations

import ctypes
import sys

# glibc's mallopt(3): from this size on, a block is mapped on its own and unmapped when it is freed.
# By default the limit grows to 32 MB with what was freed, so reports of 0.1 to 1 MB leave holes: a
# server's heap grew by 1 MB a minute while what it held stayed at 11 MB.
_M_MMAP_THRESHOLD, _M_TRIM_THRESHOLD, _M_ARENA_MAX = -3, -1, -8
_LARGE = 64 * 1024
_ARENAS = 2  # by default eight for each processor, each with holes of its own


def hold_little() -> None:
    """Ask the C library not to keep memory that was freed; nothing where it is not glibc."""
    if not sys.platform.startswith("linux"):
        return
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return
    for option, value in (
        (_M_MMAP_THRESHOLD, _LARGE),
        (_M_TRIM_THRESHOLD, 2 * _LARGE),
        (_M_ARENA_MAX, _ARENAS),
    ):
        mallopt(option, value)
