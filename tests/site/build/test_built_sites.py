"""The site model against sites that their real generators built: URLs, ids, links and redirects."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import pytest

from jdlint.site.build.anchors.families import page_ids
from jdlint.site.links.resolver import Resolver
from jdlint.site.urls import key
from tests.site.trees import FolderTree

SITES = Path(__file__).resolve().parents[2] / "sites"
NAMES = sorted(path.parent.name for path in SITES.glob("*/built.json"))
HOST = "https://fernhill.example"
# Pages that generators make by themselves; the model says that nobody can know
OWN = {
    "/docs/404",
    "/careers/404",
    "/genindex",
    "/search",
    "/careers/news/archive",
    "/tags",
    "/tags/energy",
    "/categories",
    "/jobs",
    "/legal",
    "/news",
}
# A heading under a condition may be there or not; a list page shows what its posts have
# Zola writes other scripts in Latin letters by a table that is not here
UNKNOWN = {("zola", "content/handbook/scripts.md")}
UNSURE = {("jekyll", "_jobs/heat-engineer.md"): {"remote"}}


def load(name: str) -> tuple[Resolver, dict[str, Any]]:
    built = json.loads((SITES / name / "built.json").read_text(encoding="utf-8"))
    return Resolver(FolderTree(SITES / name)), built


@pytest.mark.parametrize("name", NAMES)
def test_urls(name: str) -> None:
    model, built = load(name)
    made = {key(url) for url in built["pages"]} - OWN
    assert {page for page in model.model.pages.built if page not in OWN} == made


@pytest.mark.parametrize("name", NAMES)
def test_ids(name: str) -> None:
    model, built = load(name)
    compared = 0
    for url, page in built["pages"].items():
        entry = model.model.pages.built.get(key(url))
        if entry is None or not entry[0].path.endswith((".md", ".mdx", ".erb", ".markdown")):
            continue
        ids = model.model.pages.ids(entry[0].path)
        if (name, entry[0].path) in UNKNOWN:
            assert ids.unknown
            continue
        theirs = {found for found in page["ids"] if found and not found.startswith("__")}
        sure = set(ids.sure | model.model.pages.layout_ids & theirs)
        assert sure - UNSURE.get((name, entry[0].path), set()) == theirs, entry[0].path
        assert not ids.unknown
        compared += 1
    assert compared >= 2


def truth(built: dict[str, Any], page_url: str, href: str) -> str:
    """What a browser would find: the page and the id, a redirect, a file, or nothing."""
    path, _, fragment = urljoin(HOST + page_url, href).removeprefix(HOST).partition("#")
    path = path.partition("?")[0]
    pages = {key(url): page for url, page in built["pages"].items()}
    name = key(unquote(path))
    if name in pages:
        ids = pages[name]["ids"]
        return (
            "resolves"
            if not fragment or fragment in ids or unquote(fragment) in ids
            else "broken-anchor"
        )
    if name in {key(url) for url in built["redirects"]}:
        return "redirected"
    return "resolves" if path in built["files"] else "broken-page"


@pytest.mark.parametrize("name", NAMES)
def test_links(name: str) -> None:
    model, built = load(name)
    compared = 0
    for url, page in built["pages"].items():
        entry = model.model.pages.built.get(key(url))
        if entry and key(model.model.pages.by_path[entry[0].path].page.url) != key(url):
            continue  # shown once more, in another language
        source = model.model.files.tree.read(entry[0].path) if entry else None
        links = re.findall(r"\[one\]\((.*)\)\n", source or "")
        assert entry is None or len(page["links"]) >= len(links)
        for link, href in zip(links, page["links"], strict=False):
            assert entry is not None
            answer = model.resolve(link, entry[0].path)
            found = truth(built, url, href)
            if answer.verdict == "unknown":
                # Outside what this repository builds, built by the generator itself, or a file that
                # another step may copy: nobody can know
                known = ("no source in the tree", "files that are no pages")
                assert answer.reason.startswith(known) or key(answer.page) in OWN, link
            else:
                assert answer.verdict == found, (entry[0].path, link, href, answer)
            compared += 1
    assert compared >= 3


@pytest.mark.parametrize(
    "name", [name for name in NAMES if name not in ("middleman", "kramdown", "eleventy")]
)
def test_redirects(name: str) -> None:
    model, built = load(name)
    for source, target in built["redirects"].items():
        answer = model.resolve(source, next(iter(model.model.pages.by_path)))
        assert answer.verdict == "redirected"
        whole = urljoin(HOST + source, target).removeprefix(HOST)
        assert key(answer.redirect) == key(whole)


CASES = (SITES / "kramdown" / "cases.txt").read_text(encoding="utf-8").split("=====\n")
BUILT_CASES = json.loads((SITES / "kramdown" / "built.json").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("index", range(len(CASES)))
@pytest.mark.parametrize(("dialect", "family"), [("GFM", "kramdown-gfm"), ("kramdown", "kramdown")])
def test_kramdown_cases(index: int, dialect: str, family: str) -> None:
    theirs = [found for found in BUILT_CASES[dialect][index] if found]
    assert sorted(page_ids(CASES[index], family)) == sorted(set(theirs)), CASES[index]
