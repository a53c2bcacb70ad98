"""One abbreviation in two forms on a page: “CoE” and “COE”."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._scope import kinds_of
from jdlint.checks.usage._elsewhere import times
from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.tools import Counter

# two capitals at least; it begins with a class, which re looks for faster than what is before it
_SHORT = re.late(
    r"([A-Z](?<![\w./@#&’'-][A-Z])(?=[a-z]{0,3}[A-Z])[A-Za-z]{1,4}?)"
    r"(?=s?(?![\w/@&-]|[.’'][A-Za-z]))"
)
_LEAST = 2  # times that the form stands which the other is measured by


@dataclass(frozen=True)
class MixedAbbreviations:
    """Reports the rarer form of an abbreviation that a page writes in two ways, both with two
    capitals at least.

    Values: ``found``, ``better``, ``times`` (how often the other form stands). Text in capitals
    throughout is left alone.
    """

    scope: tuple[str, ...] = ("prose", "headings")

    def __post_init__(self) -> None:
        kinds_of(self.scope)

    def check(self, page: Page) -> Iterator[Finding]:
        kinds, places = kinds_of(self.scope), list[tuple[str, int, int]]()
        for match in _SHORT.finditer(page.prose.text):
            form = match[1]
            if page.block_at(match.start(1)).kind in kinds:
                places.append((form, *match.span(1)))
        counts = Counter(form for form, _, _ in places)
        best: dict[str, str] = {}
        for form, _ in counts.most_common():
            best.setdefault(form.lower(), form)
        for form, start, end in places:
            better = best[form.lower()]
            if better == form or counts[better] < _LEAST or counts[better] <= counts[form]:
                continue
            if page.text(page.block_at(start)).isupper():
                continue
            span = page.prose.span(start, end)
            edits = (Edit(span, better),) if page.exact(start, end) else ()
            values = {"found": form, "better": better, "times": times(counts[better])}
            yield Finding(span, values, edits)
