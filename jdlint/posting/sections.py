"""Which section a heading names, as the project configures them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jdlint.core.light import Any, NamedTuple
from jdlint.core.names import distance
from jdlint.core.page import FrontMatter, Heading, Page
from jdlint.core.patterns.regex import late
from jdlint.core.tools import lru_cache

_NUMBER = late(r"^(?:\d+(?:\.\d+)*[.)]?|[ivxIVX]+[.)])\s+")
_NOT_LETTERS = late(r"[^\w&'’/+ -]+")


class Spec(NamedTuple):
    """One configured section; ``names`` are its name and aliases, folded; ``presence`` is required,
    recommended or empty."""

    name: str
    names: frozenset[str]
    presence: str
    when: tuple[tuple[str, Any], ...]


@lru_cache(maxsize=65_536)
def fold_heading(text: str) -> str:
    """A heading without its case, numbering, emoji and end marks: what makes two headings the same
    name."""
    if ":" in text:  # “:fire: Responsibilities”
        text = " ".join(word for word in text.split() if not _is_shortcode(word))
    plain = _NOT_LETTERS.sub(" ", _NUMBER.sub("", text)).replace("’", "'").replace("&", " and ")
    return " ".join(plain.casefold().split())


def _is_shortcode(word: str) -> bool:
    """Whether a word is an emoji by its name: ``:fire:``."""
    return len(word) > 2 and word[0] == word[-1] == ":"


def specs_of(sections: Sequence[Mapping[str, Any]]) -> tuple[Spec, ...]:
    """The configured sections, read."""
    return tuple(
        Spec(
            str(row["name"]),
            frozenset(fold_heading(str(n)) for n in (row["name"], *row.get("aliases", ()))),
            _presence(row),
            tuple((str(k), v) for k, v in dict(row.get("when", {})).items()),
        )
        for row in sections
    )


def _presence(row: Mapping[str, Any]) -> str:
    wanted = row.get("required", False)
    return (
        "recommended"
        if wanted == "recommended" or row.get("recommended")
        else "required"
        if wanted
        else ""
    )


def applies(spec: Spec, meta: FrontMatter) -> bool:
    """Whether the section's condition on the front matter holds for a page."""
    return all(_fits(meta.data.get(key), wanted) for key, wanted in spec.when)


def _fits(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, tuple | list):
        return any(_fits(value, option) for option in wanted)
    values = value if isinstance(value, list) else [value]
    return any(
        entry == wanted or str(entry).casefold() == str(wanted).casefold() for entry in values
    )


def spec_of(heading: str, specs: Sequence[Spec]) -> Spec | None:
    folded = fold_heading(heading)
    return next((spec for spec in specs if folded in spec.names), None)


def misspelt(heading: str, names: Mapping[str, str]) -> str | None:
    """The name that a heading is a misspelling of, or None; ``names`` are folded names with their
    spelling. A plural or another word form is no misspelling."""
    folded = fold_heading(heading)
    if len(folded) < 6:
        return None
    limit = 2 if len(folded) >= 9 else 1
    for other, name in names.items():
        if other == folded or abs(len(other) - len(folded)) > limit or _same_stem(folded, other):
            continue
        if folded[0] == other[0] and distance(folded, other, limit) <= limit:
            return name
    return None


def _same_stem(a: str, b: str) -> bool:
    """Whether two names differ by a plural, by words, or by where they are split."""
    if (
        a.rstrip("s") == b.rstrip("s")
        or a.replace("-", " ") == b.replace("-", " ")
        or len(a.split()) != len(b.split())
    ):
        return True
    changed = [(x, y) for x, y in zip(a.split(), b.split(), strict=True) if x != y]
    return any(
        min(len(x), len(y)) < 6 or x in _REAL or x.rstrip("s") == y.rstrip("s") for x, y in changed
    )


# words that differ by a slip or two from a section's name and are words themselves
_REAL = frozenset(
    "requirement responsible responsibly qualification qualified experienced skilled duty benefit "
    "location relocation "
    "compensations perk position positions hiring applying application applications preference "
    "preferences preferred "
    "process processes summary company companies relevant competences competencies competence "
    "require required descriptor descriptors".split()
)


def headings_of(page: Page) -> list[Heading]:
    return [section.heading for section in page.sections]
