"""Our grammar rules read the descriptions of published postings that have no page here."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import jdlint
from jdlint.core.text import Source
from jdlint.engine.passes.descriptions import MOST, POLICY
from jdlint.posting.published.feeds import read_xml
from jdlint.posting.published.nodes import every
from jdlint.posting.published.placed_json import read_json
from jdlint.posting.published.written import written
from tests.published.good import LONG, changed, html

SLIP = "You plan and and lead the work — of two bakers."
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def found(path: Path, config: dict[str, Any] | None = None) -> list[tuple[str, str]]:
    """The grammar rules that fire, each with what stands at its place in the file."""
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    rows = jdlint.check_paths([path], config=config or {}).diagnostics
    return [
        (d.rule, lines[d.start.line - 1][d.start.column - 1 : d.end.column - 1])
        for d in rows
        if d.rule.startswith("grammar/")
    ]


def posting(description: str) -> dict[str, Any]:
    return {**changed("title", "Night Baker"), "description": description}


def test_a_slip_is_placed_in_json_html_and_xml(tmp_path: Path) -> None:
    data = posting(f"{LONG}<p>Tea &amp; cake.</p>\n<p>{SLIP}</p>")
    texts = {
        "a.json": json.dumps(data),
        "b.json": json.dumps(data, ensure_ascii=False, indent=2),
        "c.html": html(data),
        "d.xml": f"<source><job><title>Baker</title><description><![CDATA[{LONG}<p>{SLIP}</p>]]>"
        "</description></job></source>",
        "e.xml": f"<source><job><title>Baker</title><description>{escape(LONG + SLIP)}"
        "</description></job></source>",
        "f.jsonl": "\n".join([json.dumps(posting(LONG)), json.dumps(data)]),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert found(tmp_path / name) == [("grammar/doubled-word", "and and")], name


def test_one_text_in_two_files_is_placed_in_each(tmp_path: Path) -> None:
    data = posting(LONG + SLIP)
    (tmp_path / "a.json").write_text(json.dumps(data), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps([data], indent=4), encoding="utf-8")
    rows = jdlint.check_paths([tmp_path / "a.json", tmp_path / "b.json"], config={}).diagnostics
    places = [(Path(d.path).name, d.start.line) for d in rows if d.rule == "grammar/doubled-word"]
    line = json.dumps([data], indent=4)[: json.dumps([data], indent=4).index("and and")].count("\n")
    assert places == [("a.json", 1), ("b.json", line + 1)]


def test_the_policy_is_cited_and_nothing_is_mended(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(posting(LONG + SLIP)), encoding="utf-8")
    rows = jdlint.check_paths([tmp_path / "a.json"], config={}).diagnostics
    (row,) = (d for d in rows if d.rule == "grammar/doubled-word")
    assert row.why.endswith(POLICY)
    assert row.fix is None
    assert not row.edits


def test_a_project_with_pages_is_read_at_its_pages(tmp_path: Path) -> None:
    (tmp_path / "jdlint.yaml").write_text("{}\n", encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(posting(LONG + SLIP)), encoding="utf-8")
    assert jdlint.check_paths([tmp_path / "a.json"]).diagnostics
    jobs = tmp_path / "jobs"
    jobs.mkdir()
    page = f"---\ntitle: Night Baker\nreq_id: B-1\nlocation: Leeds\n---\n\n{SLIP}\n"
    (jobs / "baker.md").write_text(page, encoding="utf-8")
    rows = jdlint.check_paths([tmp_path / "a.json"]).diagnostics
    assert not [d for d in rows if d.rule.startswith("grammar/")]


def test_it_can_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(posting(LONG + SLIP)), encoding="utf-8")
    assert not found(tmp_path / "a.json", {"posting": {"grammar": False}})


def test_what_is_not_read_is_said(tmp_path: Path) -> None:
    rows = [posting(f"{LONG}<p>Number {n}.</p>") for n in range(MOST + 1)]
    rows += [posting(LONG + SLIP)]
    (tmp_path / "a.json").write_text(json.dumps(rows), encoding="utf-8")
    report = jdlint.check_paths([tmp_path / "a.json"], config={})
    assert any("jdlint bulk" in notice for notice in report.notices)
    assert not [d for d in report.diagnostics if d.rule == "grammar/doubled-word"]


@given(TEXTS, st.booleans())
def test_each_letter_of_json_has_its_place(text: str, plain: bool) -> None:
    file = " " + json.dumps({"description": text}, ensure_ascii=not plain)
    (node,) = every(read_json(file), "description")
    mapped = written(Source("a.json", file), node)
    assert mapped is not None
    assert mapped.text == text
    for at, letter in enumerate(text):
        span = mapped.span(at, at + 1)
        assert json.loads(f'"{file[span.start : span.end]}"') == letter


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), max_size=40))
def test_each_letter_of_xml_has_its_place(text: str) -> None:
    file = f"<source><job><title>B</title><description>{escape(text)}</description></job></source>"
    (job,) = read_xml(Source("a.xml", file)).postings
    for node in every(job.node, "description"):
        mapped = written(Source("a.xml", file), node)
        assert mapped is not None
        assert mapped.text.strip() == text.strip()
