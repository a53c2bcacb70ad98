"""What grows: tokens that mean something to a parser, and texts made of them in several ways."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

TOKENS = (
    "[", "![", "](", "[]", "][", "](/a)", "[a](", "[a]: /b\n", "[^1]", "[^1]: x\n", "<!--", "-->",
    "<!-- ", "<a ", "<a href=", "<a href=\"", "<img src='", "<", ">", "</", "<b>", "<![CDATA[",
    "<?", "{{", "}}", "{%", "%}", "{{<", "{:", "{: ", "<%", "<%=", "%>", "{", "}", "{#a}", "{/*",
    "*/}", "#", "# ", "## A\n", "\n#\n", "---\n", "+++\n", "...\n", "a: b\n", "a:\n", "- a: ", "- ",
    "* ", "1. ", "  - ", "\t", " ", "  \n", "\n", "\r", "\r\n", "\n\n", "\u00a0", "\u200b",
    "\u2028", "\ufeff", "\0", "\x01", "\x02", "`", "``", "```\n", "~~~\n", "**", "*", "_", "__",
    "~~", "\\", "\\[", "&", "&amp;", "&#", "&lt;", "|", "| a ", "|-|\n", "| - | - |\n", "> ", ">",
    "=\n", "===\n", "http://", "https://a.b/", "www.", "a@b.c ", "@", "mailto:", "a.", "a,", "a ",
    "the the ", "a-", "a/", "A", "Aa ", "AA ", "1", "1,000 ", "€", "$1 ", "$", "%", "€1–",
    "50,000-", "(", ")", "\"", "'", "“", "”", "’", "–", "—", "…", "!", "?", ".", ",", ";", ":",
    "::", "“a” ", "(a) ", "e.g. ", "etc. ", "and/or ", "he/she ", "you ", "You will ", "we ",
    "years ", "of ", "jdlint-ignore ", "<!-- jdlint-ignore a/b -->\n", "import a\n", "export a\n",
    "<A />", "<br>", "\U0001f600", "é", "e\u0301", "日本", "ｆｕｌｌ", "i̇", "ß", "ŉ",
)  # fmt: skip
_MARKS = ("(", "[", "<", "{", "*", "_", "`", "!", "?", ",", "-", "/", "'", "“", "a", "A", "é", "日")
_HEAD = "---\ntitle: Baker\nlayout: job\n---\n\n## Responsibilities\n\n"
Shape = Callable[[int], str]


def _body(token: str) -> Shape:
    return lambda size: _HEAD + token * (size // len(token))


def _lines(token: str) -> Shape:
    return lambda size: _HEAD + (token + "\n") * (size // (len(token) + 1))


def _behind(token: str) -> Shape:
    """One item of a few sentences that ends in a word without end."""
    return lambda size: (
        _HEAD + "- We sail. You mend it. Call us. Ask " + token * (size // len(token))
    )


def _closed(token: str, end: str) -> Shape:
    return lambda size: _HEAD + token * (size // len(token) // 2) + end * (size // len(end) // 2)


def _front(token: str) -> Shape:
    return lambda size: "---\ntitle: x\n" + token * (size // len(token)) + "\n---\n\nText.\n"


def _unclosed(token: str) -> Shape:
    return lambda size: "---\n" + token * (size // len(token)) + "x\n"


def _numbered(text: str, head: str = _HEAD, tail: str = "") -> Shape:
    """``#`` is another number each time, ``@`` another word."""

    def made(size: int) -> str:
        rows = size // (len(text) + 2)
        return (
            head
            + "".join(text.replace("#", str(n)).replace("@", _word(n)) for n in range(rows))
            + tail
        )

    return made


def _word(number: int) -> str:
    letters = "abcdefghiklmnoprstuvy"
    word = "b"
    while number:
        number, at = divmod(number, len(letters))
        word += letters[at]
    return word + "er"


def _deeper(opening: str, step: str = "  ", most: int = 40) -> Shape:
    """Each line a step deeper than the last, up to so many steps, again and again."""

    def made(size: int) -> str:
        lines, total, depth = [_HEAD], 0, 0
        while total < size:
            lines.append(step * depth + opening + "\n")
            total += len(lines[-1])
            depth = (depth + 1) % most
        return "".join(lines)

    return made


_PAIRS = (
    ("[", "]"), ("![", "](a)"), ("[a](", ")"), ("(", ")"), ("<a>", "</a>"), ("<!--", "-->"),
    ("{{", "}}"), ("{%", "%}"), ("*", "*"), ("**", "**"), ("`", "`"), ("> ", "\n"), ("- ", "x\n"),
    ("“", "”"), ("<b ", ">"), ("{", "}"), ("![", "]"), ("[", "](a)"), ("[", "][a]"), ("![", "][]"),
    ("<", ">"), ("<div>\n", "</div>\n"), ("<b>", "</b>"), ("{% if a %}", "{% endif %}"),
    ("{{< a >}}", "{{< /a >}}"),
    ("<!-- jdlint-ignore-start -->\n\n", "<!-- jdlint-ignore-end -->\n\n"),
    ("<% a do %>", "<% end %>"), ("~~", "~~"), ("_", "_"), ("[^", "]"), ("\"", "\""), ("'", "'"),
    ("(a ", ") "), ("*a **b ", "** *"), ("- a\n\n  ", "\n"), ("1. ", "x\n"), ("> - ", "x\n"),
    ("> ", "x\n"), ("* ", "x\n"), ("+ 1) ", "x\n"), ("<script>", "</script>"),
    ("<pre>\n", "</pre>\n"), ("{/*", "*/}"), ("<A>", "</A>"), ("``` \n", "```\n"), ("{: ", "}"),
    ("{::a}", "{:/a}"),
)  # fmt: skip
_META = (
    "[", "{a: ", "- - - ", "? ", "a: &x 1\n", "a: *x\n", "&a ", "*a ", "!!str ", "!a ", "# a\n",
    "a: # b\n", "a: 'b' # c\n", "a: |\n  b\n", "a: >-\n  b\n", "\"a\": b\n", "'a': \"b\"\n",
    "- a\n", "- a: b\n  c: d\n", "a: [b, c]\n", "a: {b: c}\n", "a: \"\\u00e9\"\n", "<<: {}\n",
    "a: 2024-01-01\n", "a: b: c\n", "\"", "'", "a: \"", "a: 'b\n", "# jdlint-ignore a/b\n",
    "a: b # jdlint-ignore\n", "title: a\n", "%TAG ! a\n", "--- \n", "a: http://b.c\n", ": ", ", ",
    "\\", "a: b\n c\n", "  a: b\n", "a: |\n", "0x1: 1e3\n", "a = 1\n", "[a]\n", "[[a]]\n",
    "a.b = \"c\"\n",
)  # fmt: skip
_NUMBERED = (
    "[a#]: /b#\n", "[a#] ", "[a][b#] ", "[^#]: x\n", "x[^#] ", "## A #\n\n", "## @ @\n\n",
    "# a {#b#}\n\n", "- a #\n", "- @ @\n", "* @ the @.\n", "- @ @,\n- and @.\n\n", "#. a\n",
    "1. @\n", "- ... @\n", "[@](/jobs/@/) ", "[@](../@.md#@) ", "![@](/@.png) ",
    "<https://a.example/@> ", "https://a.example/@ ", "@ @ @ ", "The @ @ the @. ",
    "You will @ @s and @. ", "“@” ", "(@) ", "Mr @, ", "@-@ ", "@, @, ", "a @ an @ ",
    "<a id=\"@\"></a> ", "<a href=\"/@\">@</a> ", "<!-- jdlint-ignore style/@ -->\n\n",
    "<!-- jdlint-ignore-line style/@: why --> ", "<!-- jdlint-ignore-start a/@ -->\n",
    "<!-- jdlint-ignore-end a/@ -->\n", "<!-- jdlint-ignore @ -->\n\n- a\n\n", "| @ | @ |\n",
    "| a |\n|---|\n| @ |\n\n", "```@\nx\n```\n", "{{ @ }} ", "{% @ %} ", "{{< @ >}}\n", "> @\n",
    "> @\n\n", "@\n: @\n\n", "*[@]: x\n", "@ @: @\n", "**@** @\n", "**@**\n\n", "*@* ", "`@` ",
    "@@ Ltd ", "€#,000 ", "#% ", "$#–$# a year. ", "# years of @. ", "He or @ ", "@’s ", "@ (@) ",
    "You are @. You @.\n\n", "@ is @. @ is @.\n", "@@@@ ", "A@ B@ C@ ", "@ and/or @ ", "etc. @ ",
    "the the @ ", "@ @ @ @ @ @ @ @ @ @ @ @\n", "# @\n## @\n### @\n", "@\n===\n", "@\n---\n",
    "- [ ] @\n", "+ @\n- @\n", "- @\n\n- @\n", "- @\n  - @\n", "- @\n\n  @\n", "&#x#; ", "&@; ",
    "\\@ ", "<@>", "</@>", "<@ a=\"b\">", "<br>@", "a@b@c.example ", "@@a.example ",
    "mailto:@@a.example ", "# jdlint-ignore @\n",
)  # fmt: skip
_META_NUMBERED = (
    "k#: v\n", "k#: @ @ # c\n", "- @\n", "k#: &a# 1\n", "k#: *a#\n", "k#: [a#, @]\n",
    "k#:\n  @: 1\n", "\"k#\": '@'\n", "k#: |\n  @ # x\n", "# @\n", "# jdlint-ignore a/@\n",
    "k#: /jobs/@\n", "k#: https://a.example/@\n", "k#: \"#\" # jdlint-ignore a/@\n", "title: @\n",
    "k#: '#'\n",
)  # fmt: skip
SHAPES: dict[str, Shape] = {
    **{f"{token!r} on one line": _body(token) for token in TOKENS},
    **{f"{token!r} on lines": _lines(token) for token in TOKENS},
    **{f"{token!r} in front matter": _front(token) for token in (*TOKENS, *_META)},
    **{
        f"{token!r} in front matter that is not closed": _unclosed(token)
        for token in (*TOKENS, *_META)
    },
    **{f"{token!r} in one word behind sentences": _behind(token) for token in _MARKS},
    **{f"{a!r} closed by {b!r}": _closed(a, b) for a, b in _PAIRS},
    **{f"{a + 'a' + b!r} one after the other": _body(f"{a}a{b} ") for a, b in _PAIRS},
    **{f"{text!r}, another each time": _numbered(text) for text in _NUMBERED},
    **{f"{text!r}, another each time, on one page": _numbered(text, "") for text in _NUMBERED[:20]},
    **{
        f"{text!r}, another each time, in front matter": _numbered(text, "---\n", "---\n\nText.\n")
        for text in _META_NUMBERED
    },
    **{
        f"{text!r}, another each time, in front matter of TOML": _numbered(
            text, "+++\n", "+++\n\nText.\n"
        )
        for text in (
            "k# = 1\n",
            "k# = '@'\n",
            "[k#]\na = 1\n",
            "[[k]]\na = #\n",
            "# @\n",
            "k#.a = 1\n",
            "k# = [",
        )
    },
    **{
        f"{text!r}, deeper and deeper": _deeper(text)
        for text in ("- x", "1. x", "> x", "* ", "-", "a: b", "+ [a](b)")
    },
    "quotes in quotes": _deeper("x", "> "),
    "lists in lists, to the bottom": _deeper("- x", "  ", 1_000),
    "fences of all lengths": lambda size: (
        _HEAD + "".join("`" * (3 + n) + "\n" for n in range(int((2 * size) ** 0.5)))
    ),
    "runs of code marks of all lengths": lambda size: (
        _HEAD + " ".join("`" * (1 + n) for n in range(int((2 * size) ** 0.5)))
    ),
}


def mixtures(seed: int, count: int) -> Iterator[tuple[str, Shape]]:
    """Texts of two things in turn, drawn at random: what is asked of each of the one for all of the
    other grows with neither alone."""
    draw = random.Random(seed)
    for _ in range(count):
        first, second = draw.sample(_NUMBERED, 2)
        yield f"{first!r} and {second!r} in turn", _numbered(first + "\n\n" + second + "\n\n")
