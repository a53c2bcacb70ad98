"""JSON-LD that says a thing once and refers to it elsewhere, as “@graph” of most plugins does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jdlint.posting.published.nodes import Node

_ONLY = frozenset(("@id", "@type"))
_DEEPEST = 4  # levels of a posting in which references are looked for
_MOST = 50_000  # nodes that are looked through


def resolved(jobs: Sequence[Node], nodes: Sequence[Node]) -> list[Node]:
    """Postings with what they refer to by ``@id`` in the place of the references; what no part of
    the page says stays a reference."""
    known = _by_id(nodes)
    return [_resolved(job, known, 0) for job in jobs] if known else list(jobs)


def _by_id(nodes: Sequence[Node]) -> dict[str, Node]:
    """What says more of a thing than what it is called, by its ``@id``; the first that does."""
    found: dict[str, Node] = {}
    todo = list(reversed(nodes))
    for _ in range(_MOST):
        if not todo:
            break
        value = (here := todo.pop()).value
        if isinstance(value, list):
            todo.extend(reversed(value))
        elif isinstance(value, dict):
            name = value.get("@id")
            if name and isinstance(name.value, str) and not value.keys() <= _ONLY:
                found.setdefault(name.value, here)
            todo.extend(reversed(value.values()))
    return found


def _resolved(node: Node, known: Mapping[str, Node], depth: int) -> Node:
    value = node.value
    if depth > _DEEPEST:
        return node
    if isinstance(value, list):
        return Node([_resolved(part, known, depth + 1) for part in value], node.span)
    if not isinstance(value, dict):
        return node
    name = value.get("@id")
    if depth and name and value.keys() <= _ONLY and isinstance(name.value, str):
        target = known.get(name.value)
        return _resolved(target, known, depth + 1) if target else node
    inner = {key: _resolved(part, known, depth + 1) for key, part in value.items()}
    return Node(inner, node.span)
