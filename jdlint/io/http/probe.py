"""Ask the web about links: at once but politely, from public addresses only, within limits of time.

Nothing is imported for it before it is asked for; without the HTTP client it says what to install.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

from jdlint.core.errors import ProbeError
from jdlint.core.light import TYPE_CHECKING, Any
from jdlint.io.http.cache import LinkCache
from jdlint.io.http.dns import looked_up
from jdlint.io.http.settings import HttpSettings, is_ignored
from jdlint.site.external import External

if TYPE_CHECKING:
    from jdlint.io.http.client import Client

__all__ = ["HttpSettings", "probe"]

_UNREACHED = frozenset(("no-host", "unresolved", "unreachable", "timeout"))
_CANARY_SECONDS = 5.0
Wanted = dict[str, dict[str, list[str]]]


def probe(
    urls: Iterable[str], settings: HttpSettings | None = None, folder: Path | None = None
) -> Mapping[str, External]:
    """The answer for each URL (as written, ``http:``, ``https:`` or ``//``) that is neither ignored
    nor an example.

    ``folder`` keeps the links that worked. Never raises for what the web does; raises
    ``ProbeError`` where the HTTP client is not installed.
    """
    settings = settings or HttpSettings()
    if find_spec("httpx") is None:
        raise ProbeError(
            "“--external” needs the HTTP client httpx, run “pip install 'jdlint[external]'”"
        )
    cache = LinkCache(folder, settings.max_age)
    answers, wanted = _known(urls, settings, cache)
    if wanted:
        found = _run(_all(wanted, settings))
        for url, answer in found.items():
            cache.put("#".join(parts(url)), answer)
        cache.save()
        answers.update(
            (url, answer) for url, answer in found.items() if answer.reason != "reserved"
        )
    return answers


def _known(
    urls: Iterable[str], settings: HttpSettings, cache: LinkCache
) -> tuple[dict[str, External], Wanted]:
    """What the cache answers, and what has to be asked."""
    answers: dict[str, External] = {}
    wanted: Wanted = {}
    for url in dict.fromkeys(urls):
        address, fragment = parts(url)
        if is_ignored(address, settings.ignore):
            continue
        known = cache.get(f"{address}#{fragment}")
        if known is not None:
            answers[url] = known
        else:
            wanted.setdefault(address, {}).setdefault(fragment, []).append(url)
    return answers, wanted


def _run(work: Coroutine[Any, Any, dict[str, External]]) -> dict[str, External]:
    """What asynchronous work gives; in a thread of its own where this one has a loop that runs (a
    notebook, a server)."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def parts(url: str) -> tuple[str, str]:
    """The URL to ask for and its fragment, without a directive that only highlights text
    (``:~:text=``)."""
    address, _, fragment = url.strip().replace("&amp;", "&").partition("#")
    return ("https:" + address if address.startswith("//") else address), fragment.partition(":~:")[
        0
    ]


async def _all(wanted: Wanted, settings: HttpSettings) -> dict[str, External]:
    from jdlint.io.http.archive import with_copies
    from jdlint.io.http.client import Client
    from jdlint.io.http.visit import visit

    client = Client(settings)
    tasks = {
        asyncio.create_task(visit(client, address, rows)): rows for address, rows in wanted.items()
    }
    done, late = await asyncio.wait(tasks, timeout=settings.whole)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    found: dict[str, External] = {}
    for task, rows in tasks.items():
        answers = (
            task.result()
            if task in done
            else dict.fromkeys(rows, External("unknown", 0, "out-of-time"))
        )
        found.update((url, answers[fragment]) for fragment, urls in rows.items() for url in urls)
    found = await _doubted(client, found)
    return await with_copies(client, settings.archive, found) if settings.archive else found


async def _doubted(client: Client, found: dict[str, External]) -> dict[str, External]:
    """Without what only seems to be so because the network is down, or looks names up from within a
    closed one."""
    failed = {url for url, answer in found.items() if answer.reason in _UNREACHED}
    if client.reached:
        failed = {url for url in failed if found[url].reason == "no-host"}
    if not failed or await _knows_names(client.settings):
        return found
    reason = "unresolved" if client.reached else "offline"
    return {**found, **dict.fromkeys(failed, External("unknown", 0, reason))}


async def _knows_names(settings: HttpSettings) -> bool:
    """Whether a name that always exists can be looked up."""
    for name in settings.canaries:
        try:
            if await looked_up(settings.lookup, name, 443, _CANARY_SECONDS):
                return True
        except OSError:  # a time-out is one, too
            continue
    return False
