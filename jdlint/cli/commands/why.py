"""``jdlint check --why``: why a file is, or is not, a job page."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from jdlint.cli.request import session_of
from jdlint.config.config import Config
from jdlint.core.light import TYPE_CHECKING
from jdlint.core.printable import printable
from jdlint.core.text import Source
from jdlint.engine.passes.published import asked
from jdlint.engine.planning.discover import Discovery, Job
from jdlint.io import files
from jdlint.io.published import contents, is_lines
from jdlint.lang.language import name_of
from jdlint.parse import parse
from jdlint.posting import detect
from jdlint.posting.language import page_language
from jdlint.posting.published.own_names import form_name
from jdlint.posting.published.read import kind_of, read_published

if TYPE_CHECKING:
    import argparse


def main(options: argparse.Namespace) -> int:
    """Print one line for each file that is asked for, and the configuration; raises
    ``ConfigError``."""
    session, request = session_of(options)
    request, published = asked(request, session.checker)
    config = session.plan.config
    tree = files.DiskTree(request.root, request.given, alone=request.alone)
    discovery = Discovery(request, config, tree)
    held = f"configuration: {config.path or 'none; every rule as it is shipped'}"
    said = [_of_published(path, request.root) for path in published]
    pages = _lines(discovery, config) if request.paths else ()
    sys.stdout.write("\n".join((*pages, *said, held, "")))
    return 0


def _lines(discovery: Discovery, config: Config) -> Iterator[str]:
    for path, job in discovery.asked():
        verdict = _verdict(discovery, config, path, job)
        spoken = f"; {_language(discovery, config, path)}" if verdict.job else ""
        said = "a job page" if verdict.job else "no job page"
        yield printable(f"{path}: {said}: {verdict.why}{spoken}")


def _of_published(path: str, root: Path) -> str:
    """What is published in a file: it is no page."""
    if is_lines(path):
        return printable(f"{path}: published: each line is read as a posting")
    piece = next(iter(contents(root / path, root)), None)
    source = Source(path, piece.text if piece else "")
    found = read_published(source).postings if piece else ()
    forms = ", ".join(dict.fromkeys(form_name(posting.form) for posting in found))
    said = f"{len(found)} ({forms})" if found else f"none (read as {kind_of(source)})"
    return printable(f"{path}: published, no page; postings in it: {said}")


def _language(discovery: Discovery, config: Config, path: str) -> str:
    """The language that a page is checked in, and why."""
    source = _source(discovery, path)
    found = page_language(parse(source), config.settings.get("language", ""))
    return f"in {name_of(found.code)} {found.reason}"


def _source(discovery: Discovery, path: str) -> Source:
    data = discovery.request.given.get(path)
    if data is not None:
        return files.decode(data, path)[0]
    return files.read_source(discovery.base + path, path, discovery.request.root)[0]


def _verdict(discovery: Discovery, config: Config, path: str, job: Job | None) -> detect.Verdict:
    if job is None or job.by == "told":
        key = "exclude" if job is None and config.excludes(path) else "pages"
        return detect.Verdict(job is not None, f"“{key}” of {config.path} says so")
    looks = detect.judged(path, _source(discovery, path).text, discovery.above)
    if looks.job or job.by != "asked":
        return looks
    return detect.Verdict(True, f"it is named here; in a folder it is passed over, as {looks.why}")
