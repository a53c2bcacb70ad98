"""Liquid in the pages of Jekyll and Eleventy (and Nunjucks, which looks alike)."""

from __future__ import annotations

from collections.abc import Callable

from jdlint.core.patterns import regex as re
from jdlint.site.build.scan import closed_sub
from jdlint.site.build.templating.expansion import (
    Expansion,
    alone_on_line,
    in_heading,
    in_id,
    may_hold_ids,
)

_RAW = re.late(r"\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}", re.S)
_DROPPED = [
    (
        re.late(rf"\{{%-?\s*{name}\b[^%]{{0,500}}%\}}.*?\{{%-?\s*end{name}\s{{0,20}}-?%\}}", re.S),
        f"end{name}",
    )
    for name in ("comment", "highlight", "capture")
]
_NOTE = re.late(r"\{#.*?#\}", re.S)
_TAG = re.late(
    r"\{%-?\s*(?P<name>\w+)\s*(?P<rest>(?:[^%]|%(?!\})){0,500}?)-?%\}|\{\{-?(?P<output>(?:[^}]"
    r"|\}(?!\})){0,500})-?\}\}"
)
_FILE = re.late(r"""(?:"([^"{}]+)"|'([^'{}]+)'|([^\s"'{}]+))""")
_CONTROL_WORDS = (
    "if elsif else endif unless endunless case when endcase assign endfor endtablerow break "
    "continue cycle increment "
    "decrement set block endblock extends link post_url endcapture raw endraw seo feed_meta"
)
_CONTROL = frozenset(_CONTROL_WORDS.split())
_LOOPS = frozenset(("for", "tablerow"))
_INCLUDES = frozenset(("include", "include_relative", "include_cached", "render"))
_RICH = re.late(
    r"\|\s*(?:markdownify|safe|renderContent|renderTemplate)\b|^\s*(?:content|page\.content"
    r"|include\.content)\b"
)
# what these give is a word, an address or a line of text, never a heading
_WORDS = re.late(
    r"^\s*(?:(?:page|site|post|item)\.(?:title|name|url|date|baseurl|author|email|id|excerpt|slug)"
    r"\b|['\"])"
    r"|\|\s*(?:date|relative_url|absolute_url|url|escape|jsonify|size|upcase|downcase|strip)\b"
)
_GUARD = "\ue001"


def expand_nunjucks(expansion: Expansion, text: str, path: str) -> str:
    """``text`` as Nunjucks or Jinja would leave it: there ``{# … #}`` is a comment."""
    return expand_liquid(expansion, closed_sub(_NOTE, "#}", "", text), path)


def expand_liquid(expansion: Expansion, text: str, path: str) -> str:
    """``text`` as Liquid would leave it, as far as the tree can tell."""
    if "{%" not in text and "{{" not in text:
        return text
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1])
        return f"{_GUARD}{len(kept) - 1}{_GUARD}"

    text = _dropped(text, keep)
    result = _expand(expansion, text, path)
    return (
        re.sub(rf"{_GUARD}(\d+){_GUARD}", lambda match: kept[int(match[1])], result)
        if kept
        else result
    )


def _dropped(text: str, keep: Callable[[re.Match[str]], str]) -> str:
    """Without comments and code; what is raw is put aside. A tag that is never closed is left as it
    is."""
    end = text.rfind("endraw")
    if end >= 0:
        end = text.find("%}", end) + 2
        text = _RAW.sub(keep, text[:end]) + text[end:]
    for pattern, close in _DROPPED:
        end = text.rfind(close)
        if end >= 0:
            end = text.find("%}", end) + 2
            text = pattern.sub("", text[:end]) + text[end:]
    return text


def _expand(expansion: Expansion, text: str, path: str) -> str:
    parts: list[str] = []
    at = 0
    loops: list[int] = []
    for match in _TAG.finditer(text):
        parts.append(text[at : match.start()])
        at = match.end()
        if match["output"] is not None:
            parts.append(_output(expansion, text, match))
        elif match["name"] in _INCLUDES:
            parts.append(_include(expansion, match, path))
        else:
            _control(expansion, text, match, loops)
            if alone_on_line(text, match.start(), match.end()):
                at = min(text.find("\n", at) + 1 or len(text), len(text))
    parts.append(text[at:])
    return "".join(parts)


def _include(expansion: Expansion, match: re.Match[str], path: str) -> str:
    name = _FILE.match(match["rest"].strip())
    if not name or "{{" in match["rest"]:
        expansion.doubt("an include is named by a template")
        return ""
    marker = "./" if match["name"] == "include_relative" else ""
    return expansion.include(marker + (name[1] or name[2] or name[3]), path, expand_liquid)


def _output(expansion: Expansion, text: str, match: re.Match[str]) -> str:
    if in_heading(text, match.start()):
        expansion.doubt("a heading is built by a template")
    elif in_id(text, match.start()):
        expansion.doubt("an id is built by a template")
    elif _RICH.search(match["output"]) or (
        alone_on_line(text, match.start(), match.end()) and not _WORDS.search(match["output"])
    ):
        expansion.doubt(f"“{' '.join(match[0].split())[:60]}” is built by a template")
    return "\ue000"


def _control(expansion: Expansion, text: str, match: re.Match[str], loops: list[int]) -> None:
    name = match["name"]
    if name in _LOOPS:
        loops.append(match.end())
    elif name in ("endfor", "endtablerow") and loops:
        if may_hold_ids(text[loops.pop() : match.start()]):
            expansion.doubt("a loop in the template repeats headings")
    elif name not in _CONTROL and not name.startswith("end"):
        expansion.doubt(f"“{{% {name} %}}” is built by a plugin")
