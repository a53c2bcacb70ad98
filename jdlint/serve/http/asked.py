"""What a request asks, read and checked: anything else is refused in one sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.requests import Request

from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.io.files import is_markdown
from jdlint.serve.http.refusal import Refusal
from jdlint.serve.settings import LARGEST_TEXT

_LANGUAGE = re.late(r"[a-z]{2}")
_PATH = re.late(r"[^\x00-\x1f\x7f\\:*?\"<>|]{1,300}")
_KINDS: Mapping[type, str] = {
    list: "a list",
    str: "a text",
    bool: "true or false",
    dict: "an object",
    int: "a number",
}


async def body_of(request: Request, **known: type) -> dict[str, Any]:
    """The members of a JSON object, each of its kind; raises ``Refusal``."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Refusal(415, "Send JSON, with Content-Type: application/json")
    try:
        data = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise Refusal(400, "The request is no JSON") from None
    if not isinstance(data, dict):
        raise Refusal(400, "The request is no JSON object")
    for name, value in data.items():
        if name not in known:
            shown = ", ".join(f"“{key}”" for key in known)
            raise Refusal(422, f"“{name[:40]}” is not known here; known are {shown}")
        if value is not None and known[name] is not object and type(value) is not known[name]:
            raise Refusal(422, f"“{name}” has to be {_KINDS[known[name]]}")
    return {name: value for name, value in data.items() if value is not None}


def text_of(data: Mapping[str, Any], name: str = "text") -> str:
    """A text; halves of characters, which no file holds, are replaced."""
    if name not in data:
        raise Refusal(422, f"“{name}” is missing: the text of the page")
    text = str(data[name])
    if len(text) > LARGEST_TEXT:
        raise Refusal(413, f"The text is too long: {LARGEST_TEXT:,} characters are the most")
    return text.encode("utf-8", "replace").decode()


def path_of(data: Mapping[str, Any]) -> str:
    """The path of a page from the project's root, or nothing."""
    path = str(data.get("path", ""))
    if not path:
        return ""
    parts = path.split("/")
    plain = _PATH.fullmatch(path) and not any(p.startswith(".") or not p.strip() for p in parts)
    if not plain or not is_markdown(path) or any(0xD800 <= ord(c) < 0xE000 for c in path):
        raise Refusal(
            422, "“path” has to name a Markdown file inside the project, such as jobs/baker.md"
        )
    return path


def language_of(data: Mapping[str, Any]) -> str:
    """The code of a language, or nothing."""
    language = str(data.get("language", ""))
    if language and not _LANGUAGE.fullmatch(language):
        raise Refusal(422, "“language” has to be a code of two letters, such as de")
    return language
