"""Titles of postings, as search engines want them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jdlint.checks.published.published_places import begins_nowhere, is_nowhere
from jdlint.core.diagnostic import Finding
from jdlint.core.light import Literal, dataclass
from jdlint.core.patterns import regex as re
from jdlint.posting.published.legal_forms import without_form
from jdlint.posting.published.nodes import (
    Node,
    Posting,
    Published,
    every,
    first,
    of_last,
    plain,
    stands,
    text_at,
)

_PAY = re.late(
    r"(?:[$€£]\s?[0-9][0-9.,]*k?|\b(?:USD|EUR|GBP|CHF)\s?[0-9][0-9.,]*"
    r"|\b[0-9]{2,3}k\b|\b[0-9][0-9.,]*\s?(?:[$€£]|(?:USD|EUR|GBP|CHF)\b))"
)
_DECORATED = re.late(
    r"!\s*$|!!|\*{2,}|★|🔥|⭐|>>>|^urgent\s*[:!–-]|\burgently (?:hiring|required|needed)\b"
    r"|\b(?:we[’']?re|we are|now) hiring\b",
    re.I,
)
# a title under which no open job stands
_POOL = re.late(
    r"\btalent (?:pool|community|network)\b(?! [a-z])|initiativ\s?bewerbung|blindbewerbung"
    r"|\b(?:candidature|bewerbung) (?:spontanée|initiativ)|\bcandidatura espont[âá]nea"
    r"|\bopen sollicitatie|\bbanco de talentos|\bspontanbewerbung"
    r"|^(?:join (?:our|the) team|work (?:with|for) us|careers|(?:career|job) opportunities"
    r"|current openings|open positions)\s*(?:$|[|!])|\bcareer opportunities$"
    r"|^(?:open|general|speculative|spontaneous|unsolicited) applications?\b(?! [a-z])"
    r"|\b(?:don[’']?t|do not|can[’']?t) (?:see|find) (?:a|an|the|your) (?:\w+ )?"
    r"(?:role|job|fit|position)\b",
    re.I,
)
_CODE = re.late(
    r"\b(?:req(?:uisition)?|job|ref(?:erence)?|kennziffer|posting)\b\.?"
    r"(?: ?(?:id|no|nr|number|code)\b\.?| ?#|:)+:? ?#?[A-Z]{0,4}-?[0-9]{2,}"
    r"|\b(?:JR|REQ|R)[-_ ]?[0-9]{4,}\b",
    re.I,
)
_YEAR = re.late(r"(?:19|20)[0-9]{2}")
_GROUP = re.late(r"\s*\([^()]{0,40}\)\s*$")
_MARKS = ("-", "–", "—", "|", "(", ",", "/", ")")
_BEFORE = (*_MARKS[:-2], ":", "@", " at", " bei", " chez", " bij", " presso")
_LETTERS = 12  # capitals that are no abbreviation any more


@dataclass(frozen=True)
class PublishedTitle:
    """Reports titles that name pay (``pay``), the job's own place (``place``), its code
    (``code``) or its ``employer``, are decorated (``marks``), in capitals (``capitals``), or ask
    for people without an open job (``pool``). Values: ``found``, ``part``."""

    report: Literal["pay", "place", "marks", "capitals", "code", "employer", "pool"]

    def check_published(self, found: Published) -> Iterator[Finding]:
        for posting in found.postings:
            node = first(posting.node, "title")
            part = self._part(plain(node), posting) if node else ""
            if node and part:
                yield Finding(node.span, {"found": plain(node), "part": part})

    def _part(self, title: str, posting: Posting) -> str:
        if self.report == "capitals":
            if not title.isupper() or " " not in title:
                return ""
            return title if sum(map(str.isalpha, title)) >= _LETTERS else ""
        if self.report == "place":
            return next((part for part in map(_placed(title), _addresses(posting)) if part), "")
        if self.report == "code":
            return _code(title, posting)
        if self.report == "employer":
            return _employer(title, text_at(posting.node, "hiringOrganization.name"))
        if self.report == "pay":
            return next((m[0].strip() for m in _PAY.finditer(title) if _is_pay(title, m)), "")
        match = (_POOL if self.report == "pool" else _DECORATED).search(title)
        return match[0].strip() if match else ""


def _is_pay(title: str, match: re.Match[str]) -> bool:
    """Whether a figure is pay, no pension plan and no fund of millions."""
    rest = title[match.start() :].lstrip("$€£ 0123456789.,")
    return match[0] != "401k" and not rest.startswith(("M", "B", "bn"))


def _code(title: str, posting: Posting) -> str:
    """The job's own code in its title, or what is called one."""
    for field in ("identifier.value", "identifier", "requisitionid"):
        code = text_at(posting.node, field)
        is_long = 4 <= len(code) <= 30 and sum(map(str.isdecimal, code)) >= 2
        if is_long and not _YEAR.fullmatch(code) and stands(title, code):
            return code
    match = _CODE.search(title)
    return match[0] if match else ""


def _employer(title: str, name: str) -> str:
    """The employer's name in its job's title, set off from it: “Baker at Oven”, “Oven | Baker”."""
    for known in dict.fromkeys((name, without_form(name))) if not is_nowhere(name) else ():
        at = title.casefold().find(known.casefold()) if len(known) > 2 else -1
        if at < 0 or len(title) - len(known) < 4:
            continue
        before, after = title[:at].rstrip(), title[at + len(known) :].lstrip()
        ends = not after or after[0] in _MARKS
        starts = before.endswith(_BEFORE) or (not before and bool(after) and after[0] in "|–—-:")
        if ends and starts:
            return title[at : at + len(known)]
    return ""


@of_last
def _addresses(posting: Posting) -> list[Node]:
    return every(posting.node, "jobLocation.address")


def _placed(title: str) -> Callable[[Node], str]:
    """Tells of an address with which part of it a title ends behind a mark: “Baker – Leeds, West
    Yorkshire”, “Baker (Leeds)”, not “Leeds Market Baker”."""

    def part(address: Node) -> str:
        city = text_at(address, "addressLocality")
        group = _GROUP.search(title)
        head = title[: group.start()] if group and city not in group[0] else title
        head = head.rstrip(") ")
        end = len(head)
        for name in ("addressCountry", "addressRegion"):  # what stands behind the city
            for text in (text_at(address, name), text_at(address, f"{name}.name")):
                if text and _ends_with(head, text):
                    head = head[: -len(text)].rstrip(" ,/")
        is_there = _ends_with(head, city) and not begins_nowhere(city)
        return title[len(head) - len(city) : end] if is_there else ""

    return part


def _ends_with(title: str, place: str) -> bool:
    """Whether a title has a place at its end, behind a mark."""
    head, tail = title.casefold(), place.casefold()
    if len(tail) < 2 or not head.endswith(tail):
        return False
    before = head[: -len(tail)].rstrip()
    return before.endswith((*_MARKS, "@", " in")) and before != ""
