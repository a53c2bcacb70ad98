"""What a posting says of place and pay: in its front matter, else in its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.core.light import Any, NamedTuple
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.core.words import word_set
from jdlint.lang.language import language_for
from jdlint.posting import spoken
from jdlint.posting.spoken import Place as Place

_PLACE_KEYS = word_set(
    "location locations joblocation office offices city cities region regions state states "
    "country countries"
)
_ELIGIBLE_KEYS = word_set("eligiblecountries eligibleregions applicantlocationrequirements")
_REMOTE_KEYS = word_set("remote joblocationtype workplace")
PAY_KEYS = word_set(
    "salary salaries basesalary pay payrange salaryrange compensation salarymin salarymax "
    "hourlyrate"
)
_DEADLINE_KEYS = word_set("validthrough closingdate deadline applicationdeadline expires")
_BENEFIT_KEYS = word_set("benefits jobbenefits perks")
_ANYWHERE = re.late(
    r"\b(?:work|working|live|based)(?: \w+){0,2} (?P<at>(?:from )?anywhere(?: in the world)?)\b",
    re.IGNORECASE,
)
_REMOTE = re.late(
    r"\b(?P<all>(?:fully|100%|all|global(?:ly)?)[ -]?remote|remote[- ](?:position|role|job|first"
    r"|only))\b"
    r"|\b(?P<can>can work (?:fully )?remotely)\b",
    re.IGNORECASE,
)
_TEXT_PLACE = re.late(
    r"\b(?:[Ll]ocation|[Pp]lace of work|[Oo]ffice|[Bb]ased in|[Ll]ocated in)(?::| is)? "
    r"+(?P<at>[A-Z][\w.'-]+(?:,? [A-Z][\w.'-]+){0,4})"
)
_AMOUNT = r"\d[\d.,]*\d|\d"
_MONEY = (
    rf"(?:(?:[$€£]|USD|CAD|EUR|GBP|CHF|PLN|US\$|C\$|CA\$)\s?(?:{_AMOUNT})(?:\s?[kK]\b)?|"
    rf"(?:{_AMOUNT})\s?[kK]?\s?(?:[$€£]|USD|CAD|EUR|GBP|CHF|PLN|dollars|euros|pounds)\b)"
)
# in India pay is named in lakhs (100,000) and crores, LPA is lakhs a year; CTC all that it costs
# (“12 lakh boats” are none: a lakh without a currency is followed by no noun)
_INDIAN = (
    r"(?:(?i:LPA|CTC)\b|L\.P\.A\.|(?:[Ll]akhs?|[Ll]acs?|[Cc]rores?)\b"
    r"(?= ?(?:[-–.,;:)/+(]|$|per\b|p\.|pa\b|annual|an?\b|to\b|CTC|INR)))"
)
_RUPEES = (
    rf"(?:(?:₹|\bRs\.?|\bINR) ?(?:{_AMOUNT})(?: ?{_INDIAN})?"
    rf"|(?:{_AMOUNT}) ?(?:₹|INR\b|{_INDIAN}))"
)
_MONEY = rf"(?:{_MONEY}|{_RUPEES})"
_FIGURE = re.late(_MONEY)
_RANGE = re.late(
    rf"(?:{_AMOUNT}) ?(?:-|–|—|to) ?(?:{_AMOUNT}) ?{_INDIAN}"
    rf"|{_MONEY}(?: ?(?:per|an?|/) ?(?:year|hour|month|annum))?\s*(?:-|–|—|to|and"
    rf"|bis)\s*(?:{_MONEY}|\d[\d.,]*\s?[kK]?)"
)
_OPEN = re.late(
    rf"\b(?:up to|from|starting at|starts at|at least|minimum of) {_MONEY}|{_MONEY}\s?(?:\+|and up|"
    rf"or more|upwards)|\b(?:DOE|depending on experience|commensurate with experience|based on "
    rf"experience|"
    r"(?:competitive|attractive|negotiable|market[- ]rate) (?:salary|pay|compensation|wages?|"
    r"package|remuneration)|(?:salary|pay) (?:is )?(?:negotiable|competitive))\b"
)
_THOUSANDS = re.late(r"\b\d{2,3}[.,]\d{3}\b|\b(?!401)\d{2,3} ?[kK]\b")
# a template that holds the pay
_INCLUDED = re.late(r"(?:\{%|\{\{|<)[^}>\n]*(?:salar|pay|compensation)", re.IGNORECASE)
PAY_WORD = re.late(
    r"\b(?:salar|pay\b|compensation|wage|hourly|per (?:hour|year|annum|month)|annual|OTE|earn|DOE|"
    r"remuneration|a year|an hour)",
    re.IGNORECASE,
)
_DEADLINE = re.late(
    r"\b(?:apply (?:by|before|until)|deadline|closing date|applications? (?:close|are accepted "
    r"until|window)|open until|rolling basis|no later than)\b",
    re.IGNORECASE,
)
_BENEFITS = re.late(
    r"\b(?:benefits|health (?:insurance|care|plan)|401\(?k\)?|paid (?:time off|leave|holidays?|"
    r"vacation)|pension|perks)\b",
    re.IGNORECASE,
)
_AI = re.late(
    r"\b(?:artificial intelligence|AI)\b[^.]{0,80}\b(?:screen|assess|select|hiring|application|"
    r"candidate|recruit)|\b(?:screen|assess|select|hiring|recruit)\w*\b[^.]{0,80}\b(?:artificial "
    r"intelligence|AI)\b"
)
_VACANCY = re.late(
    r"\b(?:existing|current|open) vacancy\b|\bvacancy (?:exists|status)|\bfuture (?:vacanc|"
    r"opening|opportunit)|\btalent pool\b",
    re.IGNORECASE,
)


def fold(key: str) -> str:
    return key.replace("_", "").replace("-", "").casefold()


def _words(value: Any) -> Iterator[str]:
    """All texts in a value of the front matter."""
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _words(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _words(inner)
    elif isinstance(value, str):
        yield value


def places(page: Page) -> list[Place]:
    """Where the job is, as the page says; empty where it does not."""
    found, own = [], language_for(page.language).place_keys
    for value in page.meta.values:
        if len(value.path) != 1:
            continue
        key = fold(str(value.path[0]))
        text = ", ".join(_words(value.value))
        if key in _REMOTE_KEYS and (
            value.value is True or "remote" in text.lower() or "telecommute" in text.lower()
        ):
            found.append(
                Place(
                    text if text.lower() not in ("", "remote", "true", "yes") else "",
                    value.span,
                    True,
                )
            )
        elif key in _PLACE_KEYS | _ELIGIBLE_KEYS | own and text:
            found.append(Place(text, value.span, key in _ELIGIBLE_KEYS or "remote" in text.lower()))
    return found or list(_places_in_text(page))


def _places_in_text(page: Page) -> Iterator[Place]:
    if page.language != "en":
        yield from spoken.places(page)
        return
    for pattern, remote in ((_ANYWHERE, True), (_REMOTE, True), (_TEXT_PLACE, False)):
        match = pattern.search(page.prose.text)
        if match is not None:
            name = next((n for n in ("at", "all", "can") if match.groupdict().get(n)), "at")
            span = page.prose.span(*match.span(name))
            yield Place("" if remote else match[name], span, remote)
            return


class Pay(NamedTuple):
    """``range`` and ``open`` are spans of a closed range and of an open-ended statement, None where
    there is none."""

    range: Span | None
    open: Span | None


def pay(page: Page) -> Pay:
    """What the page says of pay."""
    if page.language != "en":
        return Pay(*spoken.pay(page))
    closed, opened = None, None
    for value in page.meta.values:
        if (
            len(value.path) != 1
            or fold(str(value.path[0])) not in PAY_KEYS
            or value.value in (None, "", [])
        ):
            continue
        text = " ".join(_words(value.value))
        if isinstance(value.value, str) and _OPEN.search(text) and not _RANGE.search(text):
            opened = value.span
        elif not isinstance(value.value, str) or any(char.isdigit() for char in text):
            closed = value.span
    for block in page.blocks:
        text = page.text(block)
        if block.kind != "title" and (PAY_WORD.search(text) or _FIGURE.search(text)):
            match = _RANGE.search(text)
            if match is not None:
                closed = closed or page.prose.span(
                    block.start + match.start(), block.start + match.end()
                )
            elif opened is None and (match := _OPEN.search(text)) is not None:
                opened = page.prose.span(block.start + match.start(), block.start + match.end())
            elif _FIGURE.search(text) and PAY_WORD.search(text) and "bonus" not in text.lower():
                closed = closed or page.prose.span(block.start, block.end)
    return Pay(closed, opened)


def has_figure(page: Page) -> bool:
    """Whether the page names a figure that can be the pay: in a key of its front matter, or an
    amount of money (what a template puts there is taken for one)."""
    if pay(page).range is not None or _INCLUDED.search(page.source.text):
        return True
    for block in page.blocks:
        text = page.text(block)
        if _FIGURE.search(text) or (_THOUSANDS.search(text) and PAY_WORD.search(text)):
            return True
    named = (value for key, value in page.meta.data.items() if fold(str(key)) in PAY_KEYS)
    return any(
        any(map(str.isdigit, value)) if isinstance(value, str) else bool(value) for value in named
    )


def has(page: Page, what: str) -> bool:
    """Whether the posting says something of benefits, a deadline, the use of AI, or the vacancy."""
    keys = {fold(str(key)) for key, value in page.meta.data.items() if value not in (None, "", [])}
    if what == "benefits":
        return bool(keys & _BENEFIT_KEYS or _BENEFITS.search(page.prose.text))
    if what == "deadline":
        return bool(keys & _DEADLINE_KEYS or _DEADLINE.search(page.prose.text))
    return bool((_AI if what == "ai-statement" else _VACANCY).search(page.prose.text))
