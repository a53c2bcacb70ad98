"""A run that stands on what earlier ones kept says what a run without any memory says, whatever was
edited, renamed, added or deleted in between, and whatever was asked for."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jdlint import api
from jdlint.core.diagnostic import Report

CONFIG = "pages: [jobs/**]\nsite: {url: https://fernhill.example, complete: true}\n"
TITLES = (
    "Baker",
    "Senior Baker",
    "Manager, Ovens",
    "Ovens Manager",
    "Miller - North",
    "Miller, South",
)
SHARED = (
    "Fernhill bakes bread for the whole valley, every day of the year, since 1911.",
    "We are an equal opportunity employer. We welcome applications from all people.",
    "You will work with our customers, plan the ovens and keep the books of the bakery.",
)
LINES = (
    *SHARED,
    *SHARED,
    "Fernhill bakes bread for the whole valley, each day of the year, since 1911.",
    "We are an equal opportunity employer.",
    "You will work with our customer, plan the ovens and keep the books of the bakery.",
    "Our ovens run on HeatBase, which the team knows well.",
    "Our ovens run on Heatbase, and HeatBase.com has the manual.",
    "You report to the Director of Field Service.",
    "You report to the director of field service.",
    "The VP of Ovens leads the team, and OVENS is the name of the house.",
    "Read [how we hire](/jobs/hiring/) and [our values](/jobs/values/#care).",
    (
        "Read [how we hire](/jobs/hiring) "
        "and [our values](https://fernhill.example/jobs/values/#kare)."
    ),
    "See [the steps](#hiring-process) and [the oven](../baker-1/#responsibilities).",
    "## Responsibilities",
    "## Requirements",
    "## Requirement",
    "## Hiring Process",
    "* Bake bread in the morning",
    "* Baking bread at night.",
    "* 3 years of experience with ovens is preferred",
    "* 3 years of experience with ovens",
    "Line {n} of an edit with its own words.",
)


class Site:
    """A folder of job pages that is edited at random."""

    def __init__(self, root: Path, chance: random.Random) -> None:
        self.root, self.chance, self.count = root, chance, 0
        root.mkdir()
        (root / "jdlint.yaml").write_text(CONFIG, encoding="utf-8")
        for _ in range(chance.choice((1, 3, 9, 18))):
            self.add()

    @property
    def pages(self) -> list[Path]:
        return sorted(self.root.glob("jobs/*/index.md"))

    def line(self) -> str:
        self.count += 1
        return self.chance.choice(LINES).format(n=self.count)

    def add(self) -> None:
        self.count += 1
        page = self.root / "jobs" / f"baker-{self.count}" / "index.md"
        page.parent.mkdir(parents=True)
        body = "\n\n".join(self.line() for _ in range(self.chance.randint(2, 14)))
        title = self.chance.choice(TITLES)
        page.write_text(f"---\ntitle: {title}\n---\n\n{body}\n", encoding="utf-8")

    def edit(self) -> None:
        page = self.chance.choice(self.pages)
        lines = page.read_text(encoding="utf-8").split("\n")
        at = self.chance.randint(4, len(lines))
        if self.chance.random() < 0.4 and at < len(lines):
            del lines[at]
        else:
            lines[at:at] = ["", self.line(), ""]
        page.write_text("\n".join(lines), encoding="utf-8")

    def rename(self) -> None:
        self.count += 1
        folder = self.chance.choice(self.pages).parent
        folder.rename(folder.with_name(f"{self.chance.choice('amz')}-{self.count}"))

    def delete(self) -> None:
        if len(self.pages) > 2:
            page = self.chance.choice(self.pages)
            page.unlink()
            page.parent.rmdir()

    def asked(self) -> list[Path]:
        return self.chance.choice(([self.root], [self.chance.choice(self.pages)]))


def check(monkeypatch: pytest.MonkeyPatch, cache: str, asked: list[Path]) -> Report:
    """The report of a new process with this cache folder (empty: none)."""
    monkeypatch.setenv("JDLINT_CACHE_DIR", cache)
    api._CHECKERS.clear()
    return api.check_paths(asked, grammar="off", jobs=1)


def steps(site: Site) -> Iterator[None]:
    kinds = (site.edit, site.edit, site.edit, site.edit, site.rename, site.delete, site.add)
    for _ in range(6):
        for _ in range(site.chance.choice((1, 1, 2))):
            site.chance.choice(kinds)()
        yield


@pytest.mark.slow  # 40 s
@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 2**32))
def test_incremental_runs_say_what_cold_ones_say(
    seed: int, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("site")
    site, cache = Site(folder / "site", random.Random(seed)), str(folder / "cache")
    check(monkeypatch, cache, [site.root])
    for _ in steps(site):
        asked = site.asked()
        assert check(monkeypatch, cache, asked) == check(monkeypatch, "", asked)


def test_what_stands_was_found_on_all_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check that tells what it reads must not look at who is asked about."""
    heads = {"a": "Date", "b": "Date", "c": "Date", "d": "Date", "e": "date", "f": "date"}
    pages = {name: tmp_path / "site" / "jobs" / f"{name}.md" for name in heads}
    for name, page in pages.items():
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"---\ntitle: Baker {name}\n---\n\n## Start {heads[name]}\n\nSoon.\n")
    (tmp_path / "site" / "jdlint.yaml").write_text("pages: [jobs/**]\n")
    cache = str(tmp_path / "cache")
    check(monkeypatch, cache, [pages["e"]])
    with pages["f"].open("a") as page:
        page.write("\nPlain words.\n")
    warm, cold = (check(monkeypatch, kept, [pages["f"]]) for kept in (cache, ""))
    assert warm == cold
    assert "consistency/heading-form" in {row.rule for row in warm.diagnostics}


PIECES = (
    *LINES, "", "", "", "Plain words", "Plain words, and more of them.", "---", "===", "{: #care}",
    "Our values {#care}", "<a id='care'></a>", "<div>", "</div>", "[the oven]: /jobs/values/#care",
    "[the oven]", "See [the care](#care).", "```", "    four spaces", "Plain words  ",
    "# Plain words",
)  # fmt: skip


@pytest.mark.slow  # 50 s
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 2**32))
def test_a_single_page_says_after_an_edit_what_a_cold_run_says(
    seed: int, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found over its site stands where plain words changed, and nowhere else."""
    folder, chance = tmp_path_factory.mktemp("site"), random.Random(seed)
    page = folder / "jobs" / "index.md"
    page.parent.mkdir()
    (folder / "jdlint.yaml").write_text("pages: [jobs/**]\nsite: {complete: true}\n")
    lines = [chance.choice(PIECES) for _ in range(8)]
    for _ in range(8):
        page.write_text("\n".join(("---", "title: Baker", "---", "", *lines, "")))
        cold, warm = "", str(folder / "cache")
        assert check(monkeypatch, warm, [page]) == check(monkeypatch, cold, [page])
        at = chance.randint(0, len(lines) - 1)
        lines[at : at + chance.choice((0, 0, 1))] = [chance.choice(PIECES)]


@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 2**32))
def test_a_session_says_what_cold_runs_say(
    seed: int, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("site")
    site = Site(folder / "site", random.Random(seed))
    monkeypatch.setenv("JDLINT_CACHE_DIR", "")
    api._CHECKERS.clear()
    session = api.Session(site.root, grammar="off")
    session.report()
    for _ in steps(site):
        path = site.chance.choice(site.pages).relative_to(site.root).as_posix()
        text = (site.root / path).read_text(encoding="utf-8")
        typed = f"{text}\n{site.line()}\n"
        session.edit(path, typed)
        found = session.report([path])
        session.close(path)
        (site.root / path).write_text(typed, encoding="utf-8")
        assert found == check(monkeypatch, "", [site.root / path])
