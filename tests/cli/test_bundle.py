"""The bundle of code: modules come from it as long as their sources are as they were."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGE = (
    "---\nlayout: job\ntitle: Baker\n---\n\n## Responsibilities\n\n"
    "- Bake bread at 4 in the morning\n"
)
RUN = """
import sys
from jdlint.cli.main import main
code = main(["check", "a.md", "--grammar", "off", "--exit-zero", *sys.argv[1:]])
names = [n for n, m in sys.modules.items() if n.startswith("jdlint.")]
kinds = {type(sys.modules[n].__spec__.loader).__name__ for n in names}
print(sorted(kinds), file=sys.stderr)
import jdlint.core.page as page, inspect
print(page.__file__, "class Page" in inspect.getsource(page), file=sys.stderr)
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A checkout of its own, whose code may be changed."""
    for name in ("jdlint", "rules", "schemas"):
        shutil.copytree(
            ROOT / name, tmp_path / "checkout" / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    work = tmp_path / "work"
    (work / ".git").mkdir(parents=True)
    return tmp_path


def _run(copy: Path, text: str, *more: str) -> tuple[str, str]:
    (copy / "work" / "a.md").write_text(text)
    env = os.environ | {
        "PYTHONPATH": str(copy / "checkout"),
        "JDLINT_CACHE_DIR": str(copy / "cache"),
    }
    command = [sys.executable, "-c", RUN, *more]
    done = subprocess.run(
        command, cwd=copy / "work", env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


OTHER = """
import sys
from jdlint.cli.main import main
main(["rules", "style/hype"])
print([n for n in sys.modules if n == "jdlint.cli.commands.rules"], file=sys.stderr)
"""
LOADED = """
import sys
from jdlint.cli.main import main
main(["check", "a.md", "--grammar", "off", "--exit-zero", *sys.argv[1:]])
print("jdlint.cli.commands.rules" in sys.modules, file=sys.stderr)
"""


def test_a_check_loads_nothing_of_the_commands_that_ran_before(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a table or a server needs may not even be installed any more."""
    monkeypatch.setattr("tests.cli.test_bundle.RUN", OTHER)
    assert "jdlint.cli.commands.rules" in _run(copy, PAGE)[1]
    monkeypatch.setattr("tests.cli.test_bundle.RUN", LOADED)
    assert _run(copy, PAGE)[1].strip() == "False"
    assert _run(copy, PAGE + "\n")[1].strip() == "False"


def test_code_comes_from_the_bundle_until_it_changes(copy: Path) -> None:
    first, loaders = _run(copy, PAGE)
    assert "_Noting" in loaders
    again, loaders = _run(copy, PAGE + "\n")
    assert "_Known" in loaders
    assert "_Noting" not in loaders
    assert f"{copy}/checkout/jdlint/core/page.py True" in loaders, "tools find its source"
    changed = copy / "checkout" / "jdlint" / "report" / "parts" / "summary.py"
    changed.write_text(changed.read_text().replace("checked", "seen to"))
    after, loaders = _run(copy, PAGE + "\n\n")
    assert "_Noting" in loaders
    assert "1 page checked" in first
    assert "1 page checked" in again
    assert "checked" not in after


def test_a_damaged_bundle_counts_as_none(copy: Path) -> None:
    first, _ = _run(copy, PAGE)
    bundle = copy / "cache" / "code"
    bundle.write_bytes(bundle.read_bytes()[:-1])
    again, loaders = _run(copy, PAGE + "\n")
    assert "_Known" not in loaders
    assert first == again


def test_resources_of_a_bundled_package_are_found(copy: Path) -> None:
    for number in range(2):
        shown, _ = _run(copy, PAGE + number * "\n", "--format", "html")
        assert "<style>" in shown


def _names(copy: Path) -> set[str]:
    return {path.name for path in (copy / "cache").iterdir()}


@pytest.mark.slow
def test_what_is_made_ahead_spares_the_first_run_its_work(copy: Path) -> None:
    """And counts as nothing once a rule has changed."""
    plain, _ = _run(copy, PAGE)
    assert {"rules", "arguments", "schema"} <= _names(copy)
    for name in ("scripts", "examples"):
        shutil.copytree(ROOT / name, copy / "checkout" / name)
    script = str(copy / "checkout" / "scripts" / "prebuild")
    subprocess.run([sys.executable, script], check=True, capture_output=True)
    shutil.rmtree(copy / "cache")
    ahead, loaders = _run(copy, PAGE)
    assert ahead == plain
    assert "_Known" in loaders
    assert not {"rules", "arguments", "schema"} & _names(copy)
    rule = copy / "checkout" / "rules" / "style" / "and-or.yaml"
    rule.write_text(rule.read_text().replace("\nseverity:", "\n# changed\nseverity:"))
    os.utime(rule, (1, 1))
    changed, _ = _run(copy, PAGE + "\n")
    assert changed == plain
    assert {"rules", "arguments", "schema"} <= _names(copy)
