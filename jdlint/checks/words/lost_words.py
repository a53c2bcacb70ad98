"""A small word that is missing between two others: “need take a break”, “a part the crew”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.checks.words._small_words import EDGES, SmallWords
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import TYPE_CHECKING, dataclass
from jdlint.core.page import HIDDEN, Block, Page
from jdlint.lang.en.tokens import Words

if TYPE_CHECKING:
    from jdlint.lang.en.gaps.odds import Gap

_NOUNS = "NMPO"
_MANNERS = (["the", "same"], ["a", "certain"])  # it works the same way
_CLAUSE, _IN_SUBJECT = 5, "TJNMPOU$#"  # words of a clause that are looked at
_LINKING = frozenset("is are have has was were".split())
_SUBJECTS = frozenset("i you he she it we they".split())
_VERBS = frozenset("need needs want wants help".split())  # nouns too, seldom before a verb


@dataclass(frozen=True)
class LostWords(SmallWords):
    """Reports two words between which edited prose has a third, with log odds of at least
    ``least``: from which on by the word that is missing, or ``bare`` where a pronoun that opens a
    clause has no verb: “we looking for”. Below those of ``sure`` (the same for all) a finding is
    not certain.

    ``unless``: pairs of words that stand so: ``part a``, and ``such _`` with any second word.
    Values: ``found`` (both words), ``better``, ``word``, ``before``, ``after``.
    """

    least: Mapping[str, float]
    sure: float = 4.0
    bare: float = 2.5

    def shown(self, page: Page, block: Block, cut: Words, gap: Gap) -> Finding:
        found = _finding(page, block, cut, gap)
        return found if gap.odds >= self.sure else found._replace(certain=False)

    def gaps(self, cut: Words) -> Iterator[Gap]:
        """The gaps of a text in which a word is missing."""
        from jdlint.lang.en.gaps.odds import lost_words

        for gap in lost_words(cut, min(self.bare, *self.least.values())):
            least = self.least.get(gap.word)
            if gap.word in _LINKING and _is_bare(cut, gap.at):
                least = self.bare
            if least is not None and gap.odds >= least and self._stands(cut, gap):
                yield gap

    def _stands(self, cut: Words, gap: Gap) -> bool:
        """Whether a word can be missing there, by what is not in the odds."""
        first, second = cut.lowers[gap.at - 1 : gap.at + 1]
        if not _beside(cut, gap.at) or {(first, second), (first, "_"), ("_", second)} & self.pairs:
            return False
        if gap.word == "to" and "V" in cut.options[gap.at]:
            # a verb after a noun may be its predicate: “these edits make it easy”
            noun = first not in _VERBS and cut.options[gap.at - 1][0] in _NOUNS
            return cut.options[gap.at][0] == "V" and not noun
        if gap.word == "the" and cut.lowers[gap.at].endswith("ing") and _ends(cut, gap.at):
            return False  # “the rules that we are committed to following”
        if gap.word == "in" and cut.lowers[gap.at : gap.at + 2] in _MANNERS:
            return False
        return gap.word != "of" or not _own_clause(cut, gap.at)


def _ends(cut: Words, at: int) -> bool:
    """Whether the token ends its sentence or a part of it."""
    return at + 1 == len(cut.texts) or cut.texts[at + 1] in ".!?;:,"


def _is_bare(cut: Words, at: int) -> bool:
    """Whether a pronoun opens a clause, and what follows at token ``at`` can be no verb of it."""
    opens = at == 1 or cut.texts[at - 2] in ".!?:;," or cut.options[at - 2][0] in "CS"
    options = cut.options[at]
    linked = options[0] == "G" or options in ("J", "E") or cut.lowers[at] == "been"
    return opens and linked and cut.lowers[at - 1] in _SUBJECTS


def _own_clause(cut: Words, at: int) -> bool:
    """Whether a subject and its verb stand from token ``at`` on: “the role the crew needs”."""
    noun = False
    for options in cut.options[at : at + _CLAUSE]:
        if noun and options[0] in "VZDXKR":
            return True
        if options[0] not in _IN_SUBJECT:
            return False
        noun = noun or options[0] in "NMPOU"
    return False


def _beside(cut: Words, at: int) -> bool:
    """Whether the two words before ``at`` and at it are words of a sentence in small letters, with
    a space between them."""
    first, second = cut.texts[at - 1], cut.texts[at]
    opens = at == 1 or cut.texts[at - 2] in ".!?:"
    if not second.islower() or not (first.islower() or (opens and first[1:].islower())):
        return False
    start, end = cut.starts[at - 1], cut.end(at)
    if cut.text[cut.end(at - 1) : cut.starts[at]] not in (" ", "\n"):
        return False
    return cut.text[start - 1 : start] not in EDGES and cut.text[end : end + 1] not in EDGES


def _finding(page: Page, block: Block, cut: Words, gap: Gap) -> Finding:
    before, after = cut.texts[gap.at - 1 : gap.at + 1]
    start, end = block.start + cut.starts[gap.at - 1], block.start + cut.end(gap.at)
    span = page.prose.span(start, end)
    found = page.source.slice(span)
    better = f"{before} {gap.word} {after}"
    edits = (Edit(span, better),) if page.exact(start, end) and HIDDEN not in found else ()
    values = {"found": found, "better": better, "word": gap.word, "before": before, "after": after}
    return Finding(span, values, edits)
