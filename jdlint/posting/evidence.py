"""A posting that no sign tells alone: what its name, title, headings, labels and prose say of a
job, counted together. Much of it stands on other pages too; all of it on postings alone."""

from __future__ import annotations

from itertools import islice

from jdlint.core.light import NamedTuple
from jdlint.core.patterns.regex import late
from jdlint.core.tools import cache
from jdlint.posting import evidence_words as words_of
from jdlint.posting import foreign_signs, signs, tells

# of 91 postings that were read 56 weigh as much; of 2,260 other pages none does, and five weigh 5
_ENOUGH = 6
_ENOUGH_IN_OTHERS = 5
_KINDS = 3  # of evidence, so that no two that go together on other pages are enough
_MOST_OF_HEADINGS, _MOST_OF_LABELS, _MOST_OF_TERMS = 3, 3, 2
_LONGEST = 20_000  # characters: the longest of 43 such postings has 12,300
# a page without any of these asks for nobody
_NEEDLES = (
    "looking for", "looking to", "look for", "seek", "hiring", "hire", "recruit", "searching for",
    "position", "invite", "candidate", "applicant", "opening", "vacanc", "we need a",
    "this is a role",
)  # fmt: skip
_FOREIGN_NEEDLES = ("such", "bewerb", "cherch", "recrut", "postul", "candidat", "m/w/d", "h/f")
_MARKS = str.maketrans({"’": "'", "*": "", "`": "", "\n": " ", "\r": "", "_": " "})
_LINK = late(r"!?\[([^\[\]\n]{0,120})\]\([^()\n]{0,300}\)|<[a-z/][^<>]{0,300}>")


class Weighed(NamedTuple):
    """One kind of evidence: how much it weighs, and what it says, as a clause."""

    weight: int
    says: str


def weighed(path: str, text: str, end: int, found: list[str]) -> str:
    """Why a page is a posting by all that it says, as a clause; nothing where it is none. ``end``
    is where its front matter ends, ``found`` are its headings of a posting."""
    if len(text) - end > _LONGEST:
        return ""
    body = text[end:]
    low = body.lower()
    both = low + text[:end].lower()
    english = any(needle in low for needle in _NEEDLES)
    foreign = any(needle in both for needle in _FOREIGN_NEEDLES)
    if not (english or foreign) or of_others(path, text, end, both):
        return ""
    words = plain(low)
    told = _in_english(path, text, end, found, body, words) if english else ""
    return told or (_in_others(text, end, found, words) if foreign else "")


def _in_english(path: str, text: str, end: int, found: list[str], body: str, words: str) -> str:
    """The reason that an English page gives, or nothing."""
    sought, applies, labels = asks(words), _says_how(words), _of_labels(body)
    if not (sought or applies or labels.weight == _MOST_OF_LABELS):
        return ""
    opens = words_of.OPEN.search(body) or words_of.OPEN_LINE.search(text[:end])
    kinds = [
        Weighed(2 * sought, "it asks for somebody"),
        Weighed(2 * applies, "it says how to apply"),
        Weighed(int(words_of.CANDIDATE.search(words) is not None), "it speaks of a candidate"),
        Weighed(terms(words), "it names terms of work"),
        _of_title(path, text, end),
        _of_headings(text, end, found, asked=sought or applies),
        labels,
        Weighed(2 * (opens is not None), "a heading of it names open positions"),
    ]
    said = [kind for kind in kinds if kind.weight > 0]
    if len(said) < _KINDS or sum(kind.weight for kind in kinds) < _ENOUGH:
        return ""
    return tells.in_a_row([kind.says for kind in said])


def _in_others(text: str, end: int, found: list[str], words: str) -> str:
    """The reason that a page in another language gives, or nothing."""
    title = next(filter(foreign_signs.called, tells.titles(text, end)), "")
    marked = foreign_signs.marked(title)
    sought = title != "" and foreign_signs.seeks(title)
    kinds = [
        Weighed(2 * foreign_signs.seeks(words), "it asks for somebody"),
        Weighed(2 * foreign_signs.says_how(words), "it says how to apply"),
        Weighed(4 if marked else 3 if sought else 2 * (title != ""), f"its title is “{title}”"),
        Weighed(min(len(found), 2), f"a heading of it is “{''.join(found[:1]).strip()}”"),
        Weighed(int(end > 0 and foreign_signs.called(text[:end])), "its front matter says so"),
    ]
    said = [kind for kind in kinds if kind.weight > 0]
    sure = kinds[0].weight or kinds[1].weight or marked
    if not sure or sum(kind.weight for kind in kinds) < _ENOUGH_IN_OTHERS:
        return ""
    return tells.in_a_row([kind.says for kind in said])


def plain(text: str) -> str:
    """A text in small letters, on one line, its marks and the targets of its links left out."""
    return " ".join(_LINK.sub(r"\1", text.lower()).translate(_MARKS).split())


def of_others(path: str, text: str, end: int, low: str, *, most: int = 0) -> bool:
    """Whether a page tells how one hires or gets hired, leads to others, or is of a person;
    ``most`` phrases of such pages may stand in it."""
    if signs.HANDBOOK.search(path) or signs.LOOP.search(text, end):
        return True
    if end and signs.PERSON.search(text, 0, end):
        return True
    if "```" in low or len(list(islice(words_of.OF_OTHERS.finditer(low), most + 1))) > most:
        return True
    return len(list(islice(signs.HOW_ONE_HIRES.finditer(low), 2))) > 1


def asks(words: str) -> bool:
    """Whether a text asks for somebody in a role, in the voice of whoever has it to give."""
    if words_of.IS_OPEN.search(words):
        return True
    for match in words_of.SEEKS.finditer(words):
        before = words[max(match.start() - 24, 0) : match.start()].split()
        if before and before[-1] in words_of.OTHERS:
            continue
        rest = words_of.UP_TO_ROLE.match(words, match.end())
        said = match[0] + (rest[0] if rest else "")
        if words_of.RANK.search(said) or not _roles().isdisjoint(words_of.WORD.findall(said)):
            return True
    return False


def _says_how(words: str) -> bool:
    return tells.says_how(words) or words_of.APPLIES.search(words) is not None


@cache
def _roles() -> frozenset[str]:
    heads = (tells.role_words() | words_of.SOUGHT) - words_of.RANKS
    return heads | {f"{head}s" for head in heads}


def terms(words: str) -> int:
    return min(sum(term.search(words) is not None for term in words_of.TERMS), _MOST_OF_TERMS)


def _of_title(path: str, text: str, end: int) -> Weighed:
    """What the title says, and the name of the file."""
    named = int(words_of.NAME.search(path) is not None)
    for title in tells.titles(text, end):
        if words_of.CALLS.match(title) or (not signs.HEADLINE.match(title) and _calls(title)):
            return Weighed(2 + named, f"its title is “{title}”")
        if signs.HEADLINE.match(title):
            return Weighed(named - 2, "its name is that of a posting")
    line = text[end:].lstrip("-+}\n\r \t").partition("\n")[0].strip()
    if tells.names_role(line):
        return Weighed(2 + named, f"its first line is “{line}”")
    return Weighed(named, "its name is that of a posting")


def _calls(title: str) -> bool:
    """Whether a title speaks of a position, or names a role."""
    return words_of.TITLE.search(title) is not None or any(map(tells.names_role, title.split("/")))


def _of_headings(text: str, end: int, found: list[str], *, asked: bool) -> Weighed:
    """What the headings say, those without a mark too; a bare line with a colon is no more than a
    label where nobody is ``asked`` for."""
    names = {name.lower(): name for name in (*found, *tells.headings(text, end))}
    plain = (match[0].strip() for match in words_of.PLAIN_HEADING.finditer(text, end))
    names.update(
        (name.lower().rstrip(" :"), name) for name in plain if asked or not name.endswith(":")
    )
    weak = {
        match["name"].lower(): match["name"] for match in words_of.WEAK_HEADING.finditer(text, end)
    }
    names = {**weak, **names}
    weights = sum(1 if name in weak or words_of.SHARED.search(name) else 2 for name in names)
    first = next(iter(names.values()), "")
    return Weighed(min(weights, _MOST_OF_HEADINGS), f"a heading of it is “{first}”")


def _of_labels(body: str) -> Weighed:
    names = {match["name"].lower() for match in words_of.LABEL.finditer(body)}
    return Weighed(min(len(names), _MOST_OF_LABELS), "its labels are those of a posting")
