"""Where an id lives: an index of all headings, rough but cheap, checked page by page before it is
told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.site.build.kept import OfFiles
from jdlint.site.build.pages import Pages

_EXPLICIT = re.late(r"\{#([^}]+)\}\s*$")
_TARGET = re.late(r"\]\([^)]*\)|<[^>]*>")
_NOT_SLUG = re.late(r"[^\w\- \n]")
_MAX_PAGES = 4
_MAX_TEXT = 100_000_000
_MIN_LENGTH = 4
_FEW = 16  # one takes 5 ms over 1,800 pages, their index 160


class Elsewhere:
    """Built at the first question; reads every page of the site once."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self._asked = 0

    @cached_property
    def slugs(self) -> list[tuple[str, tuple[str, ...]]]:
        """The rough slugs of each page, as far as the pages that are read reach."""
        found: list[tuple[str, tuple[str, ...]]] = []
        size, rows = 0, OfFiles(self.pages.kept, "headings")
        for path in self.pages.by_path:
            if size >= _MAX_TEXT:
                break
            length, slugs = rows.row(path, self._slugs)
            size += length
            found.append((path, slugs))
        return found

    @cached_property
    def index(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path, slugs in self.slugs:
            for slug in slugs:
                found.setdefault(slug, []).append(path)
        return found

    def _having(self, slug: str) -> list[str]:
        """The pages with a slug: an index is worth its making from a few questions on."""
        self._asked += 1
        if self._asked > _FEW:
            return self.index.get(slug, [])
        return [path for path, slugs in self.slugs if slug in slugs]

    def _slugs(self, path: str) -> tuple[int, tuple[str, ...]]:
        """The length of a page and the slugs in it."""
        text = self.pages.files.tree.read(path) or ""
        return len(text), tuple(_rough_ids(text))

    def find(self, fragment: str, not_in: str) -> tuple[str, ...]:
        """URLs of the pages that have the id, the ones near ``not_in`` first."""
        if len(fragment) < _MIN_LENGTH:
            return ()
        paths = [path for path in self._having(_rough(fragment)) if path != not_in]
        if not paths or len(paths) > 2 * _MAX_PAGES:
            return ()
        paths.sort(key=lambda path: (-_shared(path, not_in), path))
        sure = [path for path in paths if fragment in self.pages.ids(path).sure]
        if len(sure) > _MAX_PAGES:
            return ()
        return tuple(f"{self.pages.by_path[path].page.url}#{fragment}" for path in sure)


def _rough(text: str) -> str:
    return _all_rough([text]).pop()


def _all_rough(texts: Iterable[str]) -> set[str]:
    """Rough slugs, all in one go: a site has a hundred thousand headings."""
    whole = "\n".join([text.replace("\n", "") if "\n" in text else text for text in texts])
    slugs = _NOT_SLUG.sub("", whole.lower()).replace(" ", "-").split("\n")
    return {slug.strip("-0123456789_") for slug in slugs}


def _rough_ids(text: str) -> set[str]:
    """Slugs of what looks like a heading or an id; plain splitting, for all pages of a site are
    read."""
    found = []
    for rest in ("\n" + text).split("\n#")[1:]:
        words = rest.partition("\n")[0].strip("# \t\r")
        explicit = _EXPLICIT.search(words) if words.endswith("}") else None
        found.append(
            explicit[1]
            if explicit
            else _TARGET.sub("", words)
            if "](" in words or "<" in words
            else words
        )
    found += [rest.partition('"')[0][:200] for rest in text.split('id="')[1:]]
    for rest in text.split("{:")[1:]:
        mark = rest.partition("}")[0].partition("#")[2]
        if mark:
            found.append(mark.partition(" ")[0])
    return _all_rough(found) if found else set()


def _shared(path: str, other: str) -> int:
    """How many folders two paths share."""
    count = 0
    for left, right in zip(path.split("/"), other.split("/"), strict=False):
        if left != right:
            break
        count += 1
    return count
