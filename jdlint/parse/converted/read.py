"""What form a text has, and the text as Markdown."""

from __future__ import annotations

from html import unescape

from jdlint.core.patterns import regex as re
from jdlint.parse.converted.html import html_to_markdown
from jdlint.parse.converted.mapped import Mapped, Piece
from jdlint.parse.converted.plain import plain_to_markdown

_TAG = r"(?:p|br|ul|ol|li|div|h[1-6]|strong|b|span|section|table|em|i)"
_OPENING = re.late(rf"\s*<{_TAG}\b[^<>]{{0,500}}>", re.IGNORECASE)
_CLOSING = re.late(r"</(?:p|li|ul|ol|div|h[1-6])>|<br[ ]?/?>", re.IGNORECASE)
_ESCAPED = re.late(rf"&lt;/?{_TAG}(?:\s|/|&gt;)", re.IGNORECASE)
_REFERENCE = re.late(r"&(?:lt|gt|amp|quot|apos|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_LOOKED = 20_000  # characters that tell the form
ESCAPED = "escaped-html"


def as_markdown(text: str, form: str) -> Mapped:
    """The text of a cell as Markdown; ``auto`` looks for tags. HTML that was escaped once more (as
    some boards' interfaces give it) is read as what it was, and its form is ``ESCAPED``."""
    if form in ("auto", "html"):
        head = text[:_LOOKED]
        if not _is_html(head) and len(_ESCAPED.findall(head)) > 1:
            inner = _unescaped(text)
            made = html_to_markdown(inner.text).through(inner)
            made.form = ESCAPED
            return made
        if form == "html" or _is_html(head):
            return html_to_markdown(text)
    return plain_to_markdown(text) if form == "plain" else Mapped.same(text)


def _is_html(head: str) -> bool:
    """Whether a text is HTML, and no Markdown with some HTML in it."""
    closing = len(_CLOSING.findall(head))
    return closing > 0 and (bool(_OPENING.match(head)) or (closing > 2 and "\n#" not in head))


def _unescaped(text: str) -> Mapped:
    pieces, done = [], 0
    for match in _REFERENCE.finditer(text):
        pieces.append(Piece(text[done : match.start()], done, match.start()))
        pieces.append(Piece(unescape(match[0]), match.start(), match.end()))
        done = match.end()
    pieces.append(Piece(text[done:], done, len(text)))
    return Mapped(text, pieces, "html")
