"""A page that is called as those of open positions are (“vacancies.md”, “Join us”), where one thing
more that it says tells that it is one: whom it asks for, what heads it, how to apply, or pay."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.posting import evidence, evidence_words, named_words, tells

_LONGEST = 20_000  # characters: longer ones are documents, or have headings that tell them


def told(path: str, text: str, end: int, found: list[str]) -> str:
    """Why a page is one of open positions by its name or title and one thing more, as a clause;
    nothing where they do not tell it. ``end`` is where its front matter ends, ``found`` are its
    headings of a posting."""
    titles = list(tells.titles(text, end))
    called = _called(path, titles, text[:end])
    half = "" if called else _half_called(path)
    if not (called or half) or named_words.GUIDE.search(path):
        return ""
    body = text[end:] if _has_words(text, end) else text[:end]
    if len(body) > _LONGEST or evidence.of_others(path, text, end, body.lower(), most=1):
        return ""
    words = evidence.plain(body)
    if not _of_work(body, words) or (half and not _offers(path, words)):
        return ""
    said = next(_says(body, words, titles, found), "")
    return f"{called or half}, and {said}" if said else ""


def _half_called(path: str) -> str:
    """What calls a page one of open positions where its text offers some; or nothing."""
    if named_words.EMPLOYMENT.search(path):
        return "its name is that of employment"
    return "its name is that of funded places" if named_words.FUNDED_FILE.search(path) else ""


def _offers(path: str, words: str) -> bool:
    """Whether a text says how to apply, and of places for those who study that it offers some."""
    if named_words.FUNDED_FILE.search(path) and not named_words.FUNDED_PLACE.search(words):
        return False
    return named_words.SENDS.search(words) is not None


def _has_words(text: str, end: int) -> bool:
    """Whether a page says anything below its front matter, which may hold all of it."""
    return end == 0 or text[end:].strip("-+}\r\n\t ") != ""


def _called(path: str, titles: list[str], front: str) -> str:
    """What calls a page one of open positions: its name, its title or its address; or nothing."""
    if any(map(named_words.ADVICE.match, titles)):
        return ""
    if named_words.FILE.search(path):
        return "its name is that of open positions"
    for title in titles:
        if any(map(named_words.TITLE.fullmatch, named_words.PARTS.split(title.strip(" .!?")))):
            return f"its title is “{title}”"
    if named_words.ADDRESS.search(front):
        return "its address is that of open positions"
    return ""


def _of_work(body: str, words: str) -> bool:
    """Whether a page speaks of work, more than of parts in a project or of jobs that run."""
    work = len(named_words.OF_WORK.findall(words)) + ("mailto:" in body)
    return work > len(named_words.NO_WORK.findall(words))


def _says(body: str, words: str, titles: list[str], found: list[str]) -> Iterator[str]:
    """What such a page says that others do not, as clauses."""
    if evidence.asks(words) or named_words.WELCOMES.search(words):
        yield "it asks for somebody"
    own = (name for name in found if not evidence_words.SHARED.search(name.rstrip(" :")))
    for name in own:
        yield f"a heading of it is “{name}”"
    for pattern in (named_words.WHOM, named_words.WHOM_IN_CAPITALS, named_words.PLACE):
        if match := pattern.search(body):
            yield f"a heading of it is “{match['name'].strip(' *_:#')}”"
    for match in named_words.ROLE.finditer(body):
        name = match["name"].strip()
        if " " in name and name not in titles[:1] and tells.names_role(name):
            yield f"a heading names a role, “{name}”"
    if match := named_words.LEAD.search(body):
        yield f"a line of it is “{match[0].strip()}”"
    if named_words.SENDS.search(words):
        yield "it says how to apply"
    if evidence.terms(words) > 1:
        yield "it names terms of work"
