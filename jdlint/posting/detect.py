"""Whether a file is a job page: by where it lies, what it is called, and what it says."""

from __future__ import annotations

from functools import cache, lru_cache

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late

# files about a repository, templates and charts, whatever folder they lie in
_NO_JOB_NAME = late(
    r"(?:^|/)(?:readme|changelog|contributing|license|code[-_]of[-_]conduct|security|_[^/]*"
    r"|template[^/]*|[^/]*[-_ ](?:template|boilerplate)|org(?:ani[sz]ation)?[-_ ]?chart[^/]*)"
    r"\.[^/]*\Z",
    re.IGNORECASE,
)
# pages that lie beside postings: only their text can say that they are one
_BESIDE = late(
    r"(?:^|/)(?:faqs?|(?:perks|benefits)(?:-and-\w+)?|culture|values|about|overview|home|search|lis"
    r"t"
    r"|apply|thank[-_]?you|thanks|privacy|contact|team|diversity"
    r"|(?:hiring|interview|interviewing|application|recruitment|selection)(?:[-_]\w+)?"
    r"|how[-_](?:we[-_]hire|to[-_]apply)|(?:all[-_]|open[-_])?(?:jobs|careers|vacancies|openings"
    r"|positions|roles))\.[^/]*\Z",
    re.IGNORECASE,
)
_LIST_LAYOUT = late(
    r"^[\"']?(?:layout|type|template)[\"']?[ \t]*[:=][ \t]*[\"']?[\w/-]{0,60}"
    r"(?:list|listing|index|archive|board|overview|landing)[\"']?,?[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_JOB_LAYOUT = late(
    r"^[\"']?(?:layout|type|kind|template|collection)[\"']?[ \t]*[:=][ \t]*[\"']?"
    r"(?=[\w/-]*?(?:job|career|vacanc|opening|position))[\w/.-]+[\"']?,?[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_NAMES = (
    r"(?:(?:key |main |your |core |minimum |basic |preferred |essential |job |role |primary )?"
    r"(?:responsibilities|requirements|qualifications|duties)"
    r"|(?:required|preferred|essential|desired|desirable) (?:skills|experience|criteria)"
    r"|(?:what|things) you(?:'|’)?(?:ll| will)? (?:do|be doing|bring|need)"
    r"|what you(?:'|’)?(?:ll| will)? (?:be working on|have|need to succeed)"
    r"|what we(?:'|’)?(?:re| are) looking for|who we(?:'|’)?(?:re| are) looking for|who you are"
    r"|what we expect(?: (?:from|of) you)?|you(?:'|’)?(?:ll| will)? (?:have|bring|be)|you will"
    r"|about (?:the|this) (?:role|job|position)|(?:the|your) (?:role|duties|tasks)|main duties"
    r"|skills(?: (?:and|&) (?:experience|qualifications))?(?: you need| people must have)?"
    r"|(?:candidate|essential|desirable|desired) (?:requirements|qualifications)"
    r"|(?:selection|application) process|process to apply|to apply|job[- ]specific perks?"
    r"|(?:job|role|position) (?:description|summary|purpose)"
    r"|person specification|nice[ -]to[ -]haves?|(?:the )?(?:hiring|interview) process"
    r"|(?:how to apply|applying)|what we offer|your (?:profile|tasks)"
    r"|(?:salary|compensation|remuneration)(?: (?:and|&) [a-z ]{1,30})?)"
)
# a heading of any style: with marks, quoted, in HTML, underlined, or a line in bold
_JOB_HEADING = late(
    rf"^(?:>[ ]?){{0,3}}(?:#{{1,6}}[ \t]*|<h[1-6]\b[^<>\n]{{0,200}}>|(?=\*\*|__))"
    rf"(?::[a-z0-9_+-]{{1,40}}:|[^\w\s<>#:]|[ \t]){{0,8}}(?P<name>{_NAMES})"
    rf"(?:[ \t:*_?!#]|</h[1-6]>|\{{[^{{}}\n]{{0,80}}\}}){{0,12}}\r?$"
    rf"|^(?P<under>{_NAMES})[ \t:]*\r?\n(?:={{3,}}|-{{3,}})[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
# keys that only a posting has
_JOB_KEY = late(
    r"^[ \t]*[\"']?(?P<key>(?:base[_-]?)?salary\w*|closing[_-]?date|employment[_-]?type"
    r"|(?:\w+_)?job[_-]?type|apply[_-]?(?:url|link|by|email)"
    r"|application[_-]?(?:url|link|deadline|email)|date[_-]?posted|valid[_-]?through"
    r"|hiring[_-]?organi[sz]ation|job[_-]?location|pay[_-]?(?:range|min|max))[\"']?[ \t]*[:=]",
    re.MULTILINE | re.IGNORECASE,
)
# keys that other pages (events, projects) have too: two of them stand for one of the others
_WEAK_KEY = late(
    r"^[ \t]*[\"']?(?P<key>organi[sz]ation|company|employer|locations?|department|remote|seniority"
    r"|experience|hours|contract|workplace|compensation)[\"']?[ \t]*[:=]",
    re.MULTILINE | re.IGNORECASE,
)
# folders of jobs, or of permissions, servers and guests: one heading more decides
_WEAK_FOLDER = late(
    r"(?:^|/)_?(?:roles?|hiring|recruit(?:ing|ment)|join(?:[-_]us)?|work[-_]with[-_]us"
    r"|opportunit(?:y|ies))/",
    re.IGNORECASE,
)
_LINK_LINE = late(
    r"(?:[-*+|>]|\d{1,3}[.)])?[ \t]*(?:\*\*|__)?\[[^\[\]\n]{1,120}\]"
    r"\((?!https?:|mailto:|tel:|#)[^()\n]{1,200}\).{0,80}"
)
_LOOP = late(
    r"\{%-?[ \t]*for[ \t]+\w+[ \t]+in[ \t]+(?:site|collections|paginator|jobs|careers|positions)\b"
    r"|\{\{-?[ \t]*range\b|\{\{[<%][ \t]*(?:list|jobs|careers|positions)\b"
    r"|<(?:Job|Career|Position|Vacancy)s?List\b"
)
_WORD = late(r"[a-z]+")
_LONGEST_TITLE = 9  # words of a title; a longer one is a headline
_MOST_LINES = 200  # of a page that is a list of others
_OTHER_WORDS = 60  # that introduce such a list


# what a file with one posting in it is called: “jd-analyst.md”, “job_description.md”
_ONE_JOB = late(
    r"(?:^|[-_ ])(?:jd|job[-_ ]?(?:description|ad|advert|posting|spec))[-_ .]", re.IGNORECASE
)
# a title that names a role, with a text that asks for somebody
_TITLE = late(r"\A(?:#{1,2}[ \t]+(?P<marked>[^\n]{3,90})|(?P<plain>[^\n#]{3,90})\n=+[ \t]*\r?\n)")
_SEEKS = late(
    r"\b(?:(?:we(?:'|’)?(?:re| are)|is|are)(?: currently)?"
    r" (?:looking for|seeking|hiring|recruiting)"
    r"|join (?:our|us|the) (?:team|as)|as an? [\w -]{3,40}, you(?:'|’)?(?:ll| will)\b"
    r"|if you(?:'|’)?(?:re| are) an? [\w/ -]{3,40}(?:developer|engineer|designer|manager)\b)",
    re.IGNORECASE,
)
_ASKS = late(
    r"\b(?:jobs|careers|hiring|hr|recruitment|work)@|\b(?:cv|r[eé]sum[eé]|cover letter|apply)\b",
    re.IGNORECASE,
)


class Verdict(NamedTuple):
    """Whether a file is a job page, and the reason, as a clause that goes with “because”."""

    job: bool
    why: str


def job_folder(path: str) -> bool:
    """Whether a path (relative, forward slashes) lies where job pages usually lie."""
    return _by_path(path).job


def job_text(path: str, text: str) -> bool:
    """Whether a text says that it is a job page: by its layout, by keys that only postings have,
    else by two of the headings that job pages have (one in a folder of roles)."""
    return _by_text(path, text).job


def list_page(path: str, text: str) -> bool:
    """Whether a page in a folder of jobs does nothing but lead to them."""
    return _list_of_jobs(path, text) != ""


def judged(path: str, text: str, above: str = "") -> Verdict:
    """The verdict on a file that no configuration speaks of; ``above`` stands before its path."""
    by_path = _by_path(above + path)
    if by_path.job:
        listed = _list_of_jobs(path, text)
        return Verdict(False, listed) if listed else by_path
    by_text = _by_text(path, text)
    return by_text if by_text.job or not by_path.why else Verdict(False, by_path.why)


def _by_path(path: str) -> Verdict:
    folder, slash, name = path.rpartition("/")
    lies = _lies_well(folder + slash)
    if _NO_JOB_NAME.search(path):
        return Verdict(False, f"“{name}” is the name of a file about others")
    if not lies:
        return Verdict(False, "")
    if _is_index(path):
        return Verdict(False, f"“{name}” is the list of the pages beside it")
    if _BESIDE.search(path):
        return Verdict(False, f"“{name}” is the name of a page beside postings")
    return Verdict(True, f"it lies in “{lies}”")


@lru_cache(maxsize=1024)
def _lies_well(folder: str) -> str:
    """The folder of job pages that a folder lies in, or nothing."""
    found = re.search(rf"(?:^|/)(_?(?:{_folders()})/)", folder, re.IGNORECASE)
    return found[1] if found else ""


def _is_index(path: str) -> bool:
    """Whether a page is the list of the jobs that lie beside it."""
    name = path.rpartition("/")[2].lower()
    if not name.startswith(("index.", "_index.")):
        return False
    return re.search(rf"(?:^|/)_?(?:{_folders()})/[^/]*\Z", path, re.IGNORECASE) is not None


@cache
def _folders() -> str:
    """A pattern of the folders that job pages lie in, in the singular and the plural."""
    from jdlint.lang.lists import entries  # a run that names its pages needs no list

    names = [str(name).replace(" ", "[-_]?") for name in entries("job-folders")]
    return "|".join(f"{n[:-1]}(?:y|ies)" if n.endswith("y") else f"{n}s?" for n in names)


def _by_text(path: str, text: str) -> Verdict:
    if _NO_JOB_NAME.search(path):
        return Verdict(False, "")
    end = _front_matter_end(text)
    layout = _JOB_LAYOUT.search(text, 0, end or 4_000)
    if layout and not _LIST_LAYOUT.search(text, 0, end or 4_000):
        return Verdict(True, f"its front matter says “{layout[0].strip()}”")
    keys = _keys(_JOB_KEY, text, end)
    if keys and 2 * len(keys) + len(_keys(_WEAK_KEY, text, end)) >= 4:
        return Verdict(True, f"its front matter has {_quoted(keys)}")
    named = _ONE_JOB.search(path.rpartition("/")[2]) is not None
    wanted = 1 if named or _WEAK_FOLDER.search(path) else 2
    found = _headings(text)
    shown = f"its headings name {_quoted(found)}" if found else "no heading names a section of one"
    if len(found) >= wanted:
        return Verdict(True, shown)
    if not end and (role := _sought(text)):
        return Verdict(True, f"its title names a role, “{role}”, and it asks for somebody")
    return Verdict(
        False,
        f"it lies in no folder of job pages, its front matter has no layout and no two keys of "
        f"one, and {shown}" + (f" alone, of which {wanted} would do" if found else ""),
    )


def _sought(text: str) -> str:
    """The role that the title of a plain text names, where the text asks for somebody to fill it;
    nothing where it does not."""
    match = _TITLE.match(text.lstrip()[:400])
    title = (match["marked"] or match["plain"]).strip() if match else ""
    words = _WORD.findall(title.lower())
    if not words or len(words) > _LONGEST_TITLE or not _role_words().intersection(words):
        return ""
    if not _SEEKS.search(text, 0, 20_000) or not _ASKS.search(text, 0, 200_000):
        return ""
    return title


@cache
def _role_words() -> frozenset[str]:
    from jdlint.lang.lists import entries

    return frozenset(map(str, entries("role-heads")))


def _keys(pattern: re.Pattern[str], text: str, end: int) -> list[str]:
    found = (match["key"] for match in pattern.finditer(text, 0, end)) if end else ()
    return list({key.lower(): key for key in found}.values())


def _headings(text: str) -> list[str]:
    rows = (m["name"] or m["under"] for m in _JOB_HEADING.finditer(text, 0, 200_000))
    return list({row.lower(): row for row in rows}.values())


def _quoted(names: list[str]) -> str:
    return " and ".join(f"“{name}”" for name in names[:2])


def _list_of_jobs(path: str, text: str) -> str:
    """Why a page is a list of others; nothing where it is none."""
    end = _front_matter_end(text)
    if _LIST_LAYOUT.search(text, 0, end):
        return "its layout is that of a list"
    if _JOB_HEADING.search(text, end, 200_000):
        return ""
    if _LOOP.search(text, end):
        return "it lists other pages"
    lines = [line.strip() for line in text[end:].split("\n", _MOST_LINES + 1)[1:]]
    lines = [line for line in lines if line and not line.startswith(("#", "---", "+++", "<!--"))]
    if not lines or len(lines) > _MOST_LINES:
        return ""
    others = [line for line in lines if not _LINK_LINE.fullmatch(line)]
    words = sum(len(line.split()) for line in others)
    return (
        "it does little but link other pages"
        if (len(others) <= 0.4 * len(lines) and words <= _OTHER_WORDS)
        else ""
    )


def _front_matter_end(text: str) -> int:
    """Where the front matter ends, as far as 20,000 characters; 0 where there is none."""
    fence = text[:3]
    if fence in ("---", "+++"):
        return max(text.find(f"\n{fence}", 3, 20_000), 0)
    return max(text.find("\n}", 1, 20_000), 0) if text.startswith("{") else 0
