"""Days as feeds and exports write them."""

from __future__ import annotations

from datetime import date
from email.utils import parsedate_to_datetime

from jdlint.core.patterns import regex as re
from jdlint.core.tools import lru_cache

_DAY = re.late(r"(\d{4}-\d\d-\d\d)(.*)", re.DOTALL)


@lru_cache(maxsize=256)  # a feed has the same days again and again
def day(text: str) -> date | None:
    """The day that a text in ISO 8601 or in the form of mails says; None for others."""
    match = _DAY.fullmatch(text)
    try:
        if match:
            return date.fromisoformat(match[1])
        return parsedate_to_datetime(text).date() if "," in text else None
    except (ValueError, TypeError, IndexError):
        return None
