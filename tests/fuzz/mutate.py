"""Texts made from texts: pieces cut, doubled, moved, swapped; and data made from data."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from tests.fuzz.shapes import TOKENS

_LONGEST = 60_000
_RANGES = ((0, 0x20), (0x20, 0x7F), (0x80, 0x2100))
# lines that are repaired by becoming another element, and those that they stand between
_LINES = (
    "#Requirements", "– Plan the week", "• Order parts ", "· Read the plan", "-Train people",
    "* Bake bread.", "+ Sweep", "1. Call us", "Visit the workshop for a day", "**Benefits**", "",
    "> - a", "[a] (/b)", "[a]((/b))", "[our values][vls]", "[vals]: /a", "# Title.",
)  # fmt: skip
_SINGLE = (0x200B, 0x2028, 0x202E, 0xFEFF, 0xFFFD, 0x1F600, 0xE000, 0x0301)


def mutated(text: str, others: Sequence[str], chance: random.Random) -> str:
    """A text with a few changes."""
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        a, b = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        b = min(b, a + chance.choice((1, 4, 40, 400)))
        text = _changed(text, a, b, others, chance)[:_LONGEST] or " "
    return text


def _changed(text: str, a: int, b: int, others: Sequence[str], chance: random.Random) -> str:
    piece, kind = text[a:b], chance.randrange(8)
    if kind == 0:
        return text[:a] + text[b:]
    if kind == 1:
        return text[:b] + piece * chance.choice((1, 2, 30)) + text[b:]
    if kind == 2:
        other = chance.choice(others)
        c = chance.randrange(len(other) + 1)
        return text[:a] + other[c : c + 400] + text[b:]
    if kind == 3:
        return text[:a] + chance.choice(TOKENS) * chance.choice((1, 1, 3, 200)) + text[a:]
    if kind == 4:
        return text[:a] + "".join(_odd(chance) for _ in piece[:8]) + text[b:]
    if kind == 5:
        return text[:a] + piece[::-1] + text[b:]
    lines = text.split("\n")
    if kind == 6:
        at = chance.randrange(len(lines) + 1)
        return "\n".join(
            [*lines[:at], *chance.choices(_LINES, k=chance.choice((1, 3, 9))), *lines[at:]]
        )
    chance.shuffle(lines)
    return "\n".join(lines)


def _odd(chance: random.Random) -> str:
    kind = chance.randrange(len(_RANGES) + 1)
    return chr(chance.choice(_SINGLE) if kind == len(_RANGES) else chance.randrange(*_RANGES[kind]))


# what a value of a rule, a configuration or a schema may be, and should not
_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1e308, float("inf"), float("nan"), 10**30, "", " ", "\0", "…" * 3,
    "a" * 3_000, "(", "(a+)+$", "(?<=a)b", r"\1", "(?P<at>", "[", "**", "**/" * 40,
    "../../etc/passwd", "/dev/zero", "~", "{found}", "{0}", "{a.__class__}", "{found!r:>9999}", "«",
    "»", "«a", [], [[]], {}, {"": None}, {"$ref": "#"}, {"$ref": "http://a.example/x"},
    {"allOf": [{"$ref": "#"}]}, [None], ["a", 1], {"type": ["a"]}, {"pattern": "(a|a)*$"},
    {"enum": [float("nan")]}, {"severity": "loud"}, {"severity": "off"}, "\u2028", "\x1b[31m",
    "::error::", "error", "off", "warning", "pattern", "source-pattern", "terms", "schema",
    "2024-02-30", [[[[[[[[[[[]]]]]]]]]]],
)  # fmt: skip


def disturbed(data: Any, chance: random.Random) -> Any:
    """Data with one or a few nodes put in the place of another, taken out, doubled or renamed."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        data = _disturbed(data, chance)
    return data


def _disturbed(node: Any, chance: random.Random) -> Any:
    if chance.random() < 0.15 or not isinstance(node, dict | list) or not node:
        return chance.choice(_VALUES)
    if isinstance(node, list):
        index = chance.randrange(len(node))
        kind = chance.randrange(6)
        if kind == 0:
            return node[:index] + node[index + 1 :]
        if kind == 1:
            return node * chance.choice((2, 50))
        return [*node[:index], _disturbed(node[index], chance), *node[index + 1 :]]
    key = chance.choice(list(node))
    kind = chance.randrange(6)
    if kind == 0:
        return {k: v for k, v in node.items() if k != key}
    if kind == 1:
        return {
            **node,
            chance.choice(("", "x", 1, None, key + "s" if isinstance(key, str) else key)): node[
                key
            ],
        }
    return {**node, key: _disturbed(node[key], chance)}
