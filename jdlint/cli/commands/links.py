"""``jdlint links``: every link with where it leads."""

from __future__ import annotations

import csv
import gc
import io
import os
import sys
from collections import Counter
from json.encoder import encode_basestring as _quoted
from pathlib import Path

from jdlint.cli.request import asked_of
from jdlint.core.light import TYPE_CHECKING
from jdlint.engine.passes.links import LinkAnswer, LinkList, LinkRequest, list_links

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

_COLUMNS = ("path", "line", "column", "url", "answer", "target", "reason")


def main(options: argparse.Namespace) -> int:
    """List the links of pages with their answers; raises ``ConfigError``.

    A broken link is an answer here, no failure: ``jdlint check`` is the command that judges.
    """
    gc.disable()  # a short run that makes many rows and no cycles
    paths, project = asked_of(options.paths, options.config)
    root = project.root
    found = list_links(LinkRequest(root, paths, project.data.get("site") or {}))
    shown = _renamed(found.links, root)
    if options.answer:
        shown = [link for link in shown if link.answer in options.answer]
    sys.stdout.write(_FORMATS[options.format](LinkList(tuple(shown), found.notices)))
    for notice in found.notices:
        print(f"jdlint: {notice}", file=sys.stderr)  # noqa: T201 - the face speaks here
    return 0


def _renamed(links: Sequence[LinkAnswer], root: Path) -> list[LinkAnswer]:
    """The links with their paths as seen from the working directory."""
    paths = {link.path for link in links}
    folders = {
        folder: _display(root, folder) for folder in {path.rpartition("/")[0] for path in paths}
    }
    if all(folder == shown for folder, shown in folders.items()):
        return list(links)
    names = {
        path: _inside(folders[path.rpartition("/")[0]], path.rpartition("/")[2]) for path in paths
    }
    return [link._replace(path=names[link.path]) for link in links]


def _display(root: Path, path: str) -> str:
    """A folder as seen from the working directory; empty for that itself."""
    try:
        shown = os.path.relpath(root / path).replace(os.sep, "/")
    except ValueError:
        return str(root / path)
    return "" if shown == "." else shown


def _inside(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _json(found: LinkList) -> str:
    """One link a line; written by hand, for ten thousands of rows are ten times as fast so."""
    rows = ",\n".join(map(_row, found.links))
    return f'{{"links": [\n{rows}\n]}}\n' if rows else '{"links": []}\n'


def _row(link: LinkAnswer) -> str:
    path, line, column, url, answer, target, reason = link
    start = f'{{"line":{line},"column":{column}}}'
    return (
        f'{{"path":{_quoted(path)},"start":{start},"url":{_quoted(url)},"answer":"{answer}",'
        f'"target":{_quoted(target)},"reason":{_quoted(reason)}}}'
    )


def _csv(found: LinkList) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(found.links)
    return stream.getvalue()


def _text(found: LinkList) -> str:
    lines = [_line(link) for link in found.links]
    counts = Counter(link.answer for link in found.links)
    total = f"{len(lines)} link{'' if len(lines) == 1 else 's'}"
    parts = ", ".join(f"{count} {answer}" for answer, count in sorted(counts.items()))
    return "\n".join(
        [*lines, *([""] if lines else []), f"{total}: {parts}" if parts else total, ""]
    )


def _line(link: LinkAnswer) -> str:
    target = f" → {link.target}" if link.target and link.target != link.url else ""
    reason = f" ({link.reason})" if link.reason else ""
    return f"{link.path}:{link.line}:{link.column} {link.answer} {link.url}{target}{reason}"


_FORMATS = {"text": _text, "json": _json, "csv": _csv}
