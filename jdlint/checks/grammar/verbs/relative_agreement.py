"""A verb of a relative clause that does not take the number of what the clause is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, past_adverbs, readings
from jdlint.checks.grammar.verbs._clause_subject import BODIES, OPENERS
from jdlint.checks.grammar.verbs._far_subject import SUMS
from jdlint.checks.grammar.verbs._relative_scope import SINGLE, of_something, tells_of_one
from jdlint.checks.grammar.verbs._verb_number import MANY, ONE, mostly_verb, no_noun, plain, single
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_RELATIVES = frozenset(("who", "that", "which"))
_SOMEBODY = frozenset(
    "someone somebody anyone anybody everyone everybody something anything everything".split()
)
_ONE = {"are": "is", "have": "has", "do": "does", "were": "was"}
_MANY = {one: many for many, one in _ONE.items()}
_DETERMINERS = frozenset(("DT", "PRP$", "PDT", "CD"))
_GIVEN = frozenset("the this our your their its his her my".split())
_MASSES = frozenset("software hardware equipment furniture machinery infrastructure".split())
# “that” after these may open what is said, with a noun first: “the idea that work counts”
_CONTENT = frozenset(
    """idea belief sign fact proof hint feeling chance hope evidence notion view claim argument
    assumption understanding news word note promise fear reason case way time day moment place
    thing extent point condition doubt expectation knowledge confidence conviction""".split()
)
_CROWDS = frozenset(
    "talent staff personnel membership public youth police press couple pair elite".split()
)
_INSIDE = frozenset(("JJ", "JJR", "JJS", "NN", "VBN", "RB", "RBS", "CD"))
_MANY_TAGS = frozenset(("NNS", "NNPS"))
_FOLK = frozenset("people folks those ones others many few data staff media".split())
_JOINING = frozenset(("and", "or", ",", "many", "such"))
_FINITE = frozenset(("VBP", "VBZ", "VBD"))
_TAKING = frozenset(("VB", "VBP", "VBZ", "VBD", "VBG", "VBN", "JJ", "RP", "RB", "MD", "TO"))
# “we look for crews that”, “you work with people who”, “you report to the mate who”
_TO_PEOPLE = frozenset("for with to on at in from by into about".split())
# after these “that” opens a clause in which a bare verb is right: a request that it be kept
_ASKED = frozenset(
    "requirement request recommendation suggestion demand proposal rule condition wish".split()
)
_OBJECT = frozenset(
    ("DT", "PRP$", "PRP", "IN", "TO", "NNS", "NN", "JJ", "WRB", "VBG", "VBN", "RB", "CC")
)
_TELLING = frozenset(
    "tell ask alert inform show remind notify let know see understand decide".split()
)
_NOUNS = frozenset(("NN", "NNS"))
_LIKELY, _SELDOM = 0.6, 0.1
_DAYS = frozenset("now today here there tomorrow this".split())
_LONGEST = 5  # words from the determiner to the head: beyond it the tags are seldom all right


@dataclass(frozen=True)
class RelativeAgreement(SentenceCheck):
    """Reports a present verb right after “who”, “that” or “which” whose number is not that of the
    noun or pronoun right before, where nothing else can be what the clause is about.

    Values: ``found``, ``better``, ``subject``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index in range(1, len(tokens) - 2):
            token = tokens[index]
            if token.lower in _RELATIVES and token.spaced:
                whole = tokens[index - 1].word
                slip = _slip(tokens, index) if whole else _aside(tokens, index)
                if slip is not None:
                    yield slip


def _slip(tokens: Sequence[Token], index: int) -> Slip | None:
    head, at = tokens[index - 1], past_adverbs(tokens, index + 1)
    if tokens[index + 1].lower in _DAYS:
        return None  # “two reasons that now is the time”
    if at + 1 >= len(tokens) or not tokens[at].text.islower():
        return None
    if tokens[index].lower == "which" and any(
        t.tag == "IN" for t in tokens[max(index - 4, 0) : index]
    ):
        return None  # “we sail to the docks which takes an hour”
    if tokens[index].lower == "who" and _asks(tokens, index):
        return None
    certain = True
    if head.lower in _SOMEBODY or (head.surely("NN", least=0.8) and _is_one(tokens, index - 1)):
        better = _third(tokens, index, at)
        if head.lower in BODIES:
            if tokens[index].lower == "who":
                return None  # “a team who choose” is right in Britain
            certain = False
    elif of_something(tokens, index):
        return None
    elif head.lower == "those" and (index < 2 or tokens[index - 2].lower not in ("of", "and")):
        better = _plain(tokens, at)
    elif tells_of_one(tokens, index):
        return None
    elif head.surely("NNS", least=0.85) and _are_many(tokens, index - 1):
        better = _plain(tokens, at)
        certain = tokens[index].lower != "which" or tokens[at].lower != "has"
    else:
        return None
    values = {"subject": head.text}
    return Slip(tokens[at], tokens[at], better, values, certain=certain) if better else None


def _aside(tokens: Sequence[Token], index: int) -> Slip | None:
    """“Our office, which have a view, …”: the clause stands between commas, right behind the
    subject that opens the sentence."""
    if index < len(("our", "office", ",")) or tokens[index - 1].text != ",":
        return None
    if tokens[index].lower == "that":
        return None
    head, verb = tokens[index - 2], tokens[index + 1]
    if verb.lower not in ("are", "have") or not head.surely("NN", least=0.8):
        return None
    first = _first(tokens, index - 2)
    if first or tokens[0].lower not in SINGLE | _GIVEN or "N" not in readings(head):
        return None
    if head.lower in SUMS | BODIES | _CROWDS:
        return None
    return Slip(verb, verb, ONE[verb.lower], {"subject": head.text})


def _asks(tokens: Sequence[Token], index: int) -> bool:
    """Whether “who” may open a question: “tell the crew who is on watch”."""
    return any(token.lower in _TELLING for token in tokens[max(index - 4, 0) : index])


def _is_one(tokens: Sequence[Token], head: int) -> bool:
    """Whether a determiner opens a singular, which is no sum and no part of something else."""
    noun = tokens[head]
    if (noun.lower in SUMS and noun.lower not in BODIES) or noun.lower in _ASKED | _CROWDS:
        return False
    first = _first(tokens, head)
    if first < 0 or not _counts(noun, tokens[first]):
        return False
    if tokens[first].lower not in SINGLE and _has_many(tokens[:first]):
        return False
    bare = tokens[first].tag not in _DETERMINERS and noun.lower not in _MASSES
    if bare and first and not tokens[first - 1].verb:
        return False  # “handles in place that allow us”
    return first == 0 or (tokens[first - 1].lower not in _JOINING and _governs(tokens, first - 1))


def _has_many(tokens: Sequence[Token]) -> bool:
    """Whether something further left may be what a clause with a plural verb is about: “we know
    owners who came to the dock who are”."""
    return any(
        token.tag in _MANY_TAGS
        or token.lower in _FOLK
        or (token.tag == "VBZ" and token.chance("NNS") > _SELDOM)
        for token in tokens
    )


def _counts(noun: Token, opener: Token) -> bool:
    """Whether a noun is surely one: by its determiner, or as a mass."""
    if noun.lower in _MASSES:
        return opener.lower not in ("these", "those")
    known = readings(noun)
    if not known & set("NM") or (noun.lower[-1] == "s" and noun.lower[-2] not in "siu"):
        return False
    if opener.tag not in _DETERMINERS:
        return "M" in known and "P" not in known  # “technology that make”
    return opener.lower in SINGLE or (opener.lower in _GIVEN and "P" not in known)


def _are_many(tokens: Sequence[Token], head: int) -> bool:
    """Whether a plural is no part of something else: “tools that”, not “a set of tools that”."""
    known, first = readings(tokens[head]), _first(tokens, head)
    if "P" not in known or not known <= set("PZ") or tokens[head].lower in SUMS or first < 0:
        return False
    if tokens[first].lower in SINGLE | {"one", "any", "either"}:
        return False
    if first and tokens[first - 1].tag == "IN" and tokens[first - 1].lower not in OPENERS:
        before = tokens[first - 2] if first > 1 else None
        if before is not None and before.noun:  # “tools for crews that”: many either way
            return before.tag == "NNS" and _are_many(tokens, first - 2)
        if before is not None and before.tag in ("VBN", "VBD", "JJ"):
            return first < 3 or not tokens[first - 3].noun  # “a leak known to crews that is”
        return before is None or before.text == "," or before.tag in _TAKING
    return first == 0 or _governs(tokens, first - 1)


def _governs(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands left of a phrase shows that nothing further left has the clause: a
    subordinator, a finite verb, an infinitive or -ing form that no noun goes before."""
    token = tokens[at]
    if token.lower in _TO_PEOPLE:
        verb = at > 0 and tokens[at - 1].tag.startswith("VB")
        far = token.lower not in ("for", "with") and _has_many(tokens[:at])
        return verb and not far and _governs(tokens, at - 1)
    if token.tag in _FINITE or token.lower in OPENERS:
        return True
    left = at - 1
    while left > 0 and tokens[left].tag == "RB":
        left -= 1
    if left < 0:
        return token.tag in ("VB", "VBG", "RB")
    before = tokens[left]
    if token.tag == "VBG":
        return not (before.noun or before.tag in ("IN", "TO", "CC", ","))
    if token.tag == "VB" and before.lower == "to":
        return left == 0 or not tokens[left - 1].noun
    return token.tag == "VB" and before.tag in ("MD", "RB", "CC", ".", ":")


def _first(tokens: Sequence[Token], head: int) -> int:
    """The index of the first word of the phrase that ends at ``head``; -1 where it is too long, or
    an -ing form may be its verb."""
    first = head
    while first and tokens[first - 1].tag in _INSIDE and not tokens[first - 1].hidden:
        first -= 1
    if first and tokens[first - 1].tag in ("DT", "PRP$", "PDT"):
        first -= 1
    elif first and tokens[first].tag == "VBG":
        return -1
    return first if head - first <= _LONGEST else -1


def _third(tokens: Sequence[Token], index: int, at: int) -> str:
    """The form with -s of a verb that is surely one without; empty where it is not."""
    verb, after = tokens[at], tokens[at + 1]
    if verb.lower in ONE:
        return ONE[verb.lower] if verb.chance("NN", "NNS") < 0.1 else ""
    if verb.lower.endswith("ed") and verb.lower[-3:] != "eed":
        return ""  # a past form that the lexicon lacks
    better, who = plain(verb), tokens[index].lower == "who"
    ends = after.text in ".," and who
    if not better or not (after.tag in _OBJECT or ends) or "Z" in readings(verb):
        return ""
    if no_noun(verb):
        return better
    if tokens[index - 1].lower in _CONTENT and not who:
        return ""
    if not verb.surely("VBP", "VB", least=_LIKELY):
        return ""
    if after.tag in _NOUNS:  # “a plan that help desks use”
        sole = mostly_verb(verb) and _sole(tokens, at + 1)
        return better if sole or _has_object(tokens, at + 2) else ""
    if after.tag in ("VBN", "VBG"):
        return ""  # “the control that push based deployment gives”
    return better if who or mostly_verb(verb) or after.tag in ("DT", "PRP$", "PRP") else ""


def _has_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb and its object follow: “a tool that help crews plan their tours”."""
    pair = tokens[at : at + 2]
    return len(pair) == 2 and pair[0].verb and pair[1].tag in ("DT", "PRP$")


def _sole(tokens: Sequence[Token], first: int) -> bool:
    """Whether no verb that may be finite follows, but one that “to” or “and” brings."""
    return not any(
        token.tag in _FINITE or token.tag == "MD" or token.lower in ONE for token in tokens[first:]
    )


def _plain(tokens: Sequence[Token], at: int) -> str:
    """The base form of a verb that surely has -s; empty where it is not."""
    verb, after = tokens[at], tokens[at + 1]
    if verb.lower in MANY:
        # “we mended the sails which is good news”
        whole = tokens[at - 1].lower == "which" and (verb.lower != "has" or after.tag != "DT")
        told = verb.lower != "does" or after.lower in ("not", "n't")
        return MANY[verb.lower] if told and not whole else ""
    better = single(verb)
    if not better or after.tag not in _OBJECT:
        return ""
    if no_noun(verb):
        return better
    near = after.tag in ("DT", "PRP$", "PRP") or after.lower in ("to", "most")
    least = _LIKELY if mostly_verb(verb) or near else 0.95
    return better if verb.surely("VBZ", least=least) else ""
