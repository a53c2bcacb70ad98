"""Whether a file is a job page: by where it lies, what it is called, and what it says."""

from __future__ import annotations

from functools import cache, lru_cache

from jdlint.core import regex as re
from jdlint.core.regex import late

_NO_JOB_NAME = late(
    r"(?:^|/)(?:readme|changelog|contributing|license|code_of_conduct|_[^/]*|template[^/]*)"
    r"\.[^/]*\Z",
    re.IGNORECASE,
)

_JOB_LAYOUT = late(
    r"^[\"']?(?:layout|type|kind|template|collection)[\"']?[ \t]*[:=][ \t]*[\"']?[\w/-]*"
    r"(?:job|career|vacanc|opening|position)[\w/.-]*[\"']?,?[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)

_JOB_HEADING = late(
    r"^#{1,4}[ \t]*(?:(?:key |main |your |core |minimum |basic |preferred )?"
    r"(?:responsibilities|requirements|qualifications|duties)"
    r"|what you(?:'|’)?(?:ll| will) (?:do|bring|need)|what we(?:'|’)?re looking for|who you are"
    r"|about (?:the|this) (?:role|job|position)"
    r"|nice[ -]to[ -]haves?|(?:the )?(?:hiring|interview) process|(?:how to apply|applying)"
    r"|(?:salary|compensation|remuneration)(?: (?:and|&) [a-z ]{1,30})?"
    r"|job description)[ \t:]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)

# keys that only a posting has; “location” or “title” alone are on any page
_JOB_KEY = late(
    r"^[\"']?(?P<key>(?:base[_-]?)?salary\w*|closing[_-]?date|employment[_-]?type|(?:\w+_)?job[_-]?type"
    r"|apply[_-]?(?:url|link|by|email)|application[_-]?(?:url|link|deadline|email)"
    r"|date[_-]?posted|valid[_-]?through|hiring[_-]?organi[sz]ation|job[_-]?location"
    r"|organi[sz]ation|pay[_-]?(?:range|min|max))[\"']?[ \t]*[:=]",
    re.MULTILINE | re.IGNORECASE,
)
_WEAK_FOLDER = late(r"(?:^|/)_?roles?/", re.IGNORECASE)  # of jobs, or of permissions and servers


def job_folder(path: str) -> bool:
    """Whether a path (relative, forward slashes) lies where job pages usually lie."""
    folder, slash, _ = path.rpartition("/")
    return _lies_well(folder + slash) and not _NO_JOB_NAME.search(path) and not _is_index(path)


@lru_cache(maxsize=1024)
def _lies_well(folder: str) -> bool:
    return re.search(rf"(?:^|/)_?(?:{_folders()})/", folder, re.IGNORECASE) is not None


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


def job_text(path: str, text: str) -> bool:
    """Whether a text says that it is a job page: by its layout, by two keys that only postings
    have, else by two of the headings that job pages have (one in a folder of roles)."""
    if _NO_JOB_NAME.search(path):
        return False
    end = _front_matter_end(text)
    if _JOB_LAYOUT.search(text, 0, end or 4_000):
        return True
    if end and len({m["key"].lower() for m in _JOB_KEY.finditer(text, 0, end)}) >= 2:
        return True
    found = {
        match.group().strip("# \t\r:").lower() for match in _JOB_HEADING.finditer(text, 0, 200_000)
    }
    return len(found) >= (1 if _WEAK_FOLDER.search(path) else 2)


def _front_matter_end(text: str) -> int:
    """Where the front matter ends, as far as 20,000 characters; 0 where there is none."""
    fence = text[:3]
    return max(text.find(f"\n{fence}", 3, 20_000), 0) if fence in ("---", "+++") else 0
