"""``jdlint init``: what it writes is what most pages do, it validates,
and it lints without an edit."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from jdlint import check_paths
from jdlint.cli.main import main
from tests.cli.conftest import GOOD
from tests.conftest import ROOT

EXTRA = "\n## Benefits\n\n* A bicycle\n* A pension\n"


@pytest.fixture
def site(repo: Path) -> Path:
    """Six pages that agree on most things."""
    (repo / "jobs" / "installer.md").unlink()
    for index, kind in enumerate(
        ["FULL_TIME", "FULL_TIME", "PART_TIME", "FULL_TIME", "PART_TIME", "FULL_TIME"]
    ):
        text = GOOD.replace(
            "layout: job",
            f"layout: job\nemployment_type: {kind}\nteam: {'sales' if index % 2 else 'works'}",
        )
        text = text.replace("## Requirements", "## Qualifications") if index == 5 else text
        (repo / "jobs" / f"page{index}.md").write_text(text + (EXTRA if index else ""))
    (repo / "README.md").write_text("# A site\n")
    return repo


def test_it_writes_what_most_pages_do(site: Path, jdlint: Any) -> None:
    answer = jdlint("init", "--schema")
    assert answer.code == 0, answer.err
    data = yaml.safe_load((site / "jdlint.yaml").read_text())
    assert data["pages"] == ["jobs/**/*.{md,markdown,mdx,md.erb}"]
    names = [(row["name"], row.get("required"), row.get("aliases")) for row in data["sections"]]
    assert names == [
        ("Responsibilities", True, None),
        ("Requirements", True, ["Qualifications"]),
        ("Benefits", "recommended", None),
    ]
    schema = json.loads((site / data["front-matter"]["schema"]).read_text())
    assert schema["required"] == ["employment_type", "layout", "team", "title"]
    assert schema["properties"]["team"]["enum"] == ["sales", "works"]
    assert "without the section “Benefits”: jobs/page0.md" in answer.out


def test_what_it_writes_lints_and_finds_the_outliers_only(site: Path, jdlint: Any) -> None:
    jdlint("init", "--schema")
    report = jdlint("check", "--format", "json", "--select", "sections,front-matter,links,file")
    rows = [(d["path"], d["rule"], d["severity"]) for d in report.data["diagnostics"]]
    assert rows == [
        ("jobs/page0.md", "sections/missing-section", "note"),
        ("jobs/page5.md", "sections/misnamed-section", "warning"),
    ]


def test_it_never_writes_over_a_file_without_being_told(site: Path, jdlint: Any) -> None:
    (site / "jdlint.yaml").write_text("pages: jobs\n")
    answer = jdlint("init")
    assert answer.code == 2
    assert "was left as it is" in answer.err
    assert (site / "jdlint.yaml").read_text() == "pages: jobs\n"
    assert jdlint("init", "--print").code == 0
    assert (site / "jdlint.yaml").read_text() == "pages: jobs\n"
    assert jdlint("init", "--force").code == 0
    assert "sections:" in (site / "jdlint.yaml").read_text()


def test_names_that_yaml_would_misread(repo: Path, jdlint: Any) -> None:
    for index in range(3):
        (repo / "jobs" / f"p{index}.md").write_text(
            GOOD.replace("## Responsibilities", "## You: “the #1” [role] {x} 'y' \\ \"z\"")
        )
    assert jdlint("init").code == 0
    assert jdlint("check", "--exit-zero").code == 0


def test_a_folder_without_job_pages(repo: Path, jdlint: Any) -> None:
    (repo / "empty").mkdir()
    shutil.rmtree(repo / "jobs")
    answer = jdlint("init")
    assert answer.code == 2
    assert "there are no job pages here" in answer.err


@pytest.mark.parametrize("name", ["jekyll", "hugo", "eleventy", "astro", "middleman"])
def test_sites_of_every_kind(
    tmp_path: Path, jdlint: Any, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    source = ROOT / "tests" / "sites" / name
    shutil.copytree(source, tmp_path / name)
    (tmp_path / name / ".git").mkdir()
    monkeypatch.chdir(tmp_path / name)
    answer = jdlint("init", "--schema")
    if answer.code == 2:
        pytest.skip(f"{name}: no job pages in this small site")
    assert f"built by {name}" in answer.out
    report = jdlint("check", "--format", "json", "--select", "front-matter,file")
    assert report.code == 0, report.out


@pytest.mark.slow
def test_a_real_site(
    tmp_path: Path, jdlint: Any, monkeypatch: pytest.MonkeyPatch, shared: Path
) -> None:
    shutil.copytree(
        shared / "corpora" / "gitlab-2022", tmp_path / "site", copy_function=shutil.copyfile
    )
    monkeypatch.chdir(tmp_path / "site")
    assert jdlint("init").code == 0
    data = yaml.safe_load(Path("jdlint.yaml").read_text())
    assert data["pages"] == [
        "sites/uncategorized/source/job-families/**/*.{md,markdown,mdx,md.erb}"
    ]
    assert data["site"]["generator"] == "middleman"
    assert {"Responsibilities", "Requirements", "Hiring Process"} <= {
        row["name"] for row in data["sections"]
    }


def test_at_a_terminal_it_offers_the_baseline(site: Path) -> None:
    main, side = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "jdlint", "init"], stdin=side, stdout=side, stderr=side, cwd=site,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    os.close(side)
    os.write(main, b"y\n")
    assert done.wait(60) == 0
    os.close(main)
    assert yaml.safe_load((site / "jdlint.yaml").read_text())["baseline"] == ".jdlint-baseline.json"
    assert json.loads((site / ".jdlint-baseline.json").read_text())["version"] == 1


OWN = """---
title: Baker {n}
posted_on: 2026-10-0{n}
closes: 2099-12-0{n}
min_salary: {n}8000
max_salary: {n}9500
currency: GBP
salary_period: year
town: Leeds
country: United Kingdom
apply: https://fernhill.example/apply/{n}
ref: {ref}
due: {due}
---

You bake bread number {n} for the town of Fernhill, from two in the morning until ten.

## Responsibilities

- Knead and bake loaf {n}

## Requirements

- Two years in a bakery
"""


def test_keys_of_its_own_are_mapped_once(tmp_path: Path) -> None:
    (tmp_path / "jobs").mkdir()
    for n in range(1, 6):
        text = OWN.format(n=n, ref=f"FB-{n}", due="soon")
        (tmp_path / "jobs" / f"{n}.md").write_text(text, encoding="utf-8")
    assert main(["init", str(tmp_path)]) == 0
    data = yaml.safe_load((tmp_path / "jdlint.yaml").read_text(encoding="utf-8"))
    assert data["posting"]["keys"] == {
        "datePosted": ["posted_on"],
        "validThrough": ["closes"],  # not “due”, whose values are no dates
        "identifier": ["ref"],
        "addressLocality": ["town"],
        "minValue": ["min_salary"],
        "maxValue": ["max_salary"],
        "unitText": ["salary_period"],
        "applyUrl": ["apply"],
    }
    page = tmp_path / "jobs" / "2.md"
    page.write_text(page.read_text("utf-8").replace("2099-12-02", "soon"), encoding="utf-8")
    found = check_paths([page]).diagnostics
    assert [d.message for d in found if d.rule == "front-matter/schema"] == [
        "“closes” is “soon”, expected a date such as 2026-01-31"
    ]


def test_keys_that_are_read_anyway_need_no_map(tmp_path: Path) -> None:
    (tmp_path / "jobs").mkdir()
    for n in range(1, 6):
        text = OWN.format(n=n, ref=f"FB-{n}", due=f"2099-12-0{n}")
        text = text.replace("posted_on", "date_posted").replace("closes", "deadline")
        text = text.replace("min_salary", "salary_min").replace("max_salary", "salary_max")
        text = (
            text.replace("salary_period", "per").replace("town", "city").replace("ref:", "req_id:")
        )
        text = text.replace("apply:", "apply_url:")
        (tmp_path / "jobs" / f"{n}.md").write_text(text, encoding="utf-8")
    assert main(["init", str(tmp_path)]) == 0
    data = yaml.safe_load((tmp_path / "jdlint.yaml").read_text(encoding="utf-8"))
    assert "posting" not in data
