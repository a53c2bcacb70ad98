"""Links that are written wrongly, so that they lead nowhere or are no links at all."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Link, Page
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span

_HOST = late(
    r"(?:www\.[\w-]+\.\w{2,}|(?:[\w-]+\.)+(?:com|org|net|io|co|ai|dev|app|edu|gov|eu|de|fr|uk|nl|es"
    r"|it|ch|at|pl|se|us|ca|au|nz|ie|be|dk|fi|jp|sg|za|br|jobs|careers)"
    r"|[\w-]+\.(?:com?|org|net|gov|govt|ac|edu)\.(?!md|sh|py|ps)[a-z]{2})"
    r"(?:[:/?#].*)?",
    re.IGNORECASE,
)
# a name of figures takes no “www.”
_FIGURES = late(
    r"(?P<scheme>https?://)www\.(?P<rest>\d{1,3}(?:\.\d{1,3}){3}(?:[:/?#].*)?)", re.IGNORECASE
)
_NAME = late(r"(?:[a-z0-9-]+\.){1,4}[a-z]{2,12}", re.IGNORECASE)
_RIGHT = late(r"https?://[^/:\s]", re.IGNORECASE)
# “htps://”, “ttps://”, “http:/”, “https//”; a folder named “http” is none
_SCHEME = late(r"(?:h{1,2}[tps]{2,5}|t{1,2}ps?)(?:[:;][/\\]*|//+)(?:https?[:/]+)?", re.IGNORECASE)
_DOUBLED = late(r".{3,9}?://https?[:/]", re.IGNORECASE)  # httpd.example is a host
_TOP = late(r"(?i:\b(?:top|up|above)\b)|[\u2191\u25b2\u2b06]")
# what writers leave where an address is still to come; a page may well be called “link”
_PLACEHOLDER = late(
    r"(?:https?://)?(?:[<\[{]+ ?[\w -]{0,40} ?[>\]}]+"
    r"|(?i:todo|tbd|tbc|tba|fixme|placeholder)\b.{0,40}"
    r"|mailto:[\w.+-]{1,60}@example\.(?:com|org|net)(?:\?.{0,200})?"  # set aside (RFC 2606)
    r"|X{3,}|LINK|URL|HERE|(?i:insert|add|your)[-_ ](?i:link|url|here|address).{0,20}|\.{3}|…)/?"
)
_QUOTES = ('"', "”", "“", "'", "’")
_WRITTEN = ("inline", "definition", "html")


@dataclass(frozen=True)
class LinkSyntax:
    """Looks at the targets of links: ``report`` is empty, placeholder, double-fragment, stray-quote
    or missing-scheme.

    Values: ``found``, ``better``.
    """

    report: str
    facets: ClassVar = ("links",)

    def check(self, page: Page) -> Iterator[Finding]:
        for link in page.links:
            if self.report == "missing-scheme" and (figures := _FIGURES.fullmatch(link.url)):
                yield _on_target(page, link, figures["scheme"] + figures["rest"])
            elif link.kind in _WRITTEN and not link.templated:
                finding = self._look(page, link)
                if finding:
                    yield finding

    def _look(self, page: Page, link: Link) -> Finding | None:
        url = link.url.strip()
        if self.report == "empty":
            # “[comment]: <> (…)” defines nothing: it is a way to write a comment
            empty = link.kind not in ("html", "definition") and (
                url == "" or (url == "#" and link.kind == "inline")
            )
            empty = empty and not (url == "#" and _TOP.search(link.text))  # [Back to top](#)
            return Finding(link.span, {"found": page.source.slice(link.span)}) if empty else None
        if self.report == "placeholder":
            found = link.kind != "html" and _PLACEHOLDER.fullmatch(url)
            return Finding(link.target, {"found": url}) if found else None
        if self.report == "stray-quote":
            stray = link.kind == "inline" and url[-1:] in _QUOTES and url[:1] not in _QUOTES
            return _on_target(page, link, url.rstrip("".join(_QUOTES))) if stray and url else None
        if self.report == "double-fragment":
            if url.count("#") < 2 or "#/" in url or "#!" in url:
                return None
            head, first, *rest = url.split("#")
            better = f"{head}#{first or rest[0]}" if not first or first == rest[0] else ""
            return _on_target(page, link, better)
        doubled = _DOUBLED.match(url) is not None
        if _SCHEME.match(url) and (doubled or not _RIGHT.match(url)):
            return _on_target(page, link, "https://" + _SCHEME.sub("", url, count=1))
        host = _HOST.fullmatch(url) or _shown_host(link.text.strip(), url)
        return _on_target(page, link, "https://" + url) if host else None


def _shown_host(text: str, url: str) -> bool:
    """Whether a link's text is a host and its target that host without a scheme, with a path."""
    return url.startswith(text + "/") and _NAME.fullmatch(text) is not None


def _on_target(page: Page, link: Link, better: str) -> Finding:
    span = link.target if link.target.end > link.target.start else link.span
    edits = (Edit(Span(*span), better),) if better and page.source.slice(span) == link.url else ()
    return Finding(span, {"found": link.url, "better": better}, edits)
