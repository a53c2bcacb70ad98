"""What a bulk run goes by; plain data, so that it travels to other processes and machines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from jdlint.config.project import Project
from jdlint.core.light import Any, Literal, NamedTuple, dataclass, field

Form = Literal["auto", "markdown", "html", "plain"]
# how many times a row's seconds, which are its processor's, the clock may show: on a busy machine
# good rows wait for their turn
PATIENCE = 6.0
_GRACE = 5.0  # seconds of the clock after which a row that does not heed its alarm is stopped
FORMS: tuple[Form, ...] = ("auto", "markdown", "html", "plain")


class Columns(NamedTuple):
    """The columns of the input by what they hold; empty: there is none."""

    text: str
    id: str = ""
    group: str = ""
    title: str = ""
    language: str = ""
    date: str = ""

    @property
    def given(self) -> tuple[tuple[str, str], ...]:
        """What a column holds and its name in the input, for those that there are."""
        return tuple((part, name) for part, name in self._asdict().items() if name)


@dataclass(frozen=True, slots=True)
class Settings:
    """``root`` and ``config`` are the project's; a row may take ``seconds`` and have ``largest``
    bytes of text. ``similar``: what near-duplicates are found by is kept of each row."""

    columns: Columns
    form: Form = "auto"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    root: str = "."
    config: Mapping[str, Any] = field(default_factory=dict)
    seconds: float = 10.0  # the slowest of 2,193 real pages takes less than one
    largest: int = 2_000_000  # the largest posting among 12,000 real ones has 80 kB
    similar: bool = True

    @property
    def project(self) -> Project:
        """The project whose configuration holds."""
        return Project(Path(self.root), None, self.config)

    def packed(self) -> str:
        """The same as text."""
        names = ("form", "select", "ignore", "root", "config", "seconds", "largest", "similar")
        data = {name: getattr(self, name) for name in names}
        data["columns"] = list(self.columns)
        data["config"] = dict(self.config)
        return json.dumps(data, sort_keys=True, ensure_ascii=False, default=str)


def stopped_after(seconds: float) -> float:
    """The seconds of the clock after which a row that may take ``seconds`` is stopped from
    outside."""
    return seconds * PATIENCE + _GRACE


def unpacked(text: str) -> Settings:
    """The settings that ``packed`` packed."""
    data = json.loads(text)
    data["columns"] = Columns(*data["columns"])
    for name in ("select", "ignore"):
        data[name] = tuple(data[name])
    return Settings(**data)
