"""The real pre-commit on real repositories, the hook installed from a clone of this one,
once per session."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT, locked, of_all_workers

GIT = ("-c", "user.name=Ada", "-c", "user.email=ada@fernhill.example", "-c", "commit.gpgsign=false")
GOOD = """---
layout: job
title: Heat Pump Installer
---

You install heat pumps in homes around Kyoto.

## Responsibilities

* Install heat pumps
* Teach customers how to use them

## Requirements

* Two years of experience as an installer
* A driving licence
"""
BAD = GOOD.replace("Install heat pumps\n", "Install the the heat pumps  \n")


def git(folder: Path, *arguments: str) -> str:
    """Run git; its answer."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    done = subprocess.run(
        ["git", *GIT, *arguments], cwd=folder, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture(scope="session")
def hooks_repo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A repository that holds this one as it stands, and its commit:
    what ``repo:`` and ``rev:`` name."""
    folder = of_all_workers(tmp_path_factory, "jdlint")
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone, so there is nothing to install a hook from")
    with locked(folder):
        if not (folder / ".git").exists():
            _copy_checkout(folder)
    return folder, git(folder, "rev-parse", "HEAD").strip()


def _copy_checkout(folder: Path) -> None:
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A", "-f")
    git(folder, "commit", "-qm", "jdlint")


@dataclass
class Outcome:
    """What pre-commit answered."""

    code: int
    out: str


class Site:
    """A content repository with the hook."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder, self.environment = folder, environment
        git(folder, "init", "-q", "-b", "main")

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def git(self, *arguments: str) -> str:
        return git(self.folder, *arguments)

    def commit_all(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", "pages", "--no-verify")

    def run(self, *arguments: str) -> Outcome:
        """``pre-commit ARGUMENTS``."""
        command = [sys.executable, "-m", "pre_commit", *arguments, "--color", "never"]
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, check=False
        )
        return Outcome(done.returncode, (done.stdout + done.stderr).decode())


@pytest.fixture(scope="session")
def pre_commit_environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    pytest.importorskip("pre_commit")
    home = of_all_workers(tmp_path_factory, "pre-commit")  # which locks it while it installs
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PYTHONPATH"))}
    names = {"GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@fernhill.example"}
    names |= {"GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@fernhill.example"}
    return {
        **kept,
        **names,
        "PRE_COMMIT_HOME": str(home / "home"),
        "JDLINT_CACHE_DIR": str(tmp_path_factory.mktemp("hook-cache")),
    }


@pytest.fixture
def make_site(
    tmp_path: Path, hooks_repo: tuple[Path, str], pre_commit_environment: dict[str, str]
) -> Callable[..., Site]:
    """Makes a content repository whose pre-commit configuration holds some of our hooks,
    and more."""

    def make(*hooks: str, more: str = "") -> Site:
        folder = tmp_path / "site"
        folder.mkdir()
        site = Site(folder, pre_commit_environment)
        rows = "".join(f"      - id: {hook}\n" for hook in hooks)
        config = (
            f"repos:\n  - repo: {hooks_repo[0]}\n    rev: {hooks_repo[1]}\n    hooks:\n{rows}{more}"
        )
        site.write(".pre-commit-config.yaml", config)
        return site

    return make
