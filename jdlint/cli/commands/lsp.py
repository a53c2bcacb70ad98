"""``jdlint lsp``: the language server, on standard input and output."""

from __future__ import annotations

import argparse
import logging
import sys
from importlib.util import find_spec

from jdlint.core.errors import ConfigError


def main(options: argparse.Namespace) -> int:
    """Serve an editor until it goes; raises ``ConfigError`` where the extra is not installed."""
    if find_spec("pygls") is None:
        raise ConfigError("the language server needs more: pip install “jdlint[lsp]”")
    if sys.stdin.isatty():
        raise ConfigError("“jdlint lsp” is started by an editor: see docs/editors.md")
    from jdlint.lsp.features import made

    logging.basicConfig(level=logging.ERROR)
    server = made()
    try:
        server.start_io()
    finally:
        server.stop()
    return 0
