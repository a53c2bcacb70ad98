"""Places of postings: what is none, and what stands in the wrong part of an address."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import Literal, dataclass
from jdlint.core.patterns import regex as re
from jdlint.posting.jobposting.countries import code_of
from jdlint.posting.published.nodes import Node, Published, every, first, of_last, plain, text_at
from jdlint.posting.published.own_names import MARKUP

_ADDRESS = "jobLocation.address"
# a whole value that names no place: how people work, or several places
_NOWHERE = re.late(
    r"(?:(?:fully|100 ?%|work) )?remote(?:ly)?(?: work)?|hybrid|anywhere(?: in the world)?|wfh"
    r"|work from (?:home|anywhere)|home[ -]?(?:office|based)|telecommut(?:e|ing)|teletrabajo"
    r"|remoto|à distance|télétravail|da remoto|ortsunabhängig|various(?: locations)?"
    r"|(?:multiple|several|all) locations|flexible|online|virtual|nationwide",
    re.I,
)
_WORLD = re.late(
    r"world(?:wide)?|global(?:ly)?|international|everywhere|emea|apac|latam|dach|nordics|benelux"
    r"|europe|european union|eu|eea|(?:north|south|latin) america|americas|asia|africa|mena"
    r"|middle east|.{0,30}\btime ?zones?\b.{0,30}",
    re.I,
)
# cities that are called as their countries are
_BOTH = frozenset("SG LU MC HK MO GI DJ PA GT KW SM VA MX AD GU IM".split())
_STATES = frozenset(("GE", "LU", "MX"))  # regions that are called as countries are
_PARTS = re.late(r"\s*[,(;/]\s*|\s+[-–—]\s+")
_DISTRICT = re.late(r",\s*D\.? ?C\.?$")


@dataclass(frozen=True)
class PublishedPlaces:
    """Reports, in addresses, cities and regions that are no places (``city``; variant ``country``
    for a country in their place), countries that are none (``country``), and cities that hold
    the rest of their address (``joined``). Values: ``found``, ``field``."""

    report: Literal["city", "country", "joined"]
    forms: tuple[str, ...] = MARKUP

    def check_published(self, found: Published) -> Iterator[Finding]:
        for posting in found.postings:
            if posting.form not in self.forms:
                continue
            for address in _addresses(posting.node):
                if self.report == "city":
                    yield from _cities(address)
                elif self.report == "country":
                    yield from _countries(address)
                else:
                    yield from _joined(address)


def is_nowhere(text: str) -> bool:
    """Whether a text that stands for a place names none, as “Remote” and “Worldwide” do."""
    return bool(_NOWHERE.fullmatch(text) or _WORLD.fullmatch(text))


def begins_nowhere(text: str) -> bool:
    """Whether the first part of what a board calls a place is none: “Remote, US”."""
    return is_nowhere(_PARTS.split(text, maxsplit=1)[0])


@of_last
def _addresses(node: Node) -> list[Node]:
    return [address for address in every(node, _ADDRESS) if isinstance(address.value, dict)]


def _cities(address: Node) -> Iterator[Finding]:
    for field in ("addressLocality", "addressRegion"):
        for node in every(address, field):
            text = plain(node)
            values = {"found": text, "field": field}
            if is_nowhere(text):
                yield Finding(node.span, values)
            elif _is_country(text, address, field == "addressLocality"):
                yield Finding(node.span, values, variant="country")


def _is_country(part: str, address: Node, is_city: bool) -> bool:
    """Whether a country stands where its city is wanted, and no town that is called as it is; or
    where a region is, and no country beside it."""
    code = code_of(part) if len(part) > 2 else ""
    own = text_at(address, "addressCountry") or text_at(address, "addressCountry.name")
    if not code or (own and not is_city):
        return False
    return code not in (_BOTH if is_city else _STATES) and code_of(own) in ("", code)


def _countries(address: Node) -> Iterator[Finding]:
    for node in every(address, "addressCountry"):
        name = first(node, "name") if isinstance(node.value, dict) else node
        text = plain(name) if name else ""
        if name and is_nowhere(text):
            yield Finding(name.span, {"found": text, "field": "addressCountry"})


def _joined(address: Node) -> Iterator[Finding]:
    """A city with a comma, where a part of the address of its own is missing."""
    for node in every(address, "addressLocality"):
        text = plain(node)
        whole = all(first(address, part) for part in ("addressRegion", "addressCountry"))
        rest = text.rpartition(",")[2]  # with a figure, a quarter of the city
        is_quarter = any(map(str.isdecimal, rest)) or _DISTRICT.search(text)
        if "," in text and not whole and not is_quarter:
            yield Finding(node.span, {"found": text, "field": "addressLocality"})
