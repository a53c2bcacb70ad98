"""Titles of postings, as search engines want them."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import Literal, dataclass
from jdlint.core.patterns import regex as re
from jdlint.posting.published.nodes import Posting, Published, every, first, plain

_PAY = re.late(
    r"(?:[$€£]\s?[0-9]|\b(?:USD|EUR|GBP|CHF)\s?[0-9]"
    r"|\b[0-9]{2,3}k\b|\b[0-9][0-9.,]*\s?(?:[$€£]|(?:USD|EUR|GBP|CHF)\b))"
)
_DECORATED = re.late(r"!\s*$|!!|\*{2,}|★|🔥|⭐|>>>")
_LETTERS = 12  # capitals that are no abbreviation any more


@dataclass(frozen=True)
class PublishedTitle:
    """Reports titles that name pay (``pay``) or the job's own place (``place``), are decorated
    (``marks``) or in capitals (``capitals``). Values: ``found``, ``part``."""

    report: Literal["pay", "place", "marks", "capitals"]

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
            places = map(plain, every(posting.node, "jobLocation.address.addressLocality"))
            return next((place for place in places if _ends_with(title, place)), "")
        if self.report == "pay":
            return next((m[0].strip() for m in _PAY.finditer(title) if _is_pay(title, m)), "")
        match = _DECORATED.search(title)
        return match[0].strip() if match else ""


def _is_pay(title: str, match: re.Match[str]) -> bool:
    """Whether a figure is pay, no pension plan and no fund of millions."""
    rest = title[match.start() :].lstrip("$€£ 0123456789.,")
    return match[0] != "401k" and not rest.startswith(("M", "B", "bn"))


def _ends_with(title: str, place: str) -> bool:
    """Whether a title has a place behind a mark: “Baker – Leeds”, “Baker (Leeds)”, not “Leeds
    Market Baker”."""
    head, tail = title.casefold().rstrip(") "), place.casefold()
    if len(tail) < 3 or not head.endswith(tail):
        return False
    before = head[: -len(tail)].rstrip()
    return before.endswith(("-", "–", "—", "|", "(", ",", "/", "@", " in")) and before != ""
