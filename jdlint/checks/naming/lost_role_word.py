"""A role named as the title or the heading above it names it, but for one word that got lost."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import NamedTuple, dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.core.words import word_set
from jdlint.posting.roles import HEADS

# a sentence about the role: “The Harbour Lead plans …”, “As a Harbour Lead, you …”, “The next step
# for a Harbour Lead is …”
_NAMED = re.late(
    r"(?:(?:^|[.!?:] )(?:The|As (?:an?|the|our))"
    r"|\b(?:next (?:career )?steps?|responsibilities|requirements|duties) (?:for|of) (?:the|an?))"
    r" (?P<at>(?:[A-Z][\w&’'-]*|of|for|and|&)"
    r"(?: (?:[A-Z][\w&’'-]*|of|for|and|&))+)(?=,? [a-z])",
    re.MULTILINE,
)
_WORD = re.late(r"[\w&][\w&’'-]*")
_ASIDE = re.late(r"\([^()]*\)|[|/–—].*| - .*")
_SMALL = word_set("of for")
# what says how high a role stands, or is no part of its name
_LEVELS = word_set(
    "senior junior principal staff associate intermediate interim acting lead global regional head"
    " chief deputy assistant sr jr i ii iii iv the a an and & remote"
)
_KINDS = frozenset(("paragraph", "item", "description"))
_LEAST = 3  # words of a role, without small ones, of which one can get lost
_OWN = 2  # times that a page names the role so: then it is a short form


class _Name(NamedTuple):
    text: str
    words: tuple[str, ...]
    span: Span


@dataclass(frozen=True)
class LostRoleWord:
    """Reports a sentence about the page's own role, that of its title or of the heading
    above, of which one word is missing: “Director Harbour Guest Services” (the variant ``small``),
    “The Director of Harbour Services” under “Director of Harbour Guest Services”.

    Levels (“Senior”) may be left out, a name that is a heading or title too is another role, and
    one that stands twice, while the longer never does, a short form. Values: ``found``, ``better``,
    ``lost``.
    """

    def check(self, page: Page) -> Iterator[Finding]:
        names = {name.words: name for name in _names(page)}
        if not any(_is_long(words) for words in names):
            return
        heads = {word.capitalize() for words in names for word in words if word in HEADS}
        for block in page.blocks:
            if block.kind not in _KINDS or not any(map(page.text(block).__contains__, heads)):
                continue
            for match in _NAMED.finditer(page.text(block)):
                words = _words(match["at"])
                for name in () if words in names else _above(page, block, names):
                    lost = _lost(words, name.words)
                    # “Harbour Lead, Oslo” is short for nothing else than “Harbour Lead”
                    if f", {lost}" in name.text.lower():
                        continue
                    if lost and not _is_short_form(page, match["at"], name.text):
                        start = block.start + match.start("at")
                        yield _finding(page, Span(start, start + len(match["at"])), name, lost)
                        break


def _names(page: Page) -> Iterator[_Name]:
    """The roles that the title and the headings of a page are."""
    title = page.meta.find(("title",))
    rows = [(heading.text, heading.span) for heading in page.headings]
    if title is not None:
        rows.insert(0, (page.title, title.span))
    for text, span in rows:
        plain = _ASIDE.sub(" ", text)
        words = _words(plain)
        if HEADS & set(words):
            yield _Name(" ".join(plain.split()), words, span)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


def _is_long(words: tuple[str, ...]) -> bool:
    return len([word for word in words if word not in _SMALL]) >= _LEAST


def _above(page: Page, block: Block, names: dict[tuple[str, ...], _Name]) -> Iterator[_Name]:
    """The role that the nearest heading is which names one, and that of the title."""
    index = block.section
    while index >= 0:
        section = page.sections[index]
        name = names.get(_words(_ASIDE.sub(" ", section.heading.text)))
        if name is not None:
            yield name
            return
        index = section.parent
    name = names.get(_words(_ASIDE.sub(" ", page.title)))
    if name is not None:
        yield name


def _lost(words: tuple[str, ...], full: tuple[str, ...]) -> str:
    """The one word of a full name that a name lacks; empty where they differ otherwise, or by a
    level."""
    for at, word in enumerate(full):
        if full[:at] + full[at + 1 :] == words and word not in _LEVELS:
            rest = set(words) - HEADS - _LEVELS - _SMALL
            return word if _is_long(full) and rest and HEADS & set(words) else ""
    return ""


def _is_short_form(page: Page, short: str, full: str) -> bool:
    text = page.prose.text
    said = any(full in page.text(block) for block in page.blocks if block.kind in _KINDS)
    return not said and text.count(short) >= _OWN


def _finding(page: Page, found: Span, name: _Name, lost: str) -> Finding:
    span = page.prose.span(found.start, found.end)
    written = next(word for word in _WORD.findall(name.text) if word.lower() == lost)
    text = page.prose.text[found.start : found.end]
    values = {"found": text, "better": name.text, "lost": written}
    related = (Related(Place(page.path, name.span), "the role"),)
    return Finding(span, values, related=related, variant="small" if lost in _SMALL else "")
