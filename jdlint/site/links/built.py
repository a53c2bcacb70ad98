"""A folder that the generator has built: its pages and ids are what visitors get, and decide over
the model of the sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.site.build.anchors.html_ids import html_ids
from jdlint.site.build.tree import Tree

_REFRESH = re.late(
    r"<meta\b[^<>]{0,500}http-equiv\s*=\s*[\"']?refresh[\"']?[^<>]{0,500}content\s*=\s*[\"']\s*\d+"
    r"\s*;\s*url\s*=\s*([^\"'<>]+)",
    re.I,
)
_MOST = 4096


class BuiltPage(NamedTuple):
    """A file of the build: its path, its ids, and where it sends visitors on (``""``: nowhere)."""

    path: str
    ids: tuple[str, ...]
    redirect: str


class BuiltSite:
    """The files below a folder of the tree, by the URL path at which a host serves them."""

    def __init__(self, tree: Tree, folder: str, bases: Sequence[str] = ()) -> None:
        self.tree = tree
        self.folder = folder.strip("/")
        self.bases = [base for base in bases if base]
        self._pages: dict[str, BuiltPage | None] = {}

    @cached_property
    def there(self) -> bool:
        """Whether there is a build to ask: its start page, or its page for what is missing."""
        names = ("index.html", "404.html")
        return any(self.tree.read(f"{self.folder}/{name}") is not None for name in names)

    def page(self, url_path: str) -> BuiltPage | None:
        """The page or file that is served at a URL path (decoded); ``None`` where there is none."""
        if url_path not in self._pages:
            self._pages[url_path] = self._found(url_path)
        return self._pages[url_path]

    def _found(self, url_path: str) -> BuiltPage | None:
        for path in self._candidates(url_path):
            text = self.tree.read(path)
            if text is None:
                continue
            if not path.endswith((".html", ".htm")):
                return BuiltPage(path, (), "")
            sent = _REFRESH.search(text[:_MOST])
            from html import unescape

            target = unescape(sent[1]).strip() if sent else ""
            return BuiltPage(path, tuple(dict.fromkeys(html_ids(text))), target)
        return None

    def _candidates(self, url_path: str) -> Iterator[str]:
        inside = [url_path]
        inside += [
            url_path[len(base) :] for base in self.bases if f"{url_path}/".startswith(base + "/")
        ]
        for path in inside:
            inner = path.strip("/")
            if not inner:
                yield f"{self.folder}/index.html"
            elif ".." not in inner.split("/"):
                if not path.endswith("/") and "." in inner.rpartition("/")[2]:
                    yield f"{self.folder}/{inner}"
                yield f"{self.folder}/{inner}/index.html"
                yield f"{self.folder}/{inner}.html"
