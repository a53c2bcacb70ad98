"""An inline element while a header is read."""

from __future__ import annotations


class Element:
    """An inline element: its text so far, the kind of its last child (``""`` for none) and how many
    images it has."""

    __slots__ = ("images", "kind", "last", "text")

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.text: list[str] = []
        self.last = ""
        self.images = 0

    def add_text(self, text: str) -> None:
        if text:
            self.text.append(text)
            self.last = "text"

    def add(self, kind: str, text: str = "") -> None:
        self.text.append(text)
        self.last = kind
