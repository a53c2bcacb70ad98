"""Words that stand twice in a row."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._scope import kinds_of
from jdlint.checks.words._latin import opens_latin
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property
from jdlint.core.words import word_set
from jdlint.lang.en import lexicon

_TWICE = re.late(r"(?<![^\W_])([^\W\d_]{1,24}) \1(?![^\W_])")
# two or three words that are written again: “that we can we can”
_PHRASE = re.late(r"(?<![^\W_])([^\W\d_]{1,16}(?: [^\W\d_]{1,16}){1,2}) \1(?![^\W_])")
# words that a doubled phrase holds at least one of: names and rhythms have none
_SMALL = word_set(
    "the a an of to in on at for with from by you we they it our your their is are will can that"
    " which who as be have has this these those or if but not"
)
_AFTER_AS = word_set("a an the well we you it they our your of in for")  # “as a as a crew”
_NAMING = word_set("call calls called name names named")
_RHYTHM = word_set("and by after over on day year step time more hand side face arm")
# after these “that that” is no “that” with its pronoun
_ONCE = re.late(r" (?:we|you|they|i|he|she|the|an?|our|your|their)\b")
_JOINTS = "-'’_/.&@#+"  # beside these a word is a part of something else
_PREPOSITIONS = frozenset("of in on over with for from to at by about around before after".split())
# “we'd like to to write”: a person was lost rather than a word doubled
_WISHED = re.late(r"\b(?:like|want|wants|ask|asks|invite|love|need|needs|expect|wish|prefer) $")
_LOREM = word_set("lorem ipsum dolor amet consectetur adipiscing tempor aliqua")
_MAKING = re.late(r"\bma(?:ke|kes|de|king) $")  # what makes work work
_AFTER = re.late(r" ([^\W\d_]+)")  # the word behind a pair
_NAME = 4  # letters: a shorter word in capitals is an abbreviation or a name


@dataclass(frozen=True)
class Doubled:
    """Reports a word, or two or three, that is written twice with nothing but a space in between;
    the edit drops one.

    Words of ``often`` may stand twice (“had had”, “that that” before a noun), and a particle after
    one of ``hosts`` (“log in in Bergen”). A pair before a hyphen (“log in in-house”) is left alone,
    and so is one in capitals that the lexicon does not know (“Duran Duran”).
    Values: ``found`` (the first two), ``word``. Variants: ``run`` (more than twice).
    """

    often: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    scope: tuple[str, ...] = ("prose", "headings")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    @cached_property
    def _often(self) -> frozenset[str]:
        return frozenset(self.often)

    def check(self, page: Page) -> Iterator[Finding]:
        yield from self._words(page)
        kinds, text = kinds_of(self.scope), page.prose.text
        for match, end in _runs(_PHRASE, page.lower):
            words, start = match[1].split(), match.start()
            slip = _SMALL.intersection(words) and not _RHYTHM.intersection(words)
            named = page.lower[max(start - 8, 0) : start].split()[-1:]
            slip = slip and not _NAMING.intersection(named)  # “we call the Lab the Lab”
            slip = slip and (words[0] != "as" or words[1] in _AFTER_AS)  # “as low as low can be”
            slip = slip and not (words[0] == "the" and words[-1] == "of")  # the end of the end of
            if not slip or len(set(words)) == 1 or self._joined(text, start, end):
                continue
            if "at" in words and _is_address(text, match.end(1) + 1):
                continue
            if page.block_at(start).kind in kinds:
                edit = Edit(page.prose.span(match.end(1), end), "")
                edits = (edit,) if page.exact(start, end) else ()
                word = text[start : match.end(1)]
                variant = "" if end - start == 2 * len(word) + 1 else "run"
                values = {"found": f"{word} {word}", "word": word}
                span = page.prose.span(start, end)
                yield Finding(span, values, edits, variant=variant, certain=False)

    def _words(self, page: Page) -> Iterator[Finding]:
        kinds, text = kinds_of(self.scope), page.prose.text
        for match, end in _runs(_TWICE, page.lower):
            start = match.start()
            word = text[start : match.end(1)]
            again = text[match.end(1) + 1 : end].split()
            once = match[1] == "that" and _ONCE.match(page.lower, end)
            slip = once or all(self._slip(word, other) for other in dict.fromkeys(again))
            slip = slip and match[1] not in _LOREM
            slip = slip and not _MAKING.search(page.lower, max(start - 12, 0), start)
            after = _AFTER.match(page.lower, end)
            slip = slip and not opens_latin(match[1], after[1] if after else "")
            if not slip or self._joined(text, start, end):
                continue
            if page.block_at(start).kind not in kinds or self._particle(page, start, match[1]):
                continue
            sure = match[1] != "to" or not _WISHED.search(page.lower, max(start - 24, 0), start)
            sure = sure and not self._ends_name(page, start, word, again[0])
            edit = Edit(page.prose.span(match.end(1), end), "")
            edits = (edit,) if sure and page.exact(start, end) else ()
            variant = "run" if len(again) > 1 else ""
            values = {"found": f"{word} {again[0]}", "word": word}
            span = page.prose.span(start, end)
            # of 20 plain words that readers judged 19 were slips, of 3 names and phrases 1
            sure = sure and (word.islower() or match[1] in _SMALL)
            yield Finding(span, values, edits, variant=variant, certain=sure)

    def _slip(self, word: str, again: str) -> bool:
        low = again.lower()
        if low in self._often or (len(low) == 1 and low not in "ai"):
            return False
        if again.islower():
            return word.islower() or word.istitle() or word == "I"
        return word == again and len(word) >= _NAME and again.istitle() and lexicon.common(low)

    def _ends_name(self, page: Page, start: int, word: str, again: str) -> bool:
        """Whether a word in capitals within a sentence may end a name: “Oslo Time time zone”."""
        if not word.istitle() or not again.islower() or word == "I":
            return False
        before = page.prose.text[max(start - 2, page.block_at(start).start) : start].rstrip()
        return before[-1:].isalnum() or before.endswith(",")

    def _joined(self, text: str, start: int, end: int) -> bool:
        before, after = text[start - 1 : start], text[end : end + 1]
        joined = (before and before in _JOINTS) or (after and after in "-'’_/‑@#+")
        return bool(joined) or (after == "." and text[end + 1 : end + 2].isalnum())

    def _particle(self, page: Page, start: int, word: str) -> bool:
        before = page.lower[max(start - 12, 0) : start].split()
        if word == "it":  # “when you hover over it it says”
            return bool(before) and before[-1] in _PREPOSITIONS
        if word not in ("in", "on", "up", "out"):
            return False
        return bool(before) and before[-1] in self.hosts


def _is_address(text: str, at: int) -> bool:
    """Whether a mail address that is written out stands there: “Ana Fjell at fjell AT …”."""
    from jdlint.lang.en.spelling.foreign import is_disguised

    return is_disguised(text, at)


def _runs(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], int]]:
    """What stands twice, with the end of all its repeats: the pattern itself, of two, is linear."""
    last = 0
    for match in pattern.finditer(text):
        if match.start() >= last:
            again, last = f" {match[1]}", match.end()
            end = last + len(again)
            while text.startswith(again, last) and not text[end : end + 1].isalnum():
                last, end = end, end + len(again)
            yield match, last
