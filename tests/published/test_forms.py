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
    "text",
    [
        "<article itemscope itemtype=https://schema.org/JobPosting><p>You bake<br>bread",
        "<section class=a><p>You bake.",
        "<main>Bread<br></main>",
        "",
        "{% include head.html %}<p>You bake.",
    ],
)
def test_a_part_of_a_page_is_html(text: str, tmp_path: Path) -> None:
    for name in ("part.html", "part.htm"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert not jdlint.check_paths([tmp_path / name], config={}).diagnostics


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.json", "", "it is empty"),
        ("a.json", "\n", "it is empty"),
        ("a.json", "Not Found", "a value is expected here"),
        ("a.json", "<html><body>Not found</body></html>", "a value is expected here"),
        ("a.json", '{"a": "b\nc"}', "goes on in the next line"),
        ("a.json", '{"a": "b', "does not end"),
        ("a.xml", "", "it is empty"),
        ("a.xml", "Not Found", "it is no XML"),
        ("a.xml", "<source><job><title>Bread & cake</title></job></source>", "“&amp;”"),
        ("a.xml", "<source><job><url>/a?b=1&c=2</url></job></source>", "“&amp;”"),
        ("a.xml", "<source><job><title>Bread</job></source>", "ends nothing that is open"),
        ("a.xml", "<source><job><title>Bread</title></job>", "before its last tag"),
        ("a.xml", "<source><job><title>Bread&nbsp;</title></job></source>", "entity"),
    ],
)
def test_what_is_broken_is_said_in_its_own_words(
    name: str, text: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    report = jdlint.check_paths([tmp_path / name], config={})
    (found,) = [d for d in report.diagnostics if d.rule == "posting/broken"]
    assert said in found.message


def test_a_named_file_without_a_posting_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.json").write_text('{"status": 404}', encoding="utf-8")
    (tmp_path / "b.xml").write_text("<rss><channel><item/></channel></rss>", encoding="utf-8")
    (tmp_path / "c.json").write_text('{"@type": "JobPosting",}', encoding="utf-8")
    (tmp_path / "d.jsonl").write_text('{"a": 1}\n{"@type": "JobPosting"}\n', encoding="utf-8")
    paths = [tmp_path / name for name in ("a.json", "b.xml", "c.json", "d.jsonl")]
    report = jdlint.check_paths(paths, config={})
    assert report.notices == (
        "a.json: no posting found in it (read as JSON)",
        "b.xml: no posting found in it (read as XML)",
    )
    assert (report.pages, report.published, report.postings) == (4, 4, 1)
    # a hook names all that has changed, and patterns of a configuration match what they like
    hook = Request(tmp_path, (tmp_path / "a.json",), changed=True)
    assert Session(tmp_path).run(hook).notices == ()
    (tmp_path / "jdlint.yaml").write_text("published: ['*.json']\n")
    assert jdlint.check_paths([tmp_path]).notices == ()


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
