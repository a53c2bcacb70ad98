"""Of many findings with the same words on one page, the first few stand for the rest."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.core.diagnostic import Diagnostic

_SHOWN = 3  # findings with the same words that a page shows in full


def calm(
    rows: Sequence[Diagnostic],
) -> tuple[list[Diagnostic], dict[Diagnostic, list[Diagnostic]]]:
    """The findings of a page to show in full, and those that one of them stands for."""
    groups: dict[tuple[str, str], list[Diagnostic]] = {}
    for d in rows:
        groups.setdefault((d.rule, d.message), []).append(d)
    more = {
        group[_SHOWN - 1]: group[_SHOWN:] for group in groups.values() if len(group) > _SHOWN + 1
    }
    hidden = {id(d) for group in more.values() for d in group}
    return [d for d in rows if id(d) not in hidden], more


def others(rows: Sequence[Diagnostic]) -> str:
    """``and 3 more like this, on lines 4, 9, 12``."""
    lines = sorted({d.start.line for d in rows})
    words = ", ".join(str(line) for line in lines[:12]) + (", …" if len(lines) > 12 else "")
    where = f"{'lines' if len(lines) > 1 else 'line'} {words}"
    return f"and {len(rows)} more like this, on {where}"
