"""Headings and introducing lines name the kind of what follows."""

from __future__ import annotations

import pytest

from jdlint.core.text import Source
from jdlint.parse import parse
from jdlint.posting.kinds import list_kind, table_of, text_kind

KINDS = {
    "Responsibilities": "duties",
    "Senior Installer Responsibilities": "duties",
    "What you'll do": "duties",
    "In this role, you will": "duties",
    "Requirements:": "requirements",
    "3. Minimum Qualifications": "requirements",
    "What you bring": "requirements",
    "Must-haves": "requirements",
    "Nice-to-have requirements": "nice-to-have",
    "Preferred qualifications": "nice-to-have",
    "Bonus points for": "nice-to-have",
    "Requirements and nice-to-haves": "",
    "Hiring process": "process",
    "How to apply": "process",
    "Salary range": "pay",
    "What we offer": "benefits",
    "Benefits Analyst": "",
    "Equal opportunity": "legal",
    "Career ladder": "",
    "The van": "",
}


@pytest.mark.parametrize(("heading", "kind"), KINDS.items())
def test_a_heading_names_its_kind(heading: str, kind: str) -> None:
    assert text_kind(heading) == kind


def kinds(text: str, sections: tuple[dict[str, object], ...] = ()) -> list[str]:
    page = parse(Source("jobs/a.md", text))
    return [list_kind(page, index, table_of(sections)) for index in range(len(page.lists))]


def test_the_line_before_a_list_comes_first_then_the_list_around_it_then_the_section() -> None:
    text = (
        "## Requirements\n\n* a\n* Nice to have:\n    * b\n\nYou will:\n\n* c\n\n### Levels\n\n"
        "* d\n"
    )
    assert kinds(text) == ["requirements", "nice-to-have", "duties", "requirements"]


def test_bold_lines_stand_for_headings() -> None:
    assert kinds("**Requirements**\n\n* a\n\n**Benefits**\n\n* b\n") == ["requirements", "benefits"]


def test_a_project_names_its_own_sections() -> None:
    sections = ({"name": "Toolbox", "aliases": ["Kit"], "kind": "requirements"},)
    assert kinds("## Kit\n\n* a\n", sections) == ["requirements"]
    assert kinds("## Kit\n\n* a\n") == [""]
