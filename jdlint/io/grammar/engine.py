"""Probes: the only code that asks the world. Here: what all grammar engines share."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.errors import ProbeError
from jdlint.core.light import Protocol
from jdlint.lang.en.spelling import spelling
from jdlint.site.remarks import Remark

__all__ = ["GrammarEngine", "ProbeError", "Remark", "spelling_remarks"]


def spelling_remarks(text: str) -> list[Remark]:
    """What our own spelling says of an English text: no engine's dictionary knows what to leave
    alone on a job page."""
    return [
        Remark(start, end, "misspelling", "", better, "spelling")
        for start, end, better in spelling.misspellings(text)
    ]


class GrammarEngine(Protocol):
    """Checks texts, each on its own; ``settings`` and ``version`` tell when an old answer still
    counts."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    @property
    def settings(self) -> str: ...

    @property
    def trouble(self) -> str:
        """Why some texts of the last check got no answer; empty where all did."""
        ...

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages that it knows (ISO 639-1)."""
        ...

    def speak(self, code: str) -> None:
        """Take the texts that come for ones in a language, one of ``codes``."""
        ...

    def check(self, texts: Sequence[str]) -> list[list[Remark] | None]:
        """The remarks on each text, in order of their place, None where there was no answer; raises
        ``ProbeError`` where the engine cannot be asked at all."""
        ...

    def close(self) -> None:
        """Let go of what the engine holds; asking again starts anew."""
        ...
