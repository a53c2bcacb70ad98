"""The ids of a page by its family of generators."""

from __future__ import annotations

from collections.abc import Callable

from jdlint.core.patterns import regex as re
from jdlint.site.build.anchors import slugs
from jdlint.site.build.anchors.commonmark import Outline, outline
from jdlint.site.build.anchors.goldmark import goldmark, goldmark_plain
from jdlint.site.build.anchors.html_ids import html_ids
from jdlint.site.build.anchors.kramdown.page import ids as kramdown_ids
from jdlint.site.build.anchors.kramdown.page import kramdown_state
from jdlint.site.build.anchors.markdown_it import (
    eleventy_ids,
    eleventy_slugify,
    markdown_it,
    mdit_vue,
    myst,
)
from jdlint.site.build.anchors.numbering import custom, numbered, shown_text, with_html
from jdlint.site.build.anchors.options import Options
from jdlint.site.build.scan import closed_sub

_DEFAULTS = Options()


def page_ids(text: str, family: str, options: Options = _DEFAULTS) -> tuple[str, ...]:
    """The ids of a page's body (front matter and templating taken off), in order, each once.

    Raises ``ValueError`` for a family that is not known.
    """
    if family in ("kramdown", "kramdown-gfm"):
        gfm = family == "kramdown-gfm"
        state = kramdown_state(
            text,
            gfm=gfm,
            parse_html=options.parse_html,
            auto_ids=options.auto_ids,
            prefix=options.prefix,
        )
        return tuple(kramdown_ids(state))
    if family == "python-markdown":
        from jdlint.site.build.anchors.python_markdown import python_markdown_ids

        return python_markdown_ids(text, options)
    if family not in FAMILIES:
        raise ValueError(f"“{family}” is no family of heading ids")
    return _BY_NAME[family](text, options)


def _github(text: str, options: Options) -> tuple[str, ...]:
    page = outline(text)
    found = numbered(
        [(shown_text(h), None) for h in page.headings], slugs.github, slugs.number_github
    )
    return with_html(found if options.auto_ids else [], page)


_DIRECTIVE = re.late(r"(?<!:):[A-Za-z](?:[\w-]*[A-Za-z0-9])?(?![\w:-])(?:\{[^{}]*\})?")


def _docusaurus(text: str, _options: Options) -> tuple[str, ...]:
    """A text directive (``:name``) shows nothing; a first-level heading counts, and has no id in
    the page."""
    page = outline(mdx_text(text))
    headings = []
    for heading in page.headings:
        shown, name = custom(heading)
        headings.append((_DIRECTIVE.sub("", shown) if ":" in shown else shown, name))
    found = numbered(headings, slugs.github, slugs.number_github, reserve=False)
    return with_html(
        [name for name, heading in zip(found, page.headings, strict=True) if heading.level > 1],
        page,
    )


def _remark(text: str, options: Options) -> tuple[str, ...]:
    page = outline(text)
    headings = [custom(h) if options.custom_ids else ("".join(h.alts), None) for h in page.headings]
    found = numbered(headings, slugs.github, slugs.number_github)
    return with_html(found if options.auto_ids else [], page)


# Astro up to 5 and 6 make a dash of ``--``, Astro 7 of ``---`` too
_DASHES = {5: re.late(r"(?<!-)--(?!-)"), 6: re.late(r"(?<!-)--(?!-)"), 7: re.late(r"---?")}


def _astro(version: int) -> Callable[[str, Options], tuple[str, ...]]:
    """Astro makes dashes of hyphens first (not in code); up to version 5 it takes one hyphen off
    the end of an id (``headingIdCompat`` is what holds since 6)."""

    def ids(text: str, options: Options) -> tuple[str, ...]:
        page = outline(mdx_text(text) if options.mdx else text)
        texts: list[tuple[str, str | None]] = []
        numbers = {name: str(at) for at, name in enumerate(dict.fromkeys(page.notes), 1)}
        for heading in page.headings:
            pieces = [
                piece if words == "\ue002" else _DASHES[version].sub("", piece)
                for piece, words in zip(heading.shown, heading.words, strict=True)
            ]
            for at, name in reversed(heading.marks):
                pieces.insert(at, numbers[name])
            texts.append(("".join(pieces), None))
        found = numbered(texts, slugs.github, slugs.number_github)
        if version < 6:
            found = [name.removesuffix("-") for name in found]
        return with_html([*found, *_notes(page)], page)

    return ids


def _notes(page: Outline) -> list[str]:
    """The ids that GitHub's footnotes get."""
    names = [f"user-content-{kind}-{name}" for name in page.notes for kind in ("fn", "fnref")]
    return ["footnote-label", *names] if names else []


def _zola(text: str, _options: Options) -> tuple[str, ...]:
    page = outline(text, attributes=True)
    texts = [("".join(h.alts).replace("\n", ""), h.id) for h in page.headings]
    found = numbered(texts, slugs.zola, slugs.number_from_one)
    return with_html([*found, *page.notes], page)


def doubt_of(text: str, family: str) -> str:
    """Why the ids of a page may be others than those that are told; empty where they are not."""
    if family != "zola" or text.isascii():
        return ""
    page = outline(text, attributes=True)
    foreign = (slugs.beyond_zola("".join(h.alts)) for h in page.headings if not h.id)
    letter = next(filter(None, foreign), "")
    return f"how Zola writes “{letter}” in an id is not known" if letter else ""


def _html_only(text: str, _options: Options) -> tuple[str, ...]:
    return tuple(dict.fromkeys(html_ids(text)))


_MDX_COMMENT = re.late(r"\{/\*.*?\*/\}", re.S)

_TAG_LINE = re.late(r"^[ \t]*(?:</?[A-Za-z][^<>]*>[ \t]*)+$")

_MODULE_LINE = re.late(r"^(?:import|export)\b")

_FENCE = re.late(r"^[ \t]*(`{3,}|~{3,})")


def mdx_text(text: str) -> str:
    """An MDX page as CommonMark reads it: tags on lines of their own end a block, indentation makes
    no code."""
    text = closed_sub(_MDX_COMMENT, "*/}", "", text)
    lines: list[str] = []
    fence = ""
    module = False
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) and not line.strip(" \t`~") else fence
        elif mark:
            fence = mark[1]
        elif _MODULE_LINE.match(line) or (module and line.strip()):
            module = True
            continue
        elif _TAG_LINE.match(line):
            lines += ["", line, ""]
            continue
        elif line.lstrip().startswith("#"):
            line = line.lstrip()
        module = False
        lines.append(line)
    return "\n".join(lines)


_BY_NAME: dict[str, Callable[[str, Options], tuple[str, ...]]] = {
    "github": _github,
    "goldmark": goldmark(slugs.goldmark),
    "goldmark-ascii": goldmark(slugs.goldmark_ascii),
    "goldmark-blackfriday": goldmark(slugs.goldmark_blackfriday),
    "goldmark-plain": goldmark_plain(slugs.goldmark),
    "goldmark-ascii-plain": goldmark_plain(slugs.goldmark_ascii),
    "goldmark-blackfriday-plain": goldmark_plain(slugs.goldmark_blackfriday),
    "markdown-it": markdown_it,
    "mdit-vue": mdit_vue,
    "eleventy-slugify": eleventy_slugify,
    "eleventy-id-plugin": eleventy_ids,
    "myst": myst,
    "docusaurus": _docusaurus,
    "remark": _remark,
    "astro": _astro(5),
    "astro-6": _astro(6),
    "astro-7": _astro(7),
    "zola": _zola,
    "none": _html_only,
}

FAMILIES = frozenset(_BY_NAME) | {"kramdown", "kramdown-gfm", "python-markdown"}
