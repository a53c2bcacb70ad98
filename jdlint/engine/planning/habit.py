"""What most pages of a site do is no defect on one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jdlint.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.core.diagnostic import Diagnostic
    from jdlint.engine.planning.plan import Plan
    from jdlint.site.facts import Facts

_LEAST = 3  # pages that do alike what is a defect on one; two may be one author's slip


def usual(
    plan: Plan, found: set[Diagnostic], pages: Callable[[], Sequence[Facts]]
) -> set[Diagnostic]:
    """Without missing front matter where most pages open with a heading of their own instead: this
    site wants none. ``pages`` is asked only where the question stands."""
    wants = {a.rule.name for a in plan.rules if "missing" in a.rule.params.get("defects", ())}
    if not any(d.rule in wants for d in found):
        return found
    plain = [_opens_with_a_title(facts) for facts in pages()]
    habit = sum(plain) >= _LEAST and 2 * sum(plain) > len(plain)
    return {d for d in found if d.rule not in wants} if habit else found


def _opens_with_a_title(facts: Facts) -> bool:
    """Whether a page has no front matter, and a heading of the first level at its top."""
    bare = not facts.meta and facts.title_span == (0, 0)
    return bare and bool(facts.headings) and facts.headings[0].level == 1
