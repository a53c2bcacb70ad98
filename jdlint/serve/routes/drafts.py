"""Shared drafts: kept, read, commented on and deleted by whoever has their address."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from jdlint.core.errors import CannotError
from jdlint.core.light import Any
from jdlint.core.text import Source
from jdlint.parse.meta.front_matter import parse_meta
from jdlint.serve.http.asked import body_of, path_of, text_of
from jdlint.serve.http.pool import Lines
from jdlint.serve.http.refusal import Refusal
from jdlint.serve.routes.page import shell
from jdlint.serve.store import Comment, Store

_LONGEST, _LONGEST_NAME = 2_000, 60  # characters of a comment and of a name
_MOST_DAYS = 30
Answer = TypeVar("Answer")


class Drafts:
    """Routes over a store."""

    def __init__(self, store: Store, pool: Lines) -> None:
        self._store, self._pool = store, pool

    def routes(self) -> list[Route]:
        return [
            Route("/drafts", self.add, methods=["POST"]),
            Route("/drafts/{token}", self.get),
            Route("/drafts/{token}", self.delete, methods=["DELETE"]),
            Route("/drafts/{token}/comments", self.comments),
            Route("/drafts/{token}/comments", self.comment, methods=["POST"]),
            Route("/d/{token}", shell),
        ]

    async def add(self, request: Request) -> Response:
        data = await body_of(request, text=str, path=str, days=int)
        days = data.get("days", 7)
        if not 1 <= days <= _MOST_DAYS:
            raise Refusal(422, f"“days” has to be from 1 to {_MOST_DAYS}")
        text, path = text_of(data), path_of(data)
        if not text.strip():
            raise Refusal(422, "There is no text to share yet")
        shared = await self._asked(self._store.add, text, path, days)
        return JSONResponse({**shared._asdict(), "until": _day(shared.until)}, 201)

    async def get(self, request: Request) -> Response:
        draft = await asyncio.to_thread(self._store.get, request.path_params["token"])
        if draft is None:
            raise _gone()
        report = await self._pool.ask("check", draft.text, draft.path, "", False)
        meta, body = parse_meta(draft.text)
        return JSONResponse(
            {
                "text": draft.text,
                "title": meta.text("title"),
                "until": _day(draft.until),
                "body": Source("", draft.text).position(body).line,
                "report": json.loads(report),
                "comments": [_shown(comment) for comment in draft.comments],
            }
        )

    async def comments(self, request: Request) -> Response:
        draft = await asyncio.to_thread(self._store.get, request.path_params["token"])
        if draft is None:
            raise _gone()
        return JSONResponse({"comments": [_shown(comment) for comment in draft.comments]})

    async def comment(self, request: Request) -> Response:
        data = await body_of(request, about=str, name=str, text=str)
        text, name = (str(data.get(key, "")).strip() for key in ("text", "name"))
        if not text or not name or len(text) > _LONGEST or len(name) > _LONGEST_NAME:
            raise Refusal(422, f"A comment has a name and up to {_LONGEST:,} characters")
        about = _whole(str(data.get("about", "")))[:200]
        row = Comment(about, _whole(name), _whole(text), int(time.time()))
        rows = await self._asked(self._store.comment, request.path_params["token"], row)
        if rows is None:
            raise _gone()
        return JSONResponse({"comments": [_shown(comment) for comment in rows]}, 201)

    async def delete(self, request: Request) -> Response:
        data = await body_of(request, key=str)
        token, key = request.path_params["token"], str(data.get("key", ""))
        if not await asyncio.to_thread(self._store.delete, token, key):
            raise _gone()
        return JSONResponse({"deleted": True})

    async def _asked(self, question: Callable[..., Answer], *given: Any) -> Answer:
        try:
            return await asyncio.to_thread(question, *given)
        except CannotError as error:
            raise Refusal(422, str(error)) from None


def _whole(text: str) -> str:
    """A text without halves of characters, which no file holds."""
    return text.encode("utf-8", "replace").decode()


def _gone() -> Refusal:
    return Refusal(404, "This draft is not here: its link has expired, or it was deleted")


def _shown(comment: Comment) -> dict[str, str]:
    return {**comment._asdict(), "at": _day(comment.at)}


def _day(seconds: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))
