"""Whether an HTML page has a fragment, from its source alone; a page that scripts build does not
say."""

from __future__ import annotations

import html
from collections.abc import Iterator
from urllib.parse import unquote

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.site.links.nearest import nearest

_NAME = re.late(r"[a-zA-Z][^\s/>]*+")
_ATTRIBUTE = re.late(
    r"[\s/]*+([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?"
)
_RAW = frozenset(("script", "style", "template", "textarea", "title", "noscript"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_STATE = re.late(
    r"[/!:=&?~]|L\d+(?:-L?\d+)?\Z|diff-|issuecomment|discussion_|note_"
)  # set by a script, not an id
_SCRIPTED = re.late(
    r"<react-app|<app-root|\bng-(?:app|version)\b|captcha|cf-chl|challenge-platform"
    r"|(?:enable|requires|turn on|activate) javascript"
)
# hosts of code give this to ids of rendered pages, and take it off in the browser
_PREFIX = "user-content-"


class Ids(NamedTuple):
    """The ids of a page; ``headings`` counts those of headings, ``used`` those that the page itself
    links to."""

    ids: dict[str, None]
    headings: int
    used: int


def fragment_of(text: str, fragment: str) -> tuple[bool | None, str]:
    """Whether a page (all of its HTML) has a fragment, and an id like one that it does not have.

    ``None`` where that cannot be known: the fragment is no id but a state, a script may build the
    part, or the page shows no sign that it has ids for readers at all.
    """
    names = {fragment, unquote(fragment)}
    if fragment.lower() in ("", "top"):
        return True, ""
    page = read_ids(text)
    if any(name in page.ids or _PREFIX + name in page.ids for name in names):
        return True, ""
    if (
        _STATE.search(fragment)
        or _SCRIPTED.search(text.lower())
        or any(_is_told(text, name) for name in names)
    ):
        return None, ""
    if page.headings < 2 and page.used < 3:
        return None, ""
    return False, next(iter(nearest(unquote(fragment), page.ids, 1)), "").removeprefix(_PREFIX)


def read_ids(text: str) -> Ids:
    """The ids of all tags and the names of anchors, outside comments and scripts; linear in the
    length."""
    ids: dict[str, None] = {}
    links: set[str] = set()
    headings = 0
    for tag, attributes in _tags(text):
        name = attributes.get("id") or (attributes.get("name") if tag == "a" else None)
        if name:
            ids[name] = None
            headings += tag in _HEADINGS
        target = attributes.get("href", "")
        if tag == "a" and target.startswith("#"):
            links.add(unquote(target[1:]))
    return Ids(ids, headings, len(links & ids.keys()))


def _tags(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The opening tags with their attributes; each character is looked at once or twice."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    at = 0
    while (at := text.find("<", at)) >= 0:
        if text.startswith("<!--", at):
            at = text.find("-->", at + 4)
            if at < 0:
                return
            continue
        name = _NAME.match(text, at + 1)
        if not name:
            at += 1
            continue
        tag, at = name.group().lower(), name.end()
        attributes: dict[str, str] = {}
        while match := _ATTRIBUTE.match(text, at):
            value = match[2] or match[3] or match[4] or ""
            attributes.setdefault(match[1].lower(), html.unescape(value) if "&" in value else value)
            at = match.end()
        yield tag, attributes
        if tag in _RAW:
            at = lowered.find("</" + tag, at)
            if at < 0:
                return


def _is_told(text: str, name: str) -> bool:
    """Whether a page names an id in quotes somewhere: a script may well make it."""
    return any(mark + name + end in text for mark in "\"'#" for end in ('"', "'", "\\"))
