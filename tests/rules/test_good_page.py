"""A good page is quiet, in the recommended profile and in the strict one; a bad one is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.config.project import find
from jdlint.core.text import Source
from jdlint.engine.checker import Checker
from jdlint.engine.passes.page import check_page
from jdlint.engine.planning.build_plan import build_plan
from jdlint.engine.settle import settle

GOOD = """---
layout: job
title: Pump Engineer
description: Design the controls of our heat pumps.
location: Oslo, Norway
---

You design the controls that decide when a pump heats. You work with two other engineers \
and report to Kari Nordmann,
who leads the team. She joined in 2019.

## Responsibilities

- Design the controls of our next pump
- Review the drawings of your colleagues
- Answer questions from installers
- Support the rota, one week in six

## Requirements

- Two years of work with control systems
- Experience with field tests
- Clear written English
- The right to work in Norway

## Nice to have

- Norwegian at B2 or above
- A licence for refrigerants is a plus

## Benefits

- A salary of 700,000 to 850,000 NOK
- Five weeks of holiday
- Parental leave on full pay

## Hiring process

1. You talk with a recruiter for half an hour
2. You solve a small task at home, and we pay you for it
3. You meet the team
4. You hear from us within a week
"""
OWN = ("lists", "style", "inclusive", "sections")


def groups(text: str, root: Path, extends: str) -> set[str]:
    path = root / "jdlint.yaml"
    path.write_text(f"extends: {extends}\n", encoding="utf-8")
    checker, source = Checker(build_plan(find(config=path))), Source("jobs/a.md", text)
    found = check_page(checker, source).found
    rows = settle(checker, source.path, found, lambda _: (source, ()))
    return {row.rule for row in rows if row.rule.startswith(OWN)}


@pytest.mark.parametrize("profile", ["recommended", "strict", "inclusive"])
def test_a_good_page_is_quiet(profile: str, tmp_path: Path) -> None:
    assert groups(GOOD, tmp_path, profile) == set()


def test_a_line_that_is_wrong_is_found(tmp_path: Path) -> None:
    bad = GOOD.replace("Clear written English", "German is preferred.")
    bad = bad.replace("Answer", "Answering").replace("field tests", "field tests.")
    found = groups(bad, tmp_path, "recommended")
    assert found == {
        "lists/mixed-punctuation",
        "lists/unparallel-item",
        "sections/preferred-among-requirements",
    }
