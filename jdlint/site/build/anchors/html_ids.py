"""Ids in HTML: ``id=`` of any element, ``name=`` of an ``a``."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.site.build.scan import closed_sub

_ATTRIBUTE = re.late(
    r"""(?<![\w-])(id|name)\s*=\s*"""
    r"""(?:"([^"<>]*)"|'([^'<>]*)'|\{["'`]([^"'`{}]*)["'`]\}|([^\s"'<>={}`]+))""",
    re.I,
)
_COMMENT = re.late(r"<!--.*?-->", re.S)
_CODE = re.late(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.S)
_ANCHOR = re.late(r"<a[\s/]", re.I)
_TAG_LENGTH = 2000


def html_ids(text: str) -> list[str]:
    """The ids that the tags in ``text`` give, in order; comments give none, nor do values built by
    a template."""
    if "id" not in text and "name" not in text and "ID" not in text and "NAME" not in text:
        return []
    if "<!--" in text:
        text = closed_sub(_COMMENT, "-->", "", text)
    found = []
    for match in _ATTRIBUTE.finditer(text):
        start = match.start()
        opened = text.rfind("<", max(0, start - _TAG_LENGTH), start)
        if (
            opened < 0
            or not text[opened + 1 : opened + 2].isalpha()
            or _closed(text, opened, start)
        ):
            continue
        if match[1].lower() == "name" and not _ANCHOR.match(text, opened):
            continue
        value = next((group for group in match.groups()[1:] if group), "")
        if value:
            found.append(_plain(value))
    return found


def _plain(value: str) -> str:
    """A value without its entities; most have none, and ``html`` takes 3 ms to load."""
    if "&" not in value:
        return value
    from html import unescape

    return unescape(value)


def _closed(text: str, opened: int, at: int) -> bool:
    """Whether a ``>`` outside quotes ends the tag before ``at``."""
    between = text[opened:at]
    if ">" not in between:
        return False
    return ">" in re.sub(r""""[^"]*"|'[^']*'""", "", between)


def without_code(text: str) -> str:
    """A piece of Markdown without its code spans."""
    return _CODE.sub("", text) if "`" in text else text
