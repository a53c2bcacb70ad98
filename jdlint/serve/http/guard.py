"""The door: who may ask, how much, how fast; what every answer says to the browser.

Names are checked against DNS rebinding, origins against other sites' pages, before a byte of a body
is read. A request that is refused leaves no trace but its status.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import MutableMapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from jdlint.core.light import Any
from jdlint.serve.http.rate import Rates
from jdlint.serve.http.refusal import Refusal
from jdlint.serve.settings import (
    BODY_SECONDS,
    FILE_SECONDS,
    LARGEST_BODY,
    LARGEST_FILE,
    Settings,
)

HEALTH = "/healthz"  # asked by containers and proxies, under whatever name: tells that it answers
_READING = ("GET", "HEAD")
_METHODS = (*_READING, "POST", "DELETE")
_SAFETY = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{styles}; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; form-action 'none'; base-uri 'self'; "
    "frame-ancestors 'none'"
)


class Guard:
    """Stands before the application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._settings = app, settings
        self._rates = Rates()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answered(scope, receive, send)

    async def _answered(self, scope: Scope, receive: Receive, send: Send) -> None:
        out = _Safely(send)
        if scope["method"] in _READING and _path(scope) == HEALTH:
            await PlainTextResponse("ok\n")(scope, receive, out)
            return
        try:
            self._admit(scope)
            await self._app(scope, _Limited(scope, receive), out)
        except Refusal as refusal:
            if not out.started:
                await refusal.response()(scope, receive, out)
        except ClientDisconnect:
            pass
        except Exception as error:  # said without its text, which may hold the writer's
            print(f"jdlint serve: {type(error).__name__} at {scope['method']}", file=sys.stderr)  # noqa: T201
            if not out.started:
                said = Refusal(500, "Something went wrong here; your text is untouched")
                await said.response()(scope, receive, out)

    def _admit(self, scope: Scope) -> None:
        """Raises ``Refusal`` for what is not even looked at."""
        headers = Headers(scope=scope)
        if len(headers.getlist("host")) != 1 or not self._known(headers["host"]):
            raise Refusal(403, "This name is not one that this server answers to: see --allow-host")
        if scope["method"] not in _METHODS:
            raise Refusal(405, "This cannot be done here")
        if scope["method"] not in _READING:
            _same_origin(headers)
        address = (scope.get("client") or ("",))[0]
        if not self._rates.take(address):
            raise Refusal(429, "Too many requests from this address; wait a second", retry=1)

    def _known(self, host: str) -> bool:
        return _name(host) in self._settings.hosts


def _path(scope: Scope) -> str:
    """The path that was asked for, without the one below which a proxy shows the page."""
    return str(scope["path"]).removeprefix(str(scope.get("root_path", "")))


def _name(host: str) -> str:
    """A Host header without its port."""
    name = host.lower()
    head, colon, port = name.rpartition(":")
    if colon and port.isascii() and port.isdigit() and (head.endswith("]") or ":" not in head):
        name = head
    return name.rstrip(".")


def _same_origin(headers: Headers) -> None:
    """Raises ``Refusal`` for what another site's page sends."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    ours = origin is None or origin.partition("://")[2].lower() == headers["host"].lower()
    if not ours or site not in (None, "same-origin", "none"):
        raise Refusal(403, "Other sites may not send anything here")


class _Limited:
    """A body that may not be too large, and has to be there in time."""

    def __init__(self, scope: Scope, receive: Receive) -> None:
        upload = scope["path"].endswith("/import")
        self._most = LARGEST_FILE + 10_000 if upload else LARGEST_BODY
        self._until = time.monotonic() + (FILE_SECONDS if upload else BODY_SECONDS)
        self._receive, self._size, self._done = receive, 0, False
        length = Headers(scope=scope).get("content-length", "0")
        if not (length.isascii() and length.isdigit()):
            raise Refusal(400, "The length of the request is no number")
        if int(length[:20]) > self._most:
            raise Refusal(413, f"This is too large: {self._most // 1000} kB are the most")

    async def __call__(self) -> Message:
        if self._done:
            return await self._receive()
        left = max(self._until - time.monotonic(), 0.001)
        try:
            message = await asyncio.wait_for(self._receive(), left)
        except TimeoutError:
            raise Refusal(408, "The request took too long to arrive") from None
        self._size += len(message.get("body", b""))
        if self._size > self._most:
            raise Refusal(413, f"This is too large: {self._most // 1000} kB are the most")
        self._done = not message.get("more_body", False)
        return message


class _Safely:
    """Sends an answer with the headers that keep it safe."""

    def __init__(self, send: Send) -> None:
        self._send, self.started = send, False

    async def __call__(self, message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            for name, value in _SAFETY.items():
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", POLICY.format(styles=""))
            headers.setdefault("Cache-Control", "no-store")
            if message["status"] in (403, 408, 413):
                headers["Connection"] = "close"  # what is left of the body is not read
        await self._send(message)
