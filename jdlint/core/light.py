"""What ``typing`` and ``dataclasses`` give, without what they cost at start-up.

A run on one page makes some 70 rows and 50 records; ``typing`` and ``dataclasses`` (which loads
``inspect``, ``ast`` and ``re`` and compiles each method from text) took 100 of its 350 ms. Here the
methods are closures and templates. For type checkers these are the names of the standard library.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import MISSING, Field, dataclass, field, fields, replace
    from typing import Any, ClassVar, Literal, NamedTuple, Protocol, TypeAlias, TypeVar, cast

__all__ = [
    "MISSING", "TYPE_CHECKING", "Any", "ClassVar", "Field", "Literal", "NamedTuple", "Protocol",
    "TypeAlias", "TypeVar", "cast", "dataclass", "field", "fields", "replace",
]  # fmt: skip

if not TYPE_CHECKING:
    from _collections import _tuplegetter

    Any, ClassVar, TypeAlias = object, object, object

    class _Literal:
        """``Literal["a", "b"]``: the values."""

        def __getitem__(self, values):
            return values if isinstance(values, tuple) else (values,)

    Literal = _Literal()

    class Protocol:
        """What a protocol's class stands on; nobody asks ``isinstance`` of one."""

        __slots__ = ()

    def TypeVar(name, **_):  # noqa: N802 - the name of what it stands for
        return name

    def cast(_, value):
        return value

    # -- rows -------------------------------------------------------------------------------------

    _new = tuple.__new__
    # ``__new__`` by the number of fields, whose names it gets below: no text is compiled
    _TEMPLATES = (
        lambda c: _new(c, ()),
        lambda c, a: _new(c, (a,)),
        lambda c, a, b: _new(c, (a, b)),
        lambda c, a, b, d: _new(c, (a, b, d)),
        lambda c, a, b, d, e: _new(c, (a, b, d, e)),
        lambda c, a, b, d, e, f: _new(c, (a, b, d, e, f)),
        lambda c, a, b, d, e, f, g: _new(c, (a, b, d, e, f, g)),
        lambda c, a, b, d, e, f, g, h: _new(c, (a, b, d, e, f, g, h)),
        lambda c, a, b, d, e, f, g, h, i: _new(c, (a, b, d, e, f, g, h, i)),
        lambda c, a, b, d, e, f, g, h, i, j: _new(c, (a, b, d, e, f, g, h, i, j)),
        lambda c, a, b, d, e, f, g, h, i, j, k: _new(c, (a, b, d, e, f, g, h, i, j, k)),
        lambda c, a, b, d, e, f, g, h, i, j, k, m: _new(c, (a, b, d, e, f, g, h, i, j, k, m)),
        lambda c, a, b, d, e, f, g, h, i, j, k, m, n: _new(c, (a, b, d, e, f, g, h, i, j, k, m, n)),
    )  # fmt: skip

    def _new_of(name, names, defaults):
        if len(names) >= len(_TEMPLATES):
            return _long_new(name, names, defaults)
        template = _TEMPLATES[len(names)]
        code = template.__code__.replace(
            co_varnames=("_cls", *names), co_qualname=f"{name}.__new__"
        )
        return type(template)(code, globals(), f"{name}.__new__", defaults)

    def _long_new(title, names, defaults):
        """For rows that are too long for a template, of which there are few."""
        known = dict(zip(reversed(names), reversed(defaults), strict=False))

        def __new__(cls, /, *args, **given):  # noqa: N807
            values = {**known, **dict(zip(names, args, strict=False)), **given}
            rest = {*names[len(args) :], *given}
            if len(rest) != len(names) - len(args) or len(values) != len(names):
                raise TypeError(f"{title} takes {', '.join(names)}")
            return _new(cls, [values[name] for name in names])

        return __new__

    def _make(cls, values):
        row = tuple.__new__(cls, values)
        if len(row) != len(cls._fields):
            raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(row)}")
        return row

    def _replace(self, /, **changes):
        row = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"{type(self).__name__} has no fields {list(changes)}")
        return row

    def _shown(self):
        inner = ", ".join(map("{}={!r}".format, self._fields, self))
        return f"{type(self).__name__}({inner})"

    _ROW = {
        "__slots__": (), "_make": classmethod(_make), "_replace": _replace, "__repr__": _shown,
        "_asdict": lambda self: dict(zip(self._fields, self, strict=True)),
        "__getnewargs__": lambda self: tuple(self),
    }  # fmt: skip

    class _Rows(type):
        def __new__(mcs, name, _, scope):
            names = tuple(scope.get("__annotations__", ()))
            defaults = {key: scope.pop(key) for key in names if key in scope}
            own = {key: _tuplegetter(at, None) for at, key in enumerate(names)}
            new = _new_of(name, names, tuple(defaults.values()))
            made = {"_fields": names, "_field_defaults": defaults, "__match_args__": names}
            return type(name, (tuple,), {**_ROW, "__new__": new, **made, **own, **scope})

    class _Row:
        """A class with ``NamedTuple`` among its bases becomes a tuple with names."""

        def __mro_entries__(self, _):
            return (_Base,)

    _Base = type.__new__(_Rows, "NamedTuple", (), {})
    NamedTuple = _Row()

    # -- records ----------------------------------------------------------------------------------

    class _Missing:
        """Stands for a default that is not there."""

        __slots__ = ()

    MISSING = _Missing()
    _put = object.__setattr__

    class Field:
        """A field of a record, as ``dataclasses`` tells it."""

        __slots__ = (
            "compare", "default", "default_factory", "init", "kw_only", "metadata", "name", "repr",
            "type",
        )  # fmt: skip

        def __init__(self, default, default_factory, flags, metadata):
            self.default, self.default_factory, self.metadata = default, default_factory, metadata
            self.init, self.repr, self.compare, self.kw_only = flags
            self.name = self.type = ""

    def field(
        *, default=MISSING, default_factory=MISSING, init=True, repr=True, compare=True,  # noqa: A002
        kw_only=False, metadata=None,
    ):  # fmt: skip
        return Field(default, default_factory, (init, repr, compare, kw_only), metadata or {})

    def fields(record):
        return tuple(record.__dataclass_fields__.values())

    def replace(record, /, **changes):
        for known in record.__dataclass_fields__.values():
            if known.init and known.name not in changes:
                changes[known.name] = getattr(record, known.name)
        return type(record)(**changes)

    def dataclass(cls=None, /, *, frozen=False, slots=False, kw_only=False):
        """A record of the annotated names of a class."""
        if cls is None:
            return lambda known: _record(known, frozen, slots, kw_only)
        return _record(cls, frozen, slots, kw_only)

    def _record(cls, frozen, slots, kw_only):
        known = {}
        for base in cls.__mro__[:0:-1]:
            known.update(getattr(base, "__dataclass_fields__", ()))
        own = _own_fields(cls, kw_only)
        known.update(own)
        scope = {
            "__dataclass_fields__": known,
            "__init__": _init_of(cls, list(known.values())),
            "__match_args__": tuple(n for n, f in known.items() if f.init and not f.kw_only),
            **_compared(tuple(n for n, f in known.items() if f.compare), frozen),
        }
        if "__repr__" not in cls.__dict__:
            scope["__repr__"] = _repr_of([n for n, f in known.items() if f.repr])
        if frozen:
            scope["__setattr__"], scope["__delattr__"] = _refuse, _refuse
        if slots:
            return _with_slots(cls, own, scope, frozen)
        for name, value in scope.items():
            setattr(cls, name, value)
        return cls

    def _own_fields(cls, kw_only):
        own = {}
        for name, kind in vars(cls).get("__annotations__", {}).items():
            if kind.partition("[")[0].endswith("ClassVar"):
                continue
            value = cls.__dict__.get(name, MISSING)
            given = type(value) is Field
            row = value if given else field(default=value)
            row.name, row.type, row.kw_only = name, kind, row.kw_only or kw_only
            own[name] = row
            if given and row.default is MISSING:
                delattr(cls, name)
            elif given:
                setattr(cls, name, row.default)
        return own

    def _row_maker(title, names, takes, needed, defaults):
        """Gives each field its value, from values in a row and values by name."""

        def row_of(args, given):
            if len(args) > len(names):
                raise TypeError(f"{title} takes {len(names)} values, not {len(args)}")
            for name, value in zip(names, args, strict=False):
                if name in given:
                    raise TypeError(f"{title} got two values for “{name}”")
                given[name] = value
            if not takes.issuperset(given):
                raise TypeError(f"{title} has no “{next(n for n in given if n not in takes)}”")
            for name in needed:
                if name not in given:
                    raise TypeError(f"{title} needs “{name}”")
            for name, default, factory in defaults:
                if name not in given:
                    given[name] = default if factory is MISSING else factory()
            return given

        return row_of

    def _init_of(cls, rows):
        """``__init__`` for the fields, in one loop: records are few, and of half of the classes a
        run on a page makes none, so what it needs to know is put together when one is made."""
        how = None

        def __init__(self, /, *args, **given):  # noqa: N807
            nonlocal how
            names, least, rests, row_of, after = how = how or _how_made(cls, rows)
            if not given and least <= len(args) <= len(names):
                for name, value in zip(names, args, strict=False):
                    _put(self, name, value)
                for name, default, factory in rests[len(args)]:
                    _put(self, name, default if factory is MISSING else factory())
            else:
                for name, value in row_of(args, given).items():
                    _put(self, name, value)
            if after:
                self.__post_init__()

        return __init__

    def _how_made(cls, rows):
        """The names of a record's values in a row; how many of them there are at least; what is
        left after so many; what gives each field its value; whether something comes after."""
        names = tuple(row.name for row in rows if row.init and not row.kw_only)
        takes = frozenset(row.name for row in rows if row.init)
        given = [(row.name, row.default, row.default_factory) for row in rows]
        defaults = tuple(row for row in given if row[1:] != (MISSING, MISSING))
        known = {name for name, *_ in defaults}
        needed = tuple(row.name for row in rows if row.init and row.name not in known)
        least = len(needed) if set(needed).issubset(names) else len(names) + 1
        rests = [[d for d in defaults if d[0] not in names[:n]] for n in range(len(names) + 1)]
        row_of = _row_maker(cls.__name__, names, takes, needed, defaults)
        return names, least, rests, row_of, hasattr(cls, "__post_init__")

    def _compared(names, frozen):
        def values(self):
            return tuple([getattr(self, name) for name in names])

        def __eq__(self, other):  # noqa: N807
            if other.__class__ is not self.__class__:
                return NotImplemented
            return values(self) == values(other)

        return {"__eq__": __eq__, "__hash__": (lambda self: hash(values(self))) if frozen else None}

    def _repr_of(names):
        def __repr__(self):  # noqa: N807
            inner = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
            return f"{type(self).__qualname__}({inner})"

        return __repr__

    def _refuse(self, name, value=None):
        raise AttributeError(f"cannot change “{name}” of a {type(self).__name__}")

    def _with_slots(cls, own, scope, frozen):
        """The class anew: slots are made with a class."""
        left = {
            key: value for key, value in cls.__dict__.items()
            if key not in own and key not in ("__dict__", "__weakref__")
        }  # fmt: skip
        scope["__slots__"] = tuple(own)
        if frozen:  # what is copied is filled from its state
            scope["__getstate__"] = lambda self: [getattr(self, name) for name in own]
            scope["__setstate__"] = _fill
        return type(cls)(cls.__name__, cls.__bases__, {**left, **scope})

    def _fill(self, values):
        for name, value in zip(self.__slots__, values, strict=True):
            _put(self, name, value)
