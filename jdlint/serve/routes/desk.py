"""What the page in the browser asks of the server, besides the API."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from jdlint import __version__
from jdlint.core.errors import CannotError, ConfigError
from jdlint.core.light import Any
from jdlint.serve.draft import pages
from jdlint.serve.http.asked import body_of, language_of, path_of, text_of
from jdlint.serve.http.pool import Lines, Pool
from jdlint.serve.http.refusal import Refusal
from jdlint.serve.settings import LARGEST_FILE, Settings

_FRESH = 20.0  # seconds for which the list of pages is good


class Site:
    """The project's pages as they were a moment ago, and the one who writes them."""

    def __init__(self, settings: Settings, pool: Pool) -> None:
        self.settings, self._pool = settings, pool
        self._writing = asyncio.Lock()
        self._asking: asyncio.Task[dict[str, Any]] | None = None
        self._at = 0.0
        self._known: dict[str, Any] | None = None

    @property
    def common(self) -> dict[str, Any]:
        """What the pages have in common, as far as it is known."""
        return self._known["common"] if self._known else {}

    async def known(self, *, now: bool = False) -> dict[str, Any]:
        """The pages and what they have in common: as they were a moment ago, unless they are to be
        read ``now``; read again beside that where it is long ago."""
        old = time.monotonic() - self._at > _FRESH
        if (old or now) and (self._asking is None or self._asking.done()):
            self._asking = asyncio.create_task(self._read())
        if self._known is None or now:
            assert self._asking is not None
            return await asyncio.shield(self._asking)
        return self._known

    async def _read(self) -> dict[str, Any]:
        known: dict[str, Any] = await self._pool.ask("pages")
        self._known, self._at = known, time.monotonic()
        return known

    async def ready(self, processes: int) -> None:
        """Let each process read the site before somebody asks about it."""
        with suppress(Refusal):  # said to whoever asks
            found = (await self.known())["pages"]
            for _ in range(processes if found else 0):
                await self._pool.ask("ready_site", found[0])

    async def open(self, path: str) -> pages.Opened:
        """A page of the list; raises ``Refusal`` for any other."""
        here = path in (await self.known())["pages"]
        if not here and (not path or path not in (await self.known(now=True))["pages"]):
            raise Refusal(404, f"There is no page {path} in this project")
        try:
            return await asyncio.to_thread(pages.opened, self.settings.root, path)
        except CannotError as error:
            raise Refusal(422, str(error)) from None

    async def save(self, path: str, text: str, version: str) -> str:
        """Write a page, one after the other; the version that it has now."""
        if not await self._pool.ask("may_save", path, text):
            raise Refusal(
                422, f"{path} would be no job page of this project: see “pages” in jdlint.yaml"
            )
        async with self._writing:
            try:
                new = await asyncio.to_thread(pages.saved, self.settings.root, path, text, version)
            except pages.NewerError as error:
                raise Refusal(409, str(error)) from None
            except CannotError as error:
                raise Refusal(422, str(error)) from None
        self._at = 0.0
        return new

    async def add_word(self, word: str) -> None:
        """Add a word to the project's file of words."""
        from jdlint.config.own_words import add_words

        name = await self._pool.ask("words_file")
        async with self._writing:
            try:
                await asyncio.to_thread(add_words, self.settings.root, [word], name)
            except (ConfigError, OSError):
                raise Refusal(422, "The project's words cannot be written") from None


class Desk:
    """One draft at a time: looking, mending, bringing in; and the pages of the project."""

    def __init__(self, settings: Settings, pool: Lines, site: Site) -> None:
        self._settings, self._pool, self._site = settings, pool, site

    def routes(self) -> list[Route]:
        rows = {
            "look": self.look, "value": self.value, "silence": self.silence,
            "preview": self.preview, "import": self.word_file, "paste": self.paste,
            "word": self.word, "open": self.open, "save": self.save, "start": self.start,
        }  # fmt: skip
        posts = [Route(f"/desk/{name}", row, methods=["POST"]) for name, row in rows.items()]
        return [Route("/desk/about", self.about), Route("/desk/pages", self.pages), *posts]

    async def about(self, request: Request) -> Response:
        settings = self._settings
        return JSONResponse(
            {
                "version": __version__,
                "project": Path(settings.root).name,
                "write": settings.write,
                "store": settings.store is not None,
            }
        )

    async def look(self, request: Request) -> Response:
        data = await body_of(request, text=str, path=str, language=str)
        answer = await self._pool.ask(
            "look", text_of(data), path_of(data), language_of(data), self._site.common,
            gone=request.is_disconnected,
        )  # fmt: skip
        return Response(answer, media_type="application/json")

    async def value(self, request: Request) -> Response:
        data = await body_of(request, text=str, key=list, value=object)
        key = data.get("key", [])
        if not key or not all(isinstance(part, str) for part in key):
            raise Refusal(422, "“key” has to be a list of names")
        value = data.get("value")
        return await self._edits("value", text_of(data), key, _plain(value))

    async def silence(self, request: Request) -> Response:
        data = await body_of(request, text=str, path=str, offset=int, rule=str, reason=str)
        reason = str(data.get("reason", ""))[:300]
        if not reason.strip():
            raise Refusal(422, "Say in a few words why this may stay")
        return await self._edits(
            "silence", text_of(data), path_of(data), data.get("offset", 0),
            str(data.get("rule", "")), reason,
        )  # fmt: skip

    async def preview(self, request: Request) -> Response:
        data = await body_of(request, text=str, path=str)
        html = await self._pool.ask("preview", text_of(data), path_of(data))
        return JSONResponse({"html": html})

    async def word_file(self, request: Request) -> Response:
        """A Word file, as the body of a request or as the one file of a form."""
        kind = request.headers.get("content-type", "")
        if kind.startswith("multipart/form-data"):
            async with request.form(max_files=1, max_fields=0) as form:
                file = form.get("file")
                if file is None or isinstance(file, str):
                    raise Refusal(422, "“file” is missing: a Word file")
                data = await file.read()
        else:
            data = await request.body()
        if len(data) > LARGEST_FILE:
            raise Refusal(413, f"This is too large: {LARGEST_FILE // 1_000_000} MB are the most")
        return JSONResponse(await self._pool.ask("word_file", data))

    async def paste(self, request: Request) -> Response:
        data = await body_of(request, html=str)
        return JSONResponse(await self._pool.ask("paste", text_of(data, "html")))

    async def start(self, request: Request) -> Response:
        await self._site.known()
        text = await self._pool.ask("start", self._site.common)
        return JSONResponse({"text": text})

    async def pages(self, request: Request) -> Response:
        return JSONResponse({"pages": (await self._site.known())["pages"]})

    async def open(self, request: Request) -> Response:
        data = await body_of(request, path=str)
        found = await self._site.open(path_of(data))
        return JSONResponse(found._asdict())

    async def save(self, request: Request) -> Response:
        self._writable()
        data = await body_of(request, path=str, text=str, version=str)
        path = path_of(data)
        if not path:
            raise Refusal(422, "“path” is missing: the name of the page")
        new = await self._site.save(path, text_of(data), str(data.get("version", "")))
        return JSONResponse({"version": new})

    async def word(self, request: Request) -> Response:
        self._writable()
        data = await body_of(request, word=str)
        word = str(data.get("word", "")).strip()
        if not word or len(word) > 60 or any(c.isspace() or c == "#" for c in word):
            raise Refusal(422, "This is no single word")
        await self._site.add_word(word)
        return JSONResponse({"word": word})

    def _writable(self) -> None:
        if not self._settings.write:
            raise Refusal(403, "This server only reads pages: it was started without --write")

    async def _edits(self, name: str, *given: Any) -> Response:
        return JSONResponse({"edits": await self._pool.ask(name, *given)})


def _plain(value: Any) -> Any:
    """A value of a form: words, a number, true or false, or a list of words."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list) and all(isinstance(v, str | int | float) for v in value):
        return value[:200]
    raise Refusal(422, "“value” has to be words, a number, true or false, or a list of words")
