"""Names that are like another one: what somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from jdlint.core.patterns import regex as re

_NOT_WORD = re.late(r"[\W_]+")
_COUNT = re.late(r"-\d+$")
_MAX_NAMES = 5000
_LEAST = 0.6
# kramdown gives the entries of a table of contents ids of their own, which nobody links to
_TOC_ENTRY = "markdown-toc-"


def nearest(name: str, names: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The names most like ``name``, the best first; empty where none is like it."""
    bare = _bare(name)
    if not bare:
        return ()
    words = _words(name)
    scored = []
    for index, other in enumerate(names):
        if index >= _MAX_NAMES:
            break
        if other.startswith(_TOC_ENTRY):
            continue
        score = _score(bare, words, other)
        if score >= _LEAST:
            change = abs(len(other) - len(name))
            scored.append((-score, len(_COUNT.findall(other)), change, index, other))
    scored.sort()
    return tuple(other for *_, other in scored[:limit])


def _bare(name: str) -> str:
    return _NOT_WORD.sub("", name.lower())


def _words(name: str) -> frozenset[str]:
    return frozenset(_NOT_WORD.sub(" ", name.lower()).split())


def _score(bare: str, words: frozenset[str], other: str) -> float:
    """1 for the same letters; less for shared words, a common start or few changes."""
    other_bare = _bare(other)
    if not other_bare:
        return 0.0
    if bare == other_bare:
        return 1.0
    other_words = _words(other)
    shared = len(words & other_words)
    overlap = 0.9 * shared / len(words | other_words) if shared else 0.0
    shorter, longer = sorted((bare, other_bare), key=len)
    if len(shorter) >= 4 and longer.startswith(shorter):
        overlap = max(overlap, 0.6 + 0.35 * len(shorter) / len(longer))
    if shared == 0 and (bare[:2] != other_bare[:2] or abs(len(bare) - len(other_bare)) > 3):
        return overlap
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, bare, other_bare, autojunk=False)
    if matcher.real_quick_ratio() < _LEAST or matcher.quick_ratio() < _LEAST:
        return overlap
    return max(overlap, matcher.ratio() - 0.05)
