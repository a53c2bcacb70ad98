"""Checks: frozen dataclasses whose fields are a rule's parameters and whose methods yield findings.

A check is pure: no I/O, no configuration, no severity. The module ``jdlint/checks/some_name.py`` holds the dataclass
``SomeName``, which a rule file calls ``check: some-name``. A check has one or more of the methods below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

if TYPE_CHECKING:
    from jdlint.diagnostic import Finding
    from jdlint.page import Page
    from jdlint.site import Site


class Hit(NamedTuple):
    """Needle number ``needle`` of a check stands at ``page.lower[start:end]`` (offsets in the prose)."""

    needle: int
    start: int
    end: int


@runtime_checkable
class PageCheck(Protocol):
    """Looks at one page.

    Two attributes may say what a page must show to be asked about: ``marks`` (literals of which its source must hold one;
    a line end is taken to follow the last line) and ``facets`` (see ``jdlint.looks``), of either of which one is enough.
    """

    def check(self, page: Page) -> Iterator[Finding]: ...


@runtime_checkable
class NeedleCheck(Protocol):
    """Looks at a page only where one of its lower-case literals stands in the prose.

    One automaton pass finds the literals of all rules; ``hits`` are in order of their end and may overlap.
    """

    @property
    def needles(self) -> Sequence[str]: ...

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]: ...


@runtime_checkable
class SiteCheck(Protocol):
    """Looks at what all pages of a site tell; its findings name their page in ``path``.

    ``across`` may say what a site must show to be asked about (see ``jdlint.looks.shown_by``), such as several ``pages``.
    """

    def check_site(self, site: Site) -> Iterator[Finding]: ...
