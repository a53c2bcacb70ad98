"""ERB in Middleman's pages: partials are brought in, control lines go, other output is not
known."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.site.build.templating.expansion import (
    Expansion,
    alone_on_line,
    in_heading,
    in_id,
    may_hold_ids,
)

_TAG = re.late(r"<%(?P<kind>[=#%-]|==)?(?P<code>.*?)-?%>", re.S)
_PARTIAL = re.late(
    r"\s*+=?\s*+(?:partial|render_partial|render)\b[\s(]*+(?:partial:\s*+|:partial\s*+=>\s*+)?(['\""
    r"])([^'\"#{}]+)\1"
)
_LOOP = re.late(r"\b(?:each\w*|times|map|collect|for\s+\w+\s+in|while|until|upto|step)\b")
_END = re.late(r"\s*end\b")
_OPEN = re.late(r"(?:\bdo\s*+(?:\|[^|]*\|\s*+)?$|^\s*(?:if|unless|case|for|while|until|begin)\b)")
# Middleman's and Padrino's own: what they give is a link, an image, a word or a line of text, never
# a heading
_INLINE = re.late(
    r"\s*+=?\s*+(?:link_to\w*|mail_to|image_tag|image_path|asset_path|url_for|current_page\.(?:url|"
    r"path)|t|content_tag\s*\(?\s*:(?:a|span|i|em|b)"
    r"|\d+|Date\S*|Time\S*|['\"][^'\"]*['\"])\b"
)


def expand_erb(expansion: Expansion, text: str, path: str) -> str:
    """``text`` as ERB would leave it, as far as the tree can tell; only files whose name ends so
    are ERB."""
    if "<%" not in text or not path.endswith(".erb"):
        return text
    parts: list[str] = []
    at = 0
    loops: list[int] = []
    for match in _TAG.finditer(text, 0, text.rfind("%>") + 2):
        parts.append(text[at : match.start()])
        at = match.end()
        code = match["code"]
        if match["kind"] in ("=", "=="):
            parts.append(_output(expansion, text, path, match, code))
        elif match["kind"] not in ("#", "%"):
            _control(expansion, text, match, code, loops)
            if alone_on_line(text, match.start(), match.end()):
                _drop_line(parts)
                at = min(text.find("\n", at) + 1 or len(text), len(text))
    parts.append(text[at:])
    return "".join(parts)


def _drop_line(parts: list[str]) -> None:
    """Takes off the indentation that stood before a control tag."""
    if parts:
        parts[-1] = parts[-1].rstrip(" \t")


def _output(expansion: Expansion, text: str, path: str, match: re.Match[str], code: str) -> str:
    partial = _PARTIAL.match(code)
    if partial:
        return expansion.include(partial[2], path, expand_erb)
    inline = _INLINE.match(code)
    if in_heading(text, match.start()):
        expansion.doubt("a heading is built by a template")
    elif in_id(text, match.start()):
        expansion.doubt("an id is built by a template")
    elif alone_on_line(text, match.start(), match.end()) and not inline:
        expansion.doubt(f"“{' '.join(code.split())[:60]}” is built by a template")
    return "\ue000"


def _control(
    expansion: Expansion, text: str, match: re.Match[str], code: str, loops: list[int]
) -> None:
    """Keeps the stack of open constructs; what a loop repeats is not known where it holds
    headings."""
    if _OPEN.search(code):
        loops.append(match.end() if _LOOP.search(code) else -1)
    elif _END.match(code) and loops:
        start = loops.pop()
        if start >= 0 and may_hold_ids(text[start : match.start()]):
            expansion.doubt("a loop in the template repeats headings")
