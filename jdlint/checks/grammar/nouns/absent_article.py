"""A noun phrase without the article that edited prose has in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import inf

from jdlint.checks._scope import kinds_of, texts_in
from jdlint.checks.grammar.nouns._ranks import joins_ranks
from jdlint.core.by_text import by_text
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import TYPE_CHECKING, dataclass
from jdlint.core.page import HIDDEN, Block, Page
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.lang.en.tokens import Words, words

if TYPE_CHECKING:
    from jdlint.lang.en.articles.odds import ArticleOdds

_WORDS = 6  # least words of a text that is judged: shorter ones are labels
_BESIDE = frozenset("-–—/|#@&+=<>{}[]~^%$*_\\")  # beside these a word is seldom one of a sentence
_OWNED = ("'s", "s'")
_JOINS = frozenset(("and", "or", "nor", ",", "(", "than", "as"))  # one article may serve for both
# more odds are wanted of a word in capitals, after a conjunction, of a noun that may be a mass
_NAME, _JOINED, _MASS, _FIELD = 1.0, 1.2, 0.7, 1.6
# of what follows “of” and has no article: a field of study, years of work
_KINDS = frozenset(
    """field fields area areas course courses program programme line level kind kinds type types
    sort sorts demographic category categories form forms genre class style""".split()
)
# adverbs that are taken for nouns
_ADVERBS = frozenset("thereafter afterwards hereafter overseas abroad nationwide worldwide".split())
_FIXED = frozenset(
    "second nature|good company|best practice|common sense|open source|top notch".split("|")
)
# nouns that go without an article behind a preposition, whatever stands between: on site
_SET = {
    "on": frozenset("site page board call hold duty leave track campus".split()),
    "at": frozenset(("level", "interview")),
    "for": frozenset(("interview",)),  # those who are invited for interview
}
_COUNTED = re.late(r"(?<![\w-])(\d+(?:-\d+)?)[- ]people\b")
_SPANS = frozenset(
    """week month year night weekend spring summer autumn winter quarter semester trimester term
    season decade century""".split()
)
_STYLED = frozenset("elected named voted crowned".split())  # behind these a title stands bare
_BARE = frozenset("of way|on condition|have company|had company|of same".split("|"))
_UNCOUNTED = frozenset(("accommodation", "academia"))  # what the law calls it has none
# of errors and wares there is more or less, behind these: data with measurement error
_LOOSE = {
    "error": frozenset(
        """measurement human experimental sampling rounding estimation prediction random systematic
        statistical numerical operator user pilot medical clinical clerical""".split()
    ),
    "product": frozenset(
        """incoming outgoing inbound outbound finished returned damaged defective excess expired
        perishable seasonal frozen packaged stored""".split()
    ),
    "mess": frozenset("future further more unnecessary needless".split()),
}
_FAR_ADVERBS = frozenset(
    """above below beyond over under past ahead behind before after off out up down back too more
    less better""".split()
)  # behind “way”: way above the mean
# “a role that has variety”: the quality; “variety of” is a count, and has its article
_QUALITIES = frozenset(("variety",))
_HOLDS = frozenset(
    """have has had having offer offers offering bring brings want wants enjoy enjoys love loves
    like likes value values find finds provide provides""".split()
)
_BE = frozenset("am is are was were be been".split())
# whoever holds one of these posts is head of a crew
_POSTS = frozenset(
    """head chair chairman chairwoman chairperson director president dean captain chief secretary
    treasurer coordinator professor leader editor vice-president""".split()
)
_DETERMINING = frozenset(("what", "which", "whose", "each", "every"))  # each closed issue


@dataclass(frozen=True)
class AbsentArticle:
    """Reports a noun phrase that lacks its article where edited prose has one with log odds of at
    least ``least``; below ``sure`` a finding is not certain.

    Values: ``found`` (the phrase up to its noun), ``better``, ``either`` (the articles that fit).
    """

    least: float = 2.1
    sure: float = 2.1
    scope: tuple[str, ...] = ("prose",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        for block, text in texts_in(page, self.scope):
            for gap in self._in_text(text):
                place = (gap.at, gap.head)
                found = _finding(page, block, words(text), place, gap.likelier)
                yield found if gap.odds >= self.sure else found._replace(certain=False)

    @cached_property
    def _in_text(self) -> Callable[[str], tuple[ArticleOdds, ...]]:
        """The gaps of a text in which an article is missing, with the odds that doubts leave."""
        return by_text(self._gaps, self)

    def _gaps(self, text: str) -> Iterator[ArticleOdds]:
        from jdlint.lang.en.articles.odds import article_odds

        cut = words(text)
        if len(cut) < _WORDS:
            return
        for gap in article_odds(cut, lambda at, head: _doubt(cut, at, head) < inf):
            if gap.odds >= self.least:
                odds = gap.odds - _doubt(cut, gap.at, gap.head)
                if odds >= self.least:
                    yield gap._replace(odds=odds)


def _doubt(cut: Words, at: int, head: int) -> float:
    """How much more odds a place wants than a plain one; infinite where nothing is sure."""
    before = cut.lowers[at - 1] if at else "."
    after = cut.lowers[at + 1] if at + 1 < len(cut) else "."
    if _is_complete(cut, at, head, before, after):
        return inf
    capital = cut.texts[at][0].isupper() and before not in (".", "!", "?", ":")
    inner = any(text[0].isupper() and not text.isupper() for text in cut.texts[at + 1 : head])
    mass = "M" in cut.options[head]
    # a field of work has a modifier of its own: single cell analysis, whole body imaging
    field = (
        (mass or cut.lowers[head].endswith("ysis"))
        and head - at > 1
        and cut.tags[head - 1] in "NM"
        and "-" not in cut.lowers[at]
    )
    doubt = _NAME * (capital or inner) + _JOINED * (before in _JOINS)
    return doubt + (_FIELD if field else _MASS * mass)


def _is_complete(cut: Words, at: int, head: int, before: str, after: str) -> bool:
    """Whether a phrase has what determines it, or is none that an article belongs to."""
    return (
        before in _BESIDE
        or (before == ")" and _opened_before_bracket(cut, at - 1))
        or (at > 0 and before == "." and cut.texts[at].islower())  # of an abbreviation: Ph.D.
        or any(word.endswith(_OWNED) for word in cut.lowers[at : head + 1])
        or before == "own"
        or cut.texts[head][1:] != cut.lowers[head][1:]  # yAcademy, a name
        or after in _BESIDE
        or cut.text[cut.end(head) : cut.end(head) + 1] == "("  # product(s)
        or f"{cut.lowers[at]} {after}" in _FIXED
        or _needs_none(cut, at, head)
        or _is_determined(cut, at, head, before)
        or _shares_head(cut, head)
        or _of_a_kind(cut, at, head)
        or _ends_in_gerund(cut, head)
        or _before_another(cut, at, head)
        or cut.lowers[head] in _UNCOUNTED
        or before in _STYLED
        or (cut.lowers[head] in _QUALITIES and before in _HOLDS and after != "of")
        or _is_mass(cut, head)
        or (cut.lowers[at] == "following" and cut.tags[at - 1] in "NMPV")  # guide following it
        or _in_row(cut, at)
        or (before in _BE and any(w.endswith("ing") for w in cut.lowers[at : at + 2]))
        or (cut.lowers[head] in _POSTS and after == "of")
        or ((before.endswith("ed") or cut.tags[at - 1] in "GE") and _opened(cut, at))
    )


def _opened_before_bracket(cut: Words, closing: int) -> bool:
    """Whether a determiner stands before a bracket: “this full-time (40 hours a week) mate”."""
    opening = max((at for at, word in enumerate(cut.lowers[:closing]) if word == "("), default=0)
    while opening > 0 and cut.tags[opening - 1] in "JGERCNO":
        opening -= 1
    return opening > 0 and cut.tags[opening - 1] in "T$"


def _needs_none(cut: Words, at: int, head: int) -> bool:
    """Whether the phrase does without: little doubt, last month, the right of way, on condition."""
    first, noun, before = cut.lowers[at], cut.lowers[head], cut.lowers[at - 1] if at else ""
    if first in ("last", "next") and head > at:
        return noun in _SPANS
    if first == "way" and cut.lowers[at + 1 : at + 2] and cut.lowers[at + 1] in _FAR_ADVERBS:
        return True
    if head > at and cut.lowers[head - 1] in _LOOSE.get(noun, ()):
        return True
    bitten = noun == "bit" and cut.lowers[head + 1 : head + 2] == ["by"]
    little = first == "little" and head > at and noun != "bit"  # “a little bit” has its article
    return bitten or little or f"{before} {noun}" in _BARE


def _is_mass(cut: Words, head: int) -> bool:
    """Whether a noun is never counted: it can do without an article everywhere."""
    return "M" in cut.options[head] and "N" not in cut.options[head]


def _opened(cut: Words, at: int) -> bool:
    """Whether an article to the left serves for the noun too: “an easy and challenging role”."""
    while at > 0 and (cut.tags[at - 1] in "JGERC" or cut.lowers[at - 1].endswith("ed")):
        at -= 1
    return at > 0 and cut.tags[at - 1] in "T$"


def _in_row(cut: Words, at: int) -> bool:
    """Whether what determines the noun stands before other adjectives and a comma: “our new, wholly
    different role”."""
    while at > 1 and cut.tags[at - 1] == "R":
        at -= 1
    return at > 1 and cut.lowers[at - 1] == "," and _opened(cut, at - 1)


def _is_determined(cut: Words, at: int, head: int, before: str) -> bool:
    """Whether a set phrase or another word than an article determines the noun."""
    if at > 1 and joins_ranks(cut, at - 1):
        return True
    if cut.lowers[head] in _SET.get(before, ()) or before in _DETERMINING:
        return True
    return at > 1 and cut.lowers[at - 2] in _DETERMINING and before.endswith("ed")


def _shares_head(cut: Words, head: int) -> bool:
    """Whether the noun is a modifier of a head behind “and”: different team and personality types,
    single cell and spatial analysis."""
    if cut.lowers[head + 1 : head + 2] not in (["and"], ["or"], ["/"], ["&"]):
        return False
    following = cut.tags[head + 2 : head + 4]
    # “complete initial and continuing education”: an adjective has no article of its own
    first = "NMJOGE" if "J" in cut.options[head] else "NMJO"
    return len(following) == 2 and following[0] in first and following[1] in "NPM"


def _of_a_kind(cut: Words, at: int, head: int) -> bool:
    """Whether the phrase only says which kind or method, or ends in an adverb."""
    kind = head - at < 2 and at > 1 and cut.lowers[at - 1] == "of" and cut.lowers[at - 2] in _KINDS
    method = head - at > 1 and cut.lowers[head].endswith("ysis")  # single cell analysis
    return kind or method or cut.lowers[head] in _ADVERBS


def _ends_in_gerund(cut: Words, head: int) -> bool:
    """Whether what was done is the head: “with appropriate feature flagging.”"""
    if not cut.lowers[head + 1 : head + 2] or not cut.lowers[head + 1].endswith("ing"):
        return False
    behind = cut.lowers[head + 2 : head + 3]
    return not behind or behind[0] in (".", ",", ";", ")", "and", "or", "in", "for", "at", "!", "?")


def _before_another(cut: Words, at: int, head: int) -> bool:
    """Whether the phrase is the first of two modifiers of a noun in the plural: “large scale, high
    traffic projects”."""
    if cut.lowers[head + 1 : head + 2] != [","]:
        return False
    tags = cut.tags[head + 2 : head + 5]
    return (
        head == at + 1 and len(tags) == 3 and tags[0] in "JO" and tags[1] in "NM" and tags[2] == "P"
    )


def _finding(
    page: Page, block: Block, cut: Words, phrase: tuple[int, int], likelier: str
) -> Finding:
    at = phrase[0]
    start, end = block.start + cut.starts[at], block.start + cut.end(phrase[1])
    span = page.prose.span(start, end)
    found = page.source.slice(span)
    # “2-people team” wants “2-person” as well
    phrase_of = _COUNTED.sub(r"\1-person", found)
    article = likelier if phrase_of == found else "a"
    if article == "a" and found[0].isalnum():
        from jdlint.lang.en.articles.sounds import spoken

        article = spoken(found.lower()) or "a"
    opens = at == 0 or cut.texts[at - 1] in (".", "!", "?", ":")
    if opens and found[0].isupper() and not found[1:2].isupper():
        better = f"{article.capitalize()} {phrase_of[0].lower()}{phrase_of[1:]}"
    else:
        better = f"{article} {phrase_of}"
    edits = (Edit(span, better),) if page.exact(start, end) and HIDDEN not in found else ()
    values = {"found": found, "better": better, "either": _either(phrase_of, better, article)}
    if cut.tags[phrase[1]] == "P":
        values["either"] = f"“{better}”"
    elif at > 1 and cut.lowers[at - 2 : at] == ["one", "of"]:
        from jdlint.lang.en.forms import plural

        noun = cut.texts[phrase[1]]
        whole = f"the {found.removesuffix(noun)}{plural(noun)}"  # of one of several
        values.update(better=whole, either=f"“{whole}”")
        edits = (Edit(span, whole),) if edits else ()
    return Finding(span, values, edits)


def _either(found: str, better: str, article: str) -> str:
    """The phrase with the likelier article, or with the other one."""
    from jdlint.lang.en.articles.sounds import spoken

    plain = found[:1].lower() + found[1:] if better[:1].isupper() else found
    other = "the" if article != "the" else spoken(plain.lower()) or "a"
    return f"“{better}” or “{other.capitalize() if better[:1].isupper() else other} {plain}”"
