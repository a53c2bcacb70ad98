"""Languages: their names, which of them a rule is for, and what postings say in each.

A language that rules know more of than its frequent words is a package ``jdlint/lang/<code>`` whose
``LANGUAGE`` is one ``Language``, and a row in ``PACKAGES``; all else asks ``language_for``.
"""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.light import NamedTuple
from jdlint.core.loading import module_of
from jdlint.core.tools import cache

# those that ``detect`` tells; in the order of their codes
NAMES = {
    "cs": "Czech", "da": "Danish", "de": "German", "en": "English", "es": "Spanish",
    "fi": "Finnish", "fr": "French", "hu": "Hungarian", "it": "Italian", "lt": "Lithuanian",
    "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "sk": "Slovak", "sl": "Slovenian", "sv": "Swedish", "tr": "Turkish",
}  # fmt: skip


def name_of(code: str) -> str:
    """A language's name, or its code where nobody knows it."""
    unknown = "a language that jdlint does not know"
    return NAMES.get(code) or (unknown if code == "und" else code)


def said_of(languages: Sequence[str]) -> str:
    """The languages of a rule as people read them; empty for all."""
    names = [name_of(code) for code in languages if code != "all"]
    if len(names) < len(languages):
        return ""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


# in the order of their codes; CONTRIBUTING.md adds one
PACKAGES = (
    "de",
    "en",
    "es",
    "fr",
    "it",
    "nl",
    "pt",
)


class Language(NamedTuple):
    """What postings say in a language. Texts are patterns without groups, in RE2 syntax, matched
    whatever the capitals; an empty one says nothing, and what asks for it finds nothing.

    ``months`` (January first) and ``weekdays`` (Monday first) are names with their short forms;
    ``before_day``, ``after_day`` and ``before_year`` are what may stand there besides a space;
    ``day_first`` are the marks between the figures of a date that starts with the day. ``to``
    stands between two amounts, ``between`` before two that ``joined`` joins; ``down`` are words
    after which amounts go down. ``pay`` are words that make a figure pay, ``open_pay`` words that
    name none; ``periods`` say for what pay is: an hour, a day, a week, a month, a year, in order.
    ``place`` are labels before a place. ``headings`` name sections that a posting alone
    has, ``folders`` (a space stands for “-”, “_” or nothing) are where job pages lie, ``beside``
    files among them that are none. ``calls`` are words of titles that call for somebody, ``seeks``
    says in prose that somebody is asked for, ``applies`` how one applies. ``place_keys`` and
    ``pay_keys`` are folded keys of front matter.
    """

    code: str
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    before_day: str = ""
    after_day: str = ""
    before_year: str = ""
    day_first: str = ""
    to: str = ""
    between: str = ""
    joined: str = ""
    down: str = ""
    pay: str = ""
    open_pay: str = ""
    periods: tuple[str, ...] = ()
    place: str = ""
    headings: str = ""
    folders: tuple[str, ...] = ()
    beside: str = ""
    calls: str = ""
    seeks: str = ""
    applies: str = ""
    place_keys: frozenset[str] = frozenset()
    pay_keys: frozenset[str] = frozenset()


@cache
def language_for(code: str) -> Language:
    """The language of a code; one that says nothing where there is no package for it."""
    if code not in PACKAGES:
        return Language(code)
    found: Language = module_of(f"jdlint.lang.{code}").LANGUAGE
    return found


def all_languages() -> tuple[Language, ...]:
    """All languages that have a package."""
    return tuple(map(language_for, PACKAGES))
