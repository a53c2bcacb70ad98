"""What one company's postings say differently is found as it is on a site; the report shows all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bulk.conftest import bulk, parquet, rows, table

ABOUT = (
    "Crumb & Sons has baked bread in Bergen since 1908, and its ovens have never gone cold in all "
    "those years of {what}."
)
PAGE = "## About us\n\n{about}\n\n## Responsibilities\n\n* Bake {n} loaves\n* Sell {n} rolls\n"


def given() -> list[dict[str, str]]:
    odd = ABOUT.format(what="craft and of trade")
    usual = ABOUT.format(what="craft and trade")
    return [
        {
            "id": f"j{n}",
            "company": "Crumb",
            "text": PAGE.format(n=n, about=odd if n == 7 else usual),
        }
        for n in range(12)
    ] + [{"id": "other", "company": "Else", "text": PAGE.format(n=99, about=odd)}]


def test_drift_is_found_within_a_group_as_on_a_site(tmp_path: Path) -> None:
    import jdlint

    rows, out = given(), tmp_path / "out"
    assert bulk(out, parquet(tmp_path / "in.parquet", rows)) == 0
    found = {(f["id"], f["rule"]) for f in table(out / "findings.parquet")}
    session = jdlint.Session(config={}, grammar="off")
    texts = {row["id"]: row["text"] for row in rows if row["company"] == "Crumb"}
    records = [jdlint.page_record(text, path=name, session=session) for name, text in texts.items()]
    site = jdlint.site_report(records, texts.__getitem__, session=session)
    wanted = {(d.path, d.rule) for d in site.diagnostics if d.rule.startswith("consistency/")}
    assert ("j7", "consistency/wording-drift") in wanted
    assert wanted == {row for row in found if row[1].startswith("consistency/")}
    for row in table(out / "findings.parquet"):
        if row["rule"] == "consistency/wording-drift":
            assert texts[row["id"]][row["start"] : row["end"]] == row["found"]
            assert row["related"] in texts


def test_the_report_shows_it_and_nothing_in_it_runs(tmp_path: Path) -> None:
    rows = given()
    rows[0]["company"] = "<script>alert(1)</script>"
    rows[1]["text"] += "\n* Eat the <img src=x onerror=alert(1)> the the bread\n"
    report = tmp_path / "out" / "r.html"
    path = parquet(tmp_path / "in.parquet", rows)
    assert bulk(tmp_path / "out", path, more=["--report", str(report)]) == 0
    text = report.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "<img" not in text
    assert "&lt;script&gt;" in text
    assert "default-src 'none'" in text
    data = json.loads((tmp_path / "out" / "summary.json").read_text())
    assert {g["name"]: g["rows"] for g in data["by_group"]}["Crumb"] == 11
    assert data["groups"] == {"compared": 1, "rows_left_out": 0}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Senior Data Engineer (m/f/d), Bergen", "engineer data"),
        ("Data Engineer - Remote", "engineer data"),
        ("data engineer III", "engineer data"),
        ("Lead Baker in Oslo", "baker"),
        ("Bäcker:in (m/w/d) für Brot", "bäcker"),
        ("C++ Developer", "developer c++"),
        ("2026", ""),
        ("", ""),
    ],
)
def test_titles_of_one_kind_are_one_family(title: str, kind: str) -> None:
    from jdlint.bulk.across.plan import family

    assert family(title) == kind


def test_large_companies_are_cut_between_families(tmp_path: Path) -> None:
    """None is larger than the most, a family that fits is whole, and no row is in two."""
    from collections import Counter

    from jdlint.bulk.across.plan import NONE, plan
    from jdlint.bulk.inputs.files import parts_of
    from jdlint.bulk.inputs.read import input_of, read
    from jdlint.bulk.settings import Columns

    kinds = {"Baker": 30, "Junior Baker": 9, "Driver": 35, "Data Analyst": 7, "Web Analyst": 8}
    kinds["Seller, Bergen"] = 95
    titles = [title for title, count in kinds.items() for _ in range(count)]
    given = [{"id": n, "company": "Crumb", "title": t, "text": ""} for n, t in enumerate(titles)]
    given += [{"id": -1, "company": c, "title": "", "text": ""} for c in ("A", "A", "B", "")]
    columns = Columns("text", "id", "company", "title")
    path = str(parquet(tmp_path / "in.parquet", given[::-1]))
    cut = plan(read(input_of(parts_of([path]), columns), columns), {(path, 0)}, most=40)
    of = cut.of.tolist()[::-1]
    sizes = Counter(of)
    assert [sizes[group] for group in range(len(cut.sizes))] == cut.sizes.tolist()
    assert max(cut.sizes) <= 40
    groups = {title: {g for g, t in zip(of, titles, strict=False) if t == title} for title in kinds}
    assert groups["Baker"] == groups["Junior Baker"]
    assert groups["Data Analyst"] == groups["Web Analyst"] != groups["Driver"]
    assert [len(groups[title]) for title in kinds] == [1, 1, 1, 1, 1, 3]
    assert of[-4:] == [of[-3], of[-3], NONE, NONE]
    assert of[-3] not in of[:-4]


@pytest.mark.slow
def test_finished_groups_are_not_compared_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jdlint.bulk.across import plan, second
    from jdlint.bulk.engines import local

    monkeypatch.setattr(plan, "_UNIT", 12)
    both = given() + [{**row, "id": str(row["id"])} for row in rows(30)]
    path, out = parquet(tmp_path / "in.parquet", both), tmp_path / "out"
    assert bulk(tmp_path / "whole", path) == 0
    done: list[int] = []
    keep = second.write_atomically

    def write(path: Path, data: bytes) -> None:
        if len(done) == 2:
            raise KeyboardInterrupt
        keep(path, data)
        done.append(int(path.stem))

    monkeypatch.setattr(second, "write_atomically", write)
    assert bulk(out, path) == 130
    monkeypatch.setattr(second, "write_atomically", keep)
    asked: list[int] = []
    whole = local.run_local

    def spy(batches: Any, *more: Any) -> Any:
        kept = list(batches)
        asked.extend(batch.number for batch in kept if batch.group)
        return whole(kept, *more)

    monkeypatch.setattr(local, "run_local", spy)
    assert bulk(out, path, more=["--resume"]) == 0
    assert len(asked) > 0
    assert not set(asked) & set(done)
    for name in ("rows.parquet", "findings.parquet"):
        assert table(out / name) == table(tmp_path / "whole" / name)
