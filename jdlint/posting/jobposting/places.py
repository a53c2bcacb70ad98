"""Where a job is done: its places, whether from anywhere, and from which countries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.core.page import Value
from jdlint.core.patterns import regex as re
from jdlint.posting.jobposting.countries import code_of
from jdlint.posting.jobposting.keys import KEYS, Keys, each, plain
from jdlint.posting.jobposting.record import Json
from jdlint.posting.pay import fold

_PARTS = ("streetAddress", "addressLocality", "addressRegion", "postalCode", "addressCountry")
# Google: TELECOMMUTE only where all of the work can be done from anywhere, not for some days of it
_ALL_REMOTE = re.late(r"(?:fully |100 ?% |all |globally )?remote(?:[ -]only)?|telecommute", re.I)
_REMOTE_PLACE = re.late(
    r"(?:fully |100 ?% )?remote(?: ?[,(/–-] ?| in | from | within )(?P<where>[^()]+)\)?", re.I
)


def is_remote(keys: Keys) -> bool:
    """Whether the page says that all of the work can be done from anywhere."""
    value = keys.get("jobLocationType")
    if value is not None:
        if value.value is True:
            return True
        return any(_ALL_REMOTE.fullmatch(text) for text in each(value.value))
    return any(_is_remote_text(text) for text in keys.texts("jobLocation"))


def _is_remote_text(text: str) -> bool:
    return bool(_ALL_REMOTE.fullmatch(text) or _REMOTE_PLACE.fullmatch(text))


def locations(keys: Keys) -> list[Json]:
    """The places of a job, each with as much of its address as the page says."""
    own = _own_address(keys)
    value = keys.get("jobLocation")
    found = [_place(address) for address in _addresses(value)] if value else []
    if own and len(found) <= 1:
        known = found[0]["address"] if found else {}
        if isinstance(known, Mapping):
            return [_place({**known, **own})]
    return list(found)


def _addresses(value: Value) -> Iterator[dict[str, Json]]:
    given = value.value if isinstance(value.value, list | tuple) else (value.value,)
    for item in given:
        if isinstance(item, Mapping):
            yield _mapped(item)
        elif (text := plain(item)) and not _is_remote_text(text):
            yield _written(text)


def _mapped(item: Mapping[str, object]) -> dict[str, Json]:
    """An address that is a mapping, in JobPosting's own words or in those of pages."""
    inner = item.get("address")
    if isinstance(inner, Mapping):
        item = {**item, **inner}
    folded = {fold(str(key)): plain(value) for key, value in item.items()}
    found: dict[str, Json] = {}
    for part in _PARTS:
        names = (part.casefold(), *KEYS[part], *(("name",) if part == "addressLocality" else ()))
        text = next((folded[name] for name in names if folded.get(name)), "")
        if text:
            found[part] = code_of(text) or text if part == "addressCountry" else text
    return found


def _written(text: str) -> dict[str, Json]:
    """An address in one text: the last part is its country where it is one's name; a code is not
    taken for a country (“CA” is California, too). The rest stays as it is written."""
    place, comma, last = text.rpartition(",")
    code = code_of(last) if len(last.strip()) != 2 else ""
    if not comma:
        return {"addressCountry": code} if code else {"addressLocality": text}
    if not code:
        return {"addressLocality": text}
    return {"addressLocality": place.strip(), "addressCountry": code}


def _own_address(keys: Keys) -> dict[str, Json]:
    """The parts of an address that have keys of their own."""
    found: dict[str, Json] = {}
    for part in _PARTS:
        texts = keys.texts(part)
        if len(texts) == 1:
            found[part] = code_of(texts[0]) or texts[0] if part == "addressCountry" else texts[0]
    return found


def _place(address: Mapping[str, Json]) -> dict[str, Json]:
    parts = {part: address[part] for part in _PARTS if part in address}
    return {"@type": "Place", "address": {"@type": "PostalAddress", **parts}}


def applicants(keys: Keys) -> list[Json]:
    """From where people may apply for a remote job, where the page says so."""
    texts = keys.texts("applicantLocationRequirements")
    for text in keys.texts("jobLocation"):
        match = _REMOTE_PLACE.fullmatch(text)
        if match and not texts:
            texts = re.split(r", | or | and |/", match["where"])
    found: list[Json] = []
    for text in texts:
        code = code_of(text)
        kind = "Country" if code else "AdministrativeArea"
        found.append({"@type": kind, "name": code or text.strip()})
    return found
