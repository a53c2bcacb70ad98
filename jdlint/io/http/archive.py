"""Archived copies of pages that are gone: an archive sends who asks for a page's newest copy there.

Source: the Wayback Machine's help, “/web/2/” before an address leads to its newest copy.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import httpx

from jdlint.io.http.client import Client, NoAnswer
from jdlint.site.external import External

_GONE = frozenset(("gone", "no-host"))
_SECONDS = 60.0  # for all copies of a run
_SENT = (301, 302, 303, 307, 308)


async def with_copies(
    client: Client, service: str, found: Mapping[str, External]
) -> dict[str, External]:
    """The answers, those of dead pages with the address of an archived copy where there is one;
    ``service`` is what stands before a page's address."""
    dead = [url for url, answer in found.items() if answer.reason in _GONE]
    pages = list(dict.fromkeys(url.partition("#")[0] for url in dead))
    try:
        async with asyncio.timeout(_SECONDS):
            answers = await asyncio.gather(*(_copy(client, service, page) for page in pages))
    except TimeoutError:
        return dict(found)
    copies = dict(zip(pages, answers, strict=True))
    return {url: _offered(copies, url, answer) for url, answer in found.items()}


def _offered(copies: Mapping[str, str], url: str, answer: External) -> External:
    copy = copies.get(url.partition("#")[0], "")
    return answer._replace(archived=copy) if copy and answer.reason in _GONE else answer


async def _copy(client: Client, service: str, page: str) -> str:
    """The address of a page's newest copy; empty where there is none, or the archive is silent."""
    whole = "https:" + page if page.startswith("//") else page
    try:
        asked = httpx.URL(service + whole)
        reply = await client.ask("HEAD", asked)
        if reply.status == 200:
            return str(asked)
        target = reply.headers.get("location", "") if reply.status in _SENT else ""
        there = asked.join(target) if target else None
    except (NoAnswer, httpx.InvalidURL, ValueError):
        return ""
    return str(there) if there is not None and there.host == asked.host else ""
