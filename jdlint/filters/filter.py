"""What a filter of diagnostics is."""

from __future__ import annotations

from collections.abc import Callable, Set

from jdlint.core.diagnostic import Diagnostic
from jdlint.core.light import NamedTuple
from jdlint.core.page import Reader


class Filtered(NamedTuple):
    """The diagnostics to go on with, and sentences about the others."""

    diagnostics: list[Diagnostic]
    notices: tuple[str, ...] = ()


# from diagnostics (paths from the root), the sources of pages, and the pages that are reported
Filter = Callable[[list[Diagnostic], Reader, Set[str]], Filtered]
