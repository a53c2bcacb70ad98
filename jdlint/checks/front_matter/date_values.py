"""Dates in the front matter that stand in an order of their own: “10-10-2014”."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re

_FIGURES = re.late(r"\d{1,2}([-/.])\d{1,2}\1\d{4}")
# keys that a generator reads as dates, folded; the schema judges those of JobPosting
_KEYS = frozenset(
    "date publishdate pubdate published lastmod updated modified created expirydate".split()
)


@dataclass(frozen=True)
class DateValues:
    """Reports dates of figures whose year stands last, under keys that generators read as dates.
    Values: ``found``, ``key``."""

    facets: ClassVar[tuple[str, ...]] = ("meta",)

    def check(self, page: Page) -> Iterator[Finding]:
        for value in page.meta.values:
            key = str(value.path[-1]) if value.path else ""
            text = str(value.value).strip()
            if _is_date_key(key) and _FIGURES.fullmatch(text):
                yield Finding(value.span, {"found": text, "key": key})


def _is_date_key(key: str) -> bool:
    return key.lower().replace("_", "").replace("-", "") in _KEYS
