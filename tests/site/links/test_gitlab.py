"""A real site against the hand-checked table of its links: every row, through the model alone."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from jdlint.site.build.settings import SiteSettings
from jdlint.site.links.answer import Answer
from jdlint.site.links.resolver import Resolver
from tests.site.trees import FolderTree

SHARED = Path(__file__).resolve().parents[4] / "shared"
ROOT = SHARED / "corpora" / "gitlab-2022"
TABLE = SHARED / "gold" / "gitlab-2022-links.tsv"
JOBS = "sites/uncategorized/source/job-families/"
SETTINGS = {
    "url": "https://about.gitlab.com",
    "generator": "middleman",
    "markdown": "kramdown-gfm",
    "roots": ["sites/handbook/source", "sites/uncategorized/source"],
    "redirects": ["data/redirects.yml"],
    "complete": False,
    # The home page is not in the tree; it has none of the anchors that job pages name
    "pages": {"/": []},
}

pytestmark = pytest.mark.skipif(
    not TABLE.exists(), reason="the table of links is not beside the project"
)


def answers(settings: dict[str, object]) -> list[tuple[dict[str, str], Answer]]:
    model = Resolver(FolderTree(ROOT), SiteSettings.of(settings))
    with TABLE.open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        (row, model.resolve(row["variant"].removeprefix("(same page)"), JOBS + row["example_file"]))
        for row in rows
    ]


def kind(row: dict[str, str]) -> str:
    if row["anchor_status"] in ("missing", "case-mismatch"):
        return "broken"
    if row["page_status"].startswith("redirect"):
        return "redirected"
    return (
        "resolves"
        if row["page_status"] == "page" and row["anchor_status"] in ("ok", "-")
        else "unknown"
    )


def test_the_table() -> None:
    right: Counter[tuple[str, bool]] = Counter()
    for row, answer in answers(SETTINGS):
        broken = answer.verdict.startswith("broken")
        expected = kind(row)
        if expected == "unknown" and row["page_status"] != "page":
            assert not broken, row
        elif expected != "unknown":
            right[
                expected,
                broken
                if expected == "broken"
                else answer.verdict == "redirected"
                if expected == "redirected"
                else not broken,
            ] += 1
    assert right == {("broken", True): 155, ("redirected", True): 37, ("resolves", True): 616}


def test_without_settings_nothing_wrong_is_said() -> None:
    """Only the site's address is known: what is in the tree is judged rightly,
    what is not is never broken."""
    for row, answer in answers({"url": "https://about.gitlab.com"}):
        if answer.verdict.startswith("broken"):
            assert kind(row) in ("broken", "unknown"), row
            assert row["page_status"] == "page", row
