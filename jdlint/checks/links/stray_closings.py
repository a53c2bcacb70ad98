"""End tags behind which nothing is open, and tags of words that are never closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Page
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span

_TAG = late(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,9})(?=[\s>/])[^<>]{0,2000}>",
)


@dataclass(frozen=True)
class StrayClosings:
    """Reports an end tag of ``tags`` behind which no such element is open, and with ``unclosed`` a
    start tag of one that is closed nowhere (variant ``slashed``: one that “<b/>” was to close).

    A page with templating may open or close it there, and is left alone. Values: ``found``,
    ``better``. Variants: the usual one, ``open``, ``slashed``.
    """

    tags: tuple[str, ...] = ("a",)
    unclosed: tuple[str, ...] = ()

    @property
    def marks(self) -> Sequence[str]:
        ends = [f"</{tag}>" for tag in self.tags]
        return (*ends, *(end.upper() for end in ends), *(f"<{tag}>" for tag in self.unclosed))

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.source.text
        if "{%" in text or "{{" in text or "<%" in text:
            return
        opened: dict[str, list[Span]] = {}
        for match in _TAG.finditer(text, page.body.start):
            name, span = match["name"].lower(), Span(*match.span())
            if name not in self.tags or page.in_code(span.start):
                continue
            if name in self.unclosed and match[0].endswith("/>"):
                # an icon, <i class="rope"/>, is meant to open nothing
                if opened.get(name) and " " not in match[0]:
                    opened[name].pop()
                    better = f"</{match['name']}>"
                    values = {"found": match[0], "better": better}
                    yield Finding(span, values, (Edit(span, better),), variant="slashed")
                continue
            if not match["close"]:
                opened.setdefault(name, []).append(span)
            elif opened.get(name):
                opened[name].pop()
            else:
                yield Finding(span, {"found": match[0]}, (Edit(span, ""),))
        for name in self.unclosed:
            for span in opened.get(name, ()):
                yield Finding(span, {"found": page.source.slice(span)}, variant="open")
