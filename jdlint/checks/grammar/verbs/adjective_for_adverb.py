"""An adjective where the verb wants an adverb: “to efficient manage the dock”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, bare_verb, only, readings
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_BEFORE = frozenset(("to", "will", "can", "could", "should", "must", "would", "may", "might"))
# adjectives that no noun phrase without an article starts with right before a verb
_FREQUENT = frozenset(
    """possible probable arguable potential current temporary automatic reliable ultimate eventual
    understandable easy quick simple actual typical usual frequent gradual immediate permanent
    initial primary voluntary unfortunate successful regular recent previous""".split()
)
_HELPERS = frozenset("do does did could would can should will must might may".split())
_AUXILIARIES = frozenset(("be", "have", "do"))
_SUBJECTS = frozenset("we they i he she it you".split())
_CLAUSES = frozenset("if because that when since while as although how so".split())
_OBJECTS = frozenset(("DT", "PRP$", "PRP", "NNS", "JJ", "NN", "IN"))
_DETERMINERS = frozenset(("DT", "PRP$", "PRP"))
_LIKELY, _SURE = 0.6, 0.9
# verbs that an adverb of manner follows, and hardly an adjective
_ACTS = frozenset(
    f"{verb}{end}"
    for verb in "work collaborate interact communicate operate cooperate".split()
    for end in ("", "s", "ed", "ing")
) | frozenset("collaborated collaborating operated operating communicated communicating".split())
_AFTER = frozenset("with in on within across under from as to and or at alongside".split())


@dataclass(frozen=True)
class AdjectiveForAdverb(SentenceCheck):
    """Reports an adjective between “to” or a modal and its verb, and one right after a verb such
    as “work”, where it can only say how.

    ``manners`` are the adjectives that are looked for after such verbs. Values: ``found``,
    ``better``, ``verb``.
    """

    manners: tuple[str, ...] = ()

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index, token in enumerate(tokens[:-2]):
            word = tokens[index + 1]
            if word.lower in _FREQUENT and _between(tokens, index):
                values = {"verb": tokens[index + 2].text}
                yield Slip(word, word, _adverb(word.lower), values)
                continue
            if token.lower not in _BEFORE and token.lower not in _ACTS:
                continue
            manner = word.lower in self.manners and word.surely("JJ", least=_SURE)
            if not (manner or _only_adjective(word)) or not _adverb(word.lower):
                continue
            after = tokens[index + 2]
            if token.lower in _BEFORE and _only_adjective(word):
                if index + 3 < len(tokens) and _acts(after, tokens[index + 3]):
                    yield Slip(word, word, _adverb(word.lower), {"verb": after.text})
            elif not manner or not token.verb:
                continue
            elif token.lower in _ACTS and _closes(tokens, index + 2):
                yield Slip(word, word, _adverb(word.lower), {"verb": token.text})


def _between(tokens: Sequence[Token], index: int) -> bool:
    """Whether a subject or a modal stands at ``index`` and its verb two words further on."""
    token, verb = tokens[index], tokens[index + 2]
    after = tokens[index + 3] if index + 3 < len(tokens) else None
    if after is None or after.lower in ("and", "or"):
        return False
    asked = index > 1 and token.tag == "PRP" and tokens[index - 1].tag == "MD"  # “could it”
    helped = token.lower in ("n't", "not") and index and tokens[index - 1].lower in _HELPERS
    if token.tag in ("MD", "TO") or asked or helped:
        if bare_verb(verb):
            return after.tag in _OBJECTS
        verbal = "V" in readings(verb) and after.tag in _DETERMINERS
        return token.tag != "TO" and (verbal or verb.lower in _AUXILIARIES)
    if token.lower not in _SUBJECTS or (index and not _opens(tokens[index - 1])):
        return False
    if verb.tag in ("VBZ", "VBP", "VBD", "MD"):
        return verb.lower not in ("is", "are", "was", "were")
    return "V" in readings(verb) and after.tag in _DETERMINERS


def _opens(token: Token) -> bool:
    """Whether a clause can start behind a token."""
    return token.tag in ("CC", ",", ".", ":", "WDT", "WP", "WRB") or token.lower in _CLAUSES


def _acts(verb: Token, after: Token) -> bool:
    """Whether a word is surely a base verb with its object: “manage the dock”."""
    if after.tag not in _OBJECTS or verb.chance("VB", "VBP") < _LIKELY:
        return False
    return bare_verb(verb) or ("V" in readings(verb) and after.tag in _DETERMINERS)


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Whether no noun can follow the adjective: a preposition, a mark or the end does."""
    token = tokens[at]
    if token.lower in ("and", "or"):
        return at + 1 < len(tokens) and tokens[at + 1].tag in ("RB", "VB", "VBP", "IN")
    return token.text in ".,;)" or (token.lower in _AFTER and token.tag in ("IN", "TO"))


def _only_adjective(word: Token) -> bool:
    """Whether a word is an adjective; some (effective) are nouns, too, in dictionaries."""
    if word.lower.endswith("ly") or "-" in word.text or not only(word, "JN"):
        return False
    return "J" in readings(word) and word.surely("JJ", least=_SURE)


def _adverb(word: str) -> str:
    """The adverb of an adjective, where the lexicon knows it; empty elsewhere."""
    from jdlint.lang.en.lexicon import tags

    if word.endswith("ic"):
        made = word + "ally"
    elif word.endswith("le") and word[-3:-2] not in "aeiou":
        made = word[:-1] + "y"
    else:
        made = (word[:-1] + "i" if word.endswith("y") else word) + "ly"
    return made if "R" in tags(made) else ""
