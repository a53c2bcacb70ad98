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

    _aside: tempfile.TemporaryDirectory[str]  # of what the checkout has made ahead for itself

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before files are gathered; ``version`` is ``standard`` or ``editable``."""
        ready = Path(self.root) / "jdlint" / "_ready"
        script = Path(self.root) / "scripts" / "prebuild"
        self._aside = tempfile.TemporaryDirectory()
        if version != "editable" and ready.exists():
            shutil.move(ready, self._aside.name)
        shutil.rmtree(ready, ignore_errors=True)
        if not script.is_file():
            return
        more = [] if version == "editable" else ["--wheel"]
        done = subprocess.run(
            [sys.executable, str(script), *more], capture_output=True, text=True, check=False
        )
        if done.returncode:
            shutil.rmtree(ready, ignore_errors=True)
            self.app.display_warning(f"scripts/prebuild: {done.stderr[-500:]}")
        elif version != "editable":
            build_data["artifacts"].append("jdlint/_ready/**")

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """After a wheel is made: its blobs are none of the checkout's, which has its own again."""
        if version == "editable":
            return
        ready = Path(self.root) / "jdlint" / "_ready"
        shutil.rmtree(ready, ignore_errors=True)
        own = Path(self._aside.name) / ready.name
        if own.exists():
            shutil.move(own, ready)
