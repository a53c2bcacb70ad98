"""A posting that no sign tells alone: what its name, title, headings, labels and prose say of a
job, counted together. Much of it stands on other pages too; all of it on postings alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.tools import cache
from jdlint.posting import foreign_signs, signs, tells

# of 85 postings that were read 50 weigh as much; of 2,250 other pages none does, and four weigh 5
_ENOUGH = 6
_ENOUGH_IN_OTHERS = 5
_KINDS = 3  # of evidence, so that no two that go together on other pages are enough
_MOST_OF_HEADINGS, _MOST_OF_LABELS, _MOST_OF_TERMS = 3, 3, 2
_LONGEST = 20_000  # characters: the longest of 43 such postings has 12,300
# a page without any of these asks for nobody
_NEEDLES = (
    "looking for", "looking to", "look for", "seek", "hiring", "hire", "recruit", "searching for",
    "position", "invite", "candidate", "applicant", "opening", "vacanc",
)  # fmt: skip
_FOREIGN_NEEDLES = ("such", "bewerb", "cherch", "recrut", "postul", "candidat", "m/w/d", "h/f")
_MARKS = str.maketrans({"’": "'", "*": "", "`": "", "\n": " ", "\r": "", "_": " "})
_LINK = late(r"!?\[([^\[\]\n]{0,120})\]\([^()\n]{0,300}\)|<[a-z/][^<>]{0,300}>")
# somebody is asked for; the role follows
_SEEKS = late(
    r"\b(?:(?:is|are|am|'re|'m) (?:[a-z]+ ){0,2}(?:looking|searching) for"
    r"|(?:is|are|am|'re|'m) (?:[a-z]+ ){0,2}(?:hiring|seeking|recruiting|looking to (?:hire|add))"
    r"|seeks? (?:to (?:hire|recruit|appoint|fill)|an?\b|(?:[a-z-]+ ){1,4}to join)"
    r"|we (?:[a-z]+ ){0,2}(?:want|need|like|hope|plan|intend|wish) to (?:hire|recruit|appoint|fill)"
    r"|we (?:need|require) an?\b|looking for an?\b|in search of"
    r"|(?:has|have|offers?|offering|fill(?:ing)?) (?:[a-z0-9-]+ ){0,4}"
    r"(?:open(?:ing)?s?|vacant|vacanc(?:y|ies)|positions?)"
    r"|(?:positions?|openings?|vacanc(?:y|ies)) for|invites? applications (?:for|from)"
    r"|now hiring)\b"
)
_IS_OPEN = late(
    r"\b(?:post-?doc[a-z]*|ph\.?d|research[a-z]*|engineer|developer|student|internship|job|faculty)"
    r" positions? (?:is|are) (?:[a-z]+ )?(?:open|opening|available|vacant)\b"
)
_UP_TO_ROLE = late(r"[^.!?;:|]{0,90}")
_RANK = late(r"\b(?:head|director|vp) of\b")
_WORD = late(r"[a-z][a-z-]*")
# words before “are looking for” that say it of others
_OTHERS = frozenset(
    "you who that which they people companies employers recruiters users clients others teams"
    " customers managers developers and if organizations startups not those".split()
)
# who is asked for besides the roles that all know
_SOUGHT = frozenset(
    "student assistant fellow scholar someone programmer apprentice trainee editor writer artist"
    " tester lecturer professor teacher nurse driver cook mechanic technologist marketer"
    " copywriter candidate applicant individual graduate undergraduate master hacker talent member"
    " staff salesperson postdoctoral post-doctoral post-doc freelancer team-mate teammate"
    " colleague evangelist sysadmin devops scientist manager associate".split()
)
# how one applies
_APPLIES = late(
    r"\b(?:send|e-?mail|submit|forward|share|attach|provide|includ(?:e|ing)|drop|with|write)"
    r" [^.!?;]{0,90}?\b(?:cvs?|c\.v\.|r[eé]sum[eé]s?|curriculum vitae|cover letters?|motivation"
    r" letter|(?:your|an) application|letters? of application|portfolio)\b"
    r"|\b(?:interested|qualified|prospective|eligible|outstanding|motivated) (?:[a-z]+ ){0,2}"
    r"(?:applicants?|candidates?|students?|postdocs?|individuals|persons|researchers) (?:should"
    r"|must|may|can|are|will|who|please)\b"
    r"|\b(?:to apply(?:[,:]| (?:please|by|via|send|see|here|for (?:this|the|our)))"
    r"|encouraged to apply|for more information and to apply|when you apply|how to apply"
    r"|apply to join)\b"
    r"|\b(?:application deadline|deadline for applications?|applications? (?:should|must|will be"
    r"|are (?:invited|welcome|accepted|due|reviewed)))\b"
)
# somebody is spoken of who may get it
_CANDIDATE = late(
    r"\b(?:(?:ideal|successful|perfect|suitable|preferred|strong|the|selected) (?:candidates?"
    r"|applicants?|hire|intern|appointee)|(?:candidates?|applicants?) (?:should|must|will|would"
    r"|with|are|who|can)|(?:in|for) this (?:role|position|job)"
    r"|as (?:an?|our) [a-z /-]{3,50},? you will"
    r"|join (?:our|us|the|my) (?:[a-z]+ ){0,3}(?:team|group|lab|as)"
    r"|(?:the|this) position (?:is|will|offers|requires)|in any role|your application"
    r"|we expect you to)\b"
)
_OPEN = late(
    r"^[> \t]{0,8}#{1,6}[^\n]{0,40}\b(?:(?:open|available|vacant) (?:position|role|job)s?"
    r"|(?:job )?(?:openings|vacanc(?:y|ies)))\b",
    re.MULTILINE | re.IGNORECASE,
)
# the terms of work, each kind once
_TERMS = tuple(
    map(
        late,
        (
            r"\b(?:salary|stipend|remuneration|hourly rate|per annum|wage|pay range|paid position"
            r"|pay (?:group|scales?|grade))\b",
            r"\b(?:full|part)[- ]time\b",
            r"\b(?:fixed[- ]term|permanent (?:position|contract)|start(?:ing)? date"
            r"|relocation|visa|initial appointment|contract (?:length|type)|fully funded"
            r"|year appointment|probation)\b",
            r"\b(?:\d+\+?|two|three|four|five) (?:or more )?years?(?:'|s')? (?:of )?"
            r"(?:[a-z]+ ){0,3}experience\b",
        ),
    )
)
# labels of what a posting tells in a line
_LABEL = late(
    r"^[ \t>*+#|•-]{0,12}(?:\*\*|__|<b>|<strong>)?[ \t]*"
    r"(?P<name>(?:job |work )?location|(?:monthly |annual )?salary(?: range)?|compensation|stipend"
    r"|(?:application )?(?:deadline|closing date)|start(?:ing)? date|(?:contract|employment|job)"
    r"(?: (?:type|length|duration|title))|working hours|reports? to|experience|education"
    r"|(?:job |key |main )?(?:responsibilit(?:y|ies)|requirements?|duties|roles?)|qualifications?"
    r"|position|vacancy|benefits|perks|ideal candidate|how to apply|skills|nice to have|we offer"
    r"|what we offer|must have|contact)(?:\*\*|__|</b>|</strong>)?[ \t]*[:：]",
    re.MULTILINE | re.IGNORECASE,
)
# whole lines that are names of sections without any mark
_PLAIN_HEADING = late(rf"^(?:{signs.NAMES})[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
# headings that others have too, software and handbooks: each counts half
_SHARED = late(
    r"(?:requirements?|qualifications?|skills|tasks|benefits|missions?|functions|profile?)\Z",
    re.IGNORECASE,
)
_WEAK_HEADING = late(
    r"^[> \t]{0,8}(?:#{1,6}[ \t]*|\*\*|__|<h[1-6]>|<b>)[^\w\n]{0,6}(?:the |your |our |key )?"
    r"(?P<name>benefits|perks|responsibilities|requirements?|qualifications?|skills|duties"
    r"|compensation|about us|who we are|profile|candidates?|contact|application|start date)\b"
    r"[^\n]{0,100}$",
    re.MULTILINE | re.IGNORECASE,
)
_TITLE = late(
    r"(?:positions?|opportunit(?:y|ies)|openings?|vacanc(?:y|ies)|internships?|fellowships?"
    r"|studentships?|recruit(?:ing|ment)|hiring|join (?:us|our|my|the)|jobs?\b|careers?\b"
    r"|work with us|wanted\b|job (?:offer|ad)|apprenticeship|traineeship)",
    re.IGNORECASE,
)
_CALLS = late(r"(?:we(?:'|’)?(?:re| are) |now )?(?:hiring|recruiting)\b", re.IGNORECASE)
_NAME = late(
    r"(?:\A|[/_. -])(?:jobs?|vacanc(?:y|ies)|hiring|jd|careers?|positions?|openings?|recruit\w*"
    r"|opportunit(?:y|ies)|intern(?:s|ships?)?|post-?docs?|phds?|join(?:[-_]us)?|join[-_]\w+"
    r"|work[-_]with[-_]us)(?=[/_. -])",
    re.IGNORECASE,
)
# what speaks of those who offer themselves, give advice, or ask for help without pay
_OF_OTHERS = late(
    r"\b(?:hire me|my (?:cv|r[eé]sum[eé]|portfolio)|about me|i(?:'m| am) (?:available|open to"
    r"|currently looking)|job (?:seekers?|search(?:es|ing)?|hunt(?:ers?|ing)?)|mock interviews?"
    r"|interview questions?|interviewers?|(?:new|our|all|other) contributors|first contribution"
    r"|volunteer (?:role|position|opportunit)\w*|(?:[a-z]+ )?(?:for|more|new) volunteers"
    r"|volunteers (?:to|who|for)|(?:pull requests|contributions) (?:are )?welcome|bount(?:y|ies)"
    r"|hackathons?|(?:resume|cv) (?:builder|parser|screening|generator|template)|google summer of"
    r" code|gsoc|mentees?|system prompt|you are an ai|llm agents?|npm install|pip install"
    r"|docker (?:run|compose)|git clone|cron ?jobs?|lorem ipsum|course (?:syllabus|credits?))\b"
)


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
    english = any(needle in low for needle in _NEEDLES)
    both = low + text[:end].lower()
    foreign = any(needle in both for needle in _FOREIGN_NEEDLES)
    if not (english or foreign) or _of_others(path, text, end, low):
        return ""
    words = " ".join(_LINK.sub(r"\1", low).translate(_MARKS).split())
    told = _in_english(path, text, end, found, body, words) if english else ""
    return told or (_in_others(text, end, found, words) if foreign else "")


def _in_english(path: str, text: str, end: int, found: list[str], body: str, words: str) -> str:
    """The reason that an English page gives, or nothing."""
    kinds = [
        Weighed(2 * _asks(words), "it asks for somebody"),
        Weighed(2 * _says_how(words), "it says how to apply"),
        Weighed(int(_CANDIDATE.search(words) is not None), "it speaks of a candidate"),
        Weighed(_terms(words), "it names terms of work"),
        _of_title(path, text, end),
        _of_headings(text, end, found),
        _of_labels(body),
        Weighed(2 * (_OPEN.search(body) is not None), "a heading of it names open positions"),
    ]
    said = [kind for kind in kinds if kind.weight > 0]
    sure = kinds[0].weight or kinds[1].weight or kinds[6].weight == _MOST_OF_LABELS
    if not sure or len(said) < _KINDS or sum(kind.weight for kind in kinds) < _ENOUGH:
        return ""
    return _joined(kind.says for kind in said)


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
    return _joined(kind.says for kind in said)


def _joined(clauses: Iterable[str]) -> str:
    *first, last = clauses
    return ", ".join(first) + f", and {last}"


def _of_others(path: str, text: str, end: int, low: str) -> bool:
    """Whether a page tells how one hires or gets hired, leads to others, or is of a person."""
    if signs.HANDBOOK.search(path) or signs.LOOP.search(text, end):
        return True
    if end and signs.PERSON.search(text, 0, end):
        return True
    if "```" in low or _OF_OTHERS.search(low):
        return True
    return len(list(_some(signs.HOW_ONE_HIRES.finditer(low), 2))) > 1


def _some(rows: Iterator[re.Match[str]], most: int) -> Iterator[re.Match[str]]:
    return (row for row, _ in zip(rows, range(most), strict=False))


def _asks(words: str) -> bool:
    """Whether a text asks for somebody in a role, in the voice of whoever has it to give."""
    if _IS_OPEN.search(words):
        return True
    for match in _SEEKS.finditer(words):
        before = words[max(match.start() - 24, 0) : match.start()].split()
        if before and before[-1] in _OTHERS:
            continue
        rest = _UP_TO_ROLE.match(words, match.end())
        if rest and _RANK.search(rest[0]):
            return True
        if rest and not _roles().isdisjoint(_WORD.findall(rest[0])):
            return True
    return False


def _says_how(words: str) -> bool:
    return tells.says_how(words) or _APPLIES.search(words) is not None


@cache
def _roles() -> frozenset[str]:
    heads = (tells.role_words() | _SOUGHT) - {"lead", "head", "chief", "planner", "controller"}
    return heads | {f"{head}s" for head in heads}


def _terms(words: str) -> int:
    return min(sum(term.search(words) is not None for term in _TERMS), _MOST_OF_TERMS)


def _of_title(path: str, text: str, end: int) -> Weighed:
    """What the title says, and the name of the file."""
    named = int(_NAME.search(path) is not None)
    for title in tells.titles(text, end):
        if _CALLS.match(title) or (not signs.HEADLINE.match(title) and _calls(title)):
            return Weighed(2 + named, f"its title is “{title}”")
        if signs.HEADLINE.match(title):
            return Weighed(named - 2, "its name is that of a posting")
    return Weighed(named, "its name is that of a posting")


def _calls(title: str) -> bool:
    """Whether a title speaks of a position, or names a role."""
    return _TITLE.search(title) is not None or any(map(tells.names_role, title.split("/")))


def _of_headings(text: str, end: int, found: list[str]) -> Weighed:
    """What the headings say, those without a mark too."""
    names = {name.lower(): name for name in (*found, *tells.headings(text, end))}
    plain = (match[0].strip() for match in _PLAIN_HEADING.finditer(text, end))
    names.update((name.lower(), name) for name in plain)
    weak = {match["name"].lower(): match["name"] for match in _WEAK_HEADING.finditer(text, end)}
    names = {**weak, **names}
    weights = sum(1 if name in weak or _SHARED.search(name) else 2 for name in names)
    first = next(iter(names.values()), "")
    return Weighed(min(weights, _MOST_OF_HEADINGS), f"a heading of it is “{first}”")


def _of_labels(body: str) -> Weighed:
    names = {match["name"].lower() for match in _LABEL.finditer(body)}
    return Weighed(min(len(names), _MOST_OF_LABELS), "its labels are those of a posting")
