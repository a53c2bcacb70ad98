"""What a page says of itself in two ways: its hours, its place of work, the years it asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from jdlint.checks.consistency import _stated
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import Literal, dataclass
from jdlint.core.page import Page
from jdlint.posting.several import several_jobs

_READ: Mapping[str, Callable[[Page], Iterator[_stated.Said]]] = {
    "contract": _stated.contract,
    "hours": _stated.hours,
    "pay": _stated.pay,
    "place": _stated.cities,
    "week": _stated.weekly,
    "workplace": _stated.workplaces,
    "years": _stated.years,
}
# of each contradiction, what one of its sides has
_MARKS = {
    "contract": ("ermanent", "PERMANENT"),
    "week": ("ours", "our/", "our per", "our a", "HOURS"),
    "hours": ("ulltime", "ull-time", "ull time", "ull Time", "ull-Time", "FULL"),
    "pay": ("alar", "pay", "Pay", "ompensation", "wage", "emuneration", "ate:"),
    "place": ("ocation", "lace", "ity:", "ffice", "LOCATION"),
    "workplace": ("emote", "EMOTE"),
    "years": ("years", "Years", "yrs"),
}


@dataclass(frozen=True)
class Contradictions:
    """``report: hours`` finds a page that is for a full-time job here and for a part-time one
    there, ``workplace`` a remote job that is on site elsewhere, ``years`` two numbers of years for
    the same experience, ``pay`` another pay in the text than in the front matter, ``contract`` one
    for good and one for a time, ``week`` two numbers of hours, ``place`` two cities. A page
    that leaves the choice, or has several jobs, is left alone. Values: ``found``, ``other``."""

    report: Literal["contract", "hours", "pay", "place", "week", "workplace", "years"]

    def __post_init__(self) -> None:
        if self.report not in _READ:
            raise ValueError(f"“report” is one of {', '.join(_READ)}")

    @property
    def marks(self) -> tuple[str, ...]:
        return _MARKS[self.report]

    def check(self, page: Page) -> Iterator[Finding]:
        if several_jobs(page):
            return
        first: dict[str, _stated.Said] = {}
        for said in _READ[self.report](page):
            before = first.setdefault(said.of, said)
            if said.means != before.means:
                related = (Related(Place(page.path, before.span), "the other"),)
                values = {"found": said.text, "other": before.text}
                yield Finding(said.span, values, related=related)
                return
