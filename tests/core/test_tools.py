"""``core.tools`` gives what the standard library gives."""

from __future__ import annotations

import collections
import functools
import subprocess
import sys
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from jdlint.core import tools
from jdlint.core.light import NamedTuple

WORDS = st.lists(st.sampled_from("abcdef"))


def _counted(kind: type, first: Iterable[str], then: Iterable[str]) -> object:
    counts = kind(first)
    counts.update(then)
    counts["z"] += 2
    counts.update({"a": 3})
    return list(counts.items()), counts.most_common(), counts.most_common(2), counts["never"]


@given(WORDS, WORDS)
def test_counts_are_those_of_collections(first: list[str], then: list[str]) -> None:
    ours, theirs = (_counted(kind, first, then) for kind in (tools.Counter, collections.Counter))
    assert ours == theirs


@given(WORDS)
def test_counts_have_the_sum_that_collections_gives(words: list[str]) -> None:
    assert tools.Counter(words).total() == collections.Counter(words).total()


@given(st.lists(st.integers(0, 5)), st.sampled_from([2, None]))
def test_answers_are_kept_as_functools_keeps_them(asked: list[int], most: int | None) -> None:
    def seen(lru_cache: object) -> list[int]:
        calls: list[int] = []

        @lru_cache(maxsize=most)  # type: ignore[operator]
        def double(number: int) -> int:
            """Twice a number."""
            calls.append(number)
            return number * 2

        assert [double(number) for number in asked] == [number * 2 for number in asked]
        told = double.cache_info()  # type: ignore[attr-defined]
        assert told.hits + told.misses == len(asked)
        assert (double.__name__, double.__doc__) == ("double", "Twice a number.")
        return calls

    assert seen(tools.lru_cache) == seen(functools.lru_cache)


def test_a_property_is_asked_once_and_can_be_read_off_its_class() -> None:
    class Page:
        asked = 0

        @tools.cached_property
        def words(self) -> int:
            self.asked += 1
            return 7

    page = Page()
    assert (page.words, page.words, page.asked) == (7, 7, 1)
    assert isinstance(Page.words, tools.cached_property)


class Long(NamedTuple):
    a: int
    b: int
    c: int
    d: int
    e: int
    f: int
    g: int
    h: int
    i: int
    j: int
    k: int
    m: int
    n: int
    o: int
    p: int = 15
    q: int = 16


def test_rows_of_many_fields_take_values_as_namedtuples_do() -> None:
    theirs = collections.namedtuple("theirs", Long._fields, defaults=(15, 16))
    values = tuple(range(14))
    assert tuple(Long(*values)) == tuple(theirs(*values))
    assert tuple(Long(*values, q=3)) == tuple(theirs(*values, q=3))
    for args, named in (((), {}), (range(17), {}), (values, {"a": 1}), (values, {"z": 1})):
        for kind in (Long, theirs):
            try:
                kind(*args, **named)  # type: ignore[arg-type]
            except TypeError:
                continue
            raise AssertionError(f"{kind} took {args} {named}")


def test_what_is_spared_can_be_had_later() -> None:
    """``collections.abc`` belongs to ``collections`` where somebody asks for both."""
    code = (
        "from jdlint.core.late_modules import load_pathlib, spare_collections\n"
        "spare_collections(); load_pathlib()\n"
        "from collections.abc import Mapping\n"
        "import sys; assert 'collections' not in sys.modules\n"
        "import collections.abc\n"
        "assert collections.abc.Mapping is Mapping and collections.OrderedDict\n"
        "import functools, operator, pathlib\n"
        "assert functools.reduce and operator.add and pathlib.Path('a/b').name == 'b'\n"
        "assert list(pathlib.Path('.').glob('*.nothing')) == []\n"
    )
    subprocess.run([sys.executable, "-I", "-c", code], check=True)
