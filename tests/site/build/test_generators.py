"""Where generators build their pages: what no built site of tests/sites shows,
from their documentation."""

from __future__ import annotations

import pytest

from jdlint.site.build.settings import SiteSettings
from jdlint.site.links.resolver import Resolver
from tests.site.trees import MemoryTree


def urls(files: dict[str, str], **settings: object) -> dict[str, str]:
    model = Resolver(MemoryTree(files), SiteSettings.of(settings))
    return {path: page.url for path, (page, _) in model.model.pages.by_path.items()}


def test_zola() -> None:
    files = {
        "config.toml": (
            'base_url = "https://fernhill.example/careers"\n[[taxonomies]]\nname = "tags"\n'
        ),
        "content/_index.md": (
            "+++\ntitle = 'Home'\n+++\n[a](@/jobs/engineer.md#what-s-next) [b](@/jobs/gone.md)"
        ),
        "content/jobs/_index.md": "+++\n+++\n",
        "content/jobs/engineer.md": "+++\naliases = ['old/engineer']\n+++\n"
        "# What's next\n\n## Größe {#size}\n\n## Same\n\n## Same\n",
        "content/jobs/2024-03-01-Pump Maker.md": "+++\n+++\n",
        "content/jobs/lead/index.md": "+++\nslug = 'head-of-heat'\n+++\n",
        "content/about.md": "+++\npath = 'who/we-are'\n+++\n",
        "content/new.md": "+++\ndraft = true\n+++\n",
        "static/pump.pdf": "",
    }
    assert urls(files) == {
        "content/_index.md": "/careers/",
        "content/jobs/_index.md": "/careers/jobs/",
        "content/jobs/engineer.md": "/careers/jobs/engineer/",
        "content/jobs/2024-03-01-Pump Maker.md": "/careers/jobs/pump-maker/",
        "content/jobs/lead/index.md": "/careers/jobs/head-of-heat/",
        "content/about.md": "/careers/who/we-are/",
        "content/new.md": "/careers/new/",
    }
    model = Resolver(MemoryTree(files))
    home = "content/_index.md"
    assert model.model.pages.ids("content/jobs/engineer.md").ordered == (
        "what-s-next",
        "size",
        "same",
        "same-1",
    )
    assert model.resolve("@/jobs/engineer.md#what-s-next", home).verdict == "resolves"
    assert model.resolve("/careers/old/engineer/", home).redirect == "/careers/jobs/engineer/"
    assert model.resolve("/careers/new/", home).verdict == "broken-page"
    assert "draft" in model.resolve("/careers/new/", home).reason
    assert model.resolve("/careers/tags/heat/", home).verdict == "unknown"
    assert model.resolve("/careers/pump.pdf", home).verdict == "resolves"


def test_gatsby() -> None:
    files = {
        "gatsby-config.js": (
            "module.exports = {pathPrefix: '/careers', "
            "siteMetadata: {siteUrl: 'https://fernhill.example'},"
            " plugins: ['gatsby-remark-autolink-headers']}"
        ),
        "src/pages/index.mdx": "# Home\n",
        "src/pages/about.js": "export default () => null",
        "src/pages/jobs/{Mdx.slug}.js": "",
        "content/values.md": "---\nslug: /our-values/\n---\n# Our values\n",
    }
    assert urls(files) == {
        "src/pages/index.mdx": "/careers/",
        "src/pages/about.js": "/careers/about/",
        "content/values.md": "/careers/our-values/",
    }


def test_hugo_languages_and_permalinks() -> None:
    files = {
        "hugo.yaml": "baseURL: https://fernhill.example/\ndefaultContentLanguage: en\n"
        "languages: {en: {}, de: {}}\n"
        "permalinks: {page: {jobs: '/careers/:slug/'}}\n",
        "content/values.md": "---\n---\n",
        "content/values.de.md": "---\n---\n",
        "content/jobs/a.md": "---\ntitle: Heat Engineer\n---\n",
        "content/jobs/b.md": "---\nurl: /b.html\n---\n",
    }
    found = urls(files)
    assert {path: url for path, url in found.items() if path in files} == {
        "content/values.md": "/values/",
        "content/values.de.md": "/de/values/",
        "content/jobs/a.md": "/careers/heat-engineer/",
        "content/jobs/b.md": "/b.html",
    }
    made = {"/", "/de/", "/jobs/", "/index.xml", "/de/index.xml", "/sitemap.xml", "/404.html"}
    assert made <= set(found.values()), "Hugo makes lists and feeds without a source"


def test_jekyll_posts_and_defaults() -> None:
    files = {
        "_config.yml": "permalink: pretty\ndefaults:\n- scope: {path: jobs}\n"
        "  values: {permalink: '/careers/:basename/'}\n",
        "team/_posts/2024-03-01-Big-News.md": "---\ncategories: [press]\n---\n",
        "jobs/engineer.md": "---\n---\n",
        "index.html": "---\n---\n",
        "_drafts/later.md": "---\n---\n",
    }
    assert urls(files) == {
        "team/_posts/2024-03-01-Big-News.md": "/team/press/2024/03/01/Big-News/",
        "jobs/engineer.md": "/careers/engineer/",
        "index.html": "/",
    }


@pytest.mark.parametrize(
    ("inner", "front", "url"),
    [
        ("01-values.md", "", "/docs/values"),
        ("2024-01-02-notes.md", "", "/docs/2024-01-02-notes"),
        ("1.2 release.md", "", "/docs/1.2 release"),
        ("team/team.md", "", "/docs/team/"),
        ("team/README.md", "", "/docs/team/"),
        ("01-team/02-pay.md", "", "/docs/team/pay"),
        ("team/a.md", "slug: /top", "/docs/top"),
        ("team/a.md", "slug: b", "/docs/team/b"),
        ("team/a.md", "slug: ../c", "/docs/c"),
        ("team/a.md", "id: d", "/docs/team/d"),
    ],
)
def test_docusaurus_docs(inner: str, front: str, url: str) -> None:
    config = (
        "export default {url: 'https://fernhill.example', baseUrl: '/', presets: [['classic', "
        "{blog: false}]]};"
    )
    files = {"docusaurus.config.ts": config, f"docs/{inner}": f"---\n{front}\n---\n# X\n"}
    assert urls(files) == {f"docs/{inner}": url}


def test_starlight_and_astro_routes() -> None:
    files = {
        "astro.config.mjs": (
            "export default defineConfig({integrations: [starlight({title: 'x'})]});"
        ),
        "src/content/docs/index.mdx": "",
        "src/content/docs/Team Rules/Pay.md": "",
        "src/pages/jobs/[slug].astro": "",
        "src/pages/press.astro": "",
    }
    assert urls(files) == {
        "src/content/docs/index.mdx": "/",
        "src/content/docs/Team Rules/Pay.md": "/team-rules/pay/",
        "src/pages/press.astro": "/press/",
    }
    model = Resolver(MemoryTree(files))
    assert model.resolve("/jobs/engineer/", "src/content/docs/index.mdx").verdict == "unknown"


def test_eleventy_permalinks() -> None:
    files = {
        ".eleventy.js": "module.exports = () => ({dir: {input: 'site', includes: '_parts'}})",
        "site/jobs/jobs.json": '{"permalink": "/careers/{{ page.fileSlug }}/"}',
        "site/jobs/2024-01-02-engineer.md": "# Engineer",
        "site/jobs/chief.md": "---\npermalink: /chief.html\n---\n",
        "site/list.njk": "---\npagination: {data: jobs}\npermalink: '/list/{{ n }}/'\n---\n",
        "site/_parts/base.njk": "",
        "site/a/index.md": "",
    }
    assert urls(files) == {
        "site/jobs/2024-01-02-engineer.md": "/careers/engineer/",
        "site/jobs/chief.md": "/chief.html",
        "site/a/index.md": "/a/",
    }
    assert Resolver(MemoryTree(files)).resolve("/list/2/", "site/a/index.md").verdict == "unknown"


def test_mkdocs_names_and_python_tags() -> None:
    config = (
        "site_name: x\nmarkdown_extensions:\n- pymdownx.emoji:\n"
        "    f: !!python/name:material.emoji.twemoji\n"
    )
    files = {
        "mkdocs.yml": config,
        "docs/index.md": "",
        "docs/README.md": "",
        "docs/a/README.md": "",
        "docs/b.md": "",
    }
    assert urls(files) == {"docs/index.md": "/", "docs/a/README.md": "/a/", "docs/b.md": "/b/"}


def test_plain_folders() -> None:
    files = {"README.md": "", "team/index.md": "", "team/values.md": "# V", "notes.txt": ""}
    assert urls(files) == {
        "README.md": "/",
        "team/index.md": "/team/",
        "team/values.md": "/team/values",
    }
    assert urls(files, roots={"team": "/handbook"}) == {
        "team/index.md": "/handbook/",
        "team/values.md": "/handbook/values",
    }


@pytest.mark.parametrize(
    "config",
    [
        "_config.yml",
        "hugo.toml",
        "config.toml",
        "mkdocs.yml",
        "docusaurus.config.js",
        ".eleventy.js",
        "astro.config.mjs",
        "gatsby-config.js",
        "config.rb",
    ],
)
@pytest.mark.parametrize(
    "text", ["", "\x00{", "[" * 500, "a: &a [*a, *a]", "baseURL = 3\nbase_url = 4", "- x"]
)
def test_bad_configuration_is_survived(config: str, text: str) -> None:
    files = {
        config: text,
        "content/a.md": "# A",
        "docs/b.md": "# B",
        "source/c.html.md": "# C",
        "d.md": "---\npermalink: [1]\n---\n",
    }
    model = Resolver(MemoryTree(files))
    assert model.resolve("/x/#y", "d.md").verdict in ("unknown", "broken-page")


def test_the_highest_project_is_the_site() -> None:
    files = {
        "_config.yml": "title: x",
        "index.md": "---\n---\n# Home\n",
        "docs/mkdocs.yml": "site_name: x",
        "docs/docs/index.md": "# Docs\n",
        "tests/sites/a/hugo.toml": "baseURL = '/'",
        "tests/sites/a/content/b.md": "# B\n",
        "node_modules/x/astro.config.mjs": "",
    }
    assert set(urls(files)) == {"index.md"}
    del files["_config.yml"]
    assert set(urls(files)) == {"docs/docs/index.md"}
    del files["docs/mkdocs.yml"]
    assert "index.md" in urls(files)
    assert urls(files)["docs/docs/index.md"] == "/docs/docs/"


def test_a_page_outside_the_site_is_not_judged_by_it() -> None:
    files = {
        "website/docusaurus.config.js": "url: 'https://fernhill.example'",
        "website/docs/values.md": "# V\n",
        "website/docs/team.md": "# T\n",
        "jobs/engineer.md": "# E\n",
    }
    model = Resolver(MemoryTree(files))
    assert model.resolve("/docs/valeus", "website/docs/values.md").verdict == "broken-page"
    assert model.resolve("/docs/valeus", "jobs/engineer.md").verdict == "unknown"
    assert model.resolve("/docs/values", "jobs/engineer.md").verdict == "resolves"
    assert (
        model.resolve("https://fernhill.example/docs/valeus", "jobs/engineer.md").verdict
        == "broken-page"
    )
