"""A process that asks Harper: a line of JSON for each question and each answer, until they end.

It stands alone and is started by its path (``jdlint.io.grammar.harper_process``): nothing of
jdlint is imported here. First comes ``{"dialect", "rules"}``, answered by ``true``; then texts,
each answered by a list of rows (start, end, rule, message, replacements), offsets in code points,
or by ``null`` where Harper fails on it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

Row = tuple[int, int, str, str, list[str]]


def rows(linter: Any, text: str) -> Iterator[Row]:
    """What Harper says of a text; offsets are code points."""
    from harper import SuggestionKind

    for rule, lints in linter.organized_lints(text, language="plaintext").items():
        for lint in lints:
            span = lint.span
            written = text[span.start : span.end]
            better = [
                written + each.replacement_text
                if each.kind == SuggestionKind.INSERT_AFTER
                else each.replacement_text
                for each in lint.suggestions[:5]
            ]
            yield span.start, span.end, rule, lint.message, better


def linter_of(dialect: str, chosen: list[str]) -> Any:
    """A linter with these rules and no others."""
    from harper import Dialect, Linter

    linter = Linter(Dialect[dialect.upper()])
    linter.set_lint_config({name: name in chosen for name in linter.get_lint_config()})
    return linter


def answer(linter: Any, text: str, say: Callable[[Any, str], Iterator[Row]]) -> list[Row] | None:
    try:
        return list(say(linter, text))
    except BaseException:  # a panic of the engine is no Exception
        return None


def main(say: Callable[[Any, str], Iterator[Row]] = rows) -> None:
    """Answer until the questions end; what the engine itself prints goes nowhere."""
    out = os.fdopen(os.dup(1), "w", encoding="ascii", newline="\n")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    asked = json.loads(sys.stdin.readline())
    linter = linter_of(asked["dialect"], asked["rules"])
    print("true", file=out, flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(linter, json.loads(line), say)), file=out, flush=True)


if __name__ == "__main__":
    main()
