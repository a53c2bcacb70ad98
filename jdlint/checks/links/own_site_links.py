"""Absolute links to the site that the page itself belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.text import Span
from jdlint.site import Site
from jdlint.site.links.targets import absolute, links_of, root_relative
from jdlint.site.vote import share_of


@dataclass(frozen=True)
class OwnSiteLinks:
    """Reports absolute links to the site's own host, unless most of its links are written so.

    The host comes from the configured URL, else from the links themselves. Values: ``found``,
    ``better``, ``evidence``.
    """

    across: ClassVar[tuple[str, ...]] = ("links",)

    def check_site(self, site: Site) -> Iterator[Finding]:
        host = site.own_host
        if not host:
            return
        hosts = {host, host.removeprefix("www."), f"www.{host}"}
        own = [
            (f, k, parts[1])
            for f, k in links_of(site.pages)
            if (parts := absolute(k.url)) and parts[0] in hosts
        ]
        relative = sum(1 for _, link in links_of(site.pages) if root_relative(link.url))
        if len(own) > relative:
            return
        evidence = share_of(relative, relative + len(own), "links into the site start at its root")
        for facts, link, path in own:
            if not site.wants(facts.path):
                continue
            better = path if path.startswith("/") else "/" + path
            exact = link.span.end - link.span.start == len(link.url)
            edits = (Edit(Span(*link.span), better),) if exact else ()
            values = {"found": link.url, "better": better, "evidence": evidence}
            yield Finding(link.span, values, edits, path=facts.path)
