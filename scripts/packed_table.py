"""Weights as ``jdlint.lang.en.gaps.table`` reads them."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

import numpy as np

from jdlint.lang.en.gaps import sparse
from jdlint.lang.en.gaps.context import BITS
from jdlint.lang.en.gaps.table import LOW, NOUGHT, SCALE


def packed(keys: Any, weights: Any, worth: Any, most: int) -> bytes:
    """The file of the ``most`` weights (a row a feature, a column a choice) that are worth most;
    ``keys``: the features' hashes, sorted. See ``jdlint.lang.en.gaps.table.unpacked``."""
    least = np.partition(worth.ravel(), -most)[-most] if worth.size > most else 0
    steps = np.round(np.where(worth >= least, weights, 0) * SCALE)
    steps = np.clip(steps, 1 - NOUGHT, NOUGHT - 1).astype(np.int16)
    kept = (steps != 0).any(1)
    keys, steps = keys[kept], steps[kept]
    counts = np.bincount(keys >> LOW, minlength=1 << (BITS - LOW)).astype(np.uint8)
    low = (keys & ((1 << LOW) - 1)).astype(np.uint8)
    rows = (steps + NOUGHT).astype(np.uint8).T
    data = counts.tobytes() + low.tobytes() + rows.tobytes()
    return bytes([weights.shape[1]]) + zlib.compress(data, 9)


def packed_sparse(keys: Any, weights: Any) -> bytes:
    """The file of weights of which most are nought (a row a feature, a column a choice); ``keys``:
    the features' hashes, sorted; of two that are alike the first counts. See
    ``jdlint.lang.en.gaps.sparse.unpacked``."""
    steps = np.clip(np.round(weights * sparse.SCALE), -127, 127).astype(np.int16)
    kept = (steps != 0).any(1)
    keys, steps = keys[kept], steps[kept]
    keys, firsts = np.unique(keys, return_index=True)
    steps = steps[firsts]
    features, choices = np.nonzero(steps)
    opens = np.concatenate(([True], features[1:] != features[:-1]))
    buckets = 1 << (BITS - LOW)
    parts = (
        np.bincount(keys >> LOW, minlength=buckets),
        np.bincount(keys[features] >> LOW, minlength=buckets),
        keys & ((1 << LOW) - 1),
        np.bincount(features, minlength=len(keys)),
        np.where(opens, choices, np.diff(choices, prepend=0)),
        steps[features, choices] + sparse.NOUGHT,
    )
    if max(part.max() for part in parts) > 0xFF:
        raise SystemExit("a bucket has more than fits into a byte")
    small = [_small(part.astype(np.uint8).tobytes()) for part in parts]
    sizes = b"".join(len(part).to_bytes(4, "little") for part in small)
    return bytes([weights.shape[1]]) + sizes + b"".join(small)


def _small(data: bytes) -> bytes:
    """Packed in the way that makes it smallest."""
    ways = []
    for way in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_HUFFMAN_ONLY):
        packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, way)
        ways.append(packer.compress(data) + packer.flush())
    return min(ways, key=len)
