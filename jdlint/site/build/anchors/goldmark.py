"""Hugo's ids: of the Markdown of a heading up to 0.143, of its plain text since."""

from __future__ import annotations

from collections.abc import Callable

from jdlint.core import regex as re
from jdlint.site.build.anchors import slugs
from jdlint.site.build.anchors.commonmark import Outline, outline
from jdlint.site.build.anchors.numbering import numbered, with_html
from jdlint.site.build.anchors.options import Options

_MARK = r"(?:[#.][\w:.-]+|[A-Za-z_:][\w:.-]*=(?:\"[^\"]*\"|'[^']*'|[^\s,{}\"']+))"


_GOLDMARK_ID = re.late(rf"[ \t]*\{{[ \t]*({_MARK}(?:[ \t,]+{_MARK})*)[ \t,]*\}}[ \t]*$")


_ID = re.late(r"(?:^|\s)(?:#([\w:.-]+)|id=[\"']?([\w:.-]+))")


_TYPOGRAPHY = re.late(r"---?|<<|>>")


# an attribute block at the end of a heading, with quotes and dashes of any kind in it
_PLAIN_ATTRIBUTES = re.late(r"[ \t]*\{[^{}]*\}[ \t]*$")


def goldmark(slug: slugs.Slug) -> Callable[[str, Options], tuple[str, ...]]:
    def ids(text: str, options: Options) -> tuple[str, ...]:
        page = outline(text)
        headings = []
        for heading in page.headings:
            match = _GOLDMARK_ID.search(heading.raw)
            name = _ID.search(match[1]) if match else None
            raw = heading.raw[: match.start()] if match else heading.raw
            headings.append((raw, (name[1] or name[2]) if name else None))
        found = (
            numbered(headings, slug, slugs.number_from_one)
            if options.auto_ids
            else [h[1] or "" for h in headings]
        )
        return with_html([*found, *_notes(page)], page)

    return ids


def goldmark_plain(slug: slugs.Slug) -> Callable[[str, Options], tuple[str, ...]]:
    """Hugo since 0.144: of the plain text of a heading, dashes and quotes made of hyphens (not in
    code) left out as the characters that they become."""

    def ids(text: str, options: Options) -> tuple[str, ...]:
        page = outline(text)
        headings = []
        for heading in page.headings:
            match = _GOLDMARK_ID.search(heading.raw)
            name = _ID.search(match[1]) if match else None
            pieces = [
                piece if code or not options.typographer else _TYPOGRAPHY.sub("", piece)
                for piece, code in heading.plain
            ]
            shown = "".join(pieces).rpartition("\n")[2]
            shown = _PLAIN_ATTRIBUTES.sub("", shown) if match else shown
            headings.append((shown, (name[1] or name[2]) if name else None))
        found = (
            numbered(headings, slug, slugs.number_from_one)
            if options.auto_ids
            else [h[1] or "" for h in headings]
        )
        return with_html([*found, *_notes(page)], page)

    return ids


def _notes(page: Outline) -> list[str]:
    numbers = [number for number, _ in enumerate(dict.fromkeys(page.notes), 1)]
    return [f"fn:{number}" for number in numbers] + [f"fnref:{number}" for number in numbers]
