"""Which words of a text are misspelled.

A job page is full of names, abbreviations and coinages that no dictionary has. So a word counts as
misspelled only where it is an ordinary word in form, no list knows it, it is not formed from known
words, and a common word is one slip away (two, where it is long).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jdlint.core.light import Literal, NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.tools import lru_cache
from jdlint.lang.en import lexicon
from jdlint.lang.en.spelling import vocabulary
from jdlint.lang.en.spelling.beside import beside_code, is_beside_name, is_species
from jdlint.lang.en.spelling.foreign import is_disguised, is_foreign
from jdlint.lang.en.spelling.names import product_names, with_capital
from jdlint.lang.en.spelling.nearest import (
    is_coined,
    is_inner_slip,
    is_likely,
    is_number,
    is_swapped,
    lost_or_swapped,
    may_be_name,
    one_slip,
    slips,
    two_slips,
)
from jdlint.lang.en.spelling.word_formation import (
    is_common,
    is_known,
    is_prefix,
    joined_by_slip,
    run_together,
)
from jdlint.lang.en.tokens import words

# where a word stands: a capital that opens a sentence or a title may be a name's, one inside a
# sentence most likely is
Case = Literal["lower", "opening", "inside"]
_PART = re.late(r"[^-‐‑]+")
_NAMED_PARTS = re.late(r"[^-]+-[b-z]-[^-]+")  # core-v-verif: a repository or a package
_PLAIN = re.late(r"[A-Za-z][a-z]+")
_QUOTES = re.late(
    r"“[^”]{1,80}”|\"[^\"\n]{1,80}\"|‘[^’]{1,80}’|(?<!\w)'[^'\n]{1,60}'(?!\w)|`[^`]+`|«[^»]{1,80}»"
)
_STOPS = frozenset(".!?:•")
_OBJECTS = tuple([word] for word in "the a an our your their all any these that".split())
SHORTEST = 5
LONGEST = 40  # letters: the longest word of the lists has 20, what is longer is no word
TWO_SLIPS_FROM = 9  # letters
_TWO_IN_NAME = 12  # the same with a capital: names are two letters from some word
_BEHIND_PREFIX = 8  # letters from which a word behind a prefix and a hyphen is judged
# the Zipf value that a suggestion for a word of so many letters needs: short words are near many
_LEAST = {5: 4.25, 6: 3.25, 7: 3.0}
_LEAST_LONG = 2.5
_LEAST_NAME, _NAME_FROM = 4.0, 8
_LONG_NAME, _LEAST_LONG_NAME = 12, 3.0  # no name of so many letters is a slip from such a word
# the same of shorter words, which have lost a letter or swapped two: names add one (Earley, Modell)
_LEAST_SHORT_NAME = 4.75
_SWAPPED_NAME_FROM = 6
_SWAPPED_LONG = 9  # letters from which two that changed places are a slip of any word
_PRODUCT_FROM = 7  # letters: 18 of 20 such words in 6 million of handbooks were slips of a name
_SHOUTED_FROM = 10  # letters of a word in capitals that is no abbreviation
_ELEMENTS = re.late(r"[,/();:]|\b(?:and|or)\b")  # what parts the members of a series
_LEADS = ("", "e.g.", "eg.", "i.e.", "such as", "like")  # what a series opens with
_LISTED_UP_TO = 6  # letters of a word that beside names is one itself
_NEAR, _NAMED = 80, 2  # characters to either side, words of a name
_SMALL = re.late(r" ([a-z]{1,3})\b")
_JOINTS = frozenset("the to of and in is that this we you our at on for".split())
EDITION = 15  # raise it when what counts as a misspelling changes


class Suspect(NamedTuple):
    """A word that no list knows; ``word`` is in lower case."""

    start: int
    end: int
    word: str
    case: Case


class Misspelling(NamedTuple):
    """``text[start:end]`` is misspelled; ``better`` are words in lower case (names as their owners
    write them), the likeliest first; none where no word is sure."""

    start: int
    end: int
    better: tuple[str, ...]


def misspellings(text: str) -> Iterator[Misspelling]:
    """The misspelled words of an English text, in order; none in one of another language."""
    for start, end, word, case in suspects(text):
        better = corrections(word, case)
        if better and case != "lower" and is_beside_name(text, start, end):
            continue
        if not better or _is_cut(text, start, end, better) or _is_listed_name(text, start, end):
            continue
        if case == "lower" and is_species(text, start, end):
            continue
        if is_coined(word, better) or _is_shifted(text, end, word):
            better = ()
        yield Misspelling(start, end, tuple(map(with_capital, better)))


def _is_cut(text: str, start: int, end: int, better: Sequence[str]) -> bool:
    """Whether dots stand for the letters that a word lacks (percen..., ...ently), or an apostrophe
    for its last one (mendin')."""
    word = text[start:end].lower()
    if text[max(start - 3, 0) : start] == "..." or text[max(start - 1, 0) : start] == "…":
        return better[0].endswith(word)
    if text[end : end + 1] in ("'", "’"):
        return better[0] == word + "g"
    return text.startswith(("...", "…"), end) and better[0].startswith(word)


def _is_shifted(text: str, end: int, word: str) -> bool:
    """Whether the space behind a word stands one letter too late (“sailt he sea”)."""
    after = _SMALL.match(text, end)
    return after is not None and word[-1] + after[1] in _JOINTS and lexicon.known(word[:-1])


def _is_listed_name(text: str, start: int, end: int) -> bool:
    """Whether a short word stands alone between commas or slashes beside names (Figma, canva)."""
    if end - start > _LISTED_UP_TO:
        return False
    before = _ELEMENTS.split(text[max(start - _NEAR, 0) : start])
    after = _ELEMENTS.split(text[end : end + _NEAR])
    lead = before[-1].strip().lower()
    if lead not in _LEADS or after[0].strip(" ."):
        return False  # it is a part of what stands there
    parts = [part.strip().lower() for part in (*before[-4:-1], *after[1:4])]
    parts = [part.split()[-1] for part in parts if 0 < len(part.split()) <= _NAMED]
    names = product_names()
    if any(part in names for part in parts):
        return True
    unknown = [part for part in parts if part.isalpha() and not lexicon.known(part)]
    return len(unknown) > (0 if lead else 1)


def suspects(text: str) -> Iterator[Suspect]:
    """The words of a text that no list knows; no abbreviations, code, quotations or other
    languages."""
    cut = words(text)
    if not is_english(cut.lowers):
        return
    quotes, titled = _QUOTES.finditer(text), _titled(cut.texts)
    quoted = next(quotes, None)
    for index, token in enumerate(cut.texts):
        start = cut.starts[index]
        if not token[0].isalpha() or beside_code(text, start, cut.end(index)):
            continue
        while quoted is not None and quoted.end() <= start:
            quoted = next(quotes, None)
        quote = quoted[0][0] if quoted is not None and quoted.start() <= start else ""
        opens = titled or index == 0 or cut.texts[index - 1] in _STOPS
        acts = opens and not titled and cut.lowers[index + 1 : index + 2] in _OBJECTS
        for suspect in _parts(token, start, opens=opens, acts=acts):
            long = quote != "`" and len(suspect.word) >= _NAME_FROM and suspect.case == "lower"
            if (long or not quote) and not (
                is_foreign(cut.texts, index) or is_disguised(text, start)
            ):
                yield suspect


def _parts(token: str, start: int, *, opens: bool, acts: bool) -> Iterator[Suspect]:
    """The parts of a token between hyphens that are ordinary words in form and that no list
    knows; ``acts`` says that an object follows it, so that it is a verb and no name."""
    if _NAMED_PARTS.fullmatch(token):
        return
    for at, part in _unknown(token):
        low = part.lower()
        if at and len(low) < _BEHIND_PREFIX and is_prefix(token[: at - 1].lower()):
            continue  # multi-omics: short words behind a prefix are terms of a field
        lower = part == low or (acts and part[1:].islower())
        first = opens and not at and not part.isupper()
        case: Case = "lower" if lower else "opening" if first else "inside"
        yield Suspect(start + at, start + at + len(part), low, case)


@lru_cache(maxsize=32_768)
def _unknown(token: str) -> tuple[tuple[int, str], ...]:
    """The same: where each starts in the token, and the part."""
    found = []
    for match in _PART.finditer(token):
        part = match.group()
        if part.endswith(("'s", "’s")):
            part = part[:-2]
        if part.endswith("js"):
            continue  # nestjs: a library of JavaScript
        if len(part) > LONGEST or not (_PLAIN.fullmatch(part) or _is_shouted(part)):
            continue
        low = part.lower()
        if vocabulary.known_slip(low) or (len(low) >= SHORTEST and not is_known(low)):
            found.append((match.start(), part))
    return tuple(found)


def _is_shouted(part: str) -> bool:
    """Whether a word in capitals is too long for an abbreviation (RESPONSIBLITIES)."""
    return len(part) >= _SHOUTED_FROM and part.isascii() and part.isalpha() and part.isupper()


def _titled(texts: Sequence[str]) -> bool:
    """Whether a text is set as a title: short, and most longer words start with a capital."""
    longer = [word for word in texts if word[0].isalpha() and len(word) > 3]
    return 0 < len(longer) <= 10 and sum(word[0].isupper() for word in longer) >= 0.75 * len(longer)


def is_english(lowers: Sequence[str]) -> bool:
    """Whether at least half of the words (of five or more) are English ones."""
    plain = [word for word in lowers if word.isalpha()]
    return len(plain) < 5 or sum(map(lexicon.known, plain)) * 2 >= len(plain)


@lru_cache(maxsize=16384)
def corrections(word: str, case: Case = "lower") -> tuple[str, ...]:
    """What a word (lower case) was meant for, the likeliest first, at most three; none where it may
    be right."""
    if len(word) > LONGEST:  # what is tried grows with the square of its length
        return ()
    known = vocabulary.known_slip(word)
    if known and (case == "lower" or len(word) >= (SHORTEST if case == "opening" else _NAME_FROM)):
        return (known,)
    if len(word) < SHORTEST or is_known(word) or word in product_names():
        return ()
    strings = one_slip(word)
    if name := _of_product(word, strings):
        return (name,)
    listed = vocabulary.suggestions(strings)
    if case == "inside":
        return _of_name(word, listed)
    if parts := run_together(word, small=case == "lower"):
        return (parts,)
    near = [other for other in listed if _is_meant(word, other)]
    if not near and case == "lower" and (parts := joined_by_slip(word)):
        return (parts,)
    if not near and len(word) >= (TWO_SLIPS_FROM if case == "lower" else _TWO_IN_NAME):
        near = [other for other in two_slips(word) if _is_meant(word, other)]
    if case == "opening":
        near = [other for other in near if is_common(other) and not may_be_name(word, other)]
    return tuple(sorted(near, key=lambda other: (-_likeness(word, other), other))[:3])


def _of_name(word: str, listed: Iterable[str]) -> tuple[str, ...]:
    """What a word with a capital inside a sentence was meant for: most such words are names."""
    if len(word) < _SWAPPED_NAME_FROM:
        return ()
    least = _LEAST_NAME if len(word) >= _NAME_FROM else _LEAST_SHORT_NAME
    least = _LEAST_LONG_NAME if len(word) >= _LONG_NAME else least
    swapped = len(word) >= _SWAPPED_LONG
    near = [
        other
        for other in listed
        if (vocabulary.suggested(other) >= least and is_inner_slip(word, other))
        or (swapped and vocabulary.suggested(other) >= _LEAST_LONG and is_swapped(word, other))
    ]
    if len(word) < _NAME_FROM:
        near = [other for other in near if lost_or_swapped(word, other)]
    return tuple(sorted(near))[:1]


def _of_product(word: str, strings: Iterable[str]) -> str:
    """The product whose name has a slip inside (Kuberentes, Salesfroce), as its owner writes it."""
    names = product_names()
    if len(word) < _PRODUCT_FROM - 1:
        return ""
    near = sorted(other for other in strings if other in names)
    meant = (o for o in near if o.isalpha() and _in_product(word, o))
    return next((names[other].written for other in meant), "")


def _in_product(word: str, other: str) -> bool:
    inner = len(other) >= _PRODUCT_FROM and is_inner_slip(word, other)
    return inner or (len(other) >= _SWAPPED_NAME_FROM and is_swapped(word, other))


def _is_meant(word: str, other: str) -> bool:
    least = _LEAST.get(len(word), _LEAST_LONG)
    if vocabulary.suggested(other) < least or not other.isalpha():
        return False
    return is_likely(word, other) and not is_number(word, other)


def _likeness(word: str, other: str) -> float:
    """How likely ``other`` was meant, as a Zipf value: swapped and doubled letters are the
    likeliest slips."""
    value = vocabulary.suggested(other) - 2 * slips(word, other)
    if sorted(word) == sorted(other) or set(word) == set(other):
        return value + 1.5
    return value + (0.5 if len(word) != len(other) else 0.0) - (word[0] != other[0])


def edition() -> str:
    """What tells one state of the lists and rules from another."""
    return f"{EDITION} {vocabulary.edition()}"
