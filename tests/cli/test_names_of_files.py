"""What a configuration calls a file and no file can be: one sentence, whichever key says it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jdlint.api import Session
from jdlint.cli.main import main
from jdlint.core.errors import ConfigError, RuleError

NAMES = {
    "long": "x" * 300,
    "nul": "a\0b",
    "loop": "loop",
    "pipe-like": "a/" * 3_000,
    "above": "../../a",
}
KEYS = {
    "extends": {"extends": ["NAME.yaml"]},
    "profile": {"extends": ["NAME"]},
    "rules": {"rule-paths": ["NAME"]},
    "schema": {"front-matter": {"schema": "NAME"}},
    "words": {"grammar": {"words": "NAME"}},
    "baseline": {"baseline": "NAME"},
    "list": {"rules": {"style/etc": {"list": "NAME"}}},
}


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("name", NAMES)
def test_it_is_refused_with_a_sentence(
    key: str,
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "a.md").write_text("---\nlayout: job\ntitle: Glazier\n---\n\nYou cut glass.\n")
    data = json.dumps(KEYS[key]).replace("NAME", json.dumps(NAMES[name])[1:-1])
    (tmp_path / "jdlint.yaml").write_text(data)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "a.md"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("jdlint: ")
    assert "mistake in jdlint" not in said
    if key not in (
        "baseline",
        "list",
    ):  # one is the command line’s, a list is read when a page needs it
        with pytest.raises((ConfigError, RuleError)):
            Session(tmp_path)
