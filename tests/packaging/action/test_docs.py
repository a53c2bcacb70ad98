"""The example workflows in the documentation are workflows."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.tools import go_tool, python_tool


def examples(name: str) -> list[str]:
    """The YAML blocks of a page."""
    return re.findall(
        r"```yaml\n(.*?)```", (ROOT / "docs" / name).read_text(encoding="utf-8"), re.DOTALL
    )


@pytest.mark.parametrize(
    "number", [n for n, text in enumerate(examples("github-action.md")) if "jobs:" in text]
)
def test_workflows_pass_actionlint(number: int) -> None:
    program = go_tool("actionlint", "github.com/rhysd/actionlint/cmd/actionlint@v1.7.7")
    text = examples("github-action.md")[number]
    done = subprocess.run([program, "-"], input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_inputs_and_outputs_are_those_of_the_action() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    text = (ROOT / "docs" / "github-action.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE) == list(action["inputs"])
    assert set(re.findall(r"outputs\.([a-z-]+)", text)) <= action["outputs"].keys()
    for step in re.findall(r"uses: jdlint/jdlint@\S+\n\s+with:\n((?:\s{10}\S.*\n)+)", text):
        assert yaml.safe_load(step).keys() <= action["inputs"].keys()


@pytest.mark.parametrize("number", range(len(examples("gitlab.md"))))
def test_gitlab_examples_follow_the_schema(number: int, tmp_path: Path) -> None:
    path = tmp_path / ".gitlab-ci.yml"
    path.write_text(examples("gitlab.md")[number], encoding="utf-8")
    command = [
        python_tool("check-jsonschema"),
        "--builtin-schema",
        "vendor.gitlab-ci",
        "--data-transform",
        "gitlab-ci",
    ]
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_hooks_in_the_docs_exist() -> None:
    known = {
        row["id"]
        for row in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    }
    text = (ROOT / "docs" / "pre-commit.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(jdlint[a-z-]*)` \|", text, re.MULTILINE)) == known
    for block in examples("pre-commit.md"):
        assert set(re.findall(r"- id: (\S+)", block)) <= known
