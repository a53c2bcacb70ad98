"""What a page states of a job plainly enough that the opposite contradicts it."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.light import NamedTuple
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.core.words import word_set
from jdlint.posting.amounts import figures, money, ranges
from jdlint.posting.kinds import NICE, block_kind, table_of
from jdlint.posting.pay import PAY_KEYS, PAY_WORD, fold
from jdlint.posting.texts import figured, texts


class Said(NamedTuple):
    """A statement: what it is ``of``, what it ``means``, its words and where they stand."""

    of: str
    means: str
    text: str
    span: Span


_HOURS = re.late(r"\b(?P<what>full|part)[- ]?time\b", re.IGNORECASE)
_HOURS_SIGNS = ("time", "Time", "TIME")
_HOURS_KEYS = word_set(
    "employmenttype jobtype type schedule contract contracttype hours commitment worktype"
)
_HOURS_SAID = re.late(
    r"(?:\b(?:this|it|the (?:position|role|job|post))(?: is| will be)(?: offered as)?(?: an?)?"
    r"|^\W*(?:(?:employment|job|position|contract|work) type|(?:working )?hours|schedule"
    r"|commitment)\W{1,4})(?: [\w-]+,?){0,2}? ?(?P<at>(?P<what>full|part)[- ]?time)\b",
    re.IGNORECASE,
)
_ASIDE = re.late(r"[(,–—-][^()]*?\b(?P<at>(?P<what>full|part)[- ]?time)\b", re.IGNORECASE)


_WEEKLY = re.late(
    r"(?:^\W*(?:working |weekly )?hours(?: per week| a week)?\W{1,4}"
    r"|\bthis is an? |\b(?:this|the) (?:position|role|job|post) is (?:for )?(?:an? )?)"
    r"(?P<at>(?P<what>\d{1,2})[ -]hours?(?: per | an? |/| each )week)\b(?! (?:or|to|-|–))",
    re.IGNORECASE,
)


def weekly(page: Page) -> Iterator[Said]:
    """The hours of a week that the job has."""
    for text in figured(page):
        match = _WEEKLY.search(text.words) if "our" in text.words else None
        if match and text.block is not None:
            yield Said("week", match["what"], match["at"], text.span(page, *match.span("at")))


_CONTRACT_SAID = re.late(
    r"(?:\b(?:this|it|the (?:position|role|job|post))(?: is| will be)(?: offered as)?(?: an?)?"
    r"|^\W*(?:contract|contract type|type of contract|employment)\W{1,4}(?:an? )?)"
    r"(?: full-time,?| part-time,?)? ?(?P<at>permanent|fixed[- ]term|temporary)\b"
    r"(?! (?:or|to)\b|/)",
    re.IGNORECASE,
)
_CONTRACT = re.late(r"\b(permanent|fixed[- ]term|temporary|indefinite|unlimited)\b", re.IGNORECASE)
_CONTRACT_KEYS = word_set("contract contracttype employment employmenttype jobtype type")


def contract(page: Page) -> Iterator[Said]:
    """Whether the job is for good or for a time; nothing where one text names both."""
    found: list[Said] = []
    for text in texts(page):
        named = {m[0].lower()[0] for m in _CONTRACT.finditer(text.words)}
        if "p" in named and len(named) > 1:
            return
        if not named:
            continue
        if text.block is None:
            keyed = fold(text.key) in _CONTRACT_KEYS
            match = _CONTRACT.fullmatch(text.words.strip("\"'")) if keyed else None
            span, words = text.span(page, 0, len(text.words)), text.words
        else:
            match = _CONTRACT_SAID.search(text.words)
            span = text.span(page, *match.span("at")) if match else text.span(page, 0, 0)
            words = match["at"] if match else ""
        if match:
            means = "permanent" if words.strip("\"'").lower()[:4] == "perm" else "limited"
            found.append(Said("contract", means, words, span))
    yield from found


def hours(page: Page) -> Iterator[Said]:
    """Whether the job is full-time or part-time; nothing where one text names both."""
    found: list[Said] = []
    for text in texts(page):
        if not any(sign in text.words for sign in _HOURS_SIGNS):
            continue
        named = {match["what"].lower() for match in _HOURS.finditer(text.words)}
        if len(named) > 1:
            return
        if not named:
            continue
        if text.block is None:
            pattern = _HOURS if fold(text.key) in _HOURS_KEYS else None
        else:
            pattern = _ASIDE if text.block.kind == "title" else _HOURS_SAID
        match = pattern.search(text.words) if pattern else None
        if match:
            at = "at" if text.block is not None else 0
            span = text.span(page, *match.span(at))
            found.append(Said("hours", match["what"].lower(), match[at], span))
    yield from found


_THIS = r"(?:this|the) (?:position|role|job|post)(?: is| will be)(?: an?)?"
_REMOTE = re.late(
    rf"\b{_THIS} (?:fully|100 ?%|completely|entirely) remote\b"
    r"|\b(?:fully|100 ?%) remote (?:position|role|job)\b",
    re.IGNORECASE,
)
_ON_SITE = re.late(
    rf"\b{_THIS} (?:fully |100 ?% |strictly )?(?:on-?site|in[- ]office|in[- ]person)\b"
    r"|\b(?:on-?site|in[- ]office|office) only\b|\bno remote(?: work)?\b"
    r"|\bremote work is not (?:possible|offered|available|an option)\b"
    rf"|\b{_THIS} not (?:a )?remote\b|\bnot a remote (?:position|role|job)\b",
    re.IGNORECASE,
)
_CHOICE = re.late(
    r"\bhybrid\b|\bremote(?:ly)? ?(?:or|/)|(?:site|office|person|or|[a-z]/) ?(?:and|or|/)? ?remote",
    re.IGNORECASE,
)
_REMOTE_TITLE = re.late(r"[(\[,|–—-] ?(?:fully |100% )?remote[)\]]?\s*$", re.IGNORECASE)
_ON_SITE_TITLE = re.late(r"[(\[,|–—-] ?(?:on-?site|in[- ]office)[)\]]?\s*$", re.IGNORECASE)
_SITE_SIGNS = ("site", "ffice", "person", "emote", "Person", "SITE")
_PLACE_KEYS = word_set("remote workplace workplacetype joblocationtype")
_WHERE_KEYS = word_set("location place city office")  # of these only “Remote” says it
_FLAGS = {
    "true": "remote", "yes": "remote", "remote": "remote", "fully remote": "remote",
    "false": "site", "no": "site", "on-site": "site", "onsite": "site", "in-office": "site",
}  # fmt: skip


def workplaces(page: Page) -> Iterator[Said]:
    """Whether the job is remote or on site; nothing where a text leaves the choice."""
    found = [*_workplace_values(page), *_workplace_words(page)]
    if len({said.means for said in found}) > 1 and not _CHOICE.search(page.prose.text):
        yield from found


def _workplace_values(page: Page) -> Iterator[Said]:
    for value in page.meta.values:
        key = fold(str(value.path[0])) if len(value.path) == 1 else ""
        if key in _PLACE_KEYS or key in _WHERE_KEYS:
            said = str(value.value).strip().lower()
            means = _FLAGS.get(said, "") if key in _PLACE_KEYS or "remote" in said else ""
            if means:
                written = page.source.text[value.key.start : value.span.end]
                yield Said("workplace", means, written, value.span)


def _workplace_words(page: Page) -> Iterator[Said]:
    for block in page.blocks:
        words = page.text(block)
        title = block.kind == "title"
        for means, pattern, signs in (
            ("remote", _REMOTE_TITLE if title else _REMOTE, ("emote", "EMOTE")),
            ("site", _ON_SITE_TITLE if title else _ON_SITE, _SITE_SIGNS),
        ):
            if not any(sign in words for sign in signs):
                continue
            if match := pattern.search(words):
                span = page.prose.span(block.start + match.start(), block.start + match.end())
                yield Said("workplace", means, match[0].strip(" ()[],|–—-"), span)


_CITY = re.late(
    r"^\W*(?:(?:job |work )?location|place of work|based in)\W{1,4}"
    r"(?P<at>[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)?, [A-Z][^,;/()]{1,30}?)\W*$",
    re.IGNORECASE,
)
_TWO = 2
_TWO_PLACES = re.late(r"remote|hybrid|\b(?:or|and|near|greater)\b|[/;(&]", re.IGNORECASE)


def cities(page: Page) -> Iterator[Said]:
    """The city of the front matter, and that of the line that names it, of one country each."""
    found: list[Said] = []
    for text in texts(page):
        if ", " not in text.words or _TWO_PLACES.search(text.words):
            continue
        if text.block is None:
            words = text.words.strip("\"' ")
            keyed = fold(text.key) in _WHERE_KEYS and words.count(",") == 1
            at, span = words if keyed else "", text.span(page, 0, len(text.words))
        else:
            match = _CITY.search(text.words)
            at = match["at"] if match else ""
            span = text.span(page, *match.span("at")) if match else text.span(page, 0, 0)
        if at:
            city, _, country = at.casefold().partition(", ")
            found.append(Said(country.strip(), city, at, span))
    if len(found) == _TWO and found[0].means[:3] != found[1].means[:3]:
        yield from found


_YEARS = re.late(
    r"\b(?P<at>(?P<low>\d{1,2})(?: ?[-–] ?(?P<high>\d{1,2}))? ?\+?[ -]?(?:years?|yrs?)(?:['’]| of)?"
    r" (?P<what>(?:[\w/+#-]+ ){0,4}experience(?: (?:in|with|as) [^.,;:()\n]{2,40})?))",
    re.IGNORECASE,
)
# what makes another number right: a degree in place of years, another rank
_OTHERWISE = re.late(
    r"\bor\b|degree|bachelor|master|ph\.?d|substitut|equivalen|in lieu|diploma|combined"
    r"|junior|senior|level|\bI{1,3}\b|\bwe have\b|\bour\b",
    re.IGNORECASE,
)
_RANKED = re.late(
    r"\b(?:junior|senior|intermediate|staff|principal|lead|I{1,3}|level)\b", re.IGNORECASE
)


def years(page: Page) -> Iterator[Said]:
    """The years that a page asks for, by what they are of."""
    some = [text for text in texts(page) if "xperience" in text.words]
    if any(h.level > 1 and _RANKED.search(h.text) for h in page.headings if some):
        return  # each rank of a job family has years of its own
    table = table_of(())
    for text in some:
        if _OTHERWISE.search(text.words):
            continue
        if text.block is not None and block_kind(page, text.block, table) == NICE:
            continue
        for match in _YEARS.finditer(text.words):
            what = " ".join(match["what"].lower().split())
            means = f"{match['low']}-{match['high'] or ''}"
            yield Said(what, means, match["at"].strip(), text.span(page, *match.span("at")))


_BOUND = re.late(
    r"\b(?:from|up to|at least|starting|minimum|min|max|maximum|bonus|plus|per (?:month|hour|day)"
    r"|an? (?:month|hour|day)|monthly|hourly|daily|allowance|budget|relocation|sign)\b",
    re.IGNORECASE,
)


class _Pay(NamedTuple):
    """A range of pay, or one amount, as a text states it."""

    numbers: tuple[float, ...]
    written: str
    span: Span


def pay(page: Page) -> Iterator[Said]:
    """The range of pay of the front matter, and that of the text, or the one amount of both;
    nothing where the text has several: they are for ranks or places."""
    stated: dict[str, list[_Pay]] = {"key": [], "text": []}
    single: dict[str, list[_Pay]] = {"key": [], "text": []}
    for text in figured(page):
        told = PAY_WORD.search(text.words) if text.block else fold(text.key) in PAY_KEYS
        if not told:
            continue
        side = "text" if text.block else "key"
        for row in ranges(text.words, page.language):
            written = text.words[row.start : row.end]
            numbers = [f.number for f in tuple(money(written)) or figures(written)]
            span = text.span(page, row.start, row.end)
            stated[side].append(_Pay(tuple(numbers), written, span))
        if not stated[side] and not _BOUND.search(text.words):
            for f in money(text.words):
                span = text.span(page, f.start, f.end)
                single[side].append(_Pay((f.number,), text.words[f.start : f.end], span))
    if any(stated.values()):
        yield from _differing(stated, 2)
    else:
        yield from _differing(single, 1)


def _differing(sides: dict[str, list[_Pay]], size: int) -> Iterator[Said]:
    """The one statement of either side, where they are near enough to be of the same pay."""
    if len(sides["key"]) != 1 or len({row.numbers for row in sides["text"]}) != 1:
        return
    here, there = sides["key"][0], sides["text"][0]
    one, two = here.numbers, there.numbers
    # pay by the hour and by the year is no contradiction
    if len(one) == len(two) == size and one[-1] < 2 * two[-1] < 4 * one[-1]:
        for row in (here, there):
            yield Said("pay", str(row.numbers), row.written, row.span)
