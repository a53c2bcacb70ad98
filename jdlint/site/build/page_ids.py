"""What is known of the ids of a page."""

from __future__ import annotations

from jdlint.core.light import dataclass


@dataclass(frozen=True, slots=True)
class PageIds:
    """The ids of a page: ``sure`` as a set, ``ordered`` as they come; ``unknown`` says why there
    may be more of them (empty where these are all). The ``possible`` ones depend on what
    ``why_possible`` says."""

    sure: frozenset[str]
    ordered: tuple[str, ...] = ()
    unknown: str = ""
    possible: frozenset[str] = frozenset()
    why_possible: str = ""
