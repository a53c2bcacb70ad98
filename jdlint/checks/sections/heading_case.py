"""Headings in capitals (“How to Apply”) beside headings in small letters (“What we offer”)."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks.sections._hashes import is_hashed
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import HIDDEN, Heading, Page
from jdlint.core.patterns import regex as re
from jdlint.core.words import word_set
from jdlint.lang.en.lexicon import tags
from jdlint.lang.en.spelling.vocabulary import frequency
from jdlint.posting.roles import HEADS

_WORD = re.late(r"[A-Za-z][\w’'-]*")
# words that stay small in capitals too
_SMALL = word_set(
    "a an the and but or nor for of in on at to by with from as into via per vs than over up out"
)
_OF_HEADINGS = frozenset("NMPJUGE")  # what headings are made of, but for names
_OF_NAMES = frozenset("about at with why join meet behind inside".split())
_PERSONS = frozenset("us you me them".split())
_COMMON = 4.0  # frequency of a word that is no name
_PARTED = re.late(r": | [-–—|] |[(/]|, ")  # a name and what it is about
_CONTENTS = "On this page"  # written by templates
_SHOWN = 6


@dataclass(frozen=True)
class HeadingCase:
    """Reports, once for a page, that its headings are mostly in title case and some are not, or the
    other way round; ``first: true`` reports headings that open with a small letter where others
    open with a capital.

    Only headings that show their case count: every word but the small ones in capitals, one of them
    a common word, or a common word in small letters and no capital. ``least`` headings must be of
    the usual case, and no more than ``share`` of all of the other. Values: ``found``, ``rare``,
    ``count``, ``example``. Variants: ``title`` (the fewer are in capitals), ``sentence``.
    """

    first: bool = False
    least: int = 2
    share: float = 0.4
    facets: ClassVar = ("sections",)

    def check(self, page: Page) -> Iterator[Finding]:
        title, sentence = list[Heading](), list[Heading]()
        for heading in page.headings if self.first or _both(page) else ():
            if heading.level == 1 or HIDDEN in heading.text or not is_hashed(page, heading):
                continue
            case = _opening(heading.text) if self.first else _case(heading.text)
            if case and not (case == "title" and _is_name(page, heading.text)):
                (title if case == "title" else sentence).append(heading)
        rare, usual = sorted((title, sentence), key=len)
        if self.first and rare is title and len(title) != len(sentence):
            return  # mostly small letters: a layout's way
        rare, usual = (sentence, title) if self.first else (rare, usual)
        both = len(rare) + len(usual)
        if not rare or len(usual) < self.least or len(rare) > self.share * both:
            return
        related = tuple(
            Related(Place(page.path, heading.span), "here too") for heading in rare[1:_SHOWN]
        )
        values = {
            "found": rare[0].text,
            "rare": str(len(rare)),
            "count": str(len(usual)),
            "example": usual[0].text,
        }
        yield Finding(
            rare[0].span, values, related=related, variant="title" if rare is title else "sentence"
        )


def _both(page: Page) -> bool:
    """Whether some headings may be in title case and some in sentence case: most pages need no word
    looked up."""
    rest = [words[1:] for h in page.headings if len(words := _WORD.findall(h.text)) > 1]
    small = any(all(w[0].islower() for w in words) for words in rest)
    return small and any(all(w[0].isupper() or w in _SMALL for w in words) for words in rest)


def _case(text: str) -> str:
    """title or sentence, or empty where the heading does not tell."""
    words = _WORD.findall(text)[1:]
    main = [word for word in words if word.lower() not in _SMALL]
    if not main or text.isupper() or _PARTED.search(text) or text == _CONTENTS:
        return ""
    if words[-1].lower().rstrip("s") in HEADS:
        return ""  # a role has capitals of its own
    small = [word for word in main if word.islower()]
    capital = [word for word in main if word[0].isupper() and not word.isupper()]
    if not small and any(frequency(word.lower()) >= _COMMON for word in capital):
        return "title"
    if not capital and any(frequency(word) >= _COMMON for word in small):
        return "sentence"
    return ""


def _is_name(page: Page, text: str) -> bool:
    """Whether the last two words stand elsewhere on the page in capitals, too, or all behind the
    first are a name that it never has in small letters (“About Populate”)."""
    words = text.split()
    last = " ".join(words[-2:])
    if last.istitle() and page.prose.text.count(last) > 1:
        return True
    return len(words) > 1 and words[-2].lower() in _OF_NAMES and _is_called(page, words[-1])


def _is_called(page: Page, word: str) -> bool:
    """Whether a word behind “about” is a name: it is first of all no noun or pronoun, or the page
    has it with a capital elsewhere and nowhere without."""
    text, name = page.prose.text, word.strip("?!:.,")
    if name.lower() not in _PERSONS and tags(name.lower())[:1] not in _OF_HEADINGS:
        return True
    return text.count(f" {name}") > 1 and f" {name.lower()}" not in text


def _opening(text: str) -> str:
    """title where a heading opens with a capital, sentence where with a common word in small
    letters."""
    match = _WORD.match(text)
    if match is None or "-" in match[0]:
        return ""
    word = match[0]
    if word[0].isupper():
        return "title"
    return "sentence" if word.islower() and frequency(word) >= _COMMON else ""
