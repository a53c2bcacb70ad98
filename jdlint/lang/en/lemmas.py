"""The base form of a word by its tag."""

from __future__ import annotations

from jdlint.core.tools import lru_cache
from jdlint.lang.en.forms import base, singular
from jdlint.lang.en.lexicon import tags

_BE = dict.fromkeys("am is are was were been being 's 're 'm".split(), "be")
_VERBS = _BE | {
    "has": "have",
    "had": "have",
    "'ve": "have",
    "does": "do",
    "did": "do",
    "done": "do",
}


@lru_cache(maxsize=16384)
def lemma(word: str, tag: str) -> str:
    """The lemma of a word in lower case; the word itself where its tag has no other forms."""
    if tag in ("NNS", "NNPS"):
        return singular(word)
    if tag.startswith("VB"):
        return _VERBS.get(word) or base(word, tags)
    return word
