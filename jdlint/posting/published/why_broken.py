"""Why a file cannot be read, in sentences: what readers of XML and JSON say is short."""

from __future__ import annotations

from jdlint.core.patterns import regex as re

# what Python's reader of JSON says, by its start
_JSON = {
    "invalid control character": "a text goes on in the next line, or has another character that "
    "is written as an escape, such as \\n",
    "unterminated string": "the text that starts here does not end",
    "invalid \\escape": "this is none of JSON's escapes; a backslash is written “\\\\”",
    "invalid \\uxxxx": "“\\u” is followed by four digits, 0 to 9 and a to f",
}
# what expat says, by its start
_XML = {
    "mismatched tag": "this tag ends nothing that is open",
    "unclosed token": "it ends within a tag or a mark",
    "unclosed CDATA": "the CDATA that starts here does not end",
    "undefined entity": "XML does not know this entity: write the character itself",
    "junk after document": "something follows after the end of the first element",
    "duplicate attribute": "this attribute stands here twice",
    "reference to invalid character": "this number is no character that XML has",
    "syntax error": "it is no XML",
}
_AMPERSAND = re.late(r"&\w*\W?\Z")
_FAR = 40  # letters before a place in which what broke it may start


def json_reason(message: str) -> str:
    """A sentence for what ``json`` says."""
    low = message.lower()
    return next((said for start, said in _JSON.items() if low.startswith(start)), low)


def xml_reason(message: str, text: str, at: int) -> str:
    """A sentence for what expat says of a place in a text."""
    if not text.strip("\ufeff \t\r\n"):
        return "it is empty"
    if message.startswith("no element found"):
        return "it ends before its last tag is closed"
    if message.startswith("not well-formed"):
        if _AMPERSAND.search(text[max(0, at - _FAR) : at + 1]):
            return "a “&” that starts no entity is written “&amp;”"
        if text[max(0, at - 1) : at + 1].count("<"):
            return "a “<” that starts no tag is written “&lt;”"
        return "it is no XML from here on"
    return next((said for start, said in _XML.items() if message.startswith(start)), message)
