"""What stands again and again is mended at once: rounds of fixing are few."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import HANGS
from tests.fuzz.trial import Trial


@pytest.mark.parametrize("words", ["the ", "You will ", "we can go "])
def test_runs_of_doubled_words_settle(words: str, tmp_path: Path) -> None:
    text = f"---\ntitle: Baker\nlayout: job\n---\n\nCall {words * 1_500}wait.\n"
    assert Trial(tmp_path, slowest=HANGS).faults("a.md", text, thorough=True) == []
