"""A built folder decides; patterns name what something else builds."""

from jdlint.site.build.settings import SiteSettings
from jdlint.site.links.resolver import Resolver
from tests.site.trees import MemoryTree

SITE = {
    "_config.yml": "url: https://harbour.example\n",
    "index.md": "---\n---\n",
    "jobs/pilot.md": "---\n---\n\n## Pay\n",
    "out/index.html": "<h1>Harbour</h1>",
    "out/jobs/pilot.html": "<h2 id='wages'>Wages</h2>",
    "out/made/by/plugin/index.html": "<a name=top-story></a>",
    "out/old/index.html": '<meta http-equiv="refresh" content="0; url=/jobs/pilot.html">',
    "out/logo.svg": "<svg/>",
}


def answer(url: str, **settings: object) -> str:
    resolver = Resolver(MemoryTree(SITE), SiteSettings.of({"built": "out/", **settings}))
    return resolver.resolve(url, "index.md").verdict


def test_pages_and_ids_of_the_build_decide() -> None:
    assert answer("/jobs/pilot.html#wages") == "resolves"
    assert answer("/jobs/pilot.html#pay") == "broken-anchor"
    assert answer("jobs/pilot.html") == "resolves"
    assert answer("/made/by/plugin/#top-story") == "resolves"
    assert answer("/logo.svg") == "resolves"
    assert answer("/logo.png") == "broken-page"
    assert answer("/jobs/mate.html") == "broken-page"
    assert answer("/old/") == "redirected"


def test_a_build_that_is_not_there_is_said_so_and_the_sources_are_asked() -> None:
    resolver = Resolver(MemoryTree(SITE), SiteSettings.of({"built": "public"}))
    assert resolver.resolve("/jobs/pilot.html#pay", "index.md").verdict == "resolves"
    assert resolver.model.notices == (
        "there is no site in “public”; the sources were asked instead",
    )


def test_what_something_else_builds_is_never_broken() -> None:
    assert answer("/app/login", elsewhere=["/app/**"]) == "unknown"
    assert answer("/apply", elsewhere=["/app/**"]) == "broken-page"
    model = Resolver(MemoryTree(SITE), SiteSettings.of({"elsewhere": "/app/**", "complete": True}))
    assert model.resolve("/app/x/y", "index.md").verdict == "unknown"
    assert model.resolve("/apply", "index.md").verdict == "broken-page"
