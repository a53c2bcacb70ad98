"""Lists of words: read without YAML as YAML would read them, each with its source."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from jdlint.core.errors import RuleError
from jdlint.lang import lists
from jdlint.rules.build import build
from jdlint.rules.rule import read_rule

FOLDER = Path(lists.__file__).parent / "en" / "lexicon"
KINDS = {"words", "phrases", "groups", "pairs"}
OWN = [
    path.stem
    for path in sorted(FOLDER.glob("*.yaml"))
    if KINDS & yaml.safe_load(path.read_text(encoding="utf-8")).keys()
]


@pytest.mark.parametrize("name", OWN)
def test_a_list_is_yaml_with_a_source_and_one_block(name: str) -> None:
    data = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    assert len(data["source"].split()) >= 4
    [kind] = data.keys() - {"source"}
    assert kind in KINDS
    found = lists.entries(name)
    if kind == "words":
        assert list(found) == data[kind].split()
    elif kind == "groups":
        assert [", ".join(row) for row in found] == [
            " ".join(row.split()) for row in data[kind].split("\n\n")
        ]
    else:
        rows = [f"{k}: {v}" for k, v in found.items()] if isinstance(found, dict) else list(found)
        assert rows == data[kind].strip().split("\n")


@pytest.mark.parametrize("name", OWN)
def test_no_word_stands_twice(name: str) -> None:
    found = lists.entries(name)
    assert len(set(found)) == len(found)


def rule(heads: object, *, shipped: bool = False) -> object:
    data = {
        "summary": "Roles",
        "check": "case-drift",
        "message": "m",
        "with": {"heads": heads},
    }
    return read_rule(data, "rules/style/roles.yaml", shipped=shipped)


@pytest.mark.parametrize("shipped", [True, False])
def test_a_rule_takes_a_list_by_name_alone_or_among_its_own_words(shipped: bool) -> None:
    ranks = lists.entries("role-ranks")
    assert rule("$lexicon/role-ranks", shipped=shipped).params["heads"] == ranks
    mixed = rule(["dentist", "$lexicon/role-ranks"], shipped=shipped)
    assert mixed.params["heads"] == ("dentist", *ranks)
    assert " dentist" in build(mixed).needles


@pytest.mark.parametrize("name", ["role-rank", "../en/lexicon/role-ranks", "", "a.b"])
def test_a_list_that_is_not_there_is_named_with_the_rule(name: str) -> None:
    with pytest.raises(RuleError, match=r"rules/style/roles\.yaml: .*there is no list"):
        rule(f"$lexicon/{name}")


def test_an_unknown_name_is_answered_with_the_nearest_one() -> None:
    with pytest.raises(RuleError, match="did you mean “role-ranks”"):
        rule("$lexicon/role-rank")
