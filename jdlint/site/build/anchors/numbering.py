"""What the families share: numbering equal ids, the ids of raw HTML, ids that a writer gives."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.site.build.anchors import slugs
from jdlint.site.build.anchors.commonmark import Outline, Text
from jdlint.site.build.anchors.html_ids import html_ids


def numbered(
    headings: list[tuple[str, str | None]],
    slug: slugs.Slug,
    number: slugs.Number,
    *,
    reserve: bool = True,
) -> list[str]:
    """Ids of headings (text, explicit id); ``reserve`` counts the explicit ones as used."""
    used: dict[str, int] = {}
    found = []
    for text, explicit in headings:
        if explicit is None:
            found.append(number(slug(text), used))
        else:
            found.append(explicit)
            if reserve:
                used.setdefault(explicit, 0)
    return found


def with_html(found: list[str], page: Outline) -> tuple[str, ...]:
    for piece in page.html:
        found += html_ids(piece)
    return tuple(dict.fromkeys(filter(None, found)))


def shown_text(heading: Text) -> str:
    return "".join(heading.shown).strip()


CUSTOM_ID = re.late(r"\s*\{#([^{}]+)\}\s*$")


def custom(heading: Text) -> tuple[str, str | None]:
    """A heading's text and the id that ``{#id}`` at its end gives."""
    text = "".join(heading.alts)
    match = CUSTOM_ID.search(text)
    return (text[: match.start()], match[1]) if match else (text, None)
