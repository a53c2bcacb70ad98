"""Texts as content repos hold them, well formed and not, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

_INLINE = st.sampled_from(
    [
        "heat pumps", "We’re hiring 🔧", "*bold* text", "`code {{ x }}`",
        "[values](/handbook/#values)", "[a](<b c>)", "[x]( /y )", "![alt *x*](/i.png \"t\")",
        "<https://fernhill.example>", "https://fernhill.example/a_(b).", "jobs@fernhill.example,",
        "&amp; &copy; \\* \\_", "a  ", "{{ page.title }}", "{% if x > 1 %}", "<%= partial 'x' %>",
        "<br>", "<a href=\"/team\">team</a>", "<!-- note -->", "{: .class}", "{:.no_toc}", "{#id}",
        "[^1]", "~~gone~~", "naïve Zürich 東京", "\u00a0", "\u200b", "\u2028", "a\tb", "[ref][r]",
        "[r]", "]((", "[text] (/url)", "*", "_a_b_", "{", "}}", "{{", "<%", "%>", "\x01", "\x02x",
        "\x00", "{{< figure src=\"a\" >}}", "<b", "**", "\\",
    ]
)  # fmt: skip
_START = st.sampled_from(
    [
        "", "", "", "# ", "## ", "### ", "* ", "- ", "1. ", "    * ", "  - ", "> ", "> * ", "    ",
        "```\n", "~~~", "| a | b |\n|--|--|\n| ", "---", "===", "{: #values}", "<div>", "</div>",
        "[r]: /ref", "{{toc}}", "* [ ] ", "<% x do %>", "import X from 'y'", ": ", "\t",
    ]
)  # fmt: skip
_END = st.sampled_from(
    ["\n", "\n", "\n", "\n\n", "\n\n", "\r\n", "\r", " \n", "  \n", "\n\n\n", ""]
)
_KEY = st.sampled_from(["title", "layout", "salary", "tags", "a-b", "ü", "title"])
_VALUE = st.sampled_from(
    [
        "job", "\"Installer: Kyoto\"", "'it''s'", "Installer 🔧", "2026-01-01", "[a, b]",
        "{min: 1, max: 2}", "|\n  two\n  lines", "", "a: b", "*x", "&a 1", "\n  - x\n  - y", "1e3",
        "yes", "\"\\u00e9\"", "# note", "x # note", "\t", "!!python/object:os.system {}", "@x",
    ]
)  # fmt: skip


def line() -> st.SearchStrategy[str]:
    return st.builds(
        lambda start, parts, end: start + " ".join(parts) + end,
        _START,
        st.lists(st.one_of(_INLINE, st.text(max_size=6)), max_size=4),
        _END,
    )


def body() -> st.SearchStrategy[str]:
    return st.lists(line(), max_size=12).map("".join)


def front_matter() -> st.SearchStrategy[str]:
    rows = st.lists(st.builds(lambda k, v: f"{k}: {v}\n", _KEY, _VALUE), max_size=4).map("".join)
    toml = st.sampled_from(
        [
            '+++\ntitle = "A"\n[salary]\nmin = 1\n+++\n',
            "+++\ntitle = A\n+++\n",
            '{"title": "A", "tags": [1]}\n',
        ]
    )
    fenced = st.builds(
        lambda r, close: f"---\n{r}{close}",
        rows,
        st.sampled_from(["---\n", "...\n", "", "--\n\n", "---"]),
    )
    return st.one_of(st.just(""), fenced, fenced, toml)


def page_text() -> st.SearchStrategy[str]:
    """A page's text: front matter (or none) and a body; sometimes with Windows line ends,
    sometimes just any text."""
    made = st.builds(
        lambda f, b, crlf: (f + b).replace("\n", "\r\n") if crlf else f + b,
        front_matter(),
        body(),
        st.booleans(),
    )
    return st.one_of(made, made, made, st.text(max_size=60))
