"""Starting up stays lean: what ``jdlint check`` loads for one clean page,
and what it must never load."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jdlint.io import store
from jdlint.io.stamps import code_stamp
from tests.conftest import ROOT

PAGE = """---
layout: job
title: Pump engineer
salary: {currency: EUR, min: 50000, max: 60000}
---

## Responsibilities

- Plan the tests of our heat pumps
- Write down what you find
"""
DUMP = """
import sys
before = set(sys.modules)
from jdlint.cli.main import main
code = main(sys.argv[1:])
print("\\n".join(sorted({name.partition(".")[0] for name in set(sys.modules) - before})), \
file=sys.stderr)
sys.exit(code)
"""
# parts of the standard library that a run on one page may load, and the two parsers written in Rust
ALLOWED = frozenset(
    "__future__ ast atexit bisect codecs collections contextlib copy copyreg dataclasses datetime "
    "difflib dis enum errno fnmatch functools gc genericpath heapq html importlib inspect io "
    "ipaddress itertools keyword linecache locale marshal math mmap ntpath opcode operator os "
    "pathlib posixpath re reprlib shutil stat string struct sys token tokenize types "
    "typing unicodedata urllib warnings weakref zlib bz2 lzma "
    "ahocorasick_rs pyromark jdlint".split()
)
# each costs 10 ms and more, or speaks to the world
NEVER = frozenset(
    "jsonschema referencing yaml frontmatter re2 harper asyncio multiprocessing concurrent "
    "threading socket ssl http argparse gettext subprocess tempfile random hashlib json tomllib "
    "logging email xml rapidfuzz language_tool_python rich click".split()
)


# what ``jdlint.core.tools``, ``late_modules`` and ``days`` stand for: together 5 of 100 ms
SPARED = frozenset("datetime enum functools heapq keyword math operator re reprlib types".split())


def _loaded(tmp_path: Path, *more: str) -> set[str]:
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", DUMP, "check", "a.md", "--grammar", "off", *more],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return set(done.stderr.split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.md").write_text(PAGE)
    _loaded(tmp_path)  # the first run of all reads the rules, which takes YAML
    return tmp_path


def test_one_changed_page(folder: Path) -> None:
    (folder / "a.md").write_text(PAGE.replace("Plan", "Prepare"))
    loaded = _loaded(folder)
    assert "pyromark" in loaded, "the page was parsed"
    extra = {name for name in loaded - ALLOWED if not name.startswith("_")}
    assert not extra, "these modules are new: load them late, or allow them here with a reason"


@pytest.mark.skipif(
    store.ready("code-of") != code_stamp(), reason="the code is newer than what was made ahead"
)
def test_one_changed_page_spares_what_the_core_has(folder: Path) -> None:
    (folder / "a.md").write_text(PAGE.replace("Plan", "Prepare"))
    spared = sorted(_loaded(folder) & SPARED)
    assert not spared, "jdlint.core has a lighter one of these"


def test_one_page_as_it_was(folder: Path) -> None:
    loaded = _loaded(folder)
    assert not loaded & NEVER
    assert "ahocorasick_rs" not in loaded, "nothing is searched again"


def test_the_lists_do_not_overlap() -> None:
    assert not ALLOWED & NEVER
