"""The code that is made ahead does what the source says, and names the source's lines."""

from __future__ import annotations

import importlib.util
import sys
import traceback
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from tests.conftest import ROOT

MODULE = '''"""Of ovens."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.light import TYPE_CHECKING, NamedTuple, Protocol
from jdlint.core.text import Span, Text as Source

if TYPE_CHECKING:
    from jdlint.core.page import Page
else:
    Page = "a page"

__all__ = ["Oven", "Source", "bake"]


class Hot(Protocol):
    """What is hot."""

    def heat(self) -> int:
        """In degrees."""


class Oven(NamedTuple):
    """An oven."""

    name: str
    span: Span | None = None


def bake(ovens: Sequence[Oven], minutes: int = 3) -> str:
    """The first one's name."""
    kept: list[Oven] = list(ovens)
    return kept[0].name * minutes


def burn() -> None:
    raise ValueError("hot")
'''


def _tool() -> ModuleType:
    path = ROOT / "scripts" / "lean_code.py"
    if not path.is_file():
        pytest.skip("the scripts are not here")
    spec = importlib.util.spec_from_file_location("lean_code", path)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    sys.modules["lean_code"] = tool
    spec.loader.exec_module(tool)
    return tool


def _codes(code: CodeType) -> list[CodeType]:
    inner = [part for part in code.co_consts if isinstance(part, CodeType)]
    return [code, *(found for part in inner for found in _codes(part))]


@pytest.mark.parametrize("looked_up", [False, True])
def test_a_module_is_what_it_was(tmp_path: Path, *, looked_up: bool) -> None:
    path = tmp_path / "ovens.py"
    path.write_text(MODULE.replace("Text as Source", "Source"), encoding="utf-8")
    code = _tool().lean_code(str(path), looked_up=looked_up)
    import jdlint.core.light
    import jdlint.core.text

    scope: dict[str, object] = {"__name__": "ovens", "__loaded__": sys.modules}
    exec(code, scope)
    assert scope["Page"] == "a page"
    assert scope["Hot"] is object
    assert scope["Source"] is jdlint.core.text.Source, "it is given away"
    assert "Sequence" not in scope, "only types say it"
    assert "Span" not in scope
    bake, oven = scope["bake"], scope["Oven"]
    assert callable(bake)
    assert callable(oven)
    assert bake([oven("stone")], minutes=2) == "stonestone"
    assert bake.__doc__ is None
    assert not bake.__annotations__
    with pytest.raises(TypeError):
        bake([oven("stone")], hours=2)


def test_a_mistake_has_its_place(tmp_path: Path) -> None:
    path = tmp_path / "ovens.py"
    path.write_text(MODULE.replace("Text as Source", "Source"), encoding="utf-8")
    scope: dict[str, object] = {"__name__": "ovens", "__loaded__": sys.modules}
    exec(_tool().lean_code(str(path), looked_up=True), scope)
    burn = scope["burn"]
    assert callable(burn)
    with pytest.raises(ValueError, match="hot") as raised:
        burn()
    frame = traceback.extract_tb(raised.value.__traceback__)[-1]
    assert (frame.filename, frame.line) == (str(path), 'raise ValueError("hot")')


@pytest.mark.parametrize(
    "folder", sorted(p.name for p in (ROOT / "jdlint").iterdir() if p.is_dir())
)
def test_all_our_functions_are_there(folder: str) -> None:
    """Each function of a module is in its lean code, but those of protocols."""
    tool = _tool()
    for path in sorted((ROOT / "jdlint" / folder).rglob("*.py")):
        plain = compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
        lean = tool.lean_code(str(path), looked_up=True)
        names = {code.co_qualname for code in _codes(plain)}
        left = names - {code.co_qualname for code in _codes(lean)}
        protocols = {name for name in left if f"class {name}(" in path.read_text("utf-8")}
        assert not {name for name in left if name.split(".")[0] not in protocols}, path
