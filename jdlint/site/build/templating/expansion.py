"""What templating leaves of a page: its text with the includes that are known, and why it may not
be all."""

from __future__ import annotations

from collections.abc import Callable

from jdlint.core.light import dataclass, field
from jdlint.core.patterns import regex as re
from jdlint.site.build.front_matter import body_of
from jdlint.site.build.tree import Tree

MAX_DEPTH = 6
MAX_TEXT = 4_000_000
Find = Callable[[str, str], "str | None"]
# the value of an id or a name that has begun
_IN_ID = re.late(r"(?:\b(?:id|name)\s*=\s*[\"']?[^\"'<>]*|\{:?\s*#[\w-]*)\Z", re.I)
_HEADING = re.late(
    r"(?m)^[ \t>]*#{1,6}|^[ \t]*(?:=+|-+)[ \t]*$|<h[1-6]\b|\bid\s*=|\bname\s*=|\{:?\s*#", re.I
)


@dataclass(slots=True)
class Expansion:
    """``unknown`` says what may bring headings that are not in the text; empty where the text is
    all there is."""

    tree: Tree
    find: Find
    unknown: list[str] = field(default_factory=list)
    render: Callable[[str, str], str] = lambda _path, text: text
    size: int = 0
    stack: list[str] = field(default_factory=list)

    def doubt(self, reason: str) -> None:
        if len(self.unknown) < 20 and reason not in self.unknown:
            self.unknown.append(reason)

    def include(self, name: str, path: str, expand: Callable[[Expansion, str, str], str]) -> str:
        """The text of an include, its own includes expanded; empty where it is not in the tree."""
        found = self.find(name, path)
        text = self.tree.read(found) if found is not None and found not in self.stack else None
        if text is None or found is None:
            self.doubt(f"“{name}” is not in the tree")
            return ""
        self.size += len(text)
        if len(self.stack) >= MAX_DEPTH or self.size > MAX_TEXT:
            self.doubt(f"“{name}” is nested too deeply")
            return ""
        self.stack.append(found)
        body = body_of(text)
        result = expand(self, body, found)
        self.stack.pop()
        return self.render(found, result)


def may_hold_ids(text: str) -> bool:
    """Whether a piece of text could give an id: a heading, an attribute, an attribute list."""
    return bool(_HEADING.search(text))


def alone_on_line(text: str, start: int, end: int) -> bool:
    """Whether only white space stands beside ``text[start:end]`` on its lines."""
    before = text.rfind("\n", 0, start) + 1
    after = text.find("\n", end)
    return (
        not text[before:start].strip()
        and not text[end : after if after >= 0 else len(text)].strip()
    )


def line_of(text: str, at: int) -> str:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start : end if end >= 0 else len(text)]


def in_heading(text: str, at: int) -> bool:
    """Whether the offset stands in an ATX heading, whose id then is not known."""
    return line_of(text, at).lstrip(" >\t").startswith("#")


def in_id(text: str, at: int) -> bool:
    """Whether the offset stands in the value of an ``id`` or ``name``."""
    before = text[max(0, at - 200) : at]
    return bool(_IN_ID.search(before))
