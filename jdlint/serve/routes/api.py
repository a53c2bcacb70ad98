"""The HTTP API: what is wrong with a text, the text with its fixes, where its links lead."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from jdlint.serve.http.asked import body_of, language_of, path_of, text_of
from jdlint.serve.http.pool import Lines, Pool
from jdlint.serve.routes.openapi import description

_JSON = "application/json"


class Api:
    """Answers from processes: ``pages`` look at one text, ``sites`` compare it with a site."""

    def __init__(self, pages: Lines, sites: Pool) -> None:
        self._pages, self._sites = pages, sites

    def routes(self) -> list[Route]:
        return [
            Route("/api/check", self.check, methods=["POST"]),
            Route("/api/fix", self.fix, methods=["POST"]),
            Route("/api/links", self.links, methods=["POST"]),
            Route("/api/openapi.json", self.openapi),
        ]

    async def check(self, request: Request) -> Response:
        data = await body_of(request, text=str, path=str, language=str, site=bool)
        site = bool(data.get("site")) and bool(path_of(data))
        pool = self._sites if site else self._pages
        report = await pool.ask(
            "check", text_of(data), path_of(data), language_of(data), site,
            gone=request.is_disconnected,
        )  # fmt: skip
        return Response(report, media_type=_JSON)

    async def fix(self, request: Request) -> Response:
        data = await body_of(request, text=str, path=str, language=str, unsafe=bool)
        answer = await self._pages.ask(
            "fix", text_of(data), path_of(data), language_of(data), bool(data.get("unsafe")),
            gone=request.is_disconnected,
        )  # fmt: skip
        return JSONResponse(answer)

    async def links(self, request: Request) -> Response:
        data = await body_of(request, text=str, path=str)
        answer = await self._sites.ask(
            "links", text_of(data), path_of(data), gone=request.is_disconnected
        )
        return JSONResponse({"links": answer})

    async def openapi(self, request: Request) -> Response:
        return JSONResponse(description(request.scope.get("root_path", "")))
