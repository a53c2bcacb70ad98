"""Remarks are kept by text, and a damaged file does no harm."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.io.grammar import cache
from jdlint.io.grammar.ask import fingerprint, remarks_on
from jdlint.io.grammar.cache import RemarkCache, digest
from jdlint.io.grammar.engine import Remark

REMARK = Remark(3, 7, "SpellCheck", "", ("team",), "spelling")


class Echo:
    """An engine that marks the first letter of each text and counts what it is asked."""

    name, version, settings = "echo", "1", "plain"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def check(self, texts: Sequence[str]) -> list[list[Remark]]:
        self.asked.extend(texts)
        return [[Remark(0, 1, "First", text, (), "grammar")] for text in texts]

    def close(self) -> None:
        pass


def anew(folder: Path | None, fingerprint: str) -> RemarkCache:
    """The cache as a new process has it."""
    cache._READ.clear()
    return RemarkCache(folder, fingerprint)


def test_a_process_that_goes_on_gathers_what_is_new(tmp_path: Path) -> None:
    first = anew(tmp_path, "echo")
    first.put("a", [])
    first.save()
    assert first.path is not None
    before = first.path.read_bytes()
    second = RemarkCache(tmp_path, "echo")
    second.put("b", [])
    second.save()
    assert first.path.read_bytes() == before
    assert RemarkCache(tmp_path, "echo").get("b") == []
    for number in range(cache._GATHERED):
        second.put(f"text {number}", [])
    second.save()
    third = anew(tmp_path, "echo")
    assert [third.get(text) for text in ("a", "b", "text 7")] == [[], [], []]


def test_what_is_put_is_found_in_the_next_run(tmp_path: Path) -> None:
    first = anew(tmp_path, "echo")
    first.put("the taem", [REMARK])
    first.put("clean", [])
    first.save()
    second = anew(tmp_path, "echo")
    assert second.get("the taem") == [REMARK]
    assert second.get("clean") == []
    assert second.get("other") is None
    assert anew(tmp_path, "another engine").get("clean") is None
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_two_runs_at_once_keep_both_their_texts(tmp_path: Path) -> None:
    one, two = anew(tmp_path, "echo"), anew(tmp_path, "echo")
    assert one.get("a") is None
    assert two.get("b") is None
    one.put("a", [])
    two.put("b", [])
    one.save()
    cache._READ.clear()  # the other is another process
    two.save()
    third = anew(tmp_path, "echo")
    assert (third.get("a"), third.get("b")) == ([], [])


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        '{"form":1}',
        '{"form":1,"remarks":[]}',
        '{"form":9,"remarks":{}}',
        "\x00\xff",
        "[" * 100_000,
    ],
)
def test_a_damaged_file_counts_as_empty(tmp_path: Path, damage: str) -> None:
    kept = anew(tmp_path, "echo")
    assert kept.path is not None
    kept.path.write_text(damage, encoding="utf-8")
    assert kept.get("text") is None
    kept.put("text", [])
    kept.save()
    assert anew(tmp_path, "echo").get("text") == []


@pytest.mark.parametrize(
    "row",
    [[1], ["x"], [["a", 1, "", "", [], ""]], [[5, 3, "", "", [], ""]], [[0, 99, "", "", [], ""]]],
)
def test_a_row_that_does_not_fit_its_text_is_none(tmp_path: Path, row: object) -> None:
    kept = anew(tmp_path, "echo")
    assert kept.path is not None
    kept.path.write_text(
        json.dumps({"form": 1, "remarks": {digest("text"): row}}), encoding="utf-8"
    )
    assert kept.get("text") is None


def test_the_longest_unused_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGEST", 3)
    first = anew(tmp_path, "echo")
    for text in ("a", "b", "c"):
        first.put(text, [])
    first.save()
    second = anew(tmp_path, "echo")
    assert second.get("a") == []
    second.put("d", [])
    second.save()
    third = anew(tmp_path, "echo")
    assert [third.get(text) for text in ("a", "b", "c", "d")] == [[], None, [], []]


def test_nowhere_to_keep_it(tmp_path: Path) -> None:
    nowhere = anew(None, "echo")
    nowhere.put("a", [])
    nowhere.save()
    assert nowhere.get("a") == []
    file = tmp_path / "file"
    file.write_text("")
    blocked = anew(file, "echo")
    blocked.put("a", [])
    blocked.save()
    assert file.read_text() == ""


def test_equal_texts_are_asked_once_and_known_ones_never(tmp_path: Path) -> None:
    engine = Echo()
    kept = anew(tmp_path, fingerprint(engine))
    found = remarks_on(["one", "two", "one"], engine, kept)
    assert [remarks[0].message for remarks in found] == ["one", "two", "one"]
    assert engine.asked == ["one", "two"]
    kept.save()
    again = Echo()
    assert remarks_on(["two", "one"], again, anew(tmp_path, fingerprint(again))) == [
        found[1],
        found[0],
    ]
    assert again.asked == []


@given(st.lists(st.text(max_size=5), min_size=2, max_size=2, unique=True))
def test_different_texts_have_different_names(pair: list[str]) -> None:
    assert digest(pair[0]) != digest(pair[1])
    assert digest(pair[0], pair[1]) != digest(pair[0] + pair[1])
