"""What one company's postings say differently is found as it is on a site; the report shows all."""

from __future__ import annotations

import json
from pathlib import Path

from tests.bulk.conftest import bulk, parquet, table

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
