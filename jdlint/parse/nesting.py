"""How deep quotes and lists of one line may stand in each other."""

from __future__ import annotations

from jdlint.core.patterns.regex import late

# A parser compares each line with all that are open: twice as deep and twice as long takes four
# times as long (64 KB of “- - - …” and lines below it: 1.3 s).
DEEPEST = 100
_SHORT = 8_000  # characters: what is shorter takes no time however deep it is
_MARK = r"(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))"
_DEEP = late(rf"[ \t]*(?:{_MARK}[ \t]*){{{DEEPEST}}}(?P<next>{_MARK})")


def shallow(text: str, filler: str) -> str:
    """``text`` with what is deeper than ``DEEPEST`` hidden: one mark becomes ``filler``, and those
    behind it are words."""
    if len(text) < _SHORT:
        return text
    lines, deep = text.split("\n"), False
    for at, line in enumerate(lines):
        found = _DEEP.match(line) if len(line) >= DEEPEST else None
        if found is not None and not _is_rule(line):
            mark = found.start("next")
            lines[at] = line[:mark] + filler + line[mark + 1 :]
            deep = True
    return "\n".join(lines) if deep else text


def _is_rule(line: str) -> bool:
    """Whether a line is nothing but one mark, as often as you like: “- - -”."""
    return len(set(line.split())) == 1 and line.strip()[0] in "-*"
