"""A plural that describes the noun behind it: “servers setup”, “log aggregations tools”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

# what is done to things; none of these can be a verb behind its subject
_ACTS = frozenset(
    """setup setups maintenance aggregation aggregations orchestration provisioning
    management administration optimization optimisation visualization visualisation segmentation
    classification recognition detection generation installation procurement allocation
    infrastructure""".split()
)
# these may have the things as their subject, where an object follows
_DOING = frozenset(
    """processing tracking handling fixing testing monitoring scheduling modelling modeling editing
    mapping labelling labeling annotating debugging profiling forecasting""".split()
)
# things have these, too, that are named after them: a fields system
_MEANS = frozenset("system systems tool tools".split())
# plurals that describe as they are, with dictionaries or with those who speak of them daily
_PLURAL_TOO = frozenset(
    """access accounts address admissions alumni analysis analytics arms artifacts assets awards
    basis behaviors behaviours benefits bus business careers children citizens claims clients
    clothes collections communications communities contents contracts contributors controls
    credits customers customs data devops docs donations drugs earnings economics electronics
    emergencies emissions employees enhancements ethics events expectations expenses exports
    facilities funds futures gas goods grants graphics honors honours hours humanities imports
    insights investments investors jobs kubernetes learners learnings lessons liabilities
    licences licenses logistics lots materials mathematics means media members men metrics
    needs news notes operations ops options orders outputs owners paas partners partnerships
    parts patients payments people permissions physics points policies practices proceedings
    process products programmes programs publications records relations renewals reports
    requirements reservations resources results returns rewards rights royalties rules saas
    sales savings sciences secrets securities series services settings shareholders shares
    solutions species specifications sports stakeholders standards statistics status stocks
    students studies suppliers supplies systems taxes terms tests textiles thanks tools trades
    trends trusts users utilities values vendors veterans volunteers wages weapons windows
    women works""".split()
)
_GIVING = frozenset(
    """give offer provide send teach show bring get grant lend pay tell ask buy cost allow deny
    make let help save keep assign""".split()
)
_SURE = 0.8
_LONGEST = 4  # words from a giving verb to what is given
_AFTER_DOING = frozenset(("IN", "CC", ".", ",", "MD", "VBZ", ":", "TO"))
_MORE = frozenset("tool tools system systems software skill skills experience".split())


@dataclass(frozen=True)
class PluralFirst(SentenceCheck):
    """Reports a plural right before what is done to things of that kind (setup, maintenance,
    tracking) or before “system” and “tool”, which is not certain.

    Values: ``found``, ``better``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        from jdlint.lang.en.forms import singular

        for index in range(len(tokens) - 1):
            word = tokens[index + 1].lower
            if word in _ACTS or word in _DOING or word in _MEANS:
                first, head = tokens[index], tokens[index + 1]
                if _is_plural(first) and _is_head(tokens, index + 1) and _joined(tokens, index):
                    better = f"{singular(first.text)} {head.text}"
                    yield Slip(first, head, better, certain=word not in _MEANS)


def _is_plural(noun: Token) -> bool:
    from jdlint.lang.en.forms import singular
    from jdlint.lang.en.lexicon import tags

    if not noun.text.islower() or noun.lower in _PLURAL_TOO or not noun.lower.endswith("s"):
        return False
    one = singular(noun.text)
    return (
        one != noun.text and noun.surely("NNS", least=_SURE) and bool(set(tags(one)) & {"N", "M"})
    )


def _is_head(tokens: Sequence[Token], at: int) -> bool:
    head = tokens[at]
    if not head.text.islower() or not head.spaced:
        return False
    if head.lower in _MEANS and tokens[at - 1].lower.endswith(("ers", "ors")):
        return False  # “the maintainers tool” is theirs
    if head.lower not in _DOING:
        return head.noun
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or after.tag in _AFTER_DOING or after.lower in _MORE


def _joined(tokens: Sequence[Token], index: int) -> bool:
    """Whether the two make one phrase: the plural is not given the other, nor owned by more."""
    if index and (tokens[index - 1].tag in ("POS", "CD", "CC", "PDT") or tokens[index - 1].hidden):
        return False
    if index and tokens[index - 1].text in ",/&-–":
        return False
    for token in reversed(tokens[max(index - _LONGEST, 0) : index]):
        if token.tag in ("IN", "TO"):
            return True  # “you help with boats maintenance”
        if token.lemma in _GIVING:
            return False
    return True
