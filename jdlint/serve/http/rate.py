"""How often one address may ask."""

from __future__ import annotations

import time

from jdlint.serve.settings import BURST, RATE

_MOST = 4_096  # addresses that are remembered; the ones that asked longest ago go


class Rates:
    """A bucket for each address: it holds ``BURST`` requests and fills with ``RATE`` a second."""

    def __init__(self, rate: float = RATE, burst: float = BURST) -> None:
        self._rate, self._burst = rate, burst
        self._buckets: dict[str, tuple[float, float]] = {}

    def take(self, address: str) -> bool:
        """Whether an address may ask now."""
        now = time.monotonic()
        left, at = self._buckets.pop(address, (self._burst, now))
        left = min(self._burst, left + (now - at) * self._rate)
        while len(self._buckets) >= _MOST:
            del self._buckets[next(iter(self._buckets))]
        allowed = left >= 1
        self._buckets[address] = (left - allowed, now)
        return allowed
