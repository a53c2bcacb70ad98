"""Front matter against a JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from jdlint.checks import setting
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import Any, ClassVar, dataclass, field
from jdlint.core.names import hint, nearest_name
from jdlint.core.page import FrontMatter, Page, Value
from jdlint.core.patterns import regex as re
from jdlint.core.schema.faults import Fault, Rules, SurelyValid
from jdlint.core.schema.steps import MOST, TooManySteps
from jdlint.core.schema.validator import OURS, THEIRS, errors, explain
from jdlint.lang.en import lexicon

_MOST_PLAIN = 16  # schemas kept
_MOST_KEPT = 1_000
_MOST_KEYS = 200  # of a page that may be slips: real ones have at most 60, and each takes 2 ms
_NUMERIC = re.late(r"\d{4}-\d")  # a date in numbers, year first
_PARTS = re.late(r"[A-Z]?[a-z0-9]+|[A-Z]+")
_MISSING = ("required", "dependentRequired", "dependencies")
_UNKNOWN = ("additionalProperties", "unevaluatedProperties")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_FATAL = ("unparsable", "no-mapping", "too-large")
_LINES = {"yaml": "{}: …", "toml": '{} = "…"', "json": '"{}": "…"'}
# keys that sites without “title” call it by
_OTHER_TITLES = (
    "name", "role", "position", "job", "job_title", "jobTitle", "job-title", "jobtitle",
    "heading", "headline", "label", "page_title", "pageTitle",
)  # fmt: skip


@dataclass(frozen=True)
class Schema:
    """Reports each place where the front matter departs from ``schema``.

    ``report: schema`` takes a key that is nearly a known one for that one (so that one slip is one
    finding), and ``report: near-keys`` names those. ``resources`` are what the schema may ``$ref``.
    A missing key is reported on the opening line, all else on the very key or value. Values:
    ``detail`` (what is expected), ``key``, ``line`` (how a page in this format says a missing key),
    ``place`` (the key, or the entry of a list, in words), ``better``. Variants: missing-key,
    unknown-key, value.
    """

    schema: Mapping[str, Any] = setting("schema", plain=True)
    resources: Mapping[str, Any] = setting("resources", {}, plain=True)
    report: str = "schema"
    facets: ClassVar = ("meta",)
    _rules: Rules = field(init=False, repr=False, compare=False)
    _surely_valid: SurelyValid = field(init=False, repr=False, compare=False)
    _nears: dict[tuple[Any, ...], dict[str, str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        # a project's schema comes with what it may refer to; ours does not
        object.__setattr__(self, "_rules", THEIRS if self.resources else OURS)
        object.__setattr__(self, "_surely_valid", SurelyValid(self.schema, self._rules))

    def check(self, page: Page) -> Iterator[Finding]:
        meta = page.meta
        if not meta.format or any(defect.kind in _FATAL for defect in meta.defects):
            return
        keys = tuple(meta.data)
        near = self._nears.get(keys)
        if near is None:
            near = dict(self._near(meta))
            if len(self._nears) < _MOST_KEPT:
                self._nears[keys] = near
        if self.report == "near-keys":
            yield from self._misspelt(page, near)
            return
        try:
            if near or not self._surely_valid(meta.data):
                yield from self._judge(page, near)
        except TooManySteps:
            detail = (
                f"takes more than {MOST:,} steps to judge by its schema: make one of them shorter"
            )
            values = {"detail": detail, "key": "front matter", "place": "The top of the page"}
            yield Finding(meta.opening, values, variant="value")

    def _misspelt(self, page: Page, near: Mapping[str, str]) -> Iterator[Finding]:
        for key, better in near.items():
            value = page.meta.find((key,))
            span = value.key if value else page.meta.opening
            edits = (Edit(span, better),) if page.source.slice(span) == key else ()
            values = {"key": key, "better": better}
            sure = self._rules is THEIRS or better in ("title", "layout")
            yield Finding(span, values, edits, certain=sure)  # a layout of one's own may read it

    def _near(self, meta: FrontMatter) -> Iterator[tuple[str, str]]:
        known = self.schema.get("properties", {})
        for key in islice(meta.data, _MOST_KEYS):
            if isinstance(key, str) and key not in known:
                better = nearest_name(key, (name for name in known if name not in meta.data))
                if better and (better in self.schema.get("required", ()) or _is_slip(key, better)):
                    yield key, better

    def _judge(self, page: Page, near: Mapping[str, str]) -> Iterator[Finding]:
        meta = page.meta
        renamed = {near.get(key, key): value for key, value in meta.data.items()}
        original = {better: key for key, better in near.items()}
        schema, resources = _plain_once(self.schema), _plain_once(self.resources)
        for fault in errors(schema, renamed, resources, self._rules):
            if fault.keyword in _MISSING and fault.key:
                theirs = self._rules is THEIRS or bool(fault.path)
                if theirs or not _titled(page, fault.key):
                    # many generators take a title from the file's name
                    yield _missing(meta, fault)._replace(certain=theirs or fault.key != "title")
            elif fault.keyword in _UNKNOWN and fault.key:
                yield self._unknown(meta, fault, original)
            else:
                finding = _misfit(meta, fault, original)
                sure = self._rules is THEIRS or _for_everyone(fault, finding)
                yield finding if sure else _own_use(fault, finding)._replace(certain=False)

    def _unknown(self, meta: FrontMatter, fault: Fault, original: Mapping[str, str]) -> Finding:
        known = list(fault.schema.get("properties", {}))
        value = meta.find((*fault.path, original.get(fault.key, fault.key)))
        better = nearest_name(fault.key, known, loose=True) or ""
        values = {"key": fault.key, "better": better, "hint": hint(better)}
        return Finding(value.key if value else meta.opening, values, variant="unknown-key")


def _titled(page: Page, key: str) -> bool:
    """Whether a page without the key has its title elsewhere: in a heading at the top, as
    Docusaurus and MkDocs take it, or under another name."""
    if key != "title":
        return False
    top = any(section.heading.level == 1 for section in page.sections)
    # Hugo reads keys in any capitals; an export calls it post_title
    keys = {str(name).lower() for name in page.meta.data}
    named = any(name == key or name.endswith((f"_{key}", f"-{key}")) for name in keys)
    return top or named or any(other in page.meta.data for other in _OTHER_TITLES) or _held(page)


def _held(page: Page) -> bool:
    """Whether the front matter lists postings, each with a title of its own."""
    titles = ("title", *_OTHER_TITLES)
    rows = (value[0] for value in page.meta.data.values() if isinstance(value, list) and value)
    return any(isinstance(row, dict) and any(key in row for key in titles) for row in rows)


def _for_everyone(fault: Fault, finding: Finding) -> bool:
    """Whether a value is wrong whatever reads it: a day that is none, a slip; but no figure or date
    in words, no kind of contract that JobPosting lacks, no list but in a title’s place, and no
    title left empty, as themes want it that shall print none."""
    if fault.path == ("title",) and fault.value in (None, ""):
        return False
    if isinstance(fault.value, list | dict):  # else a site's own use of the name
        return fault.path[:1] in (("title",), ("layout",))
    if not isinstance(fault.value, str):  # a number may be an id of the site's own table
        return fault.keyword != "type" or fault.path[:1] == ("title",)
    if fault.keyword in ("enum", "const", "anyOf"):
        return bool(finding.edits)
    return fault.keyword not in ("pattern", "format") or _NUMERIC.match(fault.value) is not None


def _own_use(fault: Fault, finding: Finding) -> Finding:
    """A list or a mapping where our schema has a text: a site may read the key in its own way."""
    detail = finding.values["detail"]
    if not isinstance(fault.value, list | dict) or ", expected " not in detail:
        return finding
    found, _, wanted = detail.partition(", expected ")
    detail = f"{found}; most sites put {wanted} there, leave it if yours reads it this way"
    return finding._replace(values={**finding.values, "detail": detail})


def _missing(meta: FrontMatter, fault: Fault) -> Finding:
    """A key that is not there, on the mapping that should have it."""
    holder = meta.find(fault.path) if fault.path else None
    about = _description(fault.schema, fault.key)
    about = about[:1].lower() + about[1:]
    line = _LINES.get(meta.format, _LINES["yaml"]).format(fault.key)
    values = {"key": fault.key, "line": line, "detail": f": {about}" if about else ""}
    return Finding(holder.key if holder else meta.opening, values, variant="missing-key")


def _misfit(meta: FrontMatter, fault: Fault, original: Mapping[str, str]) -> Finding:
    """A value that is not what the schema wants, with the one right value where it is known."""
    value = _value_at(meta, fault.path, original)
    detail, better = explain(fault)
    span = value.span if value else meta.opening
    edits = (Edit(span, better),) if better and value and isinstance(value.value, str) else ()
    path = value.path if value else tuple(fault.path)  # an alias has no value of its own
    key = str(path[-1]) if path else "front matter"
    values = {"detail": detail, "key": key, "place": _place(path)}
    return Finding(span, values, edits, variant="value")


def _place(path: tuple[str | int, ...]) -> str:
    """A value in words: its key, and which entry it is where it stands in a list."""
    names = [step for step in path if isinstance(step, str)]
    name = f"“{names[-1]}”" if names else "the top of the page"
    if not path:
        return "The top of the page"
    if isinstance(path[-1], str):
        return name
    number = int(path[-1]) + 1
    count = _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"{number}th"
    return f"The {count} entry of {name}"


def _is_slip(key: str, better: str) -> bool:
    """Whether a key has the parts of the better one, and where they differ no word of its own
    (sort_date, start_date)."""
    parts, wanted = _PARTS.findall(key), _PARTS.findall(better)
    if len(parts) != len(wanted):
        return False
    return not any(
        lexicon.known(a.lower())
        for a, b in zip(parts, wanted, strict=True)
        if a.lower() != b.lower()
    )


_plains: dict[int, tuple[Any, Any]] = {}  # by identity, with what was given, so that it stays


def _plain_once(value: Any) -> Any:
    """``_plain`` of a schema that several rules share; most pages are surely valid without."""
    known = _plains.get(id(value))
    if known is None:
        if len(_plains) >= _MOST_PLAIN:
            _plains.clear()
        known = _plains[id(value)] = (value, _plain(value))
    return known[1]


def _plain(value: Any) -> Any:
    """Tuples (as parameters come) back to the lists that JSON Schema knows."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value


def _value_at(meta: FrontMatter, path: Any, original: Mapping[str, str]) -> Value | None:
    steps = tuple(path)
    if steps and steps[0] in original:
        steps = (original[steps[0]], *steps[1:])
    while steps:
        value = meta.find(steps)
        if value is not None:
            return value
        steps = steps[:-1]
    return None


def _description(schema: Any, key: str) -> str:
    known = schema.get("properties", {}).get(key, {}) if isinstance(schema, dict) else {}
    text = str(known.get("description", "")) if isinstance(known, dict) else ""
    return text.split(". ")[0].rstrip(".")
