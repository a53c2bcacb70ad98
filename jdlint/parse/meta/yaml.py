"""YAML (and JSON) front matter with the span of every node."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from jdlint.core.light import Any
from jdlint.core.page import Defect, Value
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span
from jdlint.parse.meta.depth import DEEPEST, depth_of
from jdlint.parse.meta.yaml_limits import excess

# only text with one of these can be nested deeply: marks far from the margin, or many brackets
_INDENTED = late(r"^[ \t?:-]{30}", re.MULTILINE)
_BRACKETS = late(r"[\[{]")
_MOST_NODES = 5_000
_MOST_EXPANDED = 20_000  # values, where each alias counts for all that it stands for
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONSTRUCTOR = yaml.constructor.SafeConstructor()
_TYPES = {
    "int": "construct_yaml_int",
    "float": "construct_yaml_float",
    "bool": "construct_yaml_bool",
}

Read = tuple[Any, tuple[Value, ...], tuple[Defect, ...]]


class _TooMuchError(Exception):
    """A text that stands for more values than are read."""

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason, self.offset = reason, offset


def read_yaml(text: str, at: int, *, aliases: bool = True) -> Read:
    """Data, values and defects of YAML ``text`` that stands at offset ``at`` of its page; dates
    stay strings.

    ``aliases``: whether values may refer back to others, as in a page and not in a configuration.
    """
    try:
        found = excess(text, aliases=aliases) if _may_exceed(text, aliases) else None
        if found is not None:
            raise _TooMuchError(found.reason, found.offset)
        node = yaml.compose(text, Loader=_LOADER)
        if node is None:
            return {}, (), ()
        walk = _Walk(at)
        data = walk.node(node, (), Span(at, at))
        if walk.aliased and depth_of(data) > DEEPEST:
            raise _TooMuchError("its aliases nest too deeply", 0)
    except _TooMuchError as error:
        start = at + error.offset
        return {}, (), (Defect("unparsable", Span(start, start + 1), error.reason),)
    except yaml.YAMLError as error:
        return {}, (), (_unparsable(error, text, at),)
    return data, tuple(walk.values), tuple(walk.defects)


def _may_exceed(text: str, aliases: bool) -> bool:
    """Whether a text can hold too much of something, so that its events are to be looked at."""
    if not aliases and "*" in text:
        return True
    return _INDENTED.search(text) is not None or len(_BRACKETS.findall(text)) > DEEPEST


def _unparsable(error: yaml.YAMLError, text: str, at: int) -> Defect:
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", ""))
    if any(words in problem for words in _BEFORE):  # seen later than where it went wrong
        mark = getattr(error, "context_mark", None) or mark
    start = min(mark.index if mark else getattr(error, "position", 0), len(text))
    end = next(
        (i for i in range(start, min(start + 80, len(text))) if text[i] in "\r\n"),
        min(start + 80, len(text)),
    )
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "this is not YAML"
    return Defect(
        "unparsable", Span(at + start, at + max(end, start)), explain(str(reason), text, start)
    )


def explain(reason: str, text: str, start: int) -> str:
    """What the YAML parser says, in words that a writer can act on; the parser's own where we know
    no better."""
    line = text[text.rfind("\n", 0, start) + 1 : start + 40]
    if "mapping values are not allowed" in reason and line[:1] in " \t":
        above = text[: text.rfind("\n", 0, start) + 1].rstrip("\r\n").rpartition("\n")[2]
        if above[:1] not in " \t-" and not above.rstrip().endswith(":"):
            return "this line starts further in than the one above; take the space before it out"
    if "mapping values are not allowed" in reason:
        return "put the value in quotes, because it holds a colon followed by a space"
    if "cannot start any token" in reason:
        tab = "\t" in line
        return (
            "use spaces here, not a tab"
            if tab
            else f"put the value in quotes, because “{text[start : start + 1]}” cannot start one"
        )
    if "could not find expected ':'" in reason:
        return "this line has no “key: value”"
    if "undefined alias" in reason or "expected alphabetic" in reason:
        return "put the value in quotes, because “*” and “&” have a meaning in YAML"
    mark = text[:start].rstrip(" ")[-1:]
    if "did not find expected" in reason and mark and mark in "\"'":
        other = "“'”" if mark == '"' else '“"”'
        doubled = '\\"' if mark == '"' else "''"
        return (
            f"the value ends at its second quote: put {other} around the whole of it, "
            f"or write {doubled} for a quote inside"
        )
    if "did not find expected key" in reason:
        return _no_key(text, start, line)
    return next((words for known, words in _WORDS if known in reason), reason)


def _no_key(text: str, start: int, line: str) -> str:
    """Why no name of a value stands where the parser looks for one."""
    mark = text[:start].rstrip(" ")[-1:]
    if mark and mark in "]}":
        return f"the value ends at its “{mark}”: put quotes around the whole of it"
    if text[start : start + 1] in ("]", "}"):
        return f"this “{text[start]}” closes nothing; take it out"
    if line.startswith("-"):
        return "this line belongs to no list; put the name of one above it, such as “tags:”"
    return _UNEVEN


# what is noticed lines after the slip: the parser names the place where it began as context
_BEFORE = ("end of stream", "could not find expected ':'", "',' or ']'", "',' or '}'")
_UNEVEN = "this line does not start where the lines above it do"
# what the parser says, and what a writer can do about it
_WORDS = (
    ("unexpected end of stream", "a quote is opened and never closed"),
    ("tab character", "use spaces here, not a tab"),
    ("expected ',' or ']'", "a list is opened with “[” and never closed"),
    ("expected ',' or '}'", "a group is opened with “{” and never closed"),
    ("unknown escape", "write “\\\\” for the backslash, or put the value in single quotes"),
    ("expected <block end>", _UNEVEN),
    ("expected '-' indicator", _UNEVEN),
    ("expected <document start>", _UNEVEN),
    ("block sequence entries", "put the list on lines of its own, each with “- ” in front"),
    ("expected whitespace or", "put the value in quotes, because “!” has a meaning in YAML"),
    (
        "comment or line break",
        "put the value in quotes, because “|” and “>” have a meaning",
    ),
    (
        "expected node content",
        "put the value in quotes, because its first mark has a meaning",
    ),
    ("non-alphabetical", "a line cannot start with “%” here; put its words in quotes"),
    ("special characters", "a character that cannot be shown stands here; take it out"),
)


class _Walk:
    """Collects the rows of a composed tree; aliases are read once each, so that a short text stays
    a short walk."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.values: list[Value] = []
        self.defects: list[Defect] = []
        self.seen: dict[int, Any] = {}
        self.sizes: dict[int, int] = {}
        self.expanded = 0
        self.aliased = False

    def span(self, node: yaml.Node) -> Span:
        return Span(self.at + node.start_mark.index, self.at + node.end_mark.index)

    def node(self, node: yaml.Node, path: tuple[str | int, ...], key: Span) -> Any:
        known = id(node) in self.seen
        self._count(node, self.sizes.get(id(node), 1) if known else 1)
        if known:
            self.aliased = True
            return self.seen[id(node)]
        self.seen[id(node)] = None
        before, index = self.expanded, len(self.values)
        self.values.append(Value(path, key, self.span(node), None))
        data = self._data(node, path)
        self.seen[id(node)] = data
        self.sizes[id(node)] = self.expanded - before + 1
        self.values[index] = self.values[index]._replace(value=data)
        return data

    def _count(self, node: yaml.Node, more: int) -> None:
        self.expanded += more
        if self.expanded > _MOST_EXPANDED or len(self.values) > _MOST_NODES:
            most = _MOST_EXPANDED if self.expanded > _MOST_EXPANDED else _MOST_NODES
            raise _TooMuchError(f"it stands for more than {most:,} values", node.start_mark.index)

    def _data(self, node: yaml.Node, path: tuple[str | int, ...]) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [
                self.node(child, (*path, i), self.span(child)) for i, child in enumerate(node.value)
            ]
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: tuple[str | int, ...]) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if key.tag == "tag:yaml.org,2002:merge":
                data.update((k, v) for k, v in self._merged(value, path) if k not in data)
                continue
            if name and name in data:
                self.defects.append(Defect("duplicate-key", self.span(key), name))
            data[name] = self.node(value, (*path, name), self.span(key))
        return data

    def _merged(self, node: yaml.Node, path: tuple[str | int, ...]) -> Iterator[tuple[str, Any]]:
        data = self.node(node, (*path, "<<"), self.span(node))
        for mapping in data if isinstance(data, list) else [data]:
            if isinstance(mapping, dict):
                yield from mapping.items()


def _scalar(node: yaml.Node) -> Any:
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    method = _TYPES.get(kind)
    if method is None or len(node.value) > 400:
        return node.value
    try:
        return getattr(_CONSTRUCTOR, method)(node)
    except (ValueError, KeyError, IndexError, OverflowError):
        return node.value
