"""What the site model answers when it is asked where a link leads."""

from __future__ import annotations

from jdlint.core.light import Literal, NamedTuple

Verdict = Literal["resolves", "broken-page", "broken-anchor", "redirected", "unknown", "external"]


class Answer(NamedTuple):
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

    @property
    def target(self) -> str:
        """Where the link leads: a URL or a URL path, the fragment with it; empty where nobody
        knows."""
        if self.redirect or not (self.page or self.fragment):
            return self.redirect
        return self.page + (f"#{self.fragment}" if self.fragment else "")

    @property
    def why(self) -> str:
        """The evidence in words: what builds the page, which file redirects, what is missing."""
        if self.reason:
            return self.reason
        if self.verdict == "redirected":
            return f"“{self.redirect_file}” redirects it" if self.redirect_file else "it redirects"
        if self.verdict == "broken-anchor":
            near = f", like it is “{self.anchors[0]}”" if self.anchors else ""
            return f"“{self.path or self.page}” has no id “{self.fragment}”{near}"
        return f"“{self.path}” builds it" if self.verdict == "resolves" and self.path else ""
