"""Profiles name rules that exist, and add to the recommended one."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.config.project import find
from jdlint.engine.planning.build_plan import build_plan
from jdlint.io import shipped

PROFILES = sorted((shipped.PACKAGE / "profiles").glob("*.yaml"))


@pytest.mark.parametrize("profile", PROFILES, ids=lambda path: path.stem)
def test_a_profile_can_be_extended(profile: Path, tmp_path: Path) -> None:
    path = tmp_path / "jdlint.yaml"
    path.write_text(f"extends: {profile.stem}\n", encoding="utf-8")
    plan = build_plan(find(config=path))
    assert plan.rules


def levels(tmp_path: Path, extends: str) -> dict[str, str]:
    path = tmp_path / "jdlint.yaml"
    path.write_text(f"extends: {extends}\n", encoding="utf-8")
    plan = build_plan(find(config=path))
    return {active.rule.name: plan.level(index) for index, active in enumerate(plan.rules)}


def test_strict_only_adds(tmp_path: Path) -> None:
    base, strict = levels(tmp_path, "recommended"), levels(tmp_path, "strict")
    changed = {name for name in base if base[name] != strict[name]}
    assert changed
    assert {base[name] for name in changed} == {"off"}


FIGURES = (  # wrong whatever a law says
    "pay/doubled-currency",
    "pay/malformed-figure",
    "pay/reversed-range",
)
WORDING = "pay/words-for-pay"  # says nothing, whatever a law says


def test_pay_is_off_until_it_is_asked_for(tmp_path: Path) -> None:
    for name in ("recommended", "strict", "inclusive", "gitlab"):
        found = levels(tmp_path, name)
        laws = {rule for rule in found if rule.startswith("pay/")} - {*FIGURES, WORDING}
        assert found[WORDING] == "note"
        assert {found[rule] for rule in laws} == {"off"}
        assert {found[rule] for rule in FIGURES} == {"warning"}
    assert "off" not in {
        level for rule, level in levels(tmp_path, "pay").items() if rule.startswith("pay/")
    }
