"""Which language a text is written in, by its most frequent words; no dependency, 1 ms to load.

Weights come from wordfreq (``scripts/generate-stop-words`` says how; ``NOTICE.txt`` its licence).
A language without a list, or in another script, is told from those that have one by ``OTHER``.
"""

from __future__ import annotations

from pathlib import Path

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.tools import bisect_left, lru_cache

OTHER = "und"  # ISO 639-2: undetermined; here a language that jdlint has no list for
# a letter of an abbreviation (B.S.) and what English leaves of a word (’s, ’ve) are no words: “s”
# and “in” are Slovenian too
_WORD = re.late(
    r"(?<![\w'’.])[^\W\d_](?:['’](?=[^\W\d_])|(?![\w.]))"
    r"|(?:(?<!['’])|(?!(?:ve|re|ll)\b))[^\W\d_]{2,}(?:['’](?=[^\W\d_]))?"
)
_MOST = 4_000  # letters that are looked at: more change no verdict on 610 real pages
_LEAST = 2  # words known to a list before anything is said
# of 914 French paragraphs of 12 words 99 % are told at 15, 97 % at 25; none wrongly at either
_MARGIN = 15
_SHARE = 0.1  # of words that are known: 0.3 to 0.5 in languages with a list, 0.05 in others
_OTHER_SCRIPT = re.late(r"[\u0370-\u1fff\u2c00-\ua63f\ua720-\ud7ff\uf900-\ufaff]")
_places: dict[str, int] = {}  # of the languages that words spoke for, in _weights


class Verdict(NamedTuple):
    """A language (ISO 639-1, ``und`` for one without a list, empty where nobody can say) and how
    far it lies before the next one, in tenths of a natural logarithm."""

    code: str
    margin: int = 0


@lru_cache(maxsize=1)
def _lines() -> list[str]:
    """Words with the languages that they speak for, in order."""
    data = Path(__file__).with_name("stop_words.txt").read_bytes()  # as text it takes 0.2 ms more
    return data.decode().splitlines()


def _line(word: str) -> str:
    """What a word speaks for: looked up in the list, since a page asks for a hundred of 2,600."""
    lines, key = _lines(), f"{word} "
    at = bisect_left(lines, key)
    return lines[at][len(key) :] if at < len(lines) and lines[at].startswith(key) else ""


@lru_cache(maxsize=16_384)
def _weights(word: str) -> int:
    """The weights of a word in all languages as one number, so that a text's are one sum: 32 bits
    for each, first of them a 1 where the word is known."""
    fields, total = _line(word.rstrip("'’")).split(), 0
    for code, weight in zip(fields[::2], fields[1::2], strict=True):
        total += int(weight) << 32 * _places.setdefault(code, len(_places) + 1)
    return total + bool(fields)


def is_frequent(word: str) -> bool:
    """Whether a word (lower case) is among the most frequent of some language."""
    return bool(_line(word))


def language_of(text: str) -> Verdict:
    """The language that most frequent words of a text speak for.

    A dozen words are enough as a rule; a heading or a list of names gives an empty code. The work
    is bounded by the first 4,000 characters.
    """
    text = text[:_MOST].lower()
    letters = sum(map(str.isalpha, text[:400]))
    if letters and len(_OTHER_SCRIPT.findall(text[:400])) > letters / 2:
        return Verdict(OTHER, letters)
    found = _WORD.findall(text)
    total = sum(map(_weights, found))
    known = total & 0xFFFFFFFF
    if known < _LEAST or known < _SHARE * len(found):
        return Verdict("")
    (best, first), second = _two_best(total)
    return Verdict(best, first - second) if first - second >= _MARGIN else Verdict("")


def _two_best(total: int) -> tuple[tuple[str, int], int]:
    """The best language with its sum, and the sum of the next one."""
    rows = [(code, total >> 32 * place & 0xFFFFFFFF) for code, place in _places.items()]
    ordered = sorted(rows, key=lambda row: -row[1])
    return ordered[0], ordered[1][1] if len(ordered) > 1 else 0


class PageLanguage(NamedTuple):
    """The language that a page is checked in, the one that it says it is in (empty: it does not
    say), and why, in words."""

    code: str
    declared: str
    reason: str


# of margin, against what a page says of itself: two lines against a key; one, of a dozen words,
# against a folder, whose name may be a department's (it), and where it says nothing (“A van” is
# Hungarian too); of 913 French paragraphs of 12 words 90 % have 60
_SURE, _LIKELY = 120, 60
_PART, _PARTS = 220, 3  # characters, from so many places of a page: 0.1 ms instead of 0.6
_CLEAR = 300  # of margin, which most pages have in these parts; else all of the page is read
_BY_PATH = "by its path"
_CODE = re.late(r"[a-z]{2}(?=\Z|[-_])", re.IGNORECASE)
_IN_PATH = re.late(
    r"(?:^|/)(?:content[-_]|i18n[-_])?([a-z]{2})(?:[-_][a-z]{2})?(?=/)"
    r"|\.([a-z]{2})(?:[-_][a-z]{2})?\.(?:md|markdown|mdx)\Z",
    re.IGNORECASE,
)
# languages that have a list, but for “ca”, which in a path is Canada or California
KNOWN = frozenset("en de fr es pt nl sv da nb fi pl cs sk sl ro hu tr lt lv it".split())


def language_of_page(text: str, key: str, path: str, configured: str = "") -> PageLanguage:
    """The language of a page from its prose, its ``lang`` or ``language`` key, its path (relative,
    forward slashes) and the configuration.

    What it says it is holds, in this order, unless its words clearly speak another language:
    rules must never be run on text of a language that they do not know.
    """
    spoken = _spoken(text)
    declared, where = _declared(key, path, configured)
    least = _LIKELY if where in ("", _BY_PATH) else _SURE
    if spoken.code and spoken.code != declared and spoken.margin >= least:
        return PageLanguage(spoken.code, declared, "by its words")
    if declared:
        return PageLanguage(declared, declared, where)
    return PageLanguage("en", "", "since nothing says otherwise")


def _spoken(text: str) -> Verdict:
    """The language of a page's words: of parts of it where they are clear."""
    share = min(len(text), 3 * _MOST) // _PARTS
    if share > _PART:
        starts = range((share - _PART) // 2, _PARTS * share, share)
        found = language_of(" ".join(text[start : start + _PART] for start in starts))
        if found.margin >= _CLEAR:
            return found
    return language_of(text)


def _declared(key: str, path: str, configured: str) -> tuple[str, str]:
    match = _CODE.match(key.strip())
    if match:
        return match[0].lower(), "by its front matter"
    code, _ = language_in_path(path)
    if code:
        return code, _BY_PATH
    match = _CODE.match(configured.strip())
    return (match[0].lower(), "by the configuration") if match else ("", "")


def language_in_path(path: str) -> tuple[str, str]:
    """The language that a path names, and the part of the path up to it: its folder, or its ending
    (``.fr.md``); both empty where it names none."""
    for match in reversed(list(_IN_PATH.finditer(path))):
        code = (match[1] or match[2]).lower()
        if code in KNOWN:
            return code, path[: match.end()] if match[1] else match[0].lower()
    return "", ""
