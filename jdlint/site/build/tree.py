"""The files of a repository, as the site model sees them: a list of paths and a way to read one."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.light import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date


class Tree(Protocol):
    """All files of a repository; paths are relative to its root, with forward slashes."""

    @property
    def paths(self) -> Sequence[str]: ...

    @property
    def today(self) -> date:
        """The day on which the site would be built: pages of a later date are left out then."""
        ...

    def read(self, path: str) -> str | None:
        """The text of a file; ``None`` where it is absent, unreadable, not text or too big."""
        ...
