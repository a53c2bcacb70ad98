"""What a page says as a JobPosting, and what it lacks."""

from __future__ import annotations

from collections.abc import Mapping

from jdlint.core.light import NamedTuple, TypeAlias
from jdlint.core.text import Span

# what JSON-LD holds: texts, numbers, switches, and lists and mappings of them
Json: TypeAlias = "str | int | float | bool | list[Json] | Mapping[str, Json]"


class Lack(NamedTuple):
    """Something that a reader of postings needs and the page does not say, or not so that it can be
    read; ``span`` is where it belongs."""

    span: Span
    message: str


class Own(NamedTuple):
    """What the project says once for all its postings (``posting:`` in its configuration).

    ``organization`` has ``name``, and ``url`` and ``logo`` where they are known; ``keys`` maps
    properties to the site's own front-matter keys, which are looked at first; ``url`` is where the
    site is published; ``linkedin`` has ``poster_email`` and ``company_id`` where they are known;
    ``apply_url`` is where to apply, ``{identifier}`` in it standing for the job's own.
    """

    organization: Mapping[str, str] = {}
    keys: Mapping[str, tuple[str, ...]] = {}
    url: str = ""
    linkedin: Mapping[str, str] = {}
    apply_url: str = ""


class Posting(NamedTuple):
    """``properties`` are those of JobPosting by name, in the order in which they are written;
    ``apply_url`` is where to apply, empty where the page does not say."""

    path: str
    properties: Mapping[str, Json]
    lacks: tuple[Lack, ...] = ()
    apply_url: str = ""
