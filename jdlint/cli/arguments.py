"""The arguments of every command."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn

from jdlint import __version__
from jdlint.cli import bulk_arguments, serve_arguments
from jdlint.cli.meant import meant
from jdlint.core.names import did_you_mean, known_or_near
from jdlint.core.patterns import regex as re
from jdlint.report import FORMATS

SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")
# what each command is for, in the list of commands and on its own page
_WORDS = {
    "check": ("check job pages", "Check job pages and report what is wrong."),
    "baseline": (
        "record what is found",
        "Record what is found now, so that only new findings are shown.",
    ),
    "links": ("list the links", "List every link with where it leads, and why."),
    "export": (
        "write postings for search engines and boards",
        "Write job pages as schema.org JobPosting (JSON-LD) or as a board's feed.",
    ),
    "rules": ("list the rules", "List the rules and their severities."),
    "explain": ("explain a rule", "Say what a rule finds, why, and how to mend it."),
    "test": (
        "prove rules by their examples",
        "Run the examples of rules: a bad one reports what it marks, a good one nothing.",
    ),
    "init": ("write a configuration", "Write jdlint.yaml from what most job pages do."),
    "config": (
        "what holds, and where it is said",
        "Say what holds for a file, and where it is said.",
    ),
    "words": ("the project's own words", "List or add words that are no misspellings here."),
    "lsp": ("serve an editor", "Serve an editor on standard input and output."),
    "serve": (
        "open a page in the browser",
        "Serve a page for people who have no terminal, and an HTTP API (extra jdlint[serve]).",
    ),
    "bulk": (
        "check tables of postings",
        "Check Parquet, JSON Lines and CSV, a row a posting (extra jdlint[bulk]).",
    ),
    "completion": ("print shell completion", "Print completion for a shell."),
}


class _Parser(argparse.ArgumentParser):
    """A parser that names what was meant; what is wrong is said with the way to its help."""

    def error(self, message: str) -> NoReturn:
        choice = re.search(r"invalid choice: '([^']*)' \(choose from (.*)\)", message)
        if choice:
            known = re.findall(r"[\w.-]+", choice[2])
            named = " command" if message.startswith("argument COMMAND") else ""
            near = meant(choice[1]) if named else ""
            near = near or known_or_near(choice[1], known)
            message = f"there is no{named} “{choice[1]}”{near}"
        number = re.search(r"argument (--[\w-]+): invalid int value: '(.*)'", message)
        if number:
            message = f"{number[1]} takes a whole number, not “{number[2]}”"
        self.exit(2, f"{self.prog}: {message}\n“{self.prog} --help” says what there is\n")

    def options(self) -> list[str]:
        """The long options that there are."""
        return [name for name in self._option_string_actions if name.startswith("--")]


def read(argv: Sequence[str]) -> argparse.Namespace:
    """The options that arguments stand for; ends the program with a sentence for those that stand
    for nothing. ``help COMMAND`` is ``COMMAND --help``."""
    parser = parser_for()
    commands = next(a.choices for a in parser._actions if isinstance(a.choices, dict))
    words = list(argv)
    if words[:1] == ["help"]:
        words = [*words[1:2], "--help"]
    options, unknown = parser.parse_known_args(words)
    if unknown:
        command = commands.get(options.command or "", parser)
        first = unknown[0].partition("=")[0]
        near = did_you_mean(first, command.options()) if first.startswith("-") else ""
        what = "option" if first.startswith("-") else "argument"
        command.error(f"there is no {what} “{first}”{near}")
    if not options.command:
        parser.print_help()
    return options


def parser_for() -> _Parser:
    """The parser of ``jdlint``; ``command`` names the module in ``jdlint.cli`` that runs it."""
    parser = _Parser(prog="jdlint", description="The linter for job postings.")
    parser.add_argument("--version", action="version", version=f"jdlint {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    made = {
        name: commands.add_parser(name, help=short, description=long)
        for name, (short, long) in _WORDS.items()
    }
    _check(made["check"])
    _baseline(made["baseline"])
    _init(made["init"])
    _links(made["links"])
    _export(made["export"])
    only = "rules and groups (default: all)"
    made["rules"].add_argument("names", nargs="*", metavar="NAME", help=only)
    made["rules"].add_argument(
        "--format", choices=("text", "json"), default="text", help="text or json"
    )
    named = "a rule's name, such as links/inconsistent-link, or a group's"
    made["explain"].add_argument("rule", metavar="RULE", help=named)
    proven = "rules, groups, or folders and files of rules; default: the project's own, else all"
    made["test"].add_argument("names", nargs="*", metavar="NAME", help=proven)
    _words(made["words"])
    serve_arguments.add(made["serve"])
    bulk_arguments.add(made["bulk"])
    made["config"].add_argument("file", nargs="?", metavar="FILE", help="a page, or a folder")
    made["completion"].add_argument("shell", choices=SHELLS)
    for name in ("rules", "explain", "test", "words", "config", "serve", "bulk"):
        _config(made[name])
    return parser


def _paths(parser: argparse.ArgumentParser) -> None:
    what = "files and folders (default: the working directory)"
    parser.add_argument("paths", nargs="*", metavar="PATH", help=what)


def _config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--config", metavar="FILE", help="the configuration file (default: the nearest jdlint.yaml)"
    )


def _words(parser: argparse.ArgumentParser) -> None:
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--list", action="store_true", help="list the words (the default)")
    either.add_argument("--add", nargs="+", metavar="WORD", default=[], help="add words")
    either.add_argument("--remove", nargs="+", metavar="WORD", default=[], help="take words out")


def _export(parser: argparse.ArgumentParser) -> None:
    _paths(parser)
    _config(parser)
    formats = ("jsonld", "snippet", "jsonl", "indeed-xml", "linkedin-xml")
    parser.add_argument("--format", choices=formats, default="jsonld", help=", ".join(formats))
    parser.add_argument(
        "--output-dir", metavar="DIR", help="one file a page, instead of one document"
    )
    parser.add_argument("--strict", action="store_true", help="exit 1 where something is missing")


def _links(parser: argparse.ArgumentParser) -> None:
    _paths(parser)
    _config(parser)
    parser.add_argument(
        "--format", choices=("text", "json", "csv"), default="text", help="text, json or csv"
    )
    answers = (
        "resolves",
        "redirected",
        "broken-page",
        "broken-anchor",
        "unknown",
        "external",
    )
    only = "only links with this answer; may be given more than once"
    parser.add_argument("--answer", choices=answers, action="append", default=[], help=only)


def _init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder",
        nargs="?",
        default=".",
        metavar="FOLDER",
        help="the content repository (default: this folder)",
    )
    parser.add_argument(
        "--schema", action="store_true", help="write a schema of the front matter too"
    )
    parser.add_argument(
        "--print", action="store_true", help="show what would be written, write nothing"
    )
    parser.add_argument("--force", action="store_true", help="write over files that are there")


def _baseline(parser: argparse.ArgumentParser) -> None:
    _paths(parser)
    _config(parser)
    parser.add_argument(
        "--output",
        metavar="FILE",
        help="the file to write (default: that of the configuration, else .jdlint-baseline.json)",
    )
    less = "only drop what is no longer found, add nothing"
    parser.add_argument("--update", "--prune", dest="prune", action="store_true", help=less)


def _fixes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fix", action="store_true", help="make the fixes that change no meaning")
    parser.add_argument(
        "--unsafe-fixes", action="store_true", help="make the fixes that may change meaning, too"
    )
    parser.add_argument(
        "--diff", action="store_true", help="show what the fixes would change, write nothing"
    )
    parser.add_argument("--interactive", action="store_true", help="ask before each fix")


def _limits(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--baseline", metavar="FILE", help="do not show the findings that this file records"
    )
    parser.add_argument(
        "--no-baseline",
        action="store_true",
        help="show what the baseline of the configuration records, too",
    )
    changed = parser.add_mutually_exclusive_group()
    changed.add_argument(
        "--diff-base", metavar="REF", help="only what changed since HEAD and this commit parted"
    )
    changed.add_argument(
        "--staged", action="store_true", help="check what is staged, and only what it changes"
    )


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files and folders, or - for standard input (default: the working directory)",
    )
    _config(parser)
    _rules(parser)
    _fixes(parser)
    _limits(parser)
    _report(parser)
    why = "say of each file whether it is a job page and why, and which configuration holds"
    parser.add_argument("--why", action="store_true", help=why)
    parser.add_argument("--watch", action="store_true", help="check again whenever a file changes")
    parser.add_argument(
        "--stdin-filename", metavar="FILE", help="check standard input as if it were this file"
    )
    parser.add_argument(
        "--jobs", type=int, default=0, metavar="N", help="processes (default: as many as help)"
    )


def _rules(parser: argparse.ArgumentParser) -> None:
    only = "only these rules or groups, separated by commas"
    parser.add_argument("--select", metavar="RULES", action="append", default=[], help=only)
    parser.add_argument(
        "--ignore",
        metavar="RULES",
        action="append",
        default=[],
        help="all but these rules or groups",
    )
    engines = ("harper", "languagetool", "off")
    parser.add_argument(
        "--grammar", choices=engines, default="", help="the grammar engine (default: harper)"
    )
    parser.add_argument(
        "--external", action="store_true", help="ask the web whether links to other sites work"
    )
    levels, words = ("note", "warning", "error"), "exit 1 from this severity on (default: warning)"
    parser.add_argument("--fail-on", choices=levels, default="warning", help=words)
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 whatever is found")
    none = (
        "exit 0 where nothing is checked, and pass over named files that are no job pages (hooks)"
    )
    parser.add_argument("--allow-none", action="store_true", help=none)
    limit = "end after about so many seconds; pages that were not reached are named (default: none)"
    parser.add_argument("--time-limit", type=int, default=0, metavar="SECONDS", help=limit)


def _report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", choices=tuple(FORMATS), default="text", help="how to report (default: text)"
    )
    parser.add_argument("--output-file", metavar="FILE", help="write the report to a file")
    also = "write the report in another format to a file as well"
    parser.add_argument("--also", metavar="FORMAT=FILE", action="append", default=[], help=also)
    trend = "earlier JSON reports, the first first, for the chart of --format html"
    parser.add_argument("--trend", metavar="FILE", nargs="+", default=[], help=trend)
    parser.add_argument("--statistics", action="store_true", help="count the findings of each rule")
    order = "path: page by page; severity: the worst first (default: path)"
    parser.add_argument("--sort", choices=("path", "severity"), default="path", help=order)
    most = "show so many findings and count the rest (default: all)"
    parser.add_argument("--max", metavar="N", type=int, default=0, help=most)
    parser.add_argument("--quiet", "-q", action="store_true", help="only the summary")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")
