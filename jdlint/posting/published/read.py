"""Read a published file by what it holds: HTML, XML, JSON or a line of JSON Lines."""

from __future__ import annotations

from jdlint.core.text import Source
from jdlint.posting.published.html import anchor_of, jobs_in, read_html
from jdlint.posting.published.nodes import Posting, Published
from jdlint.posting.published.placed_json import BrokenJsonError, read_json
from jdlint.posting.published.references import resolved
from jdlint.posting.published.shapes import postings_of


def read_published(source: Source, microdata: bool = False) -> Published:
    """What is published in a text; a text that is none of the forms has no postings. ``microdata``:
    of HTML, postings in Microdata, too."""
    head = source.text[:2000].lstrip("\ufeff \t\r\n")
    if head.startswith(("{", "[")):
        return read_data(source)
    lower = head.lower()
    if "<!doctype html" in lower or "<html" in lower or "<script" in lower or "<body" in lower:
        return read_html(source, microdata)
    from jdlint.posting.published.feeds import read_xml

    return read_xml(source)


def read_data(source: Source) -> Published:
    """JSON: JSON-LD, or what a board exports."""
    start = 1 if source.text.startswith("\ufeff") else 0
    try:
        node = read_json(source.text, start)
    except BrokenJsonError as error:
        return Published(source, (), (error.broken,))
    jobs = list(jobs_in(node))
    if jobs and '"@id"' in source.text:
        jobs = resolved(jobs, [node])
    found = tuple(Posting("jsonld", job, anchor_of(job)) for job in jobs)
    return Published(source, found or tuple(postings_of(node)))
