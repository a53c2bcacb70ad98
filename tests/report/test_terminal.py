"""The report fits its terminal, and marks stand below the words that they mark."""

from __future__ import annotations

import fcntl
import os
import re
import struct
import termios
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jdlint
from jdlint.cli import terminal
from jdlint.core.diagnostic import Diagnostic, Report
from jdlint.core.text import Source, Span
from jdlint.report import Given, Look
from jdlint.report.parts.terminal import _cells, columns, head, tail, visible, wrapped
from jdlint.report.text import render
from tests.conftest import ROOT, SHARED

WIDTHS = (40, 60, 80, 120, 200)
CHARS = st.sampled_from("ab c\t-é́🥖面包\u00a0\u200b–“”`*")
EXCERPT = re.compile(r"^ *(\d+) │ (.*)\n +│ ( *)(\^+)$", re.MULTILINE)


def shown(text: str, span: Span, width: int) -> str:
    source = Source("jobs/a.md", text)
    places = source.position(span.start), source.position(span.end)
    d = Diagnostic("style/x", "warning", "Write it in another way", "jobs/a.md", span, *places)
    look = Look(width=width)
    return render(Report((d,), 1), Given(lambda _: source, {}, (), look))


@given(st.text(CHARS, max_size=200), st.data())
@settings(max_examples=300, deadline=None)
def test_marks_stand_below_their_words(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, min(len(line), start + 30)))
    width = data.draw(st.sampled_from(WIDTHS))
    text = shown(line, Span(start, end), width)
    assert all(columns(row) <= width for row in text.split("\n")), text
    match = EXCERPT.search(text)
    assert match, text
    words = visible(line[start:end])
    under = match[2]
    before = head(under, len(match[3]))
    assert columns(before) == len(match[3])
    marked = head(under[len(before) :].lstrip("\u0301"), len(match[4]))
    if words and columns(words) <= width - 12:
        assert columns(words) == len(match[4]) or not columns(words)
        assert marked.startswith(words.lstrip("\u0301")[:1])


@given(st.text(CHARS, max_size=120), st.integers(20, 60), st.integers(0, 10), st.integers(0, 8))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int, first: int, pad: int) -> None:
    lines = list(wrapped(text, width, first, pad))
    assert columns(lines[0]) <= width - first
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(CHARS, max_size=60), st.integers(0, 40))
def test_ends_are_cut_to_cells(text: str, width: int) -> None:
    for part in (head(text, width), tail(text, width)):
        assert columns(part) <= width
    assert text.startswith(head(text, width))
    assert text.endswith(tail(text, width))


@pytest.mark.parametrize("width", WIDTHS)
def test_a_real_report_fits(width: int) -> None:
    folder = SHARED / "pages-dev"
    if not folder.is_dir():
        folder = ROOT / "examples" / "jobs"
    report = jdlint.check_paths([folder], grammar="off")
    texts = {d.path: Path(d.path).read_text(encoding="utf-8") for d in report.diagnostics}
    given_ = Given(lambda path: Source(path, texts[path]), {}, (), Look(width=width))
    text = render(report, given_)
    assert len(report.diagnostics) > 10
    assert max(map(columns, text.split("\n"))) <= width


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
def test_no_mark_of_a_real_site_is_out_of_place(real: tuple[Report, Given], width: int) -> None:
    report, given = real
    seen = 0
    for d in report.diagnostics:
        source = given.texts(d.path)
        text = render(Report((d,), 1), given._replace(look=Look(width=width)))
        assert all(columns(row) <= width for row in text.split("\n")), text
        match = EXCERPT.search(text)
        assert match, text
        assert int(match[1]) == d.start.line
        line = source.line_span(d.start.line)
        words = visible(source.text[d.span.start : min(d.span.end, line.end)])
        before = head(match[2], len(match[3]))
        marked = match[2][len(before) :]
        if columns(words) == len(match[4]):
            assert marked.startswith(words), text
        else:  # more words than fit, or a place between two letters
            assert marked.startswith(head(words, len(match[4]) - 1)), text
        seen += 1
    assert seen > 300


@pytest.fixture(scope="module")
def real() -> tuple[Report, Given]:
    folder = SHARED / "corpora" / "gitlab-2022"
    if not folder.is_dir():
        pytest.skip("the real site is not beside the project")
    pages = sorted(folder.rglob("job-families/**/index.html.md"))[::6]
    report = jdlint.check_paths(pages, grammar="off", jobs=1)
    texts = {d.path: Source(d.path, Path(d.path).read_text()) for d in report.diagnostics}
    return report, Given(lambda path: texts[path], {})


def test_a_reason_is_told_once_and_the_rest_is_counted() -> None:
    text = "the the a\n" * 3 + "\n"
    rows = []
    for number, path in enumerate(("jobs/a.md", "jobs/b.md")):
        source, span = Source(path, text), Span(10 * number, 10 * number + 7)
        places = source.position(span.start), source.position(span.end)
        rows.append(Diagnostic("x/y", "note", f"m{number}", path, span, *places, "Because."))
    report = Report(tuple(rows), 2)
    whole = render(report, Given(lambda path: Source(path, text), {}))
    assert whole.count("why: Because.") == 1
    less = render(report, Given(lambda path: Source(path, text), {}, (), Look(most=1)))
    assert "jobs/b.md" not in less
    assert "and 1 finding more (--max 0 shows all)" in less


def test_much_is_summed_up_by_rule_and_page() -> None:
    rows = []
    for number in range(60):
        source, path = Source("", "word " * 400), f"jobs/{number % 12}.md"
        span = Span(number * 5, number * 5 + 4)
        places = source.position(span.start), source.position(span.end)
        kind = "safe" if number % 2 else None
        rule = f"style/r{number % 3}"
        rows.append(Diagnostic(rule, "error", "m", path, span, *places, fix=kind))
    text = render(Report(tuple(rows), 12), Given(lambda _: Source("", "word " * 400), {}))
    assert re.search(r"^ +20 +10  style/r0$", text, re.MULTILINE)
    assert "2 more pages" in text
    assert "jdlint check --fix: mends what is safe" in text
    assert "jdlint explain style/r0" in text


def test_rules_are_links_where_the_terminal_shows_them() -> None:
    source = Source("a.md", "word")
    places = source.position(0), source.position(4)
    d = Diagnostic("x/y", "note", "m", "a.md", Span(0, 4), *places, url="https://x.example/y")
    look = Look(links=True, width=80)
    text = render(Report((d,), 1), Given(lambda _: source, {}, (), look))
    assert "\x1b]8;;https://x.example/y\x1b\\x/y\x1b]8;;\x1b\\" in text


@given(st.text(max_size=40), st.integers(0, 50))
@settings(max_examples=300, deadline=None)
def test_the_quick_way_measures_as_character_by_character(text: str, width: int) -> None:
    assert columns(text) == sum(map(_cells, text))
    start = head(text, width)
    assert text.startswith(start)
    assert columns(start) <= width
    assert start == text or columns(text[: len(start) + 1]) > width


@given(st.text(CHARS, max_size=60))
def test_a_text_that_fits_stays_on_its_line(text: str) -> None:
    assert list(wrapped(text, 0, 0, 4)) == list(wrapped(text, 10_000, 0, 4)) == [text.lstrip(" ")]


@pytest.mark.parametrize(("cells", "expected"), [(0, 80), (7, 20), (132, 132)])
def test_a_terminal_that_nobody_sized_has_the_usual_width(
    cells: int, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    ours, theirs = os.openpty()
    try:
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 0, cells, 0, 0))
        with os.fdopen(theirs, "w") as output:
            monkeypatch.setattr("sys.stdout", output)
            assert terminal.width() == expected
            monkeypatch.undo()
    finally:
        os.close(ours)
