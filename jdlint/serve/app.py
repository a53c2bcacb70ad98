"""The application: its processes, its routes, and the door before them."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from jdlint.io.pool import processors
from jdlint.serve import page
from jdlint.serve.answers import Answers
from jdlint.serve.api import Api
from jdlint.serve.guard import Guard
from jdlint.serve.pool import Pool
from jdlint.serve.refusal import Refusal
from jdlint.serve.settings import PAGE_SECONDS, SITE_SECONDS, Settings


def application(settings: Settings) -> ASGIApp:
    """The whole server as an ASGI application."""
    make = partial(Answers, settings.root, settings.config)
    pages = Pool(make, min(max(processors(), 2), 8), PAGE_SECONDS)
    sites = Pool(make, 2, SITE_SECONDS)
    pools = (pages, sites)

    @asynccontextmanager
    async def running(_: Starlette) -> AsyncIterator[None]:
        said = await pages.warm()
        if said:
            sys.stderr.write(f"jdlint serve: {said}\n")
        try:
            yield
        finally:
            for pool in pools:
                pool.stop()

    inner = Starlette(
        routes=[*page.routes(), *Api(*pools).routes()],
        lifespan=running,
        exception_handlers={HTTPException: _refused, Refusal: _said},
    )
    inner.router.redirect_slashes = False
    return Guard(inner, settings)


async def _said(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return error.response()


async def _refused(_: Request, error: Exception) -> Response:
    """What the framework refuses, in our words."""
    assert isinstance(error, HTTPException)
    known = {404: "There is nothing at this address", 405: "This cannot be done here"}
    text = known.get(error.status_code, "This request cannot be answered")
    return Refusal(error.status_code, text).response()
