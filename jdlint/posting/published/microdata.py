"""Postings that a built page says in Microdata, where that is asked for (``posting: microdata:``).

The parser tells no places, so a value stands where its text is found behind the one before it, else
at its item. How values are read: https://html.spec.whatwg.org/multipage/microdata.html#values.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from jdlint.core.light import Any
from jdlint.core.text import Span
from jdlint.posting.published.nodes import Node, Posting, add_to

_IN = {
    "a": "href", "area": "href", "link": "href", "audio": "src", "embed": "src", "iframe": "src",
    "img": "src", "source": "src", "video": "src", "object": "data", "data": "value",
    "meter": "value", "time": "datetime",
}  # fmt: skip
_MOST = 20_000  # elements of an item that are looked at
_DEEPEST = 200
_SEARCHED = 50_000_000  # letters that are gone through for values, about 10 ms; then, its item
_SHOWN = 80  # letters of a text by which it is found again


def microdata_in(tree: Any, text: str) -> Iterator[Posting]:
    """The postings of a page that stand in Microdata."""
    reader = _Reader(text)
    for element in tree.css('[itemtype*="schema.org/JobPosting"]'):
        if "itemscope" in element.attributes:
            anchor = reader.place(str(element.attributes["itemtype"]), Span(0, 0))
            node = reader.item(element, anchor)
            yield Posting("microdata", node, anchor)


class _Reader:
    """Reads items in the order of the text, of which ``at`` is how far it came."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.left = text, 0, _MOST
        self.searches = _SEARCHED

    def place(self, value: str, other: Span) -> Span:
        """Where a value stands behind the one before it; ``other`` where it is not found."""
        for form in (value, escape(value), escape(value, quote=False)):
            if self.searches <= 0:
                break
            start = self.text.find(form, self.at)
            self.searches -= (start if start >= 0 else len(self.text)) - self.at
            if start >= 0:
                self.at = start + len(form)
                return Span(start, self.at)
        return other

    def item(self, element: Any, anchor: Span) -> Node:
        """An element and its properties."""
        kind = str(element.attributes.get("itemtype") or "").rstrip("/").rpartition("/")[2]
        found: dict[str, Node] = {"@type": Node(kind, anchor)} if kind else {}
        for name, inner in self._properties(element, 0):
            node = self._value(inner, anchor)
            for part in name.split():
                add_to(found, part, node)
        return Node(found, anchor)

    def _properties(self, element: Any, depth: int) -> Iterator[tuple[str, Any]]:
        """The elements that are properties of an item, not of one within it."""
        for inner in element.iter(include_text=False):
            self.left -= 1
            if self.left < 0 or depth > _DEEPEST:
                return
            given = inner.attributes
            name = given.get("itemprop")
            if name:
                yield str(name), inner
            if "itemscope" not in given:
                yield from self._properties(inner, depth + 1)

    def _value(self, element: Any, anchor: Span) -> Node:
        given = element.attributes
        if "itemscope" in given:
            own = str(given.get("itemtype") or given["itemprop"])
            return self.item(element, self.place(own, anchor))
        said = given.get("content")
        said = given.get(_IN.get(element.tag, "")) if said is None else said
        if said is not None:
            text = str(said)
            return Node(text, self.place(text, anchor) if text else anchor)
        words = " ".join((element.text() or "").split())
        span = self.place(words[:_SHOWN], anchor) if words else anchor
        is_text = given["itemprop"] == "description"  # whose paragraphs count
        return Node(element.inner_html if is_text else words, span)
