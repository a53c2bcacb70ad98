"""The ids of generators on markdown-it: Eleventy, VitePress, and MyST on its Python twin."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.site.build.anchors import slugs
from jdlint.site.build.anchors.commonmark import Text, outline
from jdlint.site.build.anchors.numbering import CUSTOM_ID, numbered, shown_text, with_html
from jdlint.site.build.anchors.options import Options


def markdown_it(text: str, options: Options) -> tuple[str, ...]:
    page = outline(text, notes=options.notes)
    texts: list[tuple[str, str | None]] = [
        (shown_text(h).replace("\n", ""), None) for h in page.headings
    ]
    found = numbered(texts, slugs.markdown_it, slugs.number_from_one)
    return with_html(found if options.auto_ids else [], page)


_EMOJI = re.late(r":[a-z0-9_+-]{1,60}:")


def mdit_vue(text: str, _options: Options) -> tuple[str, ...]:
    """VitePress: words and code of a heading; ``{#id}`` by markdown-it-attrs, of any block."""
    page = outline(text, attributes=True, notes=False)
    texts = [_custom_or_marked(h) for h in page.headings]
    for index, heading in enumerate(page.headings):
        if _ENTITY.search(heading.raw):  # its name counts as it is written
            texts[index] = (_MARKS.sub("", heading.raw), texts[index][1])
    texts = [(_EMOJI.sub("", shown).replace("\n", ""), name) for shown, name in texts]
    found = numbered(texts, slugs.mdit_vue, slugs.number_from_one)
    return with_html([*found, *_block_ids(text)], page)


_ENTITY = re.late(r"&#?\w+;")
_MARKS = re.late(r"[*`]|\]\([^()]*\)|\{#[^{}]*\}\s*$")
_BLOCK_ID = re.late(r"\{[^{}\n]*?#([\w:.-]+)[^{}\n]*\}[ \t]*$", re.M)


def _block_ids(text: str) -> list[str]:
    """Ids in braces at the end of a line: of a paragraph, an item, a table."""
    return [match[1] for match in _BLOCK_ID.finditer(text)] if "{" in text else []


def _custom_or_marked(heading: Text) -> tuple[str, str | None]:
    """The text and the id of a heading whose id the parser or its raw text shows."""
    shown = "".join(heading.shown)
    match = CUSTOM_ID.search(shown)
    if heading.id is None and match:
        return shown[: match.start()], match[1]
    return shown, heading.id


def eleventy_slugify(text: str, options: Options) -> tuple[str, ...]:
    """markdown-it-anchor with Eleventy's own slug."""
    page = outline(text, attributes=options.attributes, notes=options.notes)
    texts = [(shown_text(h).replace("\n", ""), h.id) for h in page.headings]
    return with_html(numbered(texts, slugs.written_out, slugs.number_from_one), page)


def eleventy_ids(text: str, options: Options) -> tuple[str, ...]:
    """Eleventy's IdAttributePlugin: the second heading of a kind is ``x-2``."""
    page = outline(text, notes=options.notes)
    used: dict[str, int] = {}
    found = []
    for heading in page.headings:
        name = slugs.written_out(shown_text(heading))
        used[name] = used.get(name, 0) + 1
        found.append(f"{name}-{used[name]}" if used[name] > 1 else name)
    return with_html(found, page)


_LABEL = re.late(r"(?m)^[ \t>]*\(([^()\n]{1,200})\)=[ \t]*$")


_NAMED = re.late(r"(?m)^[ \t]*:(?:name|label):[ \t]*(\S+)[ \t]*$")


_ROLE = re.late(r"\{[\w:+-]+\}(?=`)")


def _words(heading: Text, line_end: str = "") -> str:
    return _ROLE.sub("", "".join(heading.shown).replace("\n", line_end))


def myst(text: str, options: Options) -> tuple[str, ...]:
    """MyST: docutils' ids, those of GitHub for links within Markdown, labels, names of
    directives."""
    page = outline(text)
    found, used = [], dict[str, int]()
    for heading in page.headings:
        # references to footnotes are numbered with the sections that have no name
        found += [slugs.number_sphinx("", used) for _ in range(heading.notes - used.get("\n", 0))]
        used["\n"] = heading.notes
        found.append(slugs.number_sphinx(slugs.sphinx(_words(heading, " ")), used))
    found += [slugs.number_sphinx("", used) for _ in page.notes[used.get("\n", 0) :]]
    found += [slugs.sphinx(name) for name in page.notes]
    used.clear()
    shown = [slugs.myst(_words(heading)) for heading in page.headings]
    found += [slugs.number_github(slug, used) for slug in shown if slug]
    labels = [*_LABEL.findall(text), *_NAMED.findall(text)]
    found += labels + [slugs.sphinx(label) for label in labels]
    found += _block_ids(text) if options.attributes else []
    return with_html(found, page)
