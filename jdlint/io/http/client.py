"""One request to one checked address: no cookies, no credentials, no redirects followed, nothing
unbounded."""

from __future__ import annotations

import asyncio
import ssl
import zlib
from collections.abc import Mapping

import httpx

from jdlint import __version__
from jdlint.core.light import NamedTuple, dataclass, field
from jdlint.core.tools import cached_property
from jdlint.io.http.dns import is_no_host, looked_up
from jdlint.io.http.safety import is_allowed, is_public, is_reserved_name, may_use_port
from jdlint.io.http.settings import HttpSettings

LARGEST = 2_000_000  # bytes of a page that are read for its ids
_ADDRESSES = 3
_MISSES = 2
_HEADERS = {
    "User-Agent": f"jdlint/{__version__} (link check)",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip",
}
# OpenSSL's numbers: expired, self-signed, another host's name; others may be this machine's or a
# proxy's doing
_BAD_CERTIFICATE = {10: "has expired", 18: "is signed by itself", 62: "is for another host"}


class NoAnswer(Exception):  # noqa: N818 - the world, not the program
    """A URL gave no answer: a ``reason`` as in ``External``, and whether it may give one later."""

    def __init__(self, reason: str, detail: str = "", *, passing: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.detail, self.passing = reason, detail, passing


class Reply(NamedTuple):
    """An HTTP answer; ``text`` is None where the body was not read, was no HTML or was too long."""

    status: int
    headers: Mapping[str, str]
    text: str | None = None


@dataclass
class Host:
    """What is known of one origin in this run; times are those of the event loop."""

    gate: asyncio.Semaphore
    proxy: str | None
    transport: httpx.AsyncHTTPTransport | None = None
    users: int = 0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    addresses: tuple[str, ...] = ()
    failure: NoAnswer | None = None
    ready_at: float = 0.0
    waited: float = 0.0
    misses: int = 0

    def check(self) -> None:
        """Raise what is already known to go wrong, anew each time: a shared exception would gather
        traces."""
        if self.failure:
            raise NoAnswer(self.failure.reason, self.failure.detail)


class Client:
    """Asks for URLs within the settings; used inside one event loop and closed at its end."""

    def __init__(self, settings: HttpSettings) -> None:
        self.settings = settings
        self.reached = False  # whether any host was: else the network is down
        self._places = asyncio.Semaphore(settings.at_once)
        self._hosts: dict[str, Host] = {}

    @cached_property
    def _context(self) -> ssl.SSLContext:
        """The machine's authorities and certifi's: a minimal image often has none of its own."""
        import certifi

        context = ssl.create_default_context()
        context.load_verify_locations(certifi.where())
        return context

    async def ask(self, method: str, url: httpx.URL, *, read: bool = False) -> Reply:
        """The answer to one request; ``read`` keeps the text of an HTML page. Raises
        ``NoAnswer``."""
        host = self.host(url)
        host.users += 1
        try:
            async with host.gate:
                await self._turn(host)
                async with self._places:
                    await self._place(host, url)
                    return await self._counted(host, method, url, read)
        finally:
            host.users -= 1
            if (
                not host.users and host.transport
            ):  # or a thousand hosts would hold a thousand connections open
                idle, host.transport = host.transport, None
                await idle.aclose()

    async def _counted(self, host: Host, method: str, url: httpx.URL, read: bool) -> Reply:
        try:
            reply = await self._reply(host, method, url, read)
        except NoAnswer as failure:
            host.misses += failure.passing
            raise
        host.misses = 0
        return reply

    def host(self, url: httpx.URL) -> Host:
        """What is known of the host of a URL."""
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if origin not in self._hosts:
            gate = asyncio.Semaphore(max(self.settings.per_host, 1))
            self._hosts[origin] = Host(gate, _proxy(url) if self.settings.proxy else None)
        return self._hosts[origin]

    def may_wait(self, url: httpx.URL, seconds: float, *, asked: bool) -> bool:
        """Make the next request to a host wait; False where the patience does not last that long.

        A host that ``asked`` for more than that is left alone for the rest of the run.
        """
        host, now = self.host(url), asyncio.get_running_loop().time()
        more = max(now + seconds - max(host.ready_at, now), 0.0)
        if host.waited + more > self.settings.patience:
            host.failure = NoAnswer("busy") if asked else host.failure
            return False
        host.waited += more
        host.ready_at = max(host.ready_at, now + seconds)
        return True

    def _transport(self, host: Host, url: httpx.URL) -> httpx.AsyncHTTPTransport:
        if host.transport is None:
            limits = httpx.Limits(
                max_connections=None, max_keepalive_connections=1, keepalive_expiry=5
            )
            secure = url.scheme == "https" or host.proxy
            context = self._context if secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            made = httpx.AsyncHTTPTransport(
                verify=context, trust_env=False, limits=limits, proxy=host.proxy
            )
            host.transport = made
        return host.transport

    async def _turn(self, host: Host) -> None:
        host.check()
        if host.misses >= _MISSES * self.settings.tries:
            raise NoAnswer("unreachable")
        await asyncio.sleep(max(host.ready_at - asyncio.get_running_loop().time(), 0))

    async def _place(self, host: Host, url: httpx.URL) -> None:
        """Look a host up once and check what comes: connections go to these addresses and no
        others."""
        async with host.lock:
            if not host.addresses and not host.failure:
                try:
                    host.addresses = await self._addresses(url, host.proxy is not None)
                except NoAnswer as failure:
                    host.failure = None if failure.passing else failure
                    raise
        host.check()

    async def _addresses(self, url: httpx.URL, proxied: bool) -> tuple[str, ...]:
        name, port = (
            url.raw_host.decode("ascii").lower(),
            url.port or (443 if url.scheme == "https" else 80),
        )
        allow = self.settings.allow_private
        if is_reserved_name(name) and not is_allowed(name, name, allow):
            raise NoAnswer("reserved")
        try:
            found = await looked_up(
                self.settings.lookup, name.strip("[]"), port, self.settings.timeout
            )
        except TimeoutError as error:
            raise NoAnswer("unresolved", passing=True) from error
        except OSError as error:
            if proxied:
                return (name,)  # the proxy looks it up
            raise NoAnswer(
                "no-host" if is_no_host(error) else "unresolved", passing=not is_no_host(error)
            ) from error
        if not found:
            raise NoAnswer("no-host")
        if not all(
            (is_public(a) and may_use_port(port)) or is_allowed(name, a, allow) for a in found
        ):
            raise NoAnswer("private")
        return (name,) if proxied else tuple(found[:_ADDRESSES])

    async def _reply(self, host: Host, method: str, url: httpx.URL, read: bool) -> Reply:
        """The answer of the first address that can be reached, which is asked first from then
        on."""
        failure = NoAnswer("unreachable", passing=True)
        try:
            async with asyncio.timeout(2 * self.settings.timeout):
                for address in host.addresses:
                    try:
                        reply = await self._exchange(host, address, method, url, read)
                    except httpx.ConnectTimeout:
                        failure = NoAnswer("timeout", passing=True)
                    except httpx.ConnectError as error:
                        failure = self._told(error)
                    else:
                        self.reached = True
                        host.addresses = (address, *(a for a in host.addresses if a != address))
                        return reply
        except (TimeoutError, httpx.TimeoutException) as error:
            raise NoAnswer("timeout", passing=True) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            raise self._told(error) from error
        raise failure

    def _told(self, error: Exception) -> NoAnswer:
        certificate = _certificate_error(error)
        if certificate is None:
            return NoAnswer("unreachable", passing=True)
        self.reached = True
        words = _BAD_CERTIFICATE.get(certificate.verify_code)
        return NoAnswer("certificate", words) if words else NoAnswer("untrusted")

    async def _exchange(
        self, host: Host, address: str, method: str, url: httpx.URL, read: bool
    ) -> Reply:
        limit = self.settings.timeout
        request = httpx.Request(
            method,
            url.copy_with(host=address, userinfo=b"", fragment=None),
            headers={"Host": url.netloc.decode("ascii"), **_HEADERS},
            extensions={
                "timeout": {"connect": limit, "read": limit, "write": limit, "pool": limit},
                "sni_hostname": url.raw_host.decode("ascii").strip("[]"),
            },
        )
        response = await self._transport(host, url).handle_async_request(request)
        try:
            wanted = (
                read
                and response.status_code == 200
                and "html" in response.headers.get("content-type", "").lower()
            )
            return Reply(
                response.status_code, response.headers, await _text(response) if wanted else None
            )
        finally:
            await response.aclose()


async def _text(response: httpx.Response) -> str | None:
    """The text of a page, unpacked; None where it is longer than ``LARGEST`` or packed in another
    way."""
    packed = response.headers.get("content-encoding", "identity").strip().lower()
    if packed not in ("identity", "gzip", "x-gzip", "deflate", ""):
        return None
    unpack = zlib.decompressobj(47) if packed not in ("identity", "") else None
    body = bytearray()
    async for chunk in response.aiter_raw():
        try:
            body += unpack.decompress(chunk, LARGEST + 1) if unpack else chunk
        except zlib.error:
            return None
        if len(body) > LARGEST:
            return None
    try:
        return body.decode(response.charset_encoding or "utf-8", "replace")
    except LookupError:
        return body.decode("utf-8", "replace")


def _certificate_error(error: BaseException | None) -> ssl.SSLCertVerificationError | None:
    for _ in range(8):
        if error is None or isinstance(error, ssl.SSLCertVerificationError):
            return error
        error = error.__cause__ or error.__context__
    return None


def _proxy(url: httpx.URL) -> str | None:
    """The proxy that the environment names for a URL, or None."""
    from urllib.request import getproxies, proxy_bypass

    proxies = getproxies()
    found = proxies.get(url.scheme) or proxies.get("all") or ""
    return (
        found if found.startswith(("http://", "https://")) and not proxy_bypass(url.host) else None
    )
