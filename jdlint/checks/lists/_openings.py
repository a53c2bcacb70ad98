"""The first verbs of an item in another form."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.words import like
from jdlint.lang.en.forms import base, gerund
from jdlint.lang.en.lexicon import tags
from jdlint.posting.openings import GERUND, IMPERATIVE, THIRD, Forms, opening, word_forms

_JOINED = re.late(r"(?:, (?:and |or )?| and | or | & )([a-z]+(?:-[a-z]+)*)")
_COMMAND = 0.95  # chance of a base verb from which on the tags say that an item is a command
_VERBAL = frozenset((GERUND, THIRD, IMPERATIVE))


def turned(page: Page, text: str, at: int, found: Forms, wanted: str) -> Iterator[Edit]:
    """The edits that put an item's first verb, and those joined to it, into the ``wanted`` form;
    none where their base is not known. ``text`` is the item's, from ``at`` in the prose."""
    source, first = _VERBAL & found, opening(text)
    if not source or wanted == THIRD or first is None:
        return
    spots = [(first.start(), first.end())]
    for match in iter(lambda: _JOINED.match(text, spots[-1][1]), None):
        if not word_forms(match[1]) & source:
            break
        spots.append(match.span(1))
    words = [text[a:b] for a, b in spots]
    better = [_turned(word, wanted) for word in words]
    if all(better) and all(page.exact(at + a, at + b) for a, b in spots):
        for (a, b), word in zip(spots, better, strict=True):
            yield Edit(page.prose.span(at + a, at + b), word)


def _turned(word: str, wanted: str) -> str:
    """A verb as an imperative or a gerund; empty where its base is not known."""
    low = word.lower()
    root = low if "V" in tags(low) and not low.endswith("ing") else base(low, tags)
    if root == low and (low.endswith("ing") or "V" not in tags(low)):
        return ""
    return like(word, gerund(root) if wanted == GERUND else root)


def is_command(text: str) -> bool:
    """Whether the first word that tells the form of an item is tagged as a base verb."""
    from jdlint.lang.en.syntax.analysis import analyse

    first = opening(text)
    token = analyse(text).at(first.start()) if first is not None else None
    return token is not None and token.surely("VB", least=_COMMAND)
