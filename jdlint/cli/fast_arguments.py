"""The arguments of ``jdlint check`` without argparse, which takes longer to load and to set up than
a page to check.

What argparse knows is kept as a table when it has run once; whatever the table does not cover
(help, errors, prefixes of options, other commands) is left to argparse. A property test proves that
both give the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from jdlint import __version__
from jdlint.core.light import TYPE_CHECKING, Any
from jdlint.core.tools import SimpleNamespace
from jdlint.io import store
from jdlint.io.stamps import code_stamp

if TYPE_CHECKING:
    import argparse

_COMMAND = "check"
_NAME = "arguments"


def options_of(argv: Sequence[str]) -> Any:
    """The options as ``argparse`` gives them; it is asked (and may end the program) where the table
    does not cover them."""
    key = _key()
    for kept_in in (store.load, store.ready) if argv and argv[0] == _COMMAND else ():
        kept = kept_in(_NAME)
        if isinstance(kept, tuple) and kept[0] == key:
            found = parsed(argv[1:], kept[1])
            if found is not None:
                return found
            break
    from jdlint.cli.arguments import parser_for, read

    options = read(argv)
    if options.command == _COMMAND:
        store.save(_NAME, (key, table_of(parser_for())))
    return options


def _key() -> tuple[str, bytes]:
    return __version__, code_stamp()


def table_of(parser: argparse.ArgumentParser) -> dict[str, Any]:
    """Defaults of the command, and its options: name -> (kind, destination, constant, choices)."""
    command = next(a.choices for a in parser._actions if isinstance(a.choices, dict))[_COMMAND]
    either = {
        id(action)
        for group in command._mutually_exclusive_groups
        for action in group._group_actions
    }
    defaults, options = {"command": _COMMAND}, {}
    for action in command._actions:
        kind = type(action).__name__.strip("_").removesuffix("Action")
        if kind == "Help":
            continue
        defaults[action.dest] = [] if action.nargs == "*" else action.default
        plain = (
            kind in ("StoreTrue", "Store", "Append")
            and action.nargs in (None, 0)
            and action.type in (None, int)
        )
        if plain and id(action) not in either:
            choices = tuple(action.choices) if action.choices else None
            row = (kind if action.type is None else "Int", action.dest, choices)
            options.update(dict.fromkeys(action.option_strings, row))
    return {"defaults": defaults, "options": options}


def parsed(argv: Sequence[str], table: dict[str, Any]) -> SimpleNamespace | None:
    """The options that arguments stand for, or None where the table does not cover them."""
    values = {
        key: list(value) if isinstance(value, list) else value
        for key, value in table["defaults"].items()
    }
    rest, groups, last = iter(argv), 0, False
    for argument in rest:
        if not argument.startswith("-"):
            groups += not last  # paths on both sides of an option are an error
            last = True
            values["paths"].append(argument)
            continue
        last = False
        name, equals, value = argument.partition("=")
        row = table["options"].get(name)
        if row is None or not _take(row, value if equals else None, rest, values):
            return None
    return SimpleNamespace(**values) if groups < 2 else None


def _take(row: tuple[str, str, Any], value: str | None, rest: Any, values: dict[str, Any]) -> bool:
    """Read one option into ``values``; False where argparse has to say something about it."""
    kind, name, choices = row
    if kind == "StoreTrue":
        values[name] = True
        return value is None
    value = next(rest, "-") if value is None else value
    if not value or value.startswith("-") or (choices and value not in choices):
        return False
    if kind == "Int" and not (value.isascii() and value.isdigit()):
        return False
    read = int(value) if kind == "Int" else value
    values[name] = [*values[name], read] if kind == "Append" else read
    return True
