"""What forms are called, and what they call a property of JobPosting."""

from __future__ import annotations

from jdlint.core.tools import cache
from jdlint.posting.published.boards import SHAPES, Shape

MARKUP = ("jsonld", "microdata")
_NAMES = {
    "jsonld": "JSON-LD", "microdata": "Microdata", "greenhouse": "Greenhouse", "lever": "Lever",
    "ashby": "Ashby", "workable": "Workable", "recruitee": "Recruitee", "personio": "Personio",
    "smartrecruiters": "SmartRecruiters", "teamtailor": "Teamtailor", "bamboohr": "BambooHR",
    "breezy": "Breezy", "pinpoint": "Pinpoint", "workday": "Workday", "usajobs": "USAJOBS",
    "xing": "XING", "jobvite": "Jobvite", "indeed-xml": "Indeed's feed",
    "linkedin-xml": "LinkedIn's feed", "feed": "a feed of no board that is known",
}  # fmt: skip


def form_name(form: str) -> str:
    """A form as people call it."""
    return _NAMES.get(form, form)


def own_name(form: str, field: str, in_xml: bool = False) -> str:
    """What a form calls a property, with its marks: “<date>”, “publishedAt”; JobPosting's own name
    where it is markup, or has no other."""
    name = field if form in MARKUP else _of(form, in_xml).get(field, field)
    last = name.rpartition(".")[2]
    return f"<{last}>" if in_xml and form not in MARKUP else f"“{last}”"


@cache
def _of(form: str, in_xml: bool) -> dict[str, str]:
    """The first path of each property, of the first shape that has it."""
    found: dict[str, str] = {}
    for shape in _shapes(in_xml):
        if shape.name != form:
            continue
        for field, paths in shape.fields.items():
            found.setdefault(field, paths[0])
            found.setdefault(field.partition(".")[0], paths[0])
        for ways in shape.texts[:1]:
            path = ways[0]
            found.setdefault("description", path.partition(".")[0] if in_xml else path)
        for part in shape.places[:1]:
            for field, paths in part.fields.items():
                found.setdefault(field, f"{part.rows}.{paths[0]}".strip("."))
        for part in shape.pay[:1]:
            for field, paths in part.fields.items():
                found.setdefault(field, paths[0])
    return found


def _shapes(in_xml: bool) -> tuple[Shape, ...]:
    if not in_xml:
        return SHAPES
    from jdlint.posting.published.feeds import FEEDS

    return FEEDS
