"""Parts of speech in context: a greedy averaged perceptron over hashed features, left to right.

``tag(["Direct", "and", "coach", "teams"])`` gives for each word its possible Penn tags with a score
each. The weights (``tagger-weights.z``, one signed byte a weight) are made by
``scripts/train-tagger``; source and licence stand in ``NOTICE.txt``. Nothing is read before
the first word is tagged.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from pathlib import Path

from jdlint.core.light import NamedTuple
from jdlint.core.recent import most_of
from jdlint.core.tools import cache, itemgetter
from jdlint.lang.en.tagging import tagdict
from jdlint.lang.en.tagging.features import EDGE, MASK, START, Seen, context, key, seen
from jdlint.lang.tables import Part, Parts, parts_of, unzipped

HIDDEN = "\ufffc"
_OPENERS = frozenset((":", "``", '"', "“", ".", "?", "!", "...", "•", ";"))
_MAX_FORMS = 50_000  # forms remembered before the memory is emptied: 1.7 KB each


class Tagged(NamedTuple):
    """The tag of a word, the tags that it could have (sorted), and a score for each of these.

    ``scale`` turns a difference of scores into one of log chances.
    """

    tag: str
    tags: tuple[str, ...]
    scores: tuple[int, ...]
    scale: float

    def chance(self, *wanted: str) -> float:
        """How likely one of the tags is right, 0 to 1."""
        if len(self.tags) == 1:
            return float(self.tag in wanted)
        top = max(self.scores)
        weights = [exp((score - top) * self.scale) for score in self.scores]
        hit = sum(weight for tag, weight in zip(self.tags, weights, strict=True) if tag in wanted)
        return hit / sum(weights)


class _Form(NamedTuple):
    seen: Seen
    scores: tuple[int, ...]
    sure: Tagged | None


class Tagger:
    """``weights`` is one byte for each feature, 128 standing for nothing."""

    def __init__(self, weights: Part, scale: float) -> None:
        if len(weights) != MASK + 1:
            raise ValueError(f"{len(weights)} weights, {MASK + 1} are wanted")
        self._weights = weights
        self._scale = scale
        self._forms: dict[tuple[str, str], _Form] = {}
        self._keys = {tag: (key(tag, 19), key(tag, 20)) for tag in (*tagdict.TAGS, START)}

    def tag(self, forms: Sequence[str]) -> list[Tagged]:
        """One result for each word of a sentence, marks included; apostrophes are straight."""
        rows = [self._form(form, place) for form, place in zip(forms, places(forms), strict=True)]
        views = [row.seen for row in rows]
        views += (EDGE, EDGE)
        weights, keys = self._weights, self._keys
        result: list[Tagged] = []
        before = before2 = EDGE
        tag = tag2 = START
        for index, row in enumerate(rows):
            here = views[index]
            found = row.sure
            if found is None:
                features = context(
                    here,
                    before,
                    before2,
                    views[index + 1],
                    views[index + 2],
                    keys[tag][0],
                    keys[tag2][1],
                )
                scores = tuple(
                    [
                        # one call for all weights of a tag: a sixth less than one for each
                        score + sum(itemgetter(*[feature ^ own for feature in features])(weights))
                        for score, own in zip(row.scores, here.keys, strict=True)
                    ]
                )
                found = Tagged(here.tags[scores.index(max(scores))], here.tags, scores, self._scale)
            result.append(found)
            tag2, tag, before2, before = tag, found.tag, before, here
        return result

    def _form(self, form: str, place: str) -> _Form:
        found = self._forms.get((form, place))
        if found is None:
            if len(self._forms) >= most_of(_MAX_FORMS, "heavy"):
                self._forms.clear()
            found = self._forms[form, place] = self._new(form, place)
        return found

    def _new(self, form: str, place: str) -> _Form:
        view = view_of(form, place)
        if len(view.tags) == 1:
            return _Form(view, (), Tagged(view.tags[0], view.tags, (0,), self._scale))
        weights = self._weights
        scores = tuple(
            sum([weights[feature ^ own] for feature in view.static]) for own in view.keys
        )
        return _Form(view, scores, None)


def view_of(form: str, place: str) -> Seen:
    """What the tagger sees of a form."""
    if form[0] == HIDDEN:
        return seen(HIDDEN, ("NNP",), "", "", place)
    codes, group = tagdict.listed(form.lower())
    return seen(form, tagdict.possible(form, codes, group), codes, group, place)


def places(forms: Sequence[str]) -> list[str]:
    """For each word ``^`` where a sentence or a quotation starts, with ``T`` where most words have
    a capital."""
    letters = [form for form in forms if form[0].isalpha()]
    title = "T" if len(letters) > 3 and _capitals(letters) > 0.7 * len(letters) else ""
    starts, found = True, []
    for form in forms:
        found.append("^" + title if starts else title)
        starts = form in _OPENERS or (starts and not form[0].isalnum())
    return found


def _capitals(forms: Sequence[str]) -> int:
    return sum(form[0].isupper() for form in forms)


@cache
def tagger() -> Tagger:
    """The tagger with the weights that are shipped."""
    scale, weights = parts_of(Path(__file__).with_name("tagger-weights.z"), _unpacked)
    return Tagger(weights, float(bytes(scale)))


def _unpacked(data: bytes) -> Parts:
    """The scale, which is the first line of the file, and the weights."""
    scale, _, weights = unzipped(data).partition(b"\n")
    return scale, weights


def tag(forms: Sequence[str]) -> list[Tagged]:
    """The tags of a sentence's words."""
    return tagger().tag(forms)
