"""Is the tree the whole site? Judged by how many of its own links lead to pages that are in it."""

from __future__ import annotations

from collections.abc import Mapping

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.site.build.generators.base import MARKDOWN
from jdlint.site.build.kept import OfFiles
from jdlint.site.build.pages import Pages
from jdlint.site.urls import decoded, key

_STOP = re.late(r"[)\s#?\"'<>{}%]")
_ASSET = re.late(r"\.(?!html?$|md$|markdown$|mdx$)[A-Za-z0-9]{1,5}$")
_MAX_LINKS = 200_000
_MAX_TEXT = 60_000_000  # of so many letters the share of missing pages is known well enough


class Count(NamedTuple):
    """How many different pages of a section are linked: those that are in the tree and those that
    are not."""

    present: int
    absent: int

    @property
    def share(self) -> float:
        """The share of the linked pages that is not in the tree."""
        return self.absent / max(self.present + self.absent, 1)


def section(path: str, base: str = "") -> str:
    """The first segment of a URL path below the site's base, with the base; empty for the root."""
    inside = path.startswith(base + "/") if base else True
    inner = path[len(base) :] if inside else path
    name = inner.strip("/").partition("/")[0]
    return f"{base}/{name}".lstrip("/") if inside and name else name


def is_asset(path: str) -> bool:
    """Whether a URL path names a file that is no page."""
    return _ASSET.search(path) is not None


class Evidence:
    """Counts the links of all pages, once, when a page is missing and nobody said whether the tree
    is complete."""

    def __init__(self, pages: Pages, hosts: frozenset[str]) -> None:
        self.pages = pages
        self.starts = ["](/", 'href="/']
        self.starts += [
            f"]({scheme}://{host}/" for host in sorted(hosts) for scheme in ("https", "http")
        ]

    @cached_property
    def sections(self) -> frozenset[str]:
        """The sections of the site that have a page in the tree."""
        return frozenset(
            section(name, built.project.base) for name, built in self.pages.built.items()
        )

    @cached_property
    def base(self) -> str:
        """The base of the only project; empty where there are several with different ones."""
        bases = {project.base for project in self.pages.projects}
        return bases.pop() if len(bases) == 1 else ""

    @cached_property
    def counts(self) -> Mapping[str, Count]:
        """Linked pages by section."""
        targets: set[str] = set()
        size, rows = 0, OfFiles(self.pages.kept, "linked", tuple(self.starts))
        for path in self.pages.by_path:
            if MARKDOWN.search(path.removesuffix(".erb")) and size < _MAX_TEXT:
                length, linked = rows.row(path, self._linked)
                size += length
                targets.update(linked[: _MAX_LINKS - len(targets)])
        found: dict[str, list[int]] = {}
        for target in targets:
            if not is_asset(target) and (not self.base or target.startswith(self.base + "/")):
                count = found.setdefault(section(target, self.base), [0, 0])
                count[target not in self.pages.built] += 1
        return {name: Count(present, absent) for name, (present, absent) in found.items()}

    def _linked(self, path: str) -> tuple[int, tuple[str, ...]]:
        """The length of a page and the pages of the site that it links."""
        text, found = self.pages.files.tree.read(path) or "", dict[str, None]()
        for start in self.starts:
            for rest in text.split(start)[1:]:
                stop = _STOP.search(rest, 0, 300)
                if stop and rest[stop.start()] not in "{%<":
                    found[key(decoded(rest[: stop.start()]))] = None
        return len(text), tuple(found)

    @cached_property
    def foreign(self) -> Count:
        """Linked pages of sections without any page in the tree, against all that are present."""
        present = sum(count.present for count in self.counts.values())
        absent = sum(
            count.absent for name, count in self.counts.items() if name not in self.sections
        )
        return Count(present, absent)
