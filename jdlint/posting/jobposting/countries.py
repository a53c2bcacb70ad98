"""Countries by the names that pages write (made by ``scripts/generate-countries``)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jdlint.core.tools import cache


@cache
def _codes() -> Mapping[str, str]:
    rows = Path(__file__).with_name("countries.txt").read_text(encoding="utf-8").splitlines()
    found: dict[str, str] = {}
    for row in rows:
        code, *names = row.split("\t")
        found.update({name.casefold(): code for name in names})
        found[code.casefold()] = code
    return found


def code_of(name: str) -> str:
    """The code of a country, by its name or its code; empty where it is none. Codes count in
    capitals only (“in”, “it” and “no” are words)."""
    name = name.strip().removeprefix("the ").removeprefix("The ")
    if len(name) == 2 and not name.isupper():
        return ""
    return _codes().get(name.casefold(), "")
