"""Front matter against a JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.names import nearest_name
from jdlint.core.page import FrontMatter, Page, Value
from jdlint.core.schema.quick import Quick
from jdlint.lang.en import lexicon

_MOST_KEPT = 1_000
_PARTS = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+")
_FATAL = ("unparsable", "no-mapping", "too-large")


@dataclass(frozen=True)
class Schema:
    """Reports each place where the front matter departs from ``schema``.

    ``report: schema`` takes a key that is nearly a known one for that one (so that one slip is one
    finding), and ``report: near-keys`` names those. A missing key is reported on the opening line,
    all else on the very key or value. Values: ``detail`` (what is expected), ``key``, ``better``.
    Variants: missing-key, unknown-key, value.
    """

    schema: Mapping[str, Any]
    report: str = "schema"
    facets: ClassVar = ("meta",)
    _resources: Mapping[str, Any] = field(init=False, repr=False)
    _quick: Quick = field(init=False, repr=False, compare=False)
    _nears: dict[tuple[Any, ...], dict[str, str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        resources = dict(self.schema.get("$resources", {}))
        object.__setattr__(self, "_resources", resources)
        object.__setattr__(
            self, "schema", {k: _plain(v) for k, v in self.schema.items() if k != "$resources"}
        )
        object.__setattr__(self, "_quick", Quick(self.schema))

    def check(self, page: Page) -> Iterator[Finding]:
        meta = page.meta
        if not meta.format or any(defect.kind in _FATAL for defect in meta.defects):
            return
        keys = tuple(meta.data)
        near = self._nears.get(keys)
        if near is None:
            near = dict(self._near(meta))
            if len(self._nears) < _MOST_KEPT:
                self._nears[keys] = near
        if self.report == "near-keys":
            yield from self._misspelt(page, near)
        elif near or not self._quick(meta.data):
            yield from self._judge(meta, near)

    def _misspelt(self, page: Page, near: Mapping[str, str]) -> Iterator[Finding]:
        for key, better in near.items():
            value = page.meta.find((key,))
            span = value.key if value else page.meta.opening
            edits = (Edit(span, better),) if page.source.slice(span) == key else ()
            yield Finding(span, {"key": key, "better": better}, edits)

    def _near(self, meta: FrontMatter) -> Iterator[tuple[str, str]]:
        known = self.schema.get("properties", {})
        for key in meta.data:
            if isinstance(key, str) and key not in known:
                better = nearest_name(key, (name for name in known if name not in meta.data))
                if better and (better in self.schema.get("required", ()) or _is_slip(key, better)):
                    yield key, better

    def _judge(self, meta: FrontMatter, near: Mapping[str, str]) -> Iterator[Finding]:
        from jdlint.core.schema.validator import errors, explain

        renamed = {near.get(key, key): value for key, value in meta.data.items()}
        original = {better: key for key, better in near.items()}
        for error in errors(self.schema, renamed, self._resources):
            if error.validator == "required":
                yield from self._missing(meta, error)
            elif error.validator in ("additionalProperties", "unevaluatedProperties"):
                yield from self._unknown(meta, error, original)
            else:
                value = _value_at(meta, error.absolute_path, original)
                detail, better = explain(error)
                span = value.span if value else meta.opening
                edits = (
                    (Edit(span, better),)
                    if better and value and isinstance(value.value, str)
                    else ()
                )
                values = {
                    "detail": detail,
                    "key": str(value.path[-1] if value and value.path else "front matter"),
                }
                yield Finding(span, values, edits, variant="value")

    def _missing(self, meta: FrontMatter, error: Any) -> Iterator[Finding]:
        """One finding for each missing key: jsonschema gives each its own error, in the words of
        its message."""
        instance = error.instance
        for key in error.validator_value:
            if key not in instance and error.message.startswith(repr(key)):
                path = tuple(error.absolute_path)
                holder = meta.find(path) if path else None
                span = holder.key if holder else meta.opening
                values = {"key": key, "detail": _description(error.schema, key)}
                yield Finding(span, values, variant="missing-key")

    def _unknown(
        self, meta: FrontMatter, error: Any, original: Mapping[str, str]
    ) -> Iterator[Finding]:
        known = list(error.schema.get("properties", {}))
        for key in error.instance:
            if key in known:
                continue
            value = meta.find((*error.absolute_path, original.get(key, key)))
            better = nearest_name(key, known, loose=True) or ""
            hint = f", did you mean “{better}”?" if better else ""
            values = {"key": key, "better": better, "hint": hint}
            yield Finding(value.key if value else meta.opening, values, variant="unknown-key")


def _is_slip(key: str, better: str) -> bool:
    """Whether a key has the parts of the better one, and where they differ no word of its own
    (sort_date, start_date)."""
    parts, wanted = _PARTS.findall(key), _PARTS.findall(better)
    if len(parts) != len(wanted):
        return False
    return not any(
        lexicon.known(a.lower())
        for a, b in zip(parts, wanted, strict=True)
        if a.lower() != b.lower()
    )


def _plain(value: Any) -> Any:
    """Tuples (as parameters come) back to the lists that JSON Schema knows."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value


def _value_at(meta: FrontMatter, path: Any, original: Mapping[str, str]) -> Value | None:
    steps = tuple(path)
    if steps and steps[0] in original:
        steps = (original[steps[0]], *steps[1:])
    while steps:
        value = meta.find(steps)
        if value is not None:
            return value
        steps = steps[:-1]
    return None


def _description(schema: Any, key: str) -> str:
    known = schema.get("properties", {}).get(key, {}) if isinstance(schema, dict) else {}
    text = str(known.get("description", "")) if isinstance(known, dict) else ""
    return text.split(". ")[0].rstrip(".")
