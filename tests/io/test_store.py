"""The cache reads what this user's jdlint wrote, and nothing else."""

from __future__ import annotations

import marshal
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.io import store

pytestmark = pytest.mark.skipif(not hasattr(os, "getuid"), reason="POSIX only")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    folder = tmp_path / "cache"
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(folder))
    return folder


def test_what_was_kept_comes_back(cache: Path) -> None:
    store.save("x", ({"a": [1, None, "ä\ud800"]}, b"\0"))
    assert store.load("x") == ({"a": [1, None, "ä\ud800"]}, b"\0")
    assert store.load("y") is None
    assert (cache / "key").stat().st_mode & 0o777 == 0o600


@given(st.binary(max_size=80), st.booleans())
def test_any_bytes_are_harmless(data: bytes, headed: bool) -> None:
    folder = Path(os.environ["JDLINT_CACHE_DIR"])
    store.save("any", 1)
    (folder / "any").write_bytes((store._MARK if headed else b"") + data)
    assert store.load("any") is None


def test_a_blob_counts_under_its_own_name_only(cache: Path) -> None:
    store.save("x", 1)
    (cache / "x").rename(cache / "y")
    assert store.load("y") is None


def test_a_blob_of_somebody_else_is_not_parsed(cache: Path) -> None:
    store.save("x", 1)
    body = marshal.dumps(2)
    forged = store._MARK + store._seal(b"another key" + bytes(21), "x", body) + body
    (cache / "x").write_bytes(forged)
    assert store.load("x") is None


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o666])
def test_a_key_that_others_may_read_is_no_key(cache: Path, mode: int) -> None:
    """As git would supply it."""
    store.save("x", 1)
    (cache / "key").chmod(mode)
    assert store.load("x") is None
    store.save("x", 2)
    assert store.load("x") == 2


def test_a_key_that_is_a_link_is_no_key(cache: Path, tmp_path: Path) -> None:
    store.save("x", 1)
    (cache / "key").rename(tmp_path / "elsewhere")
    (cache / "key").symlink_to(tmp_path / "elsewhere")
    assert store.load("x") is None


def test_a_folder_that_others_may_write_is_not_used(cache: Path) -> None:
    cache.mkdir(mode=0o777)
    cache.chmod(0o777)
    assert store.cache_folder() is None


@pytest.mark.parametrize("repository", [True, False])
def test_a_folder_in_the_project_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, repository: bool
) -> None:
    (tmp_path / "site" / "docs").mkdir(parents=True)
    if repository:
        (tmp_path / "site" / ".git").mkdir()
    monkeypatch.chdir(tmp_path / "site" / ("docs" if repository else ""))
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "site" / ".cache"))
    assert store.cache_folder() is None
    assert not (tmp_path / "site" / ".cache").exists()
