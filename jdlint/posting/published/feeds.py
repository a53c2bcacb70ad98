"""XML feeds, in JobPosting's terms. expat reads them, for it alone knows the byte at which each
value stands; a document type is refused, so there are no entities and nothing is fetched.

Sources, as read on 2026-11-28: docs.indeed.com (XML job feed), learn.microsoft.com/linkedin (XML
feeds development guide), Personio's workzag-jobs, Recruitee's feed and the RSS of Teamtailor.
Jobvite's and some keys of XING's were not checked against a source.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from jdlint.core.light import Any
from jdlint.core.text import Source, Span
from jdlint.posting.published.boards import Part, Shape, address, pay
from jdlint.posting.published.nodes import Broken, Node, Posting, Published, add_to, every
from jdlint.posting.published.shapes import fits, job_of
from jdlint.posting.published.why_broken import xml_reason

_DEEPEST = 60
# the elements of one job, and those around them, which hold no job's values
_ROWS = ("job", "position", "posting", "item")
_AROUND = ("source", "jobs", "workzag-jobs", "postings", "channel", "rss", "result", "feed")
_PERSONIO_PLACE = address(".")
_TEAMTAILOR = Shape("teamtailor", ("item",), ("remoteStatus",), {
    "title": ("title",), "url": ("link",), "identifier.value": ("guid",),
    "datePosted": ("pubDate",), "workplace": ("remoteStatus",),
    "employmentUnit.name": ("tt:department",),
}, places=(
    Part("tt:locations.tt:location", address(
        "tt:city tt:name", "", "tt:country", "tt:zip", "tt:address",
    )),
))  # fmt: skip
_INDEED = Shape("indeed-xml", ("job",), ("referencenumber",), {
    "title": ("title",), "datePosted": ("date",), "identifier.value": ("referencenumber",),
    "requisitionid": ("requisitionid",), "hiringOrganization.name": ("company",),
    "url": ("url",), "validThrough": ("expirationdate",), "salary": ("salary",),
    "commitment": ("jobtype",), "remote": ("remotetype",), "city": ("city",),
    "country": ("country",),
}, places=(
    Part("", address("city", "state", "country", "postalcode", "streetaddress")),
))  # fmt: skip
# the first whose marks a job has; its rows are elements, or elements with what they stand in
FEEDS = (
    Shape("linkedin-xml", ("job",), ("partnerJobId",), {
        "title": ("title",), "identifier.value": ("partnerJobId",), "url": ("applyUrl",),
        "hiringOrganization.name": ("company",), "workplace": ("workplaceTypes",),
        "commitment": ("jobtype", "employmentType"), "location": ("location", "city", "country"),
        "posterEmail": ("posterEmail",), "validThrough": ("expireAt", "expirationdate"),
    }),
    Shape("personio", ("position",), ("name",), {
        "title": ("name",), "identifier.value": ("id",), "datePosted": ("createdAt",),
        "hiringOrganization.name": ("subcompany",), "employmentUnit.name": ("department",),
        "commitment": ("employmentType",), "schedule": ("schedule",),
        "industry": ("recruitingCategory",), "experience": ("seniority",),
        "skills": ("keywords",), "occupationalCategory": ("occupationCategory", "occupation"),
    }, texts=(("jobDescriptions.jobDescription.value",),), places=(
        Part("office", _PERSONIO_PLACE), Part("additionalOffices.office", _PERSONIO_PLACE),
    ), pay=(Part("salaryInformation", pay("min", "max", "currencyCode", "type")),)),
    _TEAMTAILOR, _TEAMTAILOR._replace(marks=("tt:locations",)),
    Shape("xing", ("posting",), ("job_title",), {
        "title": ("job_title",), "url": ("url",), "identifier.value": ("id",),
        "hiringOrganization.name": ("company_name",), "commitment": ("job_type",),
    }, places=(
        Part("job_locations.job_location", address("city", "region", "country", "zip_code")),
    ), pay=(Part("salary", pay("range_start", "range_end", "currency")),)),
    Shape("recruitee", ("job",), ("reference",), {
        "title": ("title",), "identifier.value": ("reference",), "url": ("url", "link"),
        "hiringOrganization.name": ("company",), "datePosted": ("date", "published_at"),
        "commitment": ("employment_type",), "remote": ("remote",),
    }, texts=(("description_requirements", "description"),), places=(
        Part("", address("city", "state", "country", "postal_code", "street")),
    )),
    Shape("jobvite", ("job",), ("detail-url",), {
        "title": ("title",), "identifier.value": ("requisitionId", "id"), "url": ("detail-url",),
        "applyUrl": ("apply-url",), "datePosted": ("date",), "commitment": ("jobtype",),
        "employmentUnit.name": ("category",), "location": ("location",),
    }),
    # Indeed's own elements, or its “source” right around the jobs
    _INDEED, _INDEED._replace(marks=("requisitionid",)),
    _INDEED._replace(rows=("source/job",), marks=()),
    # a feed that is none of these: only what says itself what it is
    Shape("feed", ("job",), ("description",), {
        "title": ("title", "name", "jobtitle", "job_title", "position"),
        "url": ("url", "link", "apply_url"), "hiringOrganization.name": ("company", "company_name"),
        "identifier.value": ("referencenumber", "job_reference", "reference", "id", "guid"),
        "commitment": ("jobtype", "job_type", "employment_type"), "salary": ("salary",),
        "location": ("location", "region"),
    }),
)  # fmt: skip


def read_xml(source: Source) -> Published:
    """A feed; where it breaks, what stands before is read."""
    reader = _Feed(source.text)
    broken = reader.run()
    found = (_posting(name, node, around) for name, node, around in reader.jobs)
    return Published(source, tuple(p for p in found if p), (broken,) if broken else ())


def _posting(name: str, node: Node, around: str) -> Posting | None:
    names = {name, f"{around}/{name}"}
    shape = next((s for s in FEEDS if not names.isdisjoint(s.rows) and fits(node, s)), None)
    if shape is None:  # an item of a feed of news
        return None
    if shape.name == "feed" and not (_has(node, shape, "title") and _has(node, shape, "url")):
        return None
    anchor = Span(node.span.start, node.span.start + len(name) + 1)
    return Posting(shape.name, job_of(node, shape), anchor)


def _has(node: Node, shape: Shape, field: str) -> bool:
    return any(every(node, path) for path in shape.fields[field])


class _Feed:
    """Follows the elements of a feed; an element is a text, or a mapping of its children."""

    def __init__(self, text: str) -> None:
        self.text, self.data = text, text.encode("utf-8", "surrogatepass")
        self.jobs: list[tuple[str, Node, str]] = []
        self._open: list[dict[str, Any]] = []
        self._at = (0, 0)
        self._ascii = len(self.data) == len(text)
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words
        self._parser.StartDoctypeDeclHandler = self._refuse

    def run(self) -> Broken | None:
        """Read all; what is wrong, where something is."""
        try:
            self._parser.Parse(self.data, True)
        except expat.ExpatError as error:
            reason = expat.errors.messages.get(error.code) and expat.ErrorString(error.code)
            at = self._offset(max(0, self._parser.ErrorByteIndex))
            return Broken(Span(at, at), xml_reason(str(reason or "it is no XML"), self.text, at))
        except ValueError as error:
            at = self._offset(max(0, self._parser.CurrentByteIndex))
            return Broken(Span(at, at), str(error))
        return None

    def _offset(self, byte: int) -> int:
        """The code point at a byte; bytes are asked for in order, so each is counted once."""
        if self._ascii:
            return byte
        last, known = self._at if self._at[0] <= byte else (0, 0)
        known += len(self.data[last:byte].decode("utf-8", "replace"))
        self._at = (byte, known)
        return known

    def _refuse(self, *_: Any) -> None:
        raise ValueError("it has a document type, which feeds have no need of")

    def _start(self, name: str, _: Mapping[str, str]) -> None:
        if len(self._open) > _DEEPEST:
            raise ValueError(f"it is more than {_DEEPEST} levels deep")
        at = self._offset(self._parser.CurrentByteIndex)
        inner = self.text.find(">", at) + 1
        self._open.append({"name": name, "at": at, "inner": inner, "words": [], "children": {}})

    def _words(self, text: str) -> None:
        if self._open:
            self._open[-1]["words"].append(text)

    def _end(self, name: str) -> None:
        here = self._open.pop()
        end = max(here["inner"], self._offset(self._parser.CurrentByteIndex))
        children = here["children"]
        value = children or "".join(here["words"]).strip()
        span = _trimmed(self.text, here["inner"], end)
        node = Node(value, Span(here["at"], end) if children else span)
        if name in _ROWS and children:
            self.jobs.append((name, node, self._open[-1]["name"] if self._open else ""))
        elif self._open and self._open[-1]["name"] not in _AROUND:
            add_to(self._open[-1]["children"], name, node)


def _trimmed(text: str, start: int, end: int) -> Span:
    """An element's text without white space around it and without its CDATA marks."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    inner = inner.strip()
    if inner.startswith("<![CDATA[") and inner.endswith("]]>") and len(inner) >= 12:
        return Span(start + 9, start + len(inner) - 3)
    return Span(start, start + len(inner))
