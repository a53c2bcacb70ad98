"""What is published: the wheel, the container file, the GitLab template, the hooks;
one version for all."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

import pytest
import yaml

from jdlint import __version__
from tests.cli.test_bundle import PAGE, RUN
from tests.conftest import ROOT
from tests.packaging.hooks.conftest import BAD
from tests.tools import python_tool


@pytest.mark.slow
def test_the_wheel_holds_what_it_should_and_runs(tmp_path: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone, so nothing says what belongs to it")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--disable-pip-version-check",
        "-w",
        str(tmp_path),
    ]
    before = _made_ahead()
    built = subprocess.run([*pip, str(ROOT)], capture_output=True, text=True, check=False)
    if "No matching distribution" in built.stderr:
        pytest.skip("pip reaches no index here, so it cannot fetch what builds the wheel")
    assert built.returncode == 0, built.stderr
    assert _made_ahead() == before, "a wheel takes nothing from the checkout, and leaves nothing"
    (path,) = tmp_path.glob("*.whl")
    assert path.name.startswith(f"jdlint-{__version__}-py3")
    command = [sys.executable, str(ROOT / "scripts" / "check-wheel"), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    _runs_its_code_made_ahead(path, tmp_path)


def _made_ahead() -> dict[str, int]:
    """What the checkout has made ahead for itself: files, and when they were written."""
    folder = ROOT / "jdlint" / "_ready"
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}


def _runs_its_code_made_ahead(wheel: Path, folder: Path) -> None:
    """All modules of a first run come from the wheel's blobs, and name their own files."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    work = folder / "work"
    (work / ".git").mkdir(parents=True)
    (work / "a.md").write_text(PAGE)
    env = os.environ | {
        "PYTHONPATH": str(folder / "site"),
        "JDLINT_CACHE_DIR": str(folder / "cache"),
    }
    command = [sys.executable, "-c", RUN]
    done = subprocess.run(command, cwd=work, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "'_Known'" in done.stderr
    assert "_Noting" not in done.stderr
    assert f"{folder}/site/jdlint/core/page.py True" in done.stderr
    assert not {"code", "rules", "schema"} & {path.name for path in (folder / "cache").iterdir()}


def test_a_wheel_without_rules_is_found(tmp_path: Path) -> None:
    path = tmp_path / f"jdlint-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            f"jdlint-{__version__}.dist-info/METADATA",
            "Metadata-Version: 2.1\nName: jdlint\nVersion: 0.0.0\n",
        )
        archive.writestr("tests/test_x.py", "")
    command = [sys.executable, str(ROOT / "scripts" / "check-wheel"), str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone, so nothing says what belongs to it")
    assert f"its version is 0.0.0, that of the code is {__version__}" in said
    assert "jdlint/_data/rules/grammar/doubled-word.yaml is missing" in said
    assert "tests/test_x.py does not belong in it" in said


def test_the_version_stands_in_one_place() -> None:
    listed = subprocess.run(
        ["git", "grep", "-lF", f'"{__version__}"', "--", "*.py", "*.toml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert [name for name in listed.stdout.split() if not name.startswith("tests/")] in (
        [],
        ["jdlint/__init__.py"],
    )


def test_hadolint_passes_on_the_containerfile() -> None:
    command = [python_tool("hadolint"), "--no-color", str(ROOT / "Containerfile")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert not done.stdout


def test_the_container_has_what_the_package_is_built_of() -> None:
    copied = re.findall(r"^COPY (?!--)(.+) \S+$", (ROOT / "Containerfile").read_text("utf-8"), re.M)
    names = {name for row in copied for name in row.split()}
    let = set((ROOT / ".containerignore").read_text("utf-8").replace("!", "").split())
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    wheel = wheel["targets"]["wheel"]
    needed = {*wheel["packages"], *wheel["force-include"], wheel["hooks"]["custom"]["path"]}
    assert (
        needed | {"scripts/prebuild", "scripts/lean_code.py", "examples", "README.md"}
        <= names & let
    )


def template(**inputs: str) -> str:
    """The GitLab template with its inputs filled in, as GitLab does it."""
    head, body = (ROOT / "templates" / "jdlint.yml").read_text(encoding="utf-8").split("\n---\n")
    given = {
        k: str(v.get("default", "")) for k, v in yaml.safe_load(head)["spec"]["inputs"].items()
    } | inputs
    return re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda m: json.dumps(given[m[1]]), body)


def test_the_gitlab_template_follows_gitlabs_schema(tmp_path: Path) -> None:
    path = tmp_path / ".gitlab-ci.yml"
    path.write_text(template(), encoding="utf-8")
    command = [
        python_tool("check-jsonschema"),
        "--builtin-schema",
        "vendor.gitlab-ci",
        "--data-transform",
        "gitlab-ci",
        str(path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_job_of_the_gitlab_template_runs(tmp_path: Path) -> None:
    if not shutil.which("bash"):
        pytest.skip("there is no bash here")
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "a.md").write_text(BAD)
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "jdlint"
    program.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m jdlint "$@"\n')
    program.chmod(0o755)
    job = yaml.safe_load(template(paths="jobs", options="--fail-on error"))["jdlint"]
    variables = {
        k: str(v).replace("$CI_PROJECT_DIR", str(tmp_path)) for k, v in job["variables"].items()
    }
    environment = {
        **os.environ,
        **variables,
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
    }
    script = "\n".join([*job["before_script"], *job["script"]])
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    reports = job["artifacts"]["reports"]
    rows = json.loads((tmp_path / reports["codequality"]).read_text())
    assert "grammar/doubled-word" in {row["check_name"] for row in rows}
    assert ElementTree.parse(tmp_path / reports["junit"]).getroot().tag == "testsuites"
    assert all((tmp_path / path).is_file() for path in job["artifacts"]["paths"])
