"""What a face asks for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jdlint.core.light import dataclass, field
from jdlint.filters.filter import Filter


@dataclass(frozen=True, slots=True)
class Request:
    """What a face asks for: ``paths`` are files and folders, ``stdin`` is the text of the file
    ``stdin_name``.

    ``overlay`` maps paths from the root to bytes that stand for the file's (None: the file is not
    there); ``filters`` choose what is reported, one after the other. With ``external`` the web is
    asked about links that leave the site. ``alone``: the given text is a job page, and all there
    is; nothing is read from the disk. ``changed``: the
    paths are all files that changed, as a hook passes them: what does not look like a job page is
    left alone. After ``seconds`` (0: none) pages that were not reached are
    named.
    """

    root: Path
    paths: tuple[Path, ...]
    stdin_name: str = ""
    stdin: bytes | None = None
    jobs: int = 0
    overlay: Mapping[str, bytes | None] = field(default_factory=dict)
    filters: tuple[Filter, ...] = ()
    external: bool = False
    alone: bool = False
    changed: bool = False
    seconds: float = 0

    @property
    def given(self) -> dict[str, bytes | None]:
        """All contents that do not come from the disk."""
        return {**self.overlay, **({self.stdin_name: self.stdin} if self.stdin is not None else {})}
