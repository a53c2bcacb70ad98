"""Terms in Latin whose “in” belongs to them: a position in in vitro biology, ranked by in silico
tests."""

from __future__ import annotations

from jdlint.core.words import word_set

_AFTER_IN = word_set("vitro vivo situ silico utero toto ovo planta absentia memoriam camera")


def opens_latin(word: str, after: str) -> bool:
    """Whether two words in small letters open such a term."""
    return word == "in" and after in _AFTER_IN
