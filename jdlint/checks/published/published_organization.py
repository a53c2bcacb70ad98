"""The employer in the markup against the one that the project names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.checks import setting
from jdlint.core.diagnostic import Finding
from jdlint.core.light import Any, dataclass
from jdlint.posting.published.nodes import Published, first, plain


@dataclass(frozen=True)
class PublishedOrganization:
    """Reports an employer's name that is not that of ``posting: organization:``, where the project
    names one. Values: ``found``, ``known``."""

    posting: Mapping[str, Any] = setting("posting", {}, plain=True)

    def check_published(self, found: Published) -> Iterator[Finding]:
        given = self.posting.get("organization") or ""
        known = str(given.get("name", "") if isinstance(given, Mapping) else given).strip()
        if not known:
            return
        for posting in found.postings:
            node = first(posting.node, "hiringOrganization.name")
            name = plain(node) if node else ""
            if node and name and name.casefold() not in (known.casefold(), "confidential"):
                yield Finding(node.span, {"found": name, "known": known})
