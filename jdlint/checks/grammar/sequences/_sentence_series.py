"""Series of nouns that end a sentence without a conjunction: “we work in docks, ports, yards.”"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.core.by_text import by_text
from jdlint.core.patterns import regex as re
from jdlint.lang.en.syntax.analysis import Token, analyse

# three parts and a full stop, with no conjunction in the last two
_LAST_PARTS = re.late(r", [A-Za-z][^,.;:()\n]{2,50}, [A-Za-z][^,.;:()\n]{2,50}\.(?:\s|$)")
_JOINED = re.late(r"\b(?:and|or|nor|etc|plus|but|not|then|so)\b|[/\d–—“”\"]", re.IGNORECASE)
_NOUN = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PHRASE = _NOUN | {"JJ", "VBG", "VBN"}
_VERBS = ("VB", "VBP", "VBZ", "VBD", "MD", "VBG")
# a series of examples, or one that says how it stands to what is before it, may stay open
_OPEN = frozenset(
    "such including like e.g e.g. i.e. example examples instance from ( ) [ : ; – —".split()
)
_COUNTED = 4  # tokens before a series that hold its number and a colon
_LONGEST, _LEAST, _SURE = 4, 3, 0.7


@by_text
def sentence_series(text: str) -> Iterator[tuple[int, int, int]]:
    """Where the part before the last starts, where the last one starts, and where it ends."""
    match = _LAST_PARTS.search(text)
    if match is None or _JOINED.search(text, match.start(), match.end()):
        return
    for sentence in analyse(text).sentences:
        parts = _parts(sentence.tokens)
        if len(parts) >= _LEAST:
            rows = [(sentence.tokens[a].start, sentence.tokens[b - 1].end) for a, b in parts]
            yield rows[-2][0], rows[-1][0], rows[-1][1]


def _parts(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The parts of a series that ends a sentence with a verb before it."""
    end = len(tokens) - 1
    parts = list[tuple[int, int]]()
    while end > 0 and tokens[end].text in (".", ","):
        start = end
        while start and end - start < _LONGEST and _is_inner(tokens[start - 1]):
            start -= 1
        if start == end or not _is_name(tokens[start:end]):
            return []
        parts.append((start, end))
        end = start - 1
    if not parts or end < 0:
        return []
    before = tokens[: parts[-1][0]]
    if len(before) > _COUNTED and before[-1].text == ":":
        if not any(token.tag == "CD" for token in before[-_COUNTED:]):
            return []
        before = before[:-1]  # “we have three docks: …”
    elif len(parts) == _LEAST and all(_is_proper(tokens[a:b]) for a, b in parts[:-1]):
        return []  # a place in its country, or a person with rank and employer
    whole = any(token.surely(*_VERBS, least=_SURE) for token in before[:-1])
    if not whole or not _OPEN.isdisjoint(token.lower for token in before):
        return []
    return parts[::-1]


def _is_proper(part: Sequence[Token]) -> bool:
    return all(token.text[0].isupper() or token.text == "&" for token in part)


def _is_inner(token: Token) -> bool:
    """Whether a word can be part of a name; what has a capital inside a sentence is."""
    return token.tag in _PHRASE or token.text == "&" or token.text[:1].isupper()


def _is_name(part: Sequence[Token]) -> bool:
    hidden = any(token.hidden for token in part)
    named = len(part) > 1 and _is_proper(part)
    return not hidden and (named or part[-1].surely(*_NOUN, least=_SURE))
