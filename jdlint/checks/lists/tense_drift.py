"""Lists in which one item leaves the tense of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.core.diagnostic import Finding, Place, Related
from jdlint.core.light import dataclass
from jdlint.core.page import Block, Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span
from jdlint.lang.en.lexicon import tags
from jdlint.posting.swallowed import broken_lists

_FUTURE = re.late(r"\b(?:will|shall|can expect|are going to|is going to)\b|[’']ll\b")
_SUBJECTS = ("candidates", "candidate", "applicants", "applicant", "you", "we")
# “Selected candidates usually meet …”: the subject, an adverb, what may be its verb
_PRESENT = re.late(
    r"(?:\w+ ){0,2}(?P<subject>candidates?|applicants?|you|we|they)\s(?:\w+ly )?(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_PLAIN = frozenset(
    ("are", "have", "do")
)  # what else tells the present: “is” and “has” tell a state
_LIKELY = 2  # of a word's tags, likeliest first, that are read: “experience” is a verb too, rarely


@dataclass(frozen=True)
class TenseDrift:
    """Reports the items of a list that tell in the present what the others tell in the future.

    At least ``share`` of the items, and ``least``, must speak of the future. Values: ``found``.
    """

    least: int = 3
    share: float = 0.7

    @property
    def needles(self) -> Sequence[str]:
        short = [f"{subject}{mark}ll" for subject in ("you", "we") for mark in "’'"]
        return (*(f"{subject} will" for subject in _SUBJECTS), *short)

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        for index in sorted(
            {page.block_at(hit.start).list for hit in hits} - {-1} - broken_lists(page)
        ):
            rows = [block for _, block in page.items(page.lists[index])]
            future = [block for block in rows if _FUTURE.search(page.text(block))]
            if len(future) < self.least or len(future) < self.share * len(rows):
                continue
            model = page.prose.span(future[0].start, future[0].end)
            related = (Related(Place(page.path, model), "speaks of the future"),)
            for block in rows:
                verb = _present(page, block) if block not in future else None
                if verb is not None:
                    values = {"found": page.prose.text[verb.start : verb.end]}
                    yield Finding(page.prose.span(*verb), values, related=related)


def _present(page: Page, block: Block) -> Span | None:
    """Where the verb in the present stands that an item says of its subject."""
    match = _PRESENT.match(page.text(block))
    if match is None:
        return None
    verb, one = match["verb"].lower(), match["subject"].lower() in ("candidate", "applicant")
    known = tags(verb)[:_LIKELY]
    if verb not in _PLAIN and ("Z" if one else "V") not in known:
        return None
    return Span(block.start + match.start("verb"), block.start + match.end("verb"))
