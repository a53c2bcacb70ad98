"""Fixtures of the probes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.io.http.web_server import Web


@pytest.fixture
def web() -> Iterator[Web]:
    server = Web()
    yield server
    server.close()
