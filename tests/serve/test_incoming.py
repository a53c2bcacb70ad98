"""Word files and pastes become Markdown; what is hostile is refused before it is unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest

from jdlint.core.errors import CannotError
from jdlint.serve.draft.incoming import from_html, from_word
from tests.serve.word_files import BODY, W, paragraph, run, word_file


def test_a_word_file_keeps_its_headings_lists_links_and_tables() -> None:
    made = from_word(word_file())
    assert made.title == "Baker"
    assert made.text == (
        "We bake for [the old town](https://example.com/bakery).\n\n"
        "## Your tasks\n\n* Bake the bread\n  * of rye\n* Sell it\n\nWe close on Sundays.\n\n"
        "### Hours\n\n| Day | From |\n| --- | --- |\n| Monday | 5:00 |\n"
    )
    assert made.said == (
        "Left out: 1 tracked deletion: the text stands as it would with all changes accepted",
    )


def test_bold_lines_are_the_headings_where_there_are_no_others() -> None:
    body = paragraph(run("Your tasks", bold=True)) + paragraph(run("Bake the bread."))
    made = from_word(word_file(body))
    assert made.text == "## Your tasks\n\nBake the bread.\n"
    assert (made.title, made.headings, made.said) == ("", 1, ())


@pytest.mark.parametrize(
    ("html", "title", "text"),
    [
        (
            "<p><b>Night porter</b></p><p><b>Tasks</b></p><p>a</p>",
            "Night porter",
            "## Tasks\n\na\n",
        ),
        ("<p><b>Night porter:</b></p><h2>Tasks</h2><p>a</p>", "Night porter", "## Tasks\n\na\n"),
        ("<p>Come!</p><p><b>Night porter</b></p><p>a</p>", "", "Come!\n\n## Night porter\n\na\n"),
        ("<p><b>Job description</b></p><p>a</p>", "", "## Job description\n\na\n"),
        ("<p class=MsoTitle>Night porter</p><h1>Tasks</h1>", "Night porter", "## Tasks\n"),
        ("<p class=MsoTitle>Night porter</p><p>a</p>", "Night porter", "a\n"),
        ("<p class=MsoNormal>Night porter</p><p>a</p>", "", "Night porter\n\na\n"),
        ("<p><span style='font-size:26pt'>Night porter</span></p><p>a</p>", "Night porter", "a\n"),
        (
            "<p><span style='font-size:11pt'>Night porter</span></p><p>a</p>",
            "",
            "Night porter\n\na\n",
        ),
    ],
)
def test_the_title_on_top_is_known_by_its_look(html: str, title: str, text: str) -> None:
    made = from_html(html)
    assert (made.title, made.text) == (title, text)


COMMENTS = f'<w:comments {W}><w:comment w:id="1"/><w:comment w:id="2"/></w:comments>'.encode()


def test_comments_and_headers_are_said() -> None:
    made = from_word(word_file(BODY, word__comments=COMMENTS, word__header1=b"<w:t>x</w:t>"))
    assert "Left out: 2 comments in the margin" in made.said
    assert "Left out: the header and footer of the pages" in made.said


def test_the_text_may_stand_in_a_part_of_another_name() -> None:
    made = from_word(word_file(main="document2"))
    assert (made.title, made.text.split(".")[0]) == (
        "Baker",
        "We bake for [the old town](https://example",
    )


def test_what_is_drawn_or_merged_is_said() -> None:
    drawn = paragraph('<w:r><w:drawing><dgm:relIds xmlns:dgm="d"/></w:drawing></w:r>')
    merged = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
    table = f"{merged}{paragraph(run('Day'))}</w:tc></w:tr></w:tbl>"
    assert from_word(word_file(BODY + drawn + table)).said[1:] == (
        "Left out: 1 drawn diagram; say in words what is shown",
        "Split: 1 merged table cell; look at the table again",
    )


def packed(size: int, name: str = "word/document.xml", n: int = 1) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for i in range(n):
            archive.writestr(name if n == 1 else f"word/{i}.xml", b"0" * size)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 no archive",
        b"\xd0\xcf\x11\xe0 an old .doc",
        packed(10, "other.xml"),
        packed(70_000_000),
        packed(5_000_000),
        packed(10, n=3_000),
        word_file(BODY, word__x=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        word_file("<w:p>" * 50_000),
        word_file("<w:p><w:unclosed>"),
    ],
    ids=["nothing", "cut", "doc", "other", "bomb", "ratio", "many", "entities", "deep", "broken"],
)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(CannotError):
        from_word(data)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Bake <b>well</b> and <i>early</i>.</p>", "Bake **well** and *early*.\n"),
        (
            (
                "<b style='font-weight:normal' id='docs'><p>"
                "<span style='font-weight:700'>Tasks</span></p></b>"
            ),
            "## Tasks\n",
        ),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "* a\n  * b\n* c\n"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b\n"),
        ("<p>• one</p><p>• two</p><p>three</p>", "* one\n* two\n\nthree\n"),
        ("<h3>A</h3><p>b</p><h4>C</h4>", "## A\n\nb\n\n### C\n"),
        (
            "<a href='javascript:alert(1)'>x</a> <a href='https://e.com/'>y</a>",
            "x [y](https://e.com/)\n",
        ),
        ("<script>bad()</script><style>p{}</style><p onclick=bad()>fine</p>", "fine\n"),
        ("<p>a&nbsp;b</p>", "a b\n"),
        (  # Google Docs
            "<ul><li><p><span>a</span></p></li><ul><li><p>b</p></li></ul><li><p>c</p></li></ul>",
            "* a\n  * b\n* c\n",
        ),
        ("<ul><li><p>a</p><p>more</p></li></ul>", "* a\n\n  more\n"),
    ],
)
def test_pastes(html: str, text: str) -> None:
    assert from_html(html).text == text


def test_a_list_of_word_in_html() -> None:
    def item(level: int, mark: str, words: str) -> str:
        return (
            f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'><![if !supportLists]>"
            f"<span style='mso-list:Ignore'>{mark}<span>&nbsp;</span></span><![endif]>{words}</p>"
        )

    html = item(1, "·", "Bake") + item(2, "o", "rye") + item(1, "·", "Sell") + "<p>Then rest.</p>"
    assert from_html(html).text == "* Bake\n  * rye\n* Sell\n\nThen rest.\n"
    assert from_html(item(1, "1.", "Bake") + item(1, "2.", "Sell")).text == "1. Bake\n2. Sell\n"


def test_deep_nesting_ends() -> None:
    assert "x" in from_html("<div>" * 5_000 + "x").text
    assert "x" in from_html("<ul><li>" * 3_000 + "x").text
