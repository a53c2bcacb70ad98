"""A project's own rules: proven by name, folder or file, and safe to run."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.cli.main import main

RULE = """summary: Coffee is said with a number
why: We count cups.
check: {check}
with: {{{given}}}
message: “{{found}}” needs no number
examples:
  - bad: "{bad}"
  - good: We brew tea.
"""
CHECKS = {
    "pattern": (r'pattern: "\\d+ (?P<at>cups)", needles: [cups]', "We brew 3 «cups» a day."),
    "source-pattern": (r'pattern: "\\d+ (?P<at>cups)", needles: [cups]', "We brew 3 «cups» a day."),
    "drifting-words": (
        (
            r'forms: {cups: "\\d (?P<at>cups)", mugs: "\\d (?P<at>mugs)"}, needles: [cups, mugs], '
            r"least: 2"
        ),
        r"We brew 3 cups a day.\n\nWe brew 3 «mugs» a day.",
    ),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "jdlint.yaml").write_text("rule-paths: [own]\ngrammar: off\n")
    (tmp_path / "own" / "coffee").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(project: Path, check: str) -> str:
    given, bad = CHECKS[check]
    path = project / "own" / "coffee" / f"count-{check}.yaml"
    path.write_text(RULE.format(check=check, given=given, bad=bad))
    return f"coffee/{path.stem}"


@pytest.mark.parametrize("check", CHECKS)
def test_a_group_at_marks_the_place(
    project: Path, check: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name = write(project, check)
    assert main(["test", name]) == 0, capsys.readouterr().out
    assert "1 rule, 2 examples, all hold" in capsys.readouterr().out
    text = CHECKS[check][1].replace("«", "").replace("»", "").replace(r"\n", "\n")
    (project / "jobs").mkdir()
    (project / "jobs" / "a.md").write_text(f"---\nlayout: job\ntitle: Barista\n---\n\n{text}\n")
    assert main(["check", "jobs", "--select", name]) == 1
    assert name in capsys.readouterr().out


def test_rules_are_proven_by_name_group_folder_and_file(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "pattern")
    own = "1 rule, 2 examples, all hold"
    for name in ("coffee", "own", "own/coffee", "own/coffee/count-pattern.yaml", "count-pattern"):
        assert main(["test", name]) == 0, name
        assert own in capsys.readouterr().out, name
    assert main(["test"]) == 0
    assert own in capsys.readouterr().out, "a project proves its own rules"
    assert main(["test", "links/broken-anchor", "coffee"]) == 0
    assert capsys.readouterr().out.startswith("2 rules, ")


def test_an_unknown_name_has_a_near_one(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", "broken-anchr"]) == 2
    said = capsys.readouterr().err
    assert "no rule or group “broken-anchr”, did you mean “links/broken-anchor”?" in said


def test_an_example_that_does_not_hold_is_said(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = write(project, "pattern")
    path = project / "own" / f"{name}.yaml"
    path.write_text(path.read_text().replace("brew tea", "brew 2 cups"))
    assert main(["test", name]) == 1
    out = capsys.readouterr().out
    assert f"{name}: example 2: jobs/example.md: expected nothing, found 1:11 'cups'" in out


@pytest.mark.parametrize("key", ["see", "over", "languages", "examples", "with", "message", "fix"])
@pytest.mark.parametrize("value", [".inf", "3", "[1, 2]", "{a: [1]}", "[[a]]"])
def test_values_of_another_kind_are_refused(
    project: Path, key: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "summary: s\nwhy: w\ncheck: pattern\nmessage: m\nwith: {pattern: a}\n"
    rows = [row for row in text.split("\n") if not row.startswith(f"{key}:")]
    (project / "own" / "coffee" / "odd.yaml").write_text("\n".join([*rows, f"{key}: {value}\n"]))
    (project / "a.md").write_text("---\nlayout: job\ntitle: Barista\n---\n\nYou brew.\n")
    assert main(["check", "a.md"]) in (0, 1, 2)
    assert "mistake in jdlint" not in capsys.readouterr().err


def test_a_fix_whose_result_is_reported_again_is_told_with_its_place(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "own" / "coffee" / "name.yaml").write_text(
        "summary: The name\nwhy: It is ours.\ncheck: terms\n"
        "with: {terms: [millrace], swap: {millpond: millrace}}\n"
        "message: Write “{better}”\nfix: safe\n"
        "examples:\n  - {bad: At «Millpond» we bake., fixed: At Millrace we bake.}\n"
    )
    assert main(["test"]) == 1
    assert "the rule reports the fixed text, too: 1:4 'Millrace'" in capsys.readouterr().out


def test_a_name_in_its_own_letters_is_right(project: Path) -> None:
    (project / "own" / "coffee" / "name.yaml").write_text(
        "summary: Our name\nwhy: It is ours.\nmessage: Write “{better}”\ncheck: terms\n"
        "with: {swap: {terncoffee: TernCoffee}}\nfix: safe\nexamples:\n"
        "  - bad: We are «Terncoffee».\n    fixed: We are TernCoffee.\n"
        "  - good: We are TernCoffee.\n"
    )
    assert main(["test", "own"]) == 0


def test_a_key_that_stands_twice_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """YAML would drop the first severity, or the first of two patterns, and say nothing."""
    write(project, "pattern")
    path = project / "own" / "coffee" / "count-pattern.yaml"
    path.write_text("severity: note\n" + path.read_text() + "severity: error\n")
    assert main(["check"]) == 2
    said = capsys.readouterr().err
    assert "own/coffee/count-pattern.yaml:10:1: " in said
    assert "the key “severity” stands twice" in said
