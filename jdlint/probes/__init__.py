"""Probes: the only code that asks the world, or an engine that is not ours. Shared by all grammar engines: what they say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class ProbeError(Exception):
    """The world did not answer; the text is one sentence that says what to do."""


class Remark(NamedTuple):
    """What a grammar engine says of ``text[start:end]`` (code points); ``kind`` is ``spelling`` or ``grammar``."""

    start: int
    end: int
    rule: str
    message: str
    replacements: tuple[str, ...]
    kind: str


class GrammarEngine(Protocol):
    """Checks texts that do not depend on each other; ``settings`` and ``version`` tell when an old answer still counts."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    @property
    def settings(self) -> str: ...

    def check(self, texts: Sequence[str]) -> list[list[Remark]]:
        """The remarks on each text, in order of their place; raises ``ProbeError`` where the engine cannot answer."""
        ...

    def close(self) -> None:
        """Let go of what the engine holds; asking again starts anew."""
        ...
