"""A product or company that a few pages write otherwise than the site: “Heatbase”,
“Vanplanner.com”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from jdlint.checks._evidence import SHOWN
from jdlint.core.diagnostic import Edit, Finding, Place, Related
from jdlint.core.light import ClassVar, NamedTuple, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.literals import Needles
from jdlint.core.text import Span
from jdlint.core.tools import defaultdict
from jdlint.site import Facts, Site
from jdlint.site.align import is_compared
from jdlint.site.facts import BlockFact
from jdlint.site.vote import majority

_INNER = re.late(r"[A-Z]?[a-z]+[A-Z][a-z]\w*")
_DOMAIN = re.late(r"([A-Z][a-z][\w-]*)\.(?:com|io|org|net|ai)")
_AROUND = 6  # “.com” and two letters more, which tell whether a name stands by itself
_EDGE = " \n\t()[]“”\"'’,;:.!?*–—"


class _Use(NamedTuple):
    facts: Facts
    block: BlockFact
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]


@dataclass(frozen=True)
class NameForms:
    """Reports names whose capitals, or whose “.com”, a few pages write otherwise.

    ``report`` is capitals or domain. Capitals: a name with a capital inside (“HeatBase”) that at
    least ``least`` pages write so, and at most one in ``ratio`` otherwise. Domain: “Name.com” where
    other pages say “Name”, but for names that half of the pages hold (the company's own), whose
    site may be a product. Values: ``found``, ``better``, ``evidence``.
    """

    report: str
    least: int = 3
    ratio: int = 4
    across: ClassVar[tuple[str, ...]] = ("pages",)

    def __post_init__(self) -> None:
        if self.report not in ("capitals", "domain"):
            raise ValueError("“report” is capitals or domain")

    def check_site(self, site: Site) -> Iterator[Finding]:
        words = site.texts.words(_EDGE)
        groups = _capitals(words) if self.report == "capitals" else _domains(words)
        uses = _uses(site, {form for forms in groups for form in forms})
        for forms in groups:
            rows = {form: uses[form] for form in forms if uses[form]}
            if len(rows) > 1:
                yield from self._vote(site, rows)

    def context(self, site: Site) -> tuple[str, ...]:
        """The names, folded, that may stand in several forms."""
        return tuple(sorted(self._names(site.texts.words(_EDGE))))

    def told(self, facts: Facts, context: tuple[str, ...]) -> tuple[object, ...]:
        """The names on a page that make forms, and where the site's names stand in its texts."""
        texts = [block.text for block in facts.blocks if is_compared(block)]
        words = {word.strip(_EDGE) for text in texts for word in text.split()}
        names = frozenset(context)
        known = {word for word in words if word.casefold() in names}
        made = {word for word in words if self._pattern.fullmatch(word)}
        whole = "\n".join(texts).casefold()
        here = [name for name in context if name in whole]  # most names are other pages'
        return (*sorted(known | made), *(row for text in texts for row in _written(text, here)))

    @property
    def _pattern(self) -> re.Pattern[str]:
        return _INNER if self.report == "capitals" else _DOMAIN

    def _names(self, words: Set[str]) -> set[str]:
        found = (match for word in words if (match := self._pattern.fullmatch(word)))
        return {match[match.re.groups].casefold() for match in found}

    def _vote(self, site: Site, rows: dict[str, list[_Use]]) -> Iterator[Finding]:
        pages = {form: {use.facts.path for use in uses} for form, uses in rows.items()}
        if self.report == "domain":
            yield from self._domain(site, rows, pages)
            return
        vote = majority(pages, self.least)
        if vote is not None and _INNER.fullmatch(vote.best):
            for form in vote.rarer(self.ratio):
                for use in rows[form]:
                    yield _found(use, vote.best, rows[vote.best], f"{vote.most} pages")

    def _domain(
        self, site: Site, rows: dict[str, list[_Use]], pages: dict[str, set[str]]
    ) -> Iterator[Finding]:
        """One finding a page; the company's own name stands on half of the pages, in whatever
        capitals."""
        form = next(form for form in rows if "." in form)
        named = [name for name in rows if "." not in name]
        vote = majority({name: pages[name] for name in named}, ties=True)
        if vote is None or form.partition(".")[0] != vote.best:
            return
        best, count = vote.best, len(pages[form])
        if vote.total * 2 >= len(site.pages) or vote.most < count:
            return
        certain = vote.most >= self.least and count * self.ratio <= vote.most
        first = {use.facts.path: use for use in reversed(rows[form])}
        for use in reversed(list(first.values())):
            evidence = f"{vote.most} pages" if vote.most > 1 else "one other page"
            yield _found(use, best, rows[best], evidence, certain=certain)


def _found(
    use: _Use, best: str, right: list[_Use], evidence: str, *, certain: bool = True
) -> Finding:
    span = use.block.place(use.start, use.end)
    related = tuple(
        Related(Place(r.facts.path, r.block.place(r.start, r.end)), f"“{best}” here")
        for r in _one_a_page(right, use.facts.path)
    )
    edits = (Edit(Span(*span), best),) if span.end - span.start == use.end - use.start else ()
    return Finding(
        span,
        {"found": use.text, "better": best, "evidence": evidence},
        edits,
        related,
        use.facts.path,
        "",
        certain,
    )


def _one_a_page(uses: Iterable[_Use], besides: str) -> Iterator[_Use]:
    """The first use on each of the first few other pages."""
    seen = {besides}
    for use in uses:
        if use.facts.path not in seen:
            seen.add(use.facts.path)
            yield use
            if len(seen) > SHOWN:
                return


def _written(text: str, names: Iterable[str]) -> Iterator[str]:
    """How some names (folded) are written in a text, with what stands around them."""
    low = text.casefold()
    for name in names:
        if name in low and len(low) != len(text):
            yield text  # its places are not those of the folded text
            return
        at = low.find(name)
        while at >= 0:
            yield text[max(at - 1, 0) : at + len(name) + _AROUND]
            at = low.find(name, at + 1)


def _capitals(words: Set[str]) -> list[tuple[str, ...]]:
    """Groups of words that differ in capitals alone, one of them with a capital inside; not those
    in capitals only."""
    inner = {word.casefold() for word in words if _INNER.fullmatch(word)}
    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if word[1:] != word[1:].upper() and (fold := word.casefold()) in inner and word != fold:
            groups[fold].append(word)
    return [tuple(sorted(group)) for _, group in sorted(groups.items()) if len(group) > 1]


def _domains(words: Set[str]) -> list[tuple[str, ...]]:
    found = {word: match.group(1) for word in words if (match := _DOMAIN.fullmatch(word))}
    names = {name.casefold() for name in found.values()}
    cased: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        if word.casefold() in names:
            cased[word.casefold()].append(word)
    return [(*cased[name.casefold()], word) for word, name in sorted(found.items())]


def _uses(site: Site, forms: set[str]) -> dict[str, list[_Use]]:
    """Where each form stands as a word of its own, in order of page."""
    found: dict[str, list[_Use]] = {form: [] for form in forms}
    if not forms:
        return found
    literals = sorted(forms)
    needles = Needles(literals)
    for row in site.texts.holding(tuple(sorted({form.casefold() for form in forms}))):
        for facts, block in site.texts.uses(row):
            for number, start, end in needles.find(block.text):
                if _whole(block.text, start, end):
                    found[literals[number]].append(_Use(facts, block, start, end))
    for uses in found.values():
        uses.sort(key=lambda use: (use.facts.path, use.block.span))
    return found


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 2]
    if before.isalnum() or before in ("_", "@", "/", ".", "-", "#"):
        return False
    return not (
        after[:1].isalnum()
        or after[:1] in ("_", "@", "/", "-")
        or (after[:1] == "." and after[1:].isalnum())
    )
