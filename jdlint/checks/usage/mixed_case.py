"""Terms that a page writes with a capital here and without it there."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._scope import kinds_of
from jdlint.checks.usage._elsewhere import elsewhere, times
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import NamedTuple, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.core.tools import Counter
from jdlint.core.words import whole, word_set
from jdlint.lang.en.lexicon import known, tags
from jdlint.lang.en.spelling.names import product_names, with_capital
from jdlint.posting.roles import HEADS

# a capital behind a word that may be in lower case, or “The”
_START = re.late(r"[A-Z](?<=[a-zA,] [A-Z])")
_OPENERS = word_set("The Our An A")
# words in capitals, and the noun behind them
_TERM = re.late(
    r"(?<![\w’'-])(?!(?:The|Our|An?|Your|This|These|All|Each) )"
    r"(?P<names>(?:[A-Z]{1,4}[a-z]{0,2}[A-Z][a-z]? )?[A-Z][a-z]*(?:-[A-Za-z][a-z]+)*"
    r"(?: [A-Z][a-z]+){0,3})"
    r"(?! job famil)(?P<noun> [a-z]{3,})?(?![\w’'-]|[/&]| ?[&+])(?!,? (?:(?:of|and|or) )?[A-Z])"
    r"(?! \((?:Intermediate|Senior|Junior|Staff|Principal|Associate|Level))"
)
_TEAM = re.late(r" (?:team|department|group|division|organi[sz]ation|office|function|program)")
_SHORT = re.late(r"[A-Z]{1,4}[a-z]{0,2}[A-Z][a-z]?(?: |$)")  # IT, IoT, PhD
# the word before one that stands inside a sentence, and before one that is part of a name
_INSIDE = re.late(r"(?:^|[\s(])(?:[a-z][\w’'-]*,?|[Tt]he|Our|An?) $")
_OF_NAME = re.late(r"[A-Z][\w-]*(?:,|,? (?:and|or|of|of the)|/) $")
_THIS = re.late(r"(?:^|[\s(])(?:[Tt]he|[Oo]ur|[Tt]his|[Yy]our|[Ii]ts) $")
_NOUNS = "NMP"
# what departments are named by, and what has no plural: success, and the one who sees to it
_NAMED = word_set(
    "operations services relations rewards sales communications resources affairs systems"
    " solutions accounts analytics"
)
_MASS = ("tion", "sion", "ship", "ment", "ance", "ence", "ing", "ness", "ity", "ethic")
_COUNTED = word_set("meeting building setting listing offering drawing painting greeting")
_PRODUCTS = word_set("slack zoom google excel word teams windows office outlook access")
_PAIR = 2
_SURE = 3  # times that capitals are written before a page surely means them
_CODE = tuple("#@/_.-")
_BEFORE = 40  # characters that show what a term follows
_TITLE, _LONGER = 12, 3  # longer words of a title at most, and letters of words small in titles too


class _Use(NamedTuple):
    start: int
    end: int


@dataclass(frozen=True)
class MixedCase:
    """Reports a term of two words or more, or with a hyphen, of which a page writes words with a
    capital inside a sentence here and all in lower case there.

    Its words are no names, and its last word is a noun: in lower case itself (“Harbour
    programmes”), or one that can be counted (“Harbour Programme”): “Customer Success” may be a
    department and success. The rarer form is reported, once for a term, of equal ones the one with
    more capitals. Terms that end in a word of ``told``, which another rule tells, too, take the
    form of most uses, as there, and are not changed. Texts of links, titles and first words of
    sentences do not count. Values: ``found``, ``better``, ``times`` (how often the other form
    stands). Variant: ``title`` where only the title has it.
    """

    scope: tuple[str, ...] = ("prose",)
    told: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        text, lower, title = page.prose.text, page.lower, page.title.lower()
        small, forms = set(text.split()), dict[str, str]()
        seen, marked = set[str](), set[int]()
        for match in _terms(text):
            start = match.start()
            short = _SHORT.match(text, start)
            head = short.end() - start if short else 0
            for end in (match.end(), match.end("names")):
                stem = lower[start:end].removesuffix("s")
                form = text[start : start + len(stem)]
                if stem in seen or text[start:end] in seen:
                    continue
                if forms.setdefault(stem, form) == form and stem not in title:
                    plain = form[:head] + stem[head:]
                    opening, space, _ = plain[head:].partition(" ")
                    if (space and opening not in small) or plain not in text:
                        continue
                if not _is_term(text[start:end]):
                    seen.add(text[start:end])
                    continue
                seen.add(stem)
                finding = self._finding(page, stem, short)
                if finding is not None and marked.isdisjoint(range(*finding.span)):
                    marked.update(range(*finding.span))
                    yield finding

    def _finding(self, page: Page, stem: str, short: re.Match[str] | None) -> Finding | None:
        """The first use of a term that is not written as most are; None where the page has but one
        form."""
        text = page.prose.text
        uses = [use for use in self._uses(page, stem) if _counts(page, use)]
        if short:  # “ux crews” is wrong in another way
            uses = [use for use in uses if text.startswith(short[0], use.start)]
        forms = Counter(text[use.start : use.start + len(stem)] for use in uses)
        at = page.title.lower().find(stem)
        if at >= 0 and stem.rpartition(" ")[2] in HEADS and not any(map(_is_small, forms)):
            forms[page.title[at : at + len(stem)]] += 1  # “Harbour Tour lead” under “… Tour Lead”
        if len(forms) < _PAIR or (len(uses) == _PAIR and _is_named(page, stem)):
            return None
        told = stem.rpartition(" ")[2] in self.told
        form = _most(forms, page.title) if told else _best(forms, page.title)
        right = [use for use in uses if text.startswith(form, use.start)]
        wrong = [use for use in uses if use not in right and _is_this(page, use, stem)]
        if not wrong:
            return None
        spans = [page.prose.span(use.start, use.end) for use in wrong]
        betters = [form + text[use.start + len(stem) : use.end] for use in wrong]
        exact = all(page.exact(use.start, use.end) for use in wrong)
        exact = exact and not told
        found = text[wrong[0].start : wrong[0].end]
        values = {"found": found, "better": betters[0], "times": times(len(right))}
        related = elsewhere(page, right, f"“{betters[0]}” here")
        edits = tuple(map(Edit, spans, betters)) if exact else ()
        return Finding(spans[0], values, edits, related, variant="" if right else "title")

    def _uses(self, page: Page, stem: str) -> Iterator[_Use]:
        """Where a term stands, in one number or the other."""
        kinds, at = kinds_of(self.scope), page.lower.find(stem)
        while at >= 0:
            end = at + len(stem)
            end += page.lower[end : end + 1] == "s"
            if whole(page, at, end) and page.block_at(at).kind in kinds:
                yield _Use(at, end)
            at = page.lower.find(stem, end)


def _terms(text: str) -> Iterator[re.Match[str]]:
    """Words in capitals that stand inside a sentence, with the noun behind them."""
    for capital in _START.finditer(text):
        start = capital.start()
        low = max(text.rfind(mark, 0, start - 1) for mark in " \n(") + 1
        before = text[low : start - 1]
        if before[:1].islower() or before in _OPENERS:
            match = _TERM.match(text, start)
            if match is not None:
                yield match


def _most(forms: Counter[str], title: str) -> str:
    """The most frequent form; of those that are as frequent, the small one, or that of the
    title."""
    return max(forms, key=lambda form: (forms[form], _is_small(form), form in title, form))


def _best(forms: Counter[str], title: str) -> str:
    """The most frequent form; where all are seldom, that of the title, and that with fewer
    capitals."""
    form = _most(forms, title)
    if forms[form] < _SURE:
        small = [form for form in forms if _is_small(form)]
        form = max(small or forms, key=lambda form: (form in title, form))
    return form


def _is_term(term: str) -> bool:
    """Whether the words in capitals are common ones and the last is a noun that names no
    department."""
    words = term.split()
    last = words[-1]
    if len(words) == 1:
        return "-" in term
    found = tags(last.lower()) or tags(last.lower().removesuffix("s"))
    capital = last[0].isupper()
    if last.lower() in _NAMED or not found or found[0] not in _NOUNS:
        return False
    one = last.lower().removesuffix("s")
    if capital and one not in _COUNTED and ("M" in found or one.endswith(_MASS)):
        return False
    names = [word for word in words if word[0].isupper() and not _SHORT.fullmatch(word)]
    return bool(names) and all(map(_is_common, names))


def _is_common(word: str) -> bool:
    low = word.lower()
    first = tags(low.partition("-")[0])
    return (
        all(map(known, low.split("-")))
        and low not in product_names()
        and low not in _PRODUCTS
        and with_capital(low) == low
        and first[:1] not in tuple("TUWXKIQCS")
    )


def _is_small(form: str) -> bool:
    """Whether all words of a form but abbreviations are in lower case: “CEO readers”."""
    return not form.isupper() and all(
        word.islower() or _SHORT.fullmatch(word) for word in form.split()
    )


def _counts(page: Page, use: _Use) -> bool:
    """Whether a use says how the page writes a term: in lower case, or with capitals that are
    meant."""
    form = page.prose.text[use.start : use.end]
    if _is_small(form):
        before = page.prose.text[max(0, use.start - _BEFORE) : use.start]
        word = before.rstrip().rpartition(" ")[2]
        # the end of a longer term: “tide harbour programmes”
        longer = before[-1:] == " " and tags(word)[:1] in tuple(_NOUNS)
        return not longer and before[-1:] not in _CODE
    return form[0].isupper() and not form.isupper() and _is_meant(page, use)


def _is_meant(page: Page, use: _Use) -> bool:
    """Whether the capitals of a form are meant: it stands inside a sentence and is no part of a
    longer name, of a link's text or of a line that is a title."""
    text, block = page.prose.text, page.block_at(use.start)
    match = _TERM.match(text, use.start)
    if match is None or use.end not in (match.end(), match.end("names")):
        return False
    if use.end < match.end() and _TEAM.match(match["noun"]):
        return False
    before = text[max(block.start, use.start - _BEFORE) : use.start]
    if not _INSIDE.search(before) or _OF_NAME.search(before):
        return False
    span = page.prose.span(use.start, use.end)
    if page.source.text[span.start - 1] == "\n" or _in_link(page, span):
        return False
    longer = [word for word in page.text(block).split() if len(word) > _LONGER]
    return len(longer) > _TITLE or 2 * sum(word[0].isupper() for word in longer) <= len(longer)


def _is_named(page: Page, stem: str) -> bool:
    """Whether a term is the job's title, or stands in a heading."""
    named = (page.title, *(heading.text for heading in page.headings))
    return any(stem in text.lower() for text in named)


def _is_this(page: Page, use: _Use, stem: str) -> bool:
    """Whether a use can be the named one: “a harbour board” may be any."""
    text = page.prose.text
    return (
        not _is_small(text[use.start : use.end])
        or stem in page.title.lower()
        or _THIS.search(text, max(0, use.start - _BEFORE), use.start) is not None
    )


def _in_link(page: Page, span: Span) -> bool:
    return any(link.span.start <= span.start < link.span.end for link in page.links)
