"""A verb whose form hardly goes with what stands around: “need to delivering”, “is build in”."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from jdlint.checks._scope import kinds_of, texts_in
from jdlint.core.by_text import by_text
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import TYPE_CHECKING, NamedTuple, dataclass
from jdlint.core.page import HIDDEN, Block, Page
from jdlint.core.tools import cached_property
from jdlint.lang.en.tokens import Words, words

if TYPE_CHECKING:
    from jdlint.checks.grammar.verbs._evidence import Licences
    from jdlint.checks.grammar.verbs._slots import Slot

_WORDS = 4  # least words of a text that is judged: shorter ones are labels


class _Slip(NamedTuple):
    slot: Slot
    better: str


@dataclass(frozen=True)
class LikelyForm:
    """Reports a verb of which another form is likelier, with log odds of at least ``least``: from
    which on by the kind of place (``to``, ``modal``, ``do``, ``have``, ``be``, ``person``,
    ``preposition``, ``command``, ``help``).

    ``infinitive``: words after which “to” stands before a base form; ``gerund``: words after which
    it may stand before -ing, with other words between. Values: ``found``, ``better``, ``before``.
    """

    least: Mapping[str, float]
    infinitive: tuple[str, ...] = ()
    gerund: tuple[str, ...] = ()
    scope: tuple[str, ...] = ("prose",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        for block, text in texts_in(page, self.scope):
            for slip in self._in_text(text):
                yield _finding(page, block, words(text), slip)

    @cached_property
    def _in_text(self) -> Callable[[str], tuple[_Slip, ...]]:
        return by_text(self._slips, self)

    @cached_property
    def _licences(self) -> Licences:
        from jdlint.checks.grammar.verbs._evidence import Licences

        return Licences(frozenset(self.infinitive), frozenset(self.gerund))

    def _slips(self, text: str) -> Iterator[_Slip]:
        from jdlint.checks.grammar.verbs._evidence import NEVER, doubt
        from jdlint.checks.grammar.verbs._slots import slots, wanted
        from jdlint.lang.en.wordforms.odds import likeliest

        cut = words(text)
        if len(cut) < _WORDS:
            return
        for slot in slots(cut):
            least = self.least[slot.kind] + doubt(cut, slot, self._licences)
            if least >= NEVER:
                continue
            kind, odds = likeliest(cut, slot.at, slot.form, wanted(slot))
            if odds >= least:
                yield _Slip(slot, _better(cut, slot, kind))


def _better(cut: Words, slot: Slot, kind: int) -> str:
    """The verb in its likelier form; a participle without an object lacks “be” rather."""
    from jdlint.lang.en.lexicon import tags
    from jdlint.lang.en.wordforms.paradigm import PAST, written

    participle = slot.form.kind == PAST and "E" in tags(cut.lowers[slot.at])
    if participle and slot.kind in ("to", "modal"):
        after = cut.options[slot.at + 1][0] if slot.at + 1 < len(cut) else "."
        if after not in "TNMPJUHO#":
            return f"be {cut.texts[slot.at]}"
    return written(slot.form.lemma, kind)


def _finding(page: Page, block: Block, cut: Words, slip: _Slip) -> Finding:
    at, trigger = slip.slot.at, slip.slot.trigger
    start, end = block.start + cut.starts[at], block.start + cut.end(at)
    span = page.prose.span(start, end)
    found = page.source.slice(span)
    edits = (Edit(span, slip.better),) if page.exact(start, end) and HIDDEN not in found else ()
    values = {"found": found, "better": slip.better, "before": cut.slice(trigger, at)}
    return Finding(span, values, edits)
