"""Dated law that the pay rules use: data with sources, not legal advice."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path

from jdlint.core.light import Any, NamedTuple
from jdlint.core.tools import cache


class Law(NamedTuple):
    """One row: from the day ``effective`` on, postings for ``name`` say what ``requires`` lists,
    from ``employees`` on.

    ``remote`` is ``anyone`` where remote work that could be done there counts, else ``own``;
    ``places`` are names to look for.
    """

    id: str
    name: str
    effective: datetime.date
    employees: int
    requires: frozenset[str]
    remote: str
    places: tuple[str, ...]
    law: str


# “minimum” is a figure that pay starts from, where a law asks for no upper end
REQUIREMENTS = frozenset(
    ("range", "minimum", "benefits", "deadline", "ai-statement", "vacancy-statement")
)


@cache
def shipped() -> tuple[Law, ...]:
    """The laws that jdlint ships."""
    import yaml

    text = Path(__file__).with_name("pay_laws.yaml").read_text(encoding="utf-8")
    return tuple(law_of(row) for row in yaml.safe_load(text)["laws"])


def law_of(row: Mapping[str, Any]) -> Law:
    """A row of the data or of a project's settings; raises ``ValueError`` for one that cannot be
    used."""
    try:
        effective = row["effective"]
        day = (
            effective
            if isinstance(effective, datetime.date)
            else datetime.date.fromisoformat(str(effective)[:10])
        )
        requires = frozenset(str(one) for one in row["requires"])
        places = tuple(str(place) for place in row.get("places", ()))
        employees, remote = int(row.get("employees", 1)), str(row.get("remote", "own"))
        name, law = str(row["name"]), str(row.get("law", row["name"]))
        found = Law(str(row["id"]), name, day, employees, requires, remote, places, law)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(
            f"a law of the “pay” setting needs id, name, effective (a date) and requires: {error}"
        ) from error
    if not found.requires <= REQUIREMENTS:
        raise ValueError(f"“requires” of {found.id} knows {', '.join(sorted(REQUIREMENTS))}")
    return found


def laws(own: Iterable[Mapping[str, Any]] = ()) -> tuple[Law, ...]:
    """The shipped laws, replaced and completed by a project's own rows."""
    rows = {law.id: law for law in shipped()}
    rows.update((law.id, law) for law in map(law_of, own))
    return tuple(rows.values())
