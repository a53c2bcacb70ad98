"""The ids of a page by its family of generators."""

from __future__ import annotations

import re
from collections.abc import Callable

from jdlint.site.build.anchors import slugs
from jdlint.site.build.anchors.commonmark import Outline, Text, outline
from jdlint.site.build.anchors.html_ids import html_ids
from jdlint.site.build.anchors.kramdown.page import ids as kramdown_ids
from jdlint.site.build.anchors.kramdown.page import kramdown_state
from jdlint.site.build.anchors.options import Options
from jdlint.site.build.scan import closed_sub

_MARK = r"(?:[#.][\w:.-]+|[A-Za-z_:][\w:.-]*=(?:\"[^\"]*\"|'[^']*'|[^\s,{}\"']+))"
_GOLDMARK_ID = re.compile(rf"[ \t]*\{{[ \t]*({_MARK}(?:[ \t,]+{_MARK})*)[ \t,]*\}}[ \t]*$")
_ID = re.compile(r"(?:^|\s)(?:#([\w:.-]+)|id=[\"']?([\w:.-]+))")
_CUSTOM_ID = re.compile(r"\s*\{#([^{}]+)\}\s*$")

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


def _numbered(
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


def _with_html(found: list[str], page: Outline) -> tuple[str, ...]:
    for piece in page.html:
        found += html_ids(piece)
    return tuple(dict.fromkeys(filter(None, found)))


def _shown(heading: Text) -> str:
    return "".join(heading.shown).strip()


def _github(text: str, options: Options) -> tuple[str, ...]:
    page = outline(text)
    found = _numbered([(_shown(h), None) for h in page.headings], slugs.github, slugs.number_github)
    return _with_html(found if options.auto_ids else [], page)


def _goldmark(slug: slugs.Slug) -> Callable[[str, Options], tuple[str, ...]]:
    def ids(text: str, options: Options) -> tuple[str, ...]:
        page = outline(text)
        headings = []
        for heading in page.headings:
            match = _GOLDMARK_ID.search(heading.raw)
            name = _ID.search(match[1]) if match else None
            raw = heading.raw[: match.start()] if match else heading.raw
            headings.append((raw, (name[1] or name[2]) if name else None))
        found = (
            _numbered(headings, slug, slugs.number_from_one)
            if options.auto_ids
            else [h[1] or "" for h in headings]
        )
        return _with_html([*found, *_notes(page)], page)

    return ids


_TYPOGRAPHY = re.compile(r"---?|<<|>>")


def _goldmark_plain(slug: slugs.Slug) -> Callable[[str, Options], tuple[str, ...]]:
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
            _numbered(headings, slug, slugs.number_from_one)
            if options.auto_ids
            else [h[1] or "" for h in headings]
        )
        return _with_html([*found, *_notes(page)], page)

    return ids


# an attribute block at the end of a heading, with quotes and dashes of any kind in it
_PLAIN_ATTRIBUTES = re.compile(r"[ \t]*\{[^{}]*\}[ \t]*$")


def _notes(page: Outline) -> list[str]:
    numbers = [number for number, _ in enumerate(dict.fromkeys(page.notes), 1)]
    return [f"fn:{number}" for number in numbers] + [f"fnref:{number}" for number in numbers]


def _markdown_it(text: str, options: Options) -> tuple[str, ...]:
    page = outline(text)
    texts: list[tuple[str, str | None]] = [
        (_shown(h).replace("\n", ""), None) for h in page.headings
    ]
    found = _numbered(texts, slugs.markdown_it, slugs.number_from_one)
    return _with_html(found if options.auto_ids else [], page)


_EMOJI = re.compile(r":[a-z0-9_+-]{1,60}:")


def _mdit_vue(text: str, _options: Options) -> tuple[str, ...]:
    """VitePress: words, code and alternative texts of a heading; ``{#id}`` by markdown-it-attrs, of
    any block."""
    page = outline(text, attributes=True)
    texts = [_custom_or_marked(h) for h in page.headings]
    texts = [(_EMOJI.sub("", shown).replace("\n", ""), name) for shown, name in texts]
    found = _numbered(texts, slugs.mdit_vue, slugs.number_from_one)
    return _with_html([*found, *_block_ids(text)], page)


_BLOCK_ID = re.compile(r"\{[^{}\n]*?#([\w:.-]+)[^{}\n]*\}[ \t]*$", re.M)


def _block_ids(text: str) -> list[str]:
    """Ids in braces at the end of a line: of a paragraph, an item, a table."""
    return [match[1] for match in _BLOCK_ID.finditer(text)] if "{" in text else []


def _custom_or_marked(heading: Text) -> tuple[str, str | None]:
    """The text and the id of a heading whose id the parser or its raw text shows."""
    match = _CUSTOM_ID.search("".join(heading.alts))
    if heading.id is None and match:
        return "".join(heading.alts)[: match.start()], match[1]
    return "".join(heading.alts), heading.id


def _eleventy_slugify(text: str, options: Options) -> tuple[str, ...]:
    """markdown-it-anchor with Eleventy's own slug."""
    page = outline(text, attributes=options.attributes)
    texts = [(_shown(h).replace("\n", ""), h.id) for h in page.headings]
    return _with_html(_numbered(texts, slugs.written_out, slugs.number_from_one), page)


def _eleventy_ids(text: str, _options: Options) -> tuple[str, ...]:
    """Eleventy's IdAttributePlugin: the second heading of a kind is ``x-2``."""
    page = outline(text)
    used: dict[str, int] = {}
    found = []
    for heading in page.headings:
        name = slugs.written_out(_shown(heading))
        used[name] = used.get(name, 0) + 1
        found.append(f"{name}-{used[name]}" if used[name] > 1 else name)
    return _with_html(found, page)


_LABEL = re.compile(r"(?m)^[ \t>]*\(([^()\n]{1,200})\)=[ \t]*$")
_NAMED = re.compile(r"(?m)^[ \t]*:(?:name|label):[ \t]*(\S+)[ \t]*$")
_ROLE = re.compile(r"\{[\w:+-]+\}(?=`)")


def _myst(text: str, options: Options) -> tuple[str, ...]:
    """MyST: docutils' ids, those of GitHub for links within Markdown, labels, names of
    directives."""
    page = outline(text)
    shown = [_ROLE.sub("", _shown(h)) for h in page.headings]
    plain: list[tuple[str, str | None]] = [(text, None) for text in shown]
    found = _numbered(plain, slugs.docutils, slugs.number_github)
    found += _numbered(plain, slugs.github, slugs.number_github)
    labels = [*_LABEL.findall(text), *_NAMED.findall(text)]
    found += labels + [slugs.docutils(label) for label in labels]
    found += _block_ids(text) if options.attributes else []
    return _with_html(found, page)


def _custom(heading: Text) -> tuple[str, str | None]:
    """A heading's text and the id that ``{#id}`` at its end gives."""
    text = "".join(heading.alts)
    match = _CUSTOM_ID.search(text)
    return (text[: match.start()], match[1]) if match else (text, None)


_DIRECTIVE = re.compile(r"(?<!:):[A-Za-z](?:[\w-]*[A-Za-z0-9])?(?![\w:-])(?:\{[^{}]*\})?")


def _docusaurus(text: str, _options: Options) -> tuple[str, ...]:
    """A text directive (``:name``) shows nothing; a first-level heading counts, and has no id in
    the page."""
    page = outline(mdx_text(text))
    headings = []
    for heading in page.headings:
        shown, name = _custom(heading)
        headings.append((_DIRECTIVE.sub("", shown) if ":" in shown else shown, name))
    found = _numbered(headings, slugs.github, slugs.number_github, reserve=False)
    return _with_html(
        [name for name, heading in zip(found, page.headings, strict=True) if heading.level > 1],
        page,
    )


def _remark(text: str, options: Options) -> tuple[str, ...]:
    page = outline(text)
    headings = [
        _custom(h) if options.custom_ids else ("".join(h.alts), None) for h in page.headings
    ]
    found = _numbered(headings, slugs.github, slugs.number_github)
    return _with_html(found if options.auto_ids else [], page)


_DASHES = re.compile(r"(?<!-)--(?!-)")


def _astro(text: str, options: Options) -> tuple[str, ...]:
    """Astro makes dashes of ``--`` first (not in code), and takes one hyphen off the end."""
    page = outline(mdx_text(text) if options.mdx else text)
    texts: list[tuple[str, str | None]] = []
    for heading in page.headings:
        pieces = zip(heading.shown, heading.words, strict=True)
        shown = "".join(
            piece if words == "\ue002" else _DASHES.sub("", piece) for piece, words in pieces
        )
        texts.append((shown, None))
    found = _numbered(texts, slugs.github, slugs.number_github)
    return _with_html([name.removesuffix("-") for name in found], page)


def _zola(text: str, _options: Options) -> tuple[str, ...]:
    page = outline(text, attributes=True)
    found = _numbered(
        [("".join(h.alts), h.id) for h in page.headings], slugs.zola, slugs.number_from_one
    )
    return _with_html(found, page)


def _html_only(text: str, _options: Options) -> tuple[str, ...]:
    return tuple(dict.fromkeys(html_ids(text)))


_MDX_COMMENT = re.compile(r"\{/\*.*?\*/\}", re.S)
_TAG_LINE = re.compile(r"^[ \t]*(?:</?[A-Za-z][^<>]*/?>[ \t]*)+$")
_MODULE_LINE = re.compile(r"^(?:import|export)\b")
_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})")


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
    "goldmark": _goldmark(slugs.goldmark),
    "goldmark-ascii": _goldmark(slugs.goldmark_ascii),
    "goldmark-blackfriday": _goldmark(slugs.goldmark_blackfriday),
    "goldmark-plain": _goldmark_plain(slugs.goldmark),
    "goldmark-ascii-plain": _goldmark_plain(slugs.goldmark_ascii),
    "goldmark-blackfriday-plain": _goldmark_plain(slugs.goldmark_blackfriday),
    "markdown-it": _markdown_it,
    "mdit-vue": _mdit_vue,
    "eleventy-slugify": _eleventy_slugify,
    "eleventy-id-plugin": _eleventy_ids,
    "myst": _myst,
    "docusaurus": _docusaurus,
    "remark": _remark,
    "astro": _astro,
    "zola": _zola,
    "none": _html_only,
}
FAMILIES = frozenset(_BY_NAME) | {"kramdown", "kramdown-gfm", "python-markdown"}
