"""The kinds of slips that ``scripts/plant`` makes: each finds its places in a line and changes one.

A kind is a function from a line to the changes that it can make: ``(start, end, new text)``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from jdlint.lang.en import forms, lexicon


class Change(NamedTuple):
    """``line[start:end]`` becomes ``new``."""

    start: int
    end: int
    new: str


Kind = Callable[[str], Iterator[Change]]
PREPOSITIONS = "of in to for on with at by from about into".split()
SWAPS = {
    "of": "for",
    "in": "on",
    "on": "in",
    "at": "in",
    "with": "to",
    "for": "of",
    "by": "from",
    "to": "for",
    "from": "of",
}
CONFUSED = (
    ("than", "then"), ("then", "than"), ("its", "it's"), ("it's", "its"), ("your", "you're"),
    ("their", "there"), ("led", "lead"), ("lose", "loose"), ("from", "form"), ("form", "from"),
    ("or", "ore"), ("affect", "effect"), ("whether", "weather"), ("to", "too"), ("too", "to"),
    ("of", "off"), ("through", "trough"), ("advice", "advise"),
)  # fmt: skip
COMPOUNDS = (
    "feedback backup workflow website handbook database workplace deadline everyone anyone "
    "something onboarding ongoing"
).split()
_VERB_BEFORE = r"\b(?:we|you|they|I|to|will|can|must|should|may|would|could)"


def _matches(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Kind:
    """Each match becomes ``new``; the group ``x`` is the place where there is one."""
    compiled = re.compile(pattern)

    def find(line: str) -> Iterator[Change]:
        for match in compiled.finditer(line):
            group = "x" if "x" in compiled.groupindex else 0
            text = new if isinstance(new, str) else new(match)
            if text != match.group(group):
                yield Change(match.start(group), match.end(group), text)

    return find


def _tagged(pattern: str, tag: str, form: Callable[[str], str]) -> Kind:
    """The word ``x`` of a match, where the lexicon knows it only by this tag, takes another
    form."""
    compiled = re.compile(pattern)

    def find(line: str) -> Iterator[Change]:
        for match in compiled.finditer(line):
            word = match["x"]
            known = lexicon.tags(word.lower())
            if word.islower() and known[:1] and known[0] in tag and (new := form(word)) != word:
                yield Change(match.start("x"), match.end("x"), new)

    return find


def _any(*kinds: Kind) -> Kind:
    return lambda line: (change for kind in kinds for change in kind(line))


def _misspelt(line: str) -> Iterator[Change]:
    for match in re.finditer(r"\b[a-z]{6,12}\b", line):
        word, at = match[0], 2 + match.start() % (len(match[0]) - 4)
        shapes = (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
        )
        new = shapes[match.start() % 3]
        if new != word and lexicon.known(word) and not lexicon.known(new):
            yield Change(match.start(), match.end(), new)


def _meant() -> Mapping[str, list[str]]:
    """A word and the words that a slip makes of it (``confusion-sets.txt``)."""
    found: dict[str, list[str]] = {}
    text = Path(__file__).with_name("confusion-sets.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            written, _, meant = line.rpartition(" ")[0].partition(">")
            found.setdefault(meant, []).append(written)
    return found


MEANT = _meant()


def _real_word(line: str) -> Iterator[Change]:
    for match in re.finditer(r"(?<![\w'’-])[a-z]+(?:['’][a-z]+)?(?![\w'’-])", line):
        for written in MEANT.get(match[0].replace("’", "'"), ()):
            yield Change(match.start(), match.end(), written)


def _sound(match: re.Match[str]) -> str:
    return "an" if match["x"] == "a" else "a"


def _doubled(match: re.Match[str]) -> str:
    return f"{match[0]} {match[0]}"


def _base(word: str) -> str:
    return forms.base(word, lexicon.tags)


KINDS: Mapping[str, Kind] = {
    "article dropped": _matches(r"\b(?<!such )(?P<x>(?:a|an|the) )(?=[a-z])", ""),
    "article too many": _matches(
        r"\b(?:our|your|their|this|these|its|each) (?P<x>)(?=[a-z])", "the "
    ),
    "article where none belongs": _matches(
        r"\b(?:with|of|for|in) (?P<x>)(?=(?:software|feedback|information|training|people)\b)", "a "
    ),
    "a for an, an for a": _matches(r"\b(?P<x>an?)(?= [a-z]{3})", _sound),
    "number after a": _tagged(r"\b(?:an?|each|every|this) (?P<x>[a-z]{4,})\b", "N", forms.plural),
    "number after many": _tagged(
        r"\b(?:many|several|these|those|various|few|multiple|two|three) (?P<x>[a-z]{4,}s)\b",
        "P",
        forms.singular,
    ),
    "number in general": _tagged(
        r"\b(?:of|our|your|their|and|for|with) (?P<x>[a-z]{4,}s)\b(?= (?:are|is|and|to|that|in)\b"
        r"|[.,])",
        "P",
        forms.singular,
    ),
    "agreement of be and have": _any(
        _matches(
            r"\b(?:we|you|they|[a-z]{4,}[^s\W]s) (?P<x>are|have)\b",
            lambda m: {"are": "is", "have": "has"}[m["x"]],
        ),
        _matches(
            r"\b(?:it|this|team|company|role) (?P<x>is|has)\b",
            lambda m: {"is": "are", "has": "have"}[m["x"]],
        ),
    ),
    "agreement of a verb": _any(
        _tagged(
            r"\b(?:[Ww]e|[Yy]ou|[Tt]hey) (?P<x>[a-z]{4,})\b(?= (?:the|a|an|our|to|with|in|that)\b)",
            "V",
            forms.plural,
        ),
        _tagged(
            r"\b(?:[Ii]t|[Tt]his|team|company|role|page|manager) (?P<x>[a-z]{4,}s)\b(?= (?:the|a"
            r"|an|our|to|with|in|that)\b)",
            "ZP",
            _base,
        ),
    ),
    "verb form after a modal": _tagged(
        _VERB_BEFORE + r" (?P<x>[a-z]{4,})\b(?= (?:the|a|an|our|your|to|with|in)\b)",
        "V",
        forms.gerund,
    ),
    "verb with -s after to or a modal": _tagged(
        r"\b(?:to|will|can|must|should) (?P<x>[a-z]{4,})\b(?= (?:the|a|an|our|your|with|in)\b)",
        "V",
        forms.plural,
    ),
    "base for participle": _tagged(
        r"\b(?:is|are|be|been|was|were|has|have) (?P<x>[a-z]{4,}ed)\b", "DE", _base
    ),
    "doubled word": _matches(r"\b[a-z]{2,9}\b(?= [a-z])", _doubled),
    "preposition dropped": _matches(rf"\b(?P<x>(?:{'|'.join(PREPOSITIONS)}) )(?=[a-z])", ""),
    "preposition swapped": _matches(
        rf"(?<=\w )(?P<x>{'|'.join(SWAPS)})(?= (?:the|a|an|our|your)\b)", lambda m: SWAPS[m["x"]]
    ),
    "preposition too many": _matches(
        r"\b(?:discuss|contact|join|reach|request|support|ensure|enter|answer) (?P<x>)(?=(?:the|our"
        r"|your|a)\b)",
        "to ",
    ),
    "to dropped": _matches(
        r"\b(?:want|need|able|how|expected|aim|order|allowed|responsible|likely"
        r"|asked) (?P<x>to )(?=[a-z]+\b)",
        "",
    ),
    "of dropped": _matches(
        r"\b(?:part|number|one|list|set|most|use|copy) (?P<x>of )(?=(?:the|our|your|a)\b)", ""
    ),
    "be dropped": _matches(r"\b(?:will|can|must|should|may|to) (?P<x>be )(?=[a-z])", ""),
    "word taken for another": _any(
        *(_matches(rf"\b{right}\b", wrong) for right, wrong in CONFUSED)
    ),
    "compound split": _any(
        *(
            _matches(
                rf"\b{word}\b",
                re.sub(
                    "(back|up|flow|site|book|base|place|line|one|thing|boarding|going)$",
                    r" \1",
                    word,
                ),
            )
            for word in COMPOUNDS
        )
    ),
    "hyphen dropped before a noun": _matches(r"\b[a-z]{3,}(?P<x>-)(?=[a-z]{3,} [a-z]{4,})", " "),
    "apostrophe dropped": _matches(r"\b[a-z]{3,}(?P<x>'|’)(?=s [a-z]{3,})", ""),
    "misspelt": _misspelt,
    "slip that makes a word": _real_word,
}
