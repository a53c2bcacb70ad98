"""The build hook: what a first run would make goes into the package (see scripts/prebuild)."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Prebuild(BuildHookInterface[Any]):
    """Runs scripts/prebuild; where that fails, the first run of jdlint does its work."""

    _made: tempfile.TemporaryDirectory[str]  # for a wheel; what a checkout has made stays as it is

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before files are gathered; ``version`` is ``standard`` or ``editable``."""
        script = Path(self.root) / "scripts" / "prebuild"
        if not script.is_file():
            return
        more = []
        if version != "editable":
            self._made = tempfile.TemporaryDirectory()
            more = ["--wheel", self._made.name]
        done = subprocess.run(
            [sys.executable, str(script), *more], capture_output=True, text=True, check=False
        )
        if done.returncode:
            if version == "editable":  # half of it
                shutil.rmtree(Path(self.root) / "jdlint" / "_ready", ignore_errors=True)
            self.app.display_warning(f"scripts/prebuild: {done.stderr[-500:]}")
        elif version != "editable":
            build_data["force_include"][self._made.name] = "jdlint/_ready"
