"""HTML, as word processors write it, to Markdown."""

from __future__ import annotations

import nh3
from bs4 import BeautifulSoup, Tag
from markdownify import ATX, MarkdownConverter

from jdlint.core.errors import CannotError
from jdlint.core.light import Any, NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.words import word_set
from jdlint.posting.kinds import text_kind

_TAGS = {
    "a", "b", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
    "li", "ol", "p", "pre", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr",
    "ul", "div", "span",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href"}, "p": {"style", "class"}, "span": {"style"}, "b": {"style"}, "li": {"style"},
    "ol": {"start"},
}  # fmt: skip
_BULLET = re.late(r"^[ \t]*[•·▪‣◦●○–-][ \t\xa0]+(?=\S)")
_LEVEL = re.late(r"mso-list:[^;]*level(\d)")
_BOLD = re.late(r"font-weight:\s*(?:bold|[6-9]00)")
_ITALIC = re.late(r"font-style:\s*italic")
_LARGE = re.late(r"font-size:\s*(?:1[89]|[2-9]\d)(?:\.\d+)?pt")
_BLOCKS = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th", "pre"]
# what stands on top of a posting and names no job
_NO_TITLE = word_set(
    "description introduction overview posting summary vacancy advertisement stellenanzeige annonce"
)
_BOLD_LINE = re.late(r"^\*\*([^*\n]{3,60}?):?\*\*:?$", re.MULTILINE)
_HEADING = re.late(r"^(#{1,6})(?= )", re.MULTILINE)
_MOST_TAGS = 20_000  # a page of 60 kB has 1,500
_DEEPEST = 60  # levels of elements; a nested list of ten levels has thirty


class Made(NamedTuple):
    """Markdown, the title that stood on top of it, and how many bold lines became headings."""

    text: str
    title: str
    bold: int


def markdown_of(html: str) -> Made:
    """HTML as Markdown with headings from the second level on."""
    clean = nh3.clean(
        html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None, clean_content_tags={"script", "style", "title", "template"},
    )  # fmt: skip
    if clean.count("<") > _MOST_TAGS:
        raise CannotError("This has far more markup than a posting; paste it as plain text")
    soup = BeautifulSoup(clean, "html.parser")
    _flatten(soup)
    _title(soup)
    _unwrap(soup)
    _word_lists(soup)
    _nest(soup)
    text = _Converter(
        heading_style=ATX, bullets="*", escape_misc=False, table_infer_header=True
    ).convert_soup(soup)
    return _tidied(text)


class _Converter(MarkdownConverter):
    """Lists with their marks close to the text, as postings have them."""

    def convert_br(self, el: Any, text: str, parent_tags: Any) -> str:
        return " " if "_inline" in parent_tags else "\n\n"


def _flatten(soup: BeautifulSoup) -> None:
    """What is nested beyond reason loses its elements and keeps its words."""
    todo: list[tuple[Tag, int]] = [(soup, 0)]
    while todo:
        tag, depth = todo.pop()
        if depth > _DEEPEST:
            words = "".join(tag.strings)
            tag.clear()
            tag.append(words)
        else:
            todo.extend((child, depth + 1) for child in tag.children if isinstance(child, Tag))


def _title(soup: BeautifulSoup) -> None:
    """The title, which Word and Google Docs know only by its look, becomes a heading on top."""
    first = next((tag for tag in soup.find_all(_BLOCKS) if tag.get_text().strip()), None)
    if first is None or first.name != "p":
        return
    runs = [tag for tag in first.find_all("span") if tag.get_text().strip()]
    looks = [str(tag.attrs.get("style", "")) for tag in runs]
    if "MsoTitle" in (first.get("class") or ()) or (looks and all(map(_LARGE.search, looks))):
        first.name = "h1"


def _unwrap(soup: BeautifulSoup) -> None:
    """Styles as Google Docs and Word set them become elements; the rest goes."""
    for tag in soup.find_all(["b", "span", "p", "li"]):
        style = str(tag.attrs.get("style", ""))
        if tag.name == "b" and "font-weight:normal" in style.replace(" ", ""):
            tag.unwrap()
        elif tag.name == "span":
            words = tag.get_text().strip()
            heading = tag.find_parent(["h1", "h2", "h3", "h4", "h5", "h6", "b", "strong"])
            if words and _BOLD.search(style) and not heading:
                tag.name = "strong"
            elif words and _ITALIC.search(style):
                tag.name = "em"
            elif "mso-list:Ignore" not in style.replace(" ", ""):
                tag.unwrap()


def _word_lists(soup: BeautifulSoup) -> None:
    """Paragraphs that Word marks as items become lists, level by level."""
    open_lists: list[Tag] = []
    last: Any = None
    for tag in soup.find_all("p"):
        level = _LEVEL.search(str(tag.attrs.get("style", "")))
        typed = _BULLET.match(tag.get_text())
        if level is None and typed is None:
            continue
        depth = int(level[1]) if level else 1
        if last is None or _next(last) is not tag:
            open_lists = []
        kind = _strip_mark(tag)
        holder: Any = None
        while len(open_lists) > depth:
            open_lists.pop()
        while len(open_lists) < depth:
            new = soup.new_tag(kind)
            if open_lists and open_lists[-1].contents:
                _last(open_lists[-1]).append(new)
            elif open_lists:
                open_lists[-1].append(new)
            else:
                tag.insert_before(new)
                holder = new
            open_lists.append(new)
        last = holder or open_lists[0]
        open_lists[-1].append(_as_item(tag))


def _as_item(tag: Tag) -> Tag:
    """A paragraph, taken out of its place, as the item of a list."""
    item = tag.extract()
    item.name = "li"
    item.attrs = {}
    return item


def _nest(soup: BeautifulSoup) -> None:
    """Lists as Google Docs writes them: one in another without an item, and a paragraph around
    the words of each item."""
    for inner in soup.find_all(["ul", "ol"]):
        item = inner.find_previous_sibling(True)
        if inner.parent and inner.parent.name in ("ul", "ol") and item and item.name == "li":
            item.append(inner.extract())
    for item in soup.find_all("li"):
        paragraphs = item.find_all("p", recursive=False)
        if len(paragraphs) == 1:
            paragraphs[0].unwrap()


def _last(tag: Tag) -> Tag:
    child = tag.contents[-1]
    return child if isinstance(child, Tag) else tag


def _next(tag: Tag) -> Any:
    return tag.find_next_sibling(True)


def _strip_mark(tag: Tag) -> str:
    """Take the mark of an item away; the kind of its list."""
    kind = "ul"
    for mark in tag.find_all("span"):
        if re.match(r"\(?\w{1,3}[.)]", mark.get_text().strip()):
            kind = "ol"
        mark.decompose()
    first = next((s for s in tag.strings if s.strip()), None)
    if first is not None and _BULLET.match(first):
        first.replace_with(_BULLET.sub("", str(first), count=1))
    return kind


def _names_job(words: str) -> bool:
    """Whether a bold line on top is the title of the posting: it is that of no section."""
    return not text_kind(words) and _NO_TITLE.isdisjoint(words.lower().split())


def _tidied(text: str) -> Made:
    text = re.sub(r"[\xa0\u2007\u202f]", " ", text)
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
    title = ""
    first = re.match(r"# +(\S[^\n]*)\n+", text)
    if first:
        title, text = first[1].strip().strip("*"), text[first.end() :]
    elif (top := _BOLD_LINE.match(text)) and _names_job(top[1]):
        title, text = top[1].strip(), text[top.end() :].lstrip("\n")
    bold = 0
    if not _HEADING.search(text):
        text, bold = _BOLD_LINE.subn(r"## \1", text)
    levels = [len(mark) for mark in _HEADING.findall(text)]
    by = 2 - min(levels) if levels else 0
    if by:
        text = _HEADING.sub(lambda m: "#" * min(max(len(m[1]) + by, 2), 6), text)
    return Made(text, title, bold)
