"""Franklin's front matter is Julia between the marks of TOML: its dates are read,
other calls are not."""

from __future__ import annotations

from jdlint.parse.meta.toml import read_toml


def test_a_date_is_read() -> None:
    data, values, defects = read_toml('title = "Mate"\nrss = Date(2026, 3, 1)\ntags = ["a"]\n', 0)
    assert data == {"title": "Mate", "rss": "2026-03-01", "tags": ["a"]}
    assert not defects
    assert [value.path for value in values] == [("title",), ("rss",), ("tags",), ("tags", 0)]


def test_another_call_is_a_defect_at_its_line() -> None:
    [defect] = read_toml('title = "Mate"\nrss = today()\n', 0)[2]
    assert defect.span.start == len('title = "Mate"\n')
