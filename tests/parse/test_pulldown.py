"""The parser without its package is the parser."""

from __future__ import annotations

import pyromark

from jdlint.parse import pulldown


def test_the_options_are_those_of_the_package() -> None:
    known = pyromark.Options
    wanted = (
        known.ENABLE_TABLES
        | known.ENABLE_HEADING_ATTRIBUTES
        | known.ENABLE_STRIKETHROUGH
        | known.ENABLE_FOOTNOTES
        | known.ENABLE_TASKLISTS
    )
    assert wanted == pulldown.OPTIONS


def test_it_reads_as_the_package_does() -> None:
    text = "a | b\n--|--\n[^1] ~~x~~\n\n[^1]: y\n\n* [ ] z {#a}\n\n# A {#b}\n"
    ours = pulldown.events_with_range(text, options=pulldown.OPTIONS)
    assert list(ours) == list(
        pyromark.events_with_range(text, options=pyromark.Options(pulldown.OPTIONS))
    )
