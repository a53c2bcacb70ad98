"""One word written in two ways on a page: “start-up” and “startup”, “GS-15” and “GS15”."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._scope import kinds_of
from jdlint.checks.usage._elsewhere import SHOWN, elsewhere, times
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import NamedTuple, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.tools import defaultdict
from jdlint.core.words import word_set
from jdlint.lang.en.spelling.vocabulary import frequency

_SHORT = 20_000  # characters of a page
_HYPHENED = re.late(
    r"(?<![\w./@#&’'-])[A-Za-z]{1,12}-[A-Za-z0-9]{1,12}(?![\w/@-]|[.’'][A-Za-z0-9])"
)
_DIGITS = re.late(r"[A-Z]{1,5}-\d{1,3}")
# two words where they are not one: prefixes that change the sense, pairs of other parts of speech
_PREFIXES = word_set("re un co by in on off up out over de")
_SECONDS = word_set("in on off up out over down back through together away around by to one time")
_MOST = 1_000  # words with a hyphen that are looked for: real pages have up to 60
_SHORTEST = 5  # letters of a word that has no figure
_COMMON = 3.5  # frequency of a word that was cut at the end of a line
_KNOWN = 2.5  # frequency of the halves of an open compound


class _Use(NamedTuple):
    form: str
    start: int
    end: int


@dataclass(frozen=True)
class MixedCompounds:
    """Reports the rarer form of a word that a page writes with a hyphen here and as one word there
    (“start-up”, “startup”), or as two (“data set”, “dataset”); of equal ones the later. All forms
    of a word are put into one. Names in capitals count where a figure follows (“GS-15”). Values:
    ``found``, ``better``, ``times`` (how often).
    """

    scope: tuple[str, ...] = ("description", "prose", "headings")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        kinds = kinds_of(self.scope)
        seen, groups = set[int](), defaultdict[str, list[str]](list)
        for form, closed in self._candidates(page):
            groups[_singular(closed)].append(_singular(form))
        for closed, others in groups.items():
            uses = [
                use
                for form in dict.fromkeys((*others, closed))
                for use in _uses(page, form)
                if page.block_at(use.start).kind in kinds
            ]
            forms = defaultdict[str, list[_Use]](list)
            for use in sorted(uses, key=lambda use: use.start):
                forms[use.form].append(use)
            for found in _findings(page, forms):
                if found.span.start not in seen:  # the plural is the same word
                    seen.add(found.span.start)
                    yield found

    def _candidates(self, page: Page) -> Iterator[tuple[str, str]]:
        """Pairs of forms (lower case) of which the page has both."""
        lower, seen = page.lower, set[str]()
        # to search a short text takes less than to read the list of words, and a long one more
        short = len(lower) < _SHORT
        for match in _HYPHENED.finditer(page.prose.text) if "-" in lower else ():
            if match[0] not in seen and _may_close(match[0]):
                form = match[0].lower()
                closed = form.replace("-", "")
                if form not in seen and closed in lower:
                    yield form, closed
                seen.update((match[0], form))
                if len(seen) > _MOST:
                    break
        for closed in sorted(_closed_nouns(lower)):
            for cut in range(3, len(closed) - 2):
                form = f"{closed[:cut]} {closed[cut:]}"
                if short and form not in lower:
                    continue
                if _may_open(closed[:cut], closed[cut:]) and form in lower:
                    yield form, closed


def _may_close(form: str) -> bool:
    first, _, second = form.partition("-")
    if _DIGITS.fullmatch(form):
        return True
    plain = len(first) + len(second) >= _SHORTEST and second.isalpha()
    known = first.islower() or first.istitle()
    kept = first.lower() not in _PREFIXES and (second not in _SECONDS or first == "start")
    return plain and known and kept and second.islower()


def _closed_nouns(lower: str) -> set[str]:
    """The words that often stand as two: those that end in a noun of such compounds."""
    return {word for word in _WORD.findall(lower) if word.endswith(_ENDS)}


_WORD = re.late(r"[a-z]{6,20}")
_ENDS = tuple(
    "set sets base bases date log logs sheet sheets flow flows scope space spaces place places"
    " site sites page pages book books board boards chain chains team teams house houses map maps"
    " line lines care code stack end frame frames cycle cycles ship ships making holder holders"
    " owner owners worker workers".split()
)


def _may_open(first: str, second: str) -> bool:
    return (
        second not in _SECONDS
        and second in _ENDS
        and frequency(first) >= _KNOWN
        and frequency(second) >= _KNOWN
    )


def _uses(page: Page, form: str) -> Iterator[_Use]:
    """The whole words of the form, singular or plural."""
    text, at = page.lower, page.lower.find(form)
    while at >= 0:
        end = at + len(form)
        before, after = text[at - 1 : at], text[end : end + 1]
        if after == "s" and not form.endswith("s"):
            end, after = end + 1, text[end + 1 : end + 2]
        joined = before.isalnum() or before in ("-", "_", ".", "/", "@") or after.isalnum()
        named = page.prose.text[at : at + 2].istitle() and (
            text[at - 2 : at - 1].isalpha() or page.prose.text[end : end + 2].strip().isupper()
        )
        if not (joined or named) and after not in ("-", "_", "/", "@") and not _dotted(text, end):
            yield _Use(form, at, end)
        at = text.find(form, end)


def _singular(form: str) -> str:
    """The form without the -s of a plural; its uses are those of both."""
    return form[:-1] if form.endswith("s") and not form.endswith("ss") else form


def _dotted(text: str, end: int) -> bool:
    """Whether a name goes on behind a full stop, as in an address."""
    return text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum()


def _is_broken(form: str) -> bool:
    """Whether a hyphen is left of a line's end (communica-tion): another rule says so."""
    parts = form.split("-")
    if len(parts) < 2 or frequency("".join(parts)) < _COMMON:
        return False
    return min(map(frequency, parts)) < _KNOWN


def _findings(page: Page, forms: dict[str, list[_Use]]) -> Iterator[Finding]:
    """One finding for each form but the page's usual one: the most frequent, of equal ones the
    first. An open and a hyphened form are no pair (the front end, a front-end test)."""
    forms = {form: uses for form, uses in forms.items() if not _is_broken(form)}
    if len(forms) < 2:
        return
    usual = max(forms, key=lambda form: (len(forms[form]), -forms[form][0].start))
    for form in forms:
        if form != usual and (form.isalnum() or usual.isalnum()):
            yield _finding(page, forms, form, usual)


def _finding(page: Page, forms: dict[str, list[_Use]], old: str, new: str) -> Finding:
    rare, usual = forms[old], forms[new]
    edits = tuple(_edit(page, use, usual[0], len(old)) for use in rare)
    own, better = page.prose.text[rare[0].start : rare[0].end], edits[0].text
    related = (
        *elsewhere(page, rare[1:], "here too"), *elsewhere(page, usual, f"“{better}” here")
    )  # fmt: skip
    exact = all(page.exact(use.start, use.end) for use in rare)
    values = {"found": own, "better": better, "times": times(len(usual))}
    return Finding(edits[0].span, values, edits if exact else (), related[:SHOWN])


def _edit(page: Page, use: _Use, usual: _Use, size: int) -> Edit:
    """The usual form in a place of a rare one of ``size`` letters, with its capital and plural."""
    text = page.prose.text
    better = text[usual.start : usual.start + len(usual.form)]
    own = text[use.start : use.end]
    better = better if own[:1].isupper() == better[:1].isupper() else _like(own, better)
    return Edit(page.prose.span(use.start, use.end), better + own[size:])


def _like(own: str, better: str) -> str:
    if not better[1:].islower():
        return better  # DevOps
    change = str.upper if own[:1].isupper() else str.lower
    return change(better[:1]) + better[1:]
