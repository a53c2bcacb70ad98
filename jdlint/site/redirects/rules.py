"""Redirects: which other URL answers when a page is gone."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

from jdlint.core.light import Literal, NamedTuple, dataclass, field
from jdlint.site.redirects import patterns
from jdlint.site.urls import decoded, key, split

Kind = Literal["exact", "page", "prefix", "regex"]
MAX_HOPS = 10


class Redirect(NamedTuple):
    """One rule. ``exact`` compares the path as it is, ``page`` ignores a trailing slash and
    ``index.html``, ``prefix`` matches how the path starts, ``regex`` searches it. In the target
    ``$0`` to ``$9`` are groups.

    ``force`` wins over a page that exists; ``uncertain`` depends on the visitor, so nobody knows
    where it leads. ``host`` is the host that the rule is for (``""``: whichever serves the site).
    A ``rewrite`` serves its target at the source's URL.
    """

    kind: Kind
    source: str
    target: str
    file: str = ""
    force: bool = False
    uncertain: bool = False
    host: str = ""
    rewrite: bool = False


class Outcome(NamedTuple):
    """Where a chain of redirects ends: ``target`` is a URL (``""`` for a loop), ``rules`` say who
    sent it on.

    ``fragment`` is the last one that a target named on the way, which a browser keeps; ``None``
    where there was none.
    """

    target: str
    rules: tuple[Redirect, ...]
    fragment: str | None = None
    loop: bool = False


class Match(NamedTuple):
    """A rule that matches a path, and its target with the groups filled in."""

    rule: Redirect
    target: str


@dataclass(slots=True)
class Redirects:
    """Rules ready to be asked, in nginx's order: exact, the longest prefix, then the patterns as
    they stand."""

    exact: dict[str, Redirect] = field(default_factory=dict)
    pages: dict[str, Redirect] = field(default_factory=dict)
    prefixes: list[Redirect] = field(default_factory=list)
    regexes: list[tuple[patterns.Match, Redirect]] = field(default_factory=list)
    forced: bool = False

    def __bool__(self) -> bool:
        return bool(self.exact or self.pages or self.prefixes or self.regexes)

    def find(self, path: str) -> Match | None:
        """The rule for a URL path and the target that it gives."""
        rule = self.exact.get(path) or self.pages.get(key(path))
        if rule:
            return Match(rule, rule.target)
        for rule in self.prefixes:
            if path.startswith(rule.source):
                return Match(rule, rule.target)
        for search, rule in self.regexes:
            groups = search(path)
            if groups is not None:
                return Match(rule, _filled(rule.target, groups))
        return None


def _filled(target: str, groups: Sequence[str]) -> str:
    if "$" not in target:
        return target
    for number in range(min(len(groups), 10) - 1, -1, -1):
        target = target.replace(f"${number}", groups[number])
    return target


def collect(rules: Iterable[Redirect], hosts: Container[str] = ()) -> Redirects:
    """Rules by kind; the first of two for the same source wins. A rule for another host than the
    site's ``hosts`` says nothing about the site."""
    found = Redirects()
    for rule in rules:
        if rule.host and rule.host not in hosts:
            continue
        found.forced = found.forced or rule.force
        if rule.kind == "exact":
            found.exact.setdefault(rule.source, rule)
        elif rule.kind == "page":
            found.pages.setdefault(key(rule.source), rule)
        elif rule.kind == "prefix":
            found.prefixes.append(rule)
        elif search := patterns.compiled(rule.source):
            found.regexes.append((search, rule))
    found.prefixes.sort(key=lambda rule: -len(rule.source))
    return found


def follow(
    redirects: Redirects, path: str, own: Sequence[str], exists: Callable[[str], bool]
) -> Outcome | None:
    """Follows a URL path through the rules to the first page that exists; ``None`` where no rule
    matches.

    ``own`` are the hosts of the site; a rule that forces its way wins over a page that exists.
    """
    seen = {key(path)}
    taken: list[Redirect] = []
    target, fragment = "", None
    for _ in range(MAX_HOPS):
        found = redirects.find(path)
        if found is None or (exists(path) and (taken or found.rule.uncertain) and not _sure(found)):
            break
        parts = split(found.target)
        here = not parts.host or parts.host in own
        after = decoded(parts.path) or "/"
        if here and key(after) == key(path):
            break  # another scheme, a slash, a fragment: the same page
        taken.append(found.rule)
        target = found.target
        fragment = parts.fragment if parts.fragment is not None else fragment
        if found.rule.uncertain or found.rule.rewrite or not here:
            break
        path = after
        if key(path) in seen:
            return Outcome("", tuple(taken), loop=True)
        seen.add(key(path))
    else:
        return Outcome("", tuple(taken), loop=True)
    return Outcome(target, tuple(taken), fragment) if taken else None


def _sure(found: Match) -> bool:
    """Whether a rule wins over a page that exists, whoever visits it."""
    return found.rule.force and not found.rule.uncertain
