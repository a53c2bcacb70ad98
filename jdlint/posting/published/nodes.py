"""Values with their places in a file, and postings made of them."""

from __future__ import annotations

from datetime import date

from jdlint.core.light import TYPE_CHECKING, Any, NamedTuple, TypeVar
from jdlint.core.patterns import regex as re
from jdlint.core.text import Source, Span
from jdlint.core.tools import lru_cache

if TYPE_CHECKING:
    from collections.abc import Callable

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_FIGURE = re.late(r"[0-9]{1,19}(?:\.[0-9]{1,9})?")
# what stands in words and is not seen: soft hyphens, places where a line may break
_UNSEEN = "\u00ad\u200b\u2060\ufeff"


class Node(NamedTuple):
    """A value and where it stands: a text, a number, a switch, None, a list of nodes, or a mapping
    of names to nodes."""

    value: Any
    span: Span


def add_to(named: dict[str, Node], name: str, node: Node) -> None:
    """Put a value under a name; several of one name are a list."""
    known = named.get(name)
    if known is None:
        named[name] = node
    elif isinstance(known.value, list):
        known.value.append(node)
    else:
        named[name] = Node([known, node], known.span)


class Broken(NamedTuple):
    """A part of a file that cannot be read: its place and why, in words that follow a colon."""

    span: Span
    reason: str


class Shown(NamedTuple):
    """What a visitor reads of a built page: its text, whether it shows a way to apply, how it is
    ``named`` besides (its title, the texts of its pictures), the text in ``low`` letters, and which
    ``lang`` it says that it is in."""

    text: str
    applies: bool
    named: str = ""
    low: str = ""
    lang: str = ""


class Posting(NamedTuple):
    """One posting in JobPosting's terms, whatever it was read from; ``form`` is ``jsonld``,
    ``microdata`` or a board's name; ``anchor`` is where something that it lacks is reported."""

    form: str
    node: Node
    anchor: Span


class Published(NamedTuple):
    """A file, or a line of one; ``page`` is what people see of a built page, else None;
    ``today`` is the day that dates are compared with."""

    source: Source
    postings: tuple[Posting, ...]
    broken: tuple[Broken, ...] = ()
    page: Shown | None = None
    today: date = date(2026, 1, 1)


@lru_cache(maxsize=512)  # the paths that rules ask for
def _steps(path: str) -> tuple[str, ...]:
    return tuple(path.split(".")) if path else ()


def every(node: Node, path: str) -> list[Node]:
    """The values at a dotted path; each part of a list counts."""
    names = _steps(path)
    for number, name in enumerate(names):
        value = node.value
        if isinstance(value, list):
            return _of_parts(value, ".".join(names[number:]))
        found = value.get(name) if isinstance(value, dict) else None
        if found is None:
            return []
        node = found
    return _of_parts(node.value, "") if isinstance(node.value, list) else [node]


def _of_parts(parts: list[Node], path: str) -> list[Node]:
    return [found for part in parts for found in every(part, path)]


def first(node: Node, path: str) -> Node | None:
    """The first value at a dotted path that says something."""
    here = node
    for name in _steps(path):  # the way without lists, which most go
        if type(here.value) is not dict:
            break
        inner = here.value.get(name)
        if inner is None:
            return None
        here = inner
    else:
        if type(here.value) is not list:
            return None if is_empty(here) else here
    return next((found for found in every(node, path) if not is_empty(found)), None)


def says(node: Node, path: str) -> bool:
    """Whether a value that says something stands at a dotted path, with no list on the way."""
    for name in _steps(path):
        if type(node.value) is not dict or name not in node.value:
            return False
        node = node.value[name]
    return type(node.value) is not list and not is_empty(node)


def text_at(node: Node, path: str) -> str:
    """The text or number at a dotted path; empty where there is none."""
    found = first(node, path)
    return plain(found) if found else ""


def plain(node: Node) -> str:
    """A text or number as text; empty for everything else."""
    value = node.value
    if type(value) is str:  # most are
        return value.strip()
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def is_figure(node: Node) -> bool:
    """Whether a value is a number, or a text of digits."""
    return _FIGURE.fullmatch(plain(node)) is not None


def is_empty(node: Node) -> bool:
    """Whether a value says nothing."""
    value = node.value
    if type(value) is str:
        return not value or value.isspace()
    return value is None or value == [] or value == {}


def stands(page: str, text: str) -> bool:
    """Whether a text stands in another as it is written, between other marks than letters."""
    at = page.find(text)
    end = at + len(text)
    return at >= 0 and not page[at - 1 : at].isalnum() and not page[end : end + 1].isalnum()


def seen(text: str) -> str:
    """A text without what nobody sees; most have none of it."""
    for mark in () if text.isascii() else _UNSEEN:
        text = text.replace(mark, "")
    return text


def of_last(make: Callable[[_Given], _Made]) -> Callable[[_Given], _Made]:
    """A function that remembers what it made of the last thing that it was asked about, as several
    rules ask about one posting after the other."""
    kept: list[tuple[_Given, _Made]] = []

    def made(given: _Given) -> _Made:
        if kept and kept[0][0] is given:
            return kept[0][1]
        row = given, make(given)
        kept[:] = [row]
        return row[1]

    return made
