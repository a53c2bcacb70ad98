"""Hosts of mail addresses that are one letter away from another host of the page."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.names import distance
from jdlint.core.page import Link, Page
from jdlint.core.patterns import regex as re

_HOST = re.late(r"(?:@|//(?:www\.)?)(?P<host>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})(?=$|[/?#:>,&])")
_SHORTEST = 6  # letters of a name: shorter ones have near neighbours that are real


@dataclass(frozen=True)
class NearHosts:
    """Reports a mail address whose host has one letter more, less or other than the host of another
    address or link of the page, under the same ending; digits may differ. The later of two is
    reported. Values: ``found``, ``other``."""

    marks: ClassVar = ("@",)

    def check(self, page: Page) -> Iterator[Finding]:
        first: dict[str, Link] = {}
        mails: dict[str, Link] = {}
        for link in page.links:
            match = None if link.templated else _HOST.search(link.url.lower())
            if match:
                first.setdefault(match["host"], link)
                if match[0][0] == "@":
                    mails.setdefault(match["host"], link)
        if not mails or len(first) == 1:
            return
        order = {host: at for at, host in enumerate(first)}
        for host, link in mails.items():
            for other, there in first.items():
                later = other not in mails or order[other] < order[host]
                if later and _near(host, other):
                    related = (Related(Place(page.path, there.span), "the other"),)
                    span = link.target if link.target.end > link.target.start else link.span
                    yield Finding(span, {"found": host, "other": other}, related=related)


def _near(one: str, two: str) -> bool:
    """Whether two hosts are a slip apart."""
    (name, _, end), (other, _, same) = one.rpartition("."), two.rpartition(".")
    if one == two or end != same or min(len(name), len(other)) < _SHORTEST:
        return False
    if any(char.isdigit() for char in name + other) or name.count(".") != other.count("."):
        return False
    return distance(name, other, 1) == 1
