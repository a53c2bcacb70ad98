"""A file that changed is seen, whichever of two processes looks at it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from jdlint.io.stamps import are, code_stamp, packed, stamp_of

FILES = 1500  # more than one process looks at alone
# what a program does that has no threads: it forks
ASK = """
import sys
from jdlint.io.stamps import are, code_stamp, packed, stamp_of
files = sys.stdin.read().split("\\n")
stamps = packed([stamp_of(name) for name in files])
print(are(code_stamp(), files, stamps), are(b"other", files, stamps))
for number in map(int, sys.argv[1:]):
    with open(files[number], "a") as stream:
        stream.write("more")
    print(are(code_stamp(), files, stamps))
    stamps = packed([stamp_of(name) for name in files])
"""


def _made(folder: Path) -> list[str]:
    paths = [folder / str(number) for number in range(FILES)]
    for path in paths:
        path.touch()
    return list(map(str, paths))


def test_an_edit_of_any_of_many_files_is_seen(tmp_path: Path) -> None:
    files = _made(tmp_path)
    edits = [0, FILES // 2 - 1, FILES // 2 + 1, FILES - 1]
    command = [sys.executable, "-c", ASK, *map(str, edits)]
    done = subprocess.run(
        command, input="\n".join(files), capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n")[:-1] == ["True False", *["False"] * len(edits)]


def test_a_file_that_is_gone_or_has_no_stamp_is_no_longer_the_same(tmp_path: Path) -> None:
    files = _made(tmp_path)
    stamps = packed([stamp for name in files if (stamp := stamp_of(name))])
    assert are(code_stamp(), files, stamps)
    assert not are(code_stamp(), files, stamps[:-1])
    Path(files[700]).unlink()
    assert not are(code_stamp(), files, stamps)
