"""The table that ``scripts/bench`` prints, and docs/speed.md."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from bench_contenders import ROOT, Contender

PAGE = ROOT / "docs" / "speed.md"
TRIED = "## What was tried"  # opens what people write, which stays


def machine() -> str:
    """The processor, how many of it, and the Python."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    name = next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")),
        platform.machine(),
    )
    return f"{os.cpu_count()} × {name}, {platform.system()}, Python {platform.python_version()}"


def page_of(rows: list[Contender]) -> str:
    """docs/speed.md: the figures of this machine, and how they were taken."""
    parts = [
        "# Speed",
        f"Taken on {time.strftime('%Y-%m-%d')} with `scripts/bench` ({machine()}). Contenders "
        "take turns; a figure is the median of the rounds, of whole processes. “cold” has no "
        "cache, “warm” has one; an edited page is named alone, as a hook does. CPU counts user "
        "and system time of all processes; ratios are of it, since seconds tell as much of what "
        "else the machine does. The real site is GitLab’s of 2022: 217 job pages among 1,794.",
        table(rows),
        *growth(rows),
    ]
    _, mark, tried = PAGE.read_text(encoding="utf-8").partition(TRIED)
    return "\n\n".join(parts) + "\n" + (f"\n{mark}{tried}" if mark else "")


HEADS = (
    "case",
    "program",
    "seconds",
    "fastest",
    "CPU",
    "CPU × python",
    "CPU × rumdl",
    "peak memory",
)


def table(rows: list[Contender]) -> str:
    """A Markdown table; ratios are to python and to rumdl in the same case."""
    work = {(row.name, row.case): statistics.median(row.cpu) for row in rows if row.cpu}
    pythons = [seconds for row in rows if row.name == "python -c pass" for seconds in row.cpu]
    python = statistics.median(pythons) if pythons else 0.0
    lines = [f"| {' | '.join(HEADS)} |", "|---|---|---:|---:|---:|---:|---:|---:|"]
    for row in rows:
        if row.seconds:
            rumdl, own = work.get(("rumdl", row.case)), work[row.name, row.case]
            ratios = f"{own / python:.1f}" if python else "", f"{own / rumdl:.2f}" if rumdl else ""
            lines.append(f"| {' | '.join(cells(row, ratios))} |")
    return "\n".join(lines)


def cells(row: Contender, ratios: tuple[str, str]) -> tuple[str, ...]:
    return (
        row.case,
        row.name,
        f"{statistics.median(row.seconds):.3f}",
        f"{min(row.seconds):.3f}",
        f"{statistics.median(row.cpu):.3f}",
        *ratios,
        f"{row.peak / 1024:.0f} MB",
    )


def growth(rows: list[Contender]) -> Iterator[str]:
    """How the time for each page grows from the smallest to the largest site."""
    made = [row for row in rows if row.name == "jdlint" and row.case[0].isdigit()]
    runs = [row for row in made if row.seconds and row.case.endswith("cold")]
    cold = sorted(
        (int(row.case.split()[0].replace(",", "")), statistics.median(row.cpu)) for row in runs
    )
    if len(cold) > 2:
        (_, one), (few, some), (many, most) = cold[0], cold[1], cold[-1]
        first, last = (some - one) / (few - 1), (most - one) / (many - 1)
        yield (
            f"jdlint, cold, CPU beyond start-up: {first * 1e6:.0f} µs a page of {few:,}, "
            f"{last * 1e6:.0f} µs of {many:,}"
        )
