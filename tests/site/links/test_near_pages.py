"""What somebody may have meant who names a page that is not there."""

from __future__ import annotations

import pytest

from jdlint.site.links.resolver import Resolver
from tests.site.trees import MemoryTree

NAMES = [
    "crew/cook",
    "crew/carpenter",
    "crew/captain",
    "harbour/pilot-boats",
    "harbour/opening-hours",
]


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("/crew/carpentar.html", ("/crew/carpenter",)),
        ("/harbour/cook.html", ("/crew/cook",)),
        ("/harbour/pilot-baots.html", ("/harbour/pilot-boats",)),
        ("/crew/gardener.html", ()),
        ("/", ()),
    ],
)
def test_pages_like_a_missing_one(url: str, meant: tuple[str, ...]) -> None:
    files = {f"{name}.md": "---\n---\n\n# A\n" for name in NAMES}
    resolver = Resolver(MemoryTree({"_config.yml": "url: https://quay.example\n", **files}))
    answer = resolver.resolve(url, "crew/cook.md")
    assert tuple(page.removesuffix(".html") for page in answer.pages) == meant
