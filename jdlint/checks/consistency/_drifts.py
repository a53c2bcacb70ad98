"""What the looks at drifting texts share."""

from __future__ import annotations

from jdlint.core.light import NamedTuple


class Terms(NamedTuple):
    """From how many pages, and what share of them, a text is the right one; texts of fewer than
    ``words`` words have no wording; ``groups`` are texts that the project declares equal."""

    least: int
    share: float
    words: int
    groups: tuple[frozenset[str], ...]
