"""What is kept of a text to compare it with a million others.

A text is the set of its runs of two words, each a 32-bit hash. Candidates share one of 25 bands
of 5 MinHash values: at a similarity of 0.7 a pair meets with probability 0.99, at 0.3 with 0.06.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from rensa import RMinHash

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re

BANDS, ROWS = 25, 5
_RUN = 2  # words: three make one changed word in thirty look like another text
_SEED = 42
_MOST = 20_000  # words of a text that are looked at
_TAG = re.late(r"<[^<>]{0,500}>")
_WORD = re.late(r"\w+")


class Sketch(NamedTuple):
    """Sorted hashes of a text's runs of words, and a hash for each band; both empty for a text of
    fewer words than a run has."""

    shingles: list[int]
    bands: list[int]


def sketches(texts: Sequence[str]) -> list[Sketch]:
    """The sketches of texts, in order."""
    runs = [_runs(text) for text in texts]
    hashes = RMinHash.hash_token_sets(runs)
    matrix = RMinHash.digest_matrix_from_token_hash_sets(hashes, BANDS * ROWS, _SEED)
    return [
        Sketch(_sorted(found), _bands(row)) if found else Sketch([], [])
        for found, row in zip(hashes, matrix.to_rows(), strict=True)
    ]


def _runs(text: str) -> list[str]:
    words = _WORD.findall(_TAG.sub(" ", text).casefold())[:_MOST]
    return [" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)]


def _sorted(hashes: Sequence[int]) -> list[int]:
    low = np.asarray(hashes, dtype=np.uint64).astype(np.uint32)
    found: list[int] = np.unique(low).tolist()
    return found


def _bands(row: Sequence[int]) -> list[int]:
    values = np.asarray(row, dtype=np.uint32)
    return [
        int.from_bytes(
            blake2b(values[i * ROWS : (i + 1) * ROWS].tobytes(), digest_size=7).digest(), "little"
        )
        for i in range(BANDS)
    ]
