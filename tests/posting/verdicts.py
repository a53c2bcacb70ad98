"""Tests that pages are, or are not, job pages: three modules have tables of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from jdlint.posting.detect import judged

Pages = Mapping[str, tuple[str, str]]  # by what they are, their path and their text
Test = Callable[[str], None]


def verdict_tests(jobs: Pages, others: Pages) -> tuple[Test, Test]:
    """The test of pages that are job pages, and the test of pages that are none."""

    @pytest.mark.parametrize("name", jobs)
    def a_job_page(name: str) -> None:
        verdict = judged(*jobs[name])
        assert verdict.job, verdict.why

    @pytest.mark.parametrize("name", others)
    def no_job_page(name: str) -> None:
        verdict = judged(*others[name])
        assert not verdict.job, verdict.why
        assert verdict.why

    return a_job_page, no_job_page
