"""Host names -> addresses, with a limit of time that the system's resolver does not have."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread

Lookup = Callable[[str, int], Sequence[str]]


def system_lookup(host: str, port: int) -> Sequence[str]:
    """The addresses of a host, IPv4 first (a container often has no way for IPv6); raises
    ``OSError``."""
    rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    ordered = sorted(rows, key=lambda row: row[0] != socket.AF_INET)
    return tuple(dict.fromkeys(str(row[4][0]) for row in ordered))


async def looked_up(lookup: Lookup, host: str, port: int, seconds: float) -> Sequence[str]:
    """As ``lookup``; raises ``TimeoutError`` when it takes too long, and leaves its thread behind
    then."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Sequence[str]] = loop.create_future()

    def settle(found: Sequence[str] | OSError) -> None:
        if answer.done():
            return
        if isinstance(found, OSError):
            answer.set_exception(found)
        else:
            answer.set_result(found)

    def work() -> None:
        found: Sequence[str] | OSError
        try:
            found = lookup(host, port)
        except OSError as error:
            found = error
        except UnicodeError as error:  # a label that is too long
            found = socket.gaierror(socket.EAI_NONAME, str(error))
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(settle, found)

    # not the loop's own pool: that one is waited for at the end, however long a lookup takes
    Thread(target=work, daemon=True, name="jdlint-lookup").start()
    async with asyncio.timeout(seconds):
        return await answer


def is_no_host(error: OSError) -> bool:
    """Whether a lookup failed because there is no such name, and not because nobody answered."""
    missing = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
    return isinstance(error, socket.gaierror) and error.errno in missing
