"""One page of the web: HEAD, then GET where that is refused, tried again with patience, redirects
followed by hand."""

from __future__ import annotations

import random
import time
from collections.abc import Collection
from email.utils import parsedate_to_datetime

import httpx

from jdlint.core.light import NamedTuple
from jdlint.io.http.client import Client, NoAnswer, Reply
from jdlint.io.http.doubt import doubt, is_posting, refresh_of
from jdlint.io.http.fragments import fragment_of
from jdlint.site.external import External, judged

HOPS = 8
_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_AGAIN = (408, 425, 429, 500, 502, 503, 504)
_LONGEST_URL = 4_000


class Trail(NamedTuple):
    """Where redirects ended: the last URL, what it answered, and how far permanent ones led (empty:
    nowhere)."""

    url: httpx.URL
    reply: Reply | NoAnswer
    moved: str


async def visit(client: Client, url: str, fragments: Collection[str]) -> dict[str, External]:
    """The answer on a page (a URL without its fragment) for each fragment asked for, ``""`` for the
    page itself."""
    try:
        start = _parsed(url)
    except NoAnswer as failure:
        return dict.fromkeys(fragments, External("unknown", 0, failure.reason))
    read = any(fragments) or is_posting(str(start))
    end, reply, moved = await _followed(client, start, read=read)
    host = end.host if end.host != start.host else ""
    if isinstance(reply, NoAnswer):
        verdict = External("dead" if reply.reason in ("no-host", "certificate") else "unknown")
        answer = verdict._replace(reason=reply.reason, detail=reply.detail, host=host)
        return dict.fromkeys(fragments, answer)
    answer = judged(reply.status)._replace(host=host)
    if answer.verdict != "ok":
        return dict.fromkeys(fragments, answer)
    why = doubt(str(start), str(end), reply.text)
    if why:
        answer = answer._replace(verdict="doubtful", reason=why, detail=str(end))
        return dict.fromkeys(fragments, answer)
    answer = answer._replace(moved=moved)
    return {fragment: _with_fragment(answer, reply, fragment) for fragment in fragments}


def _with_fragment(answer: External, reply: Reply, fragment: str) -> External:
    if not fragment or reply.text is None:
        return answer
    found, near = fragment_of(reply.text, fragment)
    return answer._replace(fragment=found, near=near)


def _parsed(url: str) -> httpx.URL:
    try:
        parsed = httpx.URL(url) if len(url) <= _LONGEST_URL else None
        if parsed is not None and parsed.scheme in ("http", "https") and parsed.raw_host:
            _ = parsed.port, parsed.netloc
            return parsed.copy_with(userinfo=b"", fragment=None)
    except (httpx.InvalidURL, ValueError) as error:
        raise NoAnswer("malformed") from error
    raise NoAnswer("malformed")


async def _followed(client: Client, url: httpx.URL, *, read: bool) -> Trail:
    moved, lasting = "", True
    for _ in range(HOPS + 1):
        try:
            reply = await _asked(client, url, read=read)
        except NoAnswer as failure:
            return Trail(url, failure, moved)
        target = reply.headers.get("location", "")
        if reply.status not in _REDIRECTS or not target:
            target = refresh_of(reply.text) if reply.status == 200 and reply.text else ""
            if not target:
                return Trail(url, reply, moved)
        try:
            url = _parsed(str(url.join(target)))
        except (NoAnswer, httpx.InvalidURL, ValueError):
            break
        lasting = lasting and reply.status in _PERMANENT
        moved = str(url) if lasting else moved
    return Trail(url, NoAnswer("redirects"), moved)


async def _asked(client: Client, url: httpx.URL, *, read: bool) -> Reply:
    """The reply that counts: a HEAD that does not say yes is followed by a GET, a passing failure
    by another try."""
    method = "GET" if read else "HEAD"
    tried = 0
    while True:
        reply: Reply | None = None
        failure: NoAnswer | None = None
        try:
            reply = await client.ask(method, url, read=read)
        except NoAnswer as error:
            failure = error
        if method == "HEAD" and reply is not None and _is_refusal(reply.status):
            method = "GET"
            continue
        method, tried = "GET", tried + 1
        passing = failure.passing if failure else reply is not None and reply.status in _AGAIN
        asked = reply is not None and (reply.status == 429 or "retry-after" in reply.headers)
        wait = retry_after(reply.headers.get("retry-after", "")) if reply else 0.0
        rest = max(wait, client.settings.pause * 2 ** (tried - 1) * random.uniform(0.75, 1.25))  # noqa: S311 - no secret
        if (
            not passing
            or tried >= client.settings.tries
            or not client.may_wait(url, rest, asked=asked)
        ):
            if reply is not None:
                return reply
            raise failure or NoAnswer("unreachable")


def _is_refusal(status: int) -> bool:
    return status >= 400 and status not in (429, 503)


def retry_after(text: str) -> float:
    """The seconds that a ``Retry-After`` asks to wait (a number or a date), 0 for none."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(parsedate_to_datetime(text).timestamp() - time.time(), 0.0)
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
