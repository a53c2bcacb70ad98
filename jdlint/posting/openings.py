"""How a list item opens: with an imperative, a gerund, a noun, a clause. Unsure means more than
one, or none."""

from __future__ import annotations

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cache, lru_cache
from jdlint.core.words import word_set
from jdlint.lang.en.forms import base, gerund, singular
from jdlint.lang.en.lexicon import tags
from jdlint.lang.lists import word_list

_WORD = re.late(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_LABEL = re.late(r"[^.:]{1,60}?(?::|\s[–—-])\s")
_LONGEST_LABEL = 64  # characters, with its mark
# a line that takes over another list is no item of its own
_REFERENCE = re.late(
    r"(?:Extends?|Includes?|Same|Meets?|All|Everything|The|Plus|And|As) "
    r"(?:of |that |all |as |to |the |[^.]{0,80}\b)?"
    r"(?:responsibilities|requirements|qualifications|duties|above|same)\b"
    r"|Extends? (?:that|those|the)\b",
    re.IGNORECASE,
)
_SERIES = re.late(
    r"((?:, [a-z]{2,20}){0,4},? (?:and|or|&) [a-z]{2,20})(?: [a-z]{2,20}ly)? (?P<after>[a-z]+)"
)
_TAKING_OVER = frozenset("EISMATPeismatp")  # first letters of such a line
_QUOTES = frozenset("\"“”'‘’«»")
_NEXT = 40  # characters that hold the second word
_NOTHING: frozenset[str] = frozenset()
_PRONOUNS = word_set("you we they i he she it there who someone")
_DETERMINERS = word_set(
    "the a an our your their this these all each every any several many no some"
)
_AMOUNTS = word_set("much most more half part parts both another others")  # “much of your work”
_AUXILIARIES = word_set("is are has does will must can should may might would could am was were")
_WITH = word_set("partners teams")  # plurals that are verbs before “with”
_SKIPPED = word_set("please then also always next not never directly")
IMPERATIVE, GERUND, THIRD, NOUN, CLAUSE, OTHER = (
    "imperative",
    "gerund",
    "third",
    "noun",
    "clause",
    "other",
)
Forms = frozenset[str]


class _Lists(NamedTuple):
    """Words that open an item as verbs or as nouns, whatever lexicons know them as first, and those
    that an object opens with."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    objects: frozenset[str]


@cache
def _lists() -> _Lists:
    return _Lists(*map(word_list, ("opening-verbs", "opening-nouns", "object-openers")))


def opening(text: str) -> re.Match[str] | None:
    """The first word of an item that tells its form: marks and adverbs in front are passed over."""
    match = _WORD.search(text)
    while match is not None and (match[0].lower() in _SKIPPED or _is_adverb(match[0].lower())):
        following = _WORD.search(text, match.end())
        if following is None or text[match.end() : following.start()].strip():
            return match
        match = following
    return match


@lru_cache(maxsize=2048)
def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4 and tags(word)[:1] in ("R", "")


@lru_cache(maxsize=4096)
def word_forms(word: str) -> Forms:
    """What an item that opens with ``word`` (lower case) can be, whatever follows."""
    if word in _PRONOUNS:
        return frozenset((CLAUSE,))
    if word in _DETERMINERS:
        return frozenset((NOUN,))
    if word in _AUXILIARIES:
        return frozenset((THIRD,)) if word in ("is", "has", "does") else frozenset()
    if word == "to":
        return frozenset((OTHER,))
    known = tags(word)
    if word.endswith("ing") and len(word) > 4:
        gerund = _gerund_forms(word, known)
        if gerund:
            return gerund
    inflected = (
        word.endswith(("s", "ed"))
        and not word.endswith("ss")
        and word not in _lists().verbs
        and base(word, tags) != word
    )
    found = set[str]()
    named = word in _lists().verbs or word in ("be", "do", "have")
    if named or (not inflected and word not in _lists().nouns and _is_verb(word, known)):
        found.add(IMPERATIVE)
    # runs, cuts: the lexicon has a verb by its participle where that is the base
    same = word.endswith("s") and "E" in tags(singular(word))
    if "Z" in known or (inflected and word.endswith("s")) or same:
        found.add(THIRD)
    if set(known) & set("NMPJED") and known[:1] not in ("I", "S", "W", "C"):
        found.add(NOUN)
    return frozenset(found)


def _gerund_forms(word: str, known: str) -> Forms:
    """What a word of five letters and more in -ing can be, if it is the form of a verb."""
    if "G" in known or not known or base(word, tags) != word:
        both = known[:1] in ("M", "N", "J") and "G" in known
        return frozenset((GERUND, NOUN) if both else (GERUND,))
    if len(word) > 6 and "J" not in known:
        return frozenset((GERUND, NOUN))  # invoicing
    return frozenset()


def _is_verb(word: str, known: str) -> bool:
    """Whether a word is a verb too, for the lexicon or because it has an -ing form there (display,
    displaying)."""
    return "V" in known or ("N" in known and "G" in tags(gerund(word)))


@lru_cache(maxsize=4096)
def forms(text: str) -> Forms:
    """What an item can be; empty where nothing is sure (names, labels, prepositions, figures)."""
    first = opening(text)
    if first is None or _is_label(text, first) or _is_quoted(text, first):
        return _NOTHING
    if text.rstrip().endswith("?") and ". " not in text:
        return frozenset((CLAUSE,))
    word = first[0].lower().replace("’", "'")
    rest = text[first.end() : first.end() + _NEXT]
    following = _WORD.match(rest.lstrip())
    after = following[0].lower() if following else ""
    noun = word in _lists().nouns
    if noun and "V" in tags(word) and (after in _DETERMINERS or after in _AMOUNTS):
        return frozenset((IMPERATIVE,))
    if "V" in tags(word) and rest[:1] in (",", " ") and _verbs_in_a_row(rest):
        return frozenset((IMPERATIVE,))
    found = word_forms(word)
    if NOUN in found and rest[:1] == " " and _manages(after):
        return _NOTHING  # “Project manage bids”: a verb of two words
    if word in _WITH and after == "with":
        return frozenset((THIRD,))
    return found if len(found) < 2 else _told_by(found, text[: first.start()], rest, after, noun)


def _is_quoted(text: str, first: re.Match[str]) -> bool:
    """Whether the first word alone stands in quotation marks: a word used in another sense."""
    before, after = text[: first.start()].strip()[-1:], text[first.end() : first.end() + 1]
    return before in _QUOTES and after in _QUOTES


@lru_cache(maxsize=2048)
def _manages(word: str) -> bool:
    """Whether a word is a base verb before anything else (manage)."""
    return tags(word)[:1] == "V" and not word.endswith(("s", "ed", "ing"))


def _verbs_in_a_row(rest: str) -> bool:
    """Whether more verbs follow the first word, and what they act on: “, train and calm the crew”,
    “ and coach our crew”."""
    match = _SERIES.match(rest)
    if match is None:
        return False
    words = [word for word in _WORD.findall(match[1]) if word not in ("and", "or")]
    acts = match["after"].lower()
    return all("V" in tags(word) for word in words) and (
        acts in _DETERMINERS or acts in _lists().objects
    )


def _told_by(found: Forms, before: str, rest: str, after: str, noun: bool) -> Forms:
    """Which of several forms the words around the first one leave."""
    if IMPERATIVE in found:
        adverb = before.strip(" (").isalpha()  # “Quickly answer …”
        acts = rest[:1] == " " and after in _lists().objects and not noun
        if adverb or acts:
            return frozenset((IMPERATIVE,))
    if THIRD in found and (after in _DETERMINERS or after in ("with", "as")):
        return frozenset((THIRD,))
    return _NOTHING if IMPERATIVE in found and not rest.strip(" .;,") else found


def _is_label(text: str, first: re.Match[str]) -> bool:
    """Whether an item opens with a name, a figure or a label, or takes over another list."""
    word = first[0]
    if len(word) > 1 and word.isupper():
        return True
    if text[: first.start()].strip(" ([“‘\"'")[:1].isdigit():
        return True
    head = text[:_LONGEST_LABEL]
    marked = ":" in head or " -" in head or "\n-" in head or not head.isascii()
    if marked and _LABEL.match(text):
        return True
    return text[:1] in _TAKING_OVER and _REFERENCE.match(text) is not None
