"""How the site model's answers agree with what a real generator made: links, ids and URLs of a
built site, compared with its sources. What ``scripts/build-sites`` stands on."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from jdlint.core.text import Source
from jdlint.parse import parse
from jdlint.site.build.settings import SiteSettings
from jdlint.site.links.resolver import Resolver
from jdlint.site.urls import key
from tests.site.trees import FolderTree

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# links that a theme adds to headings and notes
ADDED = frozenset(
    "hash-link header-anchor headerlink sl-anchor-link "
    "footnote footnote-ref footnote-backref".split()
)
MARKDOWN = (".md", ".mdx", ".erb", ".markdown")
HOST = "https://built.example"
HEAD = (
    "| site | links | good, said good | good, said broken | broken, said broken | broken, said "
    "good | unknown | ids | URLs |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
)


class Content(HTMLParser):
    """The ids and links inside <main>, <article> or role="main"; of all of a page that has none."""

    def __init__(self, *, whole: bool = False) -> None:
        super().__init__()
        self.depth = int(whole)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.texts: list[str] = []
        self.refresh = ""
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.refresh = re.sub(r"(?i)^\s*\d+\s*;\s*url=", "", values.get("content", "")).strip(
                "'\" "
            )
        if not self.depth and not (tag in ("main", "article") or values.get("role") == "main"):
            return
        self.ids += [values["id"]] if values.get("id") else []
        if tag == "a":
            self._anchor(values)
        self.depth += tag not in VOID

    def _anchor(self, values: Mapping[str, str]) -> None:
        self.ids += [values["name"]] if values.get("name") else []
        self._inside = bool(values.get("href")) and not ADDED & set(values.get("class", "").split())
        if self._inside:
            self.links.append(values["href"])
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag not in VOID:
            self.depth -= 1
            self._inside = self._inside and tag != "a"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[-1] += data


def read(page: Path) -> Content:
    text = page.read_text(encoding="utf-8", errors="replace")
    content = Content()
    content.feed(text)
    if not content.ids and not content.links and "<main" not in text and "<article" not in text:
        content = Content(whole=True)
        content.feed(text)
    return content


def url_of(path: str) -> str:
    return "/" + re.sub(r"(^|/)index\.html$", r"\1", path)


def collect(output: Path, base: str) -> dict[str, Any]:
    """Every HTML page of a built site: its ids and links, or where it redirects."""
    pages: dict[str, object] = {}
    redirects: dict[str, str] = {}
    files: list[str] = []
    for path in sorted(output.rglob("*")):
        name = path.relative_to(output).as_posix()
        if not path.is_file() or name.startswith(
            ("_astro/", "assets/", "css/", "js/", "search/", "_pagefind/")
        ):
            continue
        if not name.endswith(".html"):
            files.append(base + "/" + name)
            continue
        content = read(path)
        if content.refresh:
            redirects[base + url_of(name)] = content.refresh
        else:
            texts = [" ".join(text.split()) for text in content.texts]
            pages[base + url_of(name)] = {
                "ids": content.ids,
                "links": content.links,
                "texts": texts,
            }
    return {"pages": pages, "redirects": redirects, "files": files}


@dataclass
class Table:
    """One row: how often what was true and what was said come together, and what was missed."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    ids: int = 0
    ids_known: int = 0
    urls: int = 0
    urls_known: int = 0
    remarks: list[str] = field(default_factory=list)

    def row(self, name: str) -> str:
        unknown = self.pairs["good", "unknown"] + self.pairs["broken", "unknown"]
        wanted = (("good", "good"), ("good", "broken"), ("broken", "broken"), ("broken", "good"))
        cells = [self.pairs[pair] for pair in wanted]
        ids, urls = f"{self.ids_known} of {self.ids}", f"{self.urls_known} of {self.urls}"
        return (
            "| "
            + " | ".join(map(str, [name, self.pairs.total(), *cells, unknown, ids, urls]))
            + " |"
        )


def compare(
    sources: Path, built: Mapping[str, Any], settings: Mapping[str, Any] | None = None
) -> Table:
    """The model of a folder of sources against what was built of it."""
    resolver = Resolver(FolderTree(sources), SiteSettings.of(settings or {}))
    model, table = resolver.model, Table()
    truth = Truth(built, model.hosts, [project.base for project in model.pages.projects])
    sources_of = {name: entry.page.path for name, entry in model.pages.built.items()}
    table.remarks += [
        f"not built: {n} ({p})" for n, p in sorted(sources_of.items()) if n not in truth.pages
    ]
    for url, page in built["pages"].items():
        path = sources_of.get(key(url))
        table.urls += 1
        if path is None:
            table.remarks.append(f"nobody knows of the page {url}")
            continue
        table.urls_known += 1
        text = model.files.tree.read(path)
        if text is not None and path.endswith(MARKDOWN):
            if key(model.pages.by_path[path].page.url) != key(url):
                continue  # shown once more, in another language
            _ids(resolver, table, path, page)
            _links(resolver, table, truth, url, page, Source(path, text))
    return table


def _ids(resolver: Resolver, table: Table, path: str, page: Mapping[str, Any]) -> None:
    theirs = {name for name in page["ids"] if name and not name.startswith("__")}
    ours = resolver.model.pages.ids(path)
    known = theirs & (ours.sure | ours.possible | resolver.model.pages.layout_ids)
    if ours.unknown:  # nobody is told that an id is missing there
        table.remarks.append(f"{path}: {len(known)} of {len(theirs)} ids; {ours.unknown}")
        return
    table.ids, table.ids_known = table.ids + len(theirs), table.ids_known + len(known)
    table.remarks += [f"{path}: nobody knows of the id {name}" for name in sorted(theirs - known)]
    table.remarks += [f"{path}: no page has the id {name}" for name in sorted(ours.sure - theirs)]


def _links(
    resolver: Resolver,
    table: Table,
    truth: Truth,
    url: str,
    page: Mapping[str, Any],
    source: Source,
) -> None:
    for link, href in pairs_of(source, page):
        true = truth.of(url, href)
        if not true:
            continue
        answer = resolver.resolve(link, source.path)
        verdict = answer.verdict
        if verdict == "external":
            continue  # another link with the same words
        said = {"unknown": "unknown", "resolves": "good", "redirected": "good"}.get(
            verdict, "broken"
        )
        table.pairs[true, said] += 1
        if true != said:
            table.remarks.append(
                f"{source.path}: {link} ({href}) is {true}, said {verdict}: {answer.why}"
            )


def pairs_of(source: Source, page: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Links as written with what was built of them, matched by their words and their order."""
    written = [
        (_bare(link.text), link.url)
        for link in parse(source).links
        if link.kind in ("inline", "autolink", "reference") and _bare(link.text)
    ]
    made = [
        (_bare(text), href)
        for text, href in zip(page.get("texts", ()), page["links"], strict=False)
        if _bare(text)
    ]
    if "texts" not in page:  # an older build: the links called “one”, in order
        ones = [url for text, url in written if text == "one"]
        yield from zip(ones, page["links"], strict=False)
        return
    matcher = SequenceMatcher(
        None, [text for text, _ in written], [text for text, _ in made], autojunk=False
    )
    for ours, theirs, size in matcher.get_matching_blocks():
        for step in range(size):
            yield written[ours + step][1], made[theirs + step][1]


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


class Truth:
    """What a browser finds on a built site."""

    def __init__(self, built: Mapping[str, Any], hosts: frozenset[str], bases: list[str]) -> None:
        self.bases = bases
        self.pages = {key(url): frozenset(page["ids"]) for url, page in built["pages"].items()}
        self.redirects = {key(url) for url in built["redirects"]}
        self.files = {unquote(name) for name in built["files"]}
        self.hosts = hosts | {urlsplit(HOST).netloc}

    def of(self, page_url: str, href: str) -> str:
        """``good`` or ``broken``; empty for a link that leaves the site."""
        whole = urlsplit(urljoin(HOST + page_url, href))
        if whole.scheme not in ("http", "https") or whole.netloc not in self.hosts:
            return ""
        path, fragment = unquote(whole.path), unquote(whole.fragment.partition(":~:")[0])
        if not any(f"{path}/".startswith(f"{base}/") for base in self.bases):
            return ""  # another site on the same host
        ids = self.pages.get(key(path or "/"))
        if ids is not None:
            good = (
                not fragment
                or fragment in ids
                or whole.fragment in ids
                or fragment.lower() == "top"
            )
            return "good" if good else "broken"
        return "good" if key(path) in self.redirects or path in self.files else "broken"
