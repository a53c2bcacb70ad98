"""What could not be known of a site's links, said once for the whole run."""

from __future__ import annotations

from collections.abc import Container

from jdlint.core.tools import Counter
from jdlint.site import Site

_KINDS = frozenset(("inline", "definition", "html", "image"))


def unchecked(site: Site, named: Container[str]) -> tuple[str, ...]:
    """One sentence on how many links of the named pages lead where nobody can look, or none."""
    if site.resolver is None:
        return ()
    total, why = 0, Counter[str]()
    for facts in site.pages:
        if facts.path not in named:
            continue
        for link in facts.links:
            if link.kind not in _KINDS or not link.url:
                continue
            answer = site.resolver.resolve(link.url, facts.path)
            total += answer.verdict != "external"
            if answer.verdict == "unknown":
                why["template" if "template" in answer.reason else "absent"] += 1
    if not why:
        return ()
    parts = []
    if count := why["absent"]:
        parts.append(_leads(count))
    if count := why["template"]:
        parts.append(f"{count} depend{'s' * (count == 1)} on templates")
    hint = "; “site:” in jdlint.yaml says where the rest is" if why["absent"] else ""
    count = sum(why.values())
    were = "link into the site was" if total == 1 else "links into the site were"
    return (f"{count} of {total} {were} not checked: {' and '.join(parts)}{hint}",)


def _leads(count: int) -> str:
    if count == 1:
        return "1 leads to a page outside this folder"
    return f"{count} lead to pages outside this folder"
