"""Pay-transparency laws that reach a posting, and what it lacks. Dated data, not legal advice."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from jdlint.checks import setting
from jdlint.core.diagnostic import Finding
from jdlint.core.light import Any, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.core.tools import cached_property
from jdlint.posting.law import Law, laws
from jdlint.posting.pay import Place, has, pay, places

_COUNTRY = re.late(
    r"\b(?:United States|USA?|U\.S\.(?:A\.)?|North America|Americas?)(?!\w)|\b(Canada)\b"
)
_ANYWHERE = re.late(
    r"\b(?:anywhere|worldwide|global(?:ly)?|any country|everywhere)\b", re.IGNORECASE
)
_MOST = 4
_INCLUDES = re.late(r"\{%-? *include|\{\{[<%]|^import ", re.MULTILINE)
_POSTCODE = re.late(r"\b\d{5} +$")  # five figures are German; Austria's have four


@dataclass(frozen=True)
class PayTransparency:
    """``report`` is range, minimum, open, benefits, deadline, ai-statement, vacancy-statement (what
    a law in force asks for and the posting lacks), future (a law to come), or unknown (no place:
    which laws reach the posting cannot be said).

    ``pay`` is the project's setting: ``employees``, ``locations`` (texts, for pages that name
    none), ``laws`` (own rows), ``today`` (a date, for checks of the past and for tests). Values:
    ``laws``, ``place``, ``date``, ``found``.
    """

    report: str
    pay: Mapping[str, Any] = setting("pay", {})

    @cached_property
    def _laws(self) -> tuple[Law, ...]:
        employees = self.pay.get("employees")
        rows = laws(self.pay.get("laws", ()))
        return tuple(row for row in rows if employees is None or row.employees <= int(employees))

    @cached_property
    def _today(self) -> datetime.date:
        given = self.pay.get("today")
        if given is None:
            return datetime.date.today()
        return (
            given if isinstance(given, datetime.date) else datetime.date.fromisoformat(str(given))
        )

    def check(self, page: Page) -> Iterator[Finding]:
        found = places(page)
        span = found[0].span if found else self._title(page)
        if not found:
            found = [
                Place(str(text), span, "remote" in str(text).lower())
                for text in self.pay.get("locations", ())
            ]
        if self.report == "unknown":
            if not found:
                yield Finding(span, {})
            return
        reaching = self._reaching(found)
        where = page.source.slice(span).strip("\"'") if found else ""
        if self.report == "future":
            yield from self._future(page, span, reaching)
            return
        due = [law for law in reaching if law.effective <= self._today and self._lacks(page, law)]
        if due:
            at = pay(page).open if self.report == "open" else None
            if self.report == "minimum":
                at = next((place.span for place in found if _reaches(due[0], place)), None)
            yield Finding(
                at or span,
                {"laws": _names(due), "place": where, "found": page.source.slice(at or span)},
                # what a template puts on the page may name the pay
                certain=self.report != "minimum" or not _INCLUDES.search(page.source.text),
            )

    def _lacks(self, page: Page, law: Law) -> bool:
        """Whether the posting lacks what the rule looks for and the law asks for."""
        if self.report == "minimum":
            return "minimum" in law.requires and pay(page).range is None
        if self.report in ("range", "open"):
            said = pay(page)
            return (
                bool(law.requires & {"range", "minimum"})
                and said.range is None
                and (said.open is not None) == (self.report == "open")
            )
        return self.report in law.requires and not has(page, self.report)

    def _future(self, page: Page, span: Span, reaching: list[Law]) -> Iterator[Finding]:
        coming = [law for law in reaching if law.effective > self._today]
        if coming and "range" in coming[0].requires and pay(page).range is None:
            first = min(coming, key=lambda law: law.effective)
            yield Finding(span, {"laws": first.name, "date": first.effective.isoformat()})

    def _reaching(self, found: list[Place]) -> list[Law]:
        """The laws of the named places; where the work is remote, those that count remote work."""
        return [law for law in self._laws if any(_reaches(law, place) for place in found)]

    def _title(self, page: Page) -> Span:
        value = page.meta.find(("title",))
        return value.span if value else page.source.line_span(1)


def _reaches(law: Law, place: Place) -> bool:
    if any(_named(name, place.text) for name in (law.name, law.id, *law.places)):
        return law.id != "AT" or not _in_germany(place.text)
    if not place.remote or law.remote != "anyone":
        return False
    country = _COUNTRY.search(place.text)
    if country is not None:
        return law.id.startswith("CA-") == bool(country.group(1))
    return not place.text or bool(_ANYWHERE.search(place.text)) or place.text.lower() == "remote"


def _in_germany(text: str) -> bool:
    """Whether a place with an Austrian town's name is a German one: 53545 Linz am Rhein."""
    at = text.find("Linz")
    return at >= 0 and (text.startswith(" am Rhein", at + 4) or bool(_POSTCODE.search(text[:at])))


def _named(name: str, text: str) -> bool:
    """Whether a text names a place: whole words, capitals counting; “, CO” ends a town's line or
    stands before more."""
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
        other = name == "Washington" and text.startswith((", D", " D"), at + len(name))
        if not (before.isalnum() and name[0].isalnum()) and not after.isalnum() and not other:
            return True
        at = text.find(name, at + 1)
    return False


def _names(found: list[Law]) -> str:
    names = [law.name for law in found]
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more
