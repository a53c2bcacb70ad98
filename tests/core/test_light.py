"""Light rows and records are as ``typing`` and ``dataclasses`` make them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.core import light


class Row(light.NamedTuple):
    """A row."""

    first: int
    second: str = "b"
    third: tuple[int, ...] = ()

    @property
    def twice(self) -> int:
        return 2 * self.first


class Known(typing.NamedTuple):
    first: int
    second: str = "b"
    third: tuple[int, ...] = ()


Long = type(light)("long")
exec(  # a row with more fields than there are templates
    "from __future__ import annotations\nfrom jdlint.core.light import NamedTuple\n"
    "class Row(NamedTuple):\n" + "\n".join(f"    f{n}: int = {n}" for n in range(20)),
    Long.__dict__,
)


@light.dataclass(frozen=True)
class Record:
    first: int
    second: dict[str, int] = light.field(default_factory=dict)
    third: light.ClassVar[int] = 3
    _inner: int = light.field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_inner", self.first + 1)


@light.dataclass(frozen=True)
class More(Record):
    last: str = "z"


@light.dataclass(frozen=True, slots=True)
class Slots:
    first: int
    second: int = light.field(default=2, compare=False)


@light.dataclass(slots=True)
class Open:
    first: int


@light.dataclass(frozen=True, kw_only=True)
class Named:
    first: int = 1


@given(
    st.lists(st.integers(), max_size=4),
    st.dictionaries(st.sampled_from(["first", "second", "third", "x"]), st.integers()),
)
def test_rows_take_what_named_tuples_take(values: list[int], named: dict[str, int]) -> None:
    def made(cls: Callable[..., Any]) -> Any:
        try:
            return tuple(cls(*values, **named))
        except TypeError:
            return TypeError

    assert made(Row) == made(Known)


def test_a_row_is_a_tuple_with_names() -> None:
    row = Row(1, third=(3,))
    assert row == (1, "b", (3,))
    assert (row.twice, row.second, Row.__doc__) == (2, "b", "A row.")
    assert repr(row) == "Row(first=1, second='b', third=(3,))"
    assert row._replace(first=5) == Row._make([5, "b", (3,)])
    assert row._asdict() == {"first": 1, "second": "b", "third": (3,)}
    assert Row._fields == Known._fields
    assert copy.copy(row) == pickle.loads(pickle.dumps(row)) == row
    with pytest.raises(ValueError, match="no fields"):
        row._replace(nothing=1)
    with pytest.raises(TypeError):
        Row._make([1])


def test_a_long_row() -> None:
    assert Long.Row(7) == (7, *range(1, 20))
    assert Long.Row(f19=0).f19 == 0


def test_a_record() -> None:
    record = Record(1)
    assert (record.first, record.second, record._inner, record.third) == (1, {}, 2, 3)
    assert record == Record(1)
    assert record != More(1)
    assert repr(record) == "Record(first=1, second={})"
    assert light.replace(More(1), first=4)._inner == 5
    assert [f.name for f in light.fields(More)] == ["first", "second", "_inner", "last"]
    assert hash(Slots(1)) == hash(Slots(1))
    with pytest.raises(AttributeError, match="cannot change"):
        record.first = 2  # type: ignore[misc]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Record(),
        lambda: Record(1, {}, 3),
        lambda: Record(1, x=2),
        lambda: Record(1, first=2),
        lambda: Named(1),
    ],
)
def test_a_record_says_what_is_wrong(wrong: Callable[[], object]) -> None:
    with pytest.raises(TypeError):
        wrong()


def test_slots() -> None:
    assert Slots(1, 3) == Slots(1, 4)
    assert not hasattr(Slots(1), "__dict__")
    assert copy.copy(Slots(1, 5)).second == pickle.loads(pickle.dumps(Slots(1, 5))).second == 5
    open_ = Open(1)
    open_.first = 2
    assert open_ == Open(2)
    with pytest.raises(TypeError):
        hash(open_)


def test_the_names_are_those_of_the_library() -> None:
    for name in ("MISSING", "Field", "dataclass", "field", "fields", "replace"):
        assert hasattr(dataclasses, name)
        assert name in light.__all__
