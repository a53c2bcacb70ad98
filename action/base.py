"""The commit that a pull request's changes are counted from, found in the event and in the
checkout."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from common import say


def base_of(wanted: str) -> str:
    """The base of the changes, empty where all lines are to be reported; a shallow checkout gets
    one commit more."""
    name = os.environ.get("GITHUB_EVENT_NAME", "")
    proposed = name.startswith("pull_request") or name == "merge_group"
    if wanted == "false" or (wanted == "auto" and not proposed):
        return ""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    found = _base_of_merge() if name.startswith("pull_request") else ""
    known = (
        (event.get("pull_request") or {}).get("base", {}).get("sha")
        or (event.get("merge_group") or {}).get("base_sha")
        or event.get("before")
        or ""
    )
    found = found or (known if known and _git("merge-base", "HEAD", known) else "")
    if not found:
        say(
            "notice",
            "What changed cannot be known from this checkout, so all lines are reported; "
            "fetch-depth: 0 mends it",
        )
    return found


def _base_of_merge() -> str:
    """The first parent of the merge commit that a pull request is checked out as."""
    head = _git("rev-parse", "HEAD")
    if not head or head != os.environ.get("GITHUB_SHA"):
        return ""
    parents = [
        line.split()[1]
        for line in _git("cat-file", "commit", "HEAD").split("\n\n")[0].splitlines()
        if line.startswith("parent ")
    ]
    if len(parents) != 2:
        return ""
    if not _git("cat-file", "-t", parents[0]):
        _git(
            "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--depth=2", "origin", head
        )
    return parents[0] if _git("merge-base", "HEAD", parents[0]) else ""


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False, timeout=120)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace").strip() if done.returncode == 0 else ""
