"""A block of prose as grammar checks see it: tokens with tags and lemmas, sentences, phrases,
clauses.

    found = analyse("Direct and coach teams. You will report to the Head of Ships.")
    [(token.text, token.tag) for token in found.tokens]   # ("Direct", "VB"), ("and", "CC")…
    found.tokens[2].surely("VB")                          # no less than 0.95 likely a base verb?
    found.tokens[2].chance("NN", "NNS")                   # how likely a common noun, 0 to 1
    found.sentences[1].tokens                             # the tokens of one sentence
    found.noun_phrases[0].head.number                     # "plural"
    found.verb_groups, found.clauses                      # chunks.py, clauses.py

Tags are those of the Penn treebank. Offsets count code points of the text, ends are exclusive. What
is hidden in prose (U+FFFC: code, links, templating) is one token of tag NNP with ``hidden``.
Nothing here is read from disk before the first call; answers are remembered by text. A headline or
an item may have no verb; an item may open with an imperative.
"""

from __future__ import annotations

from jdlint.core.light import TYPE_CHECKING, Literal, NamedTuple, dataclass
from jdlint.core.recent import recent
from jdlint.core.tools import bisect_right, cached_property
from jdlint.lang.en.tagging.tagdict import NOUNS, VERBS
from jdlint.lang.en.tagging.tagger import HIDDEN, Tagged, tag
from jdlint.lang.en.tokenise import Piece, pieces, sentences

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.chunks import NounPhrase, VerbGroup
    from jdlint.lang.en.syntax.clauses import Clause

Number = Literal["singular", "plural", ""]
Tense = Literal["present", "past", ""]
Degree = Literal["positive", "comparative", "superlative", ""]
SURE = 0.95
MOST = 50_000  # no block of prose is longer; a page of one such block takes two seconds
_PLURAL = frozenset(("NNS", "NNPS"))
_SINGULAR = frozenset(("NN", "NNP"))
_DEGREES: dict[str, Degree] = {
    "JJ": "positive",
    "RB": "positive",
    "JJR": "comparative",
    "RBR": "comparative",
    "JJS": "superlative",
    "RBS": "superlative",
}
_THESE: dict[str, Number] = {
    "this": "singular",
    "that": "singular",
    "each": "singular",
    "every": "singular",
    "a": "singular",
    "an": "singular",
    "another": "singular",
    "these": "plural",
    "those": "plural",
    "many": "plural",
    "several": "plural",
    "both": "plural",
    "few": "plural",
    "it": "singular",
    "he": "singular",
    "she": "singular",
    "they": "plural",
    "we": "plural",
    "them": "plural",
    "us": "plural",
}


class Token(NamedTuple):
    """A word or mark. ``position`` is its number in the analysis; ``lower`` has straight
    apostrophes.

    ``spaced`` says whether white space (or the start of the text) comes before it.
    """

    position: int
    start: int
    end: int
    text: str
    lower: str
    tagged: Tagged
    spaced: bool

    @property
    def tag(self) -> str:
        """The likeliest Penn tag."""
        return self.tagged.tag

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags that the word could have at all, sorted."""
        return self.tagged.tags

    def chance(self, *tags: str) -> float:
        """How likely one of the tags is right here, 0 to 1."""
        return self.tagged.chance(*tags)

    def surely(self, *tags: str, least: float = SURE) -> bool:
        """Whether one of the tags is right with a chance of at least ``least``."""
        return self.tagged.chance(*tags) >= least

    def plausible(self, least: float = 0.02) -> tuple[tuple[str, float], ...]:
        """The tags with a chance of at least ``least``, the likeliest first."""
        rows = [(tag, self.tagged.chance(tag)) for tag in self.tagged.tags]
        return tuple(sorted((row for row in rows if row[1] >= least), key=lambda row: -row[1]))

    @property
    def lemma(self) -> str:
        """The base form by its tag: "coaches" is "coach", "led" is "lead"."""
        from jdlint.lang.en.lemmas import lemma

        return lemma(self.lower, self.tagged.tag)

    @property
    def hidden(self) -> bool:
        return self.text[0] == HIDDEN

    @property
    def word(self) -> bool:
        """Whether it is a word or number, no mark."""
        return (
            self.text[0].isalnum() or (self.text[0] in "'’." and len(self.text) > 1) or self.hidden
        )

    @property
    def noun(self) -> bool:
        return self.tagged.tag in NOUNS

    @property
    def verb(self) -> bool:
        """Whether it is a form of a full verb or of be, have, do (modals are not)."""
        return self.tagged.tag in VERBS

    @property
    def number(self) -> Number:
        """Of nouns, determiners, pronouns and -s verbs; empty where the form does not say."""
        own = self.tagged.tag
        if self.hidden:
            return ""
        if own in _PLURAL:
            return "plural"
        if own in _SINGULAR or own == "VBZ":
            return "singular"
        return _THESE.get(self.lower, "") if own in ("DT", "PRP", "JJ") else ""

    @property
    def tense(self) -> Tense:
        own = self.tagged.tag
        return "past" if own == "VBD" else "present" if own in ("VBP", "VBZ") else ""

    @property
    def degree(self) -> Degree:
        return _DEGREES.get(self.tagged.tag, "")


class Sentence(NamedTuple):
    """A sentence, headline or item of a list; ``first`` is the index of its first token in the
    analysis."""

    first: int
    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


@dataclass(frozen=True)
class Analysis:
    """A block of prose, cut and tagged. Phrases and clauses are found when they are asked for."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    @cached_property
    def noun_phrases(self) -> tuple[NounPhrase, ...]:
        from jdlint.lang.en.syntax.chunks import noun_phrases

        return tuple(found for part in self.sentences for found in noun_phrases(part.tokens))

    @cached_property
    def verb_groups(self) -> tuple[VerbGroup, ...]:
        from jdlint.lang.en.syntax.chunks import verb_groups

        return tuple(found for part in self.sentences for found in verb_groups(part.tokens))

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Finite verbs whose subject is plain to see; what is not safe is left out."""
        from jdlint.lang.en.syntax.clauses import clauses

        return tuple(clause for part in self.sentences for clause in clauses(part.tokens))

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def at(self, offset: int) -> Token | None:
        """The token that covers ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        return self.tokens[index] if index >= 0 and offset < self.tokens[index].end else None

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that lie in ``text[start:end]``."""
        return tuple(token for token in self.tokens if start <= token.start and token.end <= end)


def _analysed(text: str) -> Analysis:
    """The analysis of a block of prose (one paragraph, item, cell or heading): its first ``MOST``
    code points."""
    cut = pieces(text[:MOST])
    tokens: list[Token] = []
    found: list[Sentence] = []
    for first, last in sentences(text, cut):
        row = _tokens(text, cut, first, last)
        tokens += row
        found.append(Sentence(first, tuple(row)))
    return Analysis(text, tuple(tokens), tuple(found))


# a page has 5,000 letters; each takes half a kilobyte
analyse = recent(_analysed, 300_000, kind="heavy")


# Marks as the treebank writes them.
_MARKS = {"–": "--", "—": "--", "“": '"', "”": '"', "…": "...", "‘": "'"}


def _tokens(text: str, cut: list[Piece], first: int, last: int) -> list[Token]:
    texts = [text[start:end] for start, end in cut[first:last]]
    straight = [word.replace("’", "'") for word in texts]
    tags = tag([_MARKS.get(word, word) for word in straight])
    ends = [cut[first - 1].end if first else -1, *(piece.end for piece in cut[first:last])]
    return [
        Token(
            first + number,
            piece.start,
            piece.end,
            texts[number],
            straight[number].lower(),
            tags[number],
            piece.start > ends[number],
        )
        for number, piece in enumerate(cut[first:last])
    ]
