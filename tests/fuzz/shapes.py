"""What grows: tokens that mean something to a parser, and texts made of them in several ways."""

from __future__ import annotations

from collections.abc import Callable

TOKENS = (
    "[", "![", "](", "[]", "][", "](/a)", "[a](", "[a]: /b\n", "[^1]", "[^1]: x\n", "<!--", "-->", "<!-- ", "<a ", "<a href=",
    "<a href=\"", "<img src='", "<", ">", "</", "<b>", "<![CDATA[", "<?", "{{", "}}", "{%", "%}", "{{<", "{:", "{: ", "<%", "<%=",
    "%>", "{", "}", "{#a}", "{/*", "*/}", "#", "# ", "## A\n", "\n#\n", "---\n", "+++\n", "...\n", "a: b\n", "a:\n", "- a: ", "- ",
    "* ", "1. ", "  - ", "\t", " ", "  \n", "\n", "\r", "\r\n", "\n\n", "\u00a0", "\u200b", "\u2028", "\ufeff", "\0", "\x01", "\x02",
    "`", "``", "```\n", "~~~\n", "**", "*", "_", "__", "~~", "\\", "\\[", "&", "&amp;", "&#", "&lt;", "|", "| a ", "|-|\n", "| - | - |\n",
    "> ", ">", "=\n", "===\n", "http://", "https://a.b/", "www.", "a@b.c ", "@", "mailto:", "a.", "a,", "a ", "the the ", "a-", "a/",
    "A", "Aa ", "AA ", "1", "1,000 ", "€", "$1 ", "$", "%", "€1–", "50,000-", "(", ")", "\"", "'", "“", "”", "’", "–", "—", "…", "!", "?",
    ".", ",", ";", ":", "::", "“a” ", "(a) ", "e.g. ", "etc. ", "and/or ", "he/she ", "you ", "You will ", "we ", "years ", "of ",
    "jdlint-ignore ", "<!-- jdlint-ignore a/b -->\n", "import a\n", "export a\n", "<A />", "<br>", "\U0001f600", "é", "e\u0301",
    "日本", "ｆｕｌｌ", "i̇", "ß", "ŉ",
)  # fmt: skip
_HEAD = "---\ntitle: Baker\nlayout: job\n---\n\n## Responsibilities\n\n"
Shape = Callable[[int], str]


def _body(token: str) -> Shape:
    return lambda size: _HEAD + token * (size // len(token))


def _lines(token: str) -> Shape:
    return lambda size: _HEAD + (token + "\n") * (size // (len(token) + 1))


def _closed(token: str, end: str) -> Shape:
    return lambda size: _HEAD + token * (size // len(token) // 2) + end * (size // len(end) // 2)


def _front(token: str) -> Shape:
    return lambda size: "---\ntitle: x\n" + token * (size // len(token)) + "\n---\n\nText.\n"


def _unclosed(token: str) -> Shape:
    return lambda size: "---\n" + token * (size // len(token)) + "x\n"


_PAIRS = (
    ("[", "]"), ("![", "](a)"), ("[a](", ")"), ("(", ")"), ("<a>", "</a>"), ("<!--", "-->"), ("{{", "}}"), ("{%", "%}"), ("*", "*"),
    ("**", "**"), ("`", "`"), ("> ", "\n"), ("- ", "x\n"), ("“", "”"), ("<b ", ">"), ("{", "}"),
)  # fmt: skip
SHAPES: dict[str, Shape] = {
    **{f"{token!r} on one line": _body(token) for token in TOKENS},
    **{f"{token!r} on lines": _lines(token) for token in TOKENS},
    **{f"{token!r} in front matter": _front(token) for token in TOKENS},
    **{f"{token!r} in front matter that is not closed": _unclosed(token) for token in TOKENS},
    **{f"{a!r} closed by {b!r}": _closed(a, b) for a, b in _PAIRS},
}
