"""Pages that ask for somebody and do not say how to apply."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.posting import signs
from jdlint.posting.several import several_jobs

# all that may be a way, in any words: rather silent than wrong
WAY = re.late(
    r"\b(?:appl(?:y|ying|ications?)|contact|e-?mails?|write (?:to )?(?:us|me)|send|submit"
    r"|reach (?:out|us)|get in touch|touch base|drop (?:us|me|by)|message|call|talk to|speak to"
    r"|hit us up|let us know|ping|cv|r[eé]sum[eé]s?|cover letter|pull request|PR|fork|issue"
    r"|slack|discord|telegram|linkedin|twitter|say (?:hi|hello)|hello|interested|phone|tel|fill)\b"
    r"|@|<(?:form|button|iframe|a|script)\b|<[A-Z]\w|\{[{%<]|\]\(",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class WayToApply:
    """Reports, once, a page that asks for somebody and names no way to apply: no address, link,
    form or word that may tell one. Pages with front matter are left alone, their layout may add
    one. Values: ``found``, the words that ask."""

    facets: ClassVar = ("missing",)

    def check(self, page: Page) -> Iterator[Finding]:
        if page.links or WAY.search(page.source.text):
            return
        for block in page.blocks:
            asks = signs.SEEKS.search(page.text(block).replace("\n", " "))
            if asks and asks[0][:2].lower() == "as" and several_jobs(page):
                continue  # “As a senior mate, you will”: a ladder of levels asks for nobody
            if asks:
                found = asks[0].rstrip()
                at = block.start + asks.start()
                yield Finding(page.prose.span(at, at + len(found)), {"found": found})
                return
