"""Links into the site, resolved as its generator would."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import TYPE_CHECKING, ClassVar, dataclass
from jdlint.core.names import distance
from jdlint.core.patterns import regex as re
from jdlint.site import Facts, Site
from jdlint.site.facts import LinkFact

if TYPE_CHECKING:
    from jdlint.site.links.answer import Answer
    from jdlint.site.links.resolver import Resolver

_KINDS = frozenset(("inline", "definition", "html", "image", "autolink", "bare"))
_NUMBER = re.late(r"(.*?)-?(?:\d+|[ivx]+)")  # an anchor that ends in a number


@dataclass(frozen=True)
class LinkTargets:
    """Reports links whose page (``report: broken-page``), whose anchor (``broken-anchor``) is
    missing, or that work through a redirect only (``redirected``).

    What cannot be known is never reported. Values: ``found``, ``page``, ``fragment``, ``better``,
    ``hint``, ``where``.
    """

    report: str
    across: ClassVar[tuple[str, ...]] = ("links",)

    def check_site(self, site: Site) -> Iterator[Finding]:
        resolver = site.resolver
        if resolver is None:
            return
        for facts in site.pages:
            for link in facts.links if site.wants(facts.path) else ():
                if link.kind in _KINDS and link.url:
                    answer = resolver.resolve(link.url, facts.path)
                    if answer.verdict == self.report:
                        yield self._finding(resolver, facts, link, answer)

    def _finding(self, resolver: Resolver, facts: Facts, link: LinkFact, answer: Answer) -> Finding:
        found = {"found": link.url, "page": answer.page, "fragment": answer.fragment}
        if self.report == "redirected":
            better = answer.redirect
            unsure = "" if answer.redirect_ok is not False else ", which does not exist either"
            values = {
                **found,
                "better": better,
                "hint": unsure,
                "where": answer.redirect_file or "a redirect",
            }
            return Finding(link.span, values, _edit(link, better), path=facts.path)
        if self.report == "broken-page":
            near = answer.pages[:1]
            better = _with_rest(near[0], link.url) if near else ""
            hint = f", did you mean “{near[0]}”?" if near else ""
            return Finding(
                link.span,
                {**found, "better": better, "hint": hint},
                _edit(link, better),
                path=facts.path,
            )
        return self._anchor(resolver, facts, link, answer, found)

    def _anchor(
        self,
        resolver: Resolver,
        facts: Facts,
        link: LinkFact,
        answer: Answer,
        found: dict[str, str],
    ) -> Finding:
        page = (
            "this page"
            if answer.path == facts.path
            else f"“{answer.page or link.url.partition('#')[0]}”"
        )
        near: tuple[str, ...] = tuple(a for a in answer.anchors[:3] if _slip(answer.fragment, a))[
            :1
        ]
        moved: tuple[str, ...] = () if near else resolver.elsewhere(answer.fragment, answer.path)
        if near:
            better, hint = (
                f"{link.url.partition('#')[0]}#{near[0]}",
                f", did you mean “#{near[0]}”?",
            )
        elif len(moved) == 1:
            better, hint = moved[0], f"; it is on “{moved[0]}” now"
        else:
            better, hint = "", f"; pages with it: {', '.join(moved[:3])}" if moved else ""
        values = {**found, "where": page, "better": better, "hint": hint}
        certain = bool(hint) or not _from_layout(resolver, facts, link)
        return Finding(link.span, values, _edit(link, better), certain=certain, path=facts.path)


def _from_layout(resolver: Resolver, facts: Facts, link: LinkFact) -> bool:
    """Whether the anchor of a button in HTML may come from the layout of its own page, which is
    not in the repository: a form at the foot, say."""
    if link.kind != "html" or not link.url.startswith("#"):
        return False
    named = [str(row.value) for row in facts.values if row.key == "layout"]
    if not named:
        return False
    pages = resolver.model.pages
    folders = (folder for project in pages.projects for folder in project.layouts if folder)
    paths = (path for folder in folders for path in pages.files.under(folder))
    return _stem(named[0]) not in map(_stem, paths)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


_LONG = 3  # words of an anchor from which on two more are a slip: “#in-canvas” is one of two


def _slip(written: str, anchor: str) -> bool:
    """Whether an anchor is what a writer meant: a few letters off, or a word more or less; another
    word is another place."""
    before, found, _ = anchor.lower().partition(written.lower())
    if found and before[-1:].isalnum():
        return False  # the heading that the link stands in: “#oneboats” of “[one](#boats)”
    ours, theirs = (_NUMBER.fullmatch(name.lower()) for name in (written, anchor))
    if ours and theirs and ours[1] == theirs[1]:
        return False  # “step-2” is another place than “step-3”
    rows = [[word for word in name.lower().split("-") if word] for name in (written, anchor)]
    a, b = map(set, rows)
    if a <= b or b <= a:
        return len(a ^ b) <= (1 if min(len(a), len(b)) < _LONG else 2)
    if len(rows[0]) == len(rows[1]) and any(map(_are_two, *rows)):
        return False
    return distance(written.lower(), anchor.lower(), 3) <= (3 if len(written) > 7 else 1)


def _are_two(a: str, b: str) -> bool:
    """Whether two words are no slip of each other: translation, translator; junior, senior."""
    from jdlint.lang.en import lexicon  # few anchors are like one that is there

    alike = a.startswith(b) or b.startswith(a)
    return not alike and lexicon.known(a) and lexicon.known(b)


def _edit(link: LinkFact, better: str) -> tuple[Edit, ...]:
    """The new target, where the link stands as written (an empty one is no target)."""
    if not better or link.templated or link.span.end - link.span.start != len(link.url):
        return ()
    return (Edit(link.span, better),)


def _with_rest(page: str, url: str) -> str:
    """Another page with the query and the fragment of a link."""
    cut = min((i for i in (url.find("?"), url.find("#")) if i >= 0), default=len(url))
    return page + url[cut:]
