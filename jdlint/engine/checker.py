"""The checks of a plan, built when a page first needs them.

One page costs one parse, one automaton pass for the literals of all rules, and the checks that look
at every page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from jdlint.core.diagnostic import Finding
from jdlint.core.light import TYPE_CHECKING, Any, NamedTuple, Protocol
from jdlint.core.memory import Memory
from jdlint.core.recent import most_of
from jdlint.engine.planning.triggers import (
    Known,
    Owned,
    Trigger,
    Triggers,
    in_order,
    shown_by,
    sought_by,
    trigger_of,
)
from jdlint.rules.build import build
from jdlint.rules.rule import ALL

if TYPE_CHECKING:
    from jdlint.checks import Check, Hit
    from jdlint.core.page import Page
    from jdlint.engine.planning.plan import Plan
    from jdlint.engine.records import PageRecord
    from jdlint.site import Facts, Site


_MOST_KEPT = 2_000  # pages: more than a site that is fixed has with fixes, about 70 MB
_VERSIONS = 4  # of a page: what is typed makes one with each letter, an undo asks for the last ones
_MOSTLY = "en"  # the language of most pages
_MOST_BYTES = 20_000_000  # of their pages: of a hostile one a hundred times as much is kept


class Found(NamedTuple):
    """A finding and the index of its rule in the plan."""

    rule: int
    finding: Finding


class KeptTriggers(Protocol):
    """Where the triggers of a plan are kept between runs, by overrides; None for rules that are
    off."""

    def load(self, overrides: tuple[int, ...]) -> Known | None: ...

    def keep(self, overrides: tuple[int, ...], known: Known) -> None: ...


class KeptTables(Protocol):
    """A memory that lasts between runs."""

    @property
    def memory(self) -> Memory: ...

    def save(self) -> None: ...


class Checker:
    """The checks of a plan, and what they said of contents that do not come from the disk."""

    def __init__(
        self, plan: Plan, kept: KeptTriggers | None = None, memory: KeptTables | None = None
    ) -> None:
        self.plan, self.kept = plan, kept
        self.memory = memory.memory if memory else Memory()
        self._tables = memory
        self.seen: dict[str, tuple[Any, Facts]] = {}
        self._memo: dict[str, dict[bytes, PageRecord]] = {}
        self._bytes = 0  # bytes of the pages in it
        self._runners: dict[tuple[int, ...], Runner] = {}

    @property
    def base(self) -> Runner:
        """The checks without overrides: those over the site are asked so."""
        return self._runner(())

    def runner(self, path: str) -> Runner:
        """The checks for a page, as the overrides that match its path have them."""
        config = self.plan.config
        return self._runner(config.overrides_for(path) if config.overrides else ())

    def save(self) -> None:
        """Write what the memory has learnt, where it lasts."""
        if self._tables is not None:
            self._tables.save()

    def known(self, path: str, data: bytes) -> PageRecord | None:
        """The record of a page with these contents, where it was kept."""
        return self._memo.get(path, {}).get(data)

    def remember(self, data: bytes, record: PageRecord) -> None:
        """Keep the record of a page with these contents; of a page a few, the oldest go first."""
        kept = self._memo.pop(record.path, {})
        self._memo[record.path] = kept  # the page that was last seen goes last
        if kept.pop(data, None) is None:
            self._bytes += len(data)
        kept[data] = record
        while len(kept) > _VERSIONS:
            self._drop(record.path)
        most = most_of(_MOST_KEPT, "pages")
        while len(self._memo) > most or (self._bytes > _MOST_BYTES and len(self._memo) > 1):
            self._drop(next(iter(self._memo)))

    def _drop(self, path: str) -> None:
        """Forget the oldest contents of a page."""
        kept = self._memo[path]
        oldest = next(iter(kept))
        self._bytes -= len(oldest)
        del kept[oldest]
        if not kept:
            del self._memo[path]

    def _runner(self, overrides: tuple[int, ...]) -> Runner:
        if overrides not in self._runners:
            self._runners[overrides] = Runner(self.plan, overrides, self.kept)
        return self._runners[overrides]


class Runner:
    """The checks for pages that share their settings, by the index of their rule in the plan."""

    def __init__(
        self, plan: Plan, overrides: tuple[int, ...], kept: KeptTriggers | None = None
    ) -> None:
        self.plan, self.overrides, self.settings = plan, overrides, plan.config.settings
        self.levels = [plan.level(i, overrides) for i in range(len(plan.rules))]
        self._built: dict[int, Check] = {}
        self._silent: dict[str, frozenset[int]] = {}
        self._needles_of: dict[str, Owned] = {}
        self._known: tuple[Trigger | None, ...] = ()
        self._known, rows, self._sought = self._triggers(kept)
        self._triggered = Triggers(rows)
        self.site_rules = [i for i, t in enumerate(self._known) if t and "check_site" in t.methods]
        self.file_rules = [
            (i, frozenset(plan.rules[i].rule.params.get("defects", ())))
            for i in plan.with_check("file-state")
            if self._known[i]
        ]

    def _triggers(self, kept: KeptTriggers | None) -> Known:
        known = kept.load(self.overrides) if kept else None
        if known is None:
            triggers = tuple(
                trigger_of(self.check(i)) if level != "off" else None
                for i, level in enumerate(self.levels)
            )
            sought = {_MOSTLY: sought_by(triggers, self.silent(_MOSTLY))}
            known = Known(triggers, in_order(triggers), sought)
            if kept:
                kept.keep(self.overrides, known)
        return known

    def has(self, index: int, method: str) -> bool:
        """Whether the check of a rule has a method; it is not built for that."""
        known = self._known[index]
        return known is not None and method in known.methods

    def check(self, index: int) -> Check:
        """The check of a rule under the configuration; raises ``RuleError``."""
        if index not in self._built:
            rule, config = self.plan.rules[index].rule, self.plan.config
            params = config.setting(rule.name, self.overrides).params
            built = self._built[index] = build(rule, config.settings, params, config.path)
            trigger = self._known[index] if self._known else None
            if trigger is not None and trigger.starts[0]:
                built.prepare(trigger.starts)
        return self._built[index]

    def silent(self, language: str) -> frozenset[int]:
        """The rules that are not for pages in a language."""
        if language not in self._silent:
            rows = enumerate(self.plan.rules)
            self._silent[language] = frozenset(
                i for i, active in rows if not active.rule.speaks(language)
            )
        return self._silent[language]

    def _needles(self, language: str) -> Owned:
        """The literals of the rules for a language, each with the rules that wait for it."""
        if language not in self._needles_of:
            sought = self._sought.get(language) or sought_by(self._known, self.silent(language))
            self._needles_of[language] = Owned(sought)
        return self._needles_of[language]

    def find(self, page: Page) -> list[Found]:
        """All findings of the page's own checks that are for its language; rules about words let a
        block be that is in another one."""
        silent = self.silent(page.language)
        found = [
            Found(i, finding)
            for i in self._triggered.wanted(page)
            if i not in silent
            for finding in self.check(i).check(page)
        ]
        for index, hits in self._hits(page).items():
            found += (Found(index, f) for f in self.check(index).check_hits(page, hits))
        of_words = any(not self.for_all(row.rule) for row in found)
        if not of_words:
            return found
        from jdlint.posting.language import is_foreign

        return [
            row
            for row in found
            if self.for_all(row.rule) or not is_foreign(page, row.finding.span.start)
        ]

    def for_all(self, index: int) -> bool:
        """Whether a rule is for all languages."""
        return ALL in self.plan.rules[index].rule.languages

    def _hits(self, page: Page) -> dict[int, list[Hit]]:
        from jdlint.checks import Hit

        owned = self._needles(page.language)
        hits: dict[int, list[Hit]] = {}
        for literal, start, end in owned.needles.find(page.lower):
            for rule, needle in owned.of(literal):
                hits.setdefault(rule, []).append(Hit(needle, start, end))
        return hits

    def across(self, shown: Set[str]) -> list[int]:
        """The rules over the site that can find something where a site shows this much."""
        asked = self.settings.get("grammar", {}).get("engine", "off") != "off"
        return self._triggered.across({*shown, "remarks"} if asked else shown)

    def over_site(self, site: Site, rules: Sequence[int] | None = None) -> Iterator[Found]:
        """What the checks over the site find, on all pages; overrides decide page by page whether
        it counts. ``rules``: only these, else those that the site can interest."""
        for index in self.across(shown_by(site)) if rules is None else rules:
            for part in self._parts(index, site):
                for finding in self.check(index).check_site(part):
                    if self.for_all(index) or not _is_foreign(part, finding):
                        yield Found(index, finding)

    def _parts(self, index: int, site: Site) -> Iterable[Site]:
        """The sites that a rule over the site looks at: one that compares pages compares those of
        one language with each other."""
        known = self._known[index]
        if self.for_all(index) and "pages" not in (known.site if known else ()):
            return (site,)
        rule = self.plan.rules[index].rule
        return (part for code, part in site.by_language.items() if rule.speaks(code))


def _is_foreign(site: Site, finding: Finding) -> bool:
    """Whether a finding stands in a block that is in another language than its page."""
    from jdlint.posting.language import is_other

    facts, at = site.by_path.get(finding.path), finding.span.start
    block = next((b for b in facts.blocks if b.start <= at < b.end), None) if facts else None
    if facts is None or block is None:
        return False
    return is_other(block.text, facts.language, quoted=block.kind == "quote")
