"""A site too large for memory, whose facts lie in a file, gets the report that it would get."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from jdlint import api
from jdlint.core.diagnostic import Report
from jdlint.engine import run
from jdlint.engine.passes import site as passes
from tests.engine.test_incremental import Site, steps

GERMAN = """---
title: Bäcker {number}
---

Wir suchen einen Bäcker, der mit uns das Brot für das ganze Tal backt.

## Aufgaben

* Brot backen für das ganze Tal
* Siehe [unsere Werte](/jobs/werte/#mut) und mehr
"""


def _check(monkeypatch: pytest.MonkeyPatch, cache: str, root: Path, *, large: bool) -> Report:
    monkeypatch.setenv("JDLINT_CACHE_DIR", cache)
    monkeypatch.setattr(run, "LARGE", 1 if large else 1_000_000)
    api._CHECKERS.clear()
    return api.check_paths([root], grammar="off", jobs=1)


@pytest.mark.slow
@pytest.mark.parametrize("most", [0, 1_000], ids=["nothing is kept", "kept for the next run"])
def test_a_large_site_gets_the_report_of_a_small_one(
    most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passes, "MOST", most)
    site, cache = Site(tmp_path / "site", random.Random(7)), str(tmp_path / "cache")
    for number in range(12):
        site.add()
        page = site.root / "jobs" / f"de-{number}" / "index.md"
        page.parent.mkdir()
        page.write_text(GERMAN.format(number=number), encoding="utf-8")
    for _ in steps(site):
        small = _check(monkeypatch, "", site.root, large=False)
        assert _check(monkeypatch, cache, site.root, large=True) == small
        assert len({row.rule for row in small.diagnostics}) > 5
