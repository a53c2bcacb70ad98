"""``late`` by its old name; use ``jdlint.core.pattern``."""

from __future__ import annotations

from jdlint.core.pattern import late

__all__ = ["late"]
