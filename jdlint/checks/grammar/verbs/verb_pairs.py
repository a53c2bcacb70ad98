"""Two full verbs in a row, or a verb with -s after “help”: “make ensure that”, “helps plans”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, bare_verb, readings
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_HELP = frozenset("help helps helped helping".split())
# verbs that a bare verb may follow: let go, go see, make do, need not ask, help find
_HOSTS = frozenset(
    """help helps helped helping let lets letting go come dare need do does did please try thank
    get gets 's""".split()
)
_OBJECT = frozenset(("DT", "PRP$"))
_AFTER = frozenset(("DT", "PRP$", "PRP", "NNS", "CD", "IN", "WRB"))
_DEGREE = frozenset("most best least lot bit same way day year week next whole".split())
_OBJECTS_OF = frozenset(("NN", "NNS", "NNP", "WDT", "IN"))
_NO_VERBS = frozenset(("console", "excel"))
_RELATIVE = frozenset("that which who whom where when".split())
_SUBJECTS = frozenset(("PRP", "PRP$", "DT", "NN", "NNS", "NNP"))
_CLAUSE = 7  # tokens from a relative pronoun to the verb of its clause
_FINITE = frozenset(("VB", "VBP", "VBZ"))


@dataclass(frozen=True)
class VerbPairs(SentenceCheck):
    """Reports a verb with -s after “help” (variant ``third``), and a base verb right after another
    full verb (variant ``double``, of which one is too many).

    Values: ``found``, ``better``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index, token in enumerate(tokens[:-2]):
            if token.lower in _HELP:
                if _third(tokens, index):
                    yield _base(token, tokens[index + 1])
            elif token.tag in _FINITE and token.lower not in _HOSTS and _double(tokens, index):
                yield Slip(token, tokens[index + 1], tokens[index + 1].text, variant="double")


def _third(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb with -s and its object follow: “helps plans new routes”."""
    verb, after = tokens[index + 1], tokens[index + 2]
    if index and tokens[index - 1].tag.startswith(("VB", "DT", "PRP$", "JJ")):
        return False  # “who needs help visits the page”
    if "Z" not in readings(verb) or not readings(verb) <= set("ZP") or not after.spaced:
        return False
    following = tokens[index + 3] if index + 3 < len(tokens) else None
    if after.tag in _OBJECT:
        return following is not None and following.lower not in _DEGREE
    adjective = after.tag == "JJ" and after.surely("JJ", least=0.9)
    return adjective and following is not None and following.surely("NN", "NNS", least=0.9)


def _base(token: Token, verb: Token) -> Slip:
    from jdlint.lang.en.forms import base
    from jdlint.lang.en.lexicon import tags

    return Slip(token, verb, f"{token.text} {base(verb.lower, tags)}", variant="third")


def _double(tokens: Sequence[Token], index: int) -> bool:
    """Whether two verbs in a row cannot both stand: “we make ensure that”."""
    token, verb, after = tokens[index : index + 3]
    if index > 1 and tokens[index - 1].tag == "PRP" and tokens[index - 2].tag in _OBJECTS_OF:
        return False  # “the passwords we choose contribute to it”
    if _ends_relative(tokens, index):
        return False
    if (
        not verb.spaced
        or verb.lower in ("console", "excel")
        or not bare_verb(verb)
        or after.tag not in _AFTER
    ):
        return False
    return token.surely(*_FINITE) and "V" in readings(token)


def _ends_relative(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb ends a clause whose object stands before it: “the tools that you will use
    depend on the boat”."""
    return any(
        tokens[at].lower in _RELATIVE
        and tokens[at - 1].tag.startswith("NN")
        and tokens[at + 1].tag in _SUBJECTS
        for at in range(max(index - _CLAUSE, 1), index - 1)
    )
