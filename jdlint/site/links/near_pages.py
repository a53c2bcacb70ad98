"""Pages like one that is missing: the same last part elsewhere, or nearly the same letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.core.tools import cached_property
from jdlint.site.build.generators.base import Built
from jdlint.site.links.nearest import nearest

_TYPO = 0.85  # of the letters are the same: a slip, no other word
_MOST = 3
_END = 3  # letters; a slip changes the start of a name or its end, not both


class NearPages:
    """Asked about the same page by many links: each answer is found once."""

    def __init__(self, built: Mapping[str, Built]) -> None:
        self.built = built
        self._known: dict[str, tuple[str, ...]] = {}

    def like(self, name: str) -> tuple[str, ...]:
        """The keys of at most three pages like a key."""
        if name not in self._known:
            self._known[name] = self._like(name)
        return self._known[name]

    def one_slip(self, name: str) -> bool:
        """Whether a page differs from the key by a slip of the pen."""
        return any(alike(name, other) for other in self.like(name))

    def _like(self, name: str) -> tuple[str, ...]:
        parent, _, last = name.rpartition("/")
        if not last:
            return ()
        beside = self._beside.get(parent, {})
        found = [beside[end] for end in nearest(last, beside)]
        same = self._named.get(last, [])
        found += same if len(same) <= _MOST else []
        if not found:
            found = [other for other in self._candidates(name) if alike(name, other)]
        return tuple(dict.fromkeys(found))[:_MOST]

    @cached_property
    def _beside(self) -> Mapping[str, dict[str, str]]:
        """Keys by their last part, by the folder."""
        found: dict[str, dict[str, str]] = {}
        for key in self.built:
            parent, _, last = key.rpartition("/")
            found.setdefault(parent, {})[last] = key
        return found

    @cached_property
    def _named(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key in self.built:
            found.setdefault(key.rpartition("/")[2], []).append(key)
        return found

    @cached_property
    def _ends(self) -> Mapping[tuple[int, str], list[str]]:
        """Keys by depth and by the start or the end of their last part."""
        found: dict[tuple[int, str], list[str]] = {}
        for key in self.built:
            for end in _ends_of(key):
                found.setdefault(end, []).append(key)
        return found

    def _candidates(self, name: str) -> Iterator[str]:
        rows = (self._ends.get(end, ()) for end in _ends_of(name))
        yield from dict.fromkeys(key for row in rows for key in row)


def alike(left: str, right: str) -> bool:
    """Whether two keys differ by a slip of the pen only."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.real_quick_ratio() < _TYPO or matcher.quick_ratio() < _TYPO:
        return False
    return matcher.ratio() >= _TYPO


def _ends_of(key: str) -> tuple[tuple[int, str], ...]:
    last, depth = key.rpartition("/")[2], key.count("/")
    return (depth, "^" + last[:_END]), (depth, last[-_END:] + "$")
