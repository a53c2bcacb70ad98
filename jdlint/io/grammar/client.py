"""One question to a LanguageTool server, with an end: so many seconds and bytes, whatever it
does."""

from __future__ import annotations

import json
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping

from jdlint.core.light import Any, NamedTuple, TypeVar

LARGEST = 20_000_000  # bytes of an answer; 6,000 characters with a remark on each word get 2 MB
_LOOK = 0.2  # seconds after which it is looked whether anybody still waits
Result = TypeVar("Result")


class Match(NamedTuple):
    """One remark as the server gives it; ``offset`` and ``length`` count UTF-16 units."""

    offset: int
    length: int
    rule: str
    message: str
    category: str
    replacements: tuple[str, ...]


class Refused(Exception):  # noqa: N818 - what the server says of a question that it does not take
    """The server does not take this question; ``status`` is its HTTP status."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(said)
        self.status = status


def matches(
    url: str, fields: Mapping[str, str], seconds: float, given_up: Callable[[], bool]
) -> list[Match]:
    """What the server at ``url`` (ending with a slash) finds; ``given_up`` says that nobody waits
    for it any more.

    Raises ``TimeoutError``, ``Refused``, ``OSError`` and ``ValueError`` for an answer that is none.
    """
    data = urllib.parse.urlencode(fields).encode("utf-8", "replace")
    answer = json.loads(within(seconds, lambda: _post(f"{url}v2/check", data, seconds), given_up))
    try:
        return [_match(row) for row in answer["matches"]]
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise ValueError("this is no answer of LanguageTool") from error


def _match(row: Any) -> Match:
    rule = row["rule"]
    better = tuple(str(each["value"]) for each in row.get("replacements", ())[:5])
    category = str(rule.get("category", {}).get("id", ""))
    offset, length = int(row["offset"]), int(row["length"])
    return Match(offset, length, str(rule["id"]), str(row["message"]), category, better)


def _post(url: str, data: bytes, seconds: float) -> bytes:
    if not url.startswith(("http://", "https://")):
        raise ValueError("a server’s address starts with http:// or https://")
    request = urllib.request.Request(url, data)  # noqa: S310 (the scheme is checked above)
    try:
        with urllib.request.urlopen(request, timeout=seconds) as answer:  # noqa: S310
            body: bytes = answer.read(LARGEST + 1)
    except urllib.error.HTTPError as error:
        raise Refused(error.code, error.read(500).decode("utf-8", "replace")) from error
    if len(body) > LARGEST:
        raise ValueError("the answer is without end")
    return body


def within(
    seconds: float, work: Callable[[], Result], given_up: Callable[[], bool] = lambda: False
) -> Result:
    """What ``work`` answers; a server that sends a byte now and then is left after the time, too,
    and one for which nobody waits any more.

    Raises ``TimeoutError`` and what ``work`` raises.
    """
    done: list[Result] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            done.append(work())
        except Exception as error:
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    end = time.monotonic() + seconds
    while thread.is_alive() and time.monotonic() < end and not given_up():
        thread.join(min(_LOOK, max(end - time.monotonic(), 0)))
    if done:
        return done[0]
    raise failed[0] if failed else TimeoutError
