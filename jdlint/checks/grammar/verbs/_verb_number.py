"""What the forms of a word allow it to be: the number of a verb, the place of a finite one."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.checks.grammar._sentences import readings
from jdlint.core.light import TYPE_CHECKING
from jdlint.core.tools import lru_cache

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

MANY = {"is": "are", "was": "were", "has": "have", "does": "do"}
ONE = {many: one for one, many in MANY.items()}
_ENDS = frozenset(
    """, ; : . ! ? — – - ( ) that which who whom whose when where if because while although since
    as than but so whether how what why unless until before after though""".split()
)
_FINITE = frozenset(("VBZ", "VBD", "MD"))
_LEAST, _SELDOM = 0.2, 0.03
_PERSONS = frozenset("i we you they he she".split())
_OBJECTS = frozenset("us them me him everything everyone anything something nothing".split())
TIMES = frozenset(
    """day week month year quarter time way moment minute hour morning afternoon evening night
    spring summer autumn fall winter season weekend heck hell""".split()
)
# before a clause of what is not so: “if the crew were”
_UNREAL = frozenset("if though as that unless whether than while wish wishes wished".split())
_SUPPOSING = frozenset(("if", "unless", "whether", "though", "lest"))
_COME = frozenset(("come", "become", "overcome"))  # the lexicon has them as participles only
_SAME = frozenset("fit put let hit cost quit".split())  # a plain form of these may be a past
_PAST_TOO = frozenset("cast bet burst forecast broadcast".split())  # the lexicon has no past
_OTHERS = frozenset("DEGZPTUWXKICS")
_ASKING = frozenset(
    """mandate mandates mandated ask asks asked asking require requires required requiring
    recommend recommends recommended suggest suggests suggested insist insists insisted
    propose proposes proposed request requests requested demand demands demanded advise
    advises advised urge urges urged prefer prefers important essential crucial critical
    vital necessary imperative mandatory preferable advisable orders ordered suggesting
    recommending insisting proposing requesting demanding advising urging lest rather
    requirement recommendation suggestion proposal condition rule desire""".split()
)  # what may be followed by a bare verb: “we ask that the crew sail”


def single(verb: Token) -> str:
    """The plain form of a verb with -s; empty for what is none."""
    if verb.lower in MANY:
        return MANY[verb.lower]
    found = _base(verb.lower) if verb.text.islower() else ""
    return "" if found == verb.lower else found


@lru_cache(maxsize=8192)
def _base(word: str) -> str:
    """The verb of a form with -s, by its form alone: the lexicon has some as plurals only."""
    from jdlint.lang.en.forms import base
    from jdlint.lang.en.lexicon import tags

    if word[:-1] in _COME or word[:-1] in _SAME:
        return word[:-1]
    return base(word, tags) if word.endswith("s") and not word.endswith("ss") else ""


def plain(verb: Token) -> str:
    """The form with -s of a plain verb that has no other past; empty for what is none."""
    from jdlint.lang.en.forms import plural

    if verb.lower in ONE:
        return ONE[verb.lower]
    if verb.lower in _COME:
        return verb.lower + "s"
    if verb.lower == "go":
        return "goes"
    known = readings(verb)
    if "V" not in known or known & _OTHERS or single(verb) or verb.lower in _PAST_TOO:
        return ""
    return "" if verb.chance("VBD", "VBN") > _LEAST else plural(verb.text)


def _letters(verb: Token) -> str:
    """The readings of the plain form, the likeliest first."""
    from jdlint.lang.en.lexicon import tags

    found = single(verb) or verb.lower
    return "V" if found in _COME or found in _SAME else tags(found)


def no_noun(verb: Token) -> bool:
    """Whether a verb's form can be no noun and no adjective."""
    if verb.lower in MANY or verb.lower in ONE:
        return True
    known = set(_letters(verb))
    return known == {"V"} or (known == {"V", "J"} and "JJ" not in verb.tags)


def mostly_verb(verb: Token) -> bool:
    """Whether a form that can be a noun, too, is a verb as a rule: take, consist, serve."""
    return verb.lower in MANY or verb.lower in ONE or _letters(verb)[:1] == "V"


def takes_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether an object that opens with its determiner follows, and the clause has no other finite
    verb: what stands at ``at`` is then a verb even where it could be a noun."""
    if at + 1 >= len(tokens) or tokens[at].lower == tokens[at + 1].lower:
        return False
    after = tokens[at + 1]
    given = after.tag in ("DT", "PRP$") or after.lower in _OBJECTS
    if at + 2 < len(tokens) and tokens[at + 2].lower in TIMES:
        return False  # “no call this week”
    return given and after.spaced and after.text.islower() and not has_finite(tokens, at + 1)


def has_finite(tokens: Sequence[Token], first: int) -> bool:
    """Whether a word that may be a finite verb stands in the rest of a clause; a plain verb does
    not count, as it may err as the one before it does."""
    for at in range(first, len(tokens)):
        token = tokens[at]
        if token.lower in _ENDS or token.lower in _PERSONS:
            return False  # “everything we do” is a clause of its own
        if token.tag in _FINITE or token.lower in ONE:
            return True
        if token.tag == "VBN" and token.chance("VBD") > _LEAST:
            return True
        if token.tag == "NNS" and tokens[at - 1].tag == "NN" and token.chance("VBZ") > _SELDOM:
            return True  # “this register tracks ropes”
    return False


def unreal(tokens: Sequence[Token], first: int) -> bool:
    """Whether the clause whose subject opens at ``first`` may tell what is not so."""
    return first > 0 and tokens[first - 1].lower in _UNREAL


def supposed(tokens: Sequence[Token], first: int) -> bool:
    """Whether “if” opens a clause: some still write a bare verb there (“if the tide turn”)."""
    return first > 0 and tokens[first - 1].lower in _SUPPOSING


def asked(tokens: Sequence[Token], first: int) -> bool:
    """Whether what stands left of a clause asks for a bare verb in it: “we ask that the crew”."""
    for at in range(first - 1, -1, -1):
        if tokens[at].lower in _ASKING:
            return at == first - 1 or any(token.lower == "that" for token in tokens[at:first])
    return False
