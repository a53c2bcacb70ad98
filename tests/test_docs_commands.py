"""Every command that the documentation shows is run, in a copy of the example site."""

from __future__ import annotations

import gzip
import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jdlint.cli.main import main
from tests.conftest import ROOT
from tests.test_docs import PAGES

# what stands for something of the reader's, and one such thing
_FOR = {
    "FILE": "jobs/data-analyst.md",
    "PAGE": "jobs/data-analyst.md",
    "RULE": "links/inconsistent-link",
    "NAME": "links",
    "FORMAT=FILE": "junit=report.xml",
    "REF": "HEAD",
    "examples": ".",
}
# prose that names a command without what it takes
_NEEDS = {("explain",): "links", ("words", "--add"): "brazing", ("words", "--remove"): "brazing"}
# the web, Java, an editor, a person who answers, a run without an end; each has tests of its own
_NOT_HERE = (
    "--external",
    "--watch",
    "--interactive",
    "jdlint lsp",
    "jdlint serve",
    "jdlint bulk",
    "--grammar languagetool",
    "< ",
    "> ",
    "$(date",
    "--trend",
)
_OTHERS = ("| git apply", "| source")


def shown() -> list[str]:
    """The commands in consoles and between backquotes, once each."""
    found: dict[str, None] = {}
    for path in PAGES:
        if path.name == "ten-minutes.md":  # each of its commands is run by scripts/transcript
            continue
        text = path.read_text(encoding="utf-8")
        lines = re.findall(r"^\$ (jdlint [^#\n]*)", text, re.MULTILINE)
        spans = [s.replace("\\|", "|") for s in re.findall(r"`(jdlint [a-z][^`\n]*)`", text)]
        found.update(dict.fromkeys(line.strip() for line in (*lines, *spans)))
    return [line for line in found if not any(word in line for word in _NOT_HERE)]


def published(folder: Path) -> None:
    """What the site publishes: a built page, a feed, and postings one a line; its pages where other
    generators have them."""

    def export(form: str, *paths: str) -> str:
        command = [sys.executable, "-m", "jdlint", "export", "--format", form, *paths]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        return done.stdout

    built = folder / "_site" / "jobs" / "baker" / "index.html"
    built.parent.mkdir(parents=True)
    data = export("jsonld", "jobs/data-analyst.md")
    script = f'<script type="application/ld+json">{data}</script>'
    built.write_text(f"<!doctype html><title>Baker</title>{script}<h1>Data analyst</h1>")
    (folder / "indeed.xml").write_text(export("indeed-xml", "jobs"))
    lines = gzip.compress(export("jsonl", "jobs").encode())
    (folder / "postings.jsonl.gz").write_bytes(lines)
    for other in ("_jobs", "content/jobs"):
        shutil.copytree(folder / "jobs", folder / other)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shown") / "site"
    shutil.copytree(ROOT / "examples", folder)
    (folder / "reports").mkdir()
    published(folder)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@fernhill.example"]
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "Pages"]):
        subprocess.run([*git, *words], cwd=folder, check=True)
    subprocess.run([*git, "update-ref", "refs/remotes/origin/main", "HEAD"], cwd=folder, check=True)
    return folder


# what proves all rules, as tests/rules do one by one
SHOWN = [
    pytest.param(line, marks=pytest.mark.slow) if line == "jdlint test" else line
    for line in shown()
]


@pytest.mark.parametrize("line", SHOWN)
def test_shown_commands_run(
    line: str,
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    monkeypatch.chdir(copy)
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(site.parent / "cache"))
    for ending in _OTHERS:
        line = line.removesuffix(ending)
    words = [_FOR.get(word, word) for word in shlex.split(line.partition(" | ")[0])[1:]]
    words += [_NEEDS[tuple(words)]] if tuple(words) in _NEEDS else []
    if ("baseline" in line and words[0] != "baseline") or "--prune" in words or "--update" in words:
        assert main(["baseline"]) == 0  # it is there already
    if words[0] == "init" and "--print" not in words:
        Path("jdlint.yaml").unlink()
    try:
        code = main(words)
    except SystemExit as end:  # --help, and a mistake in the arguments
        code = int(end.code or 0)
    assert code in (0, 1), (line, code, capsys.readouterr().err)


SCHEMA = json.loads((ROOT / "schemas" / "config.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("key", SCHEMA["properties"])
def test_every_key_has_a_description_and_examples_that_hold(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".jdlint-words.txt").write_text("brazing\n")
    Path("schemas").mkdir()
    Path("schemas/job.json").write_text('{"$ref": "urn:jdlint:schema:job-page"}')
    Path("lint/rules").mkdir(parents=True)
    inner = SCHEMA["properties"][key]
    assert inner["description"]
    assert inner["examples"]
    for example in inner["examples"]:
        Path("jdlint.yaml").write_text(json.dumps({key: example}))
        assert main(["rules"]) == 0, capsys.readouterr().err
