"""One thing that the pages of a site say in one form, and a few pages in another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.checks._evidence import SHOWN
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, NamedTuple, dataclass
from jdlint.core.patterns.pattern import compile_pattern, found_span
from jdlint.core.tools import defaultdict
from jdlint.site import Site
from jdlint.site.facts import BlockFact
from jdlint.site.vote import majority


class _Use(NamedTuple):
    """The first use of a form on a page, by the page's index."""

    page: int
    block: BlockFact
    start: int
    end: int


@dataclass(frozen=True)
class SiteForms:
    """Reports the first of the ``forms`` (name: pattern) on a page that uses another one than
    ``share`` of the pages, at least ``least``, and not theirs.

    Only blocks of ``kinds`` count. A page that mixes two forms is another rule's. Values:
    ``found``, ``other`` (the name of the site's form), ``better`` (as a page writes it),
    ``evidence``.
    """

    forms: Mapping[str, str]
    kinds: tuple[str, ...] = ("paragraph", "item", "heading")
    least: int = 4
    share: float = 0.8
    across: ClassVar[tuple[str, ...]] = ("pages",)

    def check_site(self, site: Site) -> Iterator[Finding]:
        uses: dict[str, list[_Use]] = defaultdict(list)
        for number in range(len(site.pages)):
            for name, use in self._on_page(site, number).items():
                uses[name].append(use)
        voters = {name: [use.page for use in rows] for name, rows in uses.items()}
        vote = majority(voters, self.least, self.share)
        if vote is None:
            return
        right = frozenset(voters[vote.best])
        related = [_related(site, use, vote.best) for use in uses[vote.best][:SHOWN]]
        sample = _text(uses[vote.best][0])
        for name in vote.others:
            for use in uses[name]:
                path = site.pages[use.page].path
                if use.page not in right and site.wants(path):
                    span = use.block.place(use.start, use.end)
                    values = {
                        "found": _text(use),
                        "other": vote.best,
                        "better": sample,
                        "evidence": vote.evidence(),
                    }
                    yield Finding(span, values, (), tuple(related), path, certain=False)

    def _on_page(self, site: Site, number: int) -> dict[str, _Use]:
        """The first use of each form on a page."""
        found: dict[str, _Use] = {}
        for block in site.pages[number].blocks:
            if block.kind not in self.kinds:
                continue
            for name, pattern in self.forms.items():
                match = compile_pattern(pattern, ignore_case=True).search(block.text)
                if match is not None and name not in found:
                    found[name] = _Use(number, block, *found_span(match))
        return found


def _text(use: _Use) -> str:
    return use.block.text[use.start : use.end]


def _related(site: Site, use: _Use, name: str) -> Related:
    span = use.block.place(use.start, use.end)
    return Related(Place(site.pages[use.page].path, span), f"“{name}” here")
