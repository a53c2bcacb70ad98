"""What is said to whoever asks for something that is not given: a status and one sentence."""

from __future__ import annotations

from starlette.responses import JSONResponse


class Refusal(Exception):  # noqa: N818 - read as a word
    """A request that is not answered; ``text`` is a sentence for people."""

    def __init__(self, status: int, text: str, *, retry: int = 0) -> None:
        super().__init__(text)
        self.status, self.text, self.retry = status, text, retry

    def response(self) -> JSONResponse:
        headers = {"Retry-After": str(self.retry)} if self.retry else None
        return JSONResponse({"error": self.text}, self.status, headers)
