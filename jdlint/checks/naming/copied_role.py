"""A page that looks for the role of another page: most often left from the page it was copied
from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.tools import defaultdict
from jdlint.core.words import word_set
from jdlint.posting.roles import HEADS
from jdlint.site import Site
from jdlint.site.facts import BlockFact, Facts

_SEEKS = re.late(
    r"\b(?:looking for|seeking|seeks|hiring|recruiting|opening for|searching for|as)"
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
_LONGEST = 80  # characters behind “looking for” that are looked at
Words = tuple[str, ...]


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
        sought = tuple((words, at.text[a:b]) for at, words, a, b in _sought(facts, heads))
        return (facts.title, sought)


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


def _sought(
    facts: Facts, heads: Mapping[str, list[Words]]
) -> Iterator[tuple[BlockFact, Words, int, int]]:
    """The titles of pages that a page looks for, each with its block and its place there."""
    for block in facts.blocks:
        if block.kind not in _KINDS:
            continue
        for match in _SEEKS.finditer(block.text):
            found = _role(block, match.end(), heads)
            if found is not None:
                yield (block, *found)


def _first(
    facts: Facts, titles: Mapping[Words, list[Facts]], heads: Mapping[str, list[Words]]
) -> Finding | None:
    own = frozenset(_words(facts.title))
    if not own & HEADS:
        return None
    said = False
    for block, words, start, end in _sought(facts, heads):
        if set(words) <= own or _joined(words) in _joined(_words(facts.title)):
            said = True  # the page names its own role too
            continue
        other = titles[words][0]
        values = {"found": block.text[start:end], "title": facts.title, "other": other.path}
        span = block.place(start, end)
        return None if said else Finding(span, values, path=facts.path)
    return None


def _role(
    block: BlockFact, at: int, heads: Mapping[str, list[Words]]
) -> tuple[Words, int, int] | None:
    """The title of a page that stands within a few words behind ``at``, and where."""
    spots = [m.span() for m in _WORD.finditer(block.text, at, at + _LONGEST)]
    lows = [block.text[a:b].lower() for a, b in spots]
    for first, word in enumerate(lows[: _NEAR + 1]):
        for words in heads.get(word, ()):
            if tuple(lows[first : first + len(words)]) == words:
                return words, spots[first][0], spots[first + len(words) - 1][1]
    return None


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text.lower()))


def _joined(words: Words) -> str:
    return "".join(words).replace("-", "")
