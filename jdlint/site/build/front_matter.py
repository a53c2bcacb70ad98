"""Front matter for the site model: the few keys that say where a page is built, read as cheaply as
can be."""

from __future__ import annotations

from collections.abc import Mapping

from jdlint.core.light import TYPE_CHECKING, Any
from jdlint.core.patterns import regex as re
from jdlint.site.build.data import load

if TYPE_CHECKING:
    from datetime import date

_FENCE = re.late(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n")
_DATE = re.late(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})")
_MAX_FRONT = 100_000


def keys(*names: str) -> re.Pattern[str]:
    """A pattern for the text of front matter that may hold one of these keys: indented, quoted,
    in a flow mapping or in TOML too."""
    return re.late(rf"(?mi)(?:^|[{{,])[ \t]*[\"']?(?:{'|'.join(names)})[\"']?[ \t]*[:=]")


def split_front(text: str) -> tuple[str, str, str]:
    """The format (``yaml``, ``toml``, ``json`` or ``""``), the front matter's text and the body."""
    match = _FENCE.match(text)
    if match:
        mark = match[1]
        close = re.late(rf"(?m)^{re.escape(mark)}[ \t]*\r?$").search(text, match.end())
        if not close:
            return "", "", text
        rest = text[close.end() :]
        return (
            ("yaml" if mark == "---" else "toml"),
            text[match.end() : close.start()],
            rest[1:] if rest else "",
        )
    if text.startswith("{"):
        try:
            import json

            _, end = json.JSONDecoder().raw_decode(text[:_MAX_FRONT])
        except (ValueError, RecursionError):
            return "", "", text
        return "json", text[:end], text[end:]
    return "", "", text


def body_of(text: str) -> str:
    """The text after the front matter."""
    return split_front(text)[2]


def front_data(text: str, keys: re.Pattern[str]) -> Mapping[str, Any]:
    """The front matter's data; empty where none of ``keys`` (searched in its text) is there, or it
    cannot be read."""
    kind, front, _ = split_front(text[:_MAX_FRONT] if len(text) > _MAX_FRONT else text)
    if not kind or not keys.search(front):
        return {}
    try:
        data = load(front, kind)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def strings(value: Any) -> tuple[str, ...]:
    """A string or a list of strings, as front matter has them."""
    if isinstance(value, str):
        return (value,)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def day_of(value: Any) -> date | None:
    """The day of a date as YAML, TOML or a text have it."""
    if value is None:
        return None
    from datetime import date, datetime

    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = _DATE.match(value) if isinstance(value, str) else None
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
