"""What most pages of a site say where some say it otherwise: one count for all checks that ask."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence

from jdlint.core.light import NamedTuple

# share of pages from which on a page without a text lost it, rather than does without: at 0.85 the
# 5 notes on lost texts of gitlab-2022 (217 pages) would be warnings, at 0.95 as at 0.9 none is
_SURE = 0.9


class Majority(NamedTuple):
    """How voters (pages, mostly) write one thing.

    ``forms`` are in order of their voters, of equal ones in order of the alphabet, and ``counts``
    are their voters; ``total`` counts all voters once, also those that write several forms.
    ``clear`` says whether the best form has the votes that were asked for.
    """

    forms: tuple[str, ...]
    counts: tuple[int, ...]
    total: int
    clear: bool

    @property
    def tie(self) -> bool:
        """Whether two forms lead with as many voters."""
        return len(self.counts) > 1 and self.counts[0] == self.counts[1]

    @property
    def best(self) -> str:
        return self.forms[0]

    @property
    def most(self) -> int:
        """The voters of the best form."""
        return self.counts[0]

    @property
    def others(self) -> tuple[str, ...]:
        return self.forms[1:]

    def rarer(self, ratio: int) -> list[str]:
        """The forms that have at most one voter for each ``ratio`` voters of the best one."""
        rows = zip(self.others, self.counts[1:], strict=True)
        return [form for form, count in rows if count * ratio <= self.most]

    def evidence(self, what: str = "pages") -> str:
        return share_of(self.most, self.total, what)


def majority(
    forms: Mapping[str, Collection[Hashable]],
    least: int = 1,
    share: float = 0.0,
    *,
    ties: bool = False,
) -> Majority | None:
    """The form that a clear majority writes; ``forms`` are the voters of each form.

    Clear is a form with more voters than any other, with ``least`` of them, and ``share`` of all.
    Without one the answer is None, or with ``ties`` the count as it stands.
    """
    voters = {form: set(rows) for form, rows in forms.items()}
    ranked = tuple(sorted(voters, key=lambda form: (-len(voters[form]), form)))
    if not ranked:
        return None
    counts = tuple(len(voters[form]) for form in ranked)
    total = len(set().union(*voters.values()))
    alone = len(counts) == 1 or counts[1] < counts[0]
    clear = alone and counts[0] >= least and counts[0] >= share * total
    return Majority(ranked, counts, total, clear) if clear or ties else None


def share_of(most: int, total: int, what: str = "pages") -> str:
    """“3 of 5 pages”."""
    return f"{most} of {total} {what}"


class Lacking(NamedTuple):
    """The indices of the pages that lack what ``having`` of ``total`` pages have."""

    pages: tuple[int, ...]
    having: int
    total: int

    @property
    def sure(self) -> bool:
        return self.having >= _SURE * self.total


def lacking(have: Collection[int], base: Sequence[int], least: int, share: float) -> Lacking | None:
    """The pages of ``base`` that lack what the others of it have; None where fewer than ``least``
    pages or less than ``share`` of them have it, where all do, or where no more than ``least``
    pages could."""
    if len(base) <= least or len(have) < least or len(have) / len(base) < share:
        return None  # so it is with most names and texts; counting takes longer
    count = sum(1 for page in base if page in have)
    if count < least or not share <= count / len(base) < 1:
        return None
    return Lacking(tuple(page for page in base if page not in have), count, len(base))
