"""Where links lead in small trees: verdicts, evidence, keys."""

from __future__ import annotations

import pytest

from jdlint.site.build.settings import SiteSettings
from jdlint.site.links.resolver import Resolver
from tests.site.trees import MemoryTree

VALUES = "# Values\n\n## Results\n\n## Care & craft\n\n## Learning\n"


def small(**settings: object) -> Resolver:
    """A folder of Markdown without a generator."""
    files = {
        "index.md": (
            "# Fernhill\n\n[v](/handbook/values/) [b](/handbook/benefits/) [j](/jobs/engineer/)"
        ),
        "handbook/index.md": "# Handbook\n\n[t](/handbook/travel/) [o](/handbook/onboarding/)",
        "handbook/values.md": VALUES,
        "handbook/benefits.md": "# Benefits\n\n## Holiday\n",
        "handbook/travel.md": "# Travel\n",
        "handbook/onboarding.md": "# Onboarding\n\n## Learning goals\n",
        "jobs/engineer.md": "# Engineer\n",
        "img/pump.png": "",
    }
    return Resolver(
        MemoryTree(files),
        SiteSettings.of({"url": "https://fernhill.example", "generator": "plain", **settings}),
    )


@pytest.mark.parametrize(
    ("url", "verdict", "path"),
    [
        ("/handbook/values/", "resolves", "handbook/values.md"),
        ("/handbook/values", "resolves", "handbook/values.md"),
        ("/handbook/values.html", "resolves", "handbook/values.md"),
        ("/handbook/values/index.html#results", "resolves", "handbook/values.md"),
        ("/handbook/values/#care--craft", "resolves", "handbook/values.md"),
        ("/handbook/values/#care-craft", "broken-anchor", "handbook/values.md"),
        ("/handbook/values/#Results", "broken-anchor", "handbook/values.md"),
        ("/handbook/values/?from=jobs#results", "resolves", "handbook/values.md"),
        ("/handbook/values/#", "resolves", "handbook/values.md"),
        ("/handbook/values/#top", "resolves", "handbook/values.md"),
        ("/handbook/values/#:~:text=care", "resolves", "handbook/values.md"),
        ("https://fernhill.example/handbook/values/#results", "resolves", "handbook/values.md"),
        ("http://www.fernhill.example/handbook/values/", "resolves", "handbook/values.md"),
        ("//fernhill.example/handbook/values/", "resolves", "handbook/values.md"),
        ("https://other.example/handbook/values/", "external", ""),
        ("mailto:jobs@fernhill.example", "external", ""),
        ("tel:+4930123", "external", ""),
        ("../handbook/values.md#results", "resolves", "handbook/values.md"),
        ("../handbook/values.md#result", "broken-anchor", "handbook/values.md"),
        ("../handbook/valeus.md", "broken-page", ""),
        ("#engineer", "resolves", "jobs/engineer.md"),
        ("#nothing", "broken-anchor", "jobs/engineer.md"),
        ("#nothing/", "broken-anchor", "jobs/engineer.md"),
        ("#/nothing", "unknown", "jobs/engineer.md"),
        ("#term:crew", "unknown", "jobs/engineer.md"),
        ("#fn:1", "broken-anchor", "jobs/engineer.md"),
        ("", "unknown", ""),
        ("/handbook/valeus/", "broken-page", ""),
        ("/img/pump.png", "resolves", "img/pump.png"),
        ("/img/boiler.png", "unknown", ""),
        ("/press/", "unknown", ""),
        ("/handbook/{{ page.slug }}/", "unknown", ""),
        ("<%= url %>", "unknown", ""),
        ("/hand%62ook/values/#care%2D%2Dcraft", "resolves", "handbook/values.md"),
        ("/handbook/../handbook//values/", "resolves", "handbook/values.md"),
        ("/handbook/#values", "broken-anchor", "handbook/index.md"),
    ],
)
def test_verdicts(url: str, verdict: str, path: str) -> None:
    answer = small().resolve(url, "jobs/engineer.md")
    assert (answer.verdict, answer.path) == (verdict, path), answer
    assert answer.reason or answer.verdict in ("resolves", "external", "broken-anchor")


def test_evidence() -> None:
    model = small()
    answer = model.resolve("/handbook/values/#care-craft", "jobs/engineer.md")
    assert answer.anchors[0] == "care--craft"
    assert model.resolve("/handbook/valeus/", "jobs/engineer.md").pages == ("/handbook/values",)
    assert model.elsewhere("learning-goals", "handbook/values.md") == (
        "/handbook/onboarding#learning-goals",
    )
    assert model.elsewhere("nowhere-at-all") == ()


def test_a_part_of_a_site_knows_nothing_of_the_rest() -> None:
    model = small(complete=False)
    assert model.resolve("/handbook/valeus/", "index.md").verdict == "unknown"
    assert model.resolve("/handbook/values/#nothing", "index.md").verdict == "broken-anchor"


def test_a_complete_site_knows_what_is_missing() -> None:
    model = small(complete=True)
    assert model.resolve("/press/", "index.md").verdict == "broken-page"
    assert model.resolve("/img/boiler.png", "index.md").verdict == "broken-page"


def test_few_pages_alone_say_nothing() -> None:
    pages = {
        f"{number}.md": "[v](/handbook/values/) [c](/handbook/#culture)" for number in range(5)
    }
    model = Resolver(MemoryTree(pages), SiteSettings())
    for url in ("/handbook/values/", "/handbook/#culture", "https://fernhill.example/handbook/"):
        assert model.resolve(url, "1.md").verdict in ("unknown", "external")


def test_a_tree_that_lacks_many_linked_pages_is_a_part() -> None:
    links = "".join(f"[x](/handbook/page-{number}/)\n" for number in range(20))
    files = {f"handbook/page-{number}.md": links for number in range(12)}
    model = Resolver(MemoryTree(files), SiteSettings())
    assert model.resolve("/handbook/page-1/", "handbook/page-0.md").verdict == "resolves"
    answer = model.resolve("/handbook/page-15/", "handbook/page-0.md")
    assert answer.verdict == "unknown"
    assert "8 of 20" in answer.reason


def test_declared_pages() -> None:
    model = small(pages={"/": ["jobs"], "/press/": None})
    del model
    settings = SiteSettings.of({"pages": {"/press/": None, "/start/": ["team"]}})
    model = Resolver(MemoryTree({"a.md": "# A"}), settings)
    assert model.resolve("/press/", "a.md").verdict == "resolves"
    assert model.resolve("/press/#x", "a.md").verdict == "unknown"
    assert model.resolve("/start/#team", "a.md").verdict == "resolves"
    assert model.resolve("/start/#teams", "a.md").anchors == ("team",)
    assert model.resolve("/start/#teams", "a.md").verdict == "broken-anchor"


def test_folder_without_index_is_not_known() -> None:
    model = small()
    assert model.resolve("/jobs/", "index.md").verdict == "unknown"


def test_several_roots() -> None:
    files = {
        "sites/a/source/handbook/index.html.md": "# Handbook\n\n## Values\n",
        "sites/b/source/jobs/engineer.html.md.erb": "# Engineer\n",
        "sites/b/source/includes/_steps.md": "## Steps\n",
    }
    for settings in ({}, {"generator": "middleman", "roots": ["sites/a/source", "sites/b/source"]}):
        model = Resolver(MemoryTree(files), SiteSettings.of(settings))
        assert (
            model.model.pages.by_path["sites/b/source/jobs/engineer.html.md.erb"].page.url
            == "/jobs/engineer.html"
        )
        assert "sites/b/source/includes/_steps.md" not in model.model.pages.by_path
        answer = model.resolve("/handbook/#values", "sites/b/source/jobs/engineer.html.md.erb")
        assert (answer.verdict, answer.path) == (
            "resolves",
            "sites/a/source/handbook/index.html.md",
        )
        assert (
            model.resolve("../handbook/", "sites/b/source/jobs/engineer.html.md.erb").verdict
            == "resolves"
        )
    model = Resolver(
        MemoryTree(files),
        SiteSettings.of({"generator": "middleman", "roots": {"sites/b/source": "/careers"}}),
    )
    assert (
        model.model.pages.by_path["sites/b/source/jobs/engineer.html.md.erb"].page.url
        == "/careers/jobs/engineer.html"
    )


def test_a_dialect_that_nobody_can_see() -> None:
    """Without Middleman's configuration an anchor is missing only where neither dialect makes
    it."""
    files = {"source/values.html.md": "# 1. Grow together\n", "source/a.html.md": "# A\n"}
    model = Resolver(MemoryTree(files), SiteSettings())
    assert model.resolve("/values.html#1-grow-together", "source/a.html.md").verdict == "resolves"
    assert model.resolve("/values.html#grow-together", "source/a.html.md").verdict == "resolves"
    assert model.resolve("/values.html#grow", "source/a.html.md").verdict == "broken-anchor"
    classic = Resolver(MemoryTree(files), SiteSettings(markdown="kramdown"))
    assert (
        classic.resolve("/values.html#1-grow-together", "source/a.html.md").verdict
        == "broken-anchor"
    )


def test_nothing_is_read_before_it_is_asked_for() -> None:
    tree = MemoryTree({f"source/p{number}.html.md": "# A\n" for number in range(500)})
    model = Resolver(tree, SiteSettings())
    assert tree.reads == []
    model.resolve("/p1.html", "source/p0.html.md")
    model.resolve("/p2.html#a", "source/p0.html.md")
    model.resolve("/p2.html#a", "source/p3.html.md")
    assert tree.reads.count("source/p2.html.md") == 1
    assert len(tree.reads) <= 3


def test_an_unknown_generator_may_make_other_ids() -> None:
    files = {"a.md": "# Care & craft\n\n## Own {#mine}\n\n## After\n{: #later}\n"}
    model = Resolver(MemoryTree(files))
    for fragment, verdict in {
        "care--craft": "resolves",
        "care-craft": "unknown",
        "mine": "resolves",
        "later": "resolves",
        "Care--craft": "broken-anchor",
        "crafts": "broken-anchor",
    }.items():
        assert model.resolve(f"#{fragment}", "a.md").verdict == verdict, fragment
    plain = Resolver(MemoryTree(files), SiteSettings(generator="plain"))
    assert plain.resolve("#care-craft", "a.md").verdict == "broken-anchor"
    assert plain.resolve("#mine", "a.md").verdict == "broken-anchor"


def test_a_tree_of_one_page_says_nothing_about_others() -> None:
    files = {"hugo.toml": "", "content/jobs/mate.md": "# Mate\n\n[c](/contact/)"}
    one = Resolver(MemoryTree(files), SiteSettings.of({}))
    assert one.resolve("/contact/", "content/jobs/mate.md").verdict == "unknown"
    two = Resolver(MemoryTree(files | {"content/about.md": "# About"}), SiteSettings.of({}))
    assert two.resolve("/contact/", "content/jobs/mate.md").verdict == "broken-page"
