"""Which pages are translations of each other, and which only look so."""

from __future__ import annotations

import pytest

from jdlint.core.text import Source
from jdlint.parse import parse
from jdlint.posting.language import with_language
from jdlint.posting.translations import neutral_path, pairs
from jdlint.site import Site
from jdlint.site.facts import facts_of

TEXTS = {
    "en": "You bake bread for all of our shops, and you clean the ovens.",
    "de": "Du backst Brot für unsere Läden in der Stadt und reinigst die Öfen.",
    "fr": "Vous préparez le pain dans toutes les boutiques de la ville.",
}


def found(pages: dict[str, str], front: dict[str, str] | None = None) -> list[tuple[str, str]]:
    """The paths of the pairs of a site; ``pages`` are the languages of its pages, by path."""
    facts = []
    for path, code in sorted(pages.items()):
        head = f"---\ntitle: X\n{(front or {}).get(path, '')}---\n"
        facts.append(facts_of(with_language(parse(Source(path, head + TEXTS[code] + "\n")))))
    return [(pair.facts.path, pair.source.path) for pair in pairs(Site(tuple(facts)))]


@pytest.mark.parametrize(
    ("path", "neutral"),
    [
        ("content/de/jobs/a.md", "content/jobs/a.md"),
        ("de/jobs/a.md", "jobs/a.md"),
        ("jobs/a.de.md", "jobs/a.md"),
        ("jobs/a.de-AT.md", "jobs/a.md"),
        ("src/pages/fr-ca/jobs/a.mdx", "src/pages/jobs/a.mdx"),
        ("i18n/de/docusaurus-plugin-content-docs/current/jobs/a.md", "docs/jobs/a.md"),
        ("jobs/a.md", "jobs/a.md"),
        ("jobs/qa/a.md", "jobs/qa/a.md"),
    ],
)
def test_a_path_without_its_language(path: str, neutral: str) -> None:
    assert neutral_path(path) == neutral


def test_mirrored_paths_endings_and_keys() -> None:
    assert found({"en/a.md": "en", "de/a.md": "de"}) == [("de/a.md", "en/a.md")]
    assert found({"jobs/a.md": "en", "jobs/a.fr.md": "fr"}) == [("jobs/a.fr.md", "jobs/a.md")]
    keys = {"x/a.md": "translationKey: k\n", "y/b.md": "translationKey: k\n"}
    assert found({"x/a.md": "en", "y/b.md": "de"}, keys) == [("y/b.md", "x/a.md")]
    refs = {"x/a.md": "lang: en\nref: k\n", "y/b.md": "lang: de\nref: k\n"}
    assert found({"x/a.md": "en", "y/b.md": "de"}, refs) == [("y/b.md", "x/a.md")]


def test_the_source_is_in_the_language_of_most_pages() -> None:
    site = {"de/a.md": "de", "en/a.md": "en", "fr/a.md": "fr", "de/b.md": "de"}
    assert found(site) == [("en/a.md", "de/a.md"), ("fr/a.md", "de/a.md")]


def test_what_only_looks_like_a_translation() -> None:
    assert not found({"en/a.md": "en", "de/b.md": "de"})  # other names
    assert not found({"jobs/it/a.md": "en", "jobs/a.md": "en"})  # the folder of a department
    assert not found({"en/a.md": "en", "de/a.md": "en"})  # not translated yet
    assert not found({"fr/a.md": "de", "a.md": "en"})  # in another language than its folder
    refs = {"x/a.md": "ref: 7\n", "y/b.md": "ref: 7\n"}  # a reference that is no pair’s
    assert not found({"x/a.md": "en", "y/b.md": "de"}, refs)
    keys = dict.fromkeys(("x/a.md", "x/b.md", "y/c.md"), "translationKey: k\n")
    assert not found({"x/a.md": "en", "x/b.md": "en", "y/c.md": "de"}, keys)  # which of the two?
