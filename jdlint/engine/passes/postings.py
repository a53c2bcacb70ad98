"""Job pages read as postings: what ``jdlint export`` writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.config.config import Config
from jdlint.core.light import Any, NamedTuple
from jdlint.core.page import Defect, Page
from jdlint.core.text import Source
from jdlint.engine.planning.discover import Discovery, Job
from jdlint.engine.planning.request import Request
from jdlint.io import files
from jdlint.posting.jobposting.record import Own, Posting


class Read(NamedTuple):
    """A job page and its posting; ``posting`` is None for a draft and for a job that is over, or
    where the file could not be read (then ``defects`` says why)."""

    source: Source
    posting: Posting | None
    defects: tuple[Defect, ...] = ()


def postings(request: Request, config: Config, own: Own) -> Iterator[Read]:
    """The postings of the job pages that are asked for, in order of path."""
    tree = files.DiskTree(request.root, {}, alone=False)
    discovery = Discovery(request, config, tree)
    for job in discovery.jobs():
        if job.named and (read := _read(discovery, job, own)):
            yield read


def pages_of(request: Request, config: Config, own: Own) -> Iterator[tuple[Page, Posting]]:
    """The job pages that are asked for, drafts too, each with its posting."""
    from jdlint.parse import parse
    from jdlint.posting.jobposting.read import read

    discovery = Discovery(request, config, files.DiskTree(request.root, {}, alone=False))
    for job in discovery.jobs():
        source, defects = files.read_source(discovery.base + job.path, job.path, request.root)
        if not defects and job.holds(source.text):
            page = parse(source)
            yield page, read(page, own)


def _read(discovery: Discovery, job: Job, own: Own) -> Read | None:
    from jdlint.parse import parse
    from jdlint.posting.jobposting.read import read
    from jdlint.posting.published.told import closed_of

    root = discovery.request.root
    source, defects = files.read_source(discovery.base + job.path, job.path, root)
    if defects:
        return Read(source, None, defects) if job.sure else None
    if not job.holds(source.text):
        return None
    page = parse(source)
    if closed_of(page):
        return Read(source, None)
    return Read(source, read(page, own), page.meta.defects)


def own_of(data: Mapping[str, Any]) -> Own:
    """What a project's configuration says for all its postings."""
    posting, site = data.get("posting") or {}, data.get("site") or {}
    organization = posting.get("organization") or {}
    if isinstance(organization, str):
        organization = {"name": organization}
    keys = {
        name: (given,) if isinstance(given, str) else tuple(given)
        for name, given in (posting.get("keys") or {}).items()
    }
    return Own(organization, keys, str(site.get("url") or ""))
