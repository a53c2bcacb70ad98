"""What is read off a page once, for all checks that ask."""

from __future__ import annotations

from collections.abc import Callable

from jdlint.core.light import TYPE_CHECKING
from jdlint.core.page import Page
from jdlint.core.tools import wraps

if TYPE_CHECKING:
    from typing import Concatenate, ParamSpec

    from jdlint.core.light import TypeVar

    _P = ParamSpec("_P")
    _T = TypeVar("_T")


def read_once(
    read: Callable[Concatenate[Page, _P], _T],
) -> Callable[Concatenate[Page, _P], _T]:
    """Remembers on a page what is read off it, for all checks that ask; further arguments are part
    of the question and hashable."""

    @wraps(read)
    def known(page: Page, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        key = (read, *args)
        if key not in page.memo:
            page.memo[key] = read(page, *args, **kwargs)
        found: _T = page.memo[key]
        return found

    return known
