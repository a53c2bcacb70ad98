"""A product in other capitals than its owner's: “Github”, “MacOS”, “Javascript”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from jdlint.checks import setting
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.patterns import regex as re
from jdlint.lang.en.spelling.names import product_names, right_form
from jdlint.site import Site
from jdlint.site.facts import BlockFact, Facts
from jdlint.site.remarks import KINDS

_WORD = re.late(r"[A-Za-z][A-Za-z0-9]*(?:\.[a-z]{2,3}\b)?")
_BEFORE = frozenset("/@_#=.:\\$~&")
_AFTER = frozenset("/@_=(&\\")
_INSTALLS = re.late(r"\b(?:npm|pip|apt|brew|gem|cargo|import|install|sudo|require|yarn|npx) $")
_LOOK_BACK = 12
_QUOTES = "'’"


@dataclass(frozen=True)
class ProductNames:
    """Reports names of products in other capitals than the owner's, where they can be nothing else.

    Addresses, paths, file names, code and names in capitals throughout are left alone. A form that
    at least ``own`` pages write, and ``ratio`` times as many as write the owner's, is the site's
    choice, as are ``project_words``. Values: ``found``, ``better``.
    """

    own: int = 12
    ratio: int = 4
    project_words: Collection[str] = setting("project_words", ())

    @cached_property
    def _kept(self) -> frozenset[str]:
        return frozenset(self.project_words)

    def check_site(self, site: Site) -> Iterator[Finding]:
        asked = [facts for facts in site.pages if site.wants(facts.path)]
        if not self._wrong(asked):  # what other pages write counts only beside what these do
            return
        wrong = self._wrong(site.pages)
        literals = "|".join(
            map(re.escape, sorted({*wrong, *wrong.values()}, key=len, reverse=True))
        )
        pattern = re.compile(rf"(?<!\w)(?:{literals})(?!\w)")
        pages: dict[str, set[str]] = defaultdict(set)
        found: list[tuple[Facts, BlockFact, int, str]] = []
        for facts in site.pages:
            for block in facts.blocks:
                for match in pattern.finditer(block.text) if block.kind in KINDS else ():
                    form = match[0]
                    pages[form].add(facts.path)
                    if form in wrong and _is_name(block.text, match.start(), form, wrong[form]):
                        found.append((facts, block, match.start(), form))
        for facts, block, start, form in found:
            better, count = wrong[form], len(pages[form])
            if count < self.own or count < self.ratio * len(pages[better]):
                yield _finding(facts, block, start, form, better)

    def _wrong(self, pages: Iterable[Facts]) -> dict[str, str]:
        """The forms that are not the owner's, on some pages, and what the owner writes."""
        return {
            form: better
            for form in _forms(pages)
            if (better := right_form(form)) and form not in self._kept
        }


def _forms(pages: Iterable[Facts]) -> set[str]:
    """The words of pages that may be names, each form once."""
    texts = {block.text for facts in pages for block in facts.blocks if block.kind in KINDS}
    words = {word for text in texts for word in text.split()}
    return {form for word in words for form in _WORD.findall(word)}


def _is_name(text: str, start: int, form: str, better: str) -> bool:
    """Whether a form stands in prose, by itself."""
    end = start + len(form)
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if (before in _BEFORE and before) or (after in _AFTER and after):
        return False
    if text.startswith("::", end) or (form.isupper() and _is_shouted(text, start, end)):
        return False
    if after in (".", ":", *_QUOTES) and after and text[end + 1 : end + 2].isalnum():
        return after in _QUOTES and text[end + 1 : end + 2] == "s"
    if form.islower() and (
        "-" in (before, after) or _INSTALLS.search(text, max(0, start - _LOOK_BACK), start)
    ):
        return False
    opens = not text[:start].rstrip('*_“"( ') or text[:start].rstrip().endswith((".", "!", "?"))
    return not (opens and form[1:] == better[1:])  # a first capital is the sentence's


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a form in capitals stands among others: a label, or a line in capitals."""
    beside = (*text[:start].split()[-1:], *text[end:].split()[:1])
    if any(word.isupper() and len(word.strip(".,;:()")) > 4 for word in beside):
        return True
    return sum(word.islower() for word in text.split()) < 2


def _finding(facts: Facts, block: BlockFact, start: int, form: str, better: str) -> Finding:
    span = block.place(start, start + len(form))
    exact = span.end - span.start == len(form)
    edits = (Edit(span, better),) if exact else ()
    sure = form.isupper() or product_names()[form.lower()].sure
    values = {"found": form, "better": better}
    return Finding(span, values, edits, path=facts.path, certain=sure)
