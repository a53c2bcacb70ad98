"""The columns of what goes in and what comes out."""

from __future__ import annotations

import pyarrow as pa

from jdlint.core.light import Any

EDIT = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())])
FINDING = pa.struct(
    [
        ("rule", pa.string()),
        ("severity", pa.string()),
        ("message", pa.string()),
        ("column", pa.string()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("found", pa.string()),
        ("fix", pa.string()),
        ("edits", pa.list_(EDIT)),
        ("fingerprint", pa.string()),
        ("related", pa.string()),
    ]
)
# what is kept of each row for the second pass, and dropped from what a user gets
SIMILAR = (("shingles", pa.list_(pa.uint32())), ("bands", pa.list_(pa.uint64())))
_KEPT = ("file", "row", "group", "date")  # columns of the input that a result repeats
_COUNTS = ("errors", "warnings", "notes")


def input_of(id_type: Any) -> pa.Schema:
    """A batch of the input, its columns by what they hold; cells may be bytes, which are checked
    for being UTF-8 with their row."""
    texts = [(name, pa.large_binary()) for name in ("text", "title", "language", "group", "date")]
    return pa.schema(
        [("file", pa.string()), ("row", pa.int64()), ("id", id_type), *texts, ("why", pa.string())]
    )


def result_of(id_type: Any, *, similar: bool = True) -> pa.Schema:
    """One row for each row of the input, its findings in it."""
    return pa.schema(
        [
            ("file", pa.string()),
            ("row", pa.int64()),
            ("id", id_type),
            ("group", pa.string()),
            ("date", pa.string()),
            ("characters", pa.int32()),
            ("words", pa.int32()),
            ("language", pa.string()),
            *((name, pa.int32()) for name in _COUNTS),
            ("flags", pa.list_(pa.string())),
            ("quarantined", pa.string()),
            ("findings", pa.list_(FINDING)),
            *(SIMILAR if similar else ()),
        ]
    )


def rows_of(id_type: Any) -> pa.Schema:
    """``rows.parquet``."""
    left = [f for f in result_of(id_type, similar=False) if f.name != "findings"]
    return pa.schema(left)


def findings_schema(id_type: Any) -> pa.Schema:
    """``findings.parquet``."""
    head = [("file", pa.string()), ("row", pa.int64()), ("id", id_type), ("group", pa.string())]
    return pa.schema([*head, *((field.name, field.type) for field in FINDING)])
