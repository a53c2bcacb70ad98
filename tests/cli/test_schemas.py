"""The schemas are contracts: what jdlint prints and what it ships fits them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from jdlint.rules.loader import rule_loader
from tests.cli.conftest import GOOD
from tests.conftest import ROOT

SCHEMAS = sorted((ROOT / "schemas").glob("*.json"))


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((ROOT / "schemas" / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_schemas_are_schemas(path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


def test_reports_fit_the_contract(repo: Path, jdlint: Any) -> None:
    for name, url in (
        ("a", "/handbook/#values"),
        ("b", "/handbook/#values"),
        ("c", "/handbook/values"),
    ):
        (repo / "jobs" / f"{name}.md").write_text(
            GOOD.replace("title", "titel") + f"\nOur [values]({url}) matter 🔧. \n"
        )
    data = jdlint("check", "--format", "json").data
    assert len(data["diagnostics"]) > 5
    validator("report.schema.json").validate(data)
    validator("report.schema.json").validate(
        jdlint("check", "--format", "json", "--select", "file").data
    )


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "rules").glob("*/*.yaml")),
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_rule_files_fit_the_rule_schema(path: Path) -> None:
    validator("rule.schema.json").validate(
        yaml.load(path.read_text(encoding="utf-8"), Loader=rule_loader())
    )


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "jdlint" / "config" / "profiles").glob("*.yaml")),
    ids=lambda path: path.stem,
)
def test_profiles_fit_the_configuration_schema(path: Path) -> None:
    validator("config.schema.json").validate(yaml.safe_load(path.read_text(encoding="utf-8")))
