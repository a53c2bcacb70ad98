"""A singular count noun that stands without its article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.checks._scope import kinds_of
from jdlint.checks.grammar.nouns._ranks import joins_ranks
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Block, Page
from jdlint.core.read_once import read_once
from jdlint.core.tools import cached_property
from jdlint.lang.en.tokens import Words, words

_MODIFIER = "NMJGEOH"
_NOUN_OR_MORE = frozenset("NMPOHG$#")
_COMPOUND = frozenset("NMPOJ")
_VERBS = frozenset("VZDXK")
_OPENERS = frozenset(".!?:;•(")
_COMPANY = ["good", "company"]
_TOWARDS = frozenset(("toward", "towards", "into"))
_CHANGE = frozenset(("to", "from", "into", "between", "through"))


@dataclass(frozen=True)
class BareNoun:
    """Reports ``heads`` (singular count nouns) after a word of ``after``, with only modifiers in
    between.

    A determiner, a number, a possessive or a name in between makes the noun right. ``verbs`` are
    verbs whose object such a noun can be; with ``modified`` their object needs a word before the
    noun. ``direct`` heads are only looked at right after the word of ``after``. ``unless_after``
    are words further to the left, in the same clause, that let a role stand bare (“promoted to
    manager”). A list of labels without any article is left alone.
    ``insert`` is put before the noun. Values: ``found`` (from the first modifier to the
    noun), ``before``, ``better``.
    """

    heads: tuple[str, ...]
    after: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    insert: str = ""
    direct: bool = False
    modified: bool = False
    scope: tuple[str, ...] = ("paragraphs", "items", "quotes", "description")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    @cached_property
    def _wanted(self) -> frozenset[str]:
        return frozenset((*self.after, *self.verbs))

    @cached_property
    def needles(self) -> tuple[str, ...]:
        if self.direct:
            return tuple(
                f"{before} {head}" for before in (*self.after, *self.verbs) for head in self.heads
            )
        return self.heads

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        kinds, text, seen = kinds_of(self.scope), page.lower, set[int]()
        for hit in hits:
            start = text.rfind(" ", 0, hit.end) + 1 if self.direct else hit.start
            if text.endswith(_DETERMINED, 0, start) or text[hit.end : hit.end + 1].isalnum():
                continue
            if start in seen or text[start - 1 : start].isalnum():
                continue
            seen.add(start)
            block = page.block_at(start)
            before = text[max(start - 80, block.start) : start]
            if block.kind in kinds and self._may_lack(before) and not _telegraphic(page, block):
                yield from self._noun(page, block, start - block.start)

    def _may_lack(self, before: str) -> bool:
        """A quick look to the left: no determiner within four words, unless a word to look after
        stands in between."""
        for word in before.split()[:-6:-1]:
            if word in _DETERMINERS:
                return False
            if word in self._wanted:
                return True
        return False

    def _noun(self, page: Page, block: Block, offset: int) -> Iterator[Finding]:
        cut = words(page.text(block))
        head = cut.at(offset)
        if head < 0 or cut.lowers[head] not in self.heads or self._goes_on(cut, head):
            return
        first = head
        while first > 0 and self._modifies(cut, first - 1):
            first -= 1
        before = cut.lowers[first - 1] if first else ""
        verb = before == "to" and cut.texts[first].islower() and "V" in cut.options[first]
        span = (
            before == "to" and first > 1 and cut.lowers[first - 2] in self.heads
        )  # from executive to engineer
        name = cut.texts[head].istitle() and (
            (cut.tags[first] == "O" and not cut.texts[first].isupper())
            or _in_name(cut.texts, first, head)
        )
        after = cut.texts[head + 1 : head + 3]
        titled = len(after) == 2 and after[0] == "," and after[1].istitle()
        if (
            cut.lowers[head : head + 2] == ["team", "up"]
            or cut.lowers[head - 1 : head + 1] == _COMPANY
        ):
            return
        if before in _TOWARDS and cut.texts[first].istitle() and cut.texts[head].istitle():
            return  # a grade: “grow towards Senior Fitter”
        if (before == "by" and first == head) or (titled and cut.texts[head].istitle()):
            return  # “broken down by team”, “reports to Manager, Sales”
        if (
            first
            and before in self.after
            and not (verb or span or name)
            and not self._allowed(cut, first - 1)
        ):
            yield self._finding(page, block, cut, first, head)
        elif self.verbs:
            yield from self._object(page, block, cut, first, head)

    def _object(
        self, page: Page, block: Block, cut: Words, first: int, head: int
    ) -> Iterator[Finding]:
        """The noun as the object of one of ``verbs``, which may look like a modifier."""
        for index in range(first - 1 if first else 0, head):
            if cut.lowers[index] not in self.verbs or index + 1 > head:
                continue
            opens = index == 0 or cut.lowers[index - 1] in (
                ",",
                ";",
                "and",
                "or",
                "to",
                "•",
                "will",
            )
            if index and cut.texts[index][0].isupper() and cut.lowers[index - 1] not in _OPENERS:
                continue  # a part of a name: “the Reed and Design Practice team”
            bare = self.modified and index + 1 == head and cut.lowers[head + 1 : head + 2] != ["of"]
            if (
                opens
                and not bare
                and not any(cut.tags[i] in "TPIQ$#C.K" for i in range(index + 1, head))
            ):
                yield self._finding(page, block, cut, index + 1, head)
            return

    def _goes_on(self, cut: Words, head: int) -> bool:
        """Whether the noun phrase ends further to the right than at ``head``."""
        if head + 1 >= len(cut):
            return False
        word, options = cut.lowers[head + 1], cut.options[head + 1]
        if word in ("/", "&", "(", "-", "or") or set(options) & _NOUN_OR_MORE:
            return True
        after = cut.options[head + 2 : head + 4]
        if (
            word == "," and cut.texts[head].islower()
        ):  # one of several before a noun: customer, dealer and team needs
            return bool(after) and after[0][0] in "NMJ"
        if _shared_head(cut, head) or _bare_pair(cut, head):
            return True
        if "E" in options[:2] or (options[0] == "J" and after and set(after[0]) & _COMPOUND):
            return True
        return word == "and" and len(after) == 2 and all(set(tags) & _COMPOUND for tags in after)

    def _modifies(self, cut: Words, index: int) -> bool:
        word, tag = cut.lowers[index], cut.tags[index]
        if self.direct or word in self.after or not word[0].isalnum():
            return False
        return tag in _MODIFIER or ("-" in word and tag not in "T$#")

    def _allowed(self, cut: Words, before: int) -> bool:
        """Whether what stands further left lets the noun go bare: promoted to manager, from manager
        to director."""
        if cut.lowers[before] not in _CHANGE:
            return False
        if before and joins_ranks(cut, before):
            return True
        for index in range(before - 1, max(before - 9, -1), -1):
            word = cut.lowers[index]
            if word in self.unless_after:
                return True
            if word in ".;:":
                return False
        return False

    def _finding(self, page: Page, block: Block, cut: Words, first: int, head: int) -> Finding:
        start, end = block.start + cut.starts[first], block.start + cut.end(head)
        found = page.prose.text[start:end]
        values = {
            "found": found,
            "before": cut.texts[first - 1],
            "better": f"{self.insert} {found}".strip(),
        }
        span = page.prose.span(start, end)
        edits = (
            (Edit(span, f"{self.insert} {found}"),)
            if self.insert and page.exact(start, end)
            else ()
        )
        # of two titles in capitals that readers judged, none wanted one: they stand as names
        sure = not cut.texts[head].istitle() and not _is_headline(cut)
        return Finding(span, values, edits, certain=sure)


def _is_headline(cut: Words) -> bool:
    """Whether a text names a thing, with no verb and no determiner: benefits are often written so
    (“opportunity for growth in young company”); duties (“providing help to manager”) are not."""
    duty = cut.lowers[0].endswith("ing")
    return not duty and _VERBS.isdisjoint(cut.tags) and _DETERMINERS.isdisjoint(cut.lowers)


def _shared_head(cut: Words, head: int) -> bool:
    """Whether the noun is one of several modifiers of a plural noun behind a conjunction:
    “Director, VP and C-level marketing executives”."""
    joined, modified = False, False
    for index in range(head + 1, min(head + 1 + _FAR, len(cut))):
        word, tag = cut.lowers[index], cut.tags[index]
        if word in ("and", "or", "&"):
            joined, modified = True, False
        elif joined and modified and tag == "P":
            return True
        elif word != "," and tag not in "NMJO" and "-" not in word:
            return False
        else:
            modified = joined
    return False


def _bare_pair(cut: Words, head: int) -> bool:
    """Whether the noun stands alone beside a bare plural: “to team and stakeholders”."""
    plural = "P" in cut.tags[head + 2 : head + 3]
    pair = plural and cut.lowers[head + 1] in ("and", "or")
    return pair and head > 0 and cut.tags[head - 1] not in _MODIFIER


_FAR = 8  # words from a modifier to the noun that it shares with others


def _telegraphic(page: Page, block: Block) -> bool:
    """Whether the block is an item of a list whose items are all labels: short, with no article."""
    return block.list >= 0 and _has_labels(page, block.list)


@read_once
def _has_labels(page: Page, index: int) -> bool:
    """Whether the items of a list of the page are all labels."""
    items = [page.blocks[item.block] for item in page.lists[index].items if item.block >= 0]
    texts = [page.text(item).lower().split() for item in items]
    return len(texts) >= _LABELS and all(
        len(text) <= _LONGEST_LABEL and _ARTICLES.isdisjoint(text) for text in texts
    )


_LABELS, _LONGEST_LABEL = 3, 6  # items, and words of each
_ARTICLES = frozenset(("a", "an", "the", "our"))
_DETERMINED = (
    "the ", " our ", " your ", " a ", " an ", " their ", " this ", " each ", " any ", " its ",
)  # fmt: skip
_DETERMINERS = frozenset(
    """a an the my your his her its our their this that each every any some no another one such
    which whose what either neither per""".split()
)


def _in_name(texts: Sequence[str], first: int, head: int) -> bool:
    """Whether all words have capitals, and so has the word before their preposition: a name, as
    “Sail in Open Water Committee”."""
    whole = head > first and all(word.istitle() for word in texts[first:head])
    return whole and first > 1 and texts[first - 2].istitle()
