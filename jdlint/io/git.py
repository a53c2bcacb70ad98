"""What git knows of a working tree: read only, without a shell, a pager, hooks or programs that a
repository names."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from jdlint.core.errors import GitError, reason_of
from jdlint.core.light import NamedTuple

LARGEST = 20_000_000
LINK = "160000"  # the mode of a submodule
_SECONDS = 60
_SAFE = (
    "--no-pager",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=" + os.devnull,
    "-c",
    "diff.external=",
    "-c",
    "core.pager=cat",
    "-c",
    "core.untrackedCache=false",
)
_DIFF = (
    "diff",
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--no-relative",
    "--ignore-submodules=dirty",
)
_DROPPED = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_PREFIX",
    "GIT_EXTERNAL_DIFF",
    "GIT_PAGER",
    "GIT_CEILING_DIRECTORIES",
    "GIT_COMMON_DIR",
)


class Entry(NamedTuple):
    """A path that differs between two trees: ``status`` is A, C, D, M, R, T or U; ids are those of
    blobs or commits.

    Paths are relative to the repository's top, with forward slashes; ``old_path`` differs from
    ``path`` in a rename or copy. An id of zeros is not known (content of the working tree).
    """

    status: str
    old_mode: str
    mode: str
    old_id: str
    new_id: str
    old_path: str
    path: str


def prefix(folder: Path) -> str:
    """The path of a folder in its repository: empty, or ending in a slash."""
    out = _git(folder, "rev-parse", "--show-prefix")
    return os.fsdecode(out).removesuffix("\n")


def commit(folder: Path, name: str) -> str:
    """The id of the commit that a name stands for."""
    if name.startswith("-") or ".." in name or not name.strip() or "\0" in name:
        raise GitError(f"“{name}” is not the name of one commit, such as origin/main")
    done = _run(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if done.returncode:
        _known_trouble(done.stderr, folder)
        more = (
            "fetch it first, as with git fetch origin"
            if not _is_shallow(folder)
            else "fetch it: git fetch --deepen=200 origin"
        )
        raise GitError(f"there is no commit “{name}” here; {more}")
    return done.stdout.decode().strip()


def merge_base(folder: Path, name: str) -> str:
    """The id of the commit where a name's history and HEAD's part."""
    other, head = commit(folder, name), commit(folder, "HEAD")
    done = _run(folder, "merge-base", other, head)
    if done.returncode == 0 and done.stdout.strip():
        return done.stdout.decode().split()[0]
    if _is_shallow(folder):
        raise GitError(
            f"the history here is too short to see where “{name}” and HEAD part; fetch more "
            f"history: git fetch --deepen=200"
        )
    raise GitError(f"“{name}” and HEAD have no common history")


def empty_tree(folder: Path) -> str:
    """The id of a tree without files."""
    return _git(folder, "hash-object", "-t", "tree", "--stdin").decode().strip()


def has_head(folder: Path) -> bool:
    """Whether there is a commit yet."""
    return _run(folder, "rev-parse", "--verify", "--quiet", "HEAD").returncode == 0


def differences(
    folder: Path, base: str = "", *, staged: bool = False, renames: bool = True
) -> list[Entry]:
    """What differs from a commit or tree to the working tree, or to the index (``staged``); without
    a base, from the index."""
    arguments = [
        *_DIFF,
        "-M" if renames else "--no-renames",
        *(("--cached",) if staged else ()),
        *((base,) if base else ()),
        "--",
    ]
    return list(_entries(_git(folder, *arguments).split(b"\0")))


def _entries(fields: Sequence[bytes]) -> Iterable[Entry]:
    at = 0
    while at + 1 < len(fields):
        old_mode, mode, old_id, new_id, status = fields[at].decode().lstrip(":").split(" ")
        old_path = path = os.fsdecode(fields[at + 1])
        at += 2
        if status[0] in "RC":
            path = os.fsdecode(fields[at])
            at += 1
        yield Entry(status[0], old_mode, mode, old_id, new_id, old_path, path)


def index(folder: Path) -> dict[str, tuple[str, str]]:
    """The paths in the index of the whole repository, each with its mode and id."""
    found = {}
    for row in _git(folder, "ls-files", "--stage", "-z", "--full-name", ":/").split(b"\0"):
        head, _, path = row.partition(b"\t")
        if path:
            mode, blob, _ = head.decode().split(" ")
            found[os.fsdecode(path)] = (mode, blob)
    return found


def untracked(folder: Path) -> list[str]:
    """The paths in the working tree that are neither in the index nor ignored."""
    out = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--full-name", ":/")
    return [os.fsdecode(path) for path in out.split(b"\0") if path]


def blobs(folder: Path, ids: Iterable[str]) -> dict[str, bytes]:
    """The content of blobs by id; those that are too large or not there are left out."""
    wanted = sorted({blob for blob in ids if blob.strip("0")})
    sizes = (
        _git(
            folder,
            "cat-file",
            "--batch-check=%(objectname) %(objecttype) %(objectsize)",
            data=_lines(wanted),
        )
        if wanted
        else b""
    )
    rows = (line.split(" ") for line in sizes.decode().splitlines())
    fit = [row[0] for row in rows if len(row) == 3 and row[1] == "blob" and int(row[2]) <= LARGEST]
    out = _git(folder, "cat-file", "--batch", data=_lines(fit)) if fit else b""
    found, at = {}, 0
    while at < len(out):
        end = out.index(b"\n", at)
        name, _, size = out[at:end].decode().split(" ")
        found[name] = out[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)
    return found


def _lines(ids: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in ids).encode()


def _is_shallow(folder: Path) -> bool:
    return _run(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def _git(folder: Path, *arguments: str, data: bytes = b"") -> bytes:
    """What git prints; raises ``GitError``."""
    done = _run(folder, *arguments, data=data)
    if done.returncode:
        _known_trouble(done.stderr, folder)
        words = os.fsdecode(done.stderr).strip().splitlines()
        raise GitError(
            f"git {arguments[0]} failed in {folder}: {words[0] if words else done.returncode}"
        )
    return done.stdout


def _run(folder: Path, *arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", *_SAFE, *arguments],
            cwd=folder,
            env=_environment(),
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError as error:
        raise GitError("git is not installed, and changed lines are known to git alone") from error
    except subprocess.TimeoutExpired as error:
        raise GitError(
            f"git {arguments[0]} took more than {_SECONDS} seconds in {folder}"
        ) from error
    except OSError as error:
        raise GitError(f"git cannot run in {folder} ({reason_of(error)})") from error


def _environment() -> dict[str, str]:
    """The environment without what names another repository; the index that a hook was given stays,
    as an absolute path."""
    kept = {key: value for key, value in os.environ.items() if key not in _DROPPED}
    if kept.get("GIT_INDEX_FILE"):
        kept["GIT_INDEX_FILE"] = os.path.abspath(kept["GIT_INDEX_FILE"])
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


def _known_trouble(stderr: bytes, folder: Path) -> None:
    """Raise what people can act on."""
    words = os.fsdecode(stderr)
    if "dubious ownership" in words:
        place = folder.resolve()
        raise GitError(
            f"git does not trust {place} because it belongs to another user: git config --global "
            f"--add safe.directory {place}"
        )
    if "not a git repository" in words:
        raise GitError(
            f"{folder.resolve()} is not in a git repository, and changed lines are known to git "
            f"alone"
        )
    if "must be run in a work tree" in words:
        raise GitError(f"{folder.resolve()} is a git repository without a working tree")
