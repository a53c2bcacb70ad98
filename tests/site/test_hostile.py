"""Text that is made to be slow or deep costs no more than other text."""

from __future__ import annotations

import time

import pytest

from jdlint.site.build.anchors.families import FAMILIES, page_ids
from jdlint.site.build.anchors.options import Options
from jdlint.site.build.settings import SiteSettings
from jdlint.site.links.resolver import Resolver
from tests.conftest import HANGS
from tests.site.trees import MemoryTree

SIZE = 15_000
PIECES = (
    *(
        "{:",
        "{: #a ",
        "<a ",
        '<a b="',
        "<div>\n",
        '<div markdown="1">\n',
        "<!--\n",
        "[",
        "# [a](",
        "*a **b ",
        "> ",
    ),
    *(
        "- ",
        "- a\n",
        "```a\n",
        "~~~~ x\n",
        "#",
        "# a\n",
        "_",
        "$$\na\n\n",
        "a\n: b\n",
        "[^a]: b\n",
        "| a |\n",
    ),
    *(
        'id="',
        "    a\n",
        "{::comment}\n\n",
        "a\n===\n",
        "!!! x\n    ",
        "</div>\n",
        "<A>\n",
        "import a\n",
        "a_b ",
    ),
    *("\\", "`", "`a``b", "{#a} "),
)
TEMPLATING = (
    *(
        "<% ",
        "<%= partial '",
        "{% ",
        "{{ ",
        "{% raw %}",
        "{% comment %}",
        "{% for x in y %}",
        "{#",
        "{{< a ",
        "{{</*",
    ),
    *("{{< highlight ", "import A from './a.mdx'\n", "<A b=", "{/*", "{% include a.md %}"),
)
URLS = (
    *(
        "[" * 5000,
        "%" * 999,
        "//",
        "///x",
        "http://",
        "http:",
        "#" * 99,
        "../" * 2000,
        "\x00",
        "a:b:c",
        "//[::1",
        "?",
    ),
    *("?#", "/\u2028", "https://fernhill.example:99999999/x"),
)


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_long_repetitions(family: str) -> None:
    for piece in PIECES:
        text = piece * (SIZE // len(piece))
        for page in (text, f"# {text}\n"):
            start = time.process_time()
            page_ids(page, family, Options(extensions=frozenset({"extra"})))
            assert time.process_time() - start < HANGS, piece


@pytest.mark.parametrize("piece", TEMPLATING)
@pytest.mark.parametrize(
    "config", ["_config.yml", "hugo.toml", "docusaurus.config.js", "config.rb"]
)
def test_long_templating(config: str, piece: str) -> None:
    text = "---\n---\n" + piece * (SIZE // len(piece))
    files = {
        config: "title: x",
        "a.md": text,
        "content/a.md": text,
        "docs/a.mdx": text,
        "source/a.html.md.erb": text,
    }
    model = Resolver(MemoryTree(files), SiteSettings())
    start = time.process_time()
    for path in list(files)[1:]:
        model.resolve("#nothing", path)
    assert time.process_time() - start < HANGS, piece


def test_partials_that_grow() -> None:
    files = {f"source/_p{n}.erb": f"<%= partial 'p{n + 1}' %>" * 10 for n in range(8)}
    files["source/a.html.md.erb"] = "<%= partial 'p0' %>"
    start = time.process_time()
    assert Resolver(MemoryTree(files)).resolve("#x", "source/a.html.md.erb").verdict == "unknown"
    assert time.process_time() - start < HANGS


@pytest.mark.parametrize("url", URLS)
def test_any_url_has_an_answer(url: str) -> None:
    model = Resolver(MemoryTree({"a.md": "# A"}), SiteSettings(url="https://fernhill.example"))
    assert model.resolve(url, "a.md").verdict
    assert model.resolve(url, "nowhere.md").verdict
