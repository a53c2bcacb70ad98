"""Remote postings and their countries."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import Literal, dataclass
from jdlint.posting.published.nodes import Node, Published, every, first, plain

_NOWHERE = frozenset(
    "anywhere worldwide global remote international everywhere emea apac eu europe latam".split()
)


@dataclass(frozen=True)
class PublishedRemote:
    """Reports remote postings that name neither countries nor a place (``countries``), and areas
    that are no countries or states (``areas``). Values: ``found``."""

    report: Literal["countries", "areas"]

    def check_published(self, found: Published) -> Iterator[Finding]:
        for posting in found.postings:
            if posting.form not in ("jsonld", "microdata"):
                continue
            node = posting.node
            if self.report == "areas":
                yield from _areas(node)
                continue
            kind = first(node, "jobLocationType")
            remote = kind is not None and plain(kind) == "TELECOMMUTE"
            if remote and kind and not (_says(node, "jobLocation") or _says(node, _AREAS)):
                yield Finding(kind.span, {"found": plain(kind)})


_AREAS = "applicantLocationRequirements"


def _says(node: Node, path: str) -> bool:
    return first(node, path) is not None


def _areas(node: Node) -> Iterator[Finding]:
    for area in every(node, _AREAS):
        name = first(area, "name") if isinstance(area.value, dict) else area
        if name and plain(name).casefold() in _NOWHERE:
            yield Finding(name.span, {"found": plain(name)})
