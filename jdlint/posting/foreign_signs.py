"""What tells job pages in other languages than English: their folders, headings and neighbours."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.tools import cache
from jdlint.lang.language import all_languages

_HEADING = (
    r"^(?:>[ ]?|[ \t]){0,24}(?:#{1,6}[ \t]*|<h[1-6]\b[^<>\n]{0,200}>|(?=\*\*|__))"
    r"(?::[a-z0-9_+-]{1,40}:|[^\w\s<>#:]|_|[ \t]){0,8}(?P<name>%s)"
    r"(?:[ \t:*_?!#]|</h[1-6]>|\{[^{}\n]{0,80}\}){0,12}\r?$"
    r"|^(?=[^\n]{1,200}\n(?:===|---))(?P<under>%s)[ \t:]*\r?\n(?:={3,}|-{3,})[ \t]*\r?$"
)

_MARKED = late(
    r"[(\[](?:all genders|gn|[mwdfhxi](?:[/|*,][mwdfhxi]){1,3})[)\]]|\b(?:h/f|f/h)(?:/x)?\Z",
    re.IGNORECASE,
)


def folders() -> list[str]:
    """Patterns of the folders that job pages lie in."""
    return [name.replace(" ", "[-_]?") for row in all_languages() for name in row.folders]


def headings(text: str) -> list[str]:
    """The headings of a text that only postings have, each once."""
    rows = (m["name"] or m["under"] for m in _heading().finditer(text))
    return list({row.lower(): row for row in rows}.values())


def is_beside(path: str) -> bool:
    """Whether a file has the name of a page beside postings."""
    return _beside().search(path) is not None


def called(title: str) -> bool:
    """Whether a title calls for somebody."""
    return _joined("calls").search(title) is not None


def marked(title: str) -> bool:
    """Whether a title bears the marks of gender that stand in titles of postings alone: (m/w/d)."""
    return _MARKED.search(title) is not None


def seeks(words: str) -> bool:
    """Whether a text says that somebody is asked for."""
    return _joined("seeks").search(words) is not None


def says_how(words: str) -> bool:
    """Whether a text says how to apply."""
    return _joined("applies").search(words) is not None


@cache
def _joined(field: str) -> re.Pattern[str]:
    rows = (str(getattr(row, field)) for row in all_languages())
    return late("|".join(f"(?:{row})" for row in rows if row), re.IGNORECASE)


@cache
def _heading() -> re.Pattern[str]:
    names = "|".join(f"(?:{row.headings})" for row in all_languages() if row.headings)
    return late(_HEADING % (names, names), re.MULTILINE | re.IGNORECASE)


@cache
def _beside() -> re.Pattern[str]:
    names = "|".join(row.beside for row in all_languages() if row.beside)
    return late(rf"(?:^|/)(?:{names})\.[^/]*\Z", re.IGNORECASE)
