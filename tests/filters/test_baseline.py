"""``jdlint baseline`` and ``--baseline``: what is known stays quiet, what is new does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from jdlint.core.errors import ConfigError
from jdlint.filters import baseline
from jdlint.filters.baseline import Known
from tests.cli.conftest import GOOD
from tests.conftest import ROOT

NAME = ".jdlint-baseline.json"
OLD = GOOD.replace("homes around Kyoto.", "homes in order to warm people.").replace(
    "heat pumps\n", "the the heat pumps\n"
)
NEW = "\nYou teach in order to learn.\n"


@pytest.fixture
def page(repo: Path) -> Path:
    path = repo / "jobs" / "old.md"
    path.write_text(OLD)
    return path


def rules(jdlint: Any, *arguments: str) -> list[str]:
    return list(jdlint("check", "--baseline", NAME, "--format", "json", *arguments).rules)


def test_what_is_recorded_is_not_shown(page: Path, jdlint: Any) -> None:
    answer = jdlint("baseline")
    assert answer.code == 0
    assert "2 findings on 1 page recorded in .jdlint-baseline.json" in answer.out
    quiet = jdlint("check", "--baseline", NAME, "--fail-on", "note")
    assert quiet.code == 0
    assert "2 findings of the baseline are not shown" in quiet.out
    page.write_text(OLD + NEW)
    answer = jdlint("check", "--baseline", NAME, "--format", "json")
    assert answer.rules == ["style/wordy-phrase"]
    assert answer.data["diagnostics"][0]["start"]["line"] == 18


def test_moved_lines_and_changes_elsewhere_keep_what_is_known(page: Path, jdlint: Any) -> None:
    jdlint("baseline")
    page.write_text(OLD.replace("---\n\nYou", "---\n\nWe are Fernhill Energy.\n\nYou"))
    assert rules(jdlint) == []
    page.write_text(OLD.replace("\n", "\r\n"))
    assert rules(jdlint) == []
    page.write_text(OLD.replace("You install", "In all of Japan, from north to south, you install"))
    assert rules(jdlint) == [], "other words of the paragraph do not count"
    page.write_text(OLD.replace("warm people", "feed cats"))
    assert rules(jdlint) == ["style/wordy-phrase"], "the words around it do"


def test_alike_findings_are_counted(page: Path, jdlint: Any) -> None:
    page.write_text(GOOD + NEW + NEW)
    jdlint("baseline")
    assert json.loads(Path(NAME).read_text())["findings"]["jobs/old.md"][0]["count"] == 2
    page.write_text(GOOD + NEW + NEW + NEW)
    found = jdlint("check", "--baseline", NAME, "--format", "json").data["diagnostics"]
    assert [d["start"]["line"] for d in found] == [22]


def test_a_renamed_page_takes_its_record_along(page: Path, jdlint: Any) -> None:
    jdlint("baseline")
    page.rename(page.with_name("fitter.md"))
    assert rules(jdlint) == []
    (page.with_name("copy.md")).write_text(OLD)
    assert len(rules(jdlint)) == 2, "of a copy it is new"
    page.with_name("copy.md").unlink()
    jdlint("baseline", "--prune")
    assert list(json.loads(Path(NAME).read_text())["findings"]) == ["jobs/fitter.md"]
    assert rules(jdlint) == []


def test_prune_drops_what_is_gone_and_adds_nothing(page: Path, jdlint: Any) -> None:
    jdlint("baseline")
    page.write_text(OLD.replace("the the", "the") + NEW)
    answer = jdlint("check", "--baseline", NAME)
    assert "1 finding of the baseline is gone" in answer.out
    answer = jdlint("baseline", "--prune")
    assert "1 finding dropped, 1 finding left in .jdlint-baseline.json" in answer.out
    assert "gone" not in jdlint("check", "--baseline", NAME).out
    assert rules(jdlint) == ["style/wordy-phrase"]
    assert rules(jdlint, "--select", "grammar") == []


def test_only_the_named_pages_are_recorded_anew(page: Path, jdlint: Any) -> None:
    other = page.with_name("other.md")
    other.write_text(OLD)
    jdlint("baseline")
    other.write_text(GOOD)
    page.write_text(OLD + NEW)
    jdlint("baseline", "jobs/old.md")
    found = json.loads(Path(NAME).read_text())["findings"]
    assert {path: len(rows) for path, rows in found.items()} == {
        "jobs/old.md": 3,
        "jobs/other.md": 2,
    }
    jdlint("baseline")
    assert list(json.loads(Path(NAME).read_text())["findings"]) == ["jobs/old.md"]


def test_the_configuration_may_name_it(page: Path, jdlint: Any) -> None:
    Path("jdlint.yaml").write_text("pages: jobs/*.md\nbaseline: known.json\n")
    missing = jdlint("check")
    assert missing.code == 2
    assert "there is no such baseline; “jdlint baseline” writes it" in missing.err
    jdlint("baseline")
    assert Path("known.json").is_file()
    assert jdlint("check").code == 0
    assert jdlint("check", "--no-baseline").code == 1
    Path("jdlint.yaml").write_text("pages: jobs/*.md\nbaseline: ../known.json\n")
    assert "lies outside the project" in jdlint("baseline").err


def test_fixes_leave_alone_what_is_known(page: Path, jdlint: Any) -> None:
    jdlint("baseline")
    jdlint("check", "--baseline", NAME, "--fix")
    assert page.read_text() == OLD


def test_the_file_is_sorted_and_fits_its_schema(page: Path, jdlint: Any) -> None:
    page.with_name("another.md").write_text(OLD)
    jdlint("baseline")
    first = Path(NAME).read_text()
    data = json.loads(first)
    schema = json.loads((ROOT / "schemas" / "baseline.schema.json").read_text())
    Draft202012Validator(schema).validate(data)
    assert list(data["findings"]) == sorted(data["findings"])
    assert len(first.splitlines()) == 4 + 2 * (2 + 2) + 1
    jdlint("baseline")
    assert Path(NAME).read_text() == first
    assert baseline.dumps(baseline.loads(first.encode(), NAME)) == first
    for path in page.parent.iterdir():
        path.write_text(GOOD)
    jdlint("baseline")
    Draft202012Validator(schema).validate(json.loads(Path(NAME).read_text()))


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", '{"version": 1}', '{"version": 2, "findings": {}}',
        '{"version": 1, "findings": []}', '{"version": 1, "findings": {"a.md": {}}}',
        '{"version": 1, "findings": {"a.md": [1]}}', "[" * 100_000,
        '{"version": 1, "findings": {"a.md": [{"rule": "a/b", "text": "", "fingerprint": "zz"}]}}',
        (
            '{"version": 1, "findings": {"a.md": [{"rule": "a/b", "text": "", "fingerprint": '
            '"0123456789abcdef", "count": true}]}}'
        ),
        '<<<<<<< HEAD\n{"version": 1, "findings": {}}\n', "\ud800",
    ],
)  # fmt: skip
def test_a_damaged_file_is_one_sentence(page: Path, jdlint: Any, text: str) -> None:
    Path(NAME).write_bytes(text.encode("utf-8", "surrogatepass"))
    answer = jdlint("check", "--baseline", NAME)
    assert answer.code == 2
    assert len(answer.err.splitlines()) == 1
    assert "this is no baseline" in answer.err
    assert jdlint("baseline", "--prune").code == 2
    with pytest.raises(ConfigError):
        baseline.loads(text.encode("utf-8", "surrogatepass"), NAME)


def test_no_file_and_a_folder(page: Path, jdlint: Any) -> None:
    assert "there is no such baseline" in jdlint("check", "--baseline", "none.json").err
    assert "cannot be read" in jdlint("check", "--baseline", "jobs").err
    assert jdlint("baseline", "--output", "no/such/folder.json").code == 2


def test_updated_and_pruned() -> None:
    one, two = {"f" * 16: Known("a/b", "x", 2)}, {"e" * 16: Known("a/c", "y", 1)}
    old = {"here.md": one, "unseen.md": two, "gone.md": two}
    here = {"here.md", "unseen.md"}.__contains__
    assert baseline.updated(old, {}, {"here.md"}, here) == {"unseen.md": two}
    less = {"here.md": {"f" * 16: Known("a/b", "x", 1), "d" * 16: Known("a/b", "z", 1)}}
    kept = {"here.md": {"f" * 16: Known("a/b", "x", 1)}, "unseen.md": two}
    assert baseline.pruned(old, less, {"here.md"}, here) == kept


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (None, "baseline: .jdlint-baseline.json\n"),
        ("pages: jobs/*.md", "pages: jobs/*.md\nbaseline: .jdlint-baseline.json\n"),
        (
            "# ours\npages: jobs/*.md\n",
            "# ours\npages: jobs/*.md\nbaseline: .jdlint-baseline.json\n",
        ),
    ],
)
def test_a_baseline_enters_itself_and_is_used(
    repo: Path, page: Path, jdlint: Any, old: str | None, new: str
) -> None:
    config = repo / "jdlint.yaml"
    config.unlink(missing_ok=True)
    if old is not None:
        config.write_text(old)
    assert page.is_file()
    assert jdlint("check", "jobs", "--fail-on", "note").code == 1
    answer = jdlint("baseline", "jobs")
    assert "jdlint.yaml names it now" in answer.out
    assert config.read_text() == new
    assert jdlint("check", "jobs", "--fail-on", "note").code == 0
    assert "names it now" not in jdlint("baseline", "--update", "jobs").out
    assert config.read_text() == new
