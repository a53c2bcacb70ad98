"""Trees for tests: a mapping in memory, a folder on the disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path


@dataclass
class MemoryTree:
    files: dict[str, str]
    reads: list[str] = field(default_factory=list)
    today: date = date(2026, 6, 1)

    @property
    def paths(self) -> Sequence[str]:
        return list(self.files)

    def read(self, path: str) -> str | None:
        self.reads.append(path)
        return self.files.get(path)


@dataclass
class FolderTree:
    root: Path
    skip: tuple[str, ...] = ("built.json",)
    today: date = date(2026, 6, 1)

    @cached_property
    def paths(self) -> Sequence[str]:
        files = (
            path for path in self.root.rglob("*") if path.is_file() and path.name not in self.skip
        )
        return [path.relative_to(self.root).as_posix() for path in files]

    def read(self, path: str) -> str | None:
        try:
            return (self.root / path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None
