"""Text that matches a pattern in the source as written: white space, marks, the syntax of links."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import dataclass
from jdlint.core.page import Page
from jdlint.core.patterns.pattern import Match, compile_pattern, found_span
from jdlint.core.patterns.regex import late
from jdlint.core.text import Span

_GROUP = late(r"\\(\d)")


@dataclass(frozen=True)
class SourcePattern:
    """Reports what ``pattern`` matches (its group ``at`` where it has one) in the body's source.

    ``needles`` are literals (as written) of which a page must hold one. ``where`` is ``body`` or
    ``file`` (with front matter). Matches that start in code, templating, comments or HTML are left
    out (``hidden: true`` keeps all but code), and so are those inside a link that works (``links:
    true`` keeps them). ``unless`` patterns that overlap a match silence it. ``replace`` is the
    edit, with ``\\1`` for groups; a group ``edit`` is what it takes the place of, where that is
    more: all that is another element afterwards.
    """

    pattern: str
    needles: tuple[str, ...]
    where: str = "body"
    hidden: bool = False
    links: bool = False
    replace: str | None = None
    unless: tuple[str, ...] = ()
    ignore_case: bool = False

    @property
    def marks(self) -> tuple[str, ...]:
        return self.needles

    def check(self, page: Page) -> Iterator[Finding]:
        text = page.source.text
        if not any(needle in text for needle in self.needles):
            return
        start = page.body.start if self.where == "body" else 0
        quiet: list[tuple[int, int]] | None = None
        pattern = compile_pattern(self.pattern, ignore_case=self.ignore_case, whole=True)
        for match in pattern.finditer(text, start):
            begin, end = found_span(match)
            if self._is_left_out(page, begin):
                continue
            if quiet is None:
                quiet = [
                    m.span()
                    for p in self.unless
                    for m in compile_pattern(p, whole=True).finditer(text, start)
                ]
            if any(a < end and begin < b for a, b in quiet):
                continue
            edits = self._edits(match, begin, end)
            yield Finding(
                Span(begin, end),
                {"found": text[begin:end], "better": edits[0].text if edits else ""},
                edits,
            )

    def _is_left_out(self, page: Page, begin: int) -> bool:
        if page.in_code(begin) or (not self.hidden and page.is_hidden(begin)):
            return True
        return not self.links and page.in_link(begin)

    def _edits(self, match: Match, begin: int, end: int) -> tuple[Edit, ...]:
        if self.replace is None:
            return ()
        better = _GROUP.sub(lambda m: match.group(int(m.group(1))) or "", self.replace)
        number = match.re.groupindex.get("edit")
        place = match.span(number) if number else (begin, end)
        return (Edit(Span(*place), better),)
