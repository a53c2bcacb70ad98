"""Built pages: their JSON-LD with places, and what a visitor reads. selectolax parses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.core.errors import ConfigError
from jdlint.core.light import Any
from jdlint.core.patterns import regex as re
from jdlint.core.text import Source, Span
from jdlint.posting.published.microdata import microdata_in
from jdlint.posting.published.nodes import (
    Broken,
    Node,
    Posting,
    Published,
    Shown,
    seen,
    stands,
    text_at,
)
from jdlint.posting.published.placed_json import BrokenJsonError, read_json
from jdlint.posting.published.references import resolved

_JOB = "JobPosting"
_HIDDEN = ("script", "style", "template", "noscript")
_MEANS = 'form, button, iframe, a[href^="mailto:"]'  # to send an application
_APPLY = re.late(
    r"\b(?:apply|application|bewerb\w*|postul\w*|candidat\w*|soll?icit\w*|cv|resume)\b|@", re.I
)
_BODY = re.late(r"<(?:html|body)\b", re.I)
_LOADS = re.late(r"<script\b[^>]{0,500}\bsrc\s*=", re.I)
_FILLED = 100  # letters: a page with fewer shows no posting
_HINTS = ("apply", "application", "@", "bewerb", "postul", "candidat", "licit", "cv", "resume")
_LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl")  # in which the words above are said
_MOST = 50_000  # nodes of JSON-LD that are looked through


def read_html(source: Source, microdata: bool = False) -> Published:
    """A built page; ``microdata``: what it says in Microdata, too, where it has no JSON-LD of a
    posting. Raises ``ConfigError`` where the parser is not installed."""
    if _JOB not in source.text or source.text.startswith(("---\n", "---\r")):  # or no built page
        return Published(source, ())
    # what an HTML parser puts something else in the place of, so that places stay
    text = source.text.replace("\0", " ").replace("\r", " ")
    tree = _tree(text)
    nodes: list[Node] = []
    broken: list[Broken] = []
    for start, end in _scripts(tree, text):
        try:
            nodes.append(read_json(text, start, end))
        except BrokenJsonError as error:
            broken.append(error.broken)
    jobs = [job for node in nodes for job in jobs_in(node)]
    if '"@id"' in text:
        jobs = resolved(jobs, nodes)
    postings = [Posting("jsonld", job, anchor_of(job)) for job in jobs]
    if microdata and not postings:
        postings = list(microdata_in(tree, text))
    shown = _shown(tree, postings, text) if postings else None
    return Published(source, tuple(postings), tuple(broken), shown)


def _tree(text: str) -> Any:
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise ConfigError("built pages need a parser: pip install “jdlint[posting]”") from None
    return LexborHTMLParser(text)


def _scripts(tree: Any, text: str) -> Iterator[tuple[int, int]]:
    """Where the JSON-LD of a page starts and ends: what the parser found, found again in the text
    (a script's text is never escaped)."""
    at = 0
    for script in tree.tags("script"):  # a third of what a selector takes
        kind = (script.attributes.get("type") or "").partition(";")[0].strip().lower()
        inner = (script.text() or "") if kind == "application/ld+json" else ""
        if not inner or inner.isspace():
            continue
        start = text.find(inner, at)
        if start >= 0:
            at = start + len(inner)
            yield start, at


def jobs_in(node: Node) -> Iterator[Node]:
    """The postings in JSON-LD: one, a list, or those of ``@graph`` and of what other things are
    about."""
    todo, seen = [node], 0
    while todo and seen < _MOST:
        here = todo.pop()
        seen += 1
        if isinstance(here.value, list):
            todo.extend(reversed(here.value))
        elif isinstance(here.value, dict):
            if is_a(here, _JOB):
                yield here
            else:
                rows = (v for name, v in here.value.items() if name != "seeks")  # a person's wish
                todo.extend(reversed(list(rows)))


def is_a(node: Node, kind: str) -> bool:
    """Whether a mapping says that it is of a type, with or without schema.org's address."""
    given = node.value.get("@type") if isinstance(node.value, dict) else None
    kinds = given.value if given and isinstance(given.value, list) else [given] if given else []
    texts = [k.value for k in kinds if isinstance(k.value, str)]
    return any(text == kind or re.split("[/#:]", text)[-1] == kind for text in texts)


def anchor_of(node: Node) -> Span:
    """Where what a posting lacks is reported: at its type, else at its start."""
    given = node.value.get("@type") if isinstance(node.value, dict) else None
    return given.span if given else Span(node.span.start, node.span.start + 1)


def _shown(tree: Any, postings: Sequence[Posting], source: str) -> Shown | None:
    tree.strip_tags(list(_HIDDEN))
    body = tree.body
    text = " ".join(body.text(separator=" ").split()) if body is not None else ""
    if not text or (len(text) < _FILLED and _LOADS.search(source)):
        return None  # scripts fill it, or it is a part of a page: what people see is not known
    text = seen(text)
    low = text.casefold()
    employers = {text_at(job.node, "hiringOrganization.name").casefold() for job in postings}
    named = "" if all(not name or stands(low, name) for name in employers) else _named(tree)
    if not text and not named and _BODY.search(source) is None:
        return None  # a part that layouts include, no page
    root = tree.root
    lang = str(root.attributes.get("lang") or "") if root is not None else ""
    known = (lang or "en")[:2].lower() in _LANGUAGES  # in others, words for applying are not known
    applies = not known or _speaks_of_it(low) or bool(tree.css_first(_MEANS)) or _leads_to_it(tree)
    return Shown(text, applies, named, low, lang)


def _named(tree: Any) -> str:
    """How a page is named besides its text; looked at where that does not name the employer."""
    named = [str(picture.attributes.get("alt") or "") for picture in tree.tags("img")]
    named += [title.text() or "" for title in tree.css("head > title")]
    return " ".join(named)


def _leads_to_it(tree: Any) -> bool:
    """Whether a link's address speaks of applying."""
    links = (str(link.attributes.get("href") or "") for link in tree.css("a[href]"))
    return _speaks_of_it(" ".join(links).casefold())


def _speaks_of_it(low: str) -> bool:
    """Whether a text has a word for applying; a quick look says where the pattern may match."""
    for hint in _HINTS:
        at = low.find(hint)
        while at >= 0:
            if hint == "@" or _APPLY.search(low, max(0, at - 6), at + 40):
                return True
            at = low.find(hint, at + 1)
    return False
