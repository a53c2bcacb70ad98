"""For any text, every span of a page slices back to what it names."""

from __future__ import annotations

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from jdlint.core.page import HIDDEN, Page
from jdlint.core.text import Source, Span
from jdlint.parse import parse
from tests.parse.strategies import page_text

NAMES = st.sampled_from(["jobs/a.md", "jobs/a.mdx", "jobs/a.html.md.erb"])


def page_of(text: str, name: str = "jobs/a.md") -> Page:
    return parse(Source(name, text))


@given(page_text(), NAMES)
def test_every_span_lies_in_the_text(text: str, name: str) -> None:
    page = page_of(text, name)
    spans = (
        [h.span for h in page.headings]
        + [h.line for h in page.headings]
        + [s.span for s in page.sections]
    )
    spans += (
        [b.span for b in page.blocks]
        + [x.span for x in page.lists]
        + [c.span for c in page.comments]
    )
    spans += [i.span for x in page.lists for i in x.items] + [
        i.marker for x in page.lists for i in x.items
    ]
    spans += (
        [s for k in page.links for s in (k.span, k.target, k.label)]
        + list(page.code)
        + list(page.hidden)
    )
    spans += [s for v in page.meta.values for s in (v.key, v.span)] + [
        d.span for d in page.meta.defects
    ]
    for span in spans:
        assert 0 <= span.start <= span.end <= len(text), (span, text)


@given(page_text(), NAMES)
def test_prose_maps_back_to_the_source(text: str, name: str) -> None:
    page = page_of(text, name)
    prose = page.prose
    for index, start in enumerate(prose.starts):
        end = prose.starts[index + 1] if index + 1 < len(prose.starts) else len(prose.text)
        piece = prose.text[start:end]
        source = text[prose.source_starts[index] : prose.source_ends[index]]
        if (
            piece in (HIDDEN, " ", "\n\n")
            or source[:1] in "&\\"
            or "\x00" in source
            or HIDDEN in piece
        ):
            continue
        assert piece == source, (piece, source)


@given(page_text(), st.data())
def test_any_slice_of_prose_has_a_span_that_holds_it(text: str, data: st.DataObject) -> None:
    page = page_of(text)
    if not page.blocks:
        return
    block = data.draw(st.sampled_from(page.blocks))
    start = data.draw(st.integers(block.start, block.end - 1))
    end = data.draw(st.integers(start + 1, block.end))
    span = page.prose.span(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    if page.exact(start, end):
        assert text[span.start : span.end] == page.prose.text[start:end]
    words = page.prose.text[start:end]
    if words.isalpha() and "&" not in text and "\\" not in text and "\x00" not in text:
        assert words in text[span.start : span.end] or not page.exact(start, end)


@given(page_text(), NAMES)
def test_links_headings_and_items_are_what_they_say(text: str, name: str) -> None:
    page = page_of(text, name)
    for link in page.links:
        written = text[link.target.start : link.target.end]
        if written and not re.search(r"[&\\\x00\r\n<]", text[link.span.start : link.span.end]):
            assert written == link.url, (written, link)
    for heading in page.headings:
        if heading.block >= 0:
            assert page.blocks[heading.block].kind == "heading"
    for rows in page.lists:
        for item in rows.items:
            assert re.match(r"[-*+]|\d{1,9}[.)]", text[item.start : item.end]), text[
                item.start : item.end
            ]
            assert item.block < 0 or page.blocks[item.block].kind in ("item", "heading", "cell"), (
                page.blocks[item.block]
            )


@given(page_text())
def test_front_matter_keys_and_plain_values_slice_back(text: str) -> None:
    page = page_of(text)
    for value in page.meta.values:
        key = text[value.key.start : value.key.end]
        if (
            value.path
            and isinstance(value.path[-1], str)
            and value.path[-1] != "<<"
            and re.fullmatch(r"[\w-]+", key)
        ):
            assert key == value.path[-1]
        written = text[value.span.start : value.span.end]
        if isinstance(value.value, str) and re.fullmatch(r"[A-Za-z][\w ]*", written):
            assert written == value.value


@given(page_text())
def test_blocks_are_slices_of_prose_in_order(text: str) -> None:
    page = page_of(text)
    at = 0
    for block in page.blocks:
        assert at <= block.start < block.end
        assert page.text(block).strip(HIDDEN + " \n\t") or not page.text(block).isascii()
        assert page.block_at(block.start) == block
        assert page.block_at(block.end - 1) == block
        at = block.end


@given(page_text())
def test_sections_nest(text: str) -> None:
    page = page_of(text)
    for index, section in enumerate(page.sections):
        assert section.parent < index
        if section.parent >= 0:
            parent = page.sections[section.parent]
            assert parent.heading.level < section.heading.level
            assert parent.span.start <= section.span.start
            assert section.span.end <= parent.span.end


def test_spans_are_sorted_and_apart_where_they_are_searched() -> None:
    page = page_of("a `b` {{ c }} <i>d</i>\n\n```\n{{ e }}\n```\n<!-- f -->\n")
    for spans in (page.code, page.hidden):
        assert list(spans) == sorted(spans)
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans)), spans
    assert page.in_code(text_at(page, "b"))
    assert page.is_hidden(text_at(page, "c"))


def text_at(page: Page, word: str) -> int:
    return page.source.text.index(word)


def test_span_is_a_pair() -> None:
    assert Span(1, 2) == (1, 2)
