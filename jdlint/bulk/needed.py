"""Whether the packages of the extra are there."""

from __future__ import annotations

from importlib.util import find_spec

from jdlint.core.errors import ConfigError

_PACKAGES = ("pyarrow", "numpy", "rensa", "fsspec")


def need(engine: str = "local") -> None:
    """Raises ``ConfigError`` with the command that installs what is missing."""
    if any(find_spec(name) is None for name in _PACKAGES):
        raise ConfigError("checking tables needs more: pip install “jdlint[bulk]”")
    if engine == "ray" and find_spec("ray") is None:
        raise ConfigError("the engine “ray” needs more: pip install “jdlint[ray]”")
