"""Front matter whose fences are indented: read as Zola and Hugo read it, with one defect."""

from __future__ import annotations

import pytest

from jdlint.core.text import Source
from jdlint.parse import parse
from jdlint.parse.meta.front_matter import body_start, parse_meta

TOML = ('title = "Baker"', "[extra]", 'place = "Hull"')
YAML = ("title: Baker", "extra:", "  place: Hull")


def _page(mark: str, opening: str, closing: str, line: str = "\n") -> str:
    keys = TOML if mark == "+++" else YAML
    return line.join((opening + mark, *keys, closing + mark, "", "You bake.", "", "---", "", ""))


@pytest.mark.parametrize("line", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["+++", "---"])
@pytest.mark.parametrize(("opening", "closing"), [(" ", ""), ("", " "), ("\t", "  "), ("", "")])
def test_a_page_with_indented_fences_is_read_whole(
    mark: str, opening: str, closing: str, line: str
) -> None:
    text = _page(mark, opening, closing, line)
    meta, body = parse_meta(text)
    assert meta.data == {"title": "Baker", "extra": {"place": "Hull"}}
    assert text[body:].strip().startswith("You bake.")
    assert body_start(text) == body
    kinds = [defect.kind for defect in meta.defects]
    lost = mark == "---" and closing
    assert kinds == ([] if not (opening or closing) else ["indented-end" if lost else "indented"])
    assert "You bake." in parse(Source("a.md", text)).prose.text


@pytest.mark.parametrize(
    "text",
    [
        " ---\n\nA break.\n\n---\n\nMore.\n",
        "  +++\n\nPlus signs.\n",
        " ---\ntitle: Baker\n\nIt never ends.\n",
    ],
)
def test_an_indented_line_without_keys_or_end_is_text(text: str) -> None:
    assert parse_meta(text)[0].format == ""
    assert parse_meta(text)[1] == body_start(text) == 0


def test_an_indented_line_in_a_value_ends_nothing() -> None:
    text = "---\ntitle: Baker\ntext: |\n  one\n  ---\n  two\n---\nYou bake.\n"
    meta, body = parse_meta(text)
    assert meta.data["text"] == "one\n---\ntwo\n"
    assert not meta.defects
    assert text[body:] == "You bake.\n"
