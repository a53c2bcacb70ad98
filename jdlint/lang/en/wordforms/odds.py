"""How likely another form of a verb is than the written one, told by a linear model of what stands
around.

The weights (``form-weights.z``) were made by ``scripts/train-forms`` from edited prose;
``NOTICE.txt`` names it. They are read when the first place is asked about.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from jdlint.core.tools import cache
from jdlint.lang.en.gaps.table import SCALE, Table, table_of
from jdlint.lang.en.tokens import Words
from jdlint.lang.en.wordforms.context import features
from jdlint.lang.en.wordforms.paradigm import Form


@cache
def table() -> Table:
    """The weights that are shipped."""
    return table_of(Path(__file__).with_name("form-weights.z"))


def likeliest(words: Words, at: int, form: Form, kinds: Collection[int]) -> tuple[int, float]:
    """The likeliest of ``kinds`` at token ``at``, which is a ``form``, and its log odds against
    that."""
    known = table()
    scores = known.scores(known.total(features(words, at, form.lemma)))
    best = max(kinds, key=lambda kind: scores[kind])
    return best, (scores[best] - scores[form.kind]) / SCALE
