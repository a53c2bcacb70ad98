"""Parts of a sentence that are joined by “and” and do not have the same form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Block, Page
from jdlint.core.tools import cached_property
from jdlint.lang.en.forms import gerund
from jdlint.lang.en.lexicon import tags
from jdlint.lang.en.tokens import Words, words

_OBJECT = frozenset(
    (
        "the",
        "a",
        "an",
        "our",
        "your",
        "their",
        "its",
        "his",
        "her",
        "this",
        "these",
        "those",
        "all",
        "any",
        "each",
        "every",
        "them",
        "it",
        "us",
        "how",
        "what",
    )
)
_FOLLOWING = _OBJECT | {"as", "when", "where"}
_PREPOSITIONS = frozenset(("in", "for", "of", "with", "on"))
# After other openers a bare verb may go with what stands before: you are comfortable selling and
# understand pumps.
_ANYWHERE = frozenset(
    ("responsible", "accountable", "involves", "involve", "includes", "include", "requires")
)
_PURPOSE = frozenset(("for", "by", "through", "about", "towards", "toward"))
_STOP = frozenset(".;:!?")


@dataclass(frozen=True)
class Parallel:
    """Reports one of ``verbs`` after “and” where its form breaks the series.

    ``to`` … ``and`` -ing (“to sell the pumps and servicing them”), in sentences that start with a
    verb or with “you”, “we” or “they”; and a word of ``openers`` with a preposition and an -ing
    form, then “and” and a bare verb (“responsible for selling pumps and service them”). Values:
    ``found``, ``better``, ``first`` (the form to match).
    """

    verbs: tuple[str, ...]
    openers: tuple[str, ...]
    scope: tuple[str, ...] = ("prose",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    @cached_property
    def _bases(self) -> Mapping[str, str]:
        return {gerund(verb): verb for verb in self.verbs}

    @cached_property
    def needles(self) -> tuple[str, ...]:
        return tuple(f"and {verb} " for verb in (*self._bases, *self.verbs))

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        kinds, seen = kinds_of(self.scope), set[int]()
        for hit in hits:
            block = page.block_at(hit.start)
            if not self._possible(
                page.lower[block.start : hit.start], page.lower[hit.end : hit.end + 9]
            ):
                continue
            cut = words(page.text(block))
            joint = cut.at(hit.start - block.start)
            if block.kind not in kinds or joint < 0 or joint in seen or joint + 1 >= len(cut):
                continue
            word = cut.lowers[joint + 1]
            first = (
                self._infinitive(cut, joint)
                if word in self._bases
                else self._opened(cut, joint, word)
            )
            if first:
                seen.add(joint)
                yield self._finding(page, block, cut, joint + 1, first)

    def _possible(self, before: str, after: str) -> bool:
        """A quick look: an infinitive before an -ing form, or an opener before a verb and its
        object."""
        if after.partition(" ")[0] in _FOLLOWING:
            return " to " in before or (
                "ing " in before and any(word in before for word in self.openers)
            )
        return " to " in before

    def _infinitive(self, cut: Words, joint: int) -> str:
        """The verb after “to” that an -ing form at ``joint + 1`` should match, or nothing."""
        start = _sentence(cut, joint)
        begins = cut.tags[start] == "V" or cut.lowers[start] in ("you", "we", "they")
        if not begins or not _has_object(cut, joint + 1):
            return ""
        found = ""
        for index in range(start, joint):
            word = cut.lowers[index]
            if (
                word.endswith("ing")
                and len(word) > 5
                and cut.tags[index] != "J"
                and "V" in tags(_base(word))
            ):
                return ""
            if cut.tags[index] == "Q" and "V" in cut.options[index + 1]:
                found = f"to {cut.lowers[index + 1]}"
            elif word in _PURPOSE:
                found = ""  # tools for relief and improving lives: the -ing form goes with the noun
        return found

    def _opened(self, cut: Words, joint: int, word: str) -> str:
        """The -ing form after an opener's preposition that a bare verb at ``joint + 1`` should
        match, or nothing."""
        start = _sentence(cut, joint)
        after = cut.lowers[joint + 2] if joint + 2 < len(cut) else ""
        if word not in self.verbs or after not in _FOLLOWING:
            return ""
        for index in range(start, joint - 2):
            if cut.tags[index] in "QK" or cut.lowers[index] in ("who", "that", "which"):
                return ""
            if cut.lowers[index] not in self.openers or (
                index > start and cut.lowers[index] not in _ANYWHERE
            ):
                continue
            first = index + 1 + (cut.lowers[index + 1] in _PREPOSITIONS)
            if first < joint and cut.lowers[first].endswith("ing"):
                verbs = any(
                    cut.tags[i] in "QVXK" or cut.options[i] == "Z" for i in range(first + 1, joint)
                )
                return "" if verbs else cut.lowers[first]
        return ""

    def _finding(self, page: Page, block: Block, cut: Words, index: int, first: str) -> Finding:
        word = cut.lowers[index]
        start, end = block.start + cut.starts[index], block.start + cut.end(index)
        better = f"to {self._bases[word]}" if word in self._bases else gerund(word)
        span = page.prose.span(start, end)
        edits = (Edit(span, better),) if page.exact(start, end) else ()
        return Finding(span, {"found": cut.texts[index], "better": better, "first": first}, edits)


def _base(word: str) -> str:
    from jdlint.lang.en.forms import base

    return base(word, tags)


def _sentence(cut: Words, index: int) -> int:
    """The token with which the sentence of token ``index`` starts."""
    while index > 0 and cut.texts[index - 1] not in _STOP:
        index -= 1
    return index


def _has_object(cut: Words, index: int) -> bool:
    """Whether an -ing form is a verb here: an object follows it, and it is no noun or a determiner
    follows."""
    if index + 1 >= len(cut):
        return False
    follower = cut.lowers[index + 1]
    plural = any(set("PH") & set(options) for options in cut.options[index + 1 : index + 3])
    if follower not in _OBJECT and _is_modifier(cut, index):
        return False
    return follower in _OBJECT or (plural and not set("NMJ") & set(cut.options[index]))


def _is_modifier(cut: Words, index: int) -> bool:
    """Whether an -ing form behind a noun and “and” describes the next one, a verb behind which has
    both as its subject: “that docs and learning materials align”."""
    before, after = cut.options[max(index - 2, 0)], cut.options[index + 2 : index + 3]
    noun = index > 1 and before[0] in "NPM" and "P" in cut.options[index + 1]
    return noun and bool(after) and after[0][0] in "VXK"
