"""Remote postings and their countries."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.core.diagnostic import Finding
from jdlint.core.light import Literal, dataclass
from jdlint.core.patterns import regex as re
from jdlint.posting.published.nodes import (
    Node,
    Published,
    Shown,
    every,
    first,
    plain,
    text_at,
)

_NOWHERE = frozenset(
    "anywhere worldwide global remote international everywhere emea apac eu europe latam".split()
)

# how the languages of _LANGUAGES say it, in small letters
_REMOTE = re.late(
    r"remote|tele-?(?:commut|work|travail|trabajo|lavoro|werk)|teletrabalho|anywhere|distributed"
    r"|(?:from|at|of|your) home|home.?(?:based|office|working)|wfh|mobile[sn]? arbeit"
    r"|ortsunabhängig|von (?:zu hause|überall)|distan|domicile|desde casa|em casa|da casa"
    r"|da remoto|remot|smart working|thuis|op afstand"
)
_TITLE = re.late(r"<title\b[^>]{0,200}>([^<]{0,500})", re.I)
_LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl")


@dataclass(frozen=True)
class PublishedRemote:
    """Reports remote postings that name neither countries nor a place (``countries``), areas that
    are no countries or states (``areas``), and postings whose page does not say that they are
    remote (``unseen``). Values: ``found``."""

    report: Literal["countries", "areas", "unseen"]

    def check_published(self, found: Published) -> Iterator[Finding]:
        for posting in found.postings:
            if posting.form not in ("jsonld", "microdata"):
                continue
            node = posting.node
            if self.report == "areas":
                yield from _areas(node)
                continue
            kind = first(node, "jobLocationType")
            if kind is None or plain(kind) != "TELECOMMUTE":
                continue
            if self.report == "unseen":
                if found.page and _is_silent(found.page) and not _titled(found, node):
                    yield Finding(kind.span, {"found": plain(kind)})
            elif not (_says(node, "jobLocation") or _says(node, _AREAS)):
                yield Finding(kind.span, {"found": plain(kind)})


def _is_silent(page: Shown) -> bool:
    """Whether a page has no word for remote work, in a language whose words are known."""
    return (page.lang or "en")[:2].lower() in _LANGUAGES and not _REMOTE.search(page.low)


def _titled(found: Published, node: Node) -> bool:
    """Whether the page's title or that of the job says it; looked at where the text does not."""
    match = _TITLE.search(found.source.text)
    titles = f"{match[1] if match else ''} {text_at(node, 'title')}"
    return _REMOTE.search(titles.casefold()) is not None


_AREAS = "applicantLocationRequirements"


def _says(node: Node, path: str) -> bool:
    return first(node, path) is not None


def _areas(node: Node) -> Iterator[Finding]:
    for area in every(node, _AREAS):
        name = first(area, "name") if isinstance(area.value, dict) else area
        if name and plain(name).casefold() in _NOWHERE:
            yield Finding(name.span, {"found": plain(name)})
