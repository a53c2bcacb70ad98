"""Rows of postings that ``scripts/bulk-bench`` puts together from the paragraphs of pages."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WORDS = (
    "careful prompt friendly regular written weekly quarterly local senior joint annual modern open"
).split()
LEVELS = ("", "", "Junior", "Senior", "Lead")
FIELDS = "Backend Data Sales Support Bakery Payroll Network Quality".split()
ROLES = "Engineer Manager Analyst Assistant Consultant".split()
EDITS = (1, 3, 5, 10)  # words that differ in the copies of a planted cluster


def pages(folders: list[str]) -> list[list[str]]:
    """The paragraphs of each page that is long enough."""
    found = []
    for path in sorted(p for folder in folders for p in Path(folder).rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace")
        body = text.split("---", 2)[-1] if text.startswith("---") else text
        blocks = [
            block.strip() for block in re.split(r"\n\s*\n", body) if 20 < len(block.strip()) < 1_200
        ]
        if len(blocks) >= 6 and body.isprintable() is False:
            found.append(blocks)
    return found


def posting(rng: random.Random, known: list[list[str]]) -> list[str]:
    """A page's paragraphs with a good part of other pages'."""
    base = rng.choice(known)
    start = rng.randrange(max(len(base) - 12, 1))
    return [
        rng.choice(rng.choice(known)) if rng.random() < 0.4 else block
        for block in base[start : start + 12]
    ]


def edited(rng: random.Random, text: str, count: int) -> str:
    """A copy with so many words changed, added or left out."""
    words = text.split(" ")
    for _ in range(count):
        at = rng.randrange(len(words))
        new = rng.choice(([rng.choice(WORDS)], [words[at], rng.choice(WORDS)], []))
        words[at : at + 1] = new
    return " ".join(words)


def title(rng: random.Random) -> str:
    """A title of one of some forty families."""
    level, place = rng.choice(LEVELS), rng.choice(("", "", " (m/f/d)", ", Bergen", " - remote"))
    return f"{level} {rng.choice(FIELDS)} {rng.choice(ROLES)}{place}".strip()


def rows(count: int, clusters: int, known: list[list[str]]) -> Iterator[dict[str, Any]]:
    rng = random.Random(count)
    planted = set(rng.sample(range(count), min(clusters * 5, count // 2)))
    waiting: list[tuple[str, int]] = []
    made = 0
    for number in range(count):
        cluster = -1
        if number in planted:
            if not waiting:
                text = "\n\n".join(posting(rng, known))
                words = EDITS[made % len(EDITS)]
                waiting = [(edited(rng, text, words) if copy else text, made) for copy in range(5)]
                made += 1
            text, cluster = waiting.pop()
        else:
            text = "\n\n".join([*posting(rng, known), f"Reference {number}"])
        day = f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
        company = f"Company {int(rng.paretovariate(1.1)) % (count // 50 + 2)}"
        yield {
            "id": number,
            "company": company,
            "title": title(rng),
            "posted": day,
            "description": text,
            "cluster": cluster,
        }
