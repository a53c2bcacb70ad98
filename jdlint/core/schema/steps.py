"""A bound on the work that a schema may ask for."""

from __future__ import annotations

# keywords that are judged on one page: our own schema takes 400 on a page that uses all its keys;
# as many take jsonschema up to 1.3 s where faults climb through 28 levels
MOST = 40_000


class TooManySteps(Exception):  # noqa: N818 - said as a finding or a sentence, by who knows where
    """Judging takes more than it may: alternatives in alternatives, or a schema that refers to
    itself without end."""


class Steps:
    """A count of what one judgement has cost."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = MOST

    def spend(self) -> None:
        """Count one keyword; raises ``TooManySteps``."""
        self.left -= 1
        if self.left < 0:
            raise TooManySteps
