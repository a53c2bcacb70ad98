"""``jdlint``: parse the command line, run a command, answer with an exit code (0 clean, 1 findings,
2 could not run, 3 a mistake of ours, 130 interrupted)."""

import _signal  # type: ignore[import-not-found]  # what signal stands on, without its enums
import atexit
import gc
import marshal
import os
import sys
import time
from _imp import _fix_co_filename  # type: ignore[attr-defined]  # as import does

TYPE_CHECKING = False  # typing, argparse and the rest are loaded where the memo has no answer
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from typing import Any

    from jdlint.lang.tables import Parts

_TAG = sys.implementation.cache_tag or ""
_PIECE = 1 << 16  # bytes of a remembered report that are written at once
_KEEPING = ("check", "links", "bulk")  # commands that are slower where nothing may be kept


def run() -> None:
    """The console script. Once its work is done, an interruption changes nothing any more."""
    try:
        code = main(sys.argv[1:])
        _signal.signal(_signal.SIGINT, _signal.SIG_IGN)
    except KeyboardInterrupt:  # before the boundary stands, or behind it
        sys.stderr.write("jdlint: interrupted\n")
        code = 130
    _leave(code)


def _leave(code: int) -> None:
    """End the process. Where nobody waits for its end, at once: to free what is in memory piece by
    piece takes 2 of the 18 ms of a page that is known, and 100 of a site."""
    waits = "threading" in sys.modules or atexit._ncallbacks()
    if not waits and sys.stdout is not None and sys.stderr is not None:
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except (OSError, ValueError):
            sys.exit(code)
        os._exit(code)
    sys.exit(code)


def main(argv: "Sequence[str]") -> int:
    """Run one command; whatever goes wrong is one sentence on standard error and an exit code."""
    started = time.time_ns()
    gc.disable()  # what is loaded now stays
    _load_early("early")
    known = _remembered(argv)
    if known is not None:
        return known
    _load_early("next")
    from jdlint.cli import bundle
    from jdlint.core.late_modules import load_pathlib, spare_collections

    check = argv[:1] == ["check"]
    finder = bundle.use()
    spare_collections()
    load_pathlib()
    if check:
        bundle.load_all(finder)
    from jdlint.cli.boundary import guarded

    code = guarded(lambda: _done(argv, started))
    bundle.keep(finder, at_once=check)
    return code


def _load_early(name: str) -> None:
    """Load the modules that come first, or next, from one file of ``scripts/prebuild``, where it is
    of this code (in an installed package it has no stamps): to find each takes 0.1 ms."""
    package = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "")
    kind = type(sys)
    try:
        with open(os.path.join(package, "_ready", _TAG, name), "rb", buffering=0) as stream:
            data = stream.read()
        rows = marshal.loads(data[data.index(b"\n") + 1 :])
        for _, path, *stamp, _, _ in rows:
            info = os.stat(package + path) if stamp else None
            if info and [info.st_mtime_ns, info.st_ctime_ns, info.st_size] != stamp:
                return
    except (OSError, ValueError, EOFError, TypeError):
        return
    for name, own, *_, is_package, code in rows:
        if name not in sys.modules:
            path = package + own
            above, _, short = name.rpartition(".")
            module = sys.modules[name] = kind(name)
            spec: Any = type(__spec__)(name, None, origin=path, is_package=is_package)
            spec._initializing = False  # see ``bundle._spec_of``
            vars(module).update(__spec__=spec, __file__=path, __package__=above)
            if is_package:
                spec.submodule_search_locations = module.__path__ = [os.path.dirname(path)]
                module.__package__ = name
            if code.co_filename != path:  # made where the package was built
                _fix_co_filename(code, path)
            exec(code, vars(module))  # noqa: S102 - as import does
            setattr(sys.modules[above], short, module)


def _remembered(argv: "Sequence[str]") -> int | None:
    """The exit code of the last run, once its output is written again; None where it may differ, or
    where writing fails (which is said after a run)."""
    from jdlint.cli import memo

    try:
        known = memo.answer([_as_path(argument) for argument in argv])
        if known is None or sys.stdout is None:
            return None
        code, text = known
        sys.stdout.flush()
        buffer = memoryview(bytearray(_PIECE))
        with text:
            while size := text.readinto(buffer):
                sys.stdout.buffer.write(buffer[:size])
        sys.stdout.buffer.flush()
        return code
    except (OSError, ValueError, AttributeError):
        return None


def _done(argv: "Sequence[str]", started: int) -> int:
    from jdlint.cli.boundary import CANNOT
    from jdlint.cli.fast_arguments import options_of
    from jdlint.io import patterns, store
    from jdlint.lang import tables

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    argv = [_as_path(argument) for argument in argv]
    options = options_of(argv)
    options.argv, options.started = argv, started
    if not options.command:
        return CANNOT
    patterns.load()
    tables.elsewhere[:] = [_table]
    command = _command(options.command)
    gc.enable()
    code = command(options)
    patterns.keep()
    if options.command in _KEEPING and not getattr(options, "quiet", False):
        _say(store.passed_over())
    if sys.stdout is not None:
        sys.stdout.flush()  # here, where a full disk can still be said
    return code


def _table(name: str) -> "Parts":
    """A table as it was made ahead; most runs ask for none."""
    from jdlint.io.tables import find

    return find(name)


def _say(word: str) -> None:
    """A word beside what was asked for; where nobody listens, none."""
    if word and sys.stderr is not None:
        from jdlint.core.printable import one_line

        sys.stderr.write(f"jdlint: {one_line(word)}\n")


def _as_path(argument: str) -> str:
    """An argument; a page whose name starts with a dash, as a hook passes it, is a file and never
    an option."""
    page = argument.lower().endswith((".md", ".markdown", ".mdx", ".erb"))
    if page and argument.startswith("-") and os.path.lexists(argument):
        return f"./{argument}"
    return argument


def _command(name: str) -> "Callable[[argparse.Namespace], int]":
    """The function of a command, imported when it is asked for."""
    from jdlint.core.loading import module_of

    command: Callable[[argparse.Namespace], int] = module_of(f"jdlint.cli.commands.{name}").main
    return command
