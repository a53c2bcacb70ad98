"""Install jdlint into a virtual environment of its own."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

from common import given, requirement, stop


def main() -> None:
    folder = Path(given("FOLDER"))
    venv.create(folder, with_pip=True, clear=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    command = [
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        requirement(),
    ]
    if subprocess.run(command, check=False).returncode:
        stop("jdlint cannot be installed, the log above says why")


main()
