"""Bytes that a run keeps beside its memory: in a file without a name, which is gone with the
process."""

from __future__ import annotations

import os
from array import array
from typing import IO

from jdlint.core.light import Any


class Spool:
    """Rows of bytes, each known by its number. Where no file can be written they stay in memory.

    Processes that are forked read what was put before.
    """

    def __init__(self) -> None:
        self._file: IO[Any] | None = None
        self._ends = array("Q", [0])  # where each row ends, from the start of the file
        self._held: dict[int, bytes] = {}
        try:
            from tempfile import TemporaryFile

            self._file = TemporaryFile(prefix="jdlint-", buffering=0)  # noqa: SIM115
        except OSError:
            return

    def put(self, data: bytes) -> int:
        """Keep a row; its number."""
        number, end = len(self._ends) - 1, self._ends[-1]
        try:
            if self._file is None or self._file.write(data) != len(data):
                raise OSError
            end += len(data)
        except OSError:  # a full disk
            self._file = None if not number else self._file
            self._held[number] = data
            if self._file is not None:
                self._file.seek(end)
        self._ends.append(end)
        return number

    def get(self, number: int) -> bytes:
        """The row with a number."""
        held = self._held.get(number)
        if held is not None or self._file is None:
            return held or b""
        at, end = self._ends[number], self._ends[number + 1]
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), end - at, at)
        self._file.seek(at)
        found = bytes(self._file.read(end - at))
        self._file.seek(self._ends[-1])
        return found
