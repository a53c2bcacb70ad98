"""The form beside the text: fields from the project's JSON Schema, filled from the front matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.core.light import Any, NamedTuple
from jdlint.core.page import FrontMatter
from jdlint.core.patterns import regex as re
from jdlint.core.text import Source
from jdlint.posting.jobposting.guesses import likely

_MOST = 40  # fields of a form
_MOST_CHOICES = 12
_AS = re.late(r"^As ([\w-]+)\.$")
_SOURCE = re.late(r"^JobPosting \w+(?::\s*|,\s*|\.\s*)")
_DATE = re.late(r"\d{4}-\d{2}-\d{2}")
# what a form asks for where the project has no schema of its own, in the order of a posting
_ASKED = (
    "title", "description", "location", "remote", "employment_type", "salary", "salary_min",
    "salary_max", "currency", "department", "date_posted", "valid_through", "apply_url",
)  # fmt: skip
_HIDDEN = ("layout",)
# the fields that ask for the same as some properties of JobPosting
_SAME = {
    "title": "title", "datePosted": "date_posted", "validThrough": "valid_through",
    "employmentType": "employment_type", "jobLocation": "location", "addressLocality": "location",
    "jobLocationType": "remote", "baseSalary": "salary", "minValue": "salary_min",
    "maxValue": "salary_max", "currency": "currency", "employmentUnit": "department",
    "applyUrl": "apply_url",
}  # fmt: skip


class Field(NamedTuple):
    """One field: ``key`` is its path in the front matter; ``kind`` is text, long, date, number,
    flag, choice, list or other (shown, and changed in the text). ``line`` is where it stands
    (1-based; 0: nowhere yet)."""

    key: tuple[str | int, ...]
    label: str
    kind: str
    value: Any
    help: str
    required: bool
    choices: tuple[str, ...]
    line: int


class Common(NamedTuple):
    """What the project's pages have in their front matter: on how many each key stands, and the
    words that are written for it."""

    pages: int
    keys: Mapping[str, int]
    words: Mapping[str, Sequence[str]]


def fields(
    source: Source, meta: FrontMatter, schema: Mapping[str, Any], common: Common
) -> list[Field]:
    """The fields of a page: what it has, then what it could have, as the schema orders them."""
    names = list(dict.fromkeys((*_wanted(meta, schema, common),)))[:_MOST]
    return [f for name in names for f in _of(name, source, meta, schema, common)]


def _wanted(meta: FrontMatter, schema: Mapping[str, Any], common: Common) -> Iterator[str]:
    """The keys of a form; of several names for one thing, the page's own, else the project's."""
    known = dict(schema.get("properties") or {})
    ours = schema.get("$id") == "urn:jdlint:schema:job-page"
    often = {key for key, n in common.keys.items() if n * 2 > common.pages > 1}
    first = _ASKED if ours else tuple(known)
    here = {_thing(key, known) for key in meta.data}
    for name in first:
        alike = [key for key in (*meta.data, *sorted(often)) if _thing(key, known) == name]
        if alike or not ours:
            yield from alike or (name,)
        elif not _covered(name, here | {_thing(key, known) for key in often}):
            yield name
    yield from (key for key in meta.data if key not in _HIDDEN)
    yield from (
        key for key in sorted(often) if key not in _HIDDEN and _thing(key, known) not in here
    )


def _covered(name: str, here: set[str]) -> bool:
    """Whether a page says in other fields what a field would ask; pay in one field or in three."""
    pay = {"salary_min", "salary_max", "currency"}
    if name == "salary":
        return True  # asked as three fields, shown where it is there
    return name in pay and "salary" in here


def _thing(key: str, known: Mapping[str, Any]) -> str:
    """What a key is another name for, as the schema tells, or the key's own name."""
    about = known.get(key)
    match = _AS.match(str(about.get("description", ""))) if isinstance(about, dict) else None
    name = match[1] if match else key
    same = _SAME.get(likely(name), name)
    return same if same in known else name


def _of(
    name: str, source: Source, meta: FrontMatter, schema: Mapping[str, Any], common: Common
) -> Iterator[Field]:
    known = dict(schema.get("properties") or {})
    thing = _resolved(known.get(_thing(name, known)), schema)
    about = _resolved(known.get(name), schema) or thing
    value = meta.data.get(name)
    if isinstance(value, dict) and value and all(isinstance(key, str) for key in value):
        inner = _resolved(about, schema).get("properties") or {}
        for key in value:
            part = _field((name, key), source, meta, _resolved(inner.get(key), schema), ())
            yield part._replace(label=f"{_label(name, about)}: {_label(key, {}).lower()}")
        return
    words = tuple(common.words.get(name, ()))
    described = {**about, "description": thing.get("description", about.get("description", ""))}
    field = _field((name,), source, meta, described, words)
    yield field._replace(required=name in (schema.get("required") or ()))


def _field(
    key: tuple[str | int, ...], source: Source, meta: FrontMatter, about: Mapping[str, Any],
    words: tuple[str, ...],
) -> Field:  # fmt: skip
    found = meta.find(key)
    value = found.value if found else None
    line = source.position(found.key.start).line if found else 0
    given = _choices(about)
    kind = _kind(value, about, given)
    choices = given or words
    said = _SOURCE.sub("", str(about.get("description", "")))
    said = said[:1].upper() + said[1:]
    return Field(
        key, _label(str(key[-1]), about), kind, _plain(value), said, False,
        tuple(dict.fromkeys(choices))[:_MOST_CHOICES], line,
    )  # fmt: skip


def _kind(value: Any, about: Mapping[str, Any], choices: tuple[str, ...]) -> str:
    kinds = about.get("type") or ()
    kinds = (kinds,) if isinstance(kinds, str) else tuple(kinds)
    if isinstance(value, dict) or (isinstance(value, list) and any(_nested(v) for v in value)):
        return "other"
    if isinstance(value, list) or (value is None and kinds == ("array",)):
        return "list"
    if isinstance(value, bool) or (value is None and kinds == ("boolean",)):
        return "flag"
    text = "" if value is None else str(value)
    if _dated(about) and (not text or _DATE.fullmatch(text)):
        return "date"
    if isinstance(value, int | float) or (value is None and set(kinds) & {"number", "integer"}):
        return "number"
    if choices and about.get("enum") and (not text or text in choices):
        return "choice"
    return "long" if "\n" in text or len(text) > 80 or about.get("title") == "text" else "text"


def _nested(value: Any) -> bool:
    return isinstance(value, list | dict)


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list) and not any(_nested(v) for v in value):
        return ["" if v is None else str(v) for v in value]
    return str(value)[:200]


def _dated(about: Mapping[str, Any]) -> bool:
    return about.get("format") == "date" or "a date such as" in str(about.get("title", ""))


def _choices(about: Mapping[str, Any]) -> tuple[str, ...]:
    """The words that a schema allows, wherever it says so; the first come first."""
    if isinstance(about.get("enum"), list):
        return tuple(str(v) for v in about["enum"] if v is not None)
    for part in (about.get("then"), *(about.get("anyOf") or ()), *(about.get("oneOf") or ())):
        if isinstance(part, dict) and (found := _choices(part)):
            return found[:8]
    return ()


def _resolved(about: Any, schema: Mapping[str, Any]) -> dict[str, Any]:
    """A part of a schema with what it refers to in the same file."""
    out = dict(about) if isinstance(about, Mapping) else {}
    for _ in range(5):
        name = str(out.pop("$ref", ""))
        if not name.startswith("#/"):
            break
        target: Any = schema
        for step in name[2:].split("/"):
            target = target.get(step) if isinstance(target, Mapping) else None
        out = {**(target if isinstance(target, Mapping) else {}), **out}
    return out


def _label(key: str, about: Mapping[str, Any]) -> str:
    """A key in words: the schema's title where it is one, else the key's own."""
    title = str(about.get("title", ""))
    if title[:1].isupper():
        return title
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", key).replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:].lower() if words else key
