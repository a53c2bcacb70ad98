"""A survey as files: the ``jdlint.yaml`` and the front-matter schema that ``jdlint init`` writes,
and its report. Pure."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Mapping, Sequence

from jdlint import __version__
from jdlint.config.survey import KeyRow, SectionRow, Survey, shares
from jdlint.core.light import Any, dataclass

# whose values are held to what the shipped schema says of a property's usual key
_LIKE = {
    "datePosted": "date_posted", "validThrough": "valid_through",
    "employmentType": "employment_type", "jobStartDate": "job_start_date",
    "minValue": "salary_min", "maxValue": "salary_max",
}  # fmt: skip
REQUIRED, RECOMMENDED, COMMON = 0.9, 0.8, 0.95
_OURS = "urn:jdlint:schema:job-page"
_SHOWN = 5
# where editors find the schema of the configuration that a version reads
SCHEMA_AT = "https://raw.githubusercontent.com/jdlint/jdlint/v{version}/schemas/config.schema.json"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pages are and what builds them: ``pages`` are patterns, ``roots`` maps folders to
    URL paths."""

    pages: tuple[str, ...]
    generator: str = ""
    roots: Mapping[str, str] | None = None
    url: str = ""
    redirects: tuple[str, ...] = ()


def config_text(found: Survey, place: Place, schema: str = "") -> str:
    """``jdlint.yaml`` for a repository, with comments that say what each part stands on."""
    return (
        "\n".join(
            [
                *_head(found, place),
                *_site(place),
                *_posting(found),
                *_front_matter(schema),
                *_sections(found),
                *_rules(found),
            ]
        )
        + "\n"
    )


def _quoted(text: str) -> str:
    """A text as YAML writes it, whatever it holds: JSON strings are YAML."""
    return json.dumps(text, ensure_ascii=False)


def _head(found: Survey, place: Place) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={SCHEMA_AT.format(version=__version__)}"
    yield f"# Written by “jdlint init” from what {found.pages} job pages do."
    yield "# Change what you like; “jdlint rules” lists what can be set."
    yield ""
    yield "# Which files are job pages"
    yield "pages:"
    yield from (f"  - {_quoted(pattern)}" for pattern in place.pages)


def _site(place: Place) -> Iterator[str]:
    rows = (
        [f"  generator: {place.generator}"]
        if place.generator and place.generator != "plain"
        else []
    )
    if place.url:
        rows.insert(0, f"  url: {_quoted(place.url)}")
    if place.roots and rows:
        rows.append("  roots:")
        rows.extend(
            f"    {_quoted(folder)}: {_quoted(path)}" for folder, path in place.roots.items()
        )
    if place.redirects:
        rows.append("  redirects: [" + ", ".join(map(_quoted, place.redirects)) + "]")
    if rows:
        yield from (
            "",
            "# What builds the site: so that links are checked as its generator resolves them",
            "site:",
            *rows,
        )


def _posting(found: Survey) -> Iterator[str]:
    if found.own_keys:
        yield from (
            "",
            "# Which keys of this site say what search engines and job boards read (“jdlint "
            "export”)",
            "posting:",
            "  keys:",
        )
    for name, keys in found.own_keys.items():
        yield f"    {name}: [{', '.join(map(_quoted, keys))}]"


def _front_matter(schema: str) -> Iterator[str]:
    if schema:
        yield from (
            "",
            "# The keys that pages have, from what most of them do",
            "front-matter:",
            f"  schema: {_quoted(schema)}",
        )


def _sections(found: Survey) -> Iterator[str]:
    if not found.sections:
        return
    yield from (
        "",
        "# Sections in the order in which most pages have them; order: false lets one stand "
        "anywhere",
        "sections:",
    )
    for row in found.sections:
        share = shares(row.pages, found.pages)
        yield f"  - name: {_quoted(row.name)}  # on {row.pages} of {found.pages} pages"
        if row.aliases:
            names = ", ".join(_quoted(name) for name in row.aliases)
            yield f"    aliases: [{names}]"
        if share >= REQUIRED:
            yield "    required: true"
        elif share >= RECOMMENDED:
            yield "    required: recommended"
        if share < RECOMMENDED:
            yield "    order: false"


def _rules(found: Survey) -> Iterator[str]:
    rows = [*_link_rule(found), *_list_rule(found)]
    if rows:
        yield from (
            "",
            "# Severities (off, note, warning, error) and parameters of rules",
            "rules:",
            *rows,
        )


def _link_rule(found: Survey) -> Iterator[str]:
    slash, bare = found.links.get("slash", 0), found.links.get("bare", 0)
    total = slash + bare
    if total >= 20 and max(slash, bare) >= COMMON * total:
        style = "always" if slash > bare else "never"
        count = f"{max(slash, bare)} of {total} links"
        yield f"  links/inconsistent-link: {{trailing-slash: {style}}}  # {count}"


def _list_rule(found: Survey) -> Iterator[str]:
    stop, none = found.lists.get("stop", 0), found.lists.get("none", 0)
    total = stop + none
    if total >= 10 and max(stop, none) >= COMMON * total:
        style = "stop" if stop > none else "none"
        count = f"{max(stop, none)} of {total} lists"
        yield f"  lists/mixed-punctuation: {{convention: {style}}}  # {count}"


def schema_data(found: Survey, known: Container[str]) -> dict[str, Any]:
    """A JSON Schema of the keys that pages have; for ``known`` keys what the shipped schema says of
    them holds."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of a job page",
        "description": f"Written by “jdlint init” from what {found.pages} pages do",
        "type": "object",
        "required": [row.name for row in found.keys if shares(row.pages, found.pages) >= REQUIRED],
        "properties": {
            row.name: _property(row, found, known) for row in found.keys if row.pages > 1
        },
    }


def _property(row: KeyRow, found: Survey, known: Container[str]) -> dict[str, Any]:
    data: dict[str, Any] = {"description": f"on {row.pages} of {found.pages} pages"}
    means = next((name for name, keys in found.own_keys.items() if row.name in keys), "")
    if means:
        data["description"] += f"; read as {means}"
    name = row.name if row.name in known else _LIKE.get(means, "")
    if name in known and not row.values:
        return {**data, "$ref": f"{_OURS}#/properties/{name}"}
    kinds = sorted(kind for kind, count in row.types.items() if count > 1 or len(row.types) == 1)
    if kinds == ["date"]:
        return {**data, "type": "string", "format": "date"}
    names = sorted({"string" if kind == "date" else kind for kind in kinds})
    if row.values and names == ["string"]:
        return {**data, "enum": list(row.values)}
    if names:
        data["type"] = names[0] if len(names) == 1 else names
    return data


def report_lines(found: Survey, place: Place) -> Iterator[str]:
    """What was seen, and which pages differ, for people."""
    yield f"{found.pages} job pages in {', '.join(place.pages)}"
    if place.generator:
        yield f"built by {place.generator}" + (f" for {place.url}" if place.url else "")
    if found.keys:
        yield "front matter: " + ", ".join(f"{row.name} ({row.pages})" for row in found.keys[:12])
    if found.own_keys:
        yield "read as JobPosting: " + ", ".join(
            f"{', '.join(keys)} ({name})" for name, keys in found.own_keys.items()
        )
    if found.sections:
        yield "sections: " + ", ".join(f"{row.name} ({row.pages})" for row in found.sections)
    if found.links:
        yield "links: " + ", ".join(
            f"{count} {_LINKS[kind]}" for kind, count in sorted(found.links.items())
        )
    if found.lists:
        yield "lists: " + ", ".join(
            f"{count} {_ENDS[kind]}" for kind, count in sorted(found.lists.items())
        )
    if found.languages:
        yield "languages: " + ", ".join(
            f"{name} ({count})" for name, count in sorted(found.languages.items())
        )
    yield from _differing(found.keys, found.sections, found.pages)


_LINKS = {
    "slash": "with a trailing slash",
    "bare": "without one",
    "absolute": "absolute to the own site",
    "relative": "relative",
}
_ENDS = {"stop": "end in full stops", "none": "without full stops", "mixed": "mixed"}


def _differing(keys: Sequence[KeyRow], sections: Sequence[SectionRow], pages: int) -> Iterator[str]:
    rows: list[KeyRow | SectionRow] = [*keys, *sections]
    for row in rows:
        if row.without and RECOMMENDED <= shares(row.pages, pages) < 1:
            more = f" and {len(row.without) - _SHOWN} more" if len(row.without) > _SHOWN else ""
            kind = "key" if isinstance(row, KeyRow) else "section"
            yield f"without the {kind} “{row.name}”: {', '.join(row.without[:_SHOWN])}{more}"
