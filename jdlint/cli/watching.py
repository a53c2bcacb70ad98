"""Wait until a file changes: by looking at times and sizes every so often, which works on every
file system."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from jdlint.io.stamps import Stamp, stamp_of

SECONDS = 0.5
Stamps = dict[str, Stamp]


def stamps(paths: Iterator[str]) -> Stamps:
    """Time and size of each file; None for one that is not there."""
    return {path: stamp_of(path) for path in paths}


def until_changed(look: Callable[[], Stamps], before: Stamps, seconds: float = SECONDS) -> Stamps:
    """What ``look`` sees once it differs from ``before`` and has come to rest for one more look."""
    while (seen := look()) == before:
        time.sleep(seconds)
    while True:  # an editor writes in steps, a checkout writes many files
        time.sleep(seconds / 5)
        if (again := look()) == seen:
            return again
        seen = again
