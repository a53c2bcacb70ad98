"""Pay that is praised where no figure is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks import Hit
from jdlint.core.diagnostic import Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.posting.pay import has_figure

_PRAISED = re.late(
    r"\b(?:competitive|attractive|generous|excellent|market[- ](?:rate|leading|competitive)"
    r"|negotiable)(?:,? (?:and \w+ )?(?:base|starting|annual|gross|monthly|total|cash|fair))?"
    r" (?:salar(?:y|ies)|pay|compensation|wages?|remuneration)\b"
    r"|\b(?:salary|pay|compensation|remuneration) (?:(?:is|are|[-–:]) )?"
    r"(?:(?:very|highly|extremely|really|quite) )?(?:negotiable|competitive)\b"
    r"|\b(?:a|an|our|the) (?:(?:very|highly|extremely|really|truly|most) )?"
    r"(?:competitive|attractive|generous)"
    r"(?:,? (?:and )?(?:benefits?|comprehensive|overall|total|full|remuneration))* package\b"
    r"|\bpay (?:very )?(?:competitively|accordingly)\b",
    re.IGNORECASE,
)
_TASK = re.late(
    r"\b(?:ensur|design|maintain|defin|develop|administ|benchmark|creat)\w* (?:\w+ ){0,3}$",
    re.IGNORECASE,
)
_WORDS = ("salar", " pay", "compensation", "wage", "remuneration", "pay ", "package")


@dataclass(frozen=True)
class BarePay:
    """Reports the first words that praise the pay (“competitive salary”) of a page that names no
    figure of pay, in its front matter or its text. Values: ``found``."""

    needles: ClassVar[Sequence[str]] = _WORDS

    def check_hits(self, page: Page, hits: Sequence[Hit]) -> Iterator[Finding]:
        text = page.prose.text
        for match in _PRAISED.finditer(text):
            if _TASK.search(text[max(match.start() - 40, 0) : match.start()]):
                continue  # what somebody is to see to, not what is offered
            if not has_figure(page):
                yield Finding(page.prose.span(*match.span()), {"found": match[0]})
            return
