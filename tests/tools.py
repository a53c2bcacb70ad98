"""Programs of others that read what we write: from PATH, else built once into .venv/tools."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parent.parent / ".venv" / "tools"


def go_tool(name: str, module: str) -> str:
    """The path of a program written in Go; the test is skipped where it is absent and cannot be
    built."""
    found = shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), str(TOOLS)]))
    if found:
        return found
    go = shutil.which("go")
    if not go:
        pytest.skip(f"{name} is not installed and there is no Go to build it with")
    environment = {**os.environ, "GOBIN": str(TOOLS), "GOFLAGS": "-p=2"}
    done = subprocess.run(
        [go, "install", module], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"{name} cannot be built: {done.stderr.strip().splitlines()[-1][:200]}")
    return str(TOOLS / name)


def python_tool(name: str) -> str:
    """A program that a Python package of the dev extra brings;
    the test is skipped where it is absent."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed")
    return found
