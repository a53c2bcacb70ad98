"""``pathlib`` without what it hardly uses does what it does with it."""

from __future__ import annotations

import subprocess
import sys

import pytest

WORK = """
import sys
from jdlint.core.late_modules import load_pathlib
load_pathlib()
late = {"enum", "fnmatch", "ipaddress", "re", "urllib.parse"}
early = sorted(late & sys.modules.keys())
from pathlib import Path, PureWindowsPath
here = Path(sys.argv[1])
(here / "a b.md").write_text("x")
print(early, [p.name for p in here.glob("*.m?")], (here / "a b.md").as_uri()[-8:],
      Path("a.md").match("*.md"), PureWindowsPath("c:/x").drive)
import re, urllib.parse
print(re.sub("b", "c", "b"), urllib.parse.quote("a b"), type(re).__name__)
"""


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="pathlib needs re from there on")
def test_pathlib_works_and_loads_nothing_else(tmp_path: object) -> None:
    command = [sys.executable, "-S", "-c", f"import sys; sys.path[:] = {sys.path!r}\n{WORK}"]
    told = subprocess.run([*command, str(tmp_path)], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines() == [
        "[] ['a b.md'] a%20b.md True c:",
        "c a%20b module",
    ]
