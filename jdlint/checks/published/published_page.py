"""What a built page shows against what its markup says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from html import unescape

from jdlint.checks.published.published_dates import moment
from jdlint.core.diagnostic import Finding
from jdlint.core.light import Literal, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.text import Source
from jdlint.core.tools import lru_cache
from jdlint.posting.published.legal_forms import without_form
from jdlint.posting.published.nodes import (
    Posting,
    Published,
    first,
    plain,
    seen,
    stands,
    text_at,
)
from jdlint.posting.published.read import kind_of

_CLOSED = re.late(
    r"\b(?:this (?:job|position|role|posting|vacancy|listing) (?:is|has|has been) (?:now )?"
    r"(?:closed|filled|expired)"
    r"|no longer accepting applications|applications (?:are|have) (?:now )?closed"
    r"|(?:job|position|vacancy) is no longer (?:available|open))\b",
    re.I,
)

_BODY = re.late(r"<body\b", re.I)


@dataclass(frozen=True)
class PublishedPage:
    """Reports, on built pages, markup of several jobs (``several``), of a job that the page calls
    ``closed``, a ``title`` or an ``employer`` that the page does not show, and pages that show no
    way to apply (``apply``). Values: ``found``, ``count``."""

    report: Literal["several", "closed", "title", "employer", "apply"]

    def check_published(self, found: Published) -> Iterator[Finding]:
        if not found.postings or (found.page is None and self.report != "several"):
            return
        only = len(found.postings) == 1
        jobs = set() if only else {_job(posting) for posting in found.postings}
        if self.report == "several":
            if len(jobs) > 1 and (found.page or _is_page(found.source)):
                yield Finding(found.postings[0].anchor, {"count": str(len(jobs))})
            return
        if only or len(jobs) == 1:  # of a list page one thing is said
            yield from self._of(found.postings[0], found)

    def _of(self, posting: Posting, found: Published) -> Iterator[Finding]:
        page = found.page
        if page is None:
            return
        if self.report == "apply":
            if not page.applies:
                yield Finding(posting.anchor)
            return
        if self.report == "closed":
            match = _CLOSED.search(page.text) if _may_be_closed(page.low) else None
            end = first(posting.node, "validThrough")
            at = moment(end) if end else None
            if match and (at is None or at.date() > found.today - timedelta(days=1)):
                yield Finding(end.span if end else posting.anchor, {"found": match[0]})
            return
        path = "title" if self.report == "title" else "hiringOrganization.name"
        node = first(posting.node, path)
        text = plain(node) if node else ""
        low = text.casefold()
        if not text or low == "confidential" or stands(page.low, low):
            return
        shown = page.text if self.report == "title" else f"{page.text} {page.named}"
        short = text if self.report == "title" else without_form(text)
        if node and not _shows(shown, text) and not (short != text and _shows(shown, short)):
            yield Finding(node.span, {"found": text})


def _is_page(source: Source) -> bool:
    """Whether a text is a whole page, though nothing of it may be seen before scripts fill it."""
    return kind_of(source) == "HTML" and _BODY.search(source.text) is not None


def _may_be_closed(low: str) -> bool:
    """A quick look for the words that the pattern holds."""
    return any(word in low for word in ("no longer", "closed", "filled", "expired"))


def _job(posting: Posting) -> tuple[str, str, str]:
    return (
        text_at(posting.node, "title"),
        text_at(posting.node, "identifier.value"),
        text_at(posting.node, "url"),
    )


def _shows(page: str, text: str) -> bool:
    """Whether a page has all words of a text, in order, whatever stands between them."""
    words, wanted = _words(page), _words(text)
    return not wanted or f" {wanted} " in f" {words} "


@lru_cache(maxsize=4)  # a page is asked for its title and for its employer
def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", seen(unescape(text)).casefold()))
