"""The sections of a page as a list, and what a posting has that this one lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jdlint.core.light import Any, NamedTuple
from jdlint.core.page import Page
from jdlint.posting.kinds import section_kind, table_of
from jdlint.posting.sections import applies, spec_of, specs_of

# what candidates look for first, where the project says nothing of its own
_EXPECTED = ("duties", "requirements", "benefits", "process")


class Part(NamedTuple):
    """A section: its level, its title, and the 1-based line that it starts on."""

    level: int
    title: str
    line: int
    kind: str


class Missing(NamedTuple):
    """A section that is not there: a name that the project has for it, or a kind; ``firm`` where
    the project requires it."""

    name: str
    kind: str
    firm: bool


class Outline(NamedTuple):
    parts: tuple[Part, ...]
    missing: tuple[Missing, ...]


def outline(page: Page, sections: Sequence[Mapping[str, Any]]) -> Outline:
    """The outline of a page; ``sections`` are the project's."""
    table = table_of(sections)
    parts = tuple(
        Part(
            section.heading.level,
            section.heading.text,
            page.source.position(section.heading.line.start).line,
            section_kind(page, index, table),
        )
        for index, section in enumerate(page.sections)
    )
    specs = specs_of(sections)
    wanted = [spec for spec in specs if spec.presence and applies(spec, page.meta)]
    if wanted:
        there = {spec.name for part in parts if (spec := spec_of(part.title, specs))}
        missing = tuple(
            Missing(spec.name, "", spec.presence == "required")
            for spec in wanted
            if spec.name not in there
        )
    else:
        kinds = {part.kind for part in parts} | ({"benefits"} if _pays(parts) else set())
        missing = tuple(Missing("", kind, False) for kind in _EXPECTED if kind not in kinds)
    return Outline(parts, missing)


def _pays(parts: Sequence[Part]) -> bool:
    """What is paid is part of what is offered."""
    return any(part.kind == "pay" for part in parts)
