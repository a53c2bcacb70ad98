"""Texts of a site side by side: identical ones are grouped first, only distinct ones are
aligned."""

from jdlint.site.align.grouped import is_compared
from jdlint.site.align.pairs import Alike, Drift, Vote
from jdlint.site.align.texts import Row, Texts, fold, page_of, texts_of
from jdlint.site.align.words import Change, Token, changes, merged, tokens

__all__ = [
    "Alike",
    "Change",
    "Drift",
    "Row",
    "Texts",
    "Token",
    "Vote",
    "changes",
    "fold",
    "is_compared",
    "merged",
    "page_of",
    "texts_of",
    "tokens",
]
