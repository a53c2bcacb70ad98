"""What one posting says of itself, short enough to be kept and held against what others say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from jdlint.core.light import NamedTuple
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.posting.jobposting.keys import OVER, Keys
from jdlint.posting.jobposting.record import Json, Own
from jdlint.posting.jobposting.record import Posting as Export
from jdlint.posting.pay import fold
from jdlint.posting.published.nodes import Node, Posting, Published, every, plain

_PLACE = "jobLocation.address."
_PATHS = {
    "title": "title", "code": "identifier.value", "req": "requisitionid",
    "employer": "hiringOrganization.name",
    "url": "url", "posted": "datePosted", "ends": "validThrough",
    "city": f"{_PLACE}addressLocality", "country": f"{_PLACE}addressCountry",
    "remote": "jobLocationType", "low": "baseSalary.value.minValue",
    "high": "baseSalary.value.maxValue", "currency": "baseSalary.currency",
    "unit": "baseSalary.value.unitText", "types": "employmentType",
}  # fmt: skip
# front-matter keys that stand for a property where its own key is not there
_INSTEAD = {
    "jobLocation": ("addressLocality", "addressCountry"), "baseSalary": ("minValue", "maxValue"),
}  # fmt: skip
_LONGEST = 200  # code points of a value: a title or an address beyond is compared so far
_ON = ("open", "active", "published")
_STATUS = re.late(r"(?:closed|filled|expired|archived|inactive|draft)", re.I)
_SLUG = re.late(
    r"(?:.*/)?(?:\d{4}-\d\d-\d\d-)?([^/]+?)(?:/_?index|/readme)?"
    r"(?:\.html?|\.md|\.markdown|\.mdx|\.erb|\.gz)*/?",
    re.I,
)
_GENERAL = frozenset("jobs job careers career index apply vacancies openings positions".split())


class Said(NamedTuple):
    """A value as text, and its place."""

    text: str
    span: Span


class Told(NamedTuple):
    """One posting: of a ``source`` page, of a built ``page``, or of a ``feed`` or an export.

    ``said`` has its values by name; ``closed`` is where it says that it is over; ``slug`` is the
    last name of its address. Of JSON Lines, ``line`` counts the lines before its own and
    ``offset`` the code points, which all spans have in them; else ``line`` is -1.
    """

    path: str
    kind: str
    anchor: Span
    said: Mapping[str, tuple[Said, ...]]
    closed: Said | None = None
    slug: str = ""
    lang: str = ""
    line: int = -1
    offset: int = 0

    def text(self, name: str) -> str:
        """The first value of a name; empty where it says none."""
        return self.said[name][0].text if name in self.said else ""

    def place(self, name: str) -> Span:
        """Where it says something, or where it should."""
        return self.said[name][0].span if name in self.said else self.anchor


class Across(NamedTuple):
    """All postings that were read in a run; ``today`` is the day that dates are compared with."""

    told: tuple[Told, ...]
    today: date


def told_of(posting: Posting, found: Published, line: int = -1, offset: int = 0) -> Told:
    """What a published posting says."""
    said = _said(posting.node, offset)
    path, page = found.source.path, found.page
    slug = slug_of(path) if page else slug_of(said["url"][0].text) if "url" in said else ""
    anchor = _moved(posting.anchor, offset)
    lang = page.lang if page else ""
    return Told(path, "page" if page else "feed", anchor, said, None, slug, lang, line, offset)


def told_of_page(page: Page, export: Export, own: Own) -> Told:
    """What a source page says, where ``jdlint export`` reads it."""
    keys = Keys(page, own.keys)
    node = Node(
        {name: _node(v, _place(name, keys, page)) for name, v in export.properties.items()},
        page.meta.opening,
    )
    given = page.meta.data.get("permalink") or page.meta.data.get("slug")
    slug = slug_of(str(given)) if isinstance(given, str) else slug_of(page.path)
    return Told(page.path, "source", page.meta.opening, _said(node, 0), closed_of(page), slug)


def closed_of(page: Page) -> Said | None:
    """Where a source page says that its job is over, or not there yet."""
    for value in page.meta.values:
        if len(value.path) != 1:
            continue
        key, given = fold(str(value.path[0])), value.value
        over = (key in (*OVER, "draft") and given is True) or (key in _ON and given is False)
        if over or (key == "status" and isinstance(given, str) and _STATUS.fullmatch(given)):
            return Said(f"{value.path[0]}: {str(given).lower()}", value.span)
    return None


def slug_of(address: str) -> str:
    """The last name of a path or an address, without a day before it and a kind behind it; empty
    where it is too general to know a job by."""
    match = _SLUG.fullmatch(address.partition("?")[0].partition("#")[0][:_LONGEST])
    name = match[1].casefold() if match else ""
    return "" if name in _GENERAL else name


def _said(node: Node, offset: int) -> dict[str, tuple[Said, ...]]:
    found = {}
    for name, path in _PATHS.items():
        rows = tuple(
            Said(text[:_LONGEST], _moved(value.span, offset))
            for value in every(node, path)
            if (text := plain(value))
        )
        if rows:
            found[name] = rows
    return found


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset) if offset else span


def _node(value: Json | Mapping[str, Json], span: Span) -> Node:
    if isinstance(value, Mapping):
        return Node({name: _node(inner, span) for name, inner in value.items()}, span)
    if isinstance(value, list):
        return Node([_node(inner, span) for inner in value], span)
    return Node(value, span)


def _place(name: str, keys: Keys, page: Page) -> Span:
    for key in (name, *_INSTEAD.get(name, ())):
        value = keys.get(key)
        if value is not None:
            return value.span
    return page.meta.opening
