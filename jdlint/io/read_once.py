"""The texts of a tree, kept for as long as a run asks for them."""

from __future__ import annotations

from jdlint.core.light import TYPE_CHECKING
from jdlint.io.files import DiskTree

if TYPE_CHECKING:
    from datetime import date

_MOST_KEPT = 60_000_000


class ReadOnce:
    """A tree whose texts are kept, up to ``_MOST_KEPT`` characters of them: links, anchors and
    counts all want the same pages."""

    def __init__(self, tree: DiskTree) -> None:
        self.tree, self._texts, self._size = tree, dict[str, str | None](), 0

    @property
    def paths(self) -> list[str]:
        return self.tree.paths

    @property
    def today(self) -> date:
        return self.tree.today

    def read(self, path: str) -> str | None:
        if path in self._texts:
            return self._texts[path]
        text = self.tree.read(path)
        self._size += len(text or "")
        if self._size <= _MOST_KEPT:
            self._texts[path] = text
        return text
