"""Comments that silence nothing."""

from __future__ import annotations

from jdlint.core.light import dataclass


@dataclass(frozen=True)
class UnusedSuppressions:
    """Reports comments that silence nothing: the run says it once it knows all findings of a page
    and of the site.

    Values: ``name`` (the rule or group that has nothing to silence). Variants: ``rule``, ``all``.
    """
