"""A linear model of one pair of words that are mistaken for one another: which of them stands in a
place."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

EPOCHS, BATCH, RATE, SHRINK = 5, 512, 0.3, 0.06
LEAST = 3  # places in which a feature must stand
WORD, LIKE = 5_000, 2_000  # places of each word and of others like it in one model
KEPT = 350  # weights of a model: those that say most
MANY = 0.05  # where more of the places look like slips, they are none
BOTH = 2  # the name of both halves


class Places(NamedTuple):
    """Features, a row a place, and the half of the sources in which each stands."""

    rows: Any
    halves: Any


class Trained(NamedTuple):
    """Features and their weights, and the log odds of the places of the word that was meant, of the
    one that was written and of others like it, told by a model of the other half."""

    keys: Any
    weights: Any
    meant: Any
    written: Any
    others: Any


def fit(x: Any, y: Any, size: int, rng: Any) -> Any:
    """Weights of ``size`` features, the first of which has none: AdaGrad, with a step towards
    nought that keeps weights few."""
    weights, steps = np.zeros(size), np.full(size, 1e-2)
    for _ in range(EPOCHS):
        order = rng.permutation(len(x))
        for first in range(0, len(x), BATCH):
            some = order[first : first + BATCH]
            odds = np.clip(weights[x[some]].sum(1), -30, 30)
            wrong = 1 / (1 + np.exp(-odds)) - y[some]
            slope = np.bincount(x[some].ravel(), np.repeat(wrong, x.shape[1]), size)
            steps += slope * slope
            step = RATE / np.sqrt(steps)
            moved = weights - step * slope
            weights = np.sign(moved) * np.maximum(np.abs(moved) - SHRINK * step, 0)
            weights[0] = 0
    return weights


def numbered(rows: Any) -> tuple[Any, Any, Any]:
    """The features that stand in ``LEAST`` places, how often they do, and the rows with their
    numbers, from 1."""
    keys, places, times = np.unique(rows, return_inverse=True, return_counts=True)
    kept = times >= LEAST
    numbers = np.zeros(len(keys), np.int32)
    numbers[kept] = np.arange(1, kept.sum() + 1)
    return keys[kept], times[kept], numbers[places.reshape(rows.shape)]


def pruned(weights: Any, times: Any) -> Any:
    """The weights that say most; the others are nought."""
    says = np.abs(weights) * np.sqrt(np.concatenate([[0], times]))
    if len(says) <= KEPT:
        return weights
    return np.where(says >= np.sort(says)[-KEPT], weights, 0)


def fit_pair(meant: Places, written: Places, others: Places) -> Trained:
    """The model of all places. Where the model of the other half takes a written word for a slip,
    edited prose may well have one there: it is not trained on."""
    rng = np.random.default_rng(1)
    groups = (meant, written, others)
    kind = np.repeat(np.arange(3), [len(group.rows) for group in groups])
    half = np.concatenate([group.halves for group in groups])
    keys, times, x = numbered(np.concatenate([group.rows for group in groups]))
    y, good, odds = (kind == 0).astype(float), np.ones(len(x), bool), np.zeros(len(x))

    def trained(which: int) -> Any:
        chosen = []
        for number, most in enumerate((WORD, WORD, LIKE)):
            at = np.flatnonzero((kind == number) & good & ((half == which) | (which == BOTH)))
            chosen.append(rng.choice(at, most, replace=False) if len(at) > most else at)
        rows = np.concatenate(chosen)
        return pruned(fit(x[rows], y[rows], len(keys) + 1, rng), times)

    def halves() -> None:
        for which in (0, 1):
            rest = half != which
            odds[rest] = trained(which)[x[rest]].sum(1)

    halves()
    slips = (kind == 1) & (odds > np.median(odds[kind == 0])) if (kind == 0).any() else kind > 3
    if slips.any() and slips.sum() < max(3, MANY * len(written.rows)):
        good &= ~slips
        halves()
    weights = trained(BOTH)[1:]
    return Trained(keys, weights, odds[kind == 0], odds[kind == 1], odds[kind == 2])
