"""Configuration and rule files in the editor, and links that open the file behind them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import pytest

from tests.lsp.client import Client, editor
from tests.lsp.conftest import BAKER, PAGE, site_in

pytest.importorskip("pygls", reason="the extra jdlint[lsp] is not installed")
RULE = """summary: Say oven
check: pattern
message: Write oven
with: {pattern: stove}
examples:
  - bad: Our «stove» is hot.
  - good: Our oven is hot.
"""


VERSIONS = count(2)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """One editor for all tests; what a test opens, it shuts."""
    site = site_in(tmp_path_factory.mktemp("site"))
    with (site / "jdlint.yaml").open("a") as config:
        config.write("rule-paths: [lint]\n")
    (site / "lint" / "words").mkdir(parents=True)
    (site / "lint" / "words" / "stove.yaml").write_text(RULE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JDLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        with editor(site) as made:
            yield made


@contextmanager
def opened(client: Client, name: str, text: str) -> Iterator[int]:
    """A text in the editor, under a version of its own."""
    version = next(VERSIONS)
    client.open(name, text, version)
    try:
        yield version
    finally:
        client.shut(name)


def marked(client: Client, name: str, text: str) -> list[tuple[str, str]]:
    """What is found in a text, and the words that are marked."""
    lines, rows, uri = text.split("\n"), [], client.uri(name)
    with opened(client, name, text) as version:
        client.wait(lambda: client.found.get(uri, {}).get("version") == version)
        found = client.found[uri]["diagnostics"]
    for d in found:
        start, end = d["range"]["start"], d["range"]["end"]
        rows.append((d["message"], lines[start["line"]][start["character"] : end["character"]]))
    return rows


@pytest.mark.parametrize(
    ("old", "new", "words", "mark"),
    [
        ("summary: Say oven", "summary: Say oven", "", ""),
        ("check: pattern", "check: patern", "there is no check “patern”", "patern"),
        ("message:", "mesage:", "unknown key “mesage”", "mesage"),
        ("pattern: stove", "pattern: stove, leest: 1", "no parameter “leest”", "leest"),
        ("«stove» is", "stove «is»", "example 1: ", "  - bad: Our stove «is» hot."),
        ("Our oven is", "Our stove is", "example 2: ", "  - good: Our stove is hot."),
        ("check: pattern", "check: [", "this is not YAML", None),
    ],
)
def test_a_rule_file_is_checked_with_its_examples(
    client: Client, old: str, new: str, words: str, mark: str | None
) -> None:
    found = marked(client, "lint/words/stove.yaml", RULE.replace(old, new))
    if not words:
        assert found == []
        return
    ((message, what),) = found
    assert words in message
    assert mark is None or what == mark


def test_yaml_that_is_no_rule_is_let_be(client: Client) -> None:
    assert marked(client, "data/other.yaml", "check: nothing\n") == []


@pytest.mark.parametrize(
    ("name", "text", "wanted", "not_wanted"),
    [
        ("jdlint.yaml", "pages: a\n|", "rule-paths", "complete"),
        ("jdlint.yaml", "site:\n  comp|", "complete", "rule-paths"),
        ("jdlint.yaml", "rules:\n  gram|", "grammar/doubled-word", "pages"),
        ("jdlint.yaml", "rules:\n  grammar: |", "warning", "harper"),
        ("jdlint.yaml", "grammar:\n  engine: |", "languagetool", "warning"),
        ("jdlint.yaml", "overrides:\n  - files: [a]\n    rules:\n      lin|", "links", "files"),
        ("lint/words/stove.yaml", "summary: x\nche|", "check", "pages"),
        ("lint/words/stove.yaml", "fix: |", "unsafe", "warning"),
        ("lint/words/stove.yaml", "check: |", "pattern", "safe"),
    ],
)
def test_keys_and_values_are_offered(
    client: Client, name: str, text: str, wanted: str, not_wanted: str
) -> None:
    found = client.labels(name, text)
    assert wanted in found
    assert not_wanted not in found


def test_other_yaml_is_offered_nothing(client: Client) -> None:
    assert client.labels("data/other.yaml", "che|") == []


def test_links_open_the_file_behind_them(client: Client) -> None:
    text = PAGE + "\n[out](https://mill.example.org/x) [nowhere](/handbook/nothing/)\n"
    document = {"textDocument": {"uri": client.uri(BAKER)}}
    with opened(client, BAKER, text):
        (link,) = client.ask("textDocument/documentLink", document)
    assert link["target"] == (client.root / "content" / "handbook" / "team.md").as_uri()
    line = text.split("\n")[link["range"]["start"]["line"]]
    place = slice(link["range"]["start"]["character"], link["range"]["end"]["character"])
    assert "/handbook/team/" in line[place]
