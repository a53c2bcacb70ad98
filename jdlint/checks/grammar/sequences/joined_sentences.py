"""Two sentences that only a comma joins: “The yard is old, its cranes are new.”"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, past_adverbs
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_FINITE = ("MD", "VBZ", "VBP", "VBD")
_PRONOUNS = frozenset(
    """i we you they he she it this that there everyone everybody nobody someone everything nothing
    these those""".split()
)
_SHARES = frozenset("most some all many both none few each one".split())
_RELATIVE = frozenset("which whom whose".split())
_TAKEN_UP = frozenset("it they this he she".split())
_RELATING = frozenset("that whichever whatever whoever however".split())
_NEGATIONS = frozenset("not n't no never nothing nobody don't isn't aren't won't can't".split())
# what a speaker adds at the end: “the tide is low, we think”
_SAYING = frozenset(
    """say says said think thinks believe believes hope hopes know knows guess suppose mean means
    promise imagine feel add adds explain explains write writes find see""".split()
)
_MARKS = frozenset(', ; : " “ ” ( ) ? – — -- - ‘ [ ] |'.split())
_HELPERS = frozenset(
    "is are was were has have had do does did 's 're 've 'll 'm isn't aren't don't".split()
)
_OPENING = frozenset(("PRP", "DT", "PRP$", "NN", "NNS", "NNP", "JJ", "EX", "PDT", "CD"))
_INSIDE = frozenset(("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "CD", "POS"))
_NO_LEFT = frozenset(
    """if when while because although though unless since as once until after before whether what
    who how where why whatever whoever whenever wherever however no the-more either neither both
    let please be through with without in at on for by from to of during within under over after
    across behind between despite due thanks given together along alongside besides beyond
    amid towards toward via following""".split()
)
_CLAUSES = frozenset(
    """if when while because although though unless since once as until after before whenever
    where wherever whether""".split()
)
_BEFORE_THAT = frozenset("now so given provided assuming such in".split())
_TIMES = frozenset("time day moment week year month minute second instant way more".split())
_UNFINISHED = frozenset(("IN", "CC", "DT", "TO", "MD", "PRP$"))
# capitals that open a sentence, inside one: “… at all times The yard pays …”
_STARTS = frozenset("The This These There It We You They Our Your".split())
_ENDINGS = frozenset(("NN", "NNS", "NNP", "RB", "JJ", "CD", "VBN"))
_FILLED = frozenset(("DT", "PRP$", "CD", "JJ", "NN", "NNS", "TO", "VBG", "VBN"))
_NAMED = 2  # capitals further on: the line is in title case, or full of names
_LEFT, _RIGHT = 4, 3  # least tokens of the two: shorter ones may be meant as a row
_SURE, _COMMAND, _LIKELY = 0.9, 0.8, 0.5
_PERSONS = frozenset("we you they he she".split())
_LONGEST = 45


@dataclass(frozen=True)
class JoinedSentences(SentenceCheck):
    """Reports the comma of a sentence that has one, where both sides are sentences of their own:
    a subject with its finite verb, on the left a command, too.

    Values: ``found`` (the comma and the word behind it). Variant ``stop``: nothing joins them, but
    the second one opens with a capital.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        yield from _lost_stops(tokens)
        comma = _only_comma(tokens)
        if comma < _LEFT or len(tokens) - comma <= _RIGHT or len(tokens) > _LONGEST:
            return
        left, right = tokens[:comma], tokens[comma + 1 :]
        if right[0].lower in _RELATING or not _is_left(left) or _turns(left, right):
            return
        verb = _subject_end(right, 0)
        if verb > 0 and _is_verb(right, verb) and not _ends_saying(right):
            certain = right[0].lower in _PRONOUNS or right[verb].lower in _HELPERS
            yield Slip(tokens[comma], tokens[comma + 1], certain=certain)


def _lost_stops(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Capitals in the middle of a line with which a sentence of its own starts."""
    for index in range(_LEFT, len(tokens) - _RIGHT):
        if tokens[index].text not in _STARTS:
            continue
        before, right = tokens[index - 1], tokens[index:]
        if not before.text.islower() or not before.surely(*_ENDINGS, least=_COMMAND):
            continue
        if not before.word or right[0].start - before.end != 1 or not right[1].text.islower():
            continue
        if sum(token.text[0].isupper() for token in tokens[1:]) > _NAMED:
            continue
        verb = _subject_end(right, 0)
        if verb > 0 and _is_verb(right, verb) and _is_filled(right, verb):
            yield Slip(tokens[index], tokens[index], variant="stop", certain=False)


def _is_filled(right: Sequence[Token], verb: int) -> bool:
    """Whether the verb has what it takes, so that no noun before a pronoun can be its object, as in
    “the tools We use”."""
    if right[0].lower not in _PRONOUNS:
        return True
    after = right[verb + 1] if verb + 1 < len(right) else None
    if after is not None and after.tag in ("VB", "RB"):
        after = right[verb + 2] if verb + 2 < len(right) else None
    return after is not None and after.tag in _FILLED


def _only_comma(tokens: Sequence[Token]) -> int:
    """The index of the comma of a sentence that has no other mark inside; 0 where there is none."""
    found = 0
    for index, token in enumerate(tokens[:-1]):
        if token.text in _MARKS:
            if token.text != "," or found:
                return 0
            found = index
    return found if tokens and tokens[-1].text not in _MARKS else 0


def _is_left(left: Sequence[Token]) -> bool:
    """Whether what stands before the comma is a sentence: a subject with its verb, or a command."""
    first = left[0]
    if first.text[0].islower():
        return False  # something hidden opens the sentence, or a line above it
    if first.lower == "please":
        return left[1].tag == "VB" and not _opens_clause(left)
    if first.lower in _NO_LEFT or left[-1].lower in ("so", "sorry"):
        return False
    if left[-1].tag in _UNFINISHED or left[1].lower in _TIMES or _opens_clause(left):
        return False
    if first.surely("VB", least=_COMMAND) and first.lower not in _HELPERS:
        return True
    if first.tag not in _OPENING:
        return False
    verb = _subject_end(left, 0)
    return verb > 0 and left[verb].surely(*_FINITE, least=_SURE) and left[verb] is not left[-1]


def _opens_clause(left: Sequence[Token]) -> bool:
    """Whether the right side hangs on what the left one opens: “note that if …, it”, “but after
    debate, we”."""
    if any(token.lower in _CLAUSES for token in left):
        return True
    thats = [n for n, token in enumerate(left) if n and token.lower == "that"]
    if any(left[n - 1].lower in _BEFORE_THAT for n in thats):
        return True
    joint = max((n for n, t in enumerate(left) if t.tag == "CC" or t.lower == "that"), default=-1)
    if joint < 0 or joint + 1 >= len(left):
        return joint >= 0
    rest = left[joint + 1 :]
    opens = rest[0].tag in ("IN", "RB", "TO", "WRB") or left[joint].lower == "that"
    return opens and not any(token.tag in _FINITE for token in rest)


def _turns(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether the two belong together as they are: “it is not a job, it is a calling”, “the more
    the better”, “it is low tide, we think”."""
    if any(token.lower in _SAYING for token in left[-1:]):
        return True
    if right[0].lower == "the" and right[1].tag in ("JJR", "RBR"):
        return True
    if left[-1].tag == "JJ" == right[0].tag:
        return True  # “short, direct messages are sent”
    again = left[0].lower == right[0].lower
    denied = any(token.lower in _NEGATIONS for token in left)
    if denied and (again or right[0].lower in _TAKEN_UP):
        return True
    return again and left[1].lower == right[1].lower


def _subject_end(tokens: Sequence[Token], first: int) -> int:
    """The index of the verb behind the subject that opens at ``first``; 0 where none is plain."""
    token = tokens[first]
    if token.lower in _PRONOUNS:
        return past_adverbs(tokens, first + 1)
    if token.lower in _SHARES and first + 2 < len(tokens) and tokens[first + 1].lower == "of":
        if tokens[first + 2].lower in _RELATIVE:
            return 0
        if tokens[first + 2].tag == "PRP":
            return past_adverbs(tokens, first + 3)
        return _phrase_end(tokens, first + 2)
    return _phrase_end(tokens, first)


def _phrase_end(tokens: Sequence[Token], first: int) -> int:
    """Behind a noun phrase and one that hangs on it by “of” or “in”: “the cranes of the yard”."""
    at = _noun_end(tokens, first)
    if at and at < len(tokens) - 1 and tokens[at].lower in ("of", "in", "for", "with", "at"):
        at = _noun_end(tokens, at + 1)
    if not at or at >= len(tokens):
        return 0
    at = past_adverbs(tokens, at)
    return at if at < len(tokens) else 0


def _noun_end(tokens: Sequence[Token], first: int) -> int:
    at = first
    if at < len(tokens) and tokens[at].tag in ("DT", "PRP$", "PDT"):
        at += 1
    while at < len(tokens) and tokens[at].tag in _INSIDE and not tokens[at].hidden:
        at += 1
    if at > first and (tokens[at - 1].noun or tokens[at - 1].lower in ("one", "ones")):
        return at
    return 0


def _is_verb(right: Sequence[Token], verb: int) -> bool:
    """Whether a word is surely the finite verb of the right side."""
    shared = right[0].lower in _SHARES and right[2].tag == "PRP"
    least = _LIKELY if shared or right[0].lower in _PERSONS else _SURE
    forms = (*_FINITE, "VB") if shared else _FINITE
    if verb >= len(right) or not right[verb].surely(*forms, least=least):
        return False
    if shared:
        return True
    if verb == len(right) - 1:
        return False
    if right[0].lower in _PRONOUNS or right[verb].lower in _HELPERS or right[verb].tag == "MD":
        return True
    return right[verb].tag in ("VBZ", "VBP") and right[verb + 1].tag in (
        "DT", "PRP$", "PRP", "RB", "IN", "TO", "CD", "JJ"
    )  # fmt: skip


def _ends_saying(right: Sequence[Token]) -> bool:
    return any(token.lower in _SAYING for token in right[-2:])
