"""A series that opens a sentence as its subject: “ropes, sails and a tide gets you home”."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.checks.grammar._sentences import Slip, past_adverbs
from jdlint.checks.grammar.verbs._joined_subject import third_for_many
from jdlint.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_OPENERS = frozenset("a an the our your their its".split())
_INSIDE = frozenset(("JJ", "JJR", "JJS", "NN", "NNS", "VBN", "VBG", "CD"))
_NOUNS = ("NN", "NNS")
_FIRST = frozenset(("JJ", "NN", "NNS", "DT", "PRP$", "VBN"))
_LONGEST = 24  # tokens from the start to the verb


def series_slip(tokens: Sequence[Token]) -> Slip | None:
    """Three phrases or more with commas and one “and”, the last with its determiner, then a verb
    for one."""
    joint = next((at for at, t in enumerate(tokens[:_LONGEST]) if t.lower == "and"), 0)
    if joint < 3 or joint + 3 >= len(tokens) or tokens[joint + 1].lower not in _OPENERS:
        return None
    before = [token.text for token in tokens[:joint]]
    if "," not in before or tokens[0].tag not in _FIRST or not _are_phrases(tokens, joint):
        return None
    at = joint + 2
    while at < len(tokens) and tokens[at].tag in _INSIDE:
        at += 1
    verb = past_adverbs(tokens, at)
    if at == joint + 2 or tokens[at - 1].tag not in _NOUNS or verb >= len(tokens):
        return None
    better = third_for_many(tokens, verb)
    text = f"{tokens[0].text} … and … {tokens[at - 1].text}"
    return Slip(tokens[verb], tokens[verb], better, {"subject": text}) if better else None


def _are_phrases(tokens: Sequence[Token], end: int) -> bool:
    """Whether what stands before ``end`` is noun phrases with commas between them, no clause."""
    for at in range(end):
        token = tokens[at]
        if token.text == ",":
            if not at or tokens[at - 1].tag not in _NOUNS:
                return False
        elif token.hidden or not (token.tag in _INSIDE or token.lower in _OPENERS):
            return False
    return tokens[end - 1].text == "," or tokens[end - 1].tag in _NOUNS
