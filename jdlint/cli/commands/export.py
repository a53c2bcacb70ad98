"""``jdlint export``: job pages as search engines and boards read them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from jdlint.api import Session
from jdlint.cli.output import write_text
from jdlint.cli.request import asked_of
from jdlint.core.errors import ConfigError
from jdlint.core.printable import printable
from jdlint.engine.passes.postings import Read, own_of, postings
from jdlint.engine.planning.request import Request
from jdlint.io.published import is_published
from jdlint.posting.jobposting import write
from jdlint.posting.jobposting.record import Own, Posting

_ENDS = {"jsonld": ".jsonld", "snippet": ".html"}
_FEEDS = {"indeed-xml": "Indeed", "linkedin-xml": "LinkedIn"}
_COMPLETE = (*_ENDS, "jsonl")  # what search engines read: no posting that they would refuse


def main(options: argparse.Namespace) -> int:
    """Write the postings of pages, and say what they lack; raises ``ConfigError``."""
    paths, project = asked_of(options.paths, options.config)
    _refuse_published(paths)
    config = Session(project).plan.config
    request = Request(project.root, paths)
    own = own_of(project.data)
    pages = list(postings(request, config, own))
    found = [page.posting for page in pages if page.posting]
    lacks = [line for page in pages for line in _lacks(page)]
    left: list[tuple[str, str]] = []
    text, more = "", list[tuple[str, str]]()
    if options.format in _COMPLETE:
        found, left = write.complete(found)
    if options.output_dir:
        _write_each(Path(options.output_dir), found, options.format)
        if options.format == "snippet":
            _empty_each(Path(options.output_dir), pages, found)
    else:
        text, more = _written(found, options.format, own)
        left += more
    lacks += [f"{path}:1:1: {why}" for path, why in left]
    for line in lacks:
        print(printable(line), file=sys.stderr)  # noqa: T201 - the face speaks here
    count = len(found) - len(more)
    if found and not count:  # an empty feed takes all jobs of the employer down
        raise ConfigError(f"{_FEEDS[options.format]} would take none of these: nothing is written")
    sys.stdout.write(text)
    drafts = sum(1 for page in pages if not page.posting and not page.defects)  # or over
    print(_said(count, drafts, len(lacks)), file=sys.stderr)  # noqa: T201
    return 1 if lacks and options.strict else 0


def _refuse_published(paths: Sequence[Path]) -> None:
    """What is published is the outcome; raises ``ConfigError`` where it is named as a source."""
    for path in paths:
        if is_published(path):
            raise ConfigError(
                f"{path}: export reads job pages, and this is no page; "
                "jdlint check reads what is published"
            )


def _written(found: Sequence[Posting], form: str, own: Own) -> tuple[str, list[tuple[str, str]]]:
    if form == "jsonl":
        return write.lines(found), []
    if form == "snippet":
        return "".join(map(write.snippet, found)), []
    if form == "jsonld":
        return write.document(found), []
    linkedin = form == "linkedin-xml"
    feed = write.linkedin_xml(found, own.linkedin) if linkedin else write.indeed_xml(found)
    return feed.text, list(feed.left_out)


def _write_each(folder: Path, found: Sequence[Posting], form: str) -> None:
    """One file a page, named and placed as the page is."""
    if form not in _ENDS:
        raise ConfigError(
            f"--output-dir writes one file a page: take --format {' or '.join(_ENDS)}"
        )
    for posting in found:
        text = write.document([posting]) if form == "jsonld" else write.snippet(posting)
        write_text(_target(folder, posting.path, form), text)


def _empty_each(folder: Path, pages: Sequence[Read], found: Sequence[Posting]) -> None:
    """Empty files for pages that have no posting (any more): the site's layout includes one for
    each page, and none may speak of a job that is over."""
    written = {posting.path for posting in found}
    for page in pages:
        if page.source.path not in written:
            write_text(_target(folder, page.source.path, "snippet"), "")


def _target(folder: Path, page: str, form: str) -> Path:
    """The file of a page, its folder made; raises ``ConfigError`` for one that would lie above."""
    relative = os.path.normpath(page)
    if relative.startswith("..") or os.path.isabs(relative):
        raise ConfigError(f"{page}: the page lies outside the project")
    path = folder / Path(relative).with_suffix(_ENDS[form])
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _lacks(page: Read) -> Iterator[str]:
    for defect in page.defects:
        place = page.source.position(defect.span.start)
        yield f"{page.source.path}:{place.line}:{place.column}: {defect.detail or defect.kind}"
    for lack in page.posting.lacks if page.posting else ():
        place = page.source.position(lack.span.start)
        yield f"{page.source.path}:{place.line}:{place.column}: {lack.message}"


def _said(count: int, drafts: int, lacks: int) -> str:
    parts = [f"{count} posting{'' if count == 1 else 's'} written"]
    if drafts:
        parts.append(f"{drafts} draft or closed job{'' if drafts == 1 else 's'} left out")
    if lacks:
        parts.append(f"{lacks} thing{'' if lacks == 1 else 's'} missing, see above")
    return "jdlint: " + ", ".join(parts)
