"""Weights as ``jdlint.lang.en.gaps.table`` reads them."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

import numpy as np

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
