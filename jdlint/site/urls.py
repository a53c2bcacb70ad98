"""URLs as a site writes them: their parts, where a relative one leads, and which ones mean the same
page."""

from __future__ import annotations

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re

_SCHEME = re.late(r"([A-Za-z][A-Za-z0-9+.-]*):")
_INDEX = re.late(r"(?:^|/)index\.(?:html?|xhtml|php)$", re.I)
_PAGE_SUFFIX = re.late(r"\.(?:html?|xhtml)$", re.I)


class Parts(NamedTuple):
    """``scheme`` and ``host`` are lower case and may be empty; ``path`` and ``fragment`` are as
    written.

    ``fragment`` is ``None`` where the URL has no ``#``.
    """

    scheme: str
    host: str
    path: str
    query: str
    fragment: str | None


def split(url: str) -> Parts:
    """The parts of a URL; never raises."""
    rest, mark, fragment = url.strip().partition("#")
    match = _SCHEME.match(rest)
    scheme = match[1].lower() if match else ""
    if match:
        rest = rest[match.end() :]
    host = ""
    if rest.startswith("//"):
        host, slash, rest = rest[2:].partition("/")
        host, question, query_start = host.partition("?")
        rest = slash + rest if slash else question + query_start
    path, _, query = rest.partition("?")
    return Parts(scheme, _host(host), path, query, fragment if mark else None)


def _host(host: str) -> str:
    name = host.rpartition("@")[2].lower().rstrip(".")
    return name.removesuffix(":80").removesuffix(":443")


def join(base: str, path: str) -> str:
    """Where ``path`` leads from a page at the URL path ``base`` (a browser's rule); it starts with
    ``/``."""
    if not path:
        return base
    whole = path if path.startswith("/") else base.rpartition("/")[0] + "/" + path
    return normal(whole)


def normal(path: str) -> str:
    """A URL path with ``.``, ``..`` and doubled slashes resolved; a trailing slash stays."""
    if "/." not in path and "//" not in path:
        return path if path.startswith("/") else "/" + path
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            if parts:
                parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    trailing = path.endswith(("/", "/.", "/.."))
    return "/" + "/".join(parts) + ("/" if trailing and parts else "")


def decoded(path: str) -> str:
    if "%" not in path:
        return path
    from urllib.parse import unquote

    return unquote(path, errors="replace")


def key(path: str) -> str:
    """One key for the ways to write a page: with and without the slash, ``index.html`` and
    ``.html``.

    ``/a/b``, ``/a/b/``, ``/a/b.html`` and ``/a/b/index.html`` are ``/a/b``; the site's root is
    ``/``.
    """
    path = normal(decoded(path))
    path = _PAGE_SUFFIX.sub("", _INDEX.sub("", path)).rstrip("/")
    return path or "/"


def file_join(folder: str, path: str) -> str | None:
    """The repository path of ``path`` written in a file of ``folder``; ``None`` where it leaves the
    repository."""
    parts = [part for part in folder.split("/") if part]
    for part in decoded(path).split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def folder(path: str) -> str:
    """The folder of a repository path; empty at the root."""
    return path.rpartition("/")[0]
