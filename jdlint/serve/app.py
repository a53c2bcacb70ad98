"""The application: its processes, its routes, and the door before them."""

from __future__ import annotations

import asyncio
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
from jdlint.serve.draft.desk import Desk
from jdlint.serve.http.guard import Guard
from jdlint.serve.http.pool import Lines, Pool
from jdlint.serve.http.refusal import Refusal
from jdlint.serve.routes import desk, page
from jdlint.serve.routes.api import Api
from jdlint.serve.routes.drafts import Drafts
from jdlint.serve.settings import PAGE_SECONDS, SITE_SECONDS, Settings
from jdlint.serve.store import Store

_SITES = 2  # processes that compare a page with its site; each keeps the whole site in memory


def application(settings: Settings) -> ASGIApp:
    """The whole server as an ASGI application."""
    make = partial(Desk, settings.root, settings.config)
    pages = Lines(make, min(max(processors(), 2), 8), PAGE_SECONDS)
    sites = Pool(partial(make, gentle=True), _SITES, SITE_SECONDS)
    site = desk.Site(settings, sites)
    store = Store(settings.store) if settings.store else None
    shared = Drafts(store, pages).routes() if store else []

    @asynccontextmanager
    async def running(_: Starlette) -> AsyncIterator[None]:
        try:
            async with _awake(pages, sites, site):
                yield
        finally:
            if store:
                store.close()

    inner = Starlette(
        routes=[
            *page.routes(),
            *Api(pages, sites).routes(),
            *desk.Desk(settings, pages, site).routes(),
            *shared,
        ],
        lifespan=running,
        exception_handlers={HTTPException: _refused, Refusal: _said},
    )
    inner.router.redirect_slashes = False
    return Guard(inner, settings)


@asynccontextmanager
async def _awake(pages: Lines, sites: Pool, site: desk.Site) -> AsyncIterator[None]:
    """The processes, ready as long as the server runs."""
    said = await pages.warm()
    if said:
        sys.stderr.write(f"jdlint serve: {said}\n")
    reading = asyncio.create_task(site.ready(_SITES))
    try:
        yield
    finally:
        reading.cancel()
        pages.stop()
        sites.stop()


def _said(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return error.response()


async def _refused(_: Request, error: Exception) -> Response:
    """What the framework refuses, in our words."""
    assert isinstance(error, HTTPException)
    known = {404: "There is nothing at this address", 405: "This cannot be done here"}
    text = known.get(error.status_code, "This request cannot be answered")
    return Refusal(error.status_code, text).response()
