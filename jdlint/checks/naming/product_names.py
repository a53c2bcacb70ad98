"""A product in other capitals than its owner's: “Github”, “MacOS”, “Javascript”."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from jdlint.checks import setting
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import NamedTuple, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.tools import Counter, cached_property
from jdlint.lang.en.spelling.names import product_names, right_form
from jdlint.site import Site
from jdlint.site.facts import BlockFact, Facts
from jdlint.site.of_pages import OfPages
from jdlint.site.remarks import KINDS

_WORD = re.late(r"[A-Za-z][A-Za-z0-9]*(?:\.[a-z]{2,3}\b)?")
_BEFORE = frozenset("/@_#=.:\\$~&")
_AFTER = frozenset("/@_=(&\\")
_INSTALLS = re.late(r"\b(?:npm|pip|apt|brew|gem|cargo|import|install|sudo|require|yarn|npx) $")
_LOOK_BACK = 12
_QUOTES = "'’"
_ROW_END = re.late(r"[\s,;)]")
_HIDDEN_DOT = re.late(r" ?[\[({<]? ?(?:dot|DOT)\b")
_PLAIN = re.late(r"[A-Za-z][A-Za-z.+#]*")
_PAIR = 2


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
        if not self._wrong(site, asked):  # what other pages write counts only beside what these do
            return
        wrong = self._wrong(site, site.pages)
        look, rows = _looker(wrong), OfPages(site.kept, "product-names", wrong)
        uses = [(facts, rows.row(facts, look)) for facts in site.pages]
        pages = Counter(form for _, row in uses for form in row.forms)
        for facts, row in uses:
            for block, start, form in row.names:
                better, count = wrong[form], pages[form]
                if count < self.own or count < self.ratio * pages[better]:
                    yield _finding(facts, block, start, form, better)

    def _wrong(self, site: Site, pages: Iterable[Facts]) -> dict[str, str]:
        """The forms that are not the owner's, on some pages, and what the owner writes."""
        rows = OfPages(site.kept, "product-forms")
        pairs = {pair for facts in pages for pair in rows.row(facts, _wrong_forms)}
        return {form: better for form, better in pairs if form not in self._kept}


def _wrong_forms(facts: Facts) -> tuple[tuple[str, str], ...]:
    """The forms on a page that are not the owner's, each with what the owner writes."""
    words = {word for b in facts.blocks if b.kind in KINDS for word in b.text.split()}
    forms = {form for word in words for form in _WORD.findall(word)}
    return tuple((form, better) for form in forms if (better := right_form(form)))


class _Uses(NamedTuple):
    """The forms of names on a page, and where those that are wrong stand as names."""

    forms: frozenset[str]
    names: tuple[tuple[BlockFact, int, str], ...]


def _looker(wrong: Mapping[str, str]) -> Callable[[Facts], _Uses]:
    """What looks for the forms of names, wrong and right, on a page."""
    forms = sorted({*wrong, *wrong.values()}, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)")

    def look(facts: Facts) -> _Uses:
        blocks = (block for block in facts.blocks if block.kind in KINDS)
        found = [(b, match.start(), match[0]) for b in blocks for match in pattern.finditer(b.text)]
        names = (
            (block, start, form)
            for block, start, form in found
            if form in wrong and _is_name(block.text, start, form, wrong[form])
        )
        return _Uses(frozenset(form for _, _, form in found), tuple(names))

    return look


def _is_name(text: str, start: int, form: str, better: str) -> bool:
    """Whether a form stands in prose, by itself."""
    end = start + len(form)
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if (before in _BEFORE and before) or (after in _AFTER and after):
        return _in_row(text, start, end)
    if _HIDDEN_DOT.match(text, end):
        return False  # “ada [at] gmail [dot] com”
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


def _in_row(text: str, start: int, end: int) -> bool:
    """Whether a form in capitals is one of several products that only slashes part
    (Github/Bitbucket), and so no part of a path or of a repository's name."""
    low = max(text.rfind(mark, 0, start) for mark in " \n(") + 1
    parts = _ROW_END.split(text[low:], maxsplit=1)[0].rstrip(".:!?").split("/")
    if not text[start].isupper() or len(parts) < _PAIR or text[start:end] not in parts:
        return False
    known = product_names()
    return (
        all(map(_PLAIN.fullmatch, parts))
        and all(part.lower() in known for part in parts if part[0].isupper())
        and sum(part[0].isupper() for part in parts) >= _PAIR
    )


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
