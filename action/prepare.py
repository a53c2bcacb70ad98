"""Where jdlint is installed, and the cache key that stands for what is installed there."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from pathlib import Path

from common import ROOT, output, requirement


def main() -> None:
    digest = hashlib.sha256()
    wanted = requirement()
    digest.update(wanted.encode())
    digest.update(f"{sys.executable} {sys.version}".encode())
    if wanted.startswith(str(ROOT)):
        for path in sorted(
            p for part in ("jdlint", "rules", "schemas") for p in (ROOT / part).rglob("*")
        ):
            if path.is_file() and not {"__pycache__", "_ready"} & set(path.parts):
                digest.update(
                    path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes()
                )
        digest.update((ROOT / "pyproject.toml").read_bytes())
    key = f"jdlint-{platform.system()}-{platform.machine()}-{digest.hexdigest()[:24]}"
    base = os.environ.get("RUNNER_TOOL_CACHE") or os.environ["RUNNER_TEMP"]
    output(key=key, folder=Path(base) / "jdlint" / key)


main()
