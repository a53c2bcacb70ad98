"""A plural of an abbreviation written with an apostrophe: “all KPI's are”, “PDF's.”"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks.grammar._sentences import SentenceCheck, Slip, readings
from jdlint.core.light import TYPE_CHECKING, dataclass

if TYPE_CHECKING:
    from jdlint.lang.en.syntax.analysis import Token

_AFTER = frozenset(
    ". , ; ) and or are were for to with that which from by on of we you than such per via".split()
)
_MANY = frozenset("are were have do".split())
_THE = frozenset("the our your their these those all some many".split())
_ONE = frozenset("a an this each every".split())
_PEOPLE = frozenset("CEO CTO CFO COO CMO CRO VP SVP EVP PM HR IT US UK EU GP MP".split())
# what a place or a day is named by: “at the doctor's”, “than last year's”
_PLACES = frozenset(
    """doctor dentist baker butcher friend master bachelor other today tomorrow yesterday year month
    week day mother father parent competitor customer client partner manager company""".split()
)
# machines that a company has many of
_DEVICES = frozenset(
    """macbook pro air iphone ipad chromebook thinkpad imac laptop android tablet
    smartphone""".split()
)
_PERSONS = frozenset(
    """employee candidate applicant customer client engineer developer manager member user student
    partner intern designer teacher driver nurse""".split()
)
_COMPARED = frozenset("overlap align match differ different similar compare like than".split())
_NEAR = 5  # words before, in which two things are compared
_LONGEST = 5  # letters of an abbreviation; longer words in capitals are shouted


@dataclass(frozen=True)
class PluralApostrophe(SentenceCheck):
    """Reports an abbreviation in capitals, or the name of a machine, with “'s” that no noun
    follows, and any noun with “'s” that is the subject of “are” or “have”.

    Values: ``found``, ``better``.
    """

    def slips(self, tokens: Sequence[Token]) -> Iterator[Slip]:
        for index, token in enumerate(tokens[:-1]):
            mark = tokens[index + 1]
            after = tokens[index + 2] if index + 2 < len(tokens) else None
            if mark.lower == "'s" and _subject(tokens, index):
                from jdlint.lang.en.forms import plural

                yield Slip(token, mark, plural(token.text))
                continue
            if mark.lower in ("'s", "’s") and _bare_object(tokens, index):
                from jdlint.lang.en.forms import plural

                yield Slip(token, mark, plural(token.text))
                continue
            device = token.lower in _DEVICES and _is_device(tokens, index)
            if mark.lower != "'s" or not (device or 2 <= len(token.text) <= _LONGEST):
                continue
            if not device and (not _is_abbreviation(token.text) or token.text in _PEOPLE):
                continue
            if after is not None and after.lower not in _AFTER and not _is_whole(tokens, index):
                continue
            if index and tokens[index - 1].lower in _ONE:
                continue
            if _owned_near(tokens, index) or _is_compared(tokens, index):
                continue  # “the API's and the CLI's owners”
            yield Slip(token, mark, f"{token.text}s")


def _subject(tokens: Sequence[Token], index: int) -> bool:
    """Whether a common noun with “'s” is followed by a verb for many: “the client's are happy”."""
    noun, after = tokens[index], tokens[index + 2 : index + 4]
    if (
        len(after) < 2
        or after[0].lower not in _MANY
        or not (noun.surely("NN", least=0.9) or index == 0)
    ):
        return False
    if after[1].tag in ("PRP", "."):
        return False
    if index == 0:  # “Employee's are our pride”
        from jdlint.lang.en.lexicon import tags

        return noun.text[1:].islower() and "N" in tags(noun.lower) and noun.lower in _PERSONS
    if not noun.text.islower() or "N" not in readings(noun):
        return False
    return any(token.lower in _THE for token in tokens[max(index - 3, 0) : index])


def _is_compared(tokens: Sequence[Token], index: int) -> bool:
    """Whether something is like what this owns: “goals that overlap with the NGO's”."""
    return any(token.lemma in _COMPARED for token in tokens[max(index - _NEAR, 0) : index])


def _owned_near(tokens: Sequence[Token], index: int) -> bool:
    """Whether something near is owned, so that this may own it too."""
    return any(
        tokens[at].lower in ("'s", "'") and tokens[at + 1].lower not in _AFTER
        for at in range(max(index - 9, 0), min(index + 6, len(tokens) - 1))
        if at != index + 1
    )


def _is_whole(tokens: Sequence[Token], index: int) -> bool:
    """“Experience with ERP's is”: a preposition before it and a verb behind it."""
    return index > 0 and tokens[index - 1].tag == "IN" and tokens[index + 2].lower in ("is", "was")


def _is_device(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is a machine by itself, or the last of its name: MacBook Pro."""
    token = tokens[index]
    if token.lower in ("pro", "air"):
        return index > 0 and tokens[index - 1].lower in ("macbook", "ipad", "surface")
    return True


def _is_abbreviation(text: str) -> bool:
    """Whether a word is letters in capitals, but for one inside: KPI, CxO."""
    capitals = sum(map(str.isupper, text))
    return text.isalpha() and text[-1].isupper() and capitals >= max(2, len(text) - 1)


def _bare_object(tokens: Sequence[Token], index: int) -> bool:
    """Whether a common noun with “'s” ends a phrase without a determiner, so that it can own
    nothing: “campaigns for specific persona's.”"""
    noun, after = tokens[index], tokens[index + 2 : index + 3]
    if not noun.text.islower() or readings(noun) != {"N"} or noun.lower in _PLACES:
        return False
    if not after or after[0].text not in (".", ",", ";", ")"):
        return False
    at = index - 1
    while at >= 0 and tokens[at].tag in ("JJ", "NN", "VBG") and tokens[at].lower not in _THE:
        at -= 1
    if at < 0 or index - at > _LONGEST:
        return False
    governed = tokens[at].tag in ("IN", "VB", "VBG", "VBP", "VBZ", "TO")
    return governed and tokens[at].lower not in ("at", "of", "like", "than", "as")
