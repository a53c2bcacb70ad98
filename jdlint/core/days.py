"""``date`` of ``datetime``, without the module around it, whose import takes 2 ms of a page."""

from __future__ import annotations

from jdlint.core.light import TYPE_CHECKING

__all__ = ["date"]

if TYPE_CHECKING:
    from datetime import date
else:
    try:
        from _datetime import date  # built in: the very class that datetime gives
    except ImportError:
        from datetime import date
