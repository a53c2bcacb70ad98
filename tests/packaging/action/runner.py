"""A composite action's steps, run as a runner does: expressions filled,
each ``run:`` in its shell, files for outputs.

Steps that use other actions cannot be fetched here; what they give is given by ``answers``: outputs
by action name.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Answer = Callable[[Mapping[str, str]], Mapping[str, str]]
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@dataclass
class Result:
    """What the action did: the log, exit codes of its steps, its outputs and the job summary."""

    log: str = ""
    codes: dict[str, int] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    summary: str = ""

    @property
    def failed(self) -> bool:
        return any(self.codes.values())


class Runner:
    """One job's machine: a workspace, folders for temporary files and tools,
    and the variables of an event."""

    def __init__(
        self, action: Path, workspace: Path, temp: Path, variables: Mapping[str, str]
    ) -> None:
        self.action, self.workspace, self.temp = action, workspace, temp
        kept = {
            k: v
            for k, v in os.environ.items()
            if not k.startswith(("GITHUB_", "JDLINT_", "PYTHON", "GIT_"))
        }
        self.variables = {
            **kept,
            **variables,
            "GITHUB_WORKSPACE": str(workspace),
            "GITHUB_ACTION_PATH": str(action),
        }
        self.variables |= {
            "RUNNER_TEMP": str(temp),
            "RUNNER_OS": "Linux",
            "GITHUB_ACTIONS": "true",
            "CI": "true",
        }

    def run(self, inputs: Mapping[str, str], answers: Mapping[str, Answer]) -> Result:
        """Run the action's steps; after one that failed, none."""
        described = yaml.safe_load((self.action / "action.yml").read_text(encoding="utf-8"))
        unknown = inputs.keys() - described["inputs"].keys()
        assert not unknown, unknown
        context = {f"inputs.{k}": str(v.get("default", "")) for k, v in described["inputs"].items()}
        context |= {f"inputs.{k}": v for k, v in inputs.items()}
        result = Result()
        for step in described["runs"]["steps"]:
            if result.failed or not self._wanted(step.get("if"), context):
                continue
            found = self._step(step, context, answers, result)
            context |= {f"steps.{step['id']}.outputs.{k}": v for k, v in found.items()}
        result.outputs = {
            k: self._filled(v["value"], context) for k, v in described["outputs"].items()
        }
        return result

    def _wanted(self, condition: str | None, context: Mapping[str, str]) -> bool:
        if condition is None:
            return True
        match = re.fullmatch(r"(\S+) != '(.*)'", condition)
        assert match, condition
        return context.get(match[1], "") != match[2]

    def _filled(self, text: Any, context: Mapping[str, str]) -> str:
        def value(match: re.Match[str]) -> str:
            name = match[1]
            assert re.fullmatch(r"(inputs|steps)\.[\w.-]+", name), name
            return context.get(name, "")

        return _EXPRESSION.sub(value, str(text))

    def _step(
        self, step: Any, context: Mapping[str, str], answers: Mapping[str, Answer], result: Result
    ) -> dict[str, str]:
        if "uses" in step:
            given = {k: self._filled(v, context) for k, v in step.get("with", {}).items()}
            return dict(answers[step["uses"].partition("@")[0]](given))
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]  # an expression in a script would run what an input says
        files = {
            name: self.temp / f"{step['id']}-{name.lower()}"
            for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")
        }
        for path in files.values():
            path.write_bytes(b"")
        environment = {**self.variables, **{k: str(v) for k, v in files.items()}}
        environment |= {k: self._filled(v, context) for k, v in step.get("env", {}).items()}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            command, cwd=self.workspace, env=environment, capture_output=True, check=False
        )
        result.log += (done.stdout + done.stderr).decode()
        result.codes[step["id"]] = done.returncode
        result.summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        rows = files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        return dict(row.split("=", 1) for row in rows)
