"""Every regular expression that ships takes bounded work: none is ambiguous, as ``regexploit``
reads them (nested or adjoining repeats that may share a text in several ways)."""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest
from regexploit.ast.sre import SreOpParser
from regexploit.redos import find

import jdlint
from jdlint.core.patterns.pattern import LONG, compile_pattern, linear
from jdlint.core.patterns.regex import _Late
from jdlint.rules.catalogue import shipped_rules
from tests.conftest import ROOT
from tests.core.ambiguity import TooLarge, judge

_MOST = 2  # repeats in a row that may match the same: what starting over at each place costs
_OF_RULES = ("pattern", "unless", "unless_block", "unless_page", "soft")
_SEARCHES = frozenset(
    ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")
)
Pattern = tuple[str, str, int]


def _compiled(value: Any, name: str) -> Iterator[Pattern]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield name, value.pattern, value.flags
    elif isinstance(value, _Late):
        yield name, *value._source
    elif isinstance(value, dict | list | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _compiled(item, name)


def _of_code() -> Iterator[Pattern]:
    for module in pkgutil.walk_packages(jdlint.__path__, "jdlint."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                yield from _compiled(value, f"{module.name}.{name}")
    yield from _in_line()


def _in_line() -> Iterator[Pattern]:
    """Patterns that stand where they are used, by their place; their flags are not known."""
    for path in sorted((ROOT / "jdlint").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _is_search(node.func) and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    place = path.relative_to(ROOT).as_posix()
                    yield f"{place}: {first.value}", first.value, 0


def _is_search(called: ast.expr) -> bool:
    return (
        isinstance(called, ast.Attribute)
        and called.attr in _SEARCHES
        and isinstance(called.value, ast.Name)
        and called.value.id == "re"
    )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | tuple | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def _of_rules() -> Iterator[Pattern]:
    for rule in shipped_rules():
        for key, value in rule.params.items():
            if key.replace("-", "_") in _OF_RULES:
                yield from ((rule.name, text, re.M | re.I) for text in _texts(value))


def _of_schemas() -> Iterator[Pattern]:
    for path in sorted((ROOT / "schemas").glob("*.json")):
        stack = [json.loads(path.read_text(encoding="utf-8"))]
        while stack:
            node = stack.pop()
            if isinstance(node, dict):
                if isinstance(node.get("pattern"), str):
                    yield path.name, node["pattern"], 0
                stack.extend(node.values())
            elif isinstance(node, list):
                stack.extend(node)


def _is_ambiguous(pattern: str, flags: int) -> bool:
    # what never gives back (``a++``, ``(?>…)``) is read as if it did
    plain = re.sub(r"(?<=[*+?}])\+", "", pattern).replace("(?>", "(?:")
    return any(found.starriness > _MOST for found in find(SreOpParser().parse_sre(plain, flags)))


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+$",
        r"^(?:\w+\s?)*$",
        r"\s*\s*\s*x",
        r"(?:[^.]*,)*[^.]*,[^.]*x",
    ],
)
def test_the_proof_finds_what_it_should(pattern: str) -> None:
    assert _is_ambiguous(pattern, 0)


# two loops that may share a text, and why that costs little
_BOUNDED = {
    "jdlint.checks.naming.role_words._CAPITAL": "two to four words",
    "jdlint.checks.naming.role_words._SMALL": "two to four words",
    "jdlint.lsp.completion._HEADING": "the line before the cursor",
    "jdlint.lsp.completion._VALUE": "the line before the cursor",
    "jdlint.posting.published.told._SLUG": "the first 200 letters of an address",
    "jdlint.lang.en.spelling.foreign._DISGUISED": "240 letters beside a word",
    "jdlint.posting.signs.NO_JOB_NAME": "names of files are 4,096 letters at most",
    "jdlint.site.build.generators.middleman._SOURCE": "names of files, as above",
    "jdlint.site.build.anchors.html_ids._CODE": "the same number of marks must stand twice",
    "jdlint.site.build.anchors.kramdown.patterns.ITEM_EMPTY": "2,000 letters in braces",
    "jdlint.site.build.anchors.kramdown.patterns.LINK_DEFINITION": "one line",
    "jdlint.site.build.anchors.kramdown.patterns.TAG": "attributes never give back",
    "jdlint.site.build.anchors.markdown_it._BLOCK_ID": "one pair of braces in a line",
    "jdlint.site.build.anchors.python_markdown._ATTRIBUTES": "the end of one heading",
    "jdlint.site.build.templating.expansion._IN_ID": "200 letters before a place",
    "jdlint.site.build.generators.middleman._SETTING": "one line of config.rb",
    "jdlint.site.build.generators.plain._INCLUDE_LINE": "one line",
    "jdlint.site.build.generators.jekyll.days._ZONED": "a line of the first 4,000 letters",
    "jdlint.site.build.scan._FENCE": "one line, which its last loop always ends",
    "jdlint.site.build.templating.erb._INLINE": "20,000 letters of code",
}


def test_two_ways_to_read_one_text_are_found() -> None:
    both = {
        pattern: judge(pattern)[:2]
        for pattern in (r"(?:a|a)*b", r"(a*)*b", r"a*a*b", r"\w+\s+x", r"a++a*b")
    }
    assert list(both.values()) == [
        (True, True),
        (True, True),
        (False, True),
        (False, False),
        (False, False),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("source", [_of_code, _of_schemas])
def test_no_text_makes_a_shipped_pattern_backtrack(source: Any) -> None:
    """Those of rules run on RE2 where a text is long: see ``LONG``."""
    found = {name: judge(pattern, flags) for name, pattern, flags in set(source())}
    assert not {name for name, verdict in found.items() if verdict.exponential}
    assert not {name for name, verdict in found.items() if verdict.polynomial} - _BOUNDED.keys()


@pytest.mark.slow
def test_no_pattern_of_a_rule_is_exponential() -> None:
    for name, pattern, flags in _of_rules():
        try:
            assert not judge(pattern, flags).exponential, name
        except TooLarge:
            assert len(pattern) > 1_000, name


@pytest.mark.parametrize("source", [_of_code, _of_rules, _of_schemas])
def test_no_shipped_pattern_is_ambiguous(source: Any) -> None:
    patterns = set(source())
    assert len(patterns) > 2
    bad = {name for name, pattern, flags in patterns if _is_ambiguous(pattern, flags)}
    assert not bad


def test_every_pattern_of_a_rule_is_one_of_re2() -> None:
    for _, pattern, _ in _of_rules():
        linear(f"(?mi){pattern}")


@pytest.mark.parametrize("size", [LONG - 10, LONG + 10])
def test_long_texts_are_read_alike(size: int) -> None:
    text = "Bake bread. " * (size // 12) + "Ünder the\noven"
    pattern = compile_pattern(r"^(?P<at>oven)\b|bread", ignore_case=True)
    assert pattern.search(text).span() == (5, 10)
    assert [m.span() for m in pattern.finditer(text)][-1] == (len(text) - 4, len(text))
    assert pattern.sub("x", text).endswith("the\nx")
