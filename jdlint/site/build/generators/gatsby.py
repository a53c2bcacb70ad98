"""Gatsby and its like: ``src/pages`` by path; what ``gatsby-node`` makes of other Markdown is a
program's secret.

Sources: Gatsby's pages “Routing”, “MDX”, and the read-me of gatsby-remark-autolink-headers.
"""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.patterns import regex as re
from jdlint.site.build.front_matter import front_data, keys
from jdlint.site.build.generators.base import (
    MARKDOWN,
    Files,
    Generator,
    Project,
    Source,
    SourcePage,
    join,
)
from jdlint.site.build.generators.javascript import expand_page, find_mdx_partial, plain
from jdlint.site.build.settings import SiteSettings

_CONFIGS = tuple(f"gatsby-config.{end}" for end in ("js", "ts", "mjs", "cjs"))
_KEYS = keys("slug", "path", "permalink", "draft")
_PAGE = re.late(r"\.(?:mdx?|jsx?|tsx?)$")


def find(files: Files, settings: SiteSettings) -> list[Project]:
    configs = [path for path in files.named(*_CONFIGS) if "node_modules/" not in path]
    found = [
        _project(files, path.rpartition("/")[0], plain(files.tree.read(path)), settings)
        for path in configs
    ]
    if not found and settings.generator == "gatsby":
        return [_project(files, "", "", settings)]
    return found[:20]


def _project(files: Files, at: str, text: str, settings: SiteSettings) -> Project:
    base = re.search(r"pathPrefix\s*:\s*['\"]/?([^'\"]*)['\"]", text)
    url = re.search(r"siteUrl\s*:\s*['\"]([^'\"]*)['\"]", text)
    content = [join(at, name) for name in ("content", "docs") if join(at, name) in files.folders]
    sources = tuple(Source(*item) for item in settings.roots.items()) or tuple(
        Source(folder_, "/") for folder_ in (join(at, "src/pages"), *content)
    )
    slugs = "autolink-headers" in text or "rehype-slug" in text or not text
    node = files.first(at, "gatsby-node.js", "gatsby-node.ts", "gatsby-node.mjs")
    return Project(
        "gatsby",
        at,
        sources,
        ("remark" if slugs else "unknown",),
        base=f"/{base[1].strip('/')}" if base and base[1].strip("/") else "",
        url=url[1] if url else None,
        static=(Source(join(at, "static"), "/"),),
        layouts=(join(at, "src/components"), join(at, "src/templates")),
        known=bool(text),
        makes_more=f"“{node}” makes pages" if node else "",
        options={"custom_ids": "enableCustomId: true" in text},
    )


def pages(project: Project, files: Files) -> Iterator[SourcePage]:
    for root, prefix in project.sources:
        base = f"{project.base}/{prefix.strip('/')}".rstrip("/")
        for path in files.under(root):
            inner = path[len(root) + 1 :]
            routed = root.endswith("src/pages")
            if (
                not (MARKDOWN.search(path) or (routed and _PAGE.search(path)))
                or "{" in inner
                or "[" in inner
            ):
                continue
            front = front_data(files.tree.read(path) or "", _KEYS) if MARKDOWN.search(path) else {}
            own = next(
                (
                    front[name]
                    for name in ("slug", "path", "permalink")
                    if isinstance(front.get(name), str)
                ),
                None,
            )
            stem = own.strip("/") if own else re.sub(r"(?:^|/)index$", "", _PAGE.sub("", inner))
            yield SourcePage(
                path, f"{base}/{stem}/" if stem else f"{base}/", (), front.get("draft") is True
            )


GENERATOR = Generator(
    "gatsby",
    find,
    pages,
    find_partial=find_mdx_partial,
    expand=expand_page,
    partials_are_pages=True,
)
