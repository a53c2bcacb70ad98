"""One introduction, word by word, under several roles."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._evidence import SHOWN, declared, first_words, meant
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, dataclass, field
from jdlint.core.patterns import regex as re
from jdlint.core.tools import defaultdict
from jdlint.site import Facts, Site
from jdlint.site.align import fold
from jdlint.site.facts import BlockFact

# it speaks of the work of the reader, not of the company or the procedure
_ROLE = re.late(
    r"\b(?:your (?:job|role|task|work|mission)|you(?:'|’)?(?:ll| will| are| have| like| love"
    r"| know| enjoy)"
    r"|this (?:role|position|job))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SharedIntroduction:
    """Reports, once for a group of pages, an introduction that pages with other titles have word by
    word.

    The introduction is the first paragraph above the first heading; it counts from ``words`` words
    on, where it speaks of the role and on at most ``share`` of the pages (beyond, it is the
    company's). ``variants`` are introductions that are meant to be shared. Values: ``title``,
    ``count``, ``others``.
    """

    words: int = 20
    share: float = 0.7
    variants: tuple[tuple[str, ...], ...] = ()
    _groups: tuple[frozenset[str], ...] = field(init=False, repr=False)
    across: ClassVar[tuple[str, ...]] = ("pages",)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_groups", declared(self.variants))

    def check_site(self, site: Site) -> Iterator[Finding]:
        groups: dict[str, list[int]] = defaultdict(list)
        for number, facts in enumerate(site.pages):
            block = _introduction(facts)
            if block is not None:
                groups[block.text].append(number)
        for text, numbers in groups.items():
            if len(numbers) < 2:
                continue
            pages = [site.pages[number] for number in numbers]
            rows = [(facts, b) for facts in pages if (b := _introduction(facts))]
            titles = {facts.title.casefold() for facts, _ in rows}
            limit = max(self.share * len(site.pages), 3)
            counts = len(titles) > 1 and len(rows) <= limit and len(text.split()) >= self.words
            if counts and _ROLE.search(text) and not meant(self._groups, fold(text)):
                yield _found(rows)

    def context(self, _site: Site) -> tuple[()]:
        return ()

    def told(self, facts: Facts, _context: tuple[()]) -> tuple[str, ...]:
        """The page's title and introduction."""
        block = _introduction(facts)
        return (facts.title, block.text) if block else ()


def _introduction(facts: Facts) -> BlockFact | None:
    for block in facts.blocks:
        if block.kind in ("title", "description"):
            continue
        return block if block.kind == "paragraph" and block.heading < 0 else None
    return None


def _found(rows: list[tuple[Facts, BlockFact]]) -> Finding:
    facts, block = rows[0]
    others = rows[1:]
    related = tuple(
        Related(Place(f.path, first_words(b)), f"under “{f.title}”") for f, b in others[:SHOWN]
    )
    named = ", ".join(f"“{title}”" for title in list(dict.fromkeys(f.title for f, _ in others))[:3])
    values = {"title": facts.title, "count": str(len(rows)), "others": named}
    return Finding(first_words(block), values, (), related, facts.path, certain=False)
