"""“Experience with pumps and valves are a plus”: what an applicant has opens a sentence as one."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.checks.grammar._sentences import Slip
from jdlint.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

# what a job asks for; where one of these stands behind “and”, too, the sentence is about two things
_QUALITIES = frozenset(
    """experience knowledge familiarity proficiency fluency expertise competence competency
    understanding background degree qualification diploma interest practice exposure command
    comfort certification acquaintance ability willingness""".split()
)
_OTHERS = _QUALITIES | frozenset(
    """skill skills experiences abilities degrees license licence licenses licences certificate
    certificates certifications patience attitude mindset passion curiosity manners communication
    attention enthusiasm motivation creativity drive empathy flexibility team-work teamwork
    qualifications interests competencies habits strengths english german french spanish mindsets
    portfolio references reference years track record citizenship residency clearance permit
    attitudes attendance participation punctuality reliability integrity education training
    licensure membership eligibility availability leadership initiative""".split()
)
_LANGUAGES = frozenset("english german french spanish".split())
_SPOKEN = frozenset("fluency proficiency command knowledge".split())
_SKILLS = frozenset("skills abilities".split())
_BEFORE = frozenset(("POS", "JJ", "JJR", "JJS", "VBG", "VBN", "NN", "RB", "DT", "PRP$", "CD"))
_LINKS = frozenset("with of in on for to".split())
_INSIDE = frozenset(
    ("NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "VBN", "DT", "PRP$", "CC", ",", "FW", "CD", "RB")
)
_WANTED = frozenset(
    """required preferred essential desired desirable needed necessary mandatory expected welcome
    beneficial advantageous important appreciated helpful useful valued vital a an also nice
    highly strongly not considered must key crucial""".split()
)
_CLAUSES = frozenset(("MD", "WP", "WDT", "WRB", "EX"))
_LONGEST = 16


def quality_slip(tokens: Sequence[Token], first: int) -> Slip | None:
    """The “are” of a sentence that such a phrase opens, whose nouns behind “with” are many."""
    if first:
        return None
    if (both := _both(tokens)) is not None:
        return both
    head = next((at for at in range(min(4, len(tokens) - 3)) if tokens[at].lower in _QUALITIES), -1)
    if head < 0 or any(
        token.tag not in _BEFORE or token.lower == "both" for token in tokens[:head]
    ):
        return None
    link = tokens[head + 1].lower
    if link not in _LINKS:
        return None
    spoken = _LANGUAGES if tokens[head].lower in _SPOKEN else frozenset[str]()
    at = _past(tokens, head + 2, link == "to", _OTHERS - spoken)
    after = tokens[at + 1]
    told = after.lower in _WANTED or after.tag == "VBN" or after.lower.endswith("ing")
    if at < 0 or tokens[at].lower != "are" or not told:
        return None
    return Slip(tokens[at], tokens[at], "is", {"subject": tokens[head].text})


def _both(tokens: Sequence[Token]) -> Slip | None:
    """“Strong skills and attention to detail is required”: skills and something else open it."""
    at = next((i for i in range(3, min(_LONGEST, len(tokens) - 1)) if tokens[i].lower == "is"), -1)
    if at < 0 or tokens[at + 1].lower not in _WANTED:
        return None
    head = next((i for i in range(at) if tokens[i].lower in _SKILLS), -1)
    if head < 1 or any(t.tag not in ("JJ", "NN", "VBN", "CC") for t in tokens[:head]):
        return None
    if tokens[head + 1].lower != "and" or any(t.verb or t.tag in _CLAUSES for t in tokens[head:at]):
        return None
    return Slip(tokens[at], tokens[at], "are", {"subject": f"{tokens[head].text} and …"})


def _past(tokens: Sequence[Token], first: int, infinitive: bool, others: frozenset[str]) -> int:
    """The index behind the phrase from ``first`` on; -1 where it may join another subject."""
    joined = False
    for at in range(first, min(first + _LONGEST, len(tokens) - 1)):
        token = tokens[at]
        if token.lower == "are":
            return at if at > first else -1
        if token.lower in others:
            return -1
        if token.tag == "CC" or token.text == ",":
            joined = True
            continue
        if infinitive and token.tag in ("VB", "VBP", "TO", "IN"):
            continue
        opens = tokens[at - 1].tag == "CC" or tokens[at - 1].text == ","
        if opens and token.tag in ("DT", "PRP$"):
            return -1  # “experience with ropes and a licence”
        inner = token.lower in ("of", "in", "for", "such", "as", "like") and not joined
        named = token.text[0].isupper()  # languages and products: Go, Swift
        if not (inner or named) and token.tag not in _INSIDE and token.text not in "/()":
            return -1
    return -1
