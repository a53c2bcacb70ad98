"""Read a published file by what it holds: HTML, XML, JSON or a line of JSON Lines."""

from __future__ import annotations

from jdlint.core.text import Source, Span
from jdlint.posting.published.html import anchor_of, jobs_in, read_html
from jdlint.posting.published.nodes import Broken, Posting, Published
from jdlint.posting.published.placed_json import BrokenJsonError, read_json
from jdlint.posting.published.references import resolved
from jdlint.posting.published.shapes import postings_of

_HTML = ("<!doctype html", "<html", "<script", "<body")
_ENDINGS = {".html": "HTML", ".htm": "HTML", ".json": "JSON", ".jsonld": "JSON", ".jsonl": "JSON",
            ".ndjson": "JSON"}  # fmt: skip


def read_published(source: Source, microdata: bool = False) -> Published:
    """What is published in a text; a text that is none of the forms has no postings. ``microdata``:
    of HTML, postings in Microdata, too."""
    kind = kind_of(source)
    if kind == "JSON":
        return read_data(source)
    if kind == "HTML":
        return read_html(source, microdata)
    from jdlint.posting.published.feeds import read_xml

    return read_xml(source)


def kind_of(source: Source) -> str:
    """HTML, JSON or XML: by the file's name, else by what it holds."""
    name = source.path.lower().removesuffix(".gz")
    kind = _ENDINGS.get(name[name.rfind(".") :]) if "." in name else None
    if kind:
        return kind
    head = source.text[:2000].lstrip("\ufeff \t\r\n")
    if head.startswith(("{", "[")):
        return "JSON"
    lower = head.lower()
    return "HTML" if any(mark in lower for mark in _HTML) else "XML"


def read_data(source: Source) -> Published:
    """JSON: JSON-LD, or what a board exports."""
    start = 1 if source.text.startswith("\ufeff") else 0
    if not source.text[start:].strip():
        return Published(source, (), (Broken(Span(0, 0), "it is empty"),))
    try:
        node = read_json(source.text, start)
    except BrokenJsonError as error:
        return Published(source, (), (error.broken,))
    jobs = list(jobs_in(node))
    if jobs and '"@id"' in source.text:
        jobs = resolved(jobs, [node])
    found = tuple(Posting("jsonld", job, anchor_of(job)) for job in jobs)
    return Published(source, found or tuple(postings_of(node)))
