"""HTTP that does not wait for ever: uvicorn's protocol, with a limit on how long a request's head
may take to arrive (a connection that sends a byte now and then would hold its place for good)."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0


class PatientProtocol(H11Protocol):
    """Closes a connection whose request is not complete in its head after ``HEAD_SECONDS``."""

    _limit: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._leave()
        else:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        self._leave()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._leave()  # from here on uvicorn's own limit between requests counts

    def _wait(self) -> None:
        if self._limit is None:
            self._limit = self.loop.call_later(HEAD_SECONDS, self.transport.close)

    def _leave(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None
