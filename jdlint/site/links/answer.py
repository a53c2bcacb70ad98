"""What the site model answers when it is asked where a link leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["resolves", "broken-page", "broken-anchor", "redirected", "unknown", "external"]


@dataclass(frozen=True, slots=True)
class Answer:
    """Where a link leads, with the evidence.

    ``page`` is the URL path that the link names (with the site's base, without the fragment) and
    ``path`` the file behind it, where there is one. ``fragment`` is decoded, ``""`` for none.
    ``anchors`` are ids of that page like the fragment, the best first; ``pages`` URL paths like the
    one that is missing. ``redirect`` is where a redirect leads, the fragment carried on,
    ``redirect_ok`` whether that place is known to exist (``None``: cannot be known), and
    ``redirect_file`` the file that has the rule. ``reason`` says why nothing is known, or why the
    page is missing.
    """

    verdict: Verdict
    page: str = ""
    path: str = ""
    fragment: str = ""
    anchors: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    redirect: str = ""
    redirect_ok: bool | None = None
    redirect_file: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PageIds:
    """The ids of a page: ``sure`` as a set, ``ordered`` as they come; ``unknown`` says why there
    may be more of them (empty where these are all)."""

    sure: frozenset[str]
    ordered: tuple[str, ...] = ()
    unknown: str = ""
