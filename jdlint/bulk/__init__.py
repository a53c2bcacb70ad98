"""Postings by the million: tables of rows in, tables of findings out (extra ``jdlint[bulk]``).

``check_table`` looks at an Arrow table in this process; ``map_batches`` is the same as one function
for Ray, Dask and Spark, and ``findings_of`` unfolds what it gives. ``jdlint bulk`` runs them over
files, see docs/bulk.md. Nothing here is imported before it is asked for.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from jdlint.bulk.tables import check_table, findings_of, map_batches

__all__ = ["check_table", "findings_of", "map_batches"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module “jdlint.bulk” has no attribute “{name}”")
    from jdlint.bulk.needed import need

    need()
    from jdlint.bulk import tables

    return getattr(tables, name)
