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
    labelling labeling annotating debugging profiling forecasting""".split()
)
# things have these, too, that are named after them: a fields system, the outputs configuration
_MEANS = frozenset("system systems tool tools configuration".split())
# plurals that describe as they are, with dictionaries or with those who speak of them daily
_PLURAL_TOO = frozenset(
    """sales operations systems services settings records communications materials goods savings
    sports arms benefits rights results people metrics permissions docs news accounts admissions
    awards careers claims clothes credits customs earnings electronics enhancements exports funds
    futures grants graphics honors honours humanities imports insights jobs learnings means needs
    notes parts partnerships payments points policies practices products programs programmes
    publications relations reports requirements resources returns rewards royalties sciences
    securities shares solutions specifications standards statistics stocks studies supplies
    taxes terms textiles tools trades trends trusts users utilities values veterans windows women
    works analytics logistics economics physics mathematics ethics devops ops saas paas data media
    facilities events communities investments donations alumni secrets members employees
    customers clients partners rules volunteers tests emissions drugs weapons contracts wages lots
    series species men children bus gas process business access status analysis basis address
    kubernetes windows reservations expectations expenses learners students patients citizens
    hours contents renewals controls outputs artifacts investors shareholders stakeholders suppliers vendors contributors owners options licenses
    licences assets liabilities emergencies behaviours behaviors collections lessons thanks
    proceedings orders""".split()
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
    return one != noun.text and noun.surely("NNS", least=_SURE) and tags(one)[:1] in ("N", "M")


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
    return not any(token.lemma in _GIVING for token in tokens[max(index - _LONGEST, 0) : index])
