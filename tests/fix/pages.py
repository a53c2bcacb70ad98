"""Pages with slips that have fixes, and fixing without a face."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from jdlint.config.project import Project
from jdlint.core.diagnostic import Diagnostic, Edit
from jdlint.core.text import Source
from jdlint.engine.checker import Checker
from jdlint.engine.planning.build_plan import build_plan
from jdlint.engine.planning.request import Request
from jdlint.fix.rounds import Answer, Chooser, Kinds, Offer, Outcome, edits_of, fix

SAFE = Kinds(frozenset(("safe",)))
ALL = Kinds(frozenset(("safe", "unsafe")))
SLIPS = """---
layout: job
titel: "Heat Pump Installer" # kept: as it is
---

You install heat pumps in order to warm homes around Kyoto.\x20

## Responsibilities

* Install heat pumps.
* Teach customers how to use them


* Keep the the vans tidy

## Requirements

* Two years of experience as an installer
* A driving licence
"""


@cache
def checker() -> Checker:
    """The checks of a project that configures nothing, without the grammar engine:
    it has no fixes that are made unasked."""
    off = ("grammar/misspelling", "grammar/engine-remark")
    return Checker(build_plan(Project(Path(__file__).parent), ignore=off))


@dataclass
class Recording:
    """A chooser that remembers each fix that was made, with the text it was made in."""

    inner: Chooser
    made: list[tuple[str, tuple[Edit, ...]]] = field(default_factory=list)

    def wants(self, d: Diagnostic, source: Source) -> bool:
        return self.inner.wants(d, source)

    def takes(self, d: Diagnostic) -> bool:
        return self.inner.takes(d)

    def answers(self, offers: Sequence[Offer]) -> Sequence[Answer]:
        self.made.extend((offer.source.text, edits_of(offer.diagnostic)) for offer in offers)
        return self.inner.answers(offers)


def fixed(
    root: Path, text: str, chooser: Chooser = SAFE, path: str = "jobs/a.md"
) -> tuple[str, Outcome]:
    """A page's text once it is fixed, and all that came of it."""
    data = text.encode()
    outcome = fix(Request(root, (), path, data, 1), checker(), chooser)
    return outcome.after.get(path, data).decode(), outcome
