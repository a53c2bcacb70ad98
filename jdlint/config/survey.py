"""What most job pages of a repository do: the facts behind ``jdlint init``. Pure: pages in, a
survey out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from jdlint.core.light import Any, NamedTuple, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.posting.jobposting.guesses import Own, guessed
from jdlint.posting.sections import fold_heading

_DATE = re.late(r"\d{4}-\d{2}-\d{2}")
_STOPS = ".!?"
_MOST_VALUES = 8


class KeyRow(NamedTuple):
    """A front-matter key: on how many pages it stands, its types by count, its values where they
    are few."""

    name: str
    pages: int
    types: Mapping[str, int]
    values: tuple[str, ...]
    without: tuple[str, ...]


class SectionRow(NamedTuple):
    """A section: its usual name, other names for it with their counts, how many pages have it,
    which do not."""

    name: str
    aliases: Mapping[str, int]
    pages: int
    place: float
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """``links`` counts ``slash``, ``bare``, ``absolute`` and ``relative`` targets, ``lists`` those
    that end ``stop``, ``none`` or ``mixed``; ``languages`` counts the ``lang`` of pages;
    ``own_keys`` are properties of JobPosting and the site's own keys that say them."""

    pages: int
    keys: tuple[KeyRow, ...]
    sections: tuple[SectionRow, ...]
    links: Mapping[str, int]
    lists: Mapping[str, int]
    languages: Mapping[str, int]
    own_keys: Mapping[str, tuple[str, ...]] = {}


def survey(pages: Iterable[Page], synonyms: Sequence[Sequence[str]], host: str = "") -> Survey:
    """What pages do; ``synonyms`` are groups of names for one section."""
    rows = list(pages)
    links: Counter[str] = Counter()
    lists: Counter[str] = Counter()
    for page in rows:
        links.update(_link_styles(page, host))
        lists.update(_list_ends(page))
    languages = Counter(str(page.meta.data["lang"]) for page in rows if "lang" in page.meta.data)
    keys = _keys(rows)
    own = guessed([Own(key.name, key.pages, key.types) for key in keys])
    return Survey(len(rows), keys, _sections(rows, synonyms), links, lists, languages, own)


def _keys(pages: Sequence[Page]) -> tuple[KeyRow, ...]:
    readable = [page for page in pages if page.meta.format and page.meta.data]
    types: dict[str, Counter[str]] = defaultdict(Counter)
    values: dict[str, Counter[str]] = defaultdict(Counter)
    have: dict[str, set[str]] = defaultdict(set)
    for page in readable:
        for key, value in page.meta.data.items():
            have[key].add(page.path)
            types[key][_type(value)] += 1
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, str):
                    values[key][item] += 1
    return tuple(
        KeyRow(
            key, len(paths), types[key], _few(values[key], len(paths)), _missing(readable, paths)
        )
        for key, paths in sorted(have.items(), key=lambda row: (-len(row[1]), row[0]))
    )


def _missing(pages: Sequence[Page], paths: set[str]) -> tuple[str, ...]:
    return tuple(page.path for page in pages if page.path not in paths)


def _few(values: Counter[str], pages: int) -> tuple[str, ...]:
    """The values of a key that has few, each of them used again and again; a value that stands once
    is no choice."""
    often = [value for value, count in values.most_common(_MOST_VALUES + 1) if count > 1]
    total = sum(values.values())
    if (
        not often
        or len(often) > _MOST_VALUES
        or total < 6
        or sum(values[v] for v in often) < 0.9 * total
    ):
        return ()
    return tuple(sorted(often)) if total >= 3 * len(often) else ()


def _type(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "date" if _DATE.fullmatch(value) else "string"
    names = {int: "integer", float: "number", list: "array", dict: "object"}
    return names.get(type(value), "null")


def _sections(pages: Sequence[Page], synonyms: Sequence[Sequence[str]]) -> tuple[SectionRow, ...]:
    groups = {fold_heading(name): index for index, names in enumerate(synonyms) for name in names}
    names: dict[Any, Counter[str]] = defaultdict(Counter)
    places: dict[Any, list[float]] = defaultdict(list)
    have: dict[Any, set[str]] = defaultdict(set)
    for page in pages:
        for index, section in enumerate(page.sections):
            folded = fold_heading(section.heading.text)
            if not folded:
                continue
            key = groups.get(folded, folded)
            if page.path not in have[key]:
                places[key].append(index / max(len(page.sections), 1))
                names[key][section.heading.text.strip(" :#*")] += 1
            have[key].add(page.path)
    rows = [
        _section(names[k], have[k], places[k], pages)
        for k in have
        if 4 * len(have[k]) >= len(pages) and len(have[k]) > 1
    ]
    return tuple(sorted(rows, key=lambda row: row.place))


def _section(
    names: Counter[str], have: set[str], places: Sequence[float], pages: Sequence[Page]
) -> SectionRow:
    folded: dict[str, Counter[str]] = defaultdict(Counter)
    for name, count in names.items():
        folded[fold_heading(name)][name] += count
    ranked = sorted(folded.values(), key=lambda forms: -sum(forms.values()))
    aliases = {forms.most_common(1)[0][0]: sum(forms.values()) for forms in ranked[1:]}
    without = tuple(page.path for page in pages if page.path not in have)
    return SectionRow(ranked[0].most_common(1)[0][0], aliases, len(have), median(places), without)


def _link_styles(page: Page, host: str) -> Iterable[str]:
    for link in page.links:
        if link.kind not in ("inline", "definition") or link.templated:
            continue
        path = link.url.partition("#")[0].partition("?")[0]
        if host and re.match(rf"https?://(?:www\.)?{re.escape(host)}(?:[/?#]|$)", link.url):
            yield "absolute"
        elif path.startswith("/") and path != "/" and "." not in path.rsplit("/", 1)[-1]:
            yield "slash" if path.endswith("/") else "bare"
        elif path and not re.match(r"[a-z][a-z0-9+.-]*:|//|/", link.url, re.IGNORECASE):
            yield "relative"


def _list_ends(page: Page) -> Iterable[str]:
    for block in page.lists:
        ends = [page.text(row).rstrip()[-1:] for _, row in page.items(block)]
        ends = [end for end in ends if end and end != ":"]
        if len(ends) > 1:
            stops = sum(end in _STOPS for end in ends)
            yield "stop" if stops == len(ends) else "none" if stops == 0 else "mixed"


def shares(count: int, total: int) -> float:
    """A share of a total, 0 for nothing."""
    return count / total if total else 0.0
