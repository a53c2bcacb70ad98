"""The site's own address: what the project says, else its generator's configuration, a CNAME file,
package.json."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.core.patterns import regex as re
from jdlint.site.build.data import mapping
from jdlint.site.build.generators.base import Files, Project, join
from jdlint.site.build.settings import SiteSettings
from jdlint.site.urls import split

_CNAMES = (
    "CNAME",
    "static/CNAME",
    "public/CNAME",
    "docs/CNAME",
    "source/CNAME",
    "content/CNAME",
    "src/CNAME",
)
_HOST = re.late(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.I)
# A package's home page is often the page of its repository
_NOT_OWN = (
    "github.com",
    "gitlab.com",
    "bitbucket.org",
    "npmjs.com",
    "localhost",
    "example.com",
    "example.org",
)


def own_urls(files: Files, projects: Sequence[Project], settings: SiteSettings) -> tuple[str, ...]:
    """The URLs that the site is known by, the surest first."""
    found = [settings.url, *(project.url for project in projects), *_named(files, projects)]
    return tuple(dict.fromkeys(url for url in found if url and _is_own(url)))


def _is_own(url: str) -> bool:
    host = split(url).host
    return (
        "." in host
        and not host.startswith(("127.", "0.0."))
        and host.removeprefix("www.") not in _NOT_OWN
    )


def _named(files: Files, projects: Sequence[Project]) -> Iterator[str]:
    for at in dict.fromkeys(project.folder for project in projects):
        for name in _CNAMES:
            path = join(at, name)
            host = (files.tree.read(path) or "").strip() if path in files.set else ""
            if _HOST.fullmatch(host):
                yield f"https://{host}"
        path = join(at, "package.json")
        if path in files.set:
            home = mapping(files.tree.read(path), path).get("homepage")
            if isinstance(home, str):
                yield home
