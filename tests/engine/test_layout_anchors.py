"""An anchor that only the layout of a page can have: an error where the layout can be read; and
which other anchor may be meant."""

import json
from pathlib import Path

import pytest

from jdlint.cli.main import main

PAGE = (
    '---\nlayout: jobs\ntitle: Baker\n---\n\n## Pay\n\nGood.\n\n<a href="#apply-form">Apply</a>\n'
)


@pytest.mark.parametrize(
    ("page", "layout", "severity"),
    [
        (PAGE, "", "note"),
        (PAGE, "<main>{{ content }}</main>", "error"),
        (PAGE, '<main>{{ content }}</main><form id="apply-form"></form>', None),
        (PAGE.replace("layout: jobs\n", ""), "", "error"),
        (PAGE.replace("apply-form", "payy"), "", "error"),
        (PAGE.replace('<a href="#apply-form">Apply</a>', "[Apply](#apply-form)"), "", "error"),
    ],
)
def test_an_unread_layout_may_have_the_anchor_of_a_button(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    page: str,
    layout: str,
    severity: str | None,
) -> None:
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "site"
    (root / "_layouts").mkdir(parents=True)
    (root / "jobs").mkdir()
    (root / "_config.yml").write_text("url: https://bakery.example\n", encoding="utf-8")
    (root / "jobs/baker.md").write_text(page, encoding="utf-8")
    if layout:
        (root / "_layouts/jobs.html").write_text(layout, encoding="utf-8")
    monkeypatch.chdir(root)
    main(["check", ".", "--select", "links/broken-anchor", "--format", "json", "--exit-zero"])
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    assert [d["severity"] for d in found] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("heading", "anchor", "meant"),
    [
        ("Our benefits", "our-benfits", "our-benefits"),
        ("Junior rope mate", "senior-rope-mate", ""),
        ("Translator", "translation", ""),
        ("Step 2", "step-3", ""),
    ],
)
def test_an_anchor_of_another_word_or_number_is_not_meant(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    heading: str,
    anchor: str,
    meant: str,
) -> None:
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "jobs").mkdir()
    page = f"# Mate\n\n## {heading}\n\nGood. See [this](#{anchor}).\n"
    (tmp_path / "jobs/mate.md").write_text(page, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    main(["check", ".", "--select", "links/broken-anchor", "--format", "json", "--exit-zero"])
    said = json.loads(capsys.readouterr().out)["diagnostics"][0]["message"]
    assert said.partition("did you mean ")[2] == (f"“#{meant}”?" if meant else "")
