"""Bad input of every kind: one clear sentence with a place, exit 2 or a diagnostic,
never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import GOOD

PAGES = {
    "empty": (b"", "front-matter/missing-front-matter"),
    "blank": (b"\n\n", "front-matter/missing-front-matter"),
    "unclosed": (b"---\nlayout: job\ntitle: A\n\ntext\n", "front-matter/unclosed-front-matter"),
    "bad-yaml": (b"---\nlayout: job\ntitle: a: b\n---\n", "front-matter/unparsable-front-matter"),
    "tabs": (b"---\nlayout: job\n\ttitle: b\n---\n", "front-matter/unparsable-front-matter"),
    "scalar": (b"---\njust text\n---\n", "front-matter/unparsable-front-matter"),
    "list": (b"---\n- a\n---\n", "front-matter/unparsable-front-matter"),
    "duplicate": (b"---\nlayout: job\ntitle: A\ntitle: B\n---\n", "front-matter/duplicate-key"),
    "bad-toml": (b"+++\ntitle = A\n+++\n", "front-matter/unparsable-front-matter"),
    "bad-json": (b'{"title": }\n\ntext\n', "front-matter/unparsable-front-matter"),
    "latin-1": (b"---\nlayout: job\ntitle: Caf\xe9\n---\n", "file/not-utf-8"),
    "utf-16": ("---\nlayout: job\n---\n".encode("utf-16"), "file/not-utf-8"),
    "deep-yaml": (b"---\na: " + b"[" * 5000 + b"\n---\n", "front-matter/unparsable-front-matter"),
    "deep-blocks": (b"---\n" + b"- " * 5000 + b"a\n---\n", "front-matter/unparsable-front-matter"),
    "python-tag": (
        b"---\nlayout: !!python/object/apply:os.system ['x']\ntitle: A\n---\n",
        "front-matter/schema",
    ),
    "huge-meta": (
        b"---\nlayout: job\ntitle: " + b"a" * 70_000 + b"\n---\n",
        "front-matter/unparsable-front-matter",
    ),
    "bombs": (
        b"---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\ntitle: *a\n---\n",
        "front-matter/schema",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_bad_page_is_a_diagnostic(repo: Path, jdlint: Any, name: str) -> None:
    content, rule = PAGES[name]
    (repo / "jobs" / "bad.md").write_bytes(content)
    answer = jdlint("check", "jobs/bad.md", "--format", "json")
    assert (answer.code, answer.err) == (1, "")
    assert rule in answer.rules, answer.rules
    for d in answer.data["diagnostics"]:
        assert d["message"], d


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_line_ends_and_bom_change_nothing(repo: Path, jdlint: Any, ends: str, bom: str) -> None:
    bad = GOOD.replace("Requirements", "Requirments").replace("title:", "titel:")
    (repo / "jobs" / "plain.md").write_bytes(bad.encode())
    (repo / "jobs" / "other.md").write_bytes((bom + bad.replace("\n", ends)).encode())
    rows: dict[str, list[Any]] = {"jobs/plain.md": [], "jobs/other.md": []}
    for d in jdlint("check", "--format", "json", "--ignore", "consistency,grammar,style").data[
        "diagnostics"
    ]:
        rows[d["path"]].append((d["rule"], d["start"], d["end"]))
    assert rows["jobs/plain.md"] == rows["jobs/other.md"] != []


def test_no_final_newline_is_said(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "installer.md").write_text(GOOD.rstrip("\n"))
    assert jdlint("check", "--format", "json").rules == ["whitespace/final-newline"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_an_unreadable_file_is_a_diagnostic(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "installer.md").chmod(0)
    assert jdlint("check", "--format", "json").rules == ["file/unreadable"]


def test_a_dangling_link_is_a_diagnostic(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "gone.md").symlink_to(repo / "nowhere.md")
    answer = jdlint("check", "jobs/gone.md", "--format", "json")
    assert answer.rules == ["file/unreadable"]
    assert "no such file" in answer.data["diagnostics"][0]["message"]


def test_a_fifo_does_not_hang(repo: Path, jdlint: Any) -> None:
    os.mkfifo(repo / "jobs" / "pipe.md")
    answer = jdlint("check", "jobs/pipe.md", "--format", "json")
    assert answer.rules == ["file/unreadable"]


@pytest.mark.slow
def test_ten_megabytes_are_read(repo: Path, jdlint: Any) -> None:
    (repo / "jobs" / "big.md").write_text(
        GOOD + "\nYou install heat pumps in homes. " * 300_000 + "\n"
    )
    answer = jdlint("check", "jobs/big.md", "--format", "json", "--ignore", "grammar,consistency")
    assert answer.err == ""
    assert answer.data["summary"]["pages"] == 1


CONFIGS = {
    "unknown-key": (
        "page: jobs/*.md\n",
        "jdlint.yaml:1:1: unknown key “page”, did you mean “pages”?",
    ),
    "unknown-rule": (
        "rules:\n  links/broken-links: error\n",
        "there is no rule or group “links/broken-links”",
    ),
    "bad-severity": ("rules:\n  links: fatal\n", "“links”"),
    "bad-yaml": ("pages: [\n", "jdlint.yaml:"),
    "list": ("- a\n", "jdlint.yaml:1:1: a configuration maps keys to values"),
    "duplicate": ("pages: a\npages: b\n", "jdlint.yaml:2:1: the key “pages” stands twice"),
    "no-profile": ("extends: sloppy\n", "there is no profile “sloppy”"),
    "no-file": (
        "extends: ./other.yaml\n",
        "the file “./other.yaml” that “extends” names does not exist",
    ),
    "circle": ("extends: ./jdlint.yaml\n", "goes round in a circle"),
    "outside": ("extends: ../../etc/x.yaml\n", "may not leave the project"),
    "no-schema": (
        "front-matter: {schema: nothing.json}\n",
        "the schema “nothing.json” cannot be read",
    ),
    "schema-outside": ("front-matter: {schema: ../../x.json}\n", "lies outside the project"),
    "no-rules": ("rule-paths: [lint]\n", "there is no folder “lint”"),
    "section": ("sections: [{nam: A}]\n", "unknown key “nam”, did you mean “name”?"),
    "param": (
        "rules:\n  links/inconsistent-link: {trailing: always}\n",
        "has no parameter “trailing”",
    ),
}


@pytest.mark.parametrize("name", CONFIGS)
def test_a_bad_configuration_is_one_sentence(repo: Path, jdlint: Any, name: str) -> None:
    text, words = CONFIGS[name]
    (repo / "jdlint.yaml").write_text(text)
    answer = jdlint("check")
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("kind", ["folder", "link", "pipe"])
@pytest.mark.parametrize("name", ["jdlint.yaml", ".jdlint.yml", ".jdlint-words.txt"])
def test_what_is_no_file_is_not_passed_over(
    repo: Path, jdlint: Any, name: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repo / "jdlint.yaml").unlink(missing_ok=True)
    place, said = (
        repo / name,
        {"folder": "a folder", "link": "a link to nothing"}.get(kind, "no file"),
    )
    if kind == "folder":
        place.mkdir()
    elif kind == "link":
        place.symlink_to("nowhere")
    else:
        os.mkfifo(place)
    monkeypatch.chdir(repo)
    for command in (["check"], ["check", "--fix"], ["words", "--add", "Fernhill"]):
        answer = jdlint(*command)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == f"jdlint: {name}: this is {said}; put a file there, or remove it\n"


def test_words_that_lead_out_of_the_project(
    repo: Path, jdlint: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The file is named, whether the configuration names it or not."""
    outside = tmp_path_factory.mktemp("outside") / "words.txt"
    outside.write_text("Fernhill\n")
    (repo / ".jdlint-words.txt").symlink_to(outside)
    answer = jdlint("check")
    assert answer.code == 2
    assert answer.err.startswith("jdlint: .jdlint-words.txt: the file of words leads out")


RULES = {
    "no-check": ("summary: A\ncheck: nothing\nmessage: B\n", "there is no check “nothing”"),
    "unknown-key": (
        "summary: A\ncheck: terms\nmesage: B\nmessage: C\n",
        "unknown key “mesage”, did you mean “message”?",
    ),
    "no-message": ("summary: A\ncheck: terms\nwith: {terms: [a]}\n", "“message” is missing"),
    "param": (
        "summary: A\ncheck: terms\nmessage: B\nwith: {term: [a]}\n",
        "no parameter “term”, did you mean “terms”?",
    ),
    "no-yaml": ("summary: [\n", "this is not YAML"),
    "not-re2": (
        "summary: A\ncheck: pattern\nmessage: B\nwith: {pattern: '(?=a)b', needles: [b]}\n",
        "is not RE2 syntax",
    ),
    "escape": ("summary: A\ncheck: ../../os\nmessage: B\n", "there is no check"),
    "severity": (
        "summary: A\ncheck: terms\nmessage: B\nseverity: high\nwith: {terms: [a]}\n",
        "“severity” is one of",
    ),
}


@pytest.mark.parametrize("name", RULES)
def test_a_bad_rule_file_is_one_sentence(repo: Path, jdlint: Any, name: str) -> None:
    text, words = RULES[name]
    (repo / "lint" / "house").mkdir(parents=True)
    (repo / "lint" / "house" / "mine.yaml").write_text(text)
    (repo / "jdlint.yaml").write_text("rule-paths: lint\n")
    (repo / "jobs" / "b.md").write_text(GOOD + "\nb a\n")
    answer = jdlint("check")
    assert answer.code == 2, answer.out
    assert words in answer.err
    assert "lint/house/mine.yaml" in answer.err


def test_a_pattern_from_a_pull_request_cannot_hang(repo: Path, jdlint: Any) -> None:
    (repo / "lint" / "house").mkdir(parents=True)
    (repo / "lint" / "house" / "slow.yaml").write_text(
        "summary: A\ncheck: pattern\nmessage: B\nwith: {pattern: '(a+)+x', needles: [aaa]}\n"
    )
    (repo / "jdlint.yaml").write_text("rule-paths: lint\n")
    (repo / "jobs" / "b.md").write_text(GOOD + "\n" + "a" * 5_000 + "\n")
    assert jdlint("check", "--select", "house", "--format", "json").rules == []


def test_a_closed_pipe_is_no_traceback(repo: Path) -> None:
    (repo / "jobs" / "bad.md").write_text(GOOD + "x \n\n" * 3_000)
    command = f"{sys.executable} -m jdlint check --format json | true; echo ${{PIPESTATUS[0]}}"
    for _ in range(2):  # the second run is remembered
        done = subprocess.run(
            ["bash", "-c", command], capture_output=True, text=True, cwd=repo, check=False
        )
        assert done.stderr == ""
        assert done.stdout == "141\n", "as of any tool that SIGPIPE ends"


def test_a_folder_that_cannot_be_looked_into_is_said(
    repo: Path, jdlint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repo / "jobs" / "secret").mkdir()
    real = os.scandir

    def scandir(path: Any) -> Any:
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    for folder in (".", "jobs"):
        answer = jdlint("check", folder)
        assert "jobs/secret: not looked into (permission denied)" in answer.out + answer.err


def test_a_working_directory_that_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    command = f'rm -r "$PWD"; exec {sys.executable} -m jdlint check .'
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, cwd=folder, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("jdlint: the working directory: no such file or directory")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "text",
    ["", "[1e999]", '{"summary": 3}', "[" * 100_000, "null", '{"summary": {"pages": 1e999}}'],
)
def test_an_earlier_report_that_is_none(repo: Path, jdlint: Any, text: str) -> None:
    (repo / "before.json").write_text(text)
    answer = jdlint("check", "--format", "html", "--trend", "before.json")
    assert answer.code == 2
    assert "before.json: this is no report" in answer.err


def test_a_standard_input_that_is_closed(repo: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"exec {sys.executable} -m jdlint check - <&-"],
        capture_output=True, text=True, cwd=repo, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (
        2,
        "jdlint: there is no standard input: name a file\n",
    )


def test_a_rule_that_is_a_link_out_of_the_project(
    repo: Path, jdlint: Any, tmp_path_factory: Any
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.yaml"
    outside.write_text("summary: A\ncheck: terms\nmessage: B\nwith: {terms: [a]}\n")
    (repo / "lint" / "house").mkdir(parents=True)
    (repo / "lint" / "house" / "mine.yaml").symlink_to(outside)
    (repo / "jdlint.yaml").write_text("rule-paths: lint\n")
    answer = jdlint("check")
    assert answer.code == 2
    assert "lint/house/mine.yaml: a link out of the project is not read" in answer.err
