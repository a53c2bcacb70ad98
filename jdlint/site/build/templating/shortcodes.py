"""Hugo's and Zola's shortcodes: the text between their tags stays, what the built-in ones give
holds no heading."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.site.build.scan import closed_sub
from jdlint.site.build.templating.expansion import Expansion

_HUGO = re.late(
    r"\{\{(?P<kind>[<%])\s*+(?P<close>/)?\s*+(?P<name>[\w./-]++)(?P<rest>(?:[^>%{]|[>%](?!\}\})"
    r"|\{(?!\{)){0,500}+)[>%]\}\}"
)
_HUGO_COMMENT = re.late(r"\{\{[<%]/\*.*?\*/(?:[>%]\}\})?", re.S)
_HUGO_CODE = re.late(r"\{\{<\s*highlight\b.*?\{\{< */ *highlight *>\}\}", re.S)
_HUGO_OWN = frozenset(
    "ref relref figure gist highlight instagram param qr tweet twitter x vimeo youtube details"
    " comment rel".split()
)
_ZOLA = re.late(
    r"\{\{\s*(?P<inline>\w+)\s*\([^{}]{0,500}\)\s*\}\}"
    r"|\{%\s*(?P<name>\w+)\s*\([^{}]{0,500}\)\s*%\}|\{%\s*end\s*%\}"
)


def expand_hugo(expansion: Expansion, text: str, path: str) -> str:
    """``text`` without shortcodes; one that the project defines is read to see whether it gives
    ids."""
    if "{{" not in text:
        return text
    text = closed_sub(_HUGO_COMMENT, "*/", "", text)
    end = max(text.rfind("/highlight"), text.rfind("/ highlight"))
    end = text.find("}}", end) + 2 if end >= 0 else 0
    text = _HUGO_CODE.sub("", text[:end]) + text[end:]

    def replaced(match: re.Match[str]) -> str:
        name = match["name"]
        if not match["close"] and name not in _HUGO_OWN:
            _judge(expansion, name, path)
        return ""

    return _HUGO.sub(replaced, text)


def _judge(expansion: Expansion, name: str, path: str) -> None:
    found = expansion.find(f"shortcodes/{name}.html", path)
    text = expansion.tree.read(found) if found else None
    if text is None:
        expansion.doubt(f"the shortcode “{name}” is not in the tree")
    elif re.search(
        r"<h[1-6]\b|\bid\s*=|\bname\s*=|markdownify|RenderString|readFile|\bpartial\b"
        r"|\.Page\.Render",
        text,
    ):
        expansion.doubt(f"the shortcode “{name}” may bring headings")


def expand_zola(expansion: Expansion, text: str, path: str) -> str:
    """``text`` without shortcodes; what one gives is not known."""
    if "{{" not in text and "{%" not in text:
        return text

    def replaced(match: re.Match[str]) -> str:
        name = match["inline"] or match["name"]
        if name:
            _judge(expansion, name, path)
        return ""

    return _ZOLA.sub(replaced, text)
