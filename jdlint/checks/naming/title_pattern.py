"""A title that is built otherwise than those of its siblings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.checks._evidence import SHOWN
from jdlint.core.diagnostic import Edit, Finding, Place, Related
from jdlint.core.light import ClassVar, NamedTuple, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.core.tools import defaultdict
from jdlint.site import Facts, Site
from jdlint.site.vote import majority

_MARK = re.late(r"(?P<dash> [-–—] )|(?P<comma>, )|(?P<bar> \| )|(?P<colon>: )|(?P<bracket> \()")
_RANK = re.late(
    r"(?:(?:senior|sr\.?|area|associate|assistant|acting|interim|executive|global|group|regional"
    r"|deputy|chief) )*"
    r"(?:manager|director|vp|avp|svp|evp|vice president|president|head|fellow|counsel|officer"
    r"|lead|leader|principal"
    r"|chief of staff)",
    re.IGNORECASE,
)
_WORD = re.late(r"[^\W_]+")


class _Title(NamedTuple):
    facts: Facts
    text: str
    span: Span
    base: str
    mark: str
    at: tuple[int, int]


@dataclass(frozen=True)
class TitlePattern:
    """Reports titles with another mark before the part that tells them apart, or with what siblings
    spell out.

    ``report`` is separator or abbreviation. Certain are a mark that fewer titles use where one role
    (“Fitter - North”, “Fitter, South”) is written with both, and an abbreviation that ``least``
    titles spell out and far fewer use; a mark that ``share`` of the titles do not use is not.
    Values: ``found``, ``better``, ``evidence``.
    """

    report: str
    least: int = 3
    share: float = 0.85
    across: ClassVar[tuple[str, ...]] = ("pages",)

    def __post_init__(self) -> None:
        if self.report not in ("separator", "abbreviation"):
            raise ValueError("“report” is separator or abbreviation")

    def check_site(self, site: Site) -> Iterator[Finding]:
        titles = [title for facts in site.pages if (title := _title(facts))]
        yield from (
            self._separators(titles) if self.report == "separator" else self._abbreviations(titles)
        )

    def context(self, _site: Site) -> tuple[()]:
        return ()

    def told(self, facts: Facts, _context: tuple[()]) -> tuple[object, ...]:
        """The page's title, and whether it stands letter by letter."""
        title = _title(facts)
        return (title.text, title.span.end - title.span.start) if title else ()

    def _separators(self, titles: list[_Title]) -> Iterator[Finding]:
        marked = [title for title in titles if title.mark]
        marks: dict[str, set[str]] = defaultdict(set)
        families: dict[str, set[str]] = defaultdict(set)
        for title in marked:
            marks[title.mark].add(title.facts.path)
            families[title.base].add(title.mark)
        vote = majority(marks, 2 * self.least, self.share, ties=True)
        if vote is None or not vote.others or vote.tie:
            return
        right = [title for title in marked if title.mark == vote.best]
        for title in marked:
            family = vote.best in families[title.base]
            if title.mark != vote.best and (family or vote.clear):
                yield _separator(title, right, vote.evidence("titles"), certain=family)

    def _abbreviations(self, titles: list[_Title]) -> Iterator[Finding]:
        wanted: dict[str, list[_Title]] = defaultdict(list)
        for title in titles:
            for word in _WORD.findall(title.text):
                if word.isupper() and word.isalpha() and 3 <= len(word) <= 5:
                    wanted[word].append(title)
        spelt = _spelt(titles, wanted)
        for short, uses in wanted.items():
            for phrase, full in spelt[short].items():
                if len(full) >= max(self.least, 3 * len(uses)) and not any(
                    phrase in t.text.casefold() for t in uses
                ):
                    for title in uses:
                        yield _abbreviated(title, short, phrase, full)


def _title(facts: Facts) -> _Title | None:
    block = next((block for block in facts.blocks if block.kind == "title"), None)
    if block is None:
        return None
    match = _MARK.search(block.text)
    base = block.text[: match.start()] if match else block.text
    at = match.span() if match else (0, 0)
    mark = (
        match.lastgroup
        if match and not _RANK.fullmatch(base.strip()) and len(base.split()) > 1
        else None
    )
    return _Title(facts, block.text, block.span, base.casefold().strip(), mark or "", at)


def _separator(title: _Title, right: list[_Title], evidence: str, *, certain: bool) -> Finding:
    sibling = min(right, key=lambda t: (t.base != title.base, t.facts.path))
    found, better = title.text[slice(*title.at)], sibling.text[slice(*sibling.at)]
    related = _siblings([sibling, *(t for t in right if t is not sibling)], title)
    start = title.span.start
    plain = title.mark != "bracket" != sibling.mark and title.span.end - start == len(title.text)
    edits = (Edit(Span(start + title.at[0], start + title.at[1]), better),) if plain else ()
    values = {
        "found": found.strip(),
        "better": sibling.text,
        "evidence": evidence,
        "title": title.text,
    }
    return Finding(title.span, values, edits, related, title.facts.path, "", certain)


def _abbreviated(title: _Title, short: str, phrase: str, full: list[_Title]) -> Finding:
    at = full[0].text.casefold().find(phrase)
    written = full[0].text[at : at + len(phrase)]
    start = re.search(rf"\b{short}\b", title.text)
    plain = start is not None and title.span.end - title.span.start == len(title.text)
    begin = title.span.start + (start.start() if start else 0)
    edits = (Edit(Span(begin, begin + len(short)), written),) if plain else ()
    values = {
        "found": short,
        "better": written,
        "evidence": f"{len(full)} titles",
        "title": title.text,
    }
    return Finding(title.span, values, edits, _siblings(full, title), title.facts.path)


def _siblings(titles: list[_Title], own: _Title) -> tuple[Related, ...]:
    others = [title for title in titles if title is not own][:SHOWN]
    return tuple(Related(Place(t.facts.path, t.span), f"“{t.text}”") for t in others)


def _spelt(
    titles: list[_Title], wanted: Mapping[str, list[_Title]]
) -> Mapping[str, dict[str, list[_Title]]]:
    """For each abbreviation, the phrases of neighbouring words with its first letters, and their
    titles."""
    found: dict[str, dict[str, list[_Title]]] = defaultdict(dict)
    for title in titles if wanted else ():
        words = [(match.group(), match.span()) for match in _WORD.finditer(title.text)]
        initials = "".join(word[0].upper() for word, _ in words)
        for short in wanted:
            at = initials.find(short)
            if at >= 0 and all(len(word) > 2 for word, _ in words[at : at + len(short)]):
                phrase = title.text[words[at][1][0] : words[at + len(short) - 1][1][1]].casefold()
                found[short].setdefault(phrase, []).append(title)
    return found
