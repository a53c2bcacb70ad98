"""Job pages read as postings: what ``jdlint export`` writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.config.config import Config
from jdlint.core.light import TYPE_CHECKING, Any, NamedTuple
from jdlint.core.page import Defect, Page
from jdlint.core.text import Source
from jdlint.engine.planning.discover import Discovery, Job
from jdlint.engine.planning.request import Request
from jdlint.io import files
from jdlint.posting.jobposting.record import Own, Posting

if TYPE_CHECKING:
    from jdlint.site.build.pages import Pages

_NO_GENERATOR = ("plain", "unmodelled")  # of their pages nobody knows where they are published


class Read(NamedTuple):
    """A job page and its posting; ``posting`` is None for a draft and for a job that is over, or
    where the file could not be read (then ``defects`` says why)."""

    source: Source
    posting: Posting | None
    defects: tuple[Defect, ...] = ()


def postings(request: Request, config: Config, own: Own) -> Iterator[Read]:
    """The postings of the job pages that are asked for, in order of path."""
    tree = files.DiskTree(request.root, {}, alone=False)
    discovery, addresses = Discovery(request, config, tree), Addresses(tree, config)
    for job in discovery.jobs():
        if job.named and (read := _read(discovery, job, own)):
            yield read._replace(posting=addresses.put(read.posting)) if read.posting else read


class Addresses:
    """Where a site publishes its pages, as far as its generator says."""

    def __init__(self, tree: files.DiskTree, config: Config) -> None:
        site = config.settings.get("site") or {}
        self._tree, self._site = tree, site
        self._pages: Pages | None = None

    def put(self, posting: Posting) -> Posting:
        """The posting with the address of its page, where it says none and that is known."""
        properties, address = posting.properties, self._of(posting)
        return posting._replace(properties={**properties, "url": address}) if address else posting

    def _of(self, posting: Posting) -> str:
        from jdlint.site.build.settings import SiteSettings
        from jdlint.site.links.model import SiteModel
        from jdlint.site.urls import split

        url = split(str(self._site.get("url") or ""))
        if "url" in posting.properties or not url.host:
            return ""
        if self._pages is None:
            self._pages = SiteModel(self._tree, SiteSettings.of(self._site)).pages
        built = self._pages.by_path.get(posting.path)
        if built is None or built.project.generator in _NO_GENERATOR:
            return ""
        return f"{url.scheme}://{url.host}{built.page.url}"


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
    linkedin = {name: str(value) for name, value in (posting.get("linkedin") or {}).items()}
    apply_url = str(posting.get("apply_url") or "")
    return Own(organization, keys, str(site.get("url") or ""), linkedin, apply_url)
