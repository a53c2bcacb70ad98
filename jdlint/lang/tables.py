"""Tables of numbers and words that ship in files of ours, in the parts that a run reads.

They lie packed in the package. Where a face says that they were unpacked when jdlint was installed
(``elsewhere``), they are read where they lie: to unpack those of a page with grammar takes 20 of
its 200 ms, and of 7 MB it reads a tenth.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jdlint.core.light import TypeAlias

Part: TypeAlias = "bytes | memoryview"
Parts: TypeAlias = "tuple[Part, ...]"

_PACKAGE = Path(__file__).resolve().parent.parent
elsewhere: list[Callable[[str], Parts]] = []
unpacked: dict[str, Parts] = {}  # in this process, by their names


def made_ahead(path: Path) -> Parts:
    """The parts of a table that were made ahead; none where they were not."""
    name = _name(path)
    return next((found for find in elsewhere if (found := find(name))), ())


def parts_of(path: Path, unpack: Callable[[bytes], Parts]) -> Parts:
    """The parts of a table: those that were made ahead, else what ``unpack`` makes of its file."""
    return made_ahead(path) or made_now(path, unpack)


def made_now(path: Path, unpack: Callable[[bytes], Parts]) -> Parts:
    """What ``unpack`` makes of the file of a table."""
    found = unpacked[_name(path)] = unpack(path.read_bytes())
    return found


def _name(path: Path) -> str:
    return path.relative_to(_PACKAGE).as_posix()


def unzipped(data: bytes, bits: int = 15) -> bytes:
    """Data of ours unpacked; ``bits`` as ``zlib`` has them."""
    import zlib  # where tables were made ahead nobody needs it

    return zlib.decompress(data, bits)


def sums_of(counts: bytes) -> bytes:
    """Where each of so many rows starts, and where the last ends: numbers of the machine."""
    from array import array
    from itertools import accumulate

    return array("I", accumulate(counts, initial=0)).tobytes()
