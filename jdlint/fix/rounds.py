"""Fix pages: apply edits, parse again, check again, until nothing is left to apply.

Nothing is written before the last round: pages live in the overlay of the request until ``write``
puts each in place in one step.
"""

from __future__ import annotations

import codecs
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import groupby
from pathlib import Path

from jdlint.core.diagnostic import Diagnostic, Edit, Report
from jdlint.core.errors import reason_of
from jdlint.core.light import NamedTuple, Protocol, dataclass, field, replace
from jdlint.core.page import Reader
from jdlint.core.text import Source
from jdlint.engine.checker import Checker
from jdlint.engine.planning.request import Request
from jdlint.engine.run import run
from jdlint.filters.filter import Filtered
from jdlint.fix.edits import apart, applied, harmless, in_order
from jdlint.io import files
from jdlint.io.writing import write_atomically

ROUNDS = 40  # a circle is seen at once; a page of 200 odd comments took 15


class Offer(NamedTuple):
    """A finding that something could be done about now, and its page as it is."""

    diagnostic: Diagnostic
    source: Source


class Answer(NamedTuple):
    """The edits to make for an offer: its own, others, or none; ``fixes`` says that they mend what
    was found (a comment that silences it does not)."""

    edits: tuple[Edit, ...] = ()
    fixes: bool = True


class Chooser(Protocol):
    """Says which fixes are made."""

    def takes(self, d: Diagnostic) -> bool:
        """Whether a finding is in question at all."""
        ...

    def wants(self, d: Diagnostic, source: Source) -> bool:
        """Whether a finding that is in question is still open."""
        ...

    def answers(self, offers: Sequence[Offer]) -> Sequence[Answer]:
        """What is done about each offer; one that gets no edits must not be wanted again."""
        ...


@dataclass(frozen=True, slots=True)
class Kinds:
    """Wants all fixes of some kinds."""

    kinds: frozenset[str]

    def takes(self, d: Diagnostic) -> bool:
        return bool(d.edits) and d.fix in self.kinds

    def wants(self, d: Diagnostic, source: Source) -> bool:
        return True

    def answers(self, offers: Sequence[Offer]) -> Sequence[Answer]:
        return [Answer(edits_of(offer.diagnostic)) for offer in offers]


class Outcome(NamedTuple):
    """What fixing came to: the report on what is left, and the bytes of changed pages before and
    after, by path.

    ``fixed`` counts findings by rule, ``left_out`` would change more than their own words;
    ``unsettled`` are pages and rules whose fixes come to no end there, ``outside`` pages that lead
    out of the project: those are left.
    """

    report: Report
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    fixed: Counter[str]
    left_out: tuple[Diagnostic, ...]
    unsettled: tuple[tuple[str, str], ...]
    outside: tuple[str, ...]

    @property
    def refused(self) -> int:
        return len(self.left_out)


@dataclass
class _Work:
    """Fixing under way."""

    request: Request
    checker: Checker
    chooser: Chooser
    before: dict[str, bytes] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    seen: dict[str, set[int]] = field(default_factory=dict)
    real: set[str] = field(default_factory=set)
    unsettled: set[tuple[str, str]] = field(default_factory=set)
    outside: set[str] = field(default_factory=set)
    fixed: dict[str, Counter[str]] = field(default_factory=dict)
    refused: dict[int, Diagnostic] = field(default_factory=dict)
    left: list[Diagnostic] = field(default_factory=list)

    def check(self) -> Report:
        """Check the pages as they are now; ``left`` holds the diagnostics with paths from the
        root."""
        overlay = {path: self._bytes(path) for path in self.before}
        stdin = (
            overlay.pop(self.request.stdin_name, self.request.stdin)
            if self.request.stdin is not None
            else None
        )
        filters = (*self.request.filters, self._keep)
        return run(
            replace(
                self.request,
                overlay={**self.request.overlay, **overlay},
                stdin=stdin,
                filters=filters,
            ),
            self.checker,
        )

    def _keep(self, found: list[Diagnostic], _sources: Reader, _pages: Set[str]) -> Filtered:
        self.left = found
        refused = self.refused
        return Filtered(
            [d._replace(fix=None, edits=()) if hash(d) in refused else d for d in found]
        )

    def _bytes(self, path: str) -> bytes:
        mark = codecs.BOM_UTF8 if self.before[path].startswith(codecs.BOM_UTF8) else b""
        return mark + self.texts[path].encode()

    def take(self) -> bool:
        """Read the pages that have fixes and were not read yet; whether there is one."""
        known = len(self.before)
        paths = {d.path for d in self.left if self.chooser.takes(d)}
        for path in sorted(paths - self.before.keys() - self.outside):
            data = self._read(path)
            target = os.path.realpath(self.request.root / path)
            if data is None or target in self.real:
                continue
            source, defects = files.decode(data, path)
            if not defects:
                self.real.add(target)
                self.before[path], self.texts[path] = data, source.text
                self.seen[path] = {hash(source.text)}
        return len(self.before) > known

    def _read(self, path: str) -> bytes | None:
        if path == self.request.stdin_name and self.request.stdin is not None:
            return self.request.stdin
        if not _inside(self.request.root, path):
            self.outside.add(path)
            return None
        try:
            return files.read_bytes(self.request.root / path)
        except OSError:
            return None

    def round(self) -> bool:
        """Ask about all that could be done now and do it; whether a page changed, or something was
        declined so that another thing may be possible."""
        self.refused.clear()
        offers: list[Offer] = []
        for path, rows in groupby(self.left, key=lambda d: d.path):
            if path in self.texts:
                offers.extend(self._offers(Source(path, self.texts[path]), list(rows)))
        answers = self.chooser.answers(offers) if offers else ()
        pairs = list(zip(offers, answers, strict=True))
        changed = any(not answer.edits for answer in answers)
        for path, asked in groupby(pairs, key=lambda pair: pair[0].source.path):
            changed |= self._page(path, _together(list(asked)))
        return changed

    def _offers(self, source: Source, rows: Sequence[Diagnostic]) -> Iterator[Offer]:
        """What could be done now: fixes that do not touch each other and have no effect beyond
        their words, and findings without one that are in question."""
        wanted = [
            d
            for d in rows
            if self.chooser.takes(d)
            and (d.path, d.rule) not in self.unsettled
            and (not d.edits or _does(d, source))
            and self.chooser.wants(d, source)
        ]
        fixes = [d for d in wanted if d.edits]
        some = [fixes[i] for i in apart([edits_of(d) for d in fixes])]
        kinds = [d.rule for d in some]
        good = set(harmless(source.text, source.path, [edits_of(d) for d in some], kinds))
        self.refused.update((hash(d), d) for i, d in enumerate(some) if i not in good)
        offered = {id(some[i]) for i in good}
        return (Offer(d, source) for d in wanted if not d.edits or id(d) in offered)

    def _page(self, path: str, rows: Sequence[tuple[Offer, Answer]]) -> bool:
        """Make the edits of answers on a page that go together; whether it changed."""
        if not rows:
            return False
        text = applied(self.texts[path], in_order(answer.edits for _, answer in rows))
        if hash(text) in self.seen[path] or len(self.seen[path]) > ROUNDS:
            self.give_up(path, {offer.diagnostic.rule for offer, _ in rows})
            return True
        self.seen[path].add(hash(text))
        self.texts[path] = text
        fixed = (offer.diagnostic.rule for offer, answer in rows if answer.fixes)
        self.fixed.setdefault(path, Counter()).update(fixed)
        return True

    def give_up(self, path: str, rules: Set[str]) -> None:
        """Begin a page anew without the rules whose fixes come to no end there."""
        self.unsettled.update((path, rule) for rule in rules)
        self.texts[path] = files.decode(self.before[path], path)[0].text
        self.seen[path] = {hash(self.texts[path])}
        self.fixed.pop(path, None)


def fix(request: Request, checker: Checker, chooser: Chooser) -> Outcome:
    """Fix what ``chooser`` wants of the findings that a request reports; nothing is written."""
    work = _Work(request, checker, chooser)
    report = work.check()
    changed = True
    while changed:
        if work.take():
            report = (
                work.check()
            )  # on the bytes that were read, whatever happened to the files since
        changed = work.round()
        if changed or work.refused:
            report = work.check()
    after = {path: work._bytes(path) for path in work.before}
    other = [path for path, data in work.before.items() if after[path] != data]
    return Outcome(
        report,
        {path: work.before[path] for path in other},
        {path: after[path] for path in other},
        sum(work.fixed.values(), Counter()),
        tuple(sorted(work.refused.values(), key=lambda d: d.sort_key)),
        tuple(sorted(work.unsettled)),
        tuple(sorted(work.outside)),
    )


def _together(rows: Sequence[tuple[Offer, Answer]]) -> list[tuple[Offer, Answer]]:
    """Those answers on one page whose edits do not touch each other and have no effect beyond their
    words."""
    if all(answer.edits == edits_of(offer.diagnostic) for offer, answer in rows):
        return [row for row in rows if row[1].edits]  # as offered: known to go together
    made = [row for row in rows if row[1].edits]
    some = [made[i] for i in apart([answer.edits for _, answer in made])]
    text, path = rows[0][0].source.text, rows[0][0].source.path
    return [some[i] for i in harmless(text, path, [answer.edits for _, answer in some])]


def edits_of(d: Diagnostic) -> tuple[Edit, ...]:
    """The edits of a diagnostic, without their positions."""
    return tuple(placed.edit for placed in d.edits)


def _does(d: Diagnostic, source: Source) -> bool:
    """Whether the edits of a diagnostic change anything."""
    return any(source.slice(edit.span) != edit.text for edit in edits_of(d))


def write(request: Request, outcome: Outcome) -> Iterator[str]:
    """Put each changed page in place in one step; what is said of those that could not be
    written."""
    for path, data in outcome.after.items():
        if request.stdin is not None and path == request.stdin_name:
            continue
        target = request.root / path
        try:
            if files.read_bytes(target) != outcome.before[path]:
                yield f"{path}: not fixed, because it changed in the meantime"
                continue
            write_atomically(target, data)
        except OSError as error:
            yield f"{path}: it cannot be written ({reason_of(error)})"


def _inside(root: Path, path: str) -> bool:
    """Whether a page is written where its path says: no link leads out of the project."""
    real = os.path.realpath(root / path)
    if path.startswith("../"):
        return not os.path.islink(root / path)
    return real.startswith(os.path.join(os.path.realpath(root), ""))
