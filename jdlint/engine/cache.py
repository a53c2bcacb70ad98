"""What the last run found: a file that has not changed is neither read nor checked again."""

from __future__ import annotations

import marshal
import os
from collections.abc import Mapping
from pathlib import Path
from sys import byteorder

from jdlint.core.light import TYPE_CHECKING, Any, NamedTuple, TypeAlias
from jdlint.core.memory import Memory
from jdlint.engine.planning.triggers import Known, Sorted, Sought, Trigger
from jdlint.engine.records import (
    PageRecord,
    Plain,
    SiteRecord,
    pack_page,
    pack_site,
    unpack_page,
    unpack_site,
)
from jdlint.io import store
from jdlint.io.files import DiskTree
from jdlint.io.shipped import name_of
from jdlint.io.stamps import Stamp, stamp_of

if TYPE_CHECKING:
    from jdlint.site.facts import Facts

# newer records beside all others: each run reads them, and writes them where one is new
_LATER = 64
_TRIGGERS = "triggers"
MOST = 50_000  # pages kept; beyond, a run answers as without a cache
Pages: TypeAlias = tuple[tuple[str, bool, Stamp], ...]  # path, whether it is reported, its stamp


class _Entry(NamedTuple):
    """What was found on a file that had this stamp."""

    stamp: Stamp
    record: Plain


class Question(NamedTuple):
    """The pages that checks over the site look at; ``told``: all that they read of a single one,
    empty where that is not known (see ``engine.passes.lone``)."""

    pages: Pages
    told: bytes = b""

    def edited(self, site: _SiteEntry) -> bool:
        """Whether an answer was about the one page before an edit that told nothing new."""
        same = [row[:2] for row in site.pages] == [row[:2] for row in self.pages]
        return same and self.told == site.told != b""


class _SiteEntry(NamedTuple):
    """What was found across these pages, in a tree of these paths, while the files that the checks
    looked at had these stamps."""

    pages: Pages
    told: bytes
    paths: str
    seen: Mapping[str, Stamp]
    record: Plain


def _after_edit(site: _SiteEntry, question: Question) -> _SiteEntry:
    """The same answer about a page as it is now."""
    seen = dict(site.seen)
    for path, _, stamp in question.pages:
        if path in seen:
            seen[path] = stamp
    return site._replace(pages=question.pages, seen=seen)


class _Kept(NamedTuple):
    """What one blob holds: records by path, what was found across pages, and for which others
    (``base``) it is what came later."""

    key: bytes
    base: bytes
    pages: dict[str, tuple[Any, ...]]
    site: tuple[Any, ...] | None = None

    @classmethod
    def load(cls, name: str, key: bytes) -> _Kept | None:
        data = _blob(name)
        good = isinstance(data, tuple) and len(data) == 4 and data[0] == key
        return cls(*data) if good else None


def _blob(name: str) -> Any:
    """What a blob holds; a session reads it again where it is another file."""
    folder = store.cache_name()
    stamp = stamp_of(os.path.join(folder, name)) if folder else None
    known = _READ.get(name)
    if known is None or known[0] != stamp or stamp is None:
        known = _READ[name] = (stamp, store.load(name))
    return known[1]


_READ: dict[str, tuple[Stamp, Any]] = {}  # stamp, data


class RunCache:
    """Records of the last runs, valid for one root, one ``key`` (what they depend on besides files)
    and the stamps that the files had. Lost or damaged, it costs time only.

    Two blobs: all that was known once, and the few records that are newer; so an edit of one page
    writes little.
    """

    def __init__(self, root: Path, key: bytes, *, on: bool = True) -> None:
        self.on = on and store.cache_folder() is not None
        self.base, self.key = os.path.join(os.path.abspath(root), ""), key
        self._name = f"run-{name_of(root.resolve())}"
        all_of = _Kept.load(self._name, key) if self.on else None
        self._all = all_of or _Kept(key, b"", {})
        later = _Kept.load(f"{self._name}-new", key) if all_of else None
        good = later is not None and later.base == self._all.base
        self._later = later if later and good else _Kept(key, self._all.base, {})
        self._pages = {**self._all.pages, **self._later.pages}
        self._fresh: dict[str, tuple[Any, ...]] = {}
        self._new_site: _SiteEntry | None = None

    def ready_for(self, pages: int) -> None:
        """Say how many pages a run has: of more than can be kept none is."""
        self.on = self.on and pages <= MOST

    def stamp(self, path: str) -> Stamp:
        """Times and size of a file, or None where it is no file that can be looked at."""
        return stamp_of(self.base + path)

    def page(self, path: str, stamp: Stamp, *, reported: bool) -> PageRecord | None:
        """The record of a file that is as it was; None too where it is to be ``reported`` and was
        not then."""
        kept = self._pages.get(path)
        if kept is None or stamp is None:
            return None
        entry = _Entry._make(kept)
        if entry.stamp != stamp:
            return None
        record = unpack_page(entry.record, reported=reported)
        return None if reported and record.kind != "other" and not record.reported else record

    def quiet(self, path: str) -> bytes | None:
        """In which texts of a page the last run found nothing; None where nothing is kept."""
        kept = self._pages.get(path)
        known = unpack_page(kept[1], reported=False).quiet if kept else b""
        return known if self.on else None

    def was(self, path: str) -> tuple[Stamp, Facts] | None:
        """What a page told the last run, and the stamp that it had."""
        kept = self._pages.get(path)
        facts = unpack_page(kept[1], reported=False).facts if kept else None
        return (kept[0], facts) if kept and facts else None

    def keep(self, stamp: Stamp, record: PageRecord) -> None:
        """Keep a record, unless its file has no stamp to know it by."""
        if self.on and stamp is not None:
            self._fresh[record.path] = tuple(_Entry(stamp, pack_page(record)))

    def site(self, question: Question, tree: DiskTree) -> SiteRecord | None:
        """What was found across the same pages, where the same would be found again."""
        for site in (self._later.site, self._all.site):
            kept = _SiteEntry._make(site) if site else None
            if kept is not None and kept.pages != question.pages and question.edited(kept):
                kept = self._new_site = _after_edit(kept, question)
            if kept is None or kept.pages != question.pages:
                continue
            if kept.paths == "\n".join(tree.paths) and tree.as_seen(kept.seen):
                tree.seen.update(kept.seen)
                return unpack_site(kept.record)
        self._new_site = None
        return None

    def keep_site(self, question: Question, tree: DiskTree, record: SiteRecord) -> None:
        """Keep what was found across pages, unless one has no stamp to know it by."""
        if self.on and all(stamp is not None for _, _, stamp in question.pages):
            paths = "\n".join(tree.paths)
            self._new_site = _SiteEntry(*question, paths, tree.seen, pack_site(record))

    def save(self) -> None:
        """Write what is new; records of files that were not looked at stay."""
        if not self._fresh and self._new_site is None:
            return
        site = tuple(self._new_site) if self._new_site else None
        later = {**self._later.pages, **self._fresh}
        if self._all.base and len(later) <= min(_LATER, len(self._all.pages) // 4):
            newer = _Kept(self.key, self._all.base, later, site or self._later.site)
            store.save(f"{self._name}-new", tuple(newer))
            return
        pages = {**self._pages, **self._fresh} if len(self._pages) < MOST else self._fresh
        kept = _Kept(self.key, os.urandom(8), pages, site or self._later.site or self._all.site)
        store.save(self._name, tuple(kept))


class TriggerCache:
    """The triggers of a plan's checks, so that a run builds only the checks that it asks."""

    def __init__(self, root: Path, key: bytes) -> None:
        self._name, self._key = f"{_TRIGGERS}-{name_of(root.resolve())}", key
        data = store.load(self._name)
        good = isinstance(data, tuple) and len(data) == 2 and data[0] == key
        self._rows: dict[tuple[int, ...], tuple[Any, ...]] = data[1] if good else {}

    def load(self, overrides: tuple[int, ...]) -> Known | None:
        """The triggers under some overrides, or None: not kept."""
        kept = self._rows.get(overrides) or self._ready().get(overrides)
        if kept is None:
            return None
        each, rows, sought = kept
        triggers = tuple([Trigger._make(row) if row else None for row in each])
        known = {language: Sought._make(row) for language, row in sought.items()}
        # numbers are packed as the machine has them that made a wheel
        languages = {name: row for name, row in known.items() if row.order == byteorder}
        return Known(triggers, Sorted._make(rows), languages)

    def _ready(self) -> dict[tuple[int, ...], tuple[Any, ...]]:
        """Those of a project that configures nothing were made when jdlint was installed."""
        rows = store.parts_of(_TRIGGERS)[1](self._key)
        return marshal.loads(rows) if rows else {}

    def keep(self, overrides: tuple[int, ...], known: Known) -> None:
        """Keep the triggers under some overrides."""
        each = tuple(tuple(trigger) if trigger else None for trigger in known.each)
        sought = {language: tuple(row) for language, row in known.sought.items()}
        self._rows[overrides] = each, tuple(known.rows), sought
        store.save(self._name, (self._key, self._rows))


def make_triggers_ready(plans: Mapping[bytes, bytes]) -> None:
    """Keep the triggers of some plans, packed, for all runs of this Python, by their keys; raises
    ``OSError``."""
    store.make_parts_ready(_TRIGGERS, None, plans)


class KeptMemory:
    """The tables of a project's memory on disk, each a blob of its own, read when it is asked
    for."""

    def __init__(self, root: Path, key: bytes) -> None:
        self._root, self._key = name_of(root.resolve()), key
        self.memory = Memory(self._load)

    def _load(self, name: str) -> tuple[Any, dict[Any, Any]] | None:
        data = store.load(f"{name}-{self._root}")
        good = isinstance(data, tuple) and len(data) == 3 and data[0] == self._key
        return (data[1], data[2]) if good else None

    def save(self) -> None:
        """Write the tables that hold something new."""
        for name, table in self.memory.changed():
            store.save(f"{name}-{self._root}", (self._key, table.key, table.rows))
