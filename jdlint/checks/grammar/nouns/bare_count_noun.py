"""A noun that is one of several stands without its article: “we are small bakery”, “submit
application”, “with basic salary of”."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import inf

from jdlint.checks._scope import kinds_of, texts_in
from jdlint.checks.grammar.nouns._counted import counted
from jdlint.core.by_text import by_text
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import TYPE_CHECKING, NamedTuple, dataclass
from jdlint.core.page import Page
from jdlint.core.tools import cached_property
from jdlint.lang.en.tokens import words

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_ALSO = frozenset("opening salary licence license background market owner centre center".split())
# only behind “we are” and the like, with nothing but what describes them
_AFTER_BE = frozenset(
    """team company firm business startup family must plus bonus asset crew studio agency success
    hit surprise""".split()
)
# -ing forms that seldom describe: what follows is their object
_DOING = frozenset(
    """promoting preparing writing creating maintaining reviewing updating completing submitting
    attending joining visiting supporting selecting sending providing monitoring delivering
    representing coordinating implementing contacting""".split()
)
_CHIEFS = frozenset("CEO CFO COO CTO CIO CMO CRO".split())
_ENSURING = frozenset("ensure ensures ensuring".split())
_ONE_SUCH = frozenset("no any one some every each another other all many few and or".split())
_SOUGHT = frozenset(
    """successful ideal selected desired right perfect suitable qualified chosen preferred
    interested prospective potential shortlisted incoming appropriate hired eligible
    winning""".split()
)
_PEOPLE = frozenset("candidate person applicant employee student colleague individual".split())
_AGENTS = ("er", "or", "ist", "ian", "ant", "ee")
_RISING = frozenset("promote grow advance move step progress rise up from transition".split())
# what goes bare with these: on stage, take issue, have reason
_FIXED = frozenset("stage issue page screen presentation sponsor desk book".split())
_SCHOOLS = frozenset("university college school graduation".split())
_ROLES = frozenset(
    """head director president chair captain manager founder editor coordinator lead officer owner
    professor architect member leader administrator author partner maintainer sponsor champion
    mentor speaker organizer reviewer assistant associate fellow consultant producer chef""".split()
)
_INSIDE = frozenset(("JJ", "JJS", "NN", "NNP", "VBG", "VBN", "RBS"))
_ENDS = frozenset(("IN", "TO", "MD", "WDT", "WP", "WRB", "VBZ", "VBD", "VBP", "PRP", "RB"))
_MARKS = frozenset(". ! ? ; :".split())
_FREE = frozenset("that of as by per than without via like from between into on at".split())
_BE = frozenset("is are was were am be been 's 're 'm".split())
_NO_FIRST = frozenset(
    """next last first same other such many more less further own no full part current previous
    following only least most several what which that overall lead senior junior chief interim
    acting deputy vice principal""".split()
)
_LIGHT = frozenset(
    "become becomes became take takes took act acts play plays call calls name".split()
)
_GIVEN = ("The", "such")  # these need no odds
_SURE = 0.9
_BODY = -1.2  # the odds wanted of what we are: these nouns are names, too
_SHOWING = frozenset("have show possess demonstrate display use take encourage".split())
_ASKED_TO = frozenset(("application", "interview"))
_ASKING = frozenset("invite call encourage shortlist select".split())
_INVITED = 7  # words from “invite” to “for application”: “to apply” is what is meant
_NEAR = 5  # words from a rise to what one becomes


class _Gap(NamedTuple):
    """A phrase of a text that lacks its article, if the odds for one are ``least``; what is
    telegraphic is not ``certain``."""

    start: int
    end: int
    least: float
    certain: bool
    likelier: str = "a"


@dataclass(frozen=True)
class BareCountNoun:
    """Reports a singular count noun (list ``count-nouns``) without a determiner as a subject, or
    behind a verb or a preposition, where the odds for an article are at least ``least``; below
    ``sure`` that is not certain.

    Values: ``found`` (the phrase up to its noun), ``better``.
    """

    least: float = 0.5
    sure: float = 2.0
    scope: tuple[str, ...] = ("description", "paragraphs", "items")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        for block, text in texts_in(page, self.scope):
            for gap in self._in_text(text):
                start, end = block.start + gap.start, block.start + gap.end
                span, found = page.prose.span(start, end), page.prose.text[start:end]
                better = _with_article(found, gap.likelier)
                edits = (Edit(span, better),) if page.exact(start, end) else ()
                values = {"found": found, "better": better}
                yield Finding(span, values, edits, certain=gap.certain)

    @cached_property
    def _in_text(self) -> Callable[[str], tuple[_Gap, ...]]:
        return by_text(self._gaps, self)

    def _gaps(self, text: str) -> Iterator[_Gap]:
        from jdlint.lang.en.articles.odds import article_odds
        from jdlint.lang.en.syntax.analysis import analyse

        found = [gap for part in analyse(text).sentences for gap in _bare(part.tokens, self.least)]
        yield from (gap for gap in found if gap.likelier in _GIVEN)
        if not found:
            return
        cut = words(text)
        gaps = {cut.at(gap.start): gap for gap in found if gap.likelier not in _GIVEN}
        for place in article_odds(cut, lambda at, _head: at in gaps):
            gap = gaps[place.at]
            if place.odds >= gap.least:
                sure = gap.certain and place.odds >= self.sure
                yield gap._replace(likelier=place.likelier, certain=sure)


def _with_article(found: str, likelier: str) -> str:
    from jdlint.lang.en.articles.sounds import spoken

    if likelier == "such":
        rest = found[len("such ") :]
        return f"such {spoken(rest.lower()) or 'a'} {rest}"
    if likelier == "The":
        return f"The {found[0].lower()}{found[1:]}"
    heard = found if found[:2].isupper() else found.lower()  # letters are spelt out: a UI
    return f"{likelier if likelier == 'the' else spoken(heard) or 'a'} {found}"


def _bare(tokens: Sequence[Token], least: float) -> Iterator[_Gap]:
    """The phrases of a sentence that may lack their article."""
    for at, noun in enumerate(tokens):
        if noun.tag != "NN" or not noun.text.islower() or not noun.surely("NN", least=_SURE):
            continue
        body, known = noun.lower in _AFTER_BE, noun.lower in _ALSO or noun.lower in _PEOPLE
        if not (body or known or counted(noun.lower)) or not _ends(tokens, at):
            continue
        if (such := _such(tokens, at)) > 0:
            yield _Gap(tokens[such].start, noun.end, -inf, True, "such")
            continue
        first = at
        while first and tokens[first].spaced and tokens[first - 1].tag in _INSIDE:
            if not tokens[first - 1].word or tokens[first - 1].hidden:
                break
            if _governs(tokens, first):
                break
            first -= 1
        if first <= 1 and tokens[0].lower in _SOUGHT:
            if _is_subject(tokens, at):
                yield _Gap(tokens[0].start, noun.end, least, at == 1, "The")
        elif first and _lacks(tokens, first, at):
            own = _BODY if body else least
            yield _Gap(tokens[first].start, noun.end, own, _is_sentence(tokens))


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase ends at a token."""
    if at + 1 >= len(tokens):
        return True
    after = tokens[at + 1]
    if after.tag == "RB" and at + 2 < len(tokens) and tokens[at + 2].tag in ("JJ", "VBN"):
        return False  # “user personally known data”
    return after.text in _MARKS or (after.spaced and after.tag in _ENDS and after.word)


def _lacks(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether what stands before a phrase calls for its article."""
    opening, before = tokens[first], tokens[first - 1]
    if opening.lower in _NO_FIRST or any(t.hidden or t.text in _CHIEFS for t in tokens[first:at]):
        return False
    if not opening.spaced or before.hidden or not (before.spaced or first == 1):
        return False
    if tokens[at].lower in _PEOPLE and tokens[at].lower not in ("candidate", "applicant"):
        return False
    if before.lower == "in" and first > 1 and tokens[first - 2].lower == "built":
        return False
    if before.lower in _BE:
        role = tokens[at].lower in _ROLES and first == at
        return first > 1 and opening.tag not in ("VBG", "VBN") and not role
    if tokens[at].lower in _AFTER_BE or (first == at and tokens[at].lower in _FIXED):
        return False
    return _asks(tokens, first, at)


def _asks(tokens: Sequence[Token], first: int, at: int) -> bool:
    """The same of another word than “be”."""
    opening, before = tokens[first], tokens[first - 1]
    if before.tag == "TO":
        verb = first == at and not tokens[at].lower.endswith(_AGENTS)
        if tokens[first - 2].lower == tokens[at].lower:
            return False  # from mate to mate
        rising = any(t.lemma in _RISING for t in tokens[max(first - _NEAR, 0) : first])
        return not verb and not rising
    if before.tag == "IN" and tokens[at].lower in _SCHOOLS and first == at:
        return False  # “during university”, as “at school”
    if before.lower in ("for", "to") and first == at and tokens[at].lower in _ASKED_TO:
        if at + 1 < len(tokens) and tokens[at + 1].lower in ("in", "to", "of"):
            return False  # use: “for application in the north”
        near = tokens[max(first - _INVITED, 0) : first]
        return not any(t.lemma in _ASKING for t in near)
    if before.tag == "IN":
        return before.lower not in _FREE and opening.tag != "VBG"
    if before.lower in _ENSURING and at + 1 < len(tokens):
        return tokens[at + 1].tag in ("VBZ", "MD") and opening.tag not in ("VBN", "VBG")
    if before.lower in _DOING:
        return opening.tag not in ("VBN", "VBG")
    if before.tag in ("VB", "VBP", "VBZ", "VBD"):
        if tokens[at].lower == "initiative" and before.lemma in _SHOWING:
            return False  # a quality: “have strong initiative”
        if before.lower in _LIGHT or opening.tag in ("VBN", "VBG"):
            return False
        return first > 1 or before.tag == "VB"
    return False


def _governs(tokens: Sequence[Token], first: int) -> bool:
    """Whether the phrase opens at ``first``, as what stands before it is no part of it: “promoting
    «harbour»”, a name, a noun before what is done (success leading)."""
    before = tokens[first - 1]
    if before.tag == "NNP":  # initials may be a part: “the UI library”
        return before.text[1:].islower()
    done = tokens[first].tag == "VBG" and before.tag == "NN"
    return done or before.lower in _DOING


def _such(tokens: Sequence[Token], at: int) -> int:
    """The index of “such” in “such degree” and “such small dock”; 0 where it is none."""
    first = at - 1
    while first > 0 and tokens[first].tag == "JJ" and tokens[first].lower != "such":
        first -= 1
    if first < 1 or tokens[first].lower != "such" or not tokens[at].spaced:
        return 0
    return 0 if tokens[first - 1].lower in _ONE_SUCH else first


def _is_subject(tokens: Sequence[Token], at: int) -> bool:
    """“Successful applicant must”: it opens the sentence, with an auxiliary behind it."""
    noun = tokens[at].lower
    if not at or at + 2 >= len(tokens) or not (noun in _PEOPLE or noun.endswith(_AGENTS)):
        return False
    after = tokens[at + 1]
    return after.tag == "MD" or after.lower in ("is", "has", "was")


def _is_sentence(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is whole: it has a finite verb, or ends with its mark."""
    return tokens[-1].text in ".!?" and any(
        t.tag in ("VBP", "VBZ", "VBD", "MD") or t.tag == "VB" for t in tokens
    )
