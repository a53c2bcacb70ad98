"""How links are asked for: what a project may set, and what is fixed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jdlint.core.light import Any, dataclass
from jdlint.io.http.dns import Lookup, system_lookup

_ARCHIVE = "https://web.archive.org/web/2/"  # leads to the newest copy of what follows


@dataclass(frozen=True, slots=True)
class HttpSettings:
    """``allow_private`` are hosts, addresses or networks that may be asked although they are not
    public, ``ignore`` patterns of URLs that are not asked for, ``timeout`` is in seconds,
    ``max_age`` in days (0: no cache).

    ``per_host`` requests go to one host at a time and ``at_once`` to all, each tried ``tries``
    times with growing pauses from ``pause`` seconds. A host that asks to wait is waited for
    ``patience`` seconds in all, and the whole run ends after ``whole`` seconds. With ``proxy`` the
    proxies that the environment names are used; they then look names up, so that only what this
    machine can look up is checked to be public. ``archive`` is what stands
    before an address in an archive that is asked for copies of dead pages (``""``: none is).
    ``canaries`` are names that always exist: where
    they do not, the network is down.
    """

    allow_private: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    timeout: float = 10.0
    max_age: float = 7.0
    per_host: int = 2
    proxy: bool = False
    at_once: int = 32
    tries: int = 3
    pause: float = 0.5
    patience: float = 60.0
    whole: float = 600.0
    lookup: Lookup = system_lookup
    archive: str = ""
    canaries: tuple[str, ...] = ("example.com", "iana.org")

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> HttpSettings:
        """Settings from the ``external`` mapping of a configuration that fits its schema."""
        usual = cls()
        return cls(
            allow_private=_texts(data.get("allow-private")),
            ignore=_texts(data.get("ignore")),
            timeout=float(data.get("timeout", usual.timeout)),
            max_age=float(data.get("max-age", usual.max_age)),
            per_host=int(data.get("per-host", usual.per_host)),
            proxy=bool(data.get("proxy", False)),
            archive=_ARCHIVE if data.get("archive") is True else str(data.get("archive") or ""),
        )


def _texts(value: str | Sequence[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(map(str, value or ()))


def is_ignored(url: str, patterns: Sequence[str]) -> bool:
    """Whether a URL fits a pattern: ``*`` is any characters; one without ``://`` names a host and
    what follows it.

    ``fernhill.example`` is the host and those below it, ``fernhill.example/shop/*`` a part of it.
    """
    bare = url.lower().partition("://")[2].partition("#")[0]
    host = bare.partition("/")[0]
    for pattern in (p.strip().lower() for p in patterns):
        if "://" in pattern:
            fits = like(url.lower(), pattern)
        elif "/" in pattern:
            fits = like(bare, pattern)
        else:
            fits = like(host, pattern) or like(host, "*." + pattern)
        if fits:
            return True
    return False


def like(text: str, pattern: str) -> bool:
    """Whether the whole text fits a pattern with ``*``; linear, whatever the pattern."""
    first, *rest = pattern.split("*")
    if not rest:
        return text == first
    if not text.startswith(first):
        return False
    at = len(first)
    for part in rest[:-1]:
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return len(text) - len(rest[-1]) >= at and text.endswith(rest[-1])
