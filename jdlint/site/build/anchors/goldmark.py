"""Hugo's ids: of the Markdown of a heading up to 0.143, of its plain text since."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jdlint.core.patterns import regex as re
from jdlint.site.build.anchors import slugs
from jdlint.site.build.anchors.commonmark import Outline, Piece, outline
from jdlint.site.build.anchors.numbering import numbered, with_html
from jdlint.site.build.anchors.options import Options

_MARK = r"(?:[#.][\w:.-]+|[A-Za-z_:][\w:.-]*=(?:\"[^\"]*\"|'[^']*'|[^\s,{}\"']+))"


_GOLDMARK_ID = re.late(rf"[ \t]*\{{[ \t]*({_MARK}(?:[ \t,]+{_MARK})*)[ \t,]*\}}[ \t]*$")


_ID = re.late(r"(?:^|\s)(?:#([\w:.-]+)|id=[\"']?([\w:.-]+))")


_TYPOGRAPHY = re.late(r"---?|<<|>>")

# addresses that goldmark's linkify makes links of, after a space or a mark
_ADDRESS = (
    r"(?:(?<![^\s*_~(])(?:(?:https?|ftp)://[-\w@:%.+~#=]{1,256}\.[a-z]+(?::\d+)?|www\.[-\w@:%.+~#=]"
    r"{1,256}\.[a-z]+)"
    r"(?:[/#?](?:[^\s<>|]*[^\s<>|?!.,:*_~'\"])?)?"
    r"|(?<![\w.+@-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8})"
)
_BARE = re.late(_ADDRESS)
_NODE = re.late(rf"---?|<<|>>|[\"']|\.\.\.|{_ADDRESS}")


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
    """Hugo since 0.144: of the plain text of a heading (``render.TextPlain``), dashes and quotes
    made of hyphens (not in code) left out as the characters that they become."""

    def ids(text: str, options: Options) -> tuple[str, ...]:
        page = outline(text)
        headings = []
        for heading in page.headings:
            match = None if heading.closed else _GOLDMARK_ID.search(heading.raw)
            name = _ID.search(match[1]) if match else None
            shown = "".join(_plain(heading.plain, options)).rpartition("\n")[2]
            shown = _PLAIN_ATTRIBUTES.sub("", shown) if match else shown
            if shown or name:  # without a text there is no id
                headings.append((shown, (name[1] or name[2]) if name else None))
        found = (
            numbered(headings, slug, slugs.number_from_one)
            if options.auto_ids
            else [h[1] or "" for h in headings]
        )
        return with_html([*found, *_notes(page)], page)

    return ids


def _plain(pieces: list[Piece], options: Options) -> Iterator[str]:
    """The words that Hugo's plain text has: what becomes a node of its own, a dash, a quote, a bare
    address, ends the first child of an inline element, and an address shows nothing."""
    ended = 0
    for text, code, inside in pieces:
        if code:
            yield text
        elif inside and inside == ended:
            continue
        elif inside:
            cut = _NODE.search(text) if options.typographer else _BARE.search(text)
            ended = inside if cut else ended
            yield text[: cut.start()] if cut else text
        else:
            plain = _BARE.sub("", text) if "@" in text or "://" in text or "www." in text else text
            yield _TYPOGRAPHY.sub("", plain) if options.typographer else plain


def _notes(page: Outline) -> list[str]:
    numbers = [number for number, _ in enumerate(dict.fromkeys(page.notes), 1)]
    return [f"fn:{number}" for number in numbers] + [f"fnref:{number}" for number in numbers]
