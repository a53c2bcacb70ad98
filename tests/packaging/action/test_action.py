"""The action on a pull request, as a runner runs it: a real merge commit, a shallow checkout,
the event's file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.conftest import ROOT, locked, of_all_workers
from tests.packaging.action.runner import Result, Runner
from tests.packaging.hooks.conftest import BAD, GOOD, git
from tests.report.test_github import commands
from tests.tools import go_tool, python_tool

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The runner's tool folder: jdlint is installed there once, as the action's cache keeps it."""
    return of_all_workers(tmp_path_factory, "tools")


class PullRequest:
    """A repository with a pull request, and its merge commit checked out as actions/checkout does
    it."""

    def __init__(self, folder: Path, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        self.origin, self.checkout = folder / "origin", folder / "checkout"
        self.origin.mkdir(parents=True)
        git(self.origin, "init", "-q", "-b", "main")
        self._commit(before, "pages")
        git(self.origin, "checkout", "-q", "-b", "change")
        self._commit(after, "change")
        self.head = git(self.origin, "rev-parse", "HEAD").strip()
        git(self.origin, "checkout", "-q", "main")
        self._commit({"OTHER.md": "Something else on main\n"}, "other")
        self.base = git(self.origin, "rev-parse", "HEAD").strip()
        git(self.origin, "checkout", "-q", "--detach", "main")
        git(
            self.origin,
            "merge",
            "-q",
            "--no-ff",
            "-m",
            f"Merge {self.head} into {self.base}",
            "change",
        )
        self.merge = git(self.origin, "rev-parse", "HEAD").strip()
        git(self.origin, "update-ref", "refs/pull/7/merge", self.merge)
        git(self.origin, "checkout", "-q", "main")
        self.event = folder / "event.json"
        self.event.write_text(json.dumps(self._event()))

    def _commit(self, files: Mapping[str, str], message: str) -> None:
        for name, text in files.items():
            path = self.origin / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        git(self.origin, "add", "-A")
        git(self.origin, "commit", "-qm", message)

    def _event(self) -> dict[str, object]:
        repo = {"full_name": "fernhill/site", "fork": False}
        return {
            "action": "synchronize",
            "number": 7,
            "pull_request": {
                "number": 7,
                "base": {"ref": "main", "sha": self.base, "repo": repo},
                "head": {
                    "ref": "change",
                    "sha": self.head,
                    "repo": {"full_name": "ada/site", "fork": True},
                },
            },
            "repository": repo,
        }

    def check_out(self, depth: int = 1) -> Path:
        self.checkout.mkdir()
        git(self.checkout, "init", "-q")
        git(self.checkout, "remote", "add", "origin", self.origin.as_uri())
        limit = [f"--depth={depth}"] if depth else []
        git(
            self.checkout,
            "fetch",
            "-q",
            "--no-tags",
            *limit,
            "origin",
            f"+{self.merge}:refs/remotes/pull/7/merge",
        )
        git(self.checkout, "checkout", "-q", "--force", "refs/remotes/pull/7/merge")
        return self.checkout


@pytest.fixture
def run(tmp_path: Path, tools: Path) -> Run:
    """Runs the action on a pull request (or, without one, on a push) with inputs."""

    def run(
        request: PullRequest, *, depth: int = 1, event: str = "pull_request", **inputs: str
    ) -> Result:
        temp = tmp_path / "temp"
        temp.mkdir(exist_ok=True)
        variables = {**_variables(request, event), "RUNNER_TOOL_CACHE": str(tools)}
        runner = Runner(ROOT, request.check_out(depth), temp, variables)
        answers = {
            "actions/setup-python": lambda given: {"python-path": sys.executable},
            "actions/cache": lambda given: {
                "cache-hit": str((Path(given["path"]) / "bin" / "jdlint").exists()).lower()
            },
        }
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        installed = tools / "installed"
        with nullcontext() if installed.exists() else locked(tools):
            result = runner.run(given, answers)
            if "check" in result.codes:
                installed.touch()
        return result

    return run


def _variables(request: PullRequest, event: str) -> dict[str, str]:
    """What a runner says of the event."""
    return {
        "GITHUB_EVENT_NAME": event,
        "GITHUB_EVENT_PATH": str(request.event),
        "GITHUB_SHA": request.merge,
        "GITHUB_REF": "refs/pull/7/merge",
        "GITHUB_REPOSITORY": "fernhill/site",
    }


OLD = GOOD.replace("* A driving licence\n", "* A driving licence\n* Know the the old town\n")
NEW = OLD.replace("Install heat pumps\n", "Install the the heat pumps\n")


@pytest.fixture
def request_(tmp_path: Path) -> PullRequest:
    """A change of one line of a page that has an old defect too."""
    return PullRequest(
        tmp_path / "repo",
        {"jobs/installer.md": OLD, "jobs/other.md": BAD},
        {"jobs/installer.md": NEW},
    )


@pytest.mark.parametrize("depth", [1, 2, 0])
def test_annotations_on_the_changed_lines(run: Run, request_: PullRequest, depth: int) -> None:
    result = run(request_, depth=depth)
    # on a busy machine a word may say that an engine was too late
    found = [c for c in commands(result.log) if c.name != "notice" or "file" in c.properties]
    line = NEW.split("\n").index("* Install the the heat pumps") + 1
    assert [(c.name, c.properties["file"], c.properties["line"]) for c in found] == [
        ("warning", "jobs/installer.md", str(line))
    ], result.log
    assert result.codes["check"] == 1
    assert (result.outputs["errors"], result.outputs["warnings"], result.outputs["fixable"]) == (
        "0",
        "1",
        "1",
    )


def test_the_summary_names_the_rule(run: Run, request_: PullRequest) -> None:
    summary = run(request_).summary
    assert "| 🟡 warning | jobs/installer\\.md\\:" in summary
    assert "grammar/doubled-word" in summary
    assert "](https://" not in summary, "no documentation is published, so nothing leads there"


def test_files_for_other_tools(run: Run, request_: PullRequest, tmp_path: Path) -> None:
    result = run(request_, sarif_file="out.sarif")
    sarif = json.loads((request_.checkout / result.outputs["sarif-file"]).read_text())
    assert [r["ruleId"] for r in sarif["runs"][0]["results"]] == ["grammar/doubled-word"]
    (row,) = json.loads(Path(result.outputs["rdjson-file"]).read_text())["diagnostics"]
    assert len(row["suggestions"]) == 1
    assert Path(result.outputs["html-file"]).read_text().startswith("<!doctype html>")


def test_all_lines_where_that_is_wanted(run: Run, request_: PullRequest) -> None:
    result = run(request_, changed_lines="false", fail_on="never")
    assert {c.properties["file"] for c in commands(result.log)} == {
        "jobs/installer.md",
        "jobs/other.md",
    }
    assert not result.failed


def test_a_push_reports_all_lines(run: Run, request_: PullRequest) -> None:
    result = run(request_, event="push", paths="jobs/other.md")
    assert {c.properties["file"] for c in commands(result.log)} == {"jobs/other.md"}


def test_a_checkout_that_knows_no_base_says_so(run: Run, request_: PullRequest) -> None:
    request_.merge, merge = request_.head, request_.merge
    result = run(request_)
    assert merge != request_.merge
    first = commands(result.log)[0]
    assert first.name == "notice"
    assert "fetch-depth: 0" in first.message
    assert len(commands(result.log)) > 2


def test_ten_annotations_of_a_kind(run: Run, tmp_path: Path) -> None:
    body = "".join(f"* Fit the the pump number {n}\n" for n in range(15))
    changed = {"jobs/installer.md": GOOD.replace("* Install heat pumps\n", body)}
    result = run(PullRequest(tmp_path / "repo", {"jobs/installer.md": GOOD}, changed))
    names = [c.name for c in commands(result.log)]
    assert names.count("warning") == 10
    more = int(result.outputs["warnings"]) - 10
    assert more >= 5
    assert f"{more} more findings, not shown as annotations" in result.log
    assert result.summary.count("| 🟡 warning |") == int(result.outputs["warnings"])


HOSTILE = "jobs/::error::x ##[error]`|%0A.md"


@pytest.mark.parametrize("form", ["github", "text", "markdown"])
def test_a_hostile_change_does_nothing(run: Run, tmp_path: Path, form: str) -> None:
    words = "::error::pwned ##[error]pwned %0A::set-output name=x::y"
    text = GOOD.replace(
        "* A driving licence\n", f"* The the {words}\n::warning::the the\n\n::add-mask::the the\n"
    )
    result = run(PullRequest(tmp_path / "repo", {"jobs/a.md": GOOD}, {HOSTILE: text}), format=form)
    log = result.log
    if form != "github":
        word = log.split("::stop-commands::", 1)[1].split("\n", 1)[0]
        start, end = log.index("::stop-commands::"), log.index(f"\n::{word}::")
        assert word not in log[start:end].replace(f"::stop-commands::{word}", "")
        log = log[:start] + log[end:].replace(f"::{word}::", "")
    assert {c.name for c in commands(log)} <= {"error", "warning", "notice"}
    assert all(c.properties.get("title", "").startswith("jdlint") for c in commands(log))
    assert result.codes["check"] == 1


@pytest.mark.parametrize(
    ("inputs", "words"),
    [
        ({"fail_on": "fatal"}, "“fail-on” is one of note, warning, error, never, not “fatal”"),
        ({"version": "1; rm -rf /"}, "“version” is a version such as 0.1.0"),
        ({"config": "none.yaml"}, "none.yaml: there is no such configuration file"),
        ({"paths": "nowhere/*.md"}, "nowhere/*.md: there is no such file or folder"),
    ],
)
def test_wrong_inputs_are_said(
    run: Run, request_: PullRequest, inputs: dict[str, str], words: str
) -> None:
    result = run(request_, **inputs)
    assert result.failed
    assert words in commands(result.log)[-1].message


def test_paths_with_spaces_patterns_and_a_configuration(run: Run, tmp_path: Path) -> None:
    pages = {
        "open jobs/a b.md": BAD,
        "jobs/one.md": BAD,
        "jobs/two.md": BAD,
        "ci/jobs.yaml": 'pages: ["**/*.md"]\n',
    }
    request = PullRequest(tmp_path / "repo", {"jobs/one.md": GOOD}, pages)
    result = run(request, paths="'open jobs' jobs/t*.md", fail_on="error")
    assert {c.properties["file"] for c in commands(result.log)} == {
        "open jobs/a b.md",
        "jobs/two.md",
    }
    assert not result.failed


def test_the_action_follows_its_schema() -> None:
    program = python_tool("check-jsonschema")
    command = [program, "--builtin-schema", "vendor.github-actions", str(ROOT / "action.yml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_actionlint_passes_on_the_workflows() -> None:
    program = go_tool("actionlint", "github.com/rhysd/actionlint/cmd/actionlint@v1.7.7")
    files = sorted(map(str, (ROOT / ".github" / "workflows").glob("*.yml")))
    assert files
    done = subprocess.run([program, *files], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
