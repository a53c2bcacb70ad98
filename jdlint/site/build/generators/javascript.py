"""Configuration that is a program: what it writes down plainly, as ``name: 'value'``, without
running it."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.site.build.generators.base import Files, Project
from jdlint.site.build.templating.expansion import Expansion
from jdlint.site.build.templating.jsx import expand_mdx
from jdlint.site.urls import file_join, folder

# strings and patterns hold what only looks like a comment: '**/*.md', /\/\//
_KEPT = (
    r"(?P<kept>'(?:[^'\\\n]|\\.){0,200}+'|\"(?:[^\"\\\n]|\\.){0,200}+\"|`(?:[^`\\]|\\.){0,200}+`"
    r"|(?<=[=(\[,:;!&|?{}])[ \t]{0,9}/(?![*/])(?:[^/\\\n\[]|\\.|\[[^\]\n]{0,99}\]){1,200}/)"
)
_LINE_COMMENT = re.late(rf"{_KEPT}|(?<!:)//[^\n]*")
_COMMENT = re.late(rf"{_KEPT}|/\*(?s:.)*?\*/|(?<!:)//[^\n]*")
_MAX_CONFIG = 100_000


def plain(text: str | None) -> str:
    """The program's text without comments; empty where there is none."""
    text = (text or "")[:_MAX_CONFIG]
    # behind the last one that closes, nothing looks for the end of a comment again and again
    end = text.find("\n", text.rfind("*/")) if "*/" in text else 0
    end = len(text) if end < 0 else end
    return _COMMENT.sub(_kept, text[:end]) + _LINE_COMMENT.sub(_kept, text[end:])


def _kept(match: re.Match[str]) -> str:
    return match["kept"] or ""


def value(text: str, name: str) -> str | None:
    """The first string that stands at a name."""
    match = re.search(rf"(?<![\w.]){name}['\"]?\s*:\s*(['\"`])([^'\"`$\n]*)\1", text)
    return match[2] if match else None


def argument(text: str, name: str) -> str | None:
    """The string that a function is called with."""
    match = re.search(rf"{name}\(\s*(['\"])([^'\"\n]*)\1", text)
    return match[2] if match else None


def section(text: str, name: str) -> str:
    """The text between the braces of ``name: {…}``."""
    match = re.search(rf"(?<![\w.]){name}['\"]?\s*:\s*\{{", text)
    if not match:
        return ""
    depth, end = 1, match.end()
    while end < len(text) and depth:
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        end += 1
    return text[match.end() : end]


def find_mdx_partial(files: Files, _project: Project, name: str, path: str) -> str | None:
    """The file that an MDX page imports by a name relative to it."""
    found = file_join(folder(path), name)
    return found if found is not None and found in files.set else None


def expand_page(expansion: Expansion, body: str, path: str, _project: Project) -> str:
    """A page as its components leave it: only MDX has any."""
    return expand_mdx(expansion, body, path) if path.endswith(".mdx") else body
