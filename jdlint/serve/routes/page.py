"""The page and what it loads: a handful of files that ship with jdlint, read once."""

from __future__ import annotations

import html
import secrets
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jdlint.serve.http.guard import POLICY
from jdlint.serve.http.refusal import Refusal

_FOLDER = Path(__file__).parent.parent / "static"
_TYPES = {
    "app.js": "text/javascript",
    "app.css": "text/css",
    "icon.svg": "image/svg+xml",
    "LICENCES.txt": "text/plain",
}


def routes() -> list[Route]:
    return [Route("/", shell), Route("/static/{name}", static)]


async def shell(request: Request) -> Response:
    """The page. Styles that the editor makes carry a number used once; scripts come from here."""
    nonce = secrets.token_urlsafe(16)
    base = html.escape(request.scope.get("root_path", "") + "/")
    text = _read("index.html").decode().replace("{base}", base).replace("{nonce}", nonce)
    policy = POLICY.format(styles=f" 'nonce-{nonce}'")
    return Response(text, headers={"Content-Security-Policy": policy}, media_type="text/html")


async def static(request: Request) -> Response:
    """One of the files that the page loads."""
    name = request.path_params["name"]
    if name not in _TYPES:
        raise Refusal(404, "There is no such file")
    headers = {"Cache-Control": "no-cache"}
    return Response(_read(name), headers=headers, media_type=_TYPES[name])


@cache
def _read(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()
