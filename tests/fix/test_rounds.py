"""Rules that work against each other, files that change meanwhile:
fixing comes to an end and harms nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jdlint.config.project import find
from jdlint.engine.checker import Checker
from jdlint.engine.planning.build_plan import build_plan
from jdlint.engine.planning.request import Request
from jdlint.fix.rounds import fix, write
from tests.cli.conftest import GOOD
from tests.fix.pages import SAFE, SLIPS, checker

RULE = """summary: {old} is {new}
why: The house says so.
severity: warning
check: terms
with: {{swap: {{{old}: {new}}}}}
message: Use “{{better}}” instead of “{{found}}”
fix: safe
examples:
  - bad: A «{old}».
    fixed: A {new}.
"""


@pytest.fixture
def house(repo: Path) -> Path:
    """A project with rules of its own that undo each other."""
    (repo / "jdlint.yaml").write_text("pages: jobs/*.md\nrule-paths: rules\n")
    (repo / "rules" / "house").mkdir(parents=True)
    for name, old, new in (
        ("one", "gadget", "gizmo"),
        ("two", "gizmo", "widget"),
        ("three", "widget", "gadget"),
    ):
        (repo / "rules" / "house" / f"{name}.yaml").write_text(RULE.format(old=old, new=new))
    return repo


def test_rules_that_undo_each_other_are_left_out_and_the_rest_is_fixed(
    house: Path, jdlint: Any
) -> None:
    page = house / "jobs" / "a.md"
    page.write_text(GOOD.replace("Kyoto.", "Kyoto with a gadget. "))
    answer = jdlint("check", "--fix")
    assert "come to no end here" in answer.out
    text = page.read_text()
    assert "Kyoto with a " in text
    assert "a gadget. \n" not in text, "the trailing space is gone"
    again = jdlint("check", "--fix")
    assert page.read_text() == text or "come to no end here" in again.out


def test_a_long_chain_of_rules_is_followed_to_its_end(house: Path, jdlint: Any) -> None:
    """200 comments that silence nothing took 15 rounds, as each may lend meaning to the next."""
    for path in (house / "rules" / "house").iterdir():
        path.unlink()
    for n in range(20):
        rule = RULE.format(old=f"gizmo{n}", new=f"gizmo{n + 1}")
        (house / "rules" / "house" / f"r{n}.yaml").write_text(rule)
    page = house / "jobs" / "a.md"
    page.write_text(GOOD.replace("Kyoto.", "Kyoto with a gizmo0."))
    answer = jdlint("check", "--fix")
    assert "come to no end here" not in answer.out
    assert "Kyoto with a gizmo20." in page.read_text()


def test_a_chain_of_rules_is_followed_to_its_end(house: Path, jdlint: Any) -> None:
    (house / "rules" / "house" / "three.yaml").unlink()
    page = house / "jobs" / "a.md"
    page.write_text(GOOD.replace("Kyoto.", "Kyoto with a gadget."))
    assert "2 findings fixed on 1 page" in jdlint("check", "--fix", "--select", "house").out
    assert "with a widget." in page.read_text()


def test_a_page_that_changed_meanwhile_is_not_written(repo: Path) -> None:
    page, other = repo / "jobs" / "a.md", repo / "jobs" / "b.md"
    page.write_text(SLIPS)
    other.write_text(SLIPS)
    request = Request(repo, (repo,), jobs=1)
    outcome = fix(request, checker(), SAFE)
    page.write_text(SLIPS + "\nTyped while the fixes were made.\n")
    said = list(write(request, outcome))
    assert said == ["jobs/a.md: not fixed, because it changed in the meantime"]
    assert page.read_text().endswith("made.\n")
    assert other.read_bytes() == outcome.after["jobs/b.md"]


def test_a_page_that_is_gone_is_said_so(repo: Path) -> None:
    page = repo / "jobs" / "a.md"
    page.write_text(SLIPS)
    request = Request(repo, (repo,), jobs=1)
    outcome = fix(request, checker(), SAFE)
    page.unlink()
    assert list(write(request, outcome)) == [
        "jobs/a.md: it cannot be written (no such file or directory)"
    ]
    assert not page.exists()


def test_many_bad_fixes_on_a_large_page_are_bounded_work(house: Path) -> None:
    """Each fix opens code that its line closes: refused, and quickly."""
    (house / "rules" / "house" / "one.yaml").write_text(RULE.format(old="gadget", new="'`gizmo'"))
    (house / "rules" / "house" / "two.yaml").unlink()
    (house / "rules" / "house" / "three.yaml").unlink()
    (house / "jobs" / "a.md").write_text(GOOD + "\nA gadget with `code` in it.\n" * 2_000)
    outcome = fix(
        Request(house, (house,), jobs=1),
        Checker(build_plan(find(config=house / "jdlint.yaml"), ("house",))),
        SAFE,
    )
    assert not outcome.after
    assert outcome.refused == 2_000
    assert outcome.left_out[0].rule == "house/one"
    assert outcome.left_out[0].start.line > 1
