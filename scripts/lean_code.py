"""Code as runs need it, without what only readers need: docstrings, what functions say of types,
classes that only type checkers look at, and what is imported for these alone. Places of lines stay,
so that a mistake of ours has its place.

Of what a run on one page executes that is an eighth, 5 of 100 ms.
"""

from __future__ import annotations
import __future__

import ast
from pathlib import Path
from types import CodeType

ROOT = Path(__file__).resolve().parent.parent
# what ``jdlint.cli.bundle`` gives the code that it runs: modules by their names
LOADED = "__loaded__"
_AS_TEXT = __future__.annotations.compiler_flag  # what a class says of its fields is read as text
_NO_DOCSTRINGS = 2


class _Lean(ast.NodeTransformer):
    """Leaves out what is only said of types."""

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.stmt | None:
        return None if node.module == "__future__" else node

    def visit_If(self, node: ast.If) -> ast.stmt | list[ast.stmt]:
        self.generic_visit(node)
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return node.orelse or ast.copy_location(ast.Pass(), node)
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.stmt:
        if "Protocol" in map(ast.unparse, node.bases):
            name = ast.Name(node.name, ast.Store())
            return ast.copy_location(ast.Assign([name], ast.Name("object", ast.Load())), node)
        return self.generic_visit(node)  # type: ignore[return-value]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.stmt:
        node.returns = None
        return self.generic_visit(node)  # type: ignore[return-value]

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node


def _asked(tree: ast.Module) -> set[str]:
    """The names that the code of a module reads, and those that it gives away."""
    said = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign)
        for part in ast.walk(node.annotation)
    }
    names = {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in said
    }
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names.update(ast.literal_eval(node.value))
    return names


def _imports(tree: ast.Module, *, looked_up: bool) -> None:
    """Leave out what a module imports and does not read, which is half of it: our modules do
    nothing when they are loaded that others wait for. ``looked_up``: what it takes from others of
    ours is looked up in those that are loaded, a tenth of what an import takes."""
    asked, body = _asked(tree), []
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            node.names = [name for name in node.names if (name.asname or name.name) in asked]
            if looked_up and _is_ours(node.module or ""):
                body += [_look_up(node, name) for name in node.names]
            elif node.names:
                body.append(node)
        else:
            body.append(node)
    tree.body = body


def _is_ours(module: str) -> bool:
    """Whether it is a module of ours that holds no others."""
    return module.startswith("jdlint.") and (ROOT / f"{module.replace('.', '/')}.py").is_file()


def _look_up(node: ast.ImportFrom, name: ast.alias) -> ast.stmt:
    source = f"{name.asname or name.name} = {LOADED}[{node.module!r}].{name.name}"
    made = ast.parse(source).body[0]
    for part in ast.walk(made):
        ast.copy_location(part, node)
    return made


def lean_code(path: str, *, looked_up: bool = False) -> CodeType:
    """The code of one of our modules; each of them has its annotations as text."""
    tree = _Lean().visit(ast.parse(Path(path).read_bytes(), path))
    _imports(tree, looked_up=looked_up)
    flags = {"flags": _AS_TEXT, "dont_inherit": True, "optimize": _NO_DOCSTRINGS}
    return compile(ast.fix_missing_locations(tree), path, "exec", **flags)
