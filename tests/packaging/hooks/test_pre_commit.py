"""The hooks as their users meet them. The first test waits for pip to install jdlint,
about 20 seconds."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, SHARED
from tests.packaging.hooks.conftest import BAD, GOOD, Site

Make = Callable[..., Site]


def reported(out: str) -> list[str]:
    """The pages that the text report names (markdownlint names its own after “Finding: ”)."""
    return re.findall(r"^(?!Finding: )(\S.*\.(?:md|markdown|mdx|erb))$", out, re.MULTILINE)


def test_the_manifest_is_valid() -> None:
    pytest.importorskip("pre_commit")
    command = [
        sys.executable,
        "-m",
        "pre_commit",
        "validate-manifest",
        str(ROOT / ".pre-commit-hooks.yaml"),
    ]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_a_commit_is_stopped_mended_and_goes_through(make_site: Make) -> None:
    site = make_site("jdlint-fix")
    page = site.write("jobs/installer.md", BAD)
    assert site.run("install").code == 0
    site.git("add", "-A")
    commit = ["git", "commit", "-m", "page"]
    first = subprocess.run(
        commit, cwd=site.folder, env=site.environment, capture_output=True, text=True, check=False
    )
    assert first.returncode == 1, first.stderr
    assert "files were modified by this hook" in first.stderr
    assert page.read_text() == GOOD.replace("Install heat", "Install the heat")
    site.git("add", "-A")
    assert (
        subprocess.run(
            commit, cwd=site.folder, env=site.environment, capture_output=True, check=False
        ).returncode
        == 0
    )


def test_only_changed_pages_are_reported_though_all_are_read(make_site: Make) -> None:
    site = make_site("jdlint")
    for number in range(5):
        site.write(f"jobs/old-{number}.md", BAD)
    site.commit_all()
    site.write("jobs/old-3.md", BAD.replace("Kyoto", "Osaka"))
    site.write("notes/readme.md", "# Not a job page\n\nthe the\n")
    site.git("add", "-A")
    outcome = site.run("run")
    assert outcome.code == 1
    assert reported(outcome.out) == ["jobs/old-3.md"]
    assert reported(site.run("run", "--all-files").out) == [f"jobs/old-{n}.md" for n in range(5)]


def test_changed_lines_only(make_site: Make) -> None:
    site = make_site("jdlint", more="        args: [--staged]\n")
    site.write("jobs/a.md", BAD)
    site.commit_all()
    site.write(
        "jobs/a.md",
        BAD.replace("* A driving licence", "* A driving licence\n* Know the the old town"),
    )
    site.git("add", "-A")
    outcome = site.run("run")
    assert outcome.code == 1
    assert "Know the the old town" in outcome.out
    assert "Install the the heat pumps" not in outcome.out


def test_every_kind_of_page_and_no_other_file(make_site: Make) -> None:
    site = make_site("jdlint")
    pages = ["jobs/a.md", "jobs/b.markdown", "jobs/c.mdx", "jobs/d.html.md.erb", "jobs/E.MD"]
    for name in pages:
        site.write(name, BAD)
    site.write("jobs/f.html.erb", BAD)
    site.write("jobs/g.txt", BAD)
    site.git("add", "-A")
    outcome = site.run("run")
    assert sorted(
        p.lower() for p in re.findall(r"^(jobs/\S+)$", outcome.out, re.MULTILINE)
    ) == sorted(map(str.lower, pages))


def test_odd_names(make_site: Make) -> None:
    site = make_site("jdlint")
    names = [
        "jobs/two words.md",
        "jobs/Ärztin 東京.md",
        "-dash.md",
        "--output-file=jobs/good.md",
        "jobs/it's “so” $HOME;ls.md",
    ]
    site.write("jobs/good.md", GOOD)
    site.write("jdlint.yaml", 'pages: ["**/*.md"]\n')
    for name in names:
        site.write(name, BAD)
    site.git("add", "-A")
    outcome = site.run("run")
    assert outcome.code == 1
    assert sorted(reported(outcome.out)) == sorted(names)
    assert (site.folder / "jobs" / "good.md").read_text() == GOOD


def test_renamed_and_deleted_pages(make_site: Make) -> None:
    site = make_site("jdlint")
    site.write("jobs/a.md", BAD)
    site.write("jobs/b.md", BAD)
    site.commit_all()
    site.git("rm", "-q", "jobs/b.md")
    assert site.run("run").code == 0
    site.git("mv", "jobs/a.md", "jobs/c.md")
    outcome = site.run("run")
    assert outcome.code == 1
    assert reported(outcome.out) == ["jobs/c.md"]


def test_excluded_pages_stay_excluded_when_named(make_site: Make) -> None:
    site = make_site("jdlint")
    site.write("jdlint.yaml", "pages: [jobs/*.md]\nexclude: [jobs/draft-*.md]\n")
    site.write("jobs/draft-a.md", BAD)
    site.git("add", "-A")
    assert site.run("run").code == 0
    site.write("jobs/a.md", BAD)
    site.git("add", "-A")
    assert reported(site.run("run").out) == ["jobs/a.md"]


def test_a_wrong_configuration_is_said(make_site: Make) -> None:
    site = make_site("jdlint")
    site.write("jdlint.yaml", "rulez: {}\n")
    site.write("jobs/a.md", GOOD)
    site.git("add", "-A")
    outcome = site.run("run")
    assert outcome.code == 1
    assert "unknown key “rulez”, did you mean “rules”?" in outcome.out


def test_beside_markdownlint(make_site: Make) -> None:
    if not shutil.which("npm"):
        pytest.skip("markdownlint needs Node, which is not here")
    more = """  - repo: local
    hooks:
      - id: markdownlint
        name: markdownlint
        language: node
        language_version: system
        additional_dependencies: [markdownlint-cli2]
        entry: markdownlint-cli2
        types: [markdown]
"""
    site = make_site("jdlint", more=more)
    site.write("jobs/a.md", BAD + "\n# \tTwice\n")
    site.git("add", "-A")
    outcome = site.run("run")
    if "CalledProcessError" in outcome.out:
        pytest.skip("markdownlint cannot be installed here")
    assert reported(outcome.out) == ["jobs/a.md"]
    assert "grammar/doubled-word" in outcome.out
    assert re.search(r"jobs/a\.md:\d+\S* (?:error )?MD\d+", outcome.out)


def pages_of_a_site() -> dict[str, str]:
    """217 pages: those of a real site where they are at hand, else made ones."""
    real = SHARED / "corpora" / "gitlab-2022"
    found = (
        sorted(p for p in real.rglob("*.md*") if "/job-families/" in str(p))
        if real.is_dir()
        else []
    )
    if len(found) >= 200:
        return {
            f"jobs/{n:03}-{p.parent.name}.md": p.read_text(encoding="utf-8")
            for n, p in enumerate(found[:217])
        }
    return {f"jobs/{n:03}.md": GOOD.replace("Installer", f"Installer {n}") for n in range(217)}


def test_one_changed_page_of_217(
    make_site: Make, record_property: Callable[[str, object], None]
) -> None:
    site = make_site("jdlint")
    pages = pages_of_a_site()
    for name, text in pages.items():
        site.write(name, text)
    site.commit_all()
    site.run("run", "--all-files")
    name = sorted(pages)[100]
    site.write(name, pages[name] + "\nWe install the the heat pumps.\n")
    site.git("add", "-A")
    outcome = site.run("run", "--verbose")
    assert outcome.code == 1
    assert reported(outcome.out) == [name]
    duration = re.search(r"- duration: ([\d.]+)s", outcome.out)
    assert duration
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    record_property("hook_seconds", float(duration[1]))
    record_property("bare_python_seconds", round(time.perf_counter() - start, 3))
    print(
        f"\n217 pages, one changed: hook {duration[1]} s, python -c pass "
        f"{time.perf_counter() - start:.3f} s"
    )


def test_the_manifest_declares_what_the_hooks_need() -> None:
    import yaml

    rows = {row["id"]: row for row in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    assert list(rows) == ["jdlint", "jdlint-fix", "jdlint-languagetool"]
    assert any(
        d.startswith("language-tool-python")
        for d in rows["jdlint-languagetool"]["additional_dependencies"]
    )
    assert all(row["require_serial"] for row in rows.values())


def test_the_hook_with_languagetool(make_site: Make) -> None:
    folder = Path(os.environ.get("LTP_PATH") or Path.home() / ".cache" / "language_tool_python")
    if not shutil.which("java") or not list(folder.glob("LanguageTool-*/languagetool-server.jar")):
        pytest.skip("Java or LanguageTool is not here; scripts/get-languagetool lays it out")
    site = make_site("jdlint-languagetool")
    site.write("jobs/a.md", GOOD)
    site.git("add", "-A")
    home, site.environment = site.environment, {**site.environment, "LTP_PATH": str(site.folder)}
    assert "LanguageTool is not installed" in site.run("run").out
    site.environment = home
    outcome = site.run("run")
    assert outcome.code == 0, outcome.out
    site.write("jobs/a.md", BAD)
    site.git("add", "-A")
    assert reported(site.run("run").out) == ["jobs/a.md"]
