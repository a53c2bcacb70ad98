"""The files that inputs name, and how they are opened."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from glob import glob, has_magic

import pyarrow as pa

from jdlint.core.errors import ConfigError, reason_of
from jdlint.core.light import Any, NamedTuple

_KINDS = {
    ".parquet": "parquet",
    ".pq": "parquet",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
}
_STAMPS = ("ETag", "etag", "mtime", "LastModified", "created")  # as file systems call it
_PACKED = {".gz": "gzip", ".zst": "zstd", ".bz2": "bz2"}


class Part(NamedTuple):
    """One file of the input: ``stamp`` changes when its contents do."""

    name: str
    kind: str
    packing: str
    size: int
    stamp: str


def parts_of(inputs: Sequence[str]) -> list[Part]:
    """The files that inputs (files, folders, globs, URLs) name, each once, folders and globs in
    order of name. Raises ``ConfigError``."""
    found = {part.name: part for given in inputs for part in _named(given)}
    if not found:
        raise ConfigError("the input holds no Parquet, JSON Lines or CSV file")
    return list(found.values())


def _named(given: str) -> Iterator[Part]:
    if "://" in given:
        yield from _remote(given)
        return
    if not os.path.exists(given) and has_magic(given):
        names = [name for name in sorted(glob(given, recursive=True)) if _kind(name)[0]]
        if not names:
            raise ConfigError(f"{given}: no Parquet, JSON Lines or CSV file is called so")
    elif os.path.isdir(given):
        names = [
            os.path.join(folder, name)
            for folder, _, names in sorted(os.walk(given))
            for name in sorted(names)
            if _kind(name)[0] and not name.startswith((".", "_"))
        ]
    else:
        names = [given]
    for name in names:
        yield _part(name, given)


def _part(name: str, given: str) -> Part:
    try:
        info = os.stat(name)
    except OSError as error:
        raise ConfigError(f"{given}: {reason_of(error)}") from None
    return Part(name, *_known(name), info.st_size, str(info.st_mtime_ns))


def _kind(name: str) -> tuple[str, str]:
    """The format and the compression that a name stands for; empty where it is none of ours."""
    stem, end = os.path.splitext(name.lower())
    packing = _PACKED.get(end, "")
    if packing:
        end = os.path.splitext(stem)[1]
    return _KINDS.get(end, ""), packing


def _known(name: str) -> tuple[str, str]:
    kind, packing = _kind(name)
    if not kind or (kind == "parquet" and packing):
        raise ConfigError(f"{name}: name a .parquet, .jsonl or .csv file (.jsonl.gz, .csv.zst, …)")
    return kind, packing


def _remote(url: str) -> Iterator[Part]:
    files, paths = _expanded(url)
    for path in paths:
        info = files.info(path)
        stamp = str(next((info[key] for key in _STAMPS if info.get(key)), ""))
        yield Part(files.unstrip_protocol(path), *_known(path), int(info["size"] or 0), stamp)


def _expanded(url: str) -> tuple[Any, list[str]]:
    import fsspec

    try:
        files, path = fsspec.core.url_to_fs(url)
        if has_magic(path):
            found = sorted(files.glob(path))
        else:
            found = sorted(files.find(path)) if files.isdir(path) else [path]
        whole = [name for name in found if _kind(name)[0]] if len(found) > 1 else found
        if not whole or not files.exists(whole[0]):
            raise ConfigError(f"{url}: there is no such file")
    except (ImportError, ValueError, OSError) as error:
        raise ConfigError(f"{url}: {str(error) or type(error).__name__}") from None
    return files, whole


@contextmanager
def opened(part: Part) -> Iterator[Any]:
    """A file as a stream of its bytes, unpacked; Parquet is left packed, and can be sought in."""
    if "://" in part.name:
        import fsspec

        with fsspec.open(part.name, "rb") as raw:
            yield _unpacked(raw, part)
    else:
        with pa.OSFile(part.name, "rb") as raw:
            yield _unpacked(raw, part)


def _unpacked(raw: Any, part: Part) -> Any:
    return pa.CompressedInputStream(raw, part.packing) if part.packing else raw
