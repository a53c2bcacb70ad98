"""Parts of a sentence that are joined by “and” and do not have the same form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.diagnostic import Edit, Finding
from jdlint.lang.forms import gerund
from jdlint.lang.lexicon import tags
from jdlint.lang.tokens import Words, words
from jdlint.page import Block, Page

_OBJECT = frozenset("the a an our your their its his her this these those all any each every them it us how what".split())
_PREPOSITIONS = frozenset(("in", "for", "of", "with", "on"))
_STOP = frozenset(".;:!?")


@dataclass(frozen=True)
class Parallel:
    """Reports one of ``verbs`` after “and” where its form breaks the series.

    ``to`` … ``and`` -ing (“to sell the pumps and servicing them”), in sentences that start with a verb or with
    “you”, “we” or “they”; and a word of ``openers`` with a preposition and an -ing form, then “and” and a bare verb
    (“responsible for selling pumps and service them”). Values: ``found``, ``better``, ``first`` (the form to match).
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
        return tuple(f"and {verb}" for verb in (*self._bases, *self.verbs))

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        kinds, seen = kinds_of(self.scope), set[int]()
        for hit in hits:
            block = page.block_at(hit.start)
            cut = words(page.text(block))
            joint = cut.at(hit.start - block.start)
            if block.kind not in kinds or joint < 0 or joint in seen or joint + 1 >= len(cut.tokens):
                continue
            word = cut.tokens[joint + 1].lower
            first = self._infinitive(cut, joint) if word in self._bases else self._opened(cut, joint, word)
            if first:
                seen.add(joint)
                yield self._finding(page, block, cut, joint + 1, first)

    def _infinitive(self, cut: Words, joint: int) -> str:
        """The verb after “to” that an -ing form at ``joint + 1`` should match, or nothing."""
        start = _sentence(cut, joint)
        if not _has_object(cut, joint + 1) or not (cut.tags[start] == "V" or cut.tokens[start].lower in ("you", "we", "they")):
            return ""
        found = ""
        for index in range(start, joint):
            token = cut.tokens[index]
            if token.lower.endswith("ing") and "V" in tags(_base(token.lower)) and len(token.lower) > 5 and cut.tags[index] != "J":
                return ""
            if cut.tags[index] == "Q" and "V" in cut.options[index + 1]:
                found = f"to {cut.tokens[index + 1].lower}"
        return found

    def _opened(self, cut: Words, joint: int, word: str) -> str:
        """The -ing form after an opener's preposition that a bare verb at ``joint + 1`` should match, or nothing."""
        start = _sentence(cut, joint)
        after = cut.tokens[joint + 2].lower if joint + 2 < len(cut.tokens) else ""
        if word not in self.verbs or not (after in _OBJECT or after in ("as", "when", "where")):
            return ""
        for index in range(start, joint - 2):
            if cut.tags[index] in "QK" or cut.tokens[index].lower in ("who", "that", "which"):
                return ""
            opened = cut.tokens[index].lower in self.openers and cut.tokens[index + 1].lower in _PREPOSITIONS
            if opened and cut.tokens[index + 2].lower.endswith("ing"):
                rest = range(index + 3, joint)
                return "" if any(cut.tags[i] in "QVZXK" for i in rest) else cut.tokens[index + 2].lower
        return ""

    def _finding(self, page: Page, block: Block, cut: Words, index: int, first: str) -> Finding:
        token = cut.tokens[index]
        start, end = block.start + token.start, block.start + token.end
        better = f"to {self._bases[token.lower]}" if token.lower in self._bases else gerund(token.lower)
        span = page.prose.span(start, end)
        edits = (Edit(span, better),) if page.exact(start, end) else ()
        return Finding(span, {"found": token.text, "better": better, "first": first}, edits)


def _base(word: str) -> str:
    from jdlint.lang.forms import base

    return base(word, tags)


def _sentence(cut: Words, index: int) -> int:
    """The token with which the sentence of token ``index`` starts."""
    while index > 0 and cut.tokens[index - 1].text not in _STOP:
        index -= 1
    return index


def _has_object(cut: Words, index: int) -> bool:
    """Whether an -ing form is a verb here: an object follows it, and it is no noun or a determiner follows."""
    if index + 1 >= len(cut.tokens):
        return False
    follower = cut.tokens[index + 1].lower
    plural = any(set("PH") & set(options) for options in cut.options[index + 1 : index + 3])
    return follower in _OBJECT or (plural and not set("NMJ") & set(cut.options[index]))
