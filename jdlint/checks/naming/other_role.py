"""A heading that names another job than the page's title: most often left from a copied page."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Heading, Page
from jdlint.core.patterns.regex import late
from jdlint.core.words import word_set
from jdlint.posting.roles import HEADS, joined

_WORD = late(r"[^\W\d_][\w&/'’+#-]*")
_ASIDE = late(r"\([^()]*\)|[^\w\s]+$")
# words that say how high a job stands, not which one it is
_LEVELS = word_set(
    "senior junior principal staff associate intermediate interim acting lead head chief deputy"
    " assistant sr jr i ii iii iv the a an of for and to at in upcoming role open position job"
)
_LONGEST = 7  # words of a heading that is nothing but a role


@dataclass(frozen=True)
class OtherRole:
    """Reports the only heading of a page that is nothing but a role in capitals, where the title
    names a role of the same kind (“Lead” and “Lead”) and both share no other word. Values:
    ``found``, ``title``."""

    facets: ClassVar = ("sections",)

    def check(self, page: Page) -> Iterator[Finding]:
        mine = _words(page.title)
        if not mine & HEADS or len(mine - HEADS - _LEVELS) == 0:
            return
        roles = [heading for heading in page.headings if _is_role(heading)]
        if len(roles) != 1:
            return
        if joined(_ASIDE.sub("", roles[0].text)) in joined(page.title):
            return  # Open-Source Engineer, Open Source Engineer
        words = _words(roles[0].text)
        telling = words - HEADS - _LEVELS
        shared = words & mine
        if telling and shared & HEADS and shared <= HEADS | _LEVELS:
            title = page.meta.find(("title",))
            related = (Related(Place(page.path, title.span), "the title"),) if title else ()
            yield Finding(
                roles[0].span, {"found": roles[0].text, "title": page.title}, related=related
            )


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(_ASIDE.sub(" ", text)))


def _is_role(heading: Heading) -> bool:
    """Whether a heading is a role and nothing else: a few words in capitals that end in one."""
    text = _ASIDE.sub(" ", heading.text.strip())
    words = _WORD.findall(text)
    small = [word for word in words if word.islower()]
    return (
        2 <= len(words) <= _LONGEST
        and words[-1].lower() in HEADS
        and all(word in ("of", "and", "for", "the", "to") for word in small)
    )
