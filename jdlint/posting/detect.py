"""Whether a file is a job page: by where it lies, what it is called, and what it says."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from jdlint.core.late import late

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
    r"|nice[ -]to[ -]haves?|(?:the )?(?:hiring|interview) process|how to apply"
    r"|job description)[ \t:]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)


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
    """Whether a text says that it is a job page: by its layout, else by two of the headings that
    job pages have."""
    if _NO_JOB_NAME.search(path):
        return False
    end = text.find("\n---", 3, 20_000) if text.startswith("---") else min(len(text), 4_000)
    if _JOB_LAYOUT.search(text, 0, end if end > 0 else 4_000):
        return True
    found = {
        match.group().strip("# \t\r:").lower() for match in _JOB_HEADING.finditer(text, 0, 200_000)
    }
    return len(found) >= 2
