"""About the code itself: the floors hold, files and functions stay small, words are the house's."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCES = sorted((ROOT / "jdlint").rglob("*.py"))
# tables in code that are called for every word, each longer than 40 lines for a reason
LONG = {
    "jdlint/lang/en/tagging/features.py:context": 50,  # one feature a line, of what stands around
    "jdlint/core/schema/judge.py:_own_keywords": 42,  # one keyword a function, closed over steps
}
WORLD = {
    "os",
    "pathlib",
    "subprocess",
    "socket",
    "urllib.request",
    "http",
    "shutil",
    "tempfile",
    "requests",
    "httpx",
}
TOUCHES = re.compile(
    r"jdlint/(?:cli|io|config|lsp|serve|bulk)/"
    r"|jdlint/(?:api|testing|fix/rounds|filters/\w+|rules/\w+)\.py"
    r"|jdlint/engine/(?:run|cache|passes/links|planning/(?:build_plan|discover|request))\.py"
    # words that ship with jdlint
    r"|jdlint/lang/(?:detect|lists|tables|en/(?:\w+/)?\w+)\.py"
    r"|jdlint/posting/(?:law|jobposting/countries|published/legal_forms)\.py"
)


def names() -> list[str]:
    return [str(path.relative_to(ROOT)) for path in SOURCES]


@pytest.mark.parametrize("name", names())
def test_files_and_functions_are_small(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert text.count("\n") <= 300, "a file has at most 300 lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            size = (node.end_lineno or node.lineno) - node.lineno + 1
            assert size <= LONG.get(f"{name}:{node.name}", 40), f"{node.name} has {size} lines"


@pytest.mark.parametrize("name", names())
def test_modules_say_what_they_are(name: str) -> None:
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "a module starts with a docstring"


@pytest.mark.parametrize("name", [name for name in names() if not TOUCHES.match(name)])
def test_the_lower_floors_do_not_touch_the_world(name: str) -> None:
    for node in ast.walk(ast.parse((ROOT / name).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found = {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found = {node.module or ""}
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found = {node.func.id} & {"open", "eval", "exec", "print", "input", "__import__"}
        else:
            continue
        allowed = {"pathlib"} if name.startswith("jdlint/site/") else set()
        assert not found & (WORLD | {"open", "eval", "exec", "print", "input"}) - allowed, (
            f"line {node.lineno}: {found}"
        )


def test_nothing_is_unpickled_or_evaluated() -> None:
    for name in names():
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(
            r"\b(?:pickle|shelve|yaml\.load\((?!.*[Ll]oader)|yaml\.unsafe|UnsafeLoader|FullLoader)",
            text,
        ), name


def test_words_of_the_house() -> None:
    banned = re.compile(
        r"\b(?:class|def)\s+\w*"
        r"(?:[Mm]anager|[Hh]andler|[Hh]elper|[Uu]til|[Vv]iolation|[Pp]roblem|[Ii]ssue)"
    )
    for name in names():
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not banned.search(text), (name, banned.search(text))


def tracked() -> list[Path]:
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("this is no git checkout")
    return [ROOT / name for name in done.stdout.split("\0") if name]


def test_the_repository_names_no_machine() -> None:
    """No path of a developer's machine, and no registry's host, in any committed text."""
    private = re.compile(
        r"/(?:root|home/\w+|tmp/\w+|Users/\w+)/\w|artifactory|\.internal\b(?![|\\)])", re.IGNORECASE
    )
    for path in tracked():
        if (
            path.suffix in (".png", ".gz", ".bin", ".ico")
            or "tests/" in str(path.relative_to(ROOT))
            or not path.is_file()
        ):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        match = private.search(text)
        assert not match, (str(path), match.group() if match else "")


def test_version_stands_in_one_place() -> None:
    from jdlint import __version__

    found = [
        p
        for p in tracked()
        if p.suffix in (".py", ".toml")
        and p.is_file()
        and f'"{__version__}"' in p.read_text(encoding="utf-8")
    ]
    assert [str(p.relative_to(ROOT)) for p in found] == ["jdlint/__init__.py"]
