"""A finding that is silenced stays silent, wherever it stands, and the page stays what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.core.text import Source
from jdlint.fix.edits import applied
from jdlint.fix.silence import silence
from jdlint.parse import parse
from jdlint.parse.suppressions import ignores_of

PLACES = {
    "paragraph": "You bake for *Tern Bakery*.\n",
    "hard wrapped": "You bake\nfor *Tern Bakery*\nevery day.\n",
    "item": "* Bake the bread\n* Tern Bakery\n  keeps bees\n",
    "nested item": "1. Bake\n   - Tern Bakery\n",
    "heading": "## Tern Bakery\n\nText.\n",
    "setext heading": "Tern Bakery\n===========\n\nText.\n",
    "table": "| a | b |\n|---|---|\n| Tern Bakery | c |\n",
    "quote": "> You bake\n> for Tern Bakery\n",
    "code": "```sh\nrun Tern Bakery\n```\n",
    "last line": "Tern Bakery",
    "windows": "One.\r\n\r\nTern Bakery two.\r\n",
    "html": '<div class="x">\n<p>Tern Bakery</p>\n</div>\n',
    "key": "---\ntitle: Tern Bakery\n---\n\nText.\n",
    "commented key": "---\ntitle: Tern Bakery  # for now\n---\n\nText.\n",
    "list in front matter": "---\nplaces:\n  - Tern Bakery\n  - Oslo\n---\n\nText.\n",
    "quoted": '---\ntitle: "Tern Bakery"\nplace: x\n---\n',
    "toml": '+++\ntitle = "Tern Bakery"\n+++\n\nText.\n',
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("path", ["jobs/a.md", "jobs/a.mdx"])
def test_the_comment_is_read_and_the_page_stays(place: str, path: str) -> None:
    text = PLACES[place]
    edit = silence(path, text, text.index("Tern"), "style/hype", "our name")
    assert edit is not None
    after = applied(text, [edit])
    page, old = parse(Source(path, after)), parse(Source(path, text))
    line = page.source.position(after.index("Tern")).line
    (ignore,) = ignores_of(page)
    assert ignore.first <= line <= ignore.last
    assert ignore.reason
    assert [heading.text for heading in page.headings] == [h.text for h in old.headings]
    assert [len(block.items) for block in page.lists] == [len(b.items) for b in old.lists]
    assert not page.meta.defects
    assert page.meta.text("title") == old.meta.text("title")


def test_a_value_of_several_lines_takes_no_comment() -> None:
    text = "---\nsummary: |\n  We bake.\n  Tern Bakery\n---\n"
    assert silence("a.md", text, text.index("Tern"), "style/hype") is None


@given(st.text(max_size=60))
def test_no_reason_ends_its_comment(reason: str) -> None:
    text = "You bake for Tern Bakery.\n"
    edit = silence("a.md", text, text.index("Tern"), "style/hype", reason)
    assert edit is not None
    assert edit.text.count("-->") == 1
    assert edit.text.endswith("-->")
    assert "\n" not in edit.text
