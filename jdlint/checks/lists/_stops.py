"""Items that may keep a full stop in a list whose others have none."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.page import Block, ListBlock, Page
from jdlint.core.patterns import regex as re
from jdlint.core.recent import recent
from jdlint.core.words import word_set

SENTENCES = re.late(r"[.!?][)”\"']? +[A-Z“\"(]")
_LABEL = re.late(r"[^.:!?]{1,40}: +")
# how the last item of a sentence that is a list goes on, or ends
_JOINED = (" and", " or", " and/or")
_JOINS = ("and ", "or ", "as well as ")
_MORE = re.late(
    r"\b(?:and (?:(?:so |very |a lot |lots |plenty |loads )?(?:much |many )?more|so on))\.$"
)


def may_stop(page: Page, block: Block, found: ListBlock, others: Sequence[Block]) -> bool:
    """Whether an item (``block``, the last of its own) needs its full stop: it has several
    sentences, is a whole one where ``others`` are fragments, or ends the sentence that the list
    is."""
    text = page.text(block).rstrip()
    if SENTENCES.search(text) or _ends_list(page, block, found, text):
        return True
    if page.language != "en" or not is_sentence(text):
        return False
    return 2 * sum(is_sentence(page.text(other)) for other in others) < len(others)


def _ends_list(page: Page, block: Block, found: ListBlock, text: str) -> bool:
    """Whether the last item ends a sentence: the item before it, or it itself, joins them."""
    last = found.items[-1]
    if len(found.items) < 2 or not last.start <= block.source_start <= last.end:
        return False
    before = found.items[-2].block
    joined = before >= 0 and page.text(page.blocks[before]).rstrip(" \n;,").endswith(_JOINED)
    return joined or text.startswith(_JOINS) or _MORE.search(text) is not None


def _read(text: str) -> bool:
    from jdlint.lang.en.syntax.analysis import analyse

    label = _LABEL.match(text)
    analysis = analyse(text[label.end() :] if label else text)
    if not analysis.sentences:
        return False
    tokens = analysis.sentences[0].tokens
    first = tokens[0].start
    clauses = [
        clause for clause in analysis.clauses if clause.subject.tokens[0].end <= tokens[-1].end
    ]
    if any(clause.subject.tokens[0].start == first for clause in clauses):
        return True
    if tokens[0].lower in _SUBORDINATE:
        return sum(group.form == "finite" for group in analysis.verb_groups) > 1
    # a long subject, and a verb that only a main clause has
    verb = next((at for at, token in enumerate(tokens) if token.lower in _FINITE), 0)
    before = {token.lower for token in tokens[:verb]}
    noun = next((phrase for phrase in analysis.noun_phrases), None)
    return verb > 0 and noun is not None and noun.tokens[0].start == first and not before & _INNER


_SUBORDINATE = word_set("if when as since while because whether although though once unless")
_FINITE = word_set("is are was were will would can could should must may might has")
_INNER = word_set("that which who whose where how what why when if to you we they it i")
# whether a text starts with a subject and its finite verb: what an imperative or a fragment lacks
is_sentence = recent(_read, 30_000)
