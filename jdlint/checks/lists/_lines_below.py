"""A line under an item that Markdown joins to it, though it is a sentence of its own."""

from __future__ import annotations

from jdlint.core.page import Block, Page
from jdlint.core.patterns.regex import late
from jdlint.core.words import word_set

# a line that is a sentence of its own
_SENTENCE = late(r"(?:We|You|They|I|Our|Your|If|Please)\b[^\n]{12,400}[.!?][ \t]*")
# one that is if it has a verb that a subject can have
_MAYBE = late(
    r"(?:The|This|These|Those|There|It|All|Any|Each|Every|Some|No|Only|As|In|For|To|When|Once|While"
    r"|Candidates|Applicants|Applications|Interviews|(?:Successful|Shortlisted|Selected|Interested"
    r"|Qualified) [a-z]+)\b[^\n]{12,400}[.!?][ \t]*"
)
# one that says where to read more of the whole list: “Further details can be found in …”
_MORE = late(
    r"(?:(?:(?:Any |All )?(?:Additional|Further|More|Other|Detailed|Full) )?"
    r"(?:[Dd]etails|[Ii]nformation|[Ii]nfo)\b[^\n.]{0,100} (?:is|are|can|will|may)\b"
    r"|For (?:more|further|additional|full) (?:details|information|info)\b"
    r"|(?:To|In order to) (?:learn|read|find out) more\b)[^\n]{12,400}[.!?][ \t]*"
)
_URL = late(r"(?<=\])\([^()\s]{1,300}\)")
_OPENS = late(r"[\w)]\n(?:We|You|They|It|I|Our|Your|This|If|Please|For|To|See)\b")
_SENTENCE_ENDS = (".", ";", "!", "?")
# a line that ends so goes on: function words, a comma, an opening bracket
_GOES_ON = word_set(
    "a an the of to in on at for with by from and or nor but as into onto over under about across"
    " per via than that which who whose our your their its his her this these those is are be will"
    " can should must may not including like such using between within through during without"
)


def is_below(first: str, second: str) -> bool:
    """Whether the line under the first one of the last item is a paragraph: it says where to read
    more, or the item has no stop and the line is a sentence."""
    if not is_complete(first):
        return False
    if _MORE.fullmatch(second):
        return True
    return first.rstrip()[-1:] not in _SENTENCE_ENDS and _is_whole(second)


def ends_below(page: Page, block: Block) -> bool:
    """Whether the stop of an item is that of a line below it which is none of its own."""
    if page.source.text.find("\n", *block.span) < 0:
        return False
    source = page.source.slice(block.span)
    if _OPENS.search(source):
        return True
    first, _, second = source.partition("\n")
    return first.rstrip()[-1:] not in _SENTENCE_ENDS and is_below(first, second)


def _is_whole(line: str) -> bool:
    if _SENTENCE.fullmatch(line):
        return True
    if not _MAYBE.fullmatch(line):
        return False
    from jdlint.checks.lists._stops import is_sentence

    return is_sentence(_URL.sub("", line))


def is_complete(line: str) -> bool:
    """Whether a line could be the end of an item."""
    line = line.rstrip()
    if line.endswith(("\\", ",", "(", "/", "-", "–", "—", "&", ":")):
        return False
    last = line.rsplit(None, 1)[-1].lower() if line else ""
    return bool(last) and last not in _GOES_ON and len(line.split()) >= 3
