"""Texts of a site side by side: identical ones are grouped first, only distinct ones are aligned."""

from jdlint.site.align.pairs import Drift, drifts
from jdlint.site.align.texts import Row, Texts, texts_of
from jdlint.site.align.words import Change, changes, tokens

__all__ = ["Change", "Drift", "Row", "Texts", "changes", "drifts", "texts_of", "tokens"]
