"""Where every failure becomes one sentence: what went wrong, where, and what to do about it.

Exit codes: 2 for what a user can mend, 3 for what only we can, 130 for an interruption, 141 where
nobody reads the output to its end; never 1, which means findings.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from jdlint import __version__
from jdlint.core.errors import (
    ConfigError,
    GitError,
    InterruptedRun,
    ProbeError,
    RuleError,
    reason_of,
)

CANNOT, BROKEN, INTERRUPTED = 2, 3, 130
CLOSED = 141  # 128 + SIGPIPE: what a shell says of any tool whose reader went away
REPORT_AT = "https://github.com/jdlint/jdlint/issues"
_SAID = (ConfigError, RuleError, ProbeError, GitError)


def guarded(work: Callable[[], int]) -> int:
    """The exit code of ``work``, or that of the sentence that says why it could not be done."""
    try:
        return work()
    except BrokenPipeError:
        _forget_output()
        return CLOSED
    except InterruptedRun as error:
        return _ended(str(error), INTERRUPTED)
    except KeyboardInterrupt:  # its text may be Python's: “decoding with 'utf-8-sig' codec failed”
        return _ended("interrupted", INTERRUPTED)
    except _SAID as error:
        return _ended(str(error), CANNOT)
    except MemoryError:
        return _ended("there is not enough memory: name fewer or smaller files", CANNOT)
    except RecursionError as error:
        return _ended(f"something is nested too deeply ({_place(error)}): make it flatter", CANNOT)
    except OSError as error:
        return _ended(_of_system(error), CANNOT)
    except Exception as error:  # the last one to ask: whatever comes here is our mistake
        return _ended(_unknown(error), BROKEN)


def _ended(text: str, code: int) -> int:
    """Say it on standard error, where there is one, and leave standard output as it is."""
    from jdlint.core.printable import one_line

    lines = [f"jdlint: {one_line(line)}" for line in text.splitlines() if line.strip()]
    from contextlib import suppress

    with suppress(OSError, ValueError, AttributeError):  # else there is nobody to tell
        print("\n".join(lines), file=sys.stderr, flush=True)  # noqa: T201 - the face speaks here
    _forget_output()
    return code


def _forget_output() -> None:
    """Python writes what is left in the buffer at its end: into nothing, so that it cannot fail
    again."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError:
        return


def _of_system(error: OSError) -> str:
    import errno

    lost = error.filename is None and error.errno == errno.ENOENT  # what os.getcwd raises
    stream = "the working directory" if lost else "standard output"
    where = error.filename if error.filename is not None else stream
    place = os.fsdecode(where) if isinstance(where, str | bytes) else str(where)
    if len(place) > 120:
        place = f"{place[:60]}…{place[-40:]}"
    return f"{place}: {reason_of(error)}{_remedy(error)}"


def _remedy(error: OSError) -> str:
    import errno

    return {
        errno.ENOSPC: "; make room on the disk and run again",
        errno.ENAMETOOLONG: "; there can be no such file, name another one",
        errno.ELOOP: "; the link leads back to itself, mend or delete it",
        errno.EACCES: "; allow this user to read it, or leave it out",
        errno.EPERM: "; allow this user to use it, or leave it out",
        errno.ENOENT: "; go to a folder that exists, or name another path",
        errno.EMFILE: "; allow more open files (ulimit -n)",
        errno.EROFS: "; the disk is read-only, name a place elsewhere",
    }.get(error.errno or 0, "")


def _place(error: BaseException) -> str:
    """The function of ours in which an error arose, for reports."""
    from traceback import extract_tb

    frames = [frame for frame in extract_tb(error.__traceback__) if "jdlint" in frame.filename]
    if not frames:
        return "outside jdlint"
    last = frames[-1]
    folder, name = os.path.split(last.filename)
    return f"{os.path.basename(folder)}/{name}:{last.lineno} in {last.name}"


def _unknown(error: BaseException) -> str:
    what = f"{type(error).__name__}: {str(error)[:200]}".rstrip(": ")
    return (
        f"this is a mistake in jdlint {__version__} ({what}; {_place(error)})\n"
        f"please report it at {REPORT_AT}, with the page if it may be shown"
    )
