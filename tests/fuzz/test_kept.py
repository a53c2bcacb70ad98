"""What the fuzzer found once holds from then on."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import HANGS
from tests.fuzz.trial import Trial

KEPT = Path(__file__).with_name("kept")


def test_kept_pages(tmp_path: Path) -> None:
    trial = Trial(tmp_path, slowest=HANGS)
    pages = sorted((KEPT / "pages").glob("*.md*"))
    assert pages
    for path in pages:
        text = path.read_bytes().decode("utf-8", "surrogatepass")
        assert trial.faults(path.name, text, thorough=True) == [], path.name
