"""“a” before a vowel sound, “an” before a consonant sound."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._scope import kinds_of
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import HIDDEN, Block, Page
from jdlint.core.patterns import regex as re
from jdlint.lang.en.articles.sounds import spoken

_PLACE = re.late(
    r"(?<![\w.’'&/#-])([Aa]n?) "
    r"(\ufffc|[A-Z]\.(?:[A-Z][a-z]{0,2}\.?)+|[$£€]?[^\W_]+(?:[’'-][^\W_]+)*)(?!\.?\w)"
)
_NAME_OF_CODE = re.late(r"[A-Z][a-z]+\d+[A-Za-z]")
_NEXT = re.late(r" ([^\W_]+)(?:(?<=ing) (on|in|with|for|across)\b)?")
_CODE = re.late(r"`{1,2}([A-Z]?[a-z]{3,})(?![a-z])")
# after “A” the letter, at the start of a sentence
_AFTER_LETTER = frozenset("is are in on at as if it all also and or up under over after".split())
_LETTER_VOWEL = frozenset("AEFHILMNORSX")
# two consonants that no English word opens with: an abbreviation is said letter by letter
_ONSETS = frozenset(
    "bl br ch cl cr dr dw fl fr gh gl gn gr kh kl kn kr ph pl pn pr ps pt qu rh sc sh sk sl sm sn"
    " sp sq st sv sw th tr ts tw vl wh wr zh zl".split()
)
_VOWELS = frozenset("aeiouy")
_READ = 5  # letters of an abbreviation that some say as a word: SSHRC, “shirk”
# in small letters words, not abbreviations
_WORDS = frozenset("it us ma ba ae me id ad am".split())


_SELDOM_COUNTED = frozenset(("experience", "access"))  # “a experience in ropes” wants neither
_BE = frozenset("is are was were am has".split())
_COMING = frozenset("come go try stop noted".split())
# words that an article hardly stands before: it may be what is wrong
_LETTERS, _VOWEL = 4, re.late(r"[aeiouyh]")
_NO_NOUN = frozenset(
    "no not the this that these is are was to in at with for from by we you".split()
)


@dataclass(frozen=True)
class ArticleSound:
    """Reports an indefinite article that does not fit the sound of the next word; the edit swaps
    it.

    ``spelled`` are abbreviations said letter by letter; others in capitals are only looked at where
    both ways of saying them ask for the same article. Both are right before words of ``either``.
    Values: ``found``, ``better``, ``article``. Variants: ``uncounted`` (before a noun that takes
    neither: “a expertise”).
    """

    spelled: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    scope: tuple[str, ...] = ("prose",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        kinds, text = kinds_of(self.scope), page.prose.text
        for match in _PLACE.finditer(text):
            article, word, start = match[1], match[2], match.start()
            block = page.block_at(start)
            if block.kind not in kinds or (article[0] == "A" and not _opens(text, start, block)):
                continue
            spoken_word = _in_code(page, match.start(2)) if word == HIDDEN else word.lstrip("$£€")
            if spoken_word.lower() in ("a", "an"):
                continue  # another slip
            if not spoken_word or (article[0] == "A" and spoken_word.lower() in _AFTER_LETTER):
                continue
            wanted = self._article(spoken_word) or ("a" if word[0] in "$£€" else "")
            if _is_no_article(text, match):
                continue
            if wanted and wanted != article.lower():
                better = wanted.capitalize() if article[0] == "A" else wanted
                yield _finding(page, match, better, spoken_word)

    def _article(self, word: str) -> str:
        """“a”, “an”, or nothing where both are heard or the word only looks like one (“a or b”)."""
        low = word.lower()
        initials = re.split(r"[-’']", word, maxsplit=1)[0]
        if initials.upper() in self.spelled and not initials.isupper() and low not in _WORDS:
            return "an" if initials[0].upper() in _LETTER_VOWEL else "a"  # a url, a Usb, an html
        if word.islower() and (
            (len(word) <= _LETTERS and not _VOWEL.search(word)) or _unspeakable(low)
        ):
            return ""  # said by its letters or not: npm, ssh, href
        if (
            low in self.either
            or low in ("or", "and", "of", "e", "i")
            or (len(word) == 1 and word.islower())
        ):
            return ""
        if "." in word:  # M.S., U.K.: letter by letter
            return "an" if word[0] in _LETTER_VOWEL else "a"
        if _NAME_OF_CODE.match(word):
            return ""  # a Uint8Array, a B2Scale
        head = re.match(r"[A-Z]{2,}(?![a-z])|[A-Z](?![a-z])|[A-Z][a-z]{1,2}[A-Z]\w?(?!\w)", word)
        if head:
            letters = "an" if word[0] in _LETTER_VOWEL else "a"
            mute = head.group().isupper() and _VOWELS.isdisjoint(head.group().lower())  # SMM, HTTP
            if head.group() in self.spelled:
                return letters
            if mute or _unspeakable(low):
                return letters if len(head.group()) < _READ else ""
            return letters if letters == spoken(low) else ""
        return spoken(low)


def _finding(page: Page, match: re.Match[str], better: str, spoken_word: str) -> Finding:
    """The finding of an article, with ``better`` in its place where the next word takes one."""
    article, word, text = match[1], match[2], page.prose.text
    start, end = match.span(1)
    if _is_uncounted(text, match):
        whole = page.prose.span(start, match.start(2))
        edits = (Edit(whole, ""),) if page.exact(start, match.end(2)) else ()
        values = {"found": f"{article} {word}", "better": word, "article": article}
        return Finding(
            page.prose.span(start, end), values, edits, variant="uncounted", certain=False
        )
    low, span, many = spoken_word.lower(), page.prose.span(start, end), _is_of_many(text, match)
    # before “no” and the like the slip is another: “need an no more”
    fits = not many and low not in _NO_NOUN and page.exact(start, end)
    shown = spoken_word if word == HIDDEN else word
    values = {"found": f"{article} {shown}", "better": f"{better} {shown}", "article": article}
    edits = (Edit(span, better),) if fits else ()
    return Finding(span, values, edits, certain=not many and low not in _SELDOM_COUNTED)


def _is_no_article(text: str, match: re.Match[str]) -> bool:
    """Whether “a” is a letter before a verb (“the width a is”), “an” a slip for “and” (“come an
    mend”)."""
    word = match[2]
    if not word.isascii() and not word[0].isascii() and word != HIDDEN:
        return word[0] > "\u024f"  # a letter of another script, said in no way that is known
    before = text[max(match.start() - 24, 0) : match.start()].split()
    if match[1] == "a":
        return word in _BE
    return bool(before) and before[-1].lower() in _COMING and word.islower() and _may_be_verb(word)


def _is_uncounted(text: str, match: re.Match[str]) -> bool:
    """Whether the word behind an article is a noun that is never counted, and the last of its
    phrase: no other noun follows (an information sheet)."""
    from jdlint.lang.en.lexicon import tags

    known = tags(match[2])
    if match[1] != "a" or known[:1] != "M" or "N" in known or "J" in known:
        return False
    after = _NEXT.match(text, match.end())
    if after is None or after[2]:  # “a expertise working on pumps”
        return True
    return not set("NMPGJ") & set(tags(after[1].lower())[:1] or "N")


def _is_of_many(text: str, match: re.Match[str]) -> bool:
    """Whether a plural ends the phrase behind an article: “an funded positions” is “any”."""
    from jdlint.lang.en.lexicon import tags

    if tags(match[2].lower())[:1] == "P" and match[2].islower():
        return True  # “centres an hospitals” has lost its “d”
    words = text[match.start(2) : match.end() + 40].split()[:4]
    for word, after in zip(words[1:], [*words[2:], "."], strict=False):
        if tags(word.strip(".,;:").lower())[:1] == "P":
            told = tags(after.strip(".,;:").lower())[:1]
            return word[-1:] in ".,;:" or told not in ("N", "M", "P", "")
        if word[-1:] in ".,;:" or tags(word.lower())[:1] not in ("N", "M", "J", "E", "G", ""):
            return False
    return False


def _may_be_verb(word: str) -> bool:
    from jdlint.lang.en.lexicon import tags

    return "V" in tags(word) or word in ("have", "do", "be")


def _unspeakable(word: str) -> bool:
    """Whether no word can open so (HX, NWO)."""
    return not _VOWELS & set(word[:2]) and word[:2].isalpha() and word[:2] not in _ONSETS


def _opens(text: str, start: int, block: Block) -> bool:
    """Whether a sentence of the block opens at ``start``."""
    before = text[block.start : start].rstrip('“"( ')
    return not before or before[-1] in ".!?:"


def _in_code(page: Page, offset: int) -> str:
    """The word that opens the code at an offset of the prose, where the lexicon knows it."""
    from jdlint.lang.en.lexicon import known

    found = _CODE.match(page.source.text, page.prose.span(offset, offset + 1).start)
    return found[1] if found and known(found[1].lower()) else ""
