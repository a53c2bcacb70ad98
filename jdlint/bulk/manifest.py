"""What of a run is finished, on disk: pieces that say themselves what they are, and a list of them.

Each piece is one file, written whole or not at all; its own footer says which run and which rows it
belongs to. So whatever is killed when, the next run knows what is left.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from jdlint import __version__
from jdlint.bulk.inputs.files import Part
from jdlint.bulk.inputs.read import Batch
from jdlint.core.errors import ConfigError
from jdlint.core.light import Any, NamedTuple
from jdlint.io.writing import write_atomically

_FORM = 1
_NAME, _PIECES, _GROUPS, _LOCK = "manifest.json", "pieces", "groups", ".lock"
_IN_FOLDER = 1_000  # pieces
RUNNING, DONE = "running", "done"


class Piece(NamedTuple):
    """A finished piece: the first row of its file that it has, how many, and what was found."""

    file: str
    first: int
    rows: int


class Manifest:
    """The output folder of a run. ``key`` stands for the input, the rules and the settings."""

    def __init__(self, folder: Path, parts: Sequence[Part], settings: str, plan: bytes) -> None:
        self.folder, self._settings = folder, settings
        self._parts = [part._asdict() for part in parts]
        text = json.dumps([_FORM, self._parts, settings, plan.hex()])
        self.key = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        self.pieces: dict[int, Piece] = {}
        self._handle: int | None = None

    def open(self, *, resume: bool) -> str:
        """Take the folder; the state that it is in. Raises ``ConfigError`` where it holds another
        run, or somebody is at it."""
        if self.folder.is_file() and not self.folder.stat().st_size:
            self.folder.unlink()  # an empty file (mktemp, a redirection) holds nothing to keep
        self.folder.mkdir(parents=True, exist_ok=True)
        self._take()
        known = self._known()
        if known is None:
            if any(name != _LOCK for name in os.listdir(self.folder)):
                raise ConfigError(f"{self.folder}: the folder is not empty; name a new one")
            self.write(RUNNING)
            return RUNNING
        if not resume:
            raise ConfigError(
                f"{self.folder}: a run is there already; go on with it (--resume), or name "
                "another folder"
            )
        if known.get("key") != self.key:
            raise ConfigError(
                f"{self.folder}: the input, the rules or the options are not those that the run "
                "there began with; name another folder"
            )
        self.pieces = dict(self._found()) if known.get("state") != DONE else {}
        return str(known.get("state"))

    def has(self, batch: Batch) -> bool:
        """Whether a batch is finished."""
        piece = self.pieces.get(batch.number)
        file, first = (batch.table.column(name)[0].as_py() for name in ("file", "row"))
        return piece == Piece(file, first, batch.table.num_rows)

    def keep(self, number: int, data: bytes) -> None:
        """Write a finished piece."""
        path = self.path(number)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data)
        piece = _read(path, self.key)
        if piece is None:
            raise ConfigError(f"{path}: what was written cannot be read again; look at the disk")
        self.pieces[number] = piece

    def path(self, number: int) -> Path:
        """The file of a piece."""
        return self.folder / _PIECES / f"{number // _IN_FOLDER:05}" / f"{number:08}.parquet"

    def write(self, state: str, more: Mapping[str, Any] | None = None) -> None:
        """Write the manifest."""
        data = {
            "jdlint": __version__,
            "state": state,
            "key": self.key,
            "settings": json.loads(self._settings),
            "input": self._parts,
            "rows": sum(piece.rows for piece in self.pieces.values()),
            **(more or {}),
            "pieces": [[n, *piece] for n, piece in sorted(self.pieces.items())],
        }
        text = json.dumps(data, ensure_ascii=False, indent=1, default=str)
        write_atomically(self.folder / _NAME, text.encode("utf-8", "backslashreplace"))

    def tables(self) -> Iterator[Path]:
        """The files of the finished pieces, in order."""
        return (self.path(number) for number in sorted(self.pieces))

    @property
    def groups(self) -> Path:
        """The folder for what is found across rows."""
        return self.folder / _GROUPS

    def drop_pieces(self) -> None:
        """Delete the pieces: what they hold is in the output."""
        for name in (_PIECES, _GROUPS):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def close(self) -> None:
        """Let go of the folder."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _take(self) -> None:
        try:
            import fcntl
        except ImportError:  # Windows
            return
        self._handle = os.open(self.folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ConfigError(f"{self.folder}: another run is writing there; wait for it") from None

    def _known(self) -> dict[str, Any] | None:
        try:
            data = json.loads((self.folder / _NAME).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except ValueError:
            raise ConfigError(f"{self.folder / _NAME}: this is no manifest of jdlint") from None
        return data if isinstance(data, dict) else {}

    def _found(self) -> Iterator[tuple[int, Piece]]:
        """The pieces that are whole and of this run; others are deleted."""
        for path in sorted((self.folder / _PIECES).glob("*/*.parquet")):
            piece = _read(path, self.key)
            if piece is not None and path.stem.isdigit():
                yield int(path.stem), piece
            else:
                with suppress(OSError):
                    path.unlink()


def _read(path: Path, key: str) -> Piece | None:
    """What a piece says of itself; None where it is damaged or of another run."""
    try:
        data = pq.read_metadata(path)
        said = data.metadata or {}
        if said.get(b"jdlint") != key.encode():
            return None
        return Piece(said[b"file"].decode(), int(said[b"first"]), data.num_rows)
    except (pa.ArrowException, OSError, ValueError, KeyError):
        return None
