"""Folders that a generator wrote are read where they are named; snippets are what pages include."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import jdlint
from jdlint.cli.main import main
from tests.published.good import changed, html

SHOUTED = changed("title", "Night Baker!!!")
PAGE = """---
title: {title}
date_posted: 2026-03-02
req_id: FB-1
location: Leeds, United Kingdom
organization: Fernhill Bakery
{more}---

You bake bread for the town of Fernhill, from two in the morning until ten, with `{{{{ name }}}}` on
each label, and you teach two trainees how dough is made. You have two years of work behind you.
"""


def rules(path: Path) -> set[str]:
    return {d.rule for d in jdlint.check_paths([path], config={}).diagnostics}


def built(folder: Path) -> Path:
    (folder / "jobs" / "baker").mkdir(parents=True)
    (folder / "index.html").write_text("<html><body>Hello</body></html>", encoding="utf-8")
    (folder / "jobs" / "baker" / "index.html").write_text(html(SHOUTED), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["_site", "public", "dist", "www"])
def test_a_built_folder_that_is_named_is_read(tmp_path: Path, name: str) -> None:
    folder = built(tmp_path / name)
    assert "posting/decorated-title" in rules(folder)
    assert "posting/decorated-title" in rules(folder / "jobs")


def test_a_copied_readme_makes_no_source_of_a_built_folder(tmp_path: Path) -> None:
    folder = built(tmp_path / "_site")
    (folder / "README.md").write_text("# A theme\n", encoding="utf-8")
    assert "posting/decorated-title" in rules(folder)


@pytest.mark.parametrize(
    ("name", "text"), [("www", "# Baker\n"), ("public", "---\ntitle: Baker\n---\n")]
)
def test_a_folder_with_sources_is_not_built(tmp_path: Path, name: str, text: str) -> None:
    folder = built(tmp_path / name)
    (folder / "baker.md").write_text(text, encoding="utf-8")
    assert "posting/decorated-title" not in rules(folder)


def test_layouts_with_front_matter_are_no_built_pages(tmp_path: Path) -> None:
    folder = built(tmp_path / "_site")
    page = folder / "jobs" / "baker" / "index.html"
    page.write_text("---\nlayout: job\n---\n" + html(SHOUTED), encoding="utf-8")
    assert rules(folder) == set()


def test_snippets_are_checked_as_what_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "jdlint.yaml").write_text("{}\n", encoding="utf-8")
    (tmp_path / "jobs").mkdir()
    page = tmp_path / "jobs" / "baker.md"
    page.write_text(PAGE.format(title="Night Baker", more=""), encoding="utf-8")

    def export() -> bytes:
        assert main(["export", "jobs", "--format", "snippet", "--output-dir", "out"]) == 0
        return (tmp_path / "out" / "jobs" / "baker.html").read_bytes()

    first = export()
    assert rules(tmp_path / "out") == set()
    assert rules(tmp_path / "out" / "jobs" / "baker.html") == set()
    assert export() == first
    loud = tmp_path / "out" / "jobs" / "baker.html"
    loud.write_bytes(first.replace(b"Night Baker", b"Night Baker!!!"))
    assert rules(loud) == {"posting/decorated-title", "posting/differs-from-source"}


@pytest.mark.parametrize("more", ["closed: true\n", "draft: true\n", "status: filled\n"])
def test_a_job_that_is_over_has_an_empty_snippet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "jdlint.yaml").write_text("{}\n", encoding="utf-8")
    page = tmp_path / "baker.md"
    target = tmp_path / "out" / "baker.html"
    for lines, full in (("", True), (more, False), ("status: open\n", True)):
        page.write_text(PAGE.format(title="Night Baker", more=lines), encoding="utf-8")
        assert main(["export", ".", "--format", "snippet", "--output-dir", "out"]) == 0
        assert bool(target.read_text(encoding="utf-8")) == full


def test_no_generator_takes_a_text_for_templating(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "jdlint.yaml").write_text("{}\n", encoding="utf-8")
    title = '"Baker {{ site.x }} {% if %} {# x #} {<"'
    (tmp_path / "baker.md").write_text(PAGE.format(title=title, more=""), encoding="utf-8")
    assert main(["export", ".", "--format", "snippet", "--output-dir", "out"]) == 0
    text = (tmp_path / "out" / "baker.html").read_text(encoding="utf-8")
    assert not re.search(r"\{[{%#<]", text)
    inner = text.partition(">")[2].rpartition("</script>")[0]
    assert json.loads(inner)["title"] == "Baker {{ site.x }} {% if %} {# x #} {<"


def test_a_project_that_names_what_it_publishes_is_taken_by_its_word(tmp_path: Path) -> None:
    built(tmp_path / "www")
    (tmp_path / "jdlint.yaml").write_text('published: ["www/index.html"]\n', encoding="utf-8")
    assert not jdlint.check_paths([tmp_path]).diagnostics
    found = jdlint.check_paths([tmp_path / "www"]).diagnostics
    assert "posting/decorated-title" in {d.rule for d in found}


def test_why_says_what_a_published_file_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.html").write_text(html(SHOUTED), encoding="utf-8")
    (tmp_path / "b.json").write_text('{"name": "no job"}', encoding="utf-8")
    (tmp_path / "c.jsonl").write_text(json.dumps(SHOUTED), encoding="utf-8")
    assert main(["check", "--why", "a.html", "b.json", "c.jsonl"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "a.html: published, no page; postings in it: 1 (JSON-LD)"
    assert said[1] == "b.json: published, no page; postings in it: none (read as JSON)"
    assert said[2] == "c.jsonl: published: each line is read as a posting"
