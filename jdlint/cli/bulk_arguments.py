"""The arguments of ``jdlint bulk``."""

from __future__ import annotations

import argparse


def add(parser: argparse.ArgumentParser) -> None:
    """Add them to the parser of the command."""
    what = "Parquet, JSON Lines and CSV files (.gz, .zst), folders, globs, URLs such as s3://…"
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help=what)
    parser.add_argument("--text", metavar="COLUMN", required=True, help="the column of the text")
    _columns(parser)
    forms = ("auto", "markdown", "html", "plain")
    form = "what the text is (default: auto, row by row)"
    parser.add_argument("--text-format", choices=forms, default="auto", help=form)
    parser.add_argument("--out", metavar="DIR", required=True, help="the folder to write to")
    parser.add_argument("--report", metavar="FILE", help="write a report that people can read")
    again = "go on with a run that was ended, with the same input and options"
    parser.add_argument("--resume", action="store_true", help=again)
    _work(parser)
    only = "only these rules or groups, separated by commas"
    parser.add_argument("--select", metavar="RULES", action="append", default=[], help=only)
    left = "all but these rules or groups"
    parser.add_argument("--ignore", metavar="RULES", action="append", default=[], help=left)
    parser.add_argument("--quiet", "-q", action="store_true", help="say nothing but the end")


def _columns(parser: argparse.ArgumentParser) -> None:
    named = (
        ("id", "names each row in what is found (default: its number)"),
        ("group", "says whose postings belong together, such as the company"),
        ("title", "holds the title of the posting"),
        ("language", "holds the language of the text, such as en or de-AT"),
        ("date", "holds a day, by which the summary counts"),
    )
    for name, what in named:
        words = f"the column that {what}"
        parser.add_argument(f"--{name}", metavar="COLUMN", default="", help=words)


def _work(parser: argparse.ArgumentParser) -> None:
    engine = "who does the work: processes of this machine, or Ray (default: local)"
    parser.add_argument("--engine", choices=("local", "ray"), default="local", help=engine)
    where = "the Ray cluster, such as ray://head:10001 (default: one on this machine)"
    parser.add_argument("--address", metavar="URL", default="", help=where)
    count = "processes (default: one for each processor)"
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help=count)
    limit = "a row that takes longer is put aside (default: 10)"
    parser.add_argument("--row-seconds", type=float, default=10.0, metavar="N", help=limit)
    size = "a row with more bytes of text is put aside (default: 2,000,000)"
    parser.add_argument("--row-bytes", type=int, default=2_000_000, metavar="N", help=size)
    off = "do not look for postings that are nearly the same"
    parser.add_argument("--no-duplicates", action="store_true", help=off)
