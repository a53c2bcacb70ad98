"""A clause that opens a sentence, without its comma: “If the post is open please write”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, past_adverbs
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_OPENERS = frozenset("if when once although because unless while whenever since until".split())
_FINITE = ("VBP", "VBZ", "VBD", "MD")
_HEADS = ("NN", "NNS", "NNP", "NNPS", "PRP", "CD")
_NO_HEADS = frozenset(("VB", "VBN", "VBP", "VBZ", "JJ", "RB", "RP"))
_NO_VERBS = frozenset(("NN", "NNS", "NNP", "JJ", "RB"))  # behind these “it” is no object
_ANY = 0.1  # chance of a noun
_SUBJECTS = frozenset("we you they i he she".split())
# after these a clause goes on: “if you think we fit”, “the day when you”
_GOES_ON = frozenset(
    ("IN", "CC", "WDT", "WP", "WRB", "WP$", "TO", "DT", "PDT", "PRP$", "VBG", "EX")
)
_CLAUSE_VERBS = frozenset(
    """think believe know hope say mean feel find see sure ensure wish guess tell show imagine
    suggest like realize notice decide agree understand confirm certain confident assume let make
    have help""".split()
)
_PARTS = frozenset("then which what who where how why that whose".split())
_JOINS = frozenset("and or but".split())  # behind these a pronoun may open one more condition
# what asks for something as surely as “please” does
_REQUESTS = (
    ("feel", "free"),
    ("let", "us", "know"),
    ("do", "not", "hesitate"),
    ("do", "n't", "hesitate"),
    ("don't", "hesitate"),
)
_NO_SUBJECT = frozenset(("PRP", "MD", "TO", "NNP", "WP"))  # of “you feel free”, “to let us know”
_WANTS = frozenset("want need like wish prefer desire choose chose use".split())
_LATER = frozenset(("please", "then"))  # what opens the main clause
_LEAST = 4  # tokens of an opening clause
_SHOWN = 3  # of its tokens that a message shows


@dataclass(frozen=True)
class OpeningClause(SentenceCheck):
    """Reports the last word of a clause with “if”, “when” or the like that opens a sentence and
    runs into the main clause without a comma.

    The main clause is “please” with its verb, “feel free” and the like, or a pronoun with the last
    finite verb of the sentence. Values: ``found``, ``better``, ``clause`` (its last words).
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        if not tokens or tokens[0].lower not in _OPENERS or not tokens[0].text[0].isupper():
            return
        if len(tokens) > 1 and tokens[1].chance(*_FINITE) > 0.5:
            return  # a question: “When was the last time you”
        yield from self._in_plain(tokens, _without_brackets(tokens))

    def _in_plain(self, whole: Sequence[Token], tokens: Sequence[Token]) -> Iterator[Slip]:
        """The slip in a sentence whose brackets are cut out; the last token before the place may be
        one of them."""
        joined = finite = False
        for index in range(1, len(tokens) - 1):
            token, before = tokens[index], tokens[index - 1]
            if not token.word or token.lower in _PARTS:
                return
            joined = joined or token.lower in _JOINS
            finite = finite or (index > 1 and before.tag in _FINITE)
            if index < _LEAST or not finite or before.hidden:
                continue
            sure = not joined or _is_no_noun(before)
            last = whole[token.position - whole[0].position - 1]
            closed = last is not before and not before.noun  # a bracket ends the clause
            if _asks(tokens, index) or (sure and _main(tokens, index, closed=closed)):
                values = {"clause": _end(tokens, index)}
                yield Slip(last, token, f"{last.text}, {token.text}", values)
                return


def _without_brackets(tokens: Sequence[Token]) -> Sequence[Token]:
    """A sentence without what stands in round brackets, where all of them close."""
    texts = [token.text for token in tokens]
    if "(" not in texts or texts.count("(") != texts.count(")"):
        return tokens
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.text == "("
        if not depth:
            kept.append(token)
        depth -= token.text == ")"
    return kept


def _is_no_noun(token: Token) -> bool:
    """Whether no relative clause can begin behind a word (“the boats we mend”): it is no noun."""
    return token.tag in _NO_HEADS and token.chance(*_HEADS) < _ANY


def _end(tokens: Sequence[Token], index: int) -> str:
    """The last words of the clause before a token."""
    shown = tokens[index - _SHOWN : index]
    return "".join(" " * token.spaced + token.text for token in shown).strip()


def _asks(tokens: Sequence[Token], index: int) -> bool:
    """Whether “please” with its verb starts at a token, or another request."""
    token, after = tokens[index], tokens[index + 1]
    if any(_lowers(tokens, index, len(words)) == words for words in _REQUESTS):
        return tokens[index - 1].tag not in _GOES_ON and tokens[index - 1].tag not in _NO_SUBJECT
    verb = after.tag in ("VB", "VBP") or after.lower in ("do", "don't", "note", "contact")
    return token.text == "please" and verb and tokens[index - 1].tag not in _GOES_ON


def _lowers(tokens: Sequence[Token], index: int, count: int) -> tuple[str, ...]:
    return tuple(token.lower for token in tokens[index : index + count])


def _main(tokens: Sequence[Token], index: int, *, closed: bool) -> bool:
    """Whether a pronoun opens the main clause: its verb is the last finite one, no mark follows."""
    token, before = tokens[index], tokens[index - 1]
    if before.tag in _GOES_ON or before.lemma in _CLAUSE_VERBS:
        return False
    if token.lower not in _SUBJECTS and not (token.lower == "it" and before.tag in _NO_VERBS):
        return False
    verb = past_adverbs(tokens, index + 1)
    if verb >= len(tokens) or not tokens[verb].surely(*_FINITE, least=0.8):
        return False
    if tokens[verb].text in ("'s", "’s"):
        return False
    if before.noun and tokens[verb].lower in _WANTS:
        return False  # “choose the rope you want to mend”
    rest = tokens[verb + 1 :]
    if any(own.lower in _LATER for own in rest):
        return False  # “a yard you would like to work with then please write”
    if closed or (token.lower == "it" and tokens[verb].lower == "means"):
        return True  # “it probably means that we …”
    later = [own for own in rest if own.chance(*_FINITE) > 0.2 and own.tag != "VB"]
    return not later and not any(own.text in (",", ";", ":", "--", "–", "—") for own in rest)
