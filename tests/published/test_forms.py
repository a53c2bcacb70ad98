"""Files in which postings are published: where they break, lie, and how far they are trusted."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

import jdlint
from jdlint.api import Session
from jdlint.engine.planning.request import Request


def test_broken_json_has_its_exact_place(tmp_path: Path) -> None:
    path = tmp_path / "job.json"
    path.write_text('{\n  "@type": "JobPosting",\n  "title": "Baker",,\n}\n', encoding="utf-8")
    (found,) = jdlint.check_paths([path], config={}).diagnostics
    assert (found.rule, found.start.line, found.start.column) == ("posting/broken", 3, 20)


def test_lines_are_placed_in_their_file_gzipped_too(tmp_path: Path) -> None:
    good = json.dumps({"@type": "WebPage"})
    bad = json.dumps({"@type": "JobPosting", "title": "Bäcker!"}, ensure_ascii=False)
    text = f"{good}\n\n{bad}\n"
    plain, packed = tmp_path / "a.jsonl", tmp_path / "b.jsonl.gz"
    plain.write_text(text, encoding="utf-8")
    packed.write_bytes(gzip.compress(text.encode()))
    for path in (plain, packed):
        report = jdlint.check_paths([path], config={}, select=["posting/decorated-title"])
        (found,) = report.diagnostics
        assert (found.start.line, found.start.column) == (3, 34)
        assert text[found.span.start : found.span.end] == '"Bäcker!"'


def test_a_feed_with_a_document_type_is_refused_and_reads_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    path = tmp_path / "feed.xml"
    path.write_text(
        f'<!DOCTYPE source [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<source><job><title>&x;</title></job></source>",
        encoding="utf-8",
    )
    (found,) = jdlint.check_paths([path], config={}).diagnostics
    assert found.rule == "posting/broken"
    assert "document type" in found.message


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("deep.json", b"[" * 100_000),
        ("deep.xml", b"<a>" * 100_000),
        ("number.json", b'{"a": ' + b"9" * 10_000 + b"}"),
        ("bytes.json", bytes(range(256))),
        ("cut.jsonl.gz", gzip.compress(b'{"a": 1}\n' * 1000, mtime=0)[:40]),
        ("no.json.gz", b"this is no gzip file"),
        ("nul.html", b'<html><script type=application/ld+json>\0{"@type": "JobPosting"</script>'),
    ],
)
def test_hostile_files_are_one_finding(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = jdlint.check_paths([path], config={}).diagnostics
    assert len(found) == 1
    assert found[0].rule in ("posting/broken", "file/unreadable")


def test_configuration_names_what_is_published(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    (tmp_path / "jobs").mkdir()
    (tmp_path / "dist" / "a.json").write_text('{"@type": "JobPosting",}', encoding="utf-8")
    (tmp_path / "jobs" / "a.md").write_text("---\ntitle: Baker\n---\nYou bake.\n", encoding="utf-8")
    (tmp_path / "jdlint.yaml").write_text('published: ["dist/*.json"]\n', encoding="utf-8")
    report = jdlint.check_paths([tmp_path])
    assert report.pages == 2
    assert [d.rule for d in report.diagnostics if d.path.endswith(".json")] == ["posting/broken"]
    (tmp_path / "jdlint.yaml").unlink()
    assert not any(d.path.endswith(".json") for d in jdlint.check_paths([tmp_path]).diagnostics)


def test_a_link_out_of_the_project_is_not_read(tmp_path: Path) -> None:
    """Named or found by a pattern: what a checkout brings may point anywhere."""
    (tmp_path / "secret.json").write_text('{"@type": "JobPosting", "title": "Hidden!!"}')
    site = tmp_path / "site"
    site.mkdir()
    (site / "job.json").symlink_to(tmp_path / "secret.json")
    (site / "jdlint.yaml").write_text("published: ['*.json']\n")
    for paths in ([site / "job.json"], [site]):
        report = jdlint.check_paths(paths)
        assert [d.rule for d in report.diagnostics] == ["file/unreadable"]
        assert "out of the project" in report.diagnostics[0].message
        assert "Hidden" not in str(report.diagnostics)


def test_what_is_not_reached_in_time_is_said(tmp_path: Path) -> None:
    path = tmp_path / "jobs.jsonl"
    path.write_text('{"@type": "JobPosting"}\n' * 3)
    report = Session(tmp_path).run(Request(tmp_path, (path,), seconds=1e-9))
    (found,) = report.diagnostics
    assert found.rule == "file/unreadable"
    assert "the time of this run" in found.message
