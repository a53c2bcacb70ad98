"""The report of the last run, word for word, where nothing that it depends on has changed.

What it depends on: the arguments, the working directory and the terminal, the day, jdlint itself
(of a checkout: its code, rules and schemas), and every file and folder that was looked at, those
that were not there too. A run that writes, reads standard input, asks the web or compares with
something else is never remembered. Light: the first thing that the command line loads.
"""

from __future__ import annotations

import os
import time
from io import BytesIO

from jdlint import __version__
from jdlint.cli import terminal
from jdlint.io import store
from jdlint.io.stamps import are, code_stamp, digest, packed, stamp_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from io import FileIO

    from jdlint.api import Session

_SLOTS = 64  # reports kept in all; two that fall together take turns
_LARGEST = 32_000_000  # characters of a report; that of 1,000 pages full of slips has 4.2 million
_SHORT = 50_000  # bytes of a report that lies beside what it depends on, not in a file of its own
_RECENT = 20_000_000  # ns: the clock of file systems ticks every 4 to 10 ms
_FLAGS = (
    "fix",
    "unsafe_fixes",
    "diff",
    "interactive",
    "watch",
    "external",
    "staged",
    "trend",
    "why",
)
_VALUES = ("stdin_filename", "baseline", "output_file", "also")


def answer(argv: Sequence[str]) -> tuple[int, FileIO | BytesIO] | None:
    """The exit code of the last run with these arguments and its output, open for reading, if it
    would give the same again."""
    if not argv or argv[0] != "check":
        return None
    key = _key(argv)
    slot = _slot(key)
    kept = store.load(slot)
    if not isinstance(kept, tuple) or len(kept) != 8 or kept[0] != key:
        return None
    _, own, files, stamps, absent, marks, code, mark = kept
    if not are(own, files.split("\0"), stamps) or any(map(stamp_of, absent)):
        return None
    if any(os.path.lexists(path) != there for path, there in marks.items()):
        return None
    text = BytesIO(mark) if isinstance(mark, bytes) else store.text(f"{slot}-text", mark)
    return (code, text) if text else None


def keep(options: argparse.Namespace, session: Session, output: str, code: int) -> None:
    """Remember the output of a run, where the next one can know that it would be the same."""
    started = options.started
    if not _is_plain(options, session) or len(output) > _LARGEST:
        return
    if session.last is None or not session.last.complete:
        return
    stamps = session.last.depends()
    marks: dict[str, bool] = {}
    for path in session.project.looked_at:
        if os.path.basename(path) == ".git":  # its stamp changes with every commit
            marks[os.path.abspath(path)] = os.path.lexists(path)
        else:
            stamps[os.path.abspath(path)] = stamp_of(path)
    stamps.update((path, stamp_of(path)) for path in _own(session))
    newest = max((max(stamp[:2]) for stamp in stamps.values() if stamp), default=0)
    if newest > started - _RECENT:
        return  # what changes now may keep its stamp
    key = _key(options.argv)
    slot = _slot(key)
    text = output.encode("utf-8", "backslashreplace")
    mark = text if len(text) <= _SHORT else store.save_text(f"{slot}-text", text)
    there = {_near(path): stamp for path, stamp in stamps.items() if stamp}
    absent = [path for path, stamp in stamps.items() if not stamp]
    known = ("\0".join(there), packed(list(there.values())), absent, marks, code, mark)
    store.save(slot, (key, code_stamp(), *known))


def _near(path: str) -> str:
    """A path from the working directory, which the system finds sooner."""
    here = os.path.join(os.getcwd(), "")
    return path.removeprefix(here) or path


def _is_plain(options: argparse.Namespace, session: Session) -> bool:
    """Whether a run depends on nothing but files that are known here."""
    given = vars(options)
    told = any(given[name] for name in (*_FLAGS, *_VALUES)) or "-" in given["paths"]
    if told or given["diff_base"] is not None:
        return False
    config = session.plan.config
    engine = config.settings.get("grammar", {}).get("engine")
    return not config.schema_path and not config.baseline and engine != "languagetool"


def _own(session: Session) -> Iterator[str]:
    """The project's own rules and words: folders, and the files in them."""
    root, data = os.path.abspath(session.root), session.project.data
    grammar = data.get("grammar")
    words = grammar.get("words") if isinstance(grammar, dict) else None
    yield os.path.join(root, str(words or ".jdlint-words.txt"))
    paths = data.get("rule-paths", ())
    for name in (paths,) if isinstance(paths, str) else paths:
        folder = os.path.join(root, str(name))
        yield folder
        for entry in os.scandir(folder):  # rules lie in the folders of their groups
            yield entry.path
            if entry.is_dir():
                yield from (inner.path for inner in os.scandir(entry.path))


def _key(argv: Sequence[str]) -> tuple[object, ...]:
    day = time.strftime("%Y-%m-%d")
    return (__version__, tuple(argv), os.getcwd(), *terminal.state(), day)


def _slot(key: tuple[object, ...]) -> str:
    return f"memo-{digest(repr(key[1:3]))[0] % _SLOTS:02d}"
