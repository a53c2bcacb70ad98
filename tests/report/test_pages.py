"""Markdown and HTML: what a page says stays text."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pyromark

from jdlint.core.diagnostic import Report
from jdlint.core.text import Source
from jdlint.report import Given, render
from tests.report.conftest import diagnostic


class Elements(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    VOID = frozenset(("meta", "input", "rect", "br", "hr"))

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.wrong: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.elements)


def test_a_markdown_table_keeps_its_cells(rendered: Callable[[str], str]) -> None:
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
    page = Elements(pyromark.html(rendered("markdown"), options=options))
    assert page.count("table") == 2
    rows = page.count("tr")
    assert rows == 1 + 15 + 1 + 2
    assert page.count("td") == 15 * 4 + 2 * 2
    assert (
        not page.count("script") + page.count("img") + page.count("code") - 1
    )  # the one that names a command
    assert {attrs.get("href") for tag, attrs in page.elements if tag == "a"} == {
        "https://docs.example/jdlint/rules/style/slang/"
    }


def test_markdown_mentions_no_one(rendered: Callable[[str], str]) -> None:
    assert not re.search(r"@(?!<!-- -->)", rendered("markdown"))
    assert "\x1b" not in rendered("markdown")


def test_markdown_shows_the_worst_hundred() -> None:
    source = Source("a.md", "word\n")
    rows = [diagnostic(source, "word", message=f"m{n}") for n in range(150)]
    worst = diagnostic(source, "word", severity="error", message="worst")
    text = render("markdown", Report((*rows, worst), 1), Given(lambda _: source, {}))
    assert text.index("worst") < text.index("m0 ")
    assert "… and 51 more findings (51 warnings)" in text


def test_the_html_page_is_sound_and_holds_our_script_only(rendered: Callable[[str], str]) -> None:
    text = rendered("html")
    page = Elements(text)
    assert not page.wrong
    assert not page.stack
    assert page.count("script") == page.count("style") == 1
    assert not page.count("img")
    assert not [
        name
        for _, attrs in page.elements
        for name in attrs
        if name.startswith("on") or name == "style"
    ]
    assert page.count("article") == 15
    assert page.count("mark") == 15
    assert "alert(1)" in page.text
    assert "\x1b" not in text
    outside = [
        v
        for _, attrs in page.elements
        for k, v in attrs.items()
        if k in ("src", "href") and not str(v).startswith("#")
    ]
    assert outside == ["https://x.example"], "what the rules themselves refer to"


def test_the_html_page_names_its_parts(examples: Callable[[str], str]) -> None:
    page = Elements(examples("html"))
    assert ("html", {"lang": "en"}) in page.elements
    headings = [tag for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert headings[0] == "h1"
    assert headings.count("h1") == 1
    assert all(
        attrs.get("aria-hidden") or attrs.get("aria-label")
        for tag, attrs in page.elements
        if tag == "svg"
    )
    assert "caption" not in headings


def browsed(chromium: str, page: Path, profile: Path, script: str) -> str:
    """What a script finds in a page in a real browser; it runs in a frame around it,
    so the page keeps its policy."""
    frame = page.with_name("frame.html")
    frame.write_text(
        f"<!doctype html><iframe id=f src='{page.name}' width=360 height=800></iframe><pre id=out>"
        "</pre><script>"
        f"f.onload = async () => {{ const d = f.contentDocument;"
        f" const find = async () => {{ {script} }};"
        " out.textContent = JSON.stringify(await find()); }</script>"
    )
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-sync",
    ]
    more = ["--disable-background-networking", "--disable-component-update"]
    more += ["--allow-file-access-from-files", "--virtual-time-budget=3000"]
    done = subprocess.run(
        [chromium, *flags, *more, f"--user-data-dir={profile}", "--dump-dom", frame.as_uri()],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    match = re.search(r'<pre id="out">(.*?)</pre>', done.stdout, re.DOTALL)
    assert match, done.stdout[:500] + done.stderr[-500:]
    return match[1]


def test_the_filters_work_in_a_browser(
    chromium: str, examples: Callable[[str], str], tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    page.write_text(examples("html"), encoding="utf-8")
    script = """
      const on = (a) => !a.hidden && !a.closest('details.page').hidden;
      const shown = () => [...d.querySelectorAll('article')].filter(on).length;
      const form = d.getElementById('filters'), all = shown();
      form.querySelector('[value=warning]').click();
      const fewer = shown();
      form.elements.rule.value = 'front-matter/schema';
      form.dispatchEvent(new Event('input'));
      const visible = [...d.querySelectorAll('article')].filter(on);
      const few = visible.filter((a) => a.dataset.rule !== 'front-matter/schema');
      return [form.hidden, all > fewer, fewer > shown(), few.length,
              d.documentElement.scrollWidth <= 360];
    """
    assert browsed(chromium, page, tmp_path / "profile", script) == "[false,true,true,0,true]"


def test_a_long_report_is_packed_and_opens(chromium: str, tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(900)]
    sources = {f"jobs/{n:02}.md": Source(f"jobs/{n:02}.md", " ".join(words)) for n in range(6)}
    rows = [
        diagnostic(source, word, message=f"{word} is wrong")
        for source in sources.values()
        for word in words[::3]
    ]
    report = Report(tuple(rows), len(sources))
    text = render("html", report, Given(lambda path: sources[path], {}))
    assert len(text) < 700_000
    assert text.count("data-packed=") >= 1
    page = tmp_path / "report.html"
    page.write_text(text, encoding="utf-8")
    script = """
      const closed = [...d.querySelectorAll('details.page')].pop();
      const before = closed.querySelectorAll('article').length;
      closed.open = true;
      const words = d.querySelector('[name=words]');
      words.value = 'word897 is';
      words.dispatchEvent(new Event('input', {bubbles: true}));
      await new Promise((done) => setTimeout(done, 1500));
      return [before, closed.querySelectorAll('article').length,
              d.getElementById('told').textContent];
    """
    found = browsed(chromium, page, tmp_path / "profile", script)
    assert found == '[0,300,"6 findings shown"]'


def test_nothing_of_a_page_runs_in_a_browser(
    chromium: str, rendered: Callable[[str], str], tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    page.write_text(rendered("html"), encoding="utf-8")
    script = (
        "return [d.querySelectorAll('img').length, d.scripts.length, "
        "d.querySelectorAll('article').length];"
    )
    assert browsed(chromium, page, tmp_path / "profile", script) == "[0,1,15]"
