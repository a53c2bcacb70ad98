"""Published files that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import dataclass
from jdlint.posting.published.nodes import Published


@dataclass(frozen=True)
class PublishedSyntax:
    """Reports JSON and XML that breaks, at the place where it does. Values: ``reason``."""

    def check_published(self, found: Published) -> Iterator[Finding]:
        for broken in found.broken:
            yield Finding(broken.span, {"reason": broken.reason})
