"""The arguments of ``jdlint serve``."""

from __future__ import annotations

import argparse


def add(parser: argparse.ArgumentParser) -> None:
    """Add them to the parser of the command."""
    only = "the address to listen on (default: 127.0.0.1, this machine alone)"
    parser.add_argument("--host", metavar="ADDRESS", default="127.0.0.1", help=only)
    parser.add_argument("--port", metavar="N", type=int, default=8417, help="default: 8417")
    parser.add_argument("--no-open", action="store_true", help="do not open a browser")
    write = "let people save pages of this project (default: they can only read them)"
    parser.add_argument("--write", action="store_true", help=write)
    store = "let people share drafts by a link; they are kept in this SQLite file until they expire"
    parser.add_argument("--store", metavar="FILE", help=store)
    below = "the path below which a proxy shows the page, such as /jdlint"
    parser.add_argument("--root-path", metavar="PATH", default="", help=below)
    named = "a name that people type in their browser to get here; may be given more than once"
    parser.add_argument("--allow-host", metavar="NAME", action="append", default=[], help=named)
    proxy = "an address whose X-Forwarded headers are believed; may be given more than once"
    parser.add_argument("--trust-proxy", metavar="ADDRESS", action="append", default=[], help=proxy)
