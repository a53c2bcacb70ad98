"""Link definitions (``[name]: /address``): each is one link as written, however often it is
used."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jdlint.core.page import Link
from jdlint.core.text import Span
from jdlint.parse.pulldown import reference_definitions
from jdlint.parse.templating import SHOWN, SILENT


def definitions(masked: str, text: str, at: Callable[[int], int] | None) -> Iterator[Link]:
    """The definitions of a page, in order of name; ``at`` turns the parser's byte offsets into code
    points."""
    if "]:" not in masked:
        return
    for name, row in reference_definitions(masked).items():
        if name.startswith("^"):
            continue  # a footnote's text, however short, is no address
        start, end = row["span"]["start"], row["span"]["end"]
        if at is not None:
            start, end = at(start), at(end)
        url = row["dest"]
        found = masked.find(url, masked.find("]:", start, end) + 2, end)
        target = Span(found, found + len(url)) if url and found >= 0 else Span(end, end)
        templated = SHOWN in url or SILENT in url
        label = Span(start + 1, start + 1 + len(name))
        written = text[target.start : target.end] if templated else url
        yield Link(written, name, "definition", Span(start, end), target, label, templated)
