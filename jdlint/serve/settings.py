"""What ``jdlint serve`` was told, and the limits that hold for everybody."""

from __future__ import annotations

import ipaddress
from pathlib import Path

from jdlint.core.errors import ConfigError
from jdlint.core.light import dataclass

LARGEST_BODY = (
    1_000_000  # bytes of a request with a text; the longest of 2,193 real pages has 60 kB
)
LARGEST_FILE = 10_000_000  # bytes of a Word file
LARGEST_TEXT = 400_000  # characters of a text
LONG_TEXT = 70_000  # characters from which a text waits in a line of its own
BODY_SECONDS, FILE_SECONDS = 10.0, 60.0  # in which a whole body has to be there
PAGE_SECONDS, SITE_SECONDS = 15.0, 120.0  # that an answer may take, waiting not counted
RATE, BURST = 60.0, 300.0  # requests a second from one address, and how many at once
WAIT_SECONDS = 20.0  # for a turn
WAITING = 200  # requests that wait for a process; more are sent away for a second
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the server was told.

    ``root`` is the project's folder and ``config`` its configuration (empty: the nearest).
    ``hosts`` are the names that browsers may ask for, in lower case and without a port; ``proxies``
    are the addresses whose ``X-Forwarded-…`` headers count. ``store`` is the file of shared drafts
    (None: none are kept); ``write``: pages of the site may be saved.
    """

    root: Path
    config: str = ""
    host: str = "127.0.0.1"
    port: int = 8417
    hosts: frozenset[str] = frozenset(_LOOPBACK)
    proxies: tuple[str, ...] = ()
    root_path: str = ""
    write: bool = False
    store: Path | None = None


def hosts_for(host: str, allowed: list[str]) -> frozenset[str]:
    """The names that browsers may ask for; raises ``ConfigError`` where nobody could ask."""
    names = {name.strip().lower().rstrip(".") for name in allowed if name.strip()}
    if is_loopback(host):
        return frozenset((*_LOOPBACK, *names))
    if not names and host in ("0.0.0.0", "::", ""):  # noqa: S104 - told so by a person
        raise ConfigError(
            f"--host {host} answers to everybody: say which name people type in their browser "
            "with --allow-host jobs.example.com"
        )
    shown = f"[{host}]" if ":" in host else host.lower()
    return frozenset(names or (shown,))


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
