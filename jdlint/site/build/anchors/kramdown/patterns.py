"""The lines that kramdown's blocks start and end with; every pattern is matched at an offset, never
searched."""

from __future__ import annotations

from jdlint.core.patterns import regex as re

_NAME_START = (
    ":A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-"
    "\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = r"[^\W\d][\w.\-]*(?::[^\W\d][\w.\-]*)?"
_ANY = r"(?:\\\}|[^}]){1,2000}"  # bounded, so that a page full of open braces stays linear
_ID_NAME = r"\w[\w-]*"
_TAIL = r"[\t| ][^\n]*\n"
_SPAN_NAMES = (
    "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark "
    "option q rb rbc rp rt rtc "
    "ruby samp select small span strong sub sup tt u var"
)
SPAN_ELEMENTS = frozenset(_SPAN_NAMES.split())
_NO_LAZY_END = "|".join([*_SPAN_NAMES.split(), "script"])
_HTML_START = rf"<(?!(?:{_NO_LAZY_END})\b){_NAME}"
_HTML_STOP = rf"</(?!(?:{_NO_LAZY_END})\b){_NAME}\s*>"
_IAL = rf"\{{:(?![:/])({_ANY})\}}[ \t]*\n"

BLANK = re.late(r"[ \t\r\n\f\v]*\n")
INDENT = re.late(r"\t| {4}")
LINE = re.late(r"[^\n]*\n")
EOB = re.late(r"\^[ \t]*\n")
IAL = re.late(rf" {{0,3}}{_IAL}")
ALD = re.late(rf" {{0,3}}\{{:({_ID_NAME}):({_ANY})\}}[ \t]*\n")
EXTENSION = re.late(rf" {{0,3}}(?:\{{::(\w+)(?:\s({_ANY}?)|)(/)?\}}|\{{:/({_ID_NAME})?\}})[ \t]*\n")
EXTENSION_STOP = re.late(r"(?m)^ {0,3}\{:/(\w+)?\}[ \t]*\n")
HTML_LAZY_END = re.late(rf" {{0,3}}(?:{_HTML_STOP}|{_HTML_START})")
RULE = re.late(r" {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n")
SETEXT = re.late(r" {0,3}([^ \t\n][^\n]*)\n([-=])[-=]*[ \t\r\f\v]*\n")
ATX = re.late(r"(#{1,6})[\t ]*([^ \t\n][^\n]*)\n")
ATX_GFM = re.late(r"(#{1,6})[\t ]++([^\n]*)\n")
HEADER_ID = re.late(
    rf"[\t ]\{{#([{_NAME_START}][{_NAME_START}\-.0-9\u00b7\u0300-\u036f\u203f-\u2040]*)\}}$"
)
QUOTE = re.late(r" {0,3}> ?")
QUOTE_MARK = re.late(r"(?m)^ {0,3}> ?")
FENCE = re.late(r"(~{3,}+)([ \t]*+)\S*+[ \t]*\n")
FENCE_GFM = re.late(r" {0,3}(~{3,}+|`{3,}+)([ \t]*+)\S*+[ \t]*\n")
FENCE_START_GFM = re.late(r" {0,3}[~`]{3}")
FENCE_END = re.late(r"(?m)^( {0,3})(~{3,}|`{3,})[ \t\r\f\v]*$")
CODE = re.late(r"(?:\t| {4})[ \t]*[^\s][^\n]*\n")
MATH = re.late(r" {0,3}(\\)?\$\$(.*?)\$\$([ \t]*\n)?", re.S)
FOOTNOTE = re.late(rf" {{0,3}}\[\^({_ID_NAME})\]:[ \t]*+([^\n]*\n)")
LINK_DEFINITION = re.late(
    r" {0,3}\[([^\n\]]+)\]:[ \t]*(?:<([^\n]*?)>|([^\s][^\n]*?))(?:(?:[ \t]*\n"
    r"|[ \t]+)[ \t]*([\"'])([^\n]+?)\4)?[ \t]*\n"
)
ABBREVIATION = re.late(r" {0,3}\*\[([^\n\]]+)\]:[^\n]*\n")
DEFINITION = re.late(rf"( {{0,3}}:)({_TAIL})")
UL = re.late(rf"( {{0,3}}[+*-])({_TAIL})")
OL = re.late(rf"( {{0,3}}\d+\.)({_TAIL})")
ITEM_IAL = re.late(rf"\s*\{{:(?!(?:{_ID_NAME})?:|/)({_ANY})\}}\s*")
ITEM_EMPTY = re.late(rf"(?:\s*\{{:(?!(?:{_ID_NAME})?:|/)({_ANY})\}}\s*)?\s*\n")

COMMENT = re.late(r"<!--(.*?)-->", re.S)
TAG = re.late(
    rf"<({_NAME})\s*((?>\s+{_NAME}(?:\s*=\s*(?:\w+|\"[^\"]*\"|'[^']*'))?)*)\s*(/)?>",
)
TAG_CLOSE = re.late(rf"</({_NAME})\s*>")
ATTRIBUTE = re.late(rf"\s*({_NAME})(?:\s*=\s*(?:(\w+)|\"([^\"]*)\"|'([^']*)'))?")
HTML_RAW = re.late(rf"<(?:{_NAME}|/|!--|\?)")

ATTRIBUTE_ANY = re.late(
    rf"(?:\A|(?<=\s))(?:({_ID_NAME})=(?:\"((?:\\\}}|\\\"|[^}}\"])*)\"|'((?:\\\}}|\\'|[^}}'])*)')"
    rf"|({_ID_NAME})|((?:#[A-Za-z][\w:-]*|\.[^\s.#]+)+))(?=\s|\Z)"
)
ATTRIBUTE_ID = re.late(r"#([A-Za-z][\w:-]*)|\.([^\s.#]+)")

BLOCK_CONTENT_WORDS = (
    "address applet article aside blockquote body dd details div dl fieldset figure figcaption "
    "footer form header "
    "hgroup iframe li main map menu nav noscript object section summary td"
)
BLOCK_CONTENT = frozenset(BLOCK_CONTENT_WORDS.split())
SPAN_CONTENT_WORDS = (
    "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label "
    "legend optgroup p q rb "
    "rbc rp rt rtc ruby select small span strong sub sup th tt"
)
SPAN_CONTENT = frozenset(SPAN_CONTENT_WORDS.split())
VOID_WORDS = "area base br col command embed hr img input keygen link meta param source track wbr"
VOID = frozenset(VOID_WORDS.split())
