"""Pages that hold several jobs."""

from __future__ import annotations

from jdlint.core.page import Page
from jdlint.core.read_once import read_once
from jdlint.core.tools import Counter
from jdlint.posting.tells import names_role

_TWO = 2


@read_once
def several_jobs(page: Page) -> bool:
    """Whether two headings of one level name roles, each another one."""
    named = {(row.level, row.text.strip().lower()) for row in page.headings if names_role(row.text)}
    return max(Counter(level for level, _ in named).values(), default=0) >= _TWO
