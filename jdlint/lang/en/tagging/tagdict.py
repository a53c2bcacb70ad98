"""Which tags of the Penn treebank a word form can have, and its group: words whose neighbours are
alike.

The list (``tagger-words.z``, made by ``scripts/train-tagger``) is one line a word, sorted: ``word
CODES group``; a code is one character of ``CODES`` for each tag, the likeliest first; a group opens
with how often the word has a capital (``a`` hardly ever, ``h`` always), its other characters are
the path to its Brown cluster, six bits each. Words that are not listed get the tags of their form.
"""

from __future__ import annotations

from pathlib import Path

from jdlint.core.patterns import regex as re
from jdlint.core.sorted_lines import SortedLines
from jdlint.core.tools import cache
from jdlint.lang.en.lexicon import tags as letters
from jdlint.lang.tables import parts_of, unzipped

TAGS = (
    "NN",
    "NNS",
    "NNP",
    "NNPS",
    "VB",
    "VBP",
    "VBZ",
    "VBD",
    "VBN",
    "VBG",
    "MD",
    "JJ",
    "JJR",
    "JJS",
    "RB",
    "RBR",
    "RBS",
    "RP",
    "IN",
    "TO",
    "DT",
    "PDT",
    "WDT",
    "PRP",
    "PRP$",
    "WP",
    "WP$",
    "WRB",
    "EX",
    "CC",
    "CD",
    "POS",
    "UH",
    "FW",
    "SYM",
    "ADD",
    "GW",
    "AFX",
    "LS",
    "NFP",
    "HYPH",
    "$",
    ",",
    ".",
    ":",
    "``",
    "''",
    "-LRB-",
    "-RRB-",
)
CODES = dict(zip("nspqvywdegmjJSrRAkitDPhOo1235cCxuflaGXLNHzbETUVKI", TAGS, strict=True))
CODE_OF = {tag: code for code, tag in CODES.items()}
OPEN = frozenset("NN NNS NNP NNPS VB VBP VBZ VBD VBN VBG JJ JJR JJS RB RBR RBS CD".split())
NOUNS = frozenset("NN NNS NNP NNPS".split())
VERBS = frozenset("VB VBP VBZ VBD VBN VBG".split())
_OF_LETTER = {
    "N": ("NN",),
    "M": ("NN",),
    "P": ("NNS",),
    "V": ("VB", "VBP"),
    "Z": ("VBZ",),
    "D": ("VBD",),
    "E": ("VBN",),
    "G": ("VBG", "NN"),
    "J": ("JJ",),
    "R": ("RB",),
}


@cache
def lines() -> SortedLines:
    """The list, unpacked."""
    path = Path(__file__).with_name("tagger-words.z")
    return SortedLines(*parts_of(path, lambda data: (b"\n" + unzipped(data),)))


def listed(word: str) -> tuple[str, str]:
    """The codes and the group of a word in lower case; both empty where it is not listed."""
    codes, _, group = (lines().behind(word) or "").partition(" ")
    return codes, group


def possible(form: str, codes: str, group: str) -> tuple[str, ...]:
    """The tags that a form can have, sorted; ``codes`` and ``group`` are what the list has of it in
    lower case."""
    low = form.lower()
    found = {CODES[code] for code in codes}
    if not codes:
        found.update(_unlisted(low))
    if (form[0].isupper() and form[0].isalpha()) or (form[0].isdigit() and form[-1].isalpha()):
        found.add("NNP")
        if low[-1] == "s" and "NNS" in found:
            found.add("NNPS")
    elif not codes and (group[:1] > "d" or any(char.isupper() for char in form)):
        found.add("NNP")
    elif not codes and len(found) > 1:
        found -= {"NNP", "NNPS"}
    return tuple(sorted(found))


def expanded(word: str, found: set[str]) -> set[str]:
    """Tags that come together: the base of a verb is also its present, a regular past its
    participle."""
    found = set(found)
    if found & {"VB", "VBP"}:
        found |= {"VB", "VBP"}
    if word.endswith("ed") and found & {"VBD", "VBN"}:
        found |= {"VBD", "VBN", "JJ"}
    if word.endswith("ing") and "VBG" in found:
        found.add("NN")
    return found


def _unlisted(word: str) -> set[str]:
    known = {tag for letter in letters(word) for tag in _OF_LETTER.get(letter, ())}
    if known:
        return expanded(word, known)
    if _ADDRESS.search(word):
        return {"ADD", "NN"}
    head, dash, last = word.rpartition("-")
    if dash and word[0].isdigit() and not any(char.isalpha() for char in word):
        return {"CD", "NN"}
    if dash and head and last:
        return {"JJ", "NN"} | {CODES[code] for code in listed(last)[0]} & OPEN
    return _guess(word)


def _guess(word: str) -> set[str]:
    """By the look of it alone."""
    if any(char.isdigit() for char in word):
        return {"CD", "NN", "NNP"} if any(char.isalpha() for char in word) else {"CD"}
    if not any(char.isalnum() for char in word):
        return {"NFP", ":", ","} if len(word) > 1 else {"SYM", "NFP", ":"}
    for ending, tags in _ENDINGS:
        if word.endswith(ending):
            return set(tags)
    return {"NN", "JJ", "VB", "VBP", "RB"}


_ADDRESS = re.late(r"@\w|://|^www\.|^#[a-z]|[a-z]\.(?:com|org|net|edu|gov|co|io)(?![a-z])|\.html?$")
_ENDINGS = (
    ("ing", ("NN", "JJ", "VBG")),
    ("ed", ("JJ", "NN", "VBD", "VBN")),
    ("ss", ("NN", "JJ", "VB", "VBP")),
    ("s", ("NNS", "VBZ", "NN")),
    ("ly", ("RB", "JJ", "NN")),
    ("est", ("NN", "JJ", "JJS")),
    ("er", ("NN", "JJ", "JJR", "VB", "VBP")),
    ("tion", ("NN",)),
    ("ness", ("NN",)),
    ("ity", ("NN",)),
)
