"""A small word that is one too many: “sends the everyone home”, “used for only for boats”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.checks.words._latin import opens_latin
from jdlint.checks.words._small_words import SmallWords, changed, in_sentence, small_neighbours
from jdlint.core.diagnostic import Finding
from jdlint.core.light import TYPE_CHECKING, dataclass
from jdlint.core.page import Block, Page
from jdlint.lang.en.tokens import Words

if TYPE_CHECKING:
    from jdlint.lang.en.gaps.odds import Gap

_NEEDLESS = frozenset("the a an your our their its this these".split())
_DETERMINERS = _NEEDLESS | frozenset("my every each".split())
_PREPOSITIONS = frozenset("to of in on for with from by as at about into".split())
_BE = frozenset("is are was were".split())
_MODALS = frozenset("can will may should would".split())
_FINITE = _BE | _MODALS | {"has"}
# what is right at the end of a clause is not among them: “the ropes we have are new”
_PAIRS = frozenset(
    [(one, two) for one in _BE for two in _FINITE]
    + [(one, two) for one in _MODALS - {"can"} for two in _MODALS]
    + [("have", "be"), ("be", "have")]
)
_VERBS = _FINITE | {"have", "be"}
_ARTICLES, _DEMONSTRATIVES = frozenset(("the", "a", "an")), frozenset(("this", "these"))
_REPEATED = _PREPOSITIONS - {"to", "as", "than"}  # to go to, as soon as
_AMOUNTS = frozenset("all more most less many much i".split())  # the all too new boat
_WHOLE = frozenset("all both most some each many out up off either".split())
_LEFT = frozenset("what which who that how where when why whatever whom all one".split())
_JOINS = frozenset("and or but nor not".split())
_WHOLES = frozenset("within without into onto upon throughout".split())  # written as two words
_FAR = 12  # words before a preposition or verb among which one may say that it ends a clause
_RARE = -20  # steps (eighths of a doubling) below what chance gives


@dataclass(frozen=True)
class NeedlessWords(SmallWords):
    """Reports a closed-class word in whose place edited prose has none, with log odds of at least
    ``least``, where it is a determiner beside another, a preposition beside another or a verb
    beside a verb, as hardly ever on the web; from ``sure`` on a finding is certain.

    ``least`` and ``sure``: by the kind, ``determiner``, ``preposition`` and ``verb``. ``unless``:
    pairs of words that stand so. Values: ``found``, ``better``. Variants: ``split`` (two words that
    are one: “with in”).
    """

    least: Mapping[str, float]
    sure: Mapping[str, float]

    def shown(self, page: Page, block: Block, cut: Words, gap: Gap) -> Finding:
        for last in (gap.at, gap.at + 1):
            whole = cut.lowers[last - 1] + cut.lowers[last]
            if whole in _WHOLES:
                return changed(page, block, cut, last, whole, 2)._replace(variant="split")
        found = changed(page, block, cut, gap.at, "")
        return found if gap.odds >= self.sure[gap.word] else found._replace(certain=False)

    def gaps(self, cut: Words) -> Iterator[Gap]:
        """The words of a text that are too many; ``word`` is their kind."""
        last: Gap | None = None
        for at in range(1, len(cut) - 2):
            kind = _kind(cut, at)
            if kind and self._asked(cut, at) and (kind == "repeated" or _rare(cut, at)):
                gap = _gap(cut, at, kind)
                if gap.odds < self.least[kind]:
                    continue
                if last is not None and last.at + 2 >= at:  # of two the likelier
                    last = max(last, gap, key=lambda each: each.odds)
                    continue
                if last is not None:
                    yield last
                last = gap
        if last is not None:
            yield last

    def _asked(self, cut: Words, at: int) -> bool:
        """Whether a word may be too many by what is not in the odds."""
        before, low, after = cut.lowers[at - 1 : at + 2]
        if {(before, low), (low, after), (before, "_", after)} & self.pairs:
            return False
        if opens_latin(low, after) or opens_latin(after, cut.lowers[at + 2]):
            return False  # “we rank them by in silico tests”
        return in_sentence(cut, at) and small_neighbours(cut, at)


def _gap(cut: Words, at: int, kind: str) -> Gap:
    from jdlint.lang.en.gaps.odds import Gap, needless

    return Gap(at, kind, needless(cut, at))


def _kind(cut: Words, at: int) -> str:
    """What a word that may be too many is, by those beside it; empty where it is none."""
    before, low, after = cut.lowers[at - 1 : at + 2]
    if low in (before, after):
        return ""  # a doubled word
    if low in _NEEDLESS:
        return "determiner" if _beside_determiner(cut, at) else ""
    if low in _REPEATED and _repeated(cut, at):
        return "repeated"
    if low in _PREPOSITIONS:
        # behind a verb the first of two belongs to it: “it was brought about by the crew”
        beside = after in _PREPOSITIONS and cut.options[at - 1][0] not in "VZDEG"
        beside = beside or (before in _PREPOSITIONS and cut.options[at - 2][0] not in "VZDEGR")
        return "preposition" if beside and not _left(cut, at) else ""
    if low in _BE and cut.options[at + 1][0] in "NM" and cut.lowers[at + 2] in _FINITE:
        return "" if _left(cut, at) else "verb"
    return "verb" if low in _VERBS and _beside_verb(cut, at) else ""


def _beside_verb(cut: Words, at: int) -> bool:
    """Whether two verbs stand side by side that no clause can have, nor two that meet."""
    before, low, after = cut.lowers[at - 1 : at + 2]
    beside = ((before, low), at + 1), ((low, after), at + 2)
    # “the question is can you sail”
    found = any(pair in _PAIRS and cut.options[end][0] != "U" for pair, end in beside)
    return found and not _left(cut, at)


def _beside_determiner(cut: Words, at: int) -> bool:
    """Whether a determiner stands beside another, or before a pronoun."""
    before, low, after = cut.lowers[at - 1 : at + 2]
    if after in _JOINS or (after in _AMOUNTS and (low, after) != ("a", "many")):
        return False
    if low in _DEMONSTRATIVES:  # they stand alone too: “with this the crew sails”
        return before in _DETERMINERS or after in _DETERMINERS - _ARTICLES
    options = cut.options[at + 1]
    return (options[0] in "TU" and "W" not in options) or before in _DETERMINERS - _DEMONSTRATIVES


def _repeated(cut: Words, at: int) -> bool:
    """Whether a preposition stands again next but one, with a small word between."""
    for other in (at - 2, at + 2):
        between = cut.options[(at + other) // 2][0]
        if other >= 0 and cut.lowers[other] == cut.lowers[at] and between in "RT":
            return cut.lowers[(at + other) // 2] not in _WHOLE
    return False


def _left(cut: Words, at: int) -> bool:
    """Whether a word before tells that a clause ends here: “what it comes from is”."""
    return not _LEFT.isdisjoint(cut.lowers[max(at - _FAR, 0) : at])


def _rare(cut: Words, at: int) -> bool:
    """Whether the web hardly knows a word beside one of its neighbours."""
    from jdlint.lang.en.pairs.table import by_chance, pair

    before, low, after = cut.lowers[at - 1 : at + 2]
    sides = ((one, two) for one, two in ((before, low), (low, after)) if (one + two).isalpha())
    return any(pair(one, two) - by_chance(one, two) <= _RARE for one, two in sides)
