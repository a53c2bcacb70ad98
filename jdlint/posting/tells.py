"""What tells a posting whose headings have names of their own: a role as the title, and words that
ask for somebody, say how to apply, or head what one brings and gets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.core.tools import cache
from jdlint.posting import signs

_MOST = 40_000  # characters that are read for tells
_WORDS = 6  # of a role's name
_PLAIN = str.maketrans({"’": "'", "…": " ", "*": " ", "_": " ", "#": " "})
_ASIDE = late(r"[(\[{|–—,:@].*| - .*| (?:at|in|for|of|with|to) .*")
_LINK = late(r"\[([^\[\]\n]{1,120})\]\([^()\n]{0,300}\)")
_BRACKET = late(r" ?\([^()\n]{0,60}\)$")
# what stands before the role in a title that calls for somebody
_CALL = late(
    r"(?:(?:we(?:'|’)re |we are |now |help )?(?:looking for|seeking|searching for|hiring|wanted)"
    r"|(?:job|vacancy|opening|position)(?: (?:posting|offer|opening|ad|advert|announcement))?"
    r"(?= ?[:–—-])|(?:(?:job|career) )?opportunity for"
    r"|opening for)[:!]? ?[:–—-]? ?(?:an? |our (?:next )?|two |three )?",
    re.IGNORECASE,
)
_SORT = late(r" (?:role|position|vacancy|job)\Z")
# a key of front matter that says how one applies, and the address of a page among jobs
_APPLY_KEY = late(
    r"^[\"']?appl(?:y|ication)(?:[_-]?(?:url|link|form|email))?[\"']?[ \t]*[:=]"
    r"[ \t]*[\"']?(?:https?:|mailto:|[\w.+-]{1,40}@)",
    re.MULTILINE | re.IGNORECASE,
)
_AMONG_JOBS = late(
    r"^[\"']?(?:permalink|url|slug|source|canonical\w*)[\"']?[ \t]*[:=][ \t]*[\"']?"
    r"[\w.:/-]{0,100}/(?:jobs?|careers?|vacanc(?:y|ies)|positions?|openings?)/[a-z][\w-]{2,}",
    re.MULTILINE | re.IGNORECASE,
)
_LEVEL = late(r" (?:[ivx]{1,3}|[1-5])\Z")
_FILE = late(r"(?:\A|/)(?:\d{4}-\d\d-\d\d-)?([a-z]+(?:[-_][a-z]+){1,5})\.[^/]*\Z", re.IGNORECASE)
_SEEKS = late(
    r"\b(?:(?:we(?:'|’)?(?:re| are)|is|are)(?: (?:currently|always|actively|now))?"
    rf" (?:(?:looking|searching) for (?!{signs.NOBODY})|seeking an?\b|hiring\b|recruiting\b"
    r"|looking to (?:hire|recruit))|an? vacancy (?:for|has)\b"
    r"|we (?:want|need) to hire|we want you (?:on|in|to)"
    r"|join (?:our|us|the) (?:team|as)\b)",
    re.IGNORECASE,
)
# who is asked for, or spoken to
_ASKS_FOR = late(
    r"\b(?:(?:(?:is|are|(?:'|’)re) (?:currently |now |actively )?"
    r"(?:(?:looking|searching) for|seeking|hiring|recruiting)|seeks|we need)"
    r" (?:(?:an?|our next|another) )?[^.!?;:]{1,90}"
    r"|as (?:an?|the|our) [^.!?;:,]{1,60},? you(?:(?:'|’)ll| will)\b)",
    re.IGNORECASE,
)
_APPLIES = late(
    r"\b(?:apply (?:now|here|today|online|via|through|at\b|on our|by (?:e-?mail|sending|writing))"
    r"|apply to (?:\[?[\w.+-]{2,40}@|th(?:is|e) (?:job|role|position|fellowship|studentship)|join)"
    r"|please apply (?:[a-z]+ )?(?:by|with|via)\b"
    r"|apply \[|apply for one of (?:our|the|these) (?:[a-z]+ ){0,2}(?:jobs|positions|roles)"
    r"|(?:how|want|ready|like|wish|decide) to apply|consider applying"
    r"|(?:jobs|careers?|hiring|hr|recruit(?:ing|ment)?|talent)@"
    r"|(?:send|e-?mail|submit|share|forward)(?: (?:us|me|in))?(?: (?:your|an?|the))?(?: updated)?"
    r" (?:cv|r[eé]sum[eé]|application|cover letter))\b",
    re.IGNORECASE,
)
# a heading with marks, a line in bold or underlined, and a line before a list
_LINE = late(
    r"^[> \t]{0,8}(?:#{1,6}[ \t]*(?P<marked>\S[^\n]{1,90})"
    r"|(?P<bold>(?:\*\*|__)[^\n*_]{2,90}(?:\*\*|__)[ \t:]*\r?$)"
    r"|(?P<lead>\w[^\n]{2,89}:)[ \t]*\r?\n(?:[ \t]*\r?\n)?[ \t]{0,3}(?:[-*+•]|\d{1,2}[.)])[ \t]"
    r"|(?P<under>\w[^\n]{1,89})\r?\n(?:={3,}|-{3,})[ \t]*\r?$)",
    re.MULTILINE,
)
# such headings of a posting speak to somebody, or of somebody
_SPEAKS = late(
    r"(?:we|our|what we|what do we)(?: can)? offer(?:ing)?(?: you)?"
    r"|you(?:'ll| will)? get(?: .{2,30})?"
    r"|(?:what )?you(?:'ll| will)? bring(?: .{2,30})?|you (?:will|shall|should|must|have|are)"
    r"|(?:about|is this|are|could this be) you|who you are|this is you|your (?:profile|background)"
    r"|what you(?: get to do| can expect)(?: .{2,20})?"
    r"|what you(?:'ll| will) (?:do|learn|need|work on)(?: .{2,30})?"
    r"|(?:what |who )?(?:we(?:'re| are)|are we) (?:looking|searching) for(?: .{2,60})?"
    r"|what we(?: look for| need| expect|'d love to see)(?: .{2,20})?|we expect(?: .{2,20})?"
    r"|(?:roles|people) we(?:'re| are) (?:hiring|looking) for"
    r"|(?:extra |also )?(?:nice|good)[ -]to[ -]ha(?:ve|d)(?:'?s)?"
    r"|(?:extra|bonus|brownie) (?:stars|points)(?: .{2,30})?"
    r"|(?:want|ready|interested|how) (?:to apply|in applying)|apply(?: now| here)?"
    r"|as an? .{3,60} you(?:'ll| will| have| are| should| can)(?: .{2,20})?",
    re.IGNORECASE,
)
_AS_A = late(r"as an? (.{3,60}?),? you\b")


def told(path: str, text: str, end: int) -> str:
    """Why a page is a posting by its tells, as a clause; nothing where they do not tell it. ``end``
    is where its front matter ends."""
    role, named = _role(path, text, end)
    if not role or signs.PERSON.search(text, 0, end):
        return ""
    words = text[end:_MOST].replace("\n", " ")
    own = _seeks_own(role, words)
    seeks = own or _SEEKS.search(words) is not None
    applies = says_how(words) or (end > 0 and _APPLY_KEY.search(text, 0, end) is not None)
    lies = end > 0 and (signs.is_filed(text, end) or _AMONG_JOBS.search(text, 0, end) is not None)
    heads = {row.lower(): row for row in headings(text, end)}
    tells = seeks + applies + lies + len(heads)
    if named:
        enough = own or (tells > 1 and (seeks or applies or _of_role(role, heads)))
    else:
        enough = tells > 2 and seeks and (applies or lies) and bool(heads)
    if not enough:
        return ""
    said = ["it asks for somebody"] * seeks + ["it says how to apply"] * applies
    said += ["its address or category is one of jobs"] * lies
    said += [f"a heading of it is “{head}”" for head in list(heads.values())[:1]]
    what = f"its {'title' if named else 'name'} names a role, “{role}”"
    return in_a_row((what, *said))


def in_a_row(clauses: Sequence[str]) -> str:
    """Two clauses or more as one sentence has them."""
    return ", ".join(clauses[:-1]) + f", and {clauses[-1]}"


def says_how(words: str) -> bool:
    """Whether a text, its lines joined, says how to apply."""
    return _APPLIES.search(words) is not None


def _role(path: str, text: str, end: int) -> tuple[str, bool]:
    """The role that a page is about, and whether its title says so (else the file's name does)."""
    for title in titles(text, end):
        call = _CALL.match(title)
        title = title[call.end() :] if call else title
        if signs.HEADLINE.match(title):
            continue
        for part in title.split("/"):
            if names_role(part) or (call and names_role(part.rstrip("s "))):
                return part.strip(), True
    found = _FILE.search(path)
    name = found[1].replace("-", " ").replace("_", " ") if found else ""
    return (name, False) if names_role(name) and not signs.HEADLINE.match(name) else ("", False)


def titles(text: str, end: int) -> Iterator[str]:
    """The titles of a page: that of its front matter, and the heading that it starts with."""
    match = signs.META_TITLE.search(text, 0, end) if end else None
    if match:
        yield match[1].strip()
    body = text[end : end + 1_500].lstrip("-+}\n\r \t")
    first = signs.TITLE.search(body)
    if first:
        row = first[first.lastgroup or 0]
        yield _LINK.sub(r"\1", row).strip(" #*\r")


def names_role(text: str) -> bool:
    """Whether a few words end in one that a role is named by."""
    name = _SORT.sub("", _ASIDE.sub("", text.strip().lower()).strip(" *_#"))
    words = _LEVEL.sub("", name).split()
    return 0 < len(words) <= _WORDS and words[-1] in _last_words()


def role_words() -> frozenset[str]:
    """The words that end the name of a role."""
    from jdlint.lang.lists import word_list

    return word_list("role-heads") | signs.IN_LABS


@cache
def _last_words() -> frozenset[str]:
    heads = (role_words() | _ROLES_TOO) - _NO_ROLE
    return heads | {f"{head}s" for head in heads - signs.IN_LABS}


# named by titles of postings more than by anything else
_ROLES_TOO = frozenset(
    "assistant associate fellow programmer editor writer tutor lecturer instructor".split()
)
# what things are called, too
_NO_ROLE = frozenset("lead head chief controller officer vp buyer counsel".split())


def _seeks_own(role: str, words: str) -> bool:
    """Whether a text asks for somebody in the very role that its title names, or speaks to them."""
    own = _ASIDE.sub("", role.strip().lower()).strip(" *_#")
    own = own.replace("sr. ", "senior ").replace("jr. ", "junior ")
    asked = (match[0].lower() for match in _ASKS_FOR.finditer(words))
    return any(own in said and f"{own}s" not in said for said in asked)  # not “for engineers”


def headings(text: str, end: int) -> Iterator[str]:
    """The headings of a text that only postings have, as they are written."""
    for match in _LINE.finditer(text, end, _MOST):
        row = match[match.lastgroup or 0].translate(_PLAIN)
        row = " ".join(row.split()).strip(" .:?!-=")
        while row and not row[0].isalnum():
            row = row[1:]
        row = _BRACKET.sub("", row).rstrip(" .:?!")
        if _SPEAKS.fullmatch(row):
            yield row


def _of_role(role: str, heads: Iterable[str]) -> bool:
    """Whether the headings speak of the role itself, or are so many that no other page has them."""
    heads = list(heads)
    own = [head for head in heads if (found := _AS_A.match(head)) and found[1] in role.lower()]
    return len(own) > 1 or len(heads) > 2
