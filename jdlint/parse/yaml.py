"""YAML (and JSON) front matter with the span of every node."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from jdlint.core.late import late
from jdlint.core.page import Defect, Value
from jdlint.core.text import Span

_NESTING = late(r"[\[{]")
_DASHES = late(r"(?:- ?){60}")
_MOST_NODES = 5_000
_MOST_OPEN = 2_000
_DEEPEST = 40
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONSTRUCTOR = yaml.constructor.SafeConstructor()
_TYPES = {
    "int": "construct_yaml_int",
    "float": "construct_yaml_float",
    "bool": "construct_yaml_bool",
}

Read = tuple[Any, tuple[Value, ...], tuple[Defect, ...]]


def read_yaml(text: str, at: int) -> Read:
    """Data, values and defects of YAML ``text`` that stands at offset ``at`` of its page; dates
    stay strings."""
    if len(_NESTING.findall(text)) > _MOST_OPEN or _DASHES.search(text):
        return {}, (), (Defect("unparsable", Span(at, at + 1), "it is nested too deeply"),)
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        return {}, (), (_unparsable(error, text, at),)
    if node is None:
        return {}, (), ()
    walk = _Walk(at)
    data = walk.node(node, (), Span(at, at))
    return data, tuple(walk.values), tuple(walk.defects)


def _unparsable(error: yaml.YAMLError, text: str, at: int) -> Defect:
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in str(getattr(error, "problem", "")):
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
    if "mapping values are not allowed" in reason:
        return "put the value in quotes, because it holds a colon followed by a space"
    if "cannot start any token" in reason:
        tab = "\t" in line
        return (
            "use spaces here, not a tab"
            if tab
            else "put the value in quotes, it starts with a mark that YAML reserves"
        )
    if "could not find expected ':'" in reason:
        return "this line has no “key: value”"
    if "undefined alias" in reason or "expected alphabetic" in reason:
        return "put the value in quotes, because “*” and “&” have a meaning in YAML"
    if "unexpected end of stream" in reason:
        return "a quote is opened and never closed"
    return reason


class _Walk:
    """Collects the rows of a composed tree; aliases are read once each, so that a short text stays
    a short walk."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.values: list[Value] = []
        self.defects: list[Defect] = []
        self.seen: dict[int, Any] = {}

    def span(self, node: yaml.Node) -> Span:
        return Span(self.at + node.start_mark.index, self.at + node.end_mark.index)

    def node(self, node: yaml.Node, path: tuple[str | int, ...], key: Span) -> Any:
        if id(node) in self.seen:
            return self.seen[id(node)]
        if len(path) > _DEEPEST or len(self.values) > _MOST_NODES:
            return None
        self.seen[id(node)] = None
        index = len(self.values)
        self.values.append(Value(path, key, self.span(node), None))
        data = self._data(node, path)
        self.seen[id(node)] = data
        self.values[index] = self.values[index]._replace(value=data)
        return data

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
