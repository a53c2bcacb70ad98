"""Comments that silence rules: what they cover, and what is said of those that do not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jdlint.core.diagnostic import Edit
from jdlint.core.text import Source
from jdlint.fix.edits import applied
from jdlint.parse import parse
from jdlint.parse.suppressions import ignores_of, without
from tests.cli.conftest import GOOD

WORDY = "You install heat pumps in order to warm homes.\n"
RULE = "style/wordy-phrase"


@pytest.fixture
def check(repo: Path, jdlint: Any) -> Any:
    """Checks a page with some text below its introduction; gives the rules that are reported,
    with their lines."""

    def run(
        text: str, *arguments: str, name: str = "a.md", page: str = ""
    ) -> list[tuple[str, int]]:
        for old in (repo / "jobs").iterdir():
            old.unlink()
        content = page or GOOD.replace("## Responsibilities", text + "\n## Responsibilities")
        (repo / "jobs" / name).write_text(content)
        found = jdlint("check", "--grammar", "off", "--format", "json", *arguments)
        assert found.code in (0, 1), found.err
        kept = jdlint("check", "--grammar", "off", "--format", "json", *arguments)
        assert kept.data == found.data, "what is kept from the last run says the same"
        return [(d["rule"], d["start"]["line"]) for d in found.data["diagnostics"]]

    return run


def test_without_a_comment(check: Any) -> None:
    assert check(WORDY) == [(RULE, 8)]


@pytest.mark.parametrize(
    "comment",
    [
        f"<!-- jdlint-ignore {RULE}: our own words -->",
        "<!--jdlint-ignore style: our own words-->",
        f"<!-- jdlint-ignore {RULE} -->",
        f"<!-- jdlint-ignore\n  {RULE}: our\n  own words -->",
        "<!-- jdlint-ignore -->",
        "<!-- jdlint-ignore all: a draft -->",
        "<!-- jdlint-ignore: a draft -->",
        f"<!-- jdlint-ignore-file {RULE}: a draft -->",
        f"<!-- jdlint-ignore-start {RULE}: a draft -->",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
def test_the_block_that_follows(check: Any, comment: str, gap: str) -> None:
    assert [
        row for row in check(comment + gap + WORDY) if not row[0].startswith("whitespace")
    ] == []


def test_several_names(check: Any) -> None:
    text = "You install the the heat pumps in order to warm homes.\n"
    assert [
        rule
        for rule, _ in check(
            f"<!-- jdlint-ignore {RULE}, grammar/doubled-word: a quotation -->\n\n" + text
        )
    ] == []


def test_the_next_block_and_no_more(check: Any) -> None:
    assert check(f"<!-- jdlint-ignore {RULE}: x -->\n\n{WORDY}\n{WORDY}") == [(RULE, 12)]
    assert check(f"<!-- jdlint-ignore {RULE}: x -->\n\n{WORDY}* One in order to go\n") == [
        (RULE, 11)
    ]
    items = "* Sell in order to live\n  in order to go\n* Install in order to live\n"
    assert check(f"<!-- jdlint-ignore {RULE}: x -->\n\n{items}\n{WORDY}") == [(RULE, 14)], (
        "a list is one block"
    )


def test_a_line(check: Any) -> None:
    line = f"<!-- jdlint-ignore-line {RULE}: x -->"
    assert check(f"You sell in order to live. {line}\nYou sell in order to eat.\n") == [(RULE, 9)]
    assert check(f"* Sell in order to live {line}\n* Buy pumps in order to sell\n") == [(RULE, 9)]


def test_between_two_comments(check: Any) -> None:
    start, end = f"<!-- jdlint-ignore-start {RULE}: x -->\n\n", "\n<!-- jdlint-ignore-end -->\n\n"
    assert check(f"{start}{WORDY}\n{WORDY}{end}{WORDY}") == [(RULE, 16)]
    named = end.replace("end", f"end {RULE}")
    assert check(f"{start}<!-- jdlint-ignore-start lists: y -->\n\n{WORDY}{named}{WORDY}") == [
        ("suppress/unused-suppression", 10),
        (RULE, 16),
    ]


def test_front_matter(check: Any) -> None:
    key = GOOD.replace("title:", "titel:")
    assert check("", page=key) == [("front-matter/misspelt-key", 3)]
    assert (
        check(
            "", page=key.replace("Installer\n", "Installer # jdlint-ignore front-matter: old\n", 1)
        )
        == []
    )
    assert (
        check(
            "", page=key.replace("titel", "# jdlint-ignore front-matter/misspelt-key: old\ntitel")
        )
        == []
    )
    assert check("", page=key.replace("layout", "# jdlint-ignore front-matter: old\nlayout")) == [
        ("suppress/unused-suppression", 2),
        ("front-matter/misspelt-key", 4),
    ]
    toml = (
        '+++\ntitel = "Installer" # jdlint-ignore front-matter: old\n+++\n' + GOOD.split("---\n")[2]
    )
    assert check("", "--select", "front-matter/misspelt-key", page=toml) == []
    assert (
        check("", "--select", "front-matter/misspelt-key", page=toml.replace("jdlint-", "")) != []
    )


def test_mdx(check: Any) -> None:
    assert check(f"{{/* jdlint-ignore {RULE}: x */}}\n\n{WORDY}", name="a.mdx") == []


def test_code_shows_comments_and_means_nothing(check: Any) -> None:
    assert check(f"```\n<!-- jdlint-ignore-file {RULE}: x -->\n```\n\n{WORDY}") == [(RULE, 12)]


def test_findings_across_pages(repo: Path, jdlint: Any) -> None:
    for name, url in (
        ("a", "/handbook/#values"),
        ("b", "/handbook/#values"),
        ("c", "/handbook/values"),
    ):
        (repo / "jobs" / f"{name}.md").write_text(GOOD + f"\nYou share our [values]({url}).\n")
    arguments = ("check", "--select", "links/inconsistent-link", "--format", "json")
    assert jdlint(*arguments).rules == ["links/inconsistent-link"]
    page = repo / "jobs" / "c.md"
    page.write_text(
        page.read_text().replace(
            "\nYou share", "\n<!-- jdlint-ignore links: moved -->\n\nYou share"
        )
    )
    assert jdlint(*arguments).rules == []


def test_unused_names_are_taken_out_one_by_one(repo: Path, jdlint: Any) -> None:
    page = repo / "jobs" / "a.md"
    comment = f"<!-- jdlint-ignore style/etc, {RULE}, lists, nonsense/rule: x -->\n\n"
    page.write_text(GOOD.replace("## Resp", comment + WORDY + "\n## Resp"))
    jdlint("check", "--fix", "--grammar", "off")
    assert f"<!-- jdlint-ignore {RULE}: x -->\n\n{WORDY}" in page.read_text()


def test_a_comment_of_no_use_goes_with_its_line(repo: Path, jdlint: Any) -> None:
    page = repo / "jobs" / "a.md"
    page.write_text(
        GOOD.replace("## Resp", "<!-- jdlint-ignore-start style -->\n\n## Resp")
        + "\n<!-- jdlint-ignore-end -->\n"
    )
    answer = jdlint("check", "--fix", "--grammar", "off")
    assert page.read_text() == GOOD
    assert answer.code == 0


def test_what_was_not_asked_is_not_called_unused(check: Any) -> None:
    text = f"<!-- jdlint-ignore {RULE}: x -->\n\nYou install heat pumps.\n"
    assert check(text) == [("suppress/unused-suppression", 8)]
    assert check(text, "--select", "suppress") == []
    assert check(text, "--ignore", RULE) == []
    assert check("<!-- jdlint-ignore-file style: x -->\n", "--ignore", "style/etc") == []
    assert check("<!-- jdlint-ignore-file links/dead-link: the web was not asked -->\n") == []
    assert check("<!-- jdlint-ignore-file grammar/misspelling: the engine is off -->\n") == []


def test_reasons_can_be_required(repo: Path, check: Any) -> None:
    text = f"<!-- jdlint-ignore {RULE} -->\n\n{WORDY}"
    assert check(text) == []
    (repo / "jdlint.yaml").write_text("pages: jobs/*.md\nsuppressions: {require-reason: true}\n")
    assert check(text) == [("suppress/missing-reason", 8)]
    (repo / "jdlint.yaml").write_text("suppressions: {require-reason: perhaps}\n")


def test_only_their_name_silences_findings_on_comments(check: Any) -> None:
    assert check("<!-- jdlint-ignore-file style: x -->\n") == [("suppress/unused-suppression", 8)]
    assert check("<!-- jdlint-ignore-file all: x -->\n") == [], (
        "all may yet silence what the web says"
    )
    assert check("<!-- jdlint-ignore-file suppress, style: x -->\n") == []


def test_a_start_without_an_end_and_an_end_without_a_start(check: Any) -> None:
    assert check(f"{WORDY}\n<!-- jdlint-ignore-end {RULE} -->\n") == [
        (RULE, 8),
        ("suppress/unused-suppression", 10),
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\n\n<!-- jdlint-ignore x/y: z -->\n\nb\n", "a\n\nb\n"),
        ("a\n\n<!-- jdlint-ignore x/y: z -->\nb\n", "a\n\nb\n"),
        ("a\n<!-- jdlint-ignore x/y: z -->\n\nb\n", "a\n\nb\n"),
        ("a\n<!-- jdlint-ignore x/y: z -->\nb\n", "a\n\nb\n"),
        ("a <!-- jdlint-ignore-line x/y: z -->\nb\n", "a\nb\n"),
        ("a <!-- jdlint-ignore-line x/y: z --> b\n", "a b\n"),
        ("* <!-- jdlint-ignore-line x/y: z --> b\n", "* b\n"),
        ("---\n# jdlint-ignore x/y: z\ntitle: A\n---\n", "---\ntitle: A\n---\n"),
        ("---\r\ntitle: A # jdlint-ignore x/y: z\r\n---\r\n", "---\r\ntitle: A\r\n---\r\n"),
        ("a\r\n\r\n<!-- jdlint-ignore x/y: z -->\r\n\r\nb\r\n", "a\r\n\r\nb\r\n"),
        ("<!-- jdlint-ignore x/y: z -->", ""),
        ("a\n\n<!-- jdlint-ignore-end -->\n", "a\n"),
        ("a\r\n\r\n<!-- jdlint-ignore-end -->", "a\r\n"),
    ],
)
def test_what_is_left_without_a_comment(text: str, left: str) -> None:
    (ignore,) = ignores_of(parse(Source("a.md", text)))
    assert applied(text, [Edit(*without(text, ignore))]) == left
