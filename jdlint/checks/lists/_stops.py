"""Items that may keep a full stop in a list whose others have none."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.checks.lists.list_punctuation import GOES_ON
from jdlint.core.page import Block, ListBlock, Page
from jdlint.core.patterns import regex as re
from jdlint.core.words import word_set
from jdlint.posting.kinds import lead_of
from jdlint.posting.openings import IMPERATIVE, word_forms

SENTENCES = re.late(r"[.!?][)”\"']? +[A-Z“\"(]")
_WORD = re.late(r"[\w'-]+")
_LABEL = re.late(r"[^.:!?]{1,40}: +")
# how the last item of a sentence that is a list opens, or ends
_JOINS = ("and ", "or ", "as well as ")
_MORE = re.late(
    r"\b(?:and (?:(?:so |very |a lot |lots |plenty |loads )?(?:much |many )?more|so on))\.$"
)
# what a sentence that its list completes breaks off with
_OPEN = re.late(r"\b(?:of|for|by|with|from|through|in|on|about|that|which|such as):$")
# “In the first stage, you write to us”
_STAGED = re.late(
    r"(?:In|On|At|After|Before|During|For|By|With|From|Then|Next|First|Finally),? "
    r"(?:[\w’-]+,? ){0,6}?(?:you|we|they|it|I) [a-z]"
)
_LONG = 8  # words of a sentence that surely wants its full stop
_TITLE, _SMALL = 5, 3  # words of a heading, letters of one that is small in it
_SOME = 12  # other items that tell what the list has: reading them takes longest


def may_stop(page: Page, block: Block, found: ListBlock, others: Sequence[Block]) -> bool:
    """Whether an item (``block``, the last of its own) needs its full stop: it has several
    sentences, is a whole one where ``others`` are fragments, or ends the sentence that the list
    is."""
    text = page.text(block).rstrip()
    if SENTENCES.search(text) or _ends_list(page, block, found, text):
        return True
    if page.language != "en" or not is_sentence(text):
        return False
    some = others[:_SOME]
    return 2 * sum(is_sentence(page.text(other)) for other in some) < len(some)


def _ends_list(page: Page, block: Block, found: ListBlock, text: str) -> bool:
    """Whether the last item ends a sentence: the item before it, or it itself, joins them."""
    last = found.items[-1]
    if len(found.items) < 2 or not last.start <= block.source_start <= last.end:
        return False
    before = found.items[-2].block
    lead = lead_of(page, found)
    if lead is not None and _OPEN.search(page.text(lead).rstrip()):
        return True  # the list is the rest of a sentence: “Our aim is the care of:”
    joined = before >= 0 and page.text(page.blocks[before]).rstrip(" \n;,").endswith(GOES_ON)
    return joined or text.startswith(_JOINS) or _MORE.search(text) is not None


def are_sentences(page: Page, blocks: Sequence[Block]) -> bool:
    """Whether half of some items are whole sentences, and long: what they lack is a full stop."""
    told = [_is_whole(page.text(block)) for block in blocks[:_SOME]]
    return page.language == "en" and 2 * sum(told) >= len(told)


def _is_whole(text: str) -> bool:
    staged = _STAGED.match(text) is not None
    return len(text.split()) >= _LONG and (staged or is_sentence(text))


def is_title(text: str) -> bool:
    """Whether a few words stand as a heading does: each longer one with a capital."""
    words = text.split()
    longer = [word for word in words if len(word) > _SMALL]
    return 1 < len(words) <= _TITLE and all(word[0].isupper() for word in longer)


def is_sentence(text: str) -> bool:
    """Whether a text starts with a subject and its finite verb, which an imperative or a fragment
    lacks. Told by small words alone: of 890 items of real lists the tagger and the clauses told 79
    otherwise, and were wrong of all but six."""
    label = _LABEL.match(text)
    words = _WORD.findall(text.lower().replace("’", "'"), label.end() if label else 0)
    if not words or words[0] in _PREPOSITIONS:
        return False
    if words[0] in _SUBORDINATE:
        return sum(word in _FINITE or word in _SUBJECTS for word in words[1:]) > 1
    if words[0] in _SUBJECTS:
        return True
    verb = next((at for at, word in enumerate(words) if word in _FINITE), 0)
    if IMPERATIVE in word_forms(words[0]):
        return verb == 1  # “Work is done in Oslo”, but “Ensure that work is done”
    return verb > 0 and _INNER.isdisjoint(words[:verb])


_SUBJECTS = word_set(
    "you we they i it he she this these those there who we're you're they're it's there's i'm "
    "we'll you'll candidates applicants"
)
_PREPOSITIONS = word_set("in on at by for with from of to as about over under within through")
_SUBORDINATE = word_set("if when since while because whether although though once unless")
_FINITE = word_set(
    "is are was were will would can could should must may might has isn't aren't won't can't cannot"
)
_INNER = word_set("that which who whose where how what why when if to you we they it i")
