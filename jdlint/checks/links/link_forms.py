"""One target, written in several ways across the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.core.diagnostic import Edit, Finding, Place, Related
from jdlint.core.light import ClassVar, NamedTuple, dataclass
from jdlint.core.text import Span
from jdlint.core.tools import defaultdict
from jdlint.site import Site
from jdlint.site.facts import LinkFact
from jdlint.site.links.targets import Target, links_of, root_relative
from jdlint.site.vote import Majority, majority, share_of


class _Use(NamedTuple):
    path: str
    link: LinkFact
    target: Target


@dataclass(frozen=True)
class LinkForms:
    """Reports root-relative targets that are written otherwise than the site's right form.

    Right is the form that ``canonical`` names, else the one that resolves while the other does not,
    else the one that most pages write; a tie is a note at its first place. ``trailing_slash`` is
    consistent, always or never. A fragment and a folder of the same name (``/handbook/#values`` and
    ``/handbook/values``) are one target where the words of the links agree too. Values: ``found``,
    ``better``, ``evidence``.
    """

    canonical: tuple[str, ...] = ()
    trailing_slash: str = "consistent"
    across: ClassVar[tuple[str, ...]] = ("links",)

    def check_site(self, site: Site) -> Iterator[Finding]:
        known: dict[str, Target | None] = {}
        uses: list[_Use] = []
        for facts, link in links_of(site.pages):
            if link.url not in known:
                known[link.url] = root_relative(link.url)
            if target := known[link.url]:
                uses.append(_Use(facts.path, link, target))
        reported: set[tuple[str, int]] = set()
        for finding in (*self._folded(site, uses), *self._slashes(site, uses)):
            key = (finding.path, finding.span.start)
            if key not in reported:
                reported.add(key)
                yield finding

    def _slashes(self, site: Site, uses: list[_Use]) -> Iterator[Finding]:
        groups: dict[str, dict[str, list[_Use]]] = defaultdict(lambda: defaultdict(list))
        for use in uses:
            if use.target.path != "/" and "." not in use.target.path.rsplit("/", 1)[-1].replace(
                "index.html", ""
            ):
                groups[use.target.page][use.target.path].append(use)
        for forms in groups.values():
            if not _asked(site, forms):
                continue
            wanted = self._named(forms) or self._styled(forms)
            if wanted:
                for path, wrong in forms.items():
                    if path != wanted:
                        yield from (
                            _found(u, wanted, "the configuration says so", ()) for u in wrong
                        )
            elif len(forms) > 1:
                yield from _vote(forms)

    def _named(self, forms: Mapping[str, list[_Use]]) -> str:
        paths = [target.path for url in self.canonical if (target := root_relative(str(url)))]
        return next((path for path in paths if path in forms), "")

    def _styled(self, forms: Mapping[str, list[_Use]]) -> str:
        if self.trailing_slash not in ("always", "never"):
            return ""
        path = next(iter(forms)).removesuffix("index.html").rstrip("/")
        return path + "/" if self.trailing_slash == "always" else path

    def _folded(self, site: Site, uses: list[_Use]) -> Iterator[Finding]:
        """``/a/#b`` against ``/a/b``: two places for a browser, one for the writer."""
        groups: dict[tuple[str, str], dict[str, list[_Use]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for use in uses:
            page, fragment = use.target.page.rstrip("/"), use.target.fragment.casefold()
            key = f"{page}/{fragment}" if fragment else page
            groups[key, use.link.label.casefold().strip()]["#" if fragment else "/"].append(use)
        for forms in groups.values():
            if len(forms) == 2 and _asked(site, forms):
                named = {
                    k: v for k, v in forms.items() if any(u.link.url in self.canonical for u in v)
                }
                right = named or self._resolving(site, forms)
                yield from _vote(
                    {_most_written(v): v for v in forms.values()}, whole=True, right=right
                )

    def _resolving(self, site: Site, forms: Mapping[str, list[_Use]]) -> Mapping[str, list[_Use]]:
        if site.resolver is None:
            return {}
        verdicts = {
            k: {site.resolver.resolve(u.link.url, u.path).verdict for u in v}
            for k, v in forms.items()
        }
        good = {k: v for k, v in forms.items() if verdicts[k] == {"resolves"}}
        if len(good) == len(forms):
            return forms  # two places that both exist are two targets
        broken = all(
            verdicts[k] <= {"broken-page", "broken-anchor", "redirected"}
            for k in forms
            if k not in good
        )
        return good if broken else {}


def _asked(site: Site, forms: Mapping[str, list[_Use]]) -> bool:
    """Whether one of the links stands on a page on which findings are wanted."""
    return any(site.wants(use.path) for uses in forms.values() for use in uses)


def _most_written(uses: list[_Use]) -> str:
    urls = [use.link.url for use in uses]
    return max(dict.fromkeys(urls), key=urls.count)


def _vote(
    forms: Mapping[str, list[_Use]],
    *,
    whole: bool = False,
    right: Mapping[str, list[_Use]] | None = None,
) -> Iterator[Finding]:
    """Findings on the forms of a minority; ``right`` forms (where there are some) win without a
    vote."""
    if right and len(right) == len(forms):
        return
    vote = majority({k: {use.path for use in uses} for k, uses in forms.items()}, ties=True)
    if vote is None or (vote.tie and not right):
        yield from () if vote is None else (_tie(forms, vote),)
        return
    if right:
        best = _most_written(next(iter(right.values())))
        evidence = "only this one resolves" if not best else f"“{best}” is the one that resolves"
    else:
        best = vote.best
        evidence = _evidence(forms, vote)
    related = tuple(
        Related(Place(u.path, u.link.span), f"“{u.link.url}” here") for u in forms[best][:5]
    )
    for form, uses in forms.items():
        if form != best:
            for use in uses:
                yield _found(use, best, evidence, related, whole=whole)


def _evidence(forms: Mapping[str, list[_Use]], vote: Majority) -> str:
    """Pages, where none writes both forms; else links."""
    if vote.total == sum(vote.counts):
        return vote.evidence(f"pages write “{vote.best}”")
    links = sum(map(len, forms.values()))
    return share_of(len(forms[vote.best]), links, f"links are written “{vote.best}”")


def _tie(forms: Mapping[str, list[_Use]], vote: Majority) -> Finding:
    first = min(
        (use for uses in forms.values() for use in uses), key=lambda u: (u.path, u.link.span)
    )
    form = next(form for form, uses in forms.items() if first in uses)
    other = next(f for f in vote.forms if f != form)
    use = forms[other][0]
    related = (Related(Place(use.path, use.link.span), f"“{use.link.url}” here"),)
    values = {"found": first.link.url, "better": other, "evidence": "both are in use, as often"}
    return Finding(first.link.span, values, (), related, first.path, "tie", certain=False)


def _found(
    use: _Use, best: str, evidence: str, related: tuple[Related, ...], *, whole: bool = False
) -> Finding:
    better = best if whole else best + use.target.rest
    span = use.link.span
    edits = (Edit(Span(*span), better),) if span.end - span.start == len(use.link.url) else ()
    values = {"found": use.link.url, "better": better, "evidence": evidence}
    return Finding(span, values, edits, related, use.path)
