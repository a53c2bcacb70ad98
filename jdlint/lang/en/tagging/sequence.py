"""Patterns over tokens, written on one line.

all|many|several «type|kind|sort» of

Items are separated by spaces, «…» marks what is reported. An item is words (``a|b``, ``pass~`` for
all regular forms of a verb, ``*ing`` for an ending, ``$name`` for a list of words), tags in braces,
or both: ``{NP}`` the word is one here, ``{?V}`` it can be one, ``{!T}`` it is none. ``[VB|VBP]``
are Penn tags of the analysis (``jdlint.lang.en.syntax``), one of which the word has here with a
chance of at least 0.8; with ``[!NN]`` it has none of them with one of over 0.2. ``!a|b`` is any
other word, ``_`` any word, ``<`` the start of a sentence, ``>`` its end; among words (``.|>``)
``>`` is the end of the text, and ``.`` any mark that ends a clause (``;`` and ``:``, too). ``?``
makes an item optional, ``*`` allows none to twelve, ``+`` one to twelve.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.core.patterns import regex as re
from jdlint.lang.en.forms import verb_forms
from jdlint.lang.en.tagging.steps import Item, Sequence

_ITEM = re.late(
    r"(?P<not>!)?(?P<words>[^{}\[\]]*?)(?:\{(?P<kind>[?!])?(?P<tags>[A-Z#$.]+)\})?"
    r"(?:\[(?P<denied>!)?(?P<penn>[A-Z$|]+)\])?(?P<often>[?*+])?"
)
_OFTEN = {None: (1, 1), "?": (0, 1), "*": (0, 12), "+": (1, 12)}
_EDGES = frozenset("<>")
_ENDS = frozenset(";:")  # what ends a clause as a full stop does
MAX_ITEMS, MAX_OPEN = 16, 4


class PatternError(ValueError):
    """A pattern that cannot be read; the text says which and why."""


def _words(text: str, lists: Mapping[str, tuple[str, ...]], pattern: str) -> Iterator[str]:
    for part in text.split("|"):
        if part.startswith("$"):
            if part[1:] not in lists:
                raise PatternError(
                    f"“{pattern}” names the word list “{part}”, which the rule does not have"
                )
            yield from _words("|".join(lists[part[1:]]), {}, pattern)
        elif part.endswith("~"):
            yield from verb_forms(part[:-1].lower())
        elif part:
            yield part.lower()


def _item(text: str, lists: Mapping[str, tuple[str, ...]], pattern: str) -> Item:
    if text in ("<", ">"):
        return Item(frozenset(), "", False, "", "", 0, 0, text)
    match = _ITEM.fullmatch(text)
    if match is None:
        raise PatternError(f"“{text}” in the pattern “{pattern}” is no item")
    low, high = _OFTEN[match["often"]]
    written = match["words"]
    ending = written[1:] if written.startswith("*") else ""
    fixed = frozenset() if ending or written == "_" else frozenset(_words(written, lists, pattern))
    edge = ""
    if match["not"]:
        if not fixed:
            raise PatternError(f"“{text}” in the pattern “{pattern}” denies no word")
    else:
        edge = "".join(sorted(fixed & _EDGES))
        fixed |= _ENDS if "." in fixed and len(fixed) > 1 else frozenset()
    fixed -= _EDGES
    low = 0 if edge else low
    plain = low == high == 1
    return Item(
        fixed,
        ending,
        bool(match["not"]),
        match["tags"] or "",
        match["kind"] or "",
        low,
        high,
        edge,
        plain,
        tuple((match["penn"] or "").split("|")) if match["penn"] else (),
        bool(match["denied"]),
    )


def sequence(pattern: str, lists: Mapping[str, tuple[str, ...]]) -> Sequence:
    """A pattern from its text; raises ``PatternError``."""
    items, first, last = [], 0, -1
    for number, part in enumerate(pattern.split()):
        if part.startswith("«"):
            first, part = number, part[1:]
        if part.endswith("»"):
            last, part = number, part[:-1]
        items.append(_item(part, lists, pattern))
    if not items or len(items) > MAX_ITEMS or sum(item.high > 1 for item in items) > MAX_OPEN:
        most = f"{MAX_ITEMS} items, {MAX_OPEN} of them repeated"
        raise PatternError(f"the pattern “{pattern}” is empty or too long, it can have {most}")
    return Sequence(tuple(items), first, last if last >= 0 else len(items) - 1)
