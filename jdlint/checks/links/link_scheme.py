"""Links whose scheme is wrong for what they lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass, field
from jdlint.core.page import Link, Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span

_KINDS = ("inline", "definition", "html", "image", "autolink", "bare")
_LOCAL = re.late(
    r"http://(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[|[^/:]+\.(?:local|loc"
    r"alhost|test|internal|lan)\b|[^/.:]+(?:[:/]|$))",
    re.IGNORECASE,
)
# no certificate is made out to figures, with “www.” before them they are no host at all
_FIGURES = re.late(r"http://(?:www\.)?\d{1,3}(?:\.\d{1,3}){3}(?:[:/?#]|$)", re.IGNORECASE)
_ADDRESS = re.late(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?.*)?")
_GOOD_MAIL = re.late(
    r"mailto:(?:[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+(?:,[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+)*)?(?:\?[^\s]*)?",
    re.IGNORECASE,
)

# what follows an opening tag: its end, the words and the closing tag
_INNER = re.late(r"[^<>\n]{0,200}>\s{0,20}([^<>\n]{3,99}?)\s{0,20}</a>", re.IGNORECASE)

# decoded, as a mail program reads it: a name before the address in angle brackets is right, too
_NAMED_MAIL = re.late(
    r"mailto:(?:[^<>@\n]*<)?[\w.+'-]+@[\w-]+(?:\.[\w-]+)+>?(?:\?.*)?", re.IGNORECASE
)

# “mailto:[last name]@fernhill.example”: for the reader to fill in, out of sight of robots
_BLANK = re.late(r"[\[{<][^\[\]{}<>]{2,40}[\]}>]@|@[\[{<]")

# an “&” in the words of a subject, which ends it for those who read the address
_PLAIN_AND = re.late(r"&(?:amp;)?(?= )")


@dataclass(frozen=True)
class LinkScheme:
    """``report: insecure`` finds ``http://`` links to other hosts than local ones; ``mail`` finds
    mail addresses as targets without ``mailto:``, and misspelt ones (``domains`` maps misspelt
    domains to right ones); ``mail-space`` finds spaces in ``mailto:`` addresses in HTML, which
    some mail programs cut there; ``mail-text`` finds a link whose words are another mail address
    than it leads to.

    Values: ``found``, ``better``, ``to`` (of ``mail-text`` the address that it leads to).
    """

    report: str
    domains: Mapping[str, str] = field(default_factory=dict)

    def check(self, page: Page) -> Iterator[Finding]:
        for link in page.links:
            if self.report == "mail-text":
                yield from _other_address(page, link)
            elif link.kind in _KINDS and not link.templated:
                better = self._better(link)
                if better is not None:
                    yield _finding(page, link, better)

    def _better(self, link: Link) -> str | None:
        if self.report == "insecure":
            return self._insecure(link.url)
        if self.report == "mail":
            return self._mail(link.url.strip())
        if link.kind != "html" or link.url[:7].lower() != "mailto:":
            return None
        inner = link.url[7:].strip(" ")  # one at an edge belongs to no subject: ``_mail`` takes it
        better = _PLAIN_AND.sub("%26", inner).replace(" ", "%20")
        return link.url[:7] + better if " " in inner else None

    def _insecure(self, url: str) -> str | None:
        if url[:7].lower() != "http://" or _LOCAL.match(url) or _FIGURES.match(url):
            return None
        return "https" + url[4:]

    def _mail(self, url: str) -> str | None:
        """The right target, an empty one where it is wrong in a way that nobody can guess, None
        where it is right."""
        if _ADDRESS.fullmatch(url):
            return "mailto:" + (self._domain(url) or url)
        if url[:7].lower() != "mailto:":
            return None
        from urllib.parse import unquote

        if _GOOD_MAIL.fullmatch(url) or _NAMED_MAIL.fullmatch(unquote(url)):
            return self._domain(url)
        better = "mailto:" + url[7:].strip(" /").replace(" ", "").replace("@@", "@")
        return (
            (self._domain(better) or better)
            if _GOOD_MAIL.fullmatch(better) and "@" in better
            else ""
        )

    def _domain(self, url: str) -> str | None:
        address = url.partition("?")[0]
        domain = address.rpartition("@")[2].lower()
        better = self.domains.get(domain)
        return (
            address[: len(address) - len(domain)] + better + url[len(address) :] if better else None
        )


def _label(page: Page, link: Link) -> Span:
    """What a reader sees of a link; of one in HTML, where no other tag stands in it."""
    inner = _INNER.match(page.source.text, link.span.end) if link.kind == "html" else None
    return Span(*inner.span(1)) if inner else link.label


def _other_address(page: Page, link: Link) -> Iterator[Finding]:
    label = _label(page, link)
    words = page.source.slice(label).strip()
    if link.templated or link.url[:7].lower() != "mailto:" or not _ADDRESS.fullmatch(words):
        return
    from html import unescape
    from urllib.parse import unquote

    to = unescape(unquote(link.url[7:])).partition("?")[0].strip(" /<>")
    if to.lower() != words.lower() and _ADDRESS.fullmatch(to):
        yield Finding(label, {"found": words, "better": to, "to": to})


def _finding(page: Page, link: Link, better: str) -> Finding:
    span = link.target if link.target.end > link.target.start else link.span
    exact = better and page.source.slice(span) == link.url
    return Finding(
        span,
        {"found": link.url, "better": better},
        (Edit(span, better),) if exact else (),
        variant="" if better else "unknown",
        certain=_BLANK.search(link.url) is None,
    )
