"""CONTRIBUTING.md is followed, word for word, in a copy of the project."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FILES = re.compile(r"^`([\w/.-]+)`\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)
ROWS = re.compile(
    r"^`([\w/.-]+)`, one row in `(\w+)`\n\n```python\n(.*?)^```", re.MULTILINE | re.DOTALL
)
PAGE = """---
layout: job
title: Forklift Driver
---

Send us your CV and a photo of yourself.

## Requirements

* FORKLIFT LICENCE REQUIRED
* Two years in a warehouse
"""
SITE = {
    "ovenpress.yml": "name: Mill\n",
    "pages/index.md": "# Mill\n",
    "pages/teams/bakery.md": "# Bakery\n\n## Night shift\n",
    "pages/jobs/baker.md": (
        "[team](/teams/bakery/#night-shift), [day](/teams/bakery/#day-shift), "
        "[gone](/teams/mill/)\n"
    ),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project to which everything that the page shows was added."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("jdlint", "rules", "schemas", "docs", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name, text in FILES.findall(TEXT):
        assert not (folder / name).exists(), f"{name} is there already"
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for name, table, row in ROWS.findall(TEXT):
        path = folder / name
        before = path.read_text(encoding="utf-8")
        head = re.search(rf"^{table}\b.* = .*[({{]\n", before, re.MULTILINE)
        assert head, f"{name} has no table {table}"
        after = before[: head.end()] + row + before[head.end() :]
        path.write_text(after, encoding="utf-8")
    for name, text in SITE.items():
        (folder / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / name).write_text(text, encoding="utf-8")
    (folder / "jobs").mkdir()
    (folder / "jobs" / "driver.md").write_text(PAGE, encoding="utf-8")
    return folder


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True
    )


def test_each_walk_is_there() -> None:
    assert len(FILES.findall(TEXT)) == 7
    assert len(ROWS.findall(TEXT)) == 4


@pytest.mark.parametrize(
    "name", ["inclusive/photo-request", "inclusive/gender-mark-nl", "lists/shouting-item"]
)
def test_a_rule_is_proven_alone(project: Path, name: str) -> None:
    done = run(project, "-m", "jdlint", "test", name)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 rule" in done.stdout


def test_a_rule_of_a_language_is_for_its_pages(project: Path) -> None:
    text = "---\ntitle: {}\nlang: {}\nlayout: job\n---\n\nBakker (m/v)\n"
    for code in ("nl", "en"):
        (project / f"{code}.md").write_text(text.format("Bakery", code), encoding="utf-8")
    words = ("-m", "jdlint", "check", "--select", "inclusive/gender-mark-nl", "--format", "concise")
    lines = run(project, *words, "nl.md", "en.md").stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["nl.md"]
    for code in ("nl", "en"):
        (project / f"{code}.md").unlink()


def test_a_language_is_one_package(project: Path) -> None:
    text = (
        "Sök jobbet senast måndag den 31 augusti 2026, inte den 31 juni 2027, och bli en av oss.\n"
    )
    (project / "lediga-jobb").mkdir()
    (project / "lediga-jobb" / "bagare.md").write_text(text, encoding="utf-8")
    words = ("-m", "jdlint", "check", ".", "--select", "style/impossible-date", "--format")
    lines = run(project, *words, "concise").stdout.splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["lediga-jobb/bagare.md:1:56"]
    shutil.rmtree(project / "lediga-jobb")


def test_the_check_is_found_and_the_format_shows_it(project: Path) -> None:
    wanted = "inclusive/photo-request,lists/shouting-item"
    words = ("-m", "jdlint", "check", "jobs", "--select", wanted, "--format")
    lines = run(project, *words, "concise").stdout.splitlines()
    assert [line.split()[2] for line in lines] == wanted.split(",")
    assert run(project, *words, "paths").stdout == "jobs/driver.md\n"


def test_links_are_judged_as_the_generator_builds_them(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "jdlint", "links", ".", "--format", "json"],
        cwd=project / "site",
        env=os.environ | {"PYTHONPATH": str(project), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    answers = {link["url"]: link["answer"] for link in json.loads(done.stdout)["links"]}
    assert answers == {
        "/teams/bakery/#night-shift": "resolves",
        "/teams/bakery/#day-shift": "broken-anchor",
        "/teams/mill/": "broken-page",
    }


def test_generated_pages_follow(project: Path) -> None:
    done = run(project, "scripts/generate")
    assert done.returncode == 0, done.stderr
    assert (project / "docs" / "rules" / "inclusive" / "photo-request.md").is_file()
    assert "shouting-items" in (project / "docs" / "checks.md").read_text(encoding="utf-8")
    schema = (project / "schemas" / "config.schema.json").read_text(encoding="utf-8")
    assert '"ovenpress"' in schema
    assert "| `paths` |" in (project / "docs" / "ci.md").read_text(encoding="utf-8")
