"""``</a>`` where no link is open."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.page import Page
from jdlint.core.patterns import regex as re
from jdlint.core.text import Span

_TAG = re.late(r"<(?P<close>/?)a(?=[\s>/])[^<>]{0,2000}>", re.IGNORECASE)


@dataclass(frozen=True)
class StrayClosings:
    """Reports ``</a>`` behind which no ``<a>`` is open. A page with templating may open it there,
    and is left alone."""

    marks: ClassVar = ("</a>", "</A>")

    def check(self, page: Page) -> Iterator[Finding]:
        text, opened = page.source.text, 0
        if "{%" in text or "{{" in text or "<%" in text:
            return
        for match in _TAG.finditer(text, page.body.start):
            if page.in_code(match.start()):
                continue
            if not match["close"]:
                opened += 1
            elif opened:
                opened -= 1
            else:
                span = Span(*match.span())
                yield Finding(span, {}, (Edit(span, ""),))
