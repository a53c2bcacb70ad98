"""The generators: one row here, one module beside.

A generator is added with its module and its row. The first row whose project is found wins, so what
is found by a name that others use too stands further down. ``scripts/generate`` writes the list
into the schema of the configuration.
"""

from __future__ import annotations

from jdlint.core.light import TYPE_CHECKING, NamedTuple
from jdlint.core.loading import module_of
from jdlint.core.tools import cache

if TYPE_CHECKING:
    from jdlint.site.build.generators.base import Generator


class Row(NamedTuple):
    """A generator's name, and the names of files (or ends of folders, with a slash) of which its
    projects have one at least."""

    name: str
    marks: tuple[str, ...]
    hints: tuple[str, ...] = ()


def _ends(stem: str, *ends: str) -> tuple[str, ...]:
    return tuple(f"{stem}.{end}" for end in ends)


# the files by which generators are told that nobody models yet
UNMODELLED = (
    ".vuepress/", "book.toml", "quartz.config.ts", "pelicanconf.py",

    *_ends("nuxt.config", "ts", "js", "mjs"), *_ends("svelte.config", "js", "ts"),
    *_ends("next.config", "js", "mjs", "ts", "cjs"), *_ends("theme.config", "jsx", "tsx", "js"),
    *_ends("rspress.config", "ts", "js"), "antora.yml",
    "book.json", "_quarto.yml", "_bookdown.yml", "gitbook.yaml", ".gitbook.yaml", "mint.json",
    "retype.yml", "docfx.json", "lume.config.ts", "metalsmith.json", "dumi.config.ts",
    ".dumirc.ts", "honkit.json", "bridgetown.config.yml", "nanoc.yaml", "lektorproject",
    *_ends("waku.config", "ts", "js"), *_ends("remix.config", "js", "ts"),
    *_ends("fumadocs.config", "ts"), *_ends("source.config", "ts"),
)  # fmt: skip

TABLE = (
    Row("docusaurus", _ends("docusaurus.config", "js", "ts", "mjs", "cjs")),
    Row("mkdocs", (*_ends("mkdocs", "yml", "yaml"), "zensical.toml")),
    Row("vitepress", (".vitepress/",)),
    Row("sphinx", ("conf.py", "myst.yml")),
    Row("astro", _ends("astro.config", "mjs", "js", "ts", "cjs", "mts")),
    Row("gatsby", _ends("gatsby-config", "js", "ts", "mjs", "cjs")),
    Row("eleventy", (".eleventy.js", *_ends("eleventy.config", "js", "mjs", "cjs", "ts"))),
    Row("zola", ("config.toml", "zola.toml")),
    Row(
        "hugo",
        (
            "config/_default/",
            *_ends("hugo", "toml", "yaml", "yml", "json"),
            *_ends("config", "toml", "yaml", "yml", "json"),
        ),
    ),
    # found, and little known of it: nothing that it builds is called broken
    Row("unmodelled", UNMODELLED, hints=("package.json", "index.html")),
    Row("jekyll", _ends("_config", "yml", "yaml", "toml")),
    # found by its source files, whatever the configuration is called
    Row("middleman", ()),
    Row("plain", ()),
)
NAMES = tuple(row.name for row in TABLE)


@cache  # asked once a link
def generator(name: str) -> Generator:
    """A generator by its name; its module is loaded when it is asked for."""
    found: Generator = module_of(f"{__name__}.{name}").GENERATOR
    return found
