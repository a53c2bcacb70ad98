"""``jdlint links``: every link with where it leads, the same again from what was kept."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

from jdlint.cli.main import main
from jdlint.engine.passes.links import LinkRequest, list_links

PAGES = {
    "_config.yml": "url: https://harbour.example\n",
    "index.md": "---\n---\n\n[a](/jobs/pilot.html#pay) and [b](/jobs/pilot.html#pai)\n\n"
    "* ![](/logo.png) [c](/jobs/polot.html)\n\n[d]: https://other.example/\n"
    "[mail](mailto:a@b.example) <c@d>\n",
    "jobs/pilot.md": "---\n---\n\n## Pay\n\n[e](../index.html)\n",
    "jobs/mate.md": "---\n---\n\n[f](pilot.html)\n",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "site"
    for name, text in PAGES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def test_each_link_has_its_place_and_its_answer(site: Path) -> None:
    rows = [(a.path, a.line, a.column, a.url, a.answer) for a in list_links(_all(site)).links]
    assert rows == [
        ("index.md", 4, 5, "/jobs/pilot.html#pay", "resolves"),
        ("index.md", 4, 35, "/jobs/pilot.html#pai", "broken-anchor"),
        ("index.md", 6, 7, "/logo.png", "unknown"),
        ("index.md", 6, 22, "/jobs/polot.html", "broken-page"),
        ("index.md", 8, 6, "https://other.example/", "external"),
        ("index.md", 9, 8, "mailto:a@b.example", "external"),
        ("index.md", 9, 29, "mailto:c@d", "external"),
        ("jobs/mate.md", 4, 5, "pilot.html", "resolves"),
        ("jobs/pilot.md", 6, 5, "../index.html", "resolves"),
    ]


def test_what_was_kept_gives_the_same_answers_until_a_file_changes(site: Path) -> None:
    first = list_links(_all(site))
    assert list_links(_all(site)) == first
    (site / "jobs/pilot.md").write_text("---\n---\n\n## Wages\n", encoding="utf-8")
    changed = {(a.path, a.line, a.column): a.answer for a in list_links(_all(site)).links}
    assert changed["index.md", 4, 5] == "broken-anchor"
    (site / "jobs/pilot.md").unlink()
    assert {a.answer for a in list_links(_all(site)).links if "pilot" in a.url} == {"broken-page"}


def test_only_the_named_pages_are_listed(site: Path) -> None:
    found = list_links(LinkRequest(site, [site / "jobs/mate.md", site / "jobs"])).links
    assert [a.path for a in found] == ["jobs/mate.md", "jobs/pilot.md"]


def test_the_formats_say_the_same(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)["links"]
    assert data[1]["start"] == {"line": 4, "column": 35}
    assert data[1]["answer"] == "broken-anchor"
    assert set(data[1]) == {"path", "start", "url", "answer", "target", "reason"}
    assert main(["links", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(r["path"], r["url"], r["answer"]) for r in rows] == [
        (d["path"], d["url"], d["answer"]) for d in data
    ]
    assert main(["links", "--answer", "broken-page"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 link: 1 broken-page"


def test_paths_are_shown_as_seen_from_here(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "jdlint.yaml").write_text("site: {complete: true}\n", encoding="utf-8")
    monkeypatch.chdir(site / "jobs")
    main(["links", "--format", "json", "mate.md"])
    assert [d["path"] for d in json.loads(capsys.readouterr().out)["links"]] == ["mate.md"]


def test_an_old_build_is_told_in_one_sentence(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "jdlint.yaml").write_text("pages: ['**/*.md']\nsite: {built: out}\n", encoding="utf-8")
    (site / "out").mkdir()
    for name in ("index.html", "404.html"):
        (site / "out" / name).write_text("<p id='x'>x</p>", encoding="utf-8")
        os.utime(site / "out" / name, (1_000_000_000, 1_000_000_000))
    told = "3 pages are newer than the site in “out”: build it again to be sure"
    main(["links"])
    assert told in capsys.readouterr().err
    main(["check", "--exit-zero", "."])
    both = capsys.readouterr()
    assert told in both.out + both.err
    for page in site.rglob("*.md"):
        os.utime(page, (900_000_000, 900_000_000))
    main(["check", "--exit-zero", "."])
    both = capsys.readouterr()
    assert "newer than" not in both.out + both.err


def _all(site: Path) -> LinkRequest:
    return LinkRequest(site, [site])
