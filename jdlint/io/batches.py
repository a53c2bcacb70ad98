"""Texts that are asked together, and rows that are kept in a cache file: the same for every
probe."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from jdlint.core.light import Any
from jdlint.core.tools import suppress


def batched(
    texts: Sequence[str], most: int, between: int, longest: int | None = None
) -> Iterator[list[int]]:
    """Numbers of texts that go together: about ``most`` characters each, ``between`` of them
    between two texts.

    Blank texts are left out, and those that are longer than ``longest``.
    """
    batch: list[int] = []
    size = 0
    for number, text in enumerate(texts):
        if not text.strip() or (longest is not None and len(text) > longest):
            continue
        if batch and size + len(text) > most:
            yield batch
            batch, size = [], 0
        batch.append(number)
        size += len(text) + between
    if batch:
        yield batch


def cached_rows(
    path: Path | None, name: str, form: int, largest: int, fits: Callable[[Any], bool]
) -> dict[str, list[Any]]:
    """The rows under ``name`` in a cache file; none where it is missing, damaged, too large or of
    another form."""
    try:
        if path is None or path.stat().st_size > largest:
            return {}
        import json  # which loads re and enum: 6 of 200 ms

        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    rows = data.get(name) if isinstance(data, dict) and data.get("form") == form else None
    return {key: row for key, row in rows.items() if fits(row)} if isinstance(rows, dict) else {}


def save_rows(path: Path, name: str, form: int, rows: Mapping[str, Any]) -> None:
    """Write what ``cached_rows`` reads, whole or not at all; a failure to write is no failure of
    the run."""
    import json

    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft.write_text(
            json.dumps({"form": form, name: rows}, separators=(",", ":")), encoding="utf-8"
        )
        os.replace(draft, path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
