"""What a grammar engine said of the blocks of a site: facts that checks read, asked for by a
probe."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from jdlint.core.light import TYPE_CHECKING, NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.tools import Counter, defaultdict
from jdlint.site.facts import BlockFact, Facts
from jdlint.site.of_pages import OfPages

if TYPE_CHECKING:
    from jdlint.site import Site

KINDS = frozenset(("title", "description", "paragraph", "heading", "item", "cell"))
SEVERAL, MANY = (
    3,
    8,
)  # pages on which a word that may be a slip, and one that looks like one, count as the site's own
_WORD = re.late(r"[^\W\d_]+")
_TOKEN = re.late(r"[^\W_]+(?:[-'’][^\W_]+)*")


class Remark(NamedTuple):
    """What a grammar engine says of ``text[start:end]`` (code points); ``kind`` is ``spelling`` or
    ``grammar``."""

    start: int
    end: int
    rule: str
    message: str
    replacements: tuple[str, ...]
    kind: str


def texts_to_ask(
    site: Site, paths: Collection[str] | None = None, code: str = "en"
) -> Iterator[str]:
    """The distinct texts of the pages in ``paths`` (None: all) that are in the language
    ``code``."""
    seen: set[str] = set()
    for facts in site.pages:
        if (paths is not None and facts.path not in paths) or facts.language != code:
            continue
        for block in facts.blocks:
            if block.kind in KINDS and block.text not in seen:
                seen.add(block.text)
                yield block.text


_HOST = re.late(r"(?:(?:https?:)?//|mailto:[^@\s]{1,80}@)([^/?#\s]{1,200})", re.IGNORECASE)
_MIDDLE = 7  # letters from which a word is seldom a name
_LONG = 9  # letters from which a name that is one slip from a word is hardly one
_FEW = 12  # words that are looked for one by one; of more, tokens are quicker
_SENTENCE = 8  # words of a value from which on it is a sentence, and may hold slips itself


def own_words(site: Site, wanted: Mapping[str, str]) -> frozenset[str]:
    """Those of the words ``wanted`` (lower case, each with what it may be meant for) that the site
    uses as its own.

    They stand on many pages, or on a few where they are short; in two texts, once with a capital in
    the middle of a sentence, or always with one and once at the start of a paragraph (a long slip
    of a word that more pages have is none); in the titles of two pages; in another value of the
    front matter; or with a capital on a page that links a host of that name."""
    words = frozenset(wanted)
    if not words:
        return words
    pages, titles, named = Counter[str](), Counter[str](), set[str]()
    capitals, written, texts = set[str](), set[str](), defaultdict[str, set[str]](set)
    lower = OfPages(site.kept, "lower")
    for facts in site.pages:
        blocks = _holding(facts, words, lower)
        uses = [(block, word, how) for block in blocks for word, how in _uses(block.text, words)]
        for block, word, how in uses:
            texts[word].add(block.text)
            if how == "name" and block.kind in ("paragraph", "item", "cell"):
                capitals.add(word)
        opening = {word for _, word, how in uses if how != "plain"}
        pages.update({word for _, word, _ in uses})
        written |= _named_here(uses)
        named |= opening and opening & _hosts(facts)
        titles.update(words & {word.lower() for word in _WORD.findall(facts.title)})
        named |= words & _in_values(facts)
    written |= {word for word in capitals if len(texts[word]) > 1}
    named |= {word for word in written if not _is_slip(site, lower, word, wanted[word], pages)}
    return frozenset(named | {word for word in words if _is_often(word, pages, titles)})


def _is_often(word: str, pages: Mapping[str, int], titles: Mapping[str, int]) -> bool:
    """Whether many pages have a word; of a short one, a few pages, or two titles."""
    if len(word) >= _MIDDLE:
        return pages[word] >= MANY
    return pages[word] >= SEVERAL or titles[word] > 1


def _is_slip(site: Site, lower: OfPages, word: str, better: str, pages: Mapping[str, int]) -> bool:
    """Whether more pages have the word that a long one may be meant for."""
    if len(word) < _LONG or not better.isalpha():
        return False
    return sum(better.lower() in lower.row(facts, _lower) for facts in site.pages) > pages[word]


def _named_here(uses: Iterable[tuple[BlockFact, str, str]]) -> set[str]:
    """Those of a page's words that it writes with a capital in two of its texts, one of them a
    paragraph that opens with it, and never without: names."""
    texts, plain, opens = defaultdict[str, set[str]](set), set[str](), set[str]()
    for block, word, how in uses:
        texts[word].add(block.text)
        if how == "plain":
            plain.add(word)
        if block.kind == "paragraph" and block.text[: len(word)].lower() == word:
            opens.add(word)
    return {word for word in opens - plain if len(texts[word]) > 1}


def _in_values(facts: Facts) -> set[str]:
    """The words (lower case) of the front matter's short values, but for the title."""
    values = (
        str(value)
        for key, value in facts.meta.items()
        if key not in ("title", "description", "layout") and len(str(value).split()) < _SENTENCE
    )
    return {word.lower() for value in values for word in _WORD.findall(value)}


def _hosts(facts: Facts) -> set[str]:
    """The words (lower case) of the hosts that a page links or writes to."""
    found = (_HOST.match(link.url) for link in facts.links)
    return {word.lower() for match in found if match for word in _WORD.findall(match[1])}


def _holding(facts: Facts, words: frozenset[str], lower: OfPages) -> Sequence[BlockFact]:
    """The blocks of a page that may hold one of the words: where few are asked for, most pages hold
    none."""
    if len(words) > _FEW:
        return facts.blocks
    whole = lower.row(facts, _lower)
    there = [word for word in words if word in whole]
    if not there:
        return ()
    return [block for block in facts.blocks if any(w in block.text.lower() for w in there)]


def _lower(facts: Facts) -> str:
    return "\n".join([block.text for block in facts.blocks]).lower()


def _uses(text: str, words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The words (lower case) that stand in a text and how: ``name`` with a capital inside a
    sentence, ``opening`` with one elsewhere, or ``plain``."""
    for match in _TOKEN.finditer(text):
        word = match.group().lower()
        word = word[:-2] if word.endswith(("'s", "’s")) else word
        if word not in words:
            continue
        before = text[: match.start()].rstrip()
        inside = bool(before) and before[-1] not in '.!?:;•–—(“"'
        if not match.group()[0].isupper():
            yield word, "plain"
        else:
            yield word, "name" if inside and not _title_case(text) else "opening"


def _title_case(text: str) -> bool:
    longer = [word for word in _WORD.findall(text) if len(word) > 3]
    capitals = sum(1 for word in longer if word[0].isupper())
    return capitals * 5 > len(longer) * 3


def given_remarks(
    given: Mapping[str, object], pages: Sequence[Facts]
) -> dict[str, tuple[Remark, ...]]:
    """The remarks of an example: ``given: {remarks: {word: better}}`` stands for spelling wherever
    the word stands, ``{words: {better: …, says: …}}`` for grammar."""
    answers: dict[str, tuple[Remark, ...]] = {}
    for text in {block.text for facts in pages for block in facts.blocks}:
        rows = []
        for word, said in given.items():
            for match in re.finditer(rf"(?<!\w){re.escape(str(word))}(?!\w)", text):
                kind, says = (
                    ("grammar", str(said.get("says", "")))
                    if isinstance(said, Mapping)
                    else ("spelling", "")
                )
                better = str(said.get("better", "")) if isinstance(said, Mapping) else str(said)
                rows.append(
                    Remark(
                        match.start(),
                        match.end(),
                        "Example",
                        says,
                        (better,) if better else (),
                        kind,
                    )
                )
        answers[text] = tuple(sorted(rows))
    return answers
