"""A page that looks for the role of another page: most often left from the page it was copied
from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, NamedTuple, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.tools import defaultdict
from jdlint.core.words import word_set
from jdlint.posting.roles import HEADS, joined
from jdlint.site import Site
from jdlint.site.facts import BlockFact, Facts

_SEEKS = re.late(
    r"(?:\b(?:looking for|seeking|seeks|hiring|recruiting|opening for|searching for)"
    r"|(?:^|(?<=[.!?:] ))as)"  # inside a sentence it tells what somebody was
    r"(?: an?| our(?: next| new)?| the| one)? ",
    re.IGNORECASE,
)
_WORD = re.late(r"[^\W_][\w+#-]*")
_ASIDE = re.late(r"\([^()]*\)|[,|/–—].*| - .*")
# what says how high a role stands, not which one it is
_RANKS = word_set(
    "senior junior principal staff lead distinguished vice chief head deputy associate assistant"
    " general sr jr the a an of for"
)
_KINDS = frozenset(("paragraph", "description", "item"))
_NEAR = 4  # words between “looking for” and the role, at most
_JOINED = 5  # letters that a joined word has at least
_LONGEST = 80  # characters behind “looking for” that are looked at
Words = tuple[str, ...]


class Sought(NamedTuple):
    """A title of a page that another page looks for: ``block.text[start:end]``, with the words
    between “looking for” and it."""

    block: BlockFact
    words: Words
    between: Words
    start: int
    end: int


@dataclass(frozen=True)
class CopiedRole:
    """Reports the first place of a page that asks for a role which is not its own title but that of
    another page of the site. Values: ``found``, ``title``, ``other``."""

    across: ClassVar[tuple[str, ...]] = ("pages",)

    def check_site(self, site: Site) -> Iterator[Finding]:
        titles = _titles(site)
        heads = _heads(titles)
        for facts in site.pages if len(titles) > 1 else ():
            finding = _first(facts, titles, heads)
            if finding is not None:
                yield finding

    def context(self, site: Site) -> tuple[Words, ...]:
        """The titles that are roles."""
        return tuple(_titles(site))

    def told(self, facts: Facts, context: tuple[Words, ...]) -> tuple[object, ...]:
        """The page's title, and the roles that it looks for."""
        heads = _heads(context)
        sought = _sought(facts, heads)
        return (facts.title, *((s.words, s.between, s.block.text[s.start : s.end]) for s in sought))


def _titles(site: Site) -> dict[Words, list[Facts]]:
    """The pages whose title is a role, by its words."""
    titles: dict[Words, list[Facts]] = defaultdict(list)
    for facts in site.pages:
        words = _words(_ASIDE.sub(" ", facts.title))
        if words and words[-1] in HEADS and set(words) - HEADS - _RANKS:
            titles[words].append(facts)
    return titles


def _heads(titles: Iterable[Words]) -> dict[str, list[Words]]:
    """Titles by their first word, the longest first."""
    heads: dict[str, list[Words]] = defaultdict(list)
    for words in sorted(titles, key=len, reverse=True):
        heads[words[0]].append(words)
    return heads


def _sought(facts: Facts, heads: Mapping[str, list[Words]]) -> Iterator[Sought]:
    """The titles of pages that a page looks for."""
    for block in facts.blocks:
        if block.kind not in _KINDS:
            continue
        for match in _SEEKS.finditer(block.text):
            found = _role(block, match.end(), heads)
            if found is not None:
                yield found


def _first(
    facts: Facts, titles: Mapping[Words, list[Facts]], heads: Mapping[str, list[Words]]
) -> Finding | None:
    own = frozenset(_words(facts.title))
    if not own & HEADS:
        return None
    said = False
    for at in _sought(facts, heads):
        names = (at.words, *((word,) for word in at.between if word not in _RANKS))
        if any(_is_own(words, facts.title) for words in names):
            said = True  # the page names its own role too, or a longer name of it
            continue
        other, found = titles[at.words][0], at.block.text[at.start : at.end]
        values = {"found": found, "title": facts.title, "other": other.path}
        span = at.block.place(at.start, at.end)
        return None if said else Finding(span, values, path=facts.path)
    return None


def _role(block: BlockFact, at: int, heads: Mapping[str, list[Words]]) -> Sought | None:
    """The title of a page that stands within a few words behind ``at``."""
    spots = [m.span() for m in _WORD.finditer(block.text, at, at + _LONGEST)]
    lows = [block.text[a:b].lower() for a, b in spots]
    for first, word in enumerate(lows[: _NEAR + 1]):
        for words in heads.get(word, ()):
            if tuple(lows[first : first + len(words)]) == words:
                start, end = spots[first][0], spots[first + len(words) - 1][1]
                return Sought(block, words, tuple(lows[:first]), start, end)
    return None


def _is_own(words: Words, title: str) -> bool:
    """Whether a title holds the words, however it joins them (front-end, Frontend)."""
    whole = joined(" ".join(words))
    return set(words) <= set(_words(title)) or (len(whole) >= _JOINED and whole in joined(title))


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text.lower()))
