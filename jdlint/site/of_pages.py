"""What was made of the facts of single pages, for the next question about the same site."""

from __future__ import annotations

from collections.abc import Callable

from jdlint.core.light import TYPE_CHECKING, Any, TypeVar
from jdlint.core.memory import Kept

if TYPE_CHECKING:
    from jdlint.site.facts import Facts

Row = TypeVar("Row")


class OfPages:
    """Rows made of one page's facts each, by path, each beside the facts: a session that has the
    same facts still need not make the row again. ``key`` is what else rows depend on."""

    def __init__(self, kept: Kept | None, name: str, key: Any = None) -> None:
        self._rows: dict[Any, Any] | None = kept.memory.lasting(name, key) if kept else None

    def row(self, facts: Facts, make: Callable[[Facts], Row]) -> Row:
        """What ``make`` says of a page."""
        if self._rows is None:
            return make(facts)
        known = self._rows.get(facts.path)
        if known is not None and known[0] is facts:
            found: Row = known[1]
            return found
        row = make(facts)
        self._rows[facts.path] = (facts, row)
        return row
