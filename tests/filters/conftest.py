"""The content repo and the runner of the command line's tests."""

from __future__ import annotations

from tests.cli.conftest import jdlint, repo

__all__ = ["jdlint", "repo"]
