"""Fingerprints: what stays the same about a finding while the lines around it move.

Two kinds: ours (path, rule, the words that were found, and how manieth they are), for baselines and
reports of our own; and the hash of the line that code scanning computes from the file, which an
uploaded report must agree with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jdlint.core.diagnostic import Diagnostic
from jdlint.core.patterns import regex as re
from jdlint.core.text import Source

Texts = Callable[[str], Source]
_WINDOW = 100
_BASE = 37
_ALL = 0xFFFF_FFFF_FFFF_FFFF
_FIRST = pow(_BASE, _WINDOW, _ALL + 1)  # the weight of the character that leaves the window
_SPACE = re.late(r"[ \t]+")


def fingerprints(diagnostics: Iterable[Diagnostic], texts: Texts) -> list[str]:
    """A fingerprint for each diagnostic, 32 hexadecimal digits, all different; ``texts`` gives the
    source of a path.

    The text is the span's, its white space and case evened out; where the span is empty it is the
    line's. Findings of one rule on the same words of a page are told apart by their order on the
    page, so diagnostics come in that order.
    """
    from hashlib import blake2b

    seen: dict[tuple[str, ...], int] = {}
    found = []
    for d in diagnostics:
        key = (d.path, d.rule, _words(d, texts(d.path)))
        seen[key] = seen.get(key, 0) + 1
        row = "\0".join((*key, str(seen[key])))
        found.append(blake2b(row.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest())
    return found


def _words(d: Diagnostic, source: Source) -> str:
    text = source.slice(d.span)
    if not text.strip() and 1 <= d.start.line <= len(source.lines.starts):
        text = source.slice(source.line_span(d.start.line))
    return " ".join(text.split()).casefold()


def line_hashes(text: str) -> list[str]:
    """For each line the hash that code scanning gives it: a polynomial over 100 characters from its
    start, and a count.

    White space within lines does not count, line ends count as ``\\n``, U+FFFF ends the text, zeros
    fill up; characters are UTF-16 units. Source: github/codeql-action, src/fingerprints.ts.
    """
    lines = [[*_units(_SPACE.sub("", line)), 10] for line in re.split(r"\r\n?|\n", text)]
    lines[-1][-1] = 0xFFFF
    sums, total = [0], 0
    for unit in (*(unit for line in lines for unit in line), *[0] * _WINDOW):
        total = (total * _BASE + unit) & _ALL
        sums.append(total)
    seen: dict[str, int] = {}
    found, at = [], 0
    for line in lines:
        name = f"{(sums[at + _WINDOW] - sums[at] * _FIRST) & _ALL:x}"
        seen[name] = seen.get(name, 0) + 1
        found.append(f"{name}:{seen[name]}")
        at += len(line)
    return found


def _units(text: str) -> list[int]:
    data = text.encode("utf-16-le", "surrogatepass")
    return [data[i] | data[i + 1] << 8 for i in range(0, len(data), 2)]
