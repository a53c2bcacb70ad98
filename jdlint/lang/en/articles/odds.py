"""How likely an article stands in a gap, told by a linear model of the words around it.

The weights (``article-weights.z``: two tables of one byte for each feature, 128 standing for
nothing, of “a” and of “the” against none) were made by ``scripts/train-odds`` from edited
handbooks; ``NOTICE.txt`` names them. They are read when the first gap is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from math import exp, log
from pathlib import Path

from jdlint.core.light import NamedTuple
from jdlint.core.tools import cache, itemgetter
from jdlint.lang.en.articles.context import (
    MASK,
    NOUNS,
    article_features,
    article_gaps,
    head_of,
    view,
)
from jdlint.lang.en.tokens import Words
from jdlint.lang.tables import Part, Parts, parts_of, unzipped

SCALE = 32  # steps of a weight in one unit of log odds


class ArticleOdds(NamedTuple):
    """The log odds of an article against none before token ``at`` of a text, where none stands.

    ``head`` is the last token of the phrase that it would open, ``likelier`` “a” or “the”.
    """

    at: int
    head: int
    odds: float
    likelier: str


@cache
def tables() -> tuple[Part, Part]:
    """The weights of an indefinite and of a definite article, one byte for each feature."""
    indefinite, definite = parts_of(Path(__file__).with_name("article-weights.z"), _unpacked)
    return indefinite, definite


def _unpacked(data: bytes) -> Parts:
    weights, size = unzipped(data), MASK + 1
    if len(weights) != 2 * size:
        raise ValueError(f"{len(weights)} weights, {2 * size} are wanted")
    return weights[:size], weights[size:]


def article_odds(
    words: Words, wanted: Callable[[int, int], bool] = lambda _at, _head: True
) -> Iterator[ArticleOdds]:
    """The odds of each gap in which an article could stand and does not, in order; of those alone
    whose tokens ``at`` and ``head`` are ``wanted``."""
    seen: set[str] = set()
    for at, written in article_gaps(words):
        if not written and not _inside(words, at):
            head = _head(words, at)
            if head < 0:
                continue
            if wanted(at, head):
                yield _odds(words, at, head, seen)
        if words.tags[at] in NOUNS:
            seen.add(words.lowers[at])


def _odds(words: Words, at: int, head: int, seen: Set[str]) -> ArticleOdds:
    indefinite, definite = tables()
    features = article_features(view(words, at), seen)
    none = 128 * len(features)
    weights_of = itemgetter(*features)  # of a table, all at once
    a = (sum(weights_of(indefinite)) - none) / SCALE
    the = (sum(weights_of(definite)) - none) / SCALE
    return ArticleOdds(at, head, log(exp(a) + exp(the)), "a" if a > the else "the")


def _inside(words: Words, at: int) -> bool:
    """Whether the word before a gap belongs to the same noun phrase, so that nothing is missing."""
    if not at:
        return False
    tag, options = words.tags[at - 1], words.options[at - 1]
    return tag in "NMJO#" and not set(options) & set("VZIQ")


def _head(words: Words, at: int) -> int:
    """The last token of the phrase that an article before ``at`` would open, or -1."""
    first = at + 1 if words.lowers[at] == "following" else at
    return head_of(words.tags, words.lowers, first)
