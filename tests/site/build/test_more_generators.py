"""Generators as their documentation and their builds have them: one small site each."""

import pytest

from jdlint.site.build.settings import SiteSettings
from jdlint.site.links.resolver import Resolver
from tests.site.trees import MemoryTree


def verdicts(files: dict[str, str], page: str, *urls: str, **settings: object) -> list[str]:
    resolver = Resolver(MemoryTree(files), SiteSettings.of(settings))
    return [resolver.resolve(url, page).verdict for url in urls]


HUGO = {
    "config/_default/params.toml": "x = 1\n",
    "config/_default/hugo.toml": 'title = "Harbour"\n',
    "content/crew/mate.md": "---\ntags: [Deck]\n---\n## Pay -- all of it\n",
    "content/crew/later.md": "---\npublishDate: 2030-01-01\n---\n",
    "content/crew/gone.md": "---\nexpiryDate: 2021-01-01\n---\n",
    "content/crew/hidden.md": "---\nbuild: {render: never}\n---\n",
    "content/crew/build/pilot.md": "---\n  url: /pilot/\n---\n",
}


def test_hugo_without_a_base_url() -> None:
    urls = (
        "/",
        "/crew/",
        "/crew/mate/",
        "/crew/index.xml",
        "/sitemap.xml",
        "/tags/deck/",
        "/pilot/",
    )
    assert set(verdicts(HUGO, "content/crew/mate.md", *urls)) == {"resolves"}
    missing = ("/crew/later/", "/crew/gone/", "/crew/hidden/", "/tags/sail/", "/crew/build/", "/x/")
    found = verdicts(HUGO, "content/crew/mate.md", *missing, complete=True)
    assert found == ["broken-page"] * len(missing)


@pytest.mark.parametrize(
    ("pin", "new", "old"),
    [
        ("", "unknown", "unknown"),
        ("HUGO_VERSION: 0.120.4", "broken-anchor", "resolves"),
        ("HUGO_VERSION: '0.150.0'", "resolves", "broken-anchor"),
    ],
)
def test_ids_of_hugo_depend_on_its_version(pin: str, new: str, old: str) -> None:
    files = {**HUGO, ".gitlab-ci.yml": f"variables:\n  {pin}\n"}
    urls = ("#pay--all-of-it", "#pay----all-of-it", "#none")
    assert verdicts(files, "content/crew/mate.md", *urls) == [new, old, "broken-anchor"]


def test_a_link_hook_of_the_theme_is_not_known() -> None:
    files = {**HUGO, "config/_default/hugo.toml": 'theme = "fjord"\n'}
    assert verdicts(files, "content/crew/mate.md", "later.md") == ["unknown"]
    assert verdicts(HUGO, "content/crew/mate.md", "mate.md", complete=True) == ["broken-page"]
    hook = {**HUGO, "layouts/_markup/render-link.html": "{{ .Page.GetPage .Destination }}"}
    urls = ("mate.md#pay--all-of-it", "/crew/mate.md", "../mate.md", "no.md")
    found = verdicts(hook, "content/crew/build/pilot.md", *urls)
    assert found == ["unknown", "resolves", "resolves", "unknown"]


def test_vitepress() -> None:
    files = {
        ".vitepress/config.ts": "export default { base: '/h/', cleanUrls: true }",
        "index.md": "# Harbour",
        "crew/index.md": "# Crew",
        "crew/mate.md": "# Mate\n\n## Résumé & more\n\n## 1. Pay\n\n## Own {#mine}\n",
    }
    urls = ("/crew/mate", "crew/mate.md#resume-more", "./crew/mate.html#_1-pay", "/crew/#crew")
    assert set(verdicts(files, "index.md", *urls, "/crew/mate#mine")) == {"resolves"}
    broken = verdicts(files, "index.md", "/crew/mate#own", "/crew/cook.md", complete=True)
    assert broken == ["broken-anchor", "broken-page"]


def test_sphinx_with_myst() -> None:
    files = {
        "docs/conf.py": "extensions = ['myst_parser']\nexclude_patterns = ['drafts']\n",
        "docs/index.md": "# Harbour\n",
        "docs/crew/mate.md": "# Mate\n\n(the-pay)=\n## What's paid?\n",
        "docs/drafts/cook.md": "# Cook\n",
    }
    urls = (
        "crew/mate.md#whats-paid",
        "crew/mate#what-s-paid",
        "#the-pay",
        "crew/mate.html#the-pay",
    )
    assert set(verdicts(files, "docs/index.md", *urls)) == {"resolves"}
    assert verdicts(files, "docs/index.md", "crew/mate.md#pay") == ["broken-anchor"]
    assert verdicts(files, "docs/index.md", "drafts/cook.md", complete=True) == ["broken-page"]


@pytest.mark.parametrize(
    "mark",
    ["book.toml", "nuxt.config.ts", "svelte.config.js", "next.config.mjs", "quartz.config.ts",
     "pelicanconf.py", ".vuepress/config.js", "docs/.vuepress/config.ts"],
)  # fmt: skip
def test_what_is_not_modelled_breaks_no_link(mark: str) -> None:
    files = {mark: "", "docs/a.md": "# A\n", "docs/b.md": "# Ünder & over\n"}
    urls = ("b.md#whatever", "/b/", "/nowhere/at/all", "#here", "c.md", "b.html")
    assert not {v for v in verdicts(files, "docs/a.md", *urls) if v.startswith("broken")}
    hexo = {**files, "_config.yml": "title: x", "package.json": '{"dependencies": {"hexo": "7"}}'}
    hexo.pop(mark)
    assert not {v for v in verdicts(hexo, "docs/a.md", *urls) if v.startswith("broken")}


def test_zensical_and_a_configuration_in_a_folder_of_its_own() -> None:
    page = "# A\n\n## Pay & more\n"
    zensical = {"zensical.toml": '[project]\nsite_name = "H"\n', "docs/a.md": page}
    assert verdicts(zensical, "docs/a.md", "#pay-more", "#pay") == ["resolves", "broken-anchor"]
    hidden = {
        ".config/mkdocs.yml": "exclude_docs: |\n  b*.md\n",
        "docs/a.md": page,
        "docs/b.md": "",
    }
    assert verdicts(hidden, "docs/a.md", "a.md", "b.md", complete=True) == [
        "resolves",
        "broken-page",
    ]


def test_eleventy_reads_what_its_configuration_loads() -> None:
    files = {
        "eleventy.config.js": 'const md = require("./lib/md"); c.setLibrary("md", md);',
        "lib/md.js": (
            'module.exports = require("markdown-it")().use(require("markdown-it-anchor"));'
        ),
        "crew/mate.md": "## Pay\n",
    }
    assert verdicts(files, "crew/mate.md", "#pay", "#pai") == ["resolves", "broken-anchor"]
    plugin = {**files, "lib/md.js": 'c.addPlugin(require("eleventy-plugin-toc-ids"))'}
    assert verdicts(plugin, "crew/mate.md", "#pay", "#pai") == ["unknown", "unknown"]


def test_a_redirect_for_another_host_or_to_the_same_page_is_none() -> None:
    base = {"hugo.toml": "baseURL = 'https://harbour.example/'", "content/crew/mate.md": "## Pay\n"}
    for rules in (
        "https://old.example/* https://harbour.example/:splat 301!",
        "http://harbour.example/* https://harbour.example/:splat 301!",
        "/crew/mate /crew/mate/ 301!",
        "/* /de/:splat 302! Language=de",
    ):
        files = {**base, "static/_redirects": rules + "\n"}
        assert verdicts(files, "content/crew/mate.md", "/crew/mate/#pay") == ["resolves"], rules
