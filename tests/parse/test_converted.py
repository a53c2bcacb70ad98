"""HTML and plain text: what is found stands where it is said to, in the cell as it is."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.parse.converted.read import ESCAPED, as_markdown

HTML = (
    "<div><p><strong>Your tasks</strong></p><ul>\n<li>Bake the the bread &amp; cakes</li>"
    "<li><p>Sell  *it*</p><ul><li>daily</li></ul></li></ul><p>We pay\n60.000&nbsp;€.<br><br>"
    "<b>Apply</b><br>- now<br>- or  later </p><h2>Why us?</h2><script>if (a < b) x()</script>"
    "1. one<br># no</div>"
)
READ = (
    "### Your tasks\n\n* Bake the the bread \\& cakes\n* Sell \\*it\\*\n   * daily\n\n"
    "We pay 60.000 €.\n\n### Apply\n\n* now\n* or later\n\n## Why us?\n\n1. one\n\\# no"
)


def test_html_is_read_as_a_reader_sees_it() -> None:
    made = as_markdown(HTML, "auto")
    assert (made.form, made.text.replace("\xa0", " ")) == ("html", READ)
    again = as_markdown(escape(HTML), "auto")
    assert (again.form, again.text) == (ESCAPED, made.text)


@pytest.mark.parametrize("word", ["the the", "cakes", "daily", "60.000", "Apply", "later", "Why"])
@pytest.mark.parametrize("twice", [False, True])
def test_words_lie_where_they_came_from(word: str, *, twice: bool) -> None:
    text = escape(HTML) if twice else HTML
    made = as_markdown(text, "auto")
    at = made.text.index(word)
    span = made.exact(at, at + len(word))
    assert span is not None
    assert text[span.start : span.end] == word


def test_plain_text_has_no_marks_but_bullets() -> None:
    text = "Baker\n\nWhat you do:\n• bake_it the the\n  - sell\n\nPay * 2 # ok\n"
    made = as_markdown(text, "plain")
    assert made.text == ("Baker\n\nWhat you do:\n* bake\\_it the the\n* sell\n\nPay \\* 2 # ok")
    at = made.text.index("the the")
    assert text[slice(*made.span(at, at + 7))] == "the the"


def test_markdown_with_some_html_stays_markdown() -> None:
    text = "# Baker\n\nWe bake.<br>Daily.\n\n<div>\n\n* one\n\n</div>\n"
    made = as_markdown(text, "auto")
    assert (made.form, made.text) == ("markdown", text)


PARTS = st.sampled_from(
    "<p> </p> <ul> <li> </li> </ul> <b> </b> <br> <h2> </h2> &amp; &nbsp; &#39; &lt;p&gt; "
    "< > & * _ "
    "word the bread \n é 😀 <script> </script> <!-- --> <a href='x'> </a> - # 1.".split(" ")
)


@given(st.lists(PARTS, max_size=30).map(" ".join), st.sampled_from(("html", "plain", "auto")))
def test_every_span_lies_in_the_cell_and_exact_ones_agree(text: str, form: str) -> None:
    made = as_markdown(text, form)
    before = 0
    for at in range(len(made.text)):
        span = made.span(at, at + 1)
        assert 0 <= span.start <= span.end <= len(text)
        assert span.start >= before
        before = span.start
        exact = made.exact(at, at + 1)
        assert exact is None or text[exact.start : exact.end] == made.text[at]


def test_a_fix_is_one_of_the_html_or_none() -> None:
    import pyarrow as pa

    import jdlint

    html = "<p>We bake the the bread every day.</p><p>You lead the <b>the</b> team.</p>"
    found = jdlint.check_table(
        pa.table({"text": [html]}), text="text", select="doubled-word".join(("grammar/", ""))
    )
    fixed = html
    for row in reversed(found.to_pylist()):
        for edit in reversed(row["edits"] or []):
            fixed = fixed[: edit["start"]] + edit["text"] + fixed[edit["end"] :]
    assert fixed.startswith("<p>We bake the bread every day.</p>")
    assert fixed.count("<b>") == fixed.count("</b>") == 1
