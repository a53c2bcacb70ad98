"""Where a run of lines ends."""

from __future__ import annotations

from jdlint.site.build.anchors.kramdown import patterns


def code_end(text: str, at: int) -> int:
    """Where an indented block of code ends that may start at ``at``; ``at`` where there is none."""
    while True:
        blank = patterns.BLANK.match(text, at)
        line = patterns.CODE.match(text, blank.end() if blank else at)
        if not line:
            return at
        while line:
            at = line.end()
            line = patterns.CODE.match(text, at)
        while at < len(text) and not interrupts(text, at):
            following = text.find("\n", at)
            at = len(text) if following < 0 else following + 1


def interrupts(text: str, at: int) -> bool:
    """Whether a line ends a paragraph or a block of code whatever it holds: blank, a tag, an
    attribute list, ``^``."""
    return bool(
        patterns.BLANK.match(text, at)
        or patterns.IAL.match(text, at)
        or patterns.EOB.match(text, at)
        or patterns.HTML_LAZY_END.match(text, at)
    )
