"""Remote postings and their countries."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks.published.published_places import is_nowhere
from jdlint.core.diagnostic import Finding
from jdlint.core.light import Literal, dataclass
from jdlint.core.patterns import regex as re
from jdlint.posting.jobposting.countries import code_of
from jdlint.posting.published.nodes import (
    Node,
    Published,
    Shown,
    every,
    first,
    plain,
    text_at,
)
from jdlint.posting.published.own_names import MARKUP

# how the languages of _LANGUAGES say it, in small letters
_REMOTE = re.late(
    r"remote|tele-?(?:commut|work|trabajo|lavoro|werk)|t[ée]l[ée]-?travail|teletrabalho"
    r"|anywhere|distributed|(?:from|at|of|your) home|home.?(?:based|office|working)|wfh"
    r"|mobile[sn]? arbeit|ortsunabhängig|von (?:zu hause|überall)|distan|domicile|desde casa"
    r"|em casa|da casa|da remoto|remot|smart working|thuis|op afstand"
)
# work that is partly in an office, as descriptions say it
_HYBRID = re.late(
    r"\bhybrid[- ](?:role|position|job|work(?:ing|place)?|schedule)\b"
    r"|\bhybrid[- ](?:model|set-?up|arrangement)\b(?=.{0,50}\b(?:office|home|remote|days?)\b)"
    r"|\bhybride[srn]? (?:arbeit|arbeitsmodell)|\b(?:travail|mode|poste) hybride"
    r"|\b(?:trabajo|modalidad|modelo|trabalho) h[íi]brid[oa]"
    r"|\b(?:[1-4]|one|two|three|four) days? (?:a|per|each|every) week (?:in|at|from) (?:the|our)"
    r" (?:\w+ )?office"
    r"|\b(?:in|at) (?:the|our) (?:\w+ )?office (?:at least |for )?"
    r"(?:[1-4]|one|two|three|four) days? (?:a|per|each|every) week"
    r"|\b(?:[1-4]|one|two|three|four) days? (?:a|per|each|every) week (?:from|at) home"
    r"|\bjours? par semaine (?:au|dans (?:nos|les)) bureaux?|\btélétravail partiel"
    r"|\b(?:[1-4]|un|deux|trois|quatre) jours? (?:de|en) télétravail"
    r"|\b(?:[1-4]|zwei|drei|vier) tagen? (?:pro|in der) woche (?:im büro|vor ort|home-?office)",
)
_HINTS = ("hybrid", "híbrid", "office", "home", "bureau", "büro", "vor ort", "télétravail")
_SEVERAL = re.late(r"\s*[/,;&|]\s*|\s+(?:and|or)\s+")
_HYBRID_TITLE = re.late(r"[(\[,–—-]\s*hybrid\b(?! (?:cloud|app))")
# what speaks of both, or says that none of it is
_OPEN = re.late(
    r"(?:fully|100 ?%|entirely|completely)[ -]remote|remote (?:or|and|/) ?hybrid|remote/hybrid"
    r"|hybrid(?: or |/| and )(?:fully )?remote|\b(?:no|not|never|non)\b.{0,20}\bhybrid"
    r"|\b(?:choose|choice|optional|if you (?:like|want|wish))\b.{0,60}\boffice"
    r"|\boffice\b.{0,60}\b(?:choose|choice|optional|if you (?:like|want|wish))\b"
)
_REMOTE_TITLE = re.late(
    r"[(\[]\s*(?:(?:fully|100 ?%)[ -])?remote\s*[)\]]|\s[-–—|]\s*(?:(?:fully|100 ?%)[ -])?remote$"
    r"|^(?:fully |100 ?% )?remote\s*[-–—|:]\s|\b(?:fully|100 ?%)[ -]remote\b"
)
_DEEPEST = 3  # levels: a place, its address, a country
_TITLE = re.late(r"<title\b[^>]{0,200}>([^<]{0,500})", re.I)
_LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl")


@dataclass(frozen=True)
class PublishedRemote:
    """Reports remote postings that name neither countries nor a place (``countries``), areas that
    are no countries or states (``areas``), postings whose page does not say that they are
    remote (``unseen``), whose text speaks of an office, too (``hybrid``), and those that are remote
    by their title only (``unmarked``). Values: ``found``."""

    report: Literal["countries", "areas", "unseen", "hybrid", "unmarked"]

    def check_published(self, found: Published) -> Iterator[Finding]:
        for posting in found.postings:
            if posting.form not in MARKUP:
                continue
            node = posting.node
            if self.report == "areas":
                yield from _areas(node)
                continue
            kind = first(node, "jobLocationType")
            if self.report == "unmarked":
                yield from _unmarked(node, kind)
                continue
            if kind is None or plain(kind) != "TELECOMMUTE":
                continue
            if self.report == "unseen":
                if found.page and _is_silent(found.page) and not _titled(found, node):
                    yield Finding(kind.span, {"found": plain(kind)})
            elif self.report == "hybrid":
                part = _hybrid(node)
                if part:
                    yield Finding(kind.span, {"found": part})
            elif not any(map(_says, every(node, "jobLocation"))) and not any(
                map(_named, every(node, _AREAS))
            ):
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


def _says(place: Node, depth: int = 0) -> bool:
    """Whether a place has anything but its type."""
    value = place.value
    if isinstance(value, dict) and depth < _DEEPEST:
        return any(_says(v, depth + 1) for name, v in value.items() if name[:1] != "@")
    return bool(plain(place)) or (isinstance(value, list) and bool(value))


def _named(area: Node) -> bool:
    """Whether an area where people can work says which it is."""
    return bool(plain(area)) or first(area, "name") is not None


def _areas(node: Node) -> Iterator[Finding]:
    for area in every(node, _AREAS):
        for name in every(area, "name") if isinstance(area.value, dict) else [area]:
            if is_nowhere(plain(name)) or _are_countries(plain(name)):
                yield Finding(name.span, {"found": plain(name)})


def _are_countries(name: str) -> bool:
    """Whether one name says several countries (“US/CA”), which stand by themselves."""
    parts = _SEVERAL.split(name)
    if len(parts) < 2 or code_of(name) or "Georgia" in parts:
        return False
    return all(map(code_of, parts))


def _hybrid(node: Node) -> str:
    """The words by which a title or a description says that part of the work is in an office."""
    title = text_at(node, "title").casefold()
    texts = [title, *(plain(part).casefold() for part in every(node, "description"))]
    part = "hybrid" if _HYBRID_TITLE.search(title) else ""
    part = part or next((words for words in map(_in_office, texts) if words), "")
    return "" if part and any(_OPEN.search(text) for text in texts) else part


def _in_office(low: str) -> str:
    """What of a text says so; the pattern is tried around the words that it holds only."""
    for hint in _HINTS:
        at = low.find(hint)
        while at >= 0:
            match = _HYBRID.search(low, max(0, at - 60), at + 60)
            if match:
                return match[0]
            at = low.find(hint, at + len(hint))
    return ""


def _unmarked(node: Node, kind: Node | None) -> Iterator[Finding]:
    title = first(node, "title")
    text = plain(title).casefold() if title else ""
    if title and kind is None and "hybrid" not in text and _REMOTE_TITLE.search(text):
        yield Finding(title.span, {"found": plain(title)})
