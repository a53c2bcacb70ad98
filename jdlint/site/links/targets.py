"""The parts of a link target that checks compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.tools import Counter, lru_cache
from jdlint.site import Facts, Site
from jdlint.site.facts import LinkFact

_ABSOLUTE = re.late(r"(?:https?:)?//([^/?#\s]+)([^\s]*)", re.IGNORECASE)
_INDEX = re.late(r"/index\.(?:html?|php)$", re.IGNORECASE)
WRITTEN = frozenset(("inline", "definition", "html"))
# hosts that job pages link to and that are nobody's own careers site
_FOREIGN = frozenset(
    "github linkedin google youtube youtu twitter x facebook instagram medium "
    "glassdoor indeed greenhouse "
    "lever workable ashbyhq bamboohr wikipedia notion slack zoom stackoverflow microsoft apple "
    "amazon amazonaws".split()
)


class Target(NamedTuple):
    """A link into the site: ``path`` as written (without host), ``rest`` is query and fragment as
    written."""

    path: str
    rest: str

    @property
    def fragment(self) -> str:
        return self.rest.partition("#")[2]

    @property
    def page(self) -> str:
        """The path without what does not change the page that it leads to."""
        return _page(self.path)


@lru_cache(maxsize=65_536)
def _page(path: str) -> str:
    return (_INDEX.sub("/", path).rstrip("/") or "/").casefold()


@lru_cache(maxsize=65_536)
def root_relative(url: str) -> Target | None:
    """The parts of a target that starts at the site's root, or None."""
    if not url.startswith("/") or url.startswith("//"):
        return None
    cut = min((i for i in (url.find("?"), url.find("#")) if i >= 0), default=len(url))
    return Target(url[:cut], url[cut:])


@lru_cache(maxsize=65_536)
def absolute(url: str) -> tuple[str, str] | None:
    """Host (lower case) and path with all that follows, of an absolute http(s) URL."""
    match = _ABSOLUTE.match(url)
    return (match.group(1).casefold(), match.group(2) or "/") if match else None


def links_of(pages: Iterable[Facts]) -> Iterator[tuple[Facts, LinkFact]]:
    """The links that a writer wrote and that no template fills in."""
    return (
        (f, link) for f in pages for link in f.links if link.kind in WRITTEN and not link.templated
    )


def own_host(site: Site) -> str:
    """The site's own host: what the settings, its generator's configuration or a CNAME file say,
    else inferred, else empty.

    Inferred only where three things agree: absolute links to the host begin with a folder that
    root-relative links also begin with, its name stands in the words of at least half of the pages,
    and it is no well-known other site.
    """
    urls = site.resolver.model.urls if site.resolver is not None else ()
    for url in (site.url, *urls):
        if given := absolute(url):
            return given[0]
    rows = site.pages
    folders = {
        target.page.split("/")[1]
        for _, link in links_of(rows)
        if (target := root_relative(link.url))
    } - {""}
    hosts: Counter[str] = Counter()
    for _, link in links_of(rows):
        parts = absolute(link.url)
        if parts and parts[1].strip("/").split("/")[0].split("#")[0].casefold() in folders:
            hosts[parts[0]] += 1
    for host, _ in hosts.most_common(5):
        brand = brand_of(host)
        if len(brand) >= 4 and brand not in _FOREIGN and _named(rows, brand) * 2 >= len(rows):
            return host
    return ""


def brand_of(host: str) -> str:
    """The label of a host that names its owner: ``about.fernhill.co.uk`` gives ``fernhill``."""
    labels = host.split(":")[0].removeprefix("www.").split(".")
    if (
        len(labels) >= 3
        and len(labels[-1]) == 2
        and labels[-2] in ("co", "com", "org", "net", "ac", "gov")
    ):
        return labels[-3]
    return labels[-2] if len(labels) >= 2 else ""


class _Words(NamedTuple):
    """The words of a page; ``lower`` is empty where letters beyond ASCII may be one of a name in
    other capitals."""

    text: str
    lower: str

    @classmethod
    def of(cls, facts: Facts) -> _Words:
        text = "\n".join([block.text for block in facts.blocks])
        return cls(text, "" if _ALSO_ASCII.search(text) else text.lower())


_ALSO_ASCII = re.late("[ſıİ]")  # what re takes for s and i, and lower() does not


def _named(pages: Iterable[Facts], brand: str) -> int:
    """The pages that write the brand as a name: a word that stands in small letters, too, such as
    “internal”, is nobody's."""
    name = brand.replace("-", " ")
    word = re.late(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    count = 0
    for text, lower in map(_Words.of, pages):
        if name.isascii() and lower and name not in lower:
            continue
        found = word.findall(text)
        if any(name.islower() for name in found):
            return 0
        count += bool(found)
    return count
