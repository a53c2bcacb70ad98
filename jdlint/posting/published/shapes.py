"""Jobs as applicant tracking systems say them, put into JobPosting's terms, each value with the
place that it has in the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.posting.published.boards import SHAPES, Fields, Part, Shape
from jdlint.posting.published.nodes import Node, Posting, every, first, plain

# an employment type of JobPosting, and how the systems say it
_TYPES = tuple((kind, re.late(pattern, re.I)) for kind, pattern in (
    ("FULL_TIME", r"full.?time|full.or.part|vollzeit|voll. oder teilzeit|temps plein|voltijd"),
    ("PART_TIME", r"part.?time|teilzeit|temps partiel|deeltijd"),
    ("CONTRACTOR", r"(?<!fixed.term )\bcontract(?:or)?\b|free.?lance"),
    ("TEMPORARY", r"\btemp(?:orary)?\b|fixed.?term|seasonal|befristet"),
    ("INTERN", r"\bintern(?:ship)?\b|praktik|\bstage\b"),
    ("VOLUNTEER", r"\bvolunt"),
    ("PER_DIEM", r"\bper.diem\b"),
))  # fmt: skip
_UNITS = tuple((unit, re.late(pattern, re.I)) for unit, pattern in (
    ("YEAR", r"year|annu|\bpa\b"), ("MONTH", r"month"), ("WEEK", r"week"),
    ("DAY", r"\bday|daily|\bpd\b"), ("HOUR", r"hour|\bph\b"),
))  # fmt: skip
_MOMENT = 10**11  # a number beyond it counts milliseconds, no seconds
_LAST = 4 * 10**12  # milliseconds: no posting is of the year 2096


def postings_of(node: Node) -> Iterator[Posting]:
    """The postings of an export: a list of jobs under a key, a bare list, or one job."""
    for shape in SHAPES:
        for rows in shape.rows:
            found = [job for job in every(node, rows) if fits(job, shape)]
            if found:
                yield from (_posting(shape, job, node) for job in found)
                return


def fits(job: Node, shape: Shape) -> bool:
    """Whether a mapping has all marks of a shape."""
    return isinstance(job.value, dict) and all(every(job, mark) for mark in shape.marks)


def _posting(shape: Shape, job: Node, whole: Node) -> Posting:
    made = job_of(job, shape, whole)
    return Posting(shape.name, made, Span(job.span.start, job.span.start + 1))


def job_of(job: Node, shape: Shape, whole: Node | None = None) -> Node:
    """A job as a mapping of properties; ``whole`` is what it stands in."""
    made = _values(job, shape.fields)
    if whole is not None and whole is not job:
        for path, node in _values(whole, shape.around).items():
            made.setdefault(path, node)
    found: dict[str, Node] = {}
    for path, node in made.items():
        put(found, path.split("."), node)
    _put_list(found, "description", _texts(job, shape))
    _put_list(found, "jobLocation", _places(job, shape))
    pay = next(_pays(job, shape), None)
    if pay is not None:
        found["baseSalary"] = pay
    _translate(found)
    return Node(found, job.span)


def _values(job: Node, fields: Fields) -> dict[str, Node]:
    made = {}
    for path, sources in fields.items():
        value = next((v for v in (_one(job, s) for s in sources) if v), None)
        if value is not None:
            made[path] = value
    return made


def _one(job: Node, path: str) -> Node | None:
    return first(job, "" if path == "." else path)


def _texts(job: Node, shape: Shape) -> list[Node]:
    """The parts of a description, of each the first way in which it is said."""
    found: list[Node] = []
    for ways in shape.texts:
        parts = next((p for p in (every(job, way) for way in ways) if any(map(plain, p))), [])
        found.extend(part for part in parts if plain(part))
    return found


def _places(job: Node, shape: Shape) -> list[Node]:
    """The places of a job, of several with the same address the first."""
    found: dict[tuple[str, ...], Node] = {}
    for part in shape.places:
        for row in every(job, part.rows):
            given = _values(row, part.fields)
            if given:
                inner = Node({"address": Node(given, row.span)}, row.span)
                found.setdefault(tuple(map(plain, given.values())), inner)
    return list(found.values())


def _pays(job: Node, shape: Shape) -> Iterator[Node]:
    for part in shape.pay:
        for row in every(job, part.rows):
            given = _values(row, part.fields) if _is_meant(row, part) else {}
            if not given.keys() & {"minValue", "maxValue"}:
                continue
            if part.over != 1:
                given = {name: _divided(node, part.over) for name, node in given.items()}
            made: dict[str, Node] = {}
            for name, node in given.items():
                put(made, [name] if name == "currency" else ["value", name], node)
            yield Node(made, row.span)


def _is_meant(row: Node, part: Part) -> bool:
    if part.only is None:
        return True
    found = first(row, part.only[0])
    return found is not None and plain(found) == part.only[1]


def _divided(node: Node, by: int) -> Node:
    return Node(node.value / by, node.span) if isinstance(node.value, int | float) else node


def _put_list(found: dict[str, Node], name: str, parts: list[Node]) -> None:
    """One value, or the list of several."""
    if parts:
        span = Span(parts[0].span.start, parts[-1].span.end)
        found[name] = parts[0] if len(parts) == 1 else Node(parts, span)


def _translate(found: dict[str, Node]) -> None:
    """Employment types, units of pay and moments in JobPosting's words, at their places."""
    for name in ("commitment", "schedule"):
        given = found.get(name)
        kinds = [kind for kind, pattern in _TYPES if given and pattern.search(plain(given))]
        if given and kinds and "employmentType" not in found:
            found["employmentType"] = _listed([Node(kind, given.span) for kind in kinds], given)
    unit = first(Node(found, Span(0, 0)), "baseSalary.value.unitText")
    for kind, pattern in _UNITS if unit else ():
        if unit and pattern.search(plain(unit)):
            found["baseSalary"].value["value"].value["unitText"] = Node(kind, unit.span)
            break
    for name in ("datePosted", "validThrough"):
        node = found.get(name)
        if node and type(node.value) is int and _MOMENT < node.value < _LAST:
            day = datetime.fromtimestamp(node.value / 1000, UTC)
            found[name] = Node(day.isoformat(timespec="seconds"), node.span)


def _listed(nodes: list[Node], at: Node) -> Node:
    return nodes[0] if len(nodes) == 1 else Node(nodes, at.span)


def put(into: dict[str, Node], steps: list[str], value: Node) -> None:
    """Put a value at a path of mappings, which are made where they are not there."""
    for step in steps[:-1]:
        into = into.setdefault(step, Node({}, value.span)).value
    into[steps[-1]] = value
