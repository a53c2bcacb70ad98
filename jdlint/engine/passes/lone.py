"""A project of one page: what was found over its site stands as long as all that can make a link,
an id or an address of its own stays as it is; a paragraph of plain words makes none."""

from __future__ import annotations

import marshal
from collections.abc import Sequence

from jdlint.core.light import TYPE_CHECKING
from jdlint.core.patterns.regex import late
from jdlint.engine.checker import Checker
from jdlint.io.stamps import digest

if TYPE_CHECKING:
    from jdlint.core.page import Reader
    from jdlint.core.text import Source
    from jdlint.site.facts import Facts

# the checks that read nothing of a page but its links, and of the tree what they say they looked at
_OF_LINKS = frozenset(("link-forms", "link-targets", "own-site-links"))
_BETWEEN = late(r"\n[ \t]*\n")
# lines that open with a letter and hold no mark of any dialect of Markdown, HTML or templates
_PLAIN = late(r"(?:[A-Za-z][A-Za-z0-9 ,.;!?()'’“”-]*\n)*[A-Za-z][A-Za-z0-9 ,.;!?()'’“”-]*\Z")


def told(checker: Checker, pages: Sequence[Facts], sources: Reader) -> bytes:
    """All that the checks over a site of one page read of it, with the places of its links; empty
    where they may read more: several pages, a grammar engine, a host that the words may name."""
    if len(pages) != 1 or any("//" in link.url for link in pages[0].links):
        return b""
    plan, page = checker.plan, pages[0]
    rules = checker.base.across({"links"})
    if not all(plan.rules[i].rule.check in _OF_LINKS and checker.base.for_all(i) for i in rules):
        return b""
    if plan.config.settings.get("site", {}).get("built"):
        return b""
    source = sources(page.path)[0]
    links = [(link.url, link.kind, *_place(source, link.span), *link[3:]) for link in page.links]
    parts = (part.strip("\n") for part in _BETWEEN.split(source.text))
    marked = [part for part in parts if not _PLAIN.match(part)]
    return marshal.dumps((page.language, links, digest("\n\n".join(marked))))


def _place(source: Source, span: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """A span with the lines and columns of its ends."""
    return (tuple(span), *(tuple(source.position(at)) for at in span))
