"""What comes in from elsewhere (a Word file, a paste as HTML) as Markdown, and what of it could not
be kept."""

from __future__ import annotations

import io
import zipfile
from collections import Counter

from jdlint.core.errors import CannotError
from jdlint.core.light import Any, NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.serve.draft.markup import markdown_of

_LARGEST_INSIDE = 60_000_000  # bytes that a Word file may unpack to
_LARGEST_PART = 20_000_000  # of its text
_MOST_PARTS = 2_000
_RATIO = 150  # times that a part over 1 MB may be larger unpacked; text packs 5 to 20 times
_LEFT_OUT = {
    "images": "{n} {pictures}; a posting carries its words without them",
    "deleted": "{n} tracked {deletions}: the text stands as it would with all changes accepted",
    "comments": "{n} {comments} in the margin",
    "boxes": "text in {n} text {boxes}; copy it by hand",
    "drawn": "{n} drawn {diagrams}; say in words what is shown",
    "header": "the header and footer of the pages",
}


class Incoming(NamedTuple):
    """Markdown without front matter, the title that stood on top, sentences about what was not
    kept, and how many bold lines became headings."""

    text: str
    title: str
    said: tuple[str, ...]
    headings: int


def from_word(data: bytes) -> Incoming:
    """A .docx file as Markdown; raises ``CannotError``."""
    import mammoth  # type: ignore[import-untyped]

    parts = _parts(data)
    counts: Counter[str] = Counter()

    def image(picture: Any) -> dict[str, str]:
        counts["images"] += 1
        return {"src": "", "alt": ""}

    try:
        made = mammoth.convert_to_html(
            io.BytesIO(data), convert_image=mammoth.images.img_element(image),
            style_map=_STYLES, include_embedded_style_map=False,
        )  # fmt: skip
    except RecursionError:
        raise CannotError("This file is nested too deeply to be read") from None
    except Exception:  # whatever a broken file makes of the library
        raise CannotError("This Word file is damaged; save it again in Word") from None
    _count(parts, counts)
    return _made(made.value, counts)


def from_html(html: str) -> Incoming:
    """HTML from the clipboard (Word, Google Docs, a web page) as Markdown."""
    counts: Counter[str] = Counter()
    counts["images"] = len(re.findall(r"<img\b", html))
    return _made(html, counts)


_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
u => span
comment-reference => !
"""


def _parts(data: bytes) -> dict[str, bytes]:
    """The XML of a Word file's parts; raises ``CannotError`` before anything is unpacked that
    is too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _bounded(infos)
            wanted = [i.filename for i in infos if i.filename.endswith((".xml", ".rels"))]
            parts = {name: archive.read(name) for name in wanted}
            if _document(parts) not in parts:
                raise CannotError("This is no Word file (.docx)")
    except CannotError:
        raise
    except Exception:  # encrypted, cut off, packed in a way that nobody knows
        raise CannotError(
            "This is no Word file (.docx); an old .doc has to be saved as .docx first"
        ) from None
    if any(b"<!DOCTYPE" in part or b"<!ENTITY" in part for part in parts.values()):
        raise CannotError("This file holds what no Word file holds, and is not read")
    return parts


def _document(parts: dict[str, bytes]) -> str:
    """The name of the part that holds the text; some programs have another than Word's."""
    relations = parts.get("_rels/.rels", b"").decode("utf-8", "replace")
    for relation in _RELATION.findall(relations):
        target = _TARGET.search(relation) if '/officeDocument"' in relation else None
        if target:
            return target[1].lstrip("/")
    return "word/document.xml"


def _bounded(infos: list[zipfile.ZipInfo]) -> None:
    """Raises ``CannotError`` for a file that unpacks to more than a text needs."""
    total = sum(info.file_size for info in infos)
    large = (info for info in infos if info.file_size > 1_000_000)
    if (
        len(infos) > _MOST_PARTS
        or total > _LARGEST_INSIDE
        or any(i.file_size > _RATIO * max(i.compress_size, 1) for i in large)
        or any(i.file_size > _LARGEST_PART and i.filename.endswith(".xml") for i in infos)
    ):
        raise CannotError("This file unpacks to far more than a posting, and is not read")


def _count(parts: dict[str, bytes], counts: Counter[str]) -> None:
    """What of a Word file is not kept."""
    body = parts[_document(parts)]
    counts["deleted"] = body.count(b"<w:del ") + body.count(b"<w:del>")
    counts["comments"] = parts.get("word/comments.xml", b"").count(b"<w:comment ")
    counts["boxes"] = body.count(b"<w:txbxContent") // (2 if b"mc:Fallback" in body else 1)
    counts["notes"] = body.count(b"<w:footnoteReference") + body.count(b"<w:endnoteReference")
    counts["drawn"] = body.count(b"<dgm:relIds") + body.count(b"<c:chart ")
    counts["merged"] = body.count(b"<w:gridSpan ") + body.count(b'w:vMerge w:val="restart"')
    around = (part for name, part in parts.items() if re.match(r"word/(?:header|footer)\d", name))
    counts["header"] = any(b"<w:t" in part for part in around)


_CHANGED = {
    "notes": "Moved to the end: {n} {footnotes}",
    "merged": "Split: {n} merged table {cells}; look at the table again",
}
_RELATION = re.late(r"<Relationship\b[^>]{0,2000}>")
_TARGET = re.late(r'\bTarget="([^"]{1,500})"')


def _made(html: str, counts: Counter[str]) -> Incoming:
    made = markdown_of(html)
    lost = [_sentence(text, counts[name]) for name, text in _LEFT_OUT.items() if counts[name]]
    said = [f"Left out: {text}" for text in lost]
    said += [_sentence(text, counts[name]) for name, text in _CHANGED.items() if counts[name]]
    return Incoming(made.text, made.title, tuple(said), made.bold)


def _sentence(text: str, n: int) -> str:
    words = re.sub(r"\{(\w{2,})\}", lambda m: m[1] if n > 1 else _one(m[1]), text)
    return words.replace("{n}", str(n))


def _one(word: str) -> str:
    return "box" if word == "boxes" else word.removesuffix("s")
