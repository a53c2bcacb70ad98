"""JSON with the place of each value. Linear, at most 100 deep; strings are read by Python's own
reader."""

from __future__ import annotations

from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # what json itself reads with

from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.posting.published.nodes import Broken, Node
from jdlint.posting.published.why_broken import json_reason

_DEEPEST = 100
_NUMBER = re.late(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_SPACE = r"[ \t\n\r]*"
_TEXT = r'"([^"\\\x00-\x1f]*)"'
_PLAIN = re.late(_TEXT)
# a name, and where a plain text is its value, as of most, that too, and the mark behind it
_MEMBER = re.late(f"{_SPACE}{_TEXT}{_SPACE}:{_SPACE}(?:{_TEXT}{_SPACE}([,}}]))?")
_HALF = re.late(r"[\ud800-\udfff]")  # of a pair, alone: JSON may escape it, no text can hold it
_LONGEST = 300  # digits of a number
_WORDS = {"true": True, "false": False, "null": None}


class BrokenJsonError(Exception):
    """JSON that cannot be read; ``broken`` has its place."""

    def __init__(self, at: int, reason: str) -> None:
        super().__init__(reason)
        self.broken = Broken(Span(at, at), reason)


def read_json(text: str, start: int = 0, end: int | None = None) -> Node:
    """The value that ``text[start:end]`` is, its places counted from the start of ``text``; raises
    ``BrokenJsonError``."""
    reader = _Reader(text[:end] if end is not None and end < len(text) else text)
    node = reader.value(reader.space(start), 0)
    rest = reader.space(node.span.end)
    if rest < len(reader.text):
        raise BrokenJsonError(rest, "something follows after its end")
    return node


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self._skip = re.compile(r"[ \t\n\r]*").match
        self._member, self._plain = _MEMBER.match, _PLAIN.match

    def space(self, at: int) -> int:
        """Where the next letter that is no white space stands."""
        match = self._skip(self.text, at)
        return match.end() if match else at

    def value(self, at: int, depth: int) -> Node:
        """The value that starts here."""
        if depth > _DEEPEST:
            raise BrokenJsonError(at, f"it is more than {_DEEPEST} levels deep")
        letter = self.text[at : at + 1]
        if letter == '"':
            match = self._plain(self.text, at)
            text, end = (match[1], match.end()) if match else self.string(at)
            return Node(text, Span(at, end))
        if letter == "{":
            return self.object(at, depth)
        if letter == "[":
            return self.array(at, depth)
        return self.atom(at)

    def string(self, at: int) -> tuple[str, int]:
        try:
            text, end = scanstring(self.text, at + 1, True)
        except JSONDecodeError as error:
            raise BrokenJsonError(error.pos, json_reason(error.msg)) from error
        # one is written as an escape; most texts have none
        return (_HALF.sub("\ufffd", text) if "\\u" in self.text[at:end] else text), end

    def name(self, at: int) -> tuple[str, int]:
        """A member's name, and where its value starts."""
        if self.text[at : at + 1] != '"':
            raise BrokenJsonError(at, "a name in double quotes is expected here")
        name, end = self.string(at)
        here = self.space(end)
        if self.text[here : here + 1] != ":":
            raise BrokenJsonError(here, "a colon is expected here")
        return name, self.space(here + 1)

    def atom(self, at: int) -> Node:
        for word, value in _WORDS.items():
            if self.text.startswith(word, at):
                return Node(value, Span(at, at + len(word)))
        match = _NUMBER.match(self.text, at)
        if not match or match.end() - at > _LONGEST:
            raise BrokenJsonError(at, "a value is expected here")
        number: Any = float(match[0]) if match[1] or match[2] else int(match[0])
        return Node(number, Span(at, match.end()))

    def object(self, at: int, depth: int) -> Node:
        found: dict[str, Node] = {}
        here, comma = at + 1, -1
        while True:
            match = self._member(self.text, here)
            if match and match[3]:
                start, here = match.span(2)[0], match.end()
                found[match[1]] = Node(match[2], Span(start - 1, match.end(2) + 1))
                comma = here - 1
                if match[3] == "}":
                    return Node(found, Span(at, here))
                continue
            if match:
                name, here = match[1], match.end()
            else:
                here = self.space(here)
                if self._ends(here, "}", comma):
                    return Node(found, Span(at, here + 1))
                name, here = self.name(here)
            value = self.value(here, depth + 1)
            found[name] = value
            comma = here = self.space(value.span.end)
            if self._ends_here(here, "}"):
                return Node(found, Span(at, here + 1))
            here += 1

    def array(self, at: int, depth: int) -> Node:
        found: list[Node] = []
        here, comma = self.space(at + 1), -1
        while not self._ends(here, "]", comma):
            value = self.value(here, depth + 1)
            found.append(value)
            comma = here = self.space(value.span.end)
            if self._ends_here(here, "]"):
                break
            here = self.space(here + 1)
        return Node(found, Span(at, here + 1))

    def _ends(self, at: int, close: str, comma: int) -> bool:
        """Whether the closing mark stands here, where it may: behind no comma."""
        if self.text[at : at + 1] != close:
            return False
        if comma >= 0:
            raise BrokenJsonError(comma, "a comma stands before the end")
        return True

    def _ends_here(self, at: int, close: str) -> bool:
        """Whether the closing mark follows a value; a comma has to stand there else."""
        mark = self.text[at : at + 1]
        if mark not in (",", close):
            raise BrokenJsonError(at, f"a comma or “{close}” is expected here")
        return mark == close
