"""Values of the front matter that translations of a page should share."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from jdlint.checks._evidence import title_place
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import NamedTuple
from jdlint.core.text import Span
from jdlint.core.tools import Counter, defaultdict
from jdlint.core.words import word_set
from jdlint.lang.language import all_languages
from jdlint.posting.amounts import figures
from jdlint.posting.dates import named_days
from jdlint.posting.jobposting.keys import KEYS, OVER
from jdlint.posting.jobposting.values import kinds_of
from jdlint.posting.pay import fold
from jdlint.posting.translations import Pair
from jdlint.site import Facts
from jdlint.site.facts import ValueFact


def _all(*names: str) -> frozenset[str]:
    return frozenset(key for name in names for key in KEYS[name])


_DAYS = _all("datePosted", "validThrough", "jobStartDate") | word_set(
    "bewerbungsfrist bewerbungsschluss eintrittsdatum datelimite datelimitecandidature fechalimite"
)
_TYPES = _all("employmentType") | word_set("employment anstellungsart beschäftigungsart contrat")
_HOURS = frozenset(("FULL_TIME", "PART_TIME"))  # the others may hold beside each other
_NUMBERS = _all(
    "baseSalary", "minValue", "maxValue", "totalJobOpenings", "identifier", "workHours"
) | word_set("pensum workload")
_SWITCHES = OVER | word_set("open active isopen remote")
_TEXTS = _all(
    "jobLocation", "addressLocality", "addressRegion", "addressCountry", "employmentUnit"
) | word_set("team level seniority category status workplace")
_CUSTOM = 2  # pairs that show which text stands for which
_LONGEST = 60  # characters of a place or a team


class _Both(NamedTuple):
    """A value that both pages of a pair have, by its key."""

    pair: Pair
    key: str
    here: ValueFact
    there: ValueFact


def differ(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """The values on the first page of each pair that cannot stand for those of the other."""
    rows = [row for pair in pairs for row in _both(pair)]
    customs = _Customs(rows)
    for row in rows:
        if _apart(row) or customs.against(row):
            yield _finding(row)
    for pair in pairs:
        yield from _open_and_closed(pair)


def _apart(row: _Both) -> bool:
    """Whether two values surely differ, in whatever languages they are."""
    here, there = _meaning(row, row.here, row.pair.facts), _meaning(row, row.there, row.pair.source)
    return bool(here and there) and here != there


def _meaning(row: _Both, value: ValueFact, facts: Facts) -> Hashable:
    """What a value says in any language; None or empty where that cannot be told."""
    name, _, part = row.key.partition(".")
    text = str(value.value)
    if name in _SWITCHES:
        return ("on", value.value) if isinstance(value.value, bool) else None
    if name in _DAYS:
        return frozenset(day.day for day in named_days(text, facts.language) if day.year)
    if name in _TYPES:
        kinds = kinds_of(text)
        return kinds if kinds <= _HOURS else None
    if part == "currency" or name in KEYS["currency"]:
        return text.casefold()
    if name in _NUMBERS or any(name in language.pay_keys for language in all_languages()):
        return tuple(figure.number for figure in figures(text))
    return None


class _Customs:
    """Which text of one language stands for which of the other, as the pairs of a site have it."""

    def __init__(self, rows: Sequence[_Both]) -> None:
        self._there: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        self._here: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for row in filter(_is_text, rows):
            here, there = _folded(row.here), _folded(row.there)
            self._here[(*_kind(row), there)][here] += 1
            self._there[(*_kind(row), here)][there] += 1

    def against(self, row: _Both) -> bool:
        """Whether both texts of a row have another counterpart, each on several pairs, and this
        pair alone joins them."""
        if not _is_text(row) or _folded(row.here) == _folded(row.there):
            return False
        here = self._here[(*_kind(row), _folded(row.there))]
        there = self._there[(*_kind(row), _folded(row.here))]
        return here[_folded(row.here)] == 1 and all(
            side.most_common(1)[0][1] >= _CUSTOM for side in (here, there)
        )


def _is_text(row: _Both) -> bool:
    name = row.key.partition(".")[0]
    known = name in _TEXTS or any(name in language.place_keys for language in all_languages())
    texts = isinstance(row.here.value, str) and isinstance(row.there.value, str)
    return known and texts and max(len(_folded(v)) for v in (row.here, row.there)) <= _LONGEST


def _kind(row: _Both) -> tuple[str, str, str]:
    return row.key, row.pair.facts.language, row.pair.source.language


def _folded(value: ValueFact) -> str:
    return " ".join(str(value.value).casefold().split())


def _both(pair: Pair) -> Iterator[_Both]:
    """The values that both pages have under one key."""
    there = {_key(value): value for value in pair.source.values}
    for value in pair.facts.values:
        other = there.get(_key(value))
        if other is not None and "" not in (value.value, other.value):
            yield _Both(pair, _key(value), value, other)


def _key(value: ValueFact) -> str:
    name, point, rest = value.key.partition(".")
    return fold(name) + point + rest


def _open_and_closed(pair: Pair) -> Iterator[Finding]:
    """A page that says that the job is taken where its translation says nothing of it."""
    here, there = ({_key(v): v for v in f.values} for f in (pair.facts, pair.source))
    for key in sorted(OVER):
        own, other = here.get(key), there.get(key)
        if own and own.value is True and other is None:
            yield _finding(_Both(pair, key, own, own), "here")
        if other and other.value is True and own is None:
            at = ValueFact(other.key, False, title_place(pair.facts))
            yield _finding(_Both(pair, key, at, other), "there")


def _finding(row: _Both, variant: str = "differs") -> Finding:
    source, span = row.pair.source, row.there.span
    if variant == "here":
        span = title_place(source)
    values = {
        "key": row.here.key,
        "found": _shown(row.here),
        "better": _shown(row.there),
        **row.pair.values,
    }
    related = (Related(Place(source.path, Span(*span)), f"the {values['language']} page"),)
    return Finding(row.here.span, values, (), related, row.pair.facts.path, variant)


def _shown(value: ValueFact) -> str:
    return str(value.value).lower() if isinstance(value.value, bool) else str(value.value)
