"""A small word that is lost or another one, or a word in another form than edited prose
has in its place."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._scope import kinds_of
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import TYPE_CHECKING, dataclass
from jdlint.core.page import HIDDEN, Block, Page
from jdlint.lang.en.tokens import Words, words

if TYPE_CHECKING:
    from jdlint.lang.en.choices.likelier import Choice

KINDS = ("missing", "other", "slip", "form")
_BESIDE = frozenset(
    "-–—/|#@&+=<>{}[]~^%$*_\\\"“”'‘’()…•"
)  # beside these a word is seldom one of a sentence
_NAME = 2.0  # more odds are wanted beside a word with a capital


@dataclass(frozen=True)
class Likelier:
    """Reports where edited prose has something else with log odds of at least ``least``; below
    ``sure`` a finding is not certain.

    ``kinds``: ``missing`` (a small word is lost), ``other`` (another small word), ``slip`` (a word
    that is one letter off a small one), ``form`` (another form of the word). Values: ``found``,
    ``better``, ``word``.
    """

    kinds: tuple[str, ...]
    least: float
    sure: float
    scope: tuple[str, ...] = ("prose",)

    def __post_init__(self) -> None:
        kinds_of(self.scope)
        unknown = sorted(set(self.kinds) - set(KINDS))
        if unknown:
            raise ValueError(f"kinds: {unknown[0]} is none of {', '.join(KINDS)}")

    def check(self, page: Page) -> Iterator[Finding]:
        from jdlint.lang.en.choices.likelier import choices

        scope = kinds_of(self.scope)
        for block in page.blocks:
            if block.kind not in scope:
                continue
            text = page.text(block)
            for choice in choices(text):
                if choice.kind in self.kinds and choice.odds >= self.least:
                    cut = words(text)
                    odds = choice.odds - _doubt(cut, choice)
                    if odds >= self.least:
                        found = _finding(page, block, cut, choice)
                        yield found if odds >= self.sure else found._replace(certain=False)


def _doubt(cut: Words, choice: Choice) -> float:
    """How much more odds a place wants than a plain one."""
    at = choice.at
    beside = cut.texts[max(at - 1, 0) : at + (1 if choice.kind == "missing" else 2)]
    if any(text in _BESIDE for text in beside):
        return float("inf")
    names = [text for text in cut.texts[max(at - 1, 1) : at + 2] if text[0].isupper()]
    return _NAME if names else 0.0


def _finding(page: Page, block: Block, cut: Words, choice: Choice) -> Finding:
    at, better = choice.at, choice.better
    first, last = at, at
    if choice.kind == "missing":
        first = at - 1
        better = f"{cut.texts[at - 1]} {_spoken(better, cut.lowers[at])} {cut.texts[at]}"
    start, end = block.start + cut.starts[first], block.start + cut.end(last)
    span = page.prose.span(start, end)
    found = page.source.slice(span)
    values = {
        "found": found,
        "better": better.replace(HIDDEN, "…"),
        "word": choice.better,
    }
    exact = page.exact(start, end) and HIDDEN not in better
    return Finding(span, values, (Edit(span, better),) if exact and better != found else ())


def _spoken(word: str, following: str) -> str:
    if word != "a" or not following[0].isalnum():
        return word
    from jdlint.lang.en.articles.sounds import spoken

    return spoken(following) or word
