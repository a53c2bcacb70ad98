"""Words are looked up in their list by its order."""

from __future__ import annotations

from jdlint.lang import detect


def test_each_word_of_the_list_is_found() -> None:
    lines = detect._lines()
    assert lines == sorted(lines)
    assert all(detect._line(line.split(" ", 1)[0]) == line.split(" ", 1)[1] for line in lines)


def test_a_word_that_is_not_in_the_list_speaks_for_nothing() -> None:
    assert [detect._line(word) for word in ("", "zzz", "qwertz")] == ["", "", ""]
