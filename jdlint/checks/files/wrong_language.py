"""Pages whose words are in another language than they say they are in."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding, Related
from jdlint.core.diagnostic import Place as At
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.core.tools import Counter
from jdlint.lang.detect import Verdict, language_in_path, language_of
from jdlint.lang.language import name_of
from jdlint.posting.pay import places
from jdlint.site import Facts, Site

_KEYS = ("lang", "locale")  # “language” may be one that the job asks for
_CODE = re.late(r"[A-Za-z]{2}(?=\Z|[-_])")
_SURE = 300  # of margin: a paragraph; a page of names and one sentence has less
_LEAST = 2  # pages of a folder in its language, and as many as are not: then it is a folder of it
_FRANCE = re.late(r"\bFrance\b(?! Telecom)")


@dataclass(frozen=True)
class WrongLanguage:
    """``report: language`` finds a page whose words clearly speak another language than its front
    matter says, or than the pages of the folder (or ending, ``.fr.md``) that it lies in; ``duty``
    finds an English page for a place in France. Values: ``spoken``, ``declared``. Variants: key,
    path."""

    report: str = "language"
    across: ClassVar[tuple[str, ...]] = ("languages",)

    def check(self, page: Page) -> Iterator[Finding]:
        if self.report == "duty":
            at = next((p.span for p in places(page) if _FRANCE.search(p.text)), None)
            if page.language == "en" and at and _spoken(page.prose.text).code == "en":
                yield Finding(at)
            return
        value = next((found for key in _KEYS if (found := page.meta.find((key,)))), None)
        match = _CODE.match(str(value.value)) if value else None
        if value and match and match[0].lower() != page.language:
            spoken = _spoken(page.prose.text)
            if spoken.code == page.language:
                yield Finding(value.span, _values(spoken.code, match[0].lower()), variant="key")

    def check_site(self, site: Site) -> Iterator[Finding]:
        if self.report == "duty":
            return
        rows = [(facts, *language_in_path(facts.path)) for facts in site.pages]
        right = Counter(where for facts, code, where in rows if code and facts.language == code)
        wrong = Counter(where for facts, code, where in rows if code and facts.language != code)
        for facts, code, where in rows:
            if code and facts.language != code and right[where] >= max(_LEAST, wrong[where]):
                spoken = _spoken(" ".join(block.text for block in facts.blocks))
                if spoken.code == facts.language:
                    like = next(f for f, c, w in rows if w == where and f.language == c)
                    yield _at_top(facts, spoken.code, code, like)


def _spoken(text: str) -> Verdict:
    """The language of a text, where it is sure."""
    found = language_of(text)
    return found if found.margin >= _SURE else Verdict("")


def _values(spoken: str, declared: str) -> dict[str, str]:
    return {"spoken": name_of(spoken), "declared": name_of(declared)}


def _at_top(facts: Facts, spoken: str, declared: str, like: Facts) -> Finding:
    """A finding at the first words of a page, beside a page that is in its folder's language."""
    there = next((block.span for block in like.blocks), Span(0, 0))
    related = (Related(At(like.path, there), f"this page is in {name_of(declared)}"),)
    span = next((block.span for block in facts.blocks), Span(0, 0))
    return Finding(
        span, _values(spoken, declared), related=related, path=facts.path, variant="path"
    )
