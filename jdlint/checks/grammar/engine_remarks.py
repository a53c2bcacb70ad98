"""What a grammar engine says of a page, where one was asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from jdlint.checks import setting
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cached_property, defaultdict
from jdlint.core.words import like
from jdlint.lang.detect import is_frequent
from jdlint.site import Site
from jdlint.site.facts import BlockFact
from jdlint.site.remarks import Remark, own_words

_QUOTED = re.late(r"[`‘]([^`’]*)[`’]")


_WORD = re.late(r"[^\W\d_]+")
# a row of single words: “scons, automake, cmake or meson”
_ROW = re.late(r"[\w.+#-]+(?:(?:, (?:and |or )?| and | or |/)[\w.+#-]+){2,}")
_PARTS = re.late(r"[^\w.+#-]+(?:(?:and|or) )?")
_LONGEST = 120  # characters of a row on either side
_SHORT = 6  # letters: of 26 such remarks 18 were right, of 196 on longer words 187
_SEVERAL = 3  # texts in which a rare word is remarked on


def _names(site: Site, rows: Iterable[tuple[str, BlockFact, Remark]]) -> frozenset[str]:
    """The rare words (lower case) of remarks on several texts in other languages than English."""
    texts: dict[str, set[str]] = defaultdict(set)
    for path, block, remark in rows:
        if site.by_path[path].language != "en":
            for word in _WORD.findall(block.text[remark.start : remark.end].lower()):
                texts[word].add(block.text)
    return frozenset(w for w, seen in texts.items() if len(seen) >= _SEVERAL and not is_frequent(w))


def _in_tools(text: str, remark: Remark) -> bool:
    """Whether a word in small letters stands in a row of tools: one of the row is a product, and
    what stands beside the word is no word of English either."""
    if not text[remark.start : remark.end].islower():
        return False
    before, after = text[remark.start - 2 : remark.start], text[remark.end : remark.end + 2]
    if "," not in before + after and "/" not in before + after:
        return False
    from jdlint.lang.en.lexicon import known
    from jdlint.lang.en.spelling.names import product_names

    for row in _ROW.finditer(text, max(remark.start - _LONGEST, 0), remark.end + _LONGEST):
        if not row.start() <= remark.start < row.end():
            continue
        words = [word.strip(".") for word in _PARTS.split(row[0])]
        own = text[remark.start : remark.end]
        if own not in words:
            return False
        at = words.index(own)
        beside = words[max(at - 1, 0) : at] + words[at + 1 : at + 2]
        tools = any(word.lower() in product_names() for word in words if word != own)
        return tools and not any(known(word.lower()) for word in beside)
    return False


def _is_sure(found: str, better: Sequence[str]) -> bool:
    """Whether a word (lower case) is a slip of the one that it resembles most, and no name or term:
    a longer one, or one that people often make."""
    from jdlint.lang.en.spelling.vocabulary import known_slip

    return bool(better) and (len(found) > _SHORT or bool(known_slip(found)))


@dataclass(frozen=True)
class EngineRemarks:
    """Reports remarks of one ``kind``: ``spelling`` or ``grammar``; nothing where no engine was
    asked.

    In other languages than English a grammar remark on a word of the project's own is left out, and
    on a rare word that is in remarks on several texts: a name that the engine takes for a word.
    ``project_words`` are the project's own (case does not count), ``quiet`` are rules of the engine
    that are left out. Words that the site uses as its own are no misspellings. Values: ``found``,
    ``better`` (the first replacement), ``others``, ``says`` (the engine's sentence), ``rule``.
    """

    kind: str = "spelling"
    project_words: Collection[str] = setting("project_words", ())
    quiet: tuple[str, ...] = ()
    across: ClassVar[tuple[str, ...]] = ("remarks",)

    def __post_init__(self) -> None:
        if self.kind not in ("spelling", "grammar"):
            raise ValueError(f"“kind” is spelling or grammar, not “{self.kind}”")

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(word.lower() for word in self.project_words)

    def check_site(self, site: Site) -> Iterator[Finding]:
        if not site.remarks:
            return
        rows = [
            (facts.path, block, remark)
            for facts in site.pages
            if site.wants(facts.path)  # only their texts were asked about
            for block in facts.blocks
            for remark in site.remarks.get(block.text, ())
            if self._wanted(remark)
        ]
        spelled = {
            block.text[r.start : r.end].lower(): next(iter(r.replacements), "")
            for _, block, r in (rows if self.kind == "spelling" else ())
        }
        accepted = self._own | own_words(site, spelled)
        names = self._own | _names(site, rows) if self.kind == "grammar" else frozenset()
        for path, block, remark in rows:
            found = block.text[remark.start : remark.end].lower()
            foreign = site.by_path[path].language != "en"
            if self.kind == "spelling" and _in_tools(block.text, remark):
                continue
            if found not in accepted and not (foreign and names & set(_WORD.findall(found))):
                yield self._finding(block, remark)._replace(path=path)

    def _wanted(self, remark: Remark) -> bool:
        return remark.kind == self.kind and remark.rule not in self.quiet

    def _finding(self, block: BlockFact, remark: Remark) -> Finding:
        found = block.text[remark.start : remark.end]
        own_first = sorted(remark.replacements, key=lambda text: text.lower() not in self._own)
        better = [like(found, text) for text in own_first]
        says = _QUOTED.sub(r"“\1”", remark.message).strip().rstrip(".")
        variant = "plain" if not better else "swap" if better[0] else "drop"
        values = {
            "found": found.strip(),
            "better": better[0] if better else "",
            "others": ", ".join(better[1:]),
            "says": says or "This looks wrong",
            "rule": remark.rule,
        }
        span = block.place(remark.start, remark.end)
        exact = not block.pieces and span.end - span.start == len(found)
        edits = (Edit(span, better[0]),) if better and exact and better[0] != found else ()
        sure = self.kind != "spelling" or _is_sure(found.lower(), better)
        return Finding(span, values, edits, variant=variant, certain=sure)
