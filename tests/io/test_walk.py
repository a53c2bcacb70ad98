"""What a session knows of folders: used where they are as they were,
and never where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.io import walk as module
from jdlint.io.walk import Seen, Visited, walk


def paths(root: Path, known: dict[str, Seen] | None) -> list[str]:
    return list(walk(root, visited=Visited(known)))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("a/one.md", "a/b/two.md", "c/three.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def test_what_changed_is_seen(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SETTLED", 0)
    known: dict[str, Seen] = {}
    assert paths(root, known) == paths(root, known) == ["a/b/two.md", "a/one.md", "c/three.md"]
    assert len(known) == 4
    (root / "a" / "b" / "new.md").write_text("x")
    (root / "c" / "three.md").unlink()
    assert paths(root, known) == paths(root, None) == ["a/b/new.md", "a/b/two.md", "a/one.md"]


def test_a_folder_that_is_as_it_was_is_not_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SETTLED", 0)
    known: dict[str, Seen] = {}
    found = paths(root, known)
    with monkeypatch.context() as patch:  # what sweeps the folder away reads it, too
        patch.setattr("os.scandir", lambda _: pytest.fail("a folder was read again"))
        assert paths(root, known) == found


def test_a_folder_that_changed_a_moment_ago_is_read_again(root: Path) -> None:
    known: dict[str, Seen] = {}
    paths(root, known)
    assert not known
