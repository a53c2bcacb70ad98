"""How much YAML may ask for: told from the parser's events, before anything is built from them."""

from __future__ import annotations

import yaml

from jdlint.core.light import Any, NamedTuple
from jdlint.parse.meta.depth import DEEPEST

MOST = 50_000  # keys and values
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class Excess(NamedTuple):
    """What a text asks for too much, as a sentence without its subject, and at which offset."""

    reason: str
    offset: int


def excess(text: str, *, aliases: bool = False, deepest: int = DEEPEST) -> Excess | None:
    """The first thing that a YAML text has too much of; ``aliases``: whether it may refer back.

    Raises ``yaml.YAMLError`` for what is no YAML.
    """
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
        at = event.start_mark.index if event.start_mark else 0
        if isinstance(event, _OPENING):
            depth += 1
        elif isinstance(event, _CLOSING):
            depth -= 1
        elif isinstance(event, yaml.AliasEvent) and not aliases:
            return Excess("it refers back to another value (“*”), write the value out", at)
        if depth > deepest:
            return Excess("it is nested too deeply", at)
        if count > MOST:
            return Excess(f"it holds more than {MOST:,} values", at)
    return None
