"""Postings that say nearly the same are found, and no third one chains two that do not."""

from __future__ import annotations

import json
import random
from itertools import combinations, pairwise
from pathlib import Path

from tests.bulk.conftest import bulk, parquet, table

WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("n", "rt", "lk", "st")]


def text(rng: random.Random, count: int = 150) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(count))


def edited(rng: random.Random, given: str, count: int) -> str:
    words = given.split(" ")
    for place in rng.sample(range(len(words)), count):
        words[place] = "changed"
    return " ".join(words)


def alike(one: str, other: str) -> float:
    a, b = (set(pairwise(words)) for words in (one.split(), other.split()))
    return len(a & b) / len(a | b)


def test_planted_clusters_are_found_and_nothing_is_chained(tmp_path: Path) -> None:
    rng = random.Random(7)
    texts, planted = [text(rng) for _ in range(60)], []
    for cluster in range(20):
        base = text(rng)
        copies = [base, *(edited(rng, base, (1, 3, 5)[cluster % 3]) for _ in range(4))]
        planted.append(range(len(texts), len(texts) + 5))
        texts += copies
    chain = [text(rng)]
    for _ in range(30):  # each like the one before, the last one unlike the first
        chain.append(edited(rng, chain[-1], 5))
    texts += chain
    given = [{"id": n, "company": f"c{n % 3}", "text": t} for n, t in enumerate(texts)]
    out = tmp_path / "out"
    more = ["--select", "whitespace/final-newline"]
    assert bulk(out, parquet(tmp_path / "in.parquet", given), more=more) == 0
    found = table(out / "duplicates.parquet")
    of = {row["id"]: row["cluster"] for row in found}
    pairs = [
        pair
        for rows in planted
        for pair in combinations(rows, 2)
        if alike(texts[pair[0]], texts[pair[1]]) >= 0.7
    ]
    joined = sum(a in of and of[a] == of.get(b) for a, b in pairs)
    assert len(pairs) > 150
    assert joined >= 0.95 * len(pairs)
    for a, b in combinations(of, 2):
        if of[a] == of[b]:
            assert alike(texts[a], texts[b]) >= 0.7, (a, b)


def test_reposts_and_other_companies_are_told_apart(tmp_path: Path) -> None:
    rng = random.Random(1)
    one, other = text(rng), text(rng)
    given = [
        {"id": "a", "company": "x", "text": one},
        {"id": "b", "company": "x", "text": one},
        {"id": "c", "company": "y", "text": edited(rng, one, 2)},
        {"id": "d", "company": "y", "text": other},
    ]
    out = tmp_path / "out"
    assert bulk(out, parquet(tmp_path / "in.parquet", given)) == 0
    found = {row["id"]: (row["kind"], row["exact"]) for row in table(out / "duplicates.parquet")}
    assert found == {"a": ("first", True), "b": ("repost", True), "c": ("other-group", False)}
    counts = json.loads((out / "summary.json").read_text())["duplicates"]
    assert counts == {"clusters": 1, "rows": 3, "reposts": 1, "in_several_groups": 1}
