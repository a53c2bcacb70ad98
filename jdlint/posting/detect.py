"""Whether a file is a job page: by where it lies, what it is called, and what it says."""

from __future__ import annotations

from itertools import islice

from jdlint.core.light import NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.tools import cache, lru_cache
from jdlint.posting import foreign_signs, listing, signs


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
    return _by_text(_as_page(path), text).job


def list_page(path: str, text: str) -> bool:
    """Whether a page in a folder of jobs does nothing but lead to them."""
    return listing.of_jobs(path, text) != ""


def judged(path: str, text: str, above: str = "") -> Verdict:
    """The verdict on a file that no configuration speaks of; ``above`` stands before its path."""
    path = _as_page(above + path)
    by_path = _by_path(path)
    if by_path.job:
        listed = listing.of_jobs(path, text)
        return Verdict(False, listed) if listed else by_path
    by_text = _by_text(path, text)
    return by_text if by_text.job or not by_path.why else Verdict(False, by_path.why)


def _as_page(path: str) -> str:
    """The path of a page that Hugo keeps in its folder, as it would be beside it: “join/_index.md”
    is the page “join”; in a folder of jobs it is the list of them."""
    folder, _, name = path.rpartition("/")
    heads = name.startswith("_index.") and "/" in folder and not _is_index(path)
    return f"{folder}{name.removeprefix('_index')}" if heads else path


def _by_path(path: str) -> Verdict:
    folder, slash, name = path.rpartition("/")
    lies = _lies_well(folder + slash)
    if signs.NO_JOB_NAME.search(path):
        return Verdict(False, f"“{name}” is the name of a file about others")
    if not lies:
        return Verdict(False, "")
    if _is_index(path):
        return Verdict(False, f"“{name}” is the list of the pages beside it")
    if signs.BESIDE.search(path) or foreign_signs.is_beside(path):
        return Verdict(False, f"“{name}” is the name of a page beside postings")
    return Verdict(True, f"it lies in “{lies}”")


def _own_folder(path: str) -> bool:
    """Whether a README lies in a folder of its own below one of jobs: there it may be a posting."""
    folder = path.rpartition("/")[0]
    return signs.README.search(path) is not None and bool(
        _lies_well(folder.rpartition("/")[0] + "/")
    )


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
    english = [f"{n[:-1]}(?:y|ies)" if n.endswith("y") else f"{n}s?" for n in names]
    every = "|".join((*english, *foreign_signs.folders()))
    return rf"(?:{every})(?:{signs.LANGUAGE})?"


def _of_folder(path: str, text: str) -> Verdict:
    """The verdict on a file about others: a README beside the jobs, which GitHub shows for their
    folder, is one itself where it asks for somebody and describes the role."""
    if not (signs.README.search(path) and _lies_well(path.rpartition("/")[0] + "/")):
        return Verdict(False, "")
    found = _headings(text)
    if len(found) < 2 or not signs.SEEKS.search(text, 0, 20_000):
        return Verdict(False, "")
    return Verdict(True, f"its headings name {_quoted(found)}, and it asks for somebody")


def _by_text(path: str, text: str) -> Verdict:
    end = listing.front_matter_end(text)
    if end and _is_index(path) and (keys := _whole_postings(text, end)):
        return Verdict(True, f"its front matter holds whole postings, with {_quoted(keys)}")
    if signs.NO_JOB_NAME.search(path) and not _own_folder(path):
        return _of_folder(path, text)
    head = end or (4_000 if signs.KEY_FIRST.match(text) else 0)
    layout = signs.JOB_LAYOUT.search(text, 0, head)
    if layout and not listing.of_layout(text, head):
        return Verdict(True, f"its front matter says “{layout[0].strip()}”")
    keys = _keys(signs.JOB_KEY, text, end)
    if keys and 2 * len(keys) + len(_keys(signs.WEAK_KEY, text, end)) >= 4:
        return Verdict(True, f"its front matter has {_quoted(keys)}")
    named = signs.ONE_JOB.search(path.rpartition("/")[2]) is not None or signs.is_filed(text, end)
    wanted = 2 if _own_folder(path) else 1 if named or signs.WEAK_FOLDER.search(path) else 2
    found = _headings(text) + _keys(signs.SECTION_KEY, text, end)
    shown = f"its headings name {_quoted(found)}" if found else "no heading names a section of one"
    if _enough(found, wanted):
        return Verdict(True, shown)
    if len(found) > 1 and signs.SEEKS.search(text, 0, 20_000):
        return Verdict(True, f"{shown}, and it asks for somebody")
    folder = signs.WEAK_FOLDER.search(path) is not None
    if role := _sought(text, end, sure=wanted == 1 or bool(found), folder=folder):
        return Verdict(True, f"its title names a role, {role}")
    if why := _by_name(path, text, end, found):
        return Verdict(True, why)
    keys_of = "its front matter names no layout of job pages and not two of the keys that they have"
    return Verdict(
        False,
        f"it lies in no folder of job pages, {keys_of if end else 'it has no front matter'}, "
        f"and {shown}" + (f" alone, of which {wanted} would do" if found else ""),
    )


def _whole_postings(text: str, end: int) -> list[str]:
    """The sections of postings that the front matter of a list holds, two at least."""
    found = _keys(signs.NESTED_SECTION, text, end)
    return found if len(found) > 1 and signs.NESTED_TITLE.search(text, 0, end) else []


def _by_name(path: str, text: str, end: int, found: list[str]) -> str:
    """Why a page whose headings do not tell it is one of jobs, by its name or title and by what it
    says; nothing where it is none."""
    from jdlint.posting import evidence, tells  # most files are told without

    return (
        _opening(path, text, end, found)
        or _description(path, _title(text, end), text, end)
        or tells.told(path, text, end)
        or _called(path, text, end, found)
        or evidence.weighed(path, text, end, found)
    )


def _called(path: str, text: str, end: int, found: list[str]) -> str:
    """Why a page is one of open positions by its name and what it says; a list is none."""
    from jdlint.posting import named

    why = named.told(path, text, end, found)
    return "" if why and listing.leads_away(text, end) else why


def _sought(text: str, end: int, *, sure: bool, folder: bool) -> str:
    """The role that the title names, and who asks for somebody to fill it; nothing where nobody
    does. ``sure``: it need not say how to apply; ``folder``: that alone would do."""
    from jdlint.posting import tells

    title = _title(text, end)
    words = signs.WORD.findall(signs.ASIDE.sub("", title).lower())
    roles = tells.role_words()
    if not words or len(words) > signs.LONGEST_TITLE or not roles.intersection(words):
        return ""
    if signs.HEADLINE.match(title):
        return ""
    if end and (words[-1] not in roles or signs.PERSON_KEY.search(text, 0, end)):
        return ""  # a page with front matter may be a post or a person
    seeks = signs.SEEKS.search(text, 0, 20_000) is not None
    asks = signs.ASKS.search(text, 0, 200_000) is not None
    if (seeks and (sure or asks)) or (folder and asks):
        return f"“{title}”, and it asks for somebody"
    firm = folder and signs.OF_A_FIRM.search(text, 0, 20_000)
    return f"“{title}”, and a firm presents itself" if firm else ""


def _opening(path: str, text: str, end: int, found: list[str]) -> str:
    """Why a page is one of open positions, or describes one, by its name or title and by what it
    says of itself (``found`` are its headings of a posting); nothing where it is neither."""
    from jdlint.posting import evidence_words, tells

    titles = list(tells.titles(text, end))
    title = next(filter(_of_vacancies, titles), "")
    hires = signs.HIRES.match(title)
    named = _names_vacancies(path, text, end)
    if not (title or named):
        return ""
    own = next((name for name in found if not evidence_words.SHARED.search(name.rstrip(" :"))), "")
    if own and title and not hires and not signs.OF_A_TOOL.search(title):
        return f"its title is “{title}”, and a heading of it is “{own}”"
    if hires and named:
        return f"its title is “{title}”"
    if named and found and signs.OF_A_JOB.search(text, end, 20_000):
        return f"its name says so, and its headings name {_quoted(found)}"
    sure = bool(title) and (named or signs.VACANT.search(title) is not None)
    sure = sure or signs.LISTED.search(text, end, 20_000) is not None
    if _asks(text, end, sure=sure or bool(found)):
        what = f"its title is “{title}”" if title else "its name says so"
        return f"{what}, and it asks for somebody"
    return ""


def _description(path: str, title: str, text: str, end: int) -> str:
    """Why a page is a description of a job, by its name or title; nothing where it is none."""
    if signs.OF_A_TOOL.search(title):
        return ""
    if signs.JOB_NAME.search(path) or "job description" in title.lower():
        words = islice(signs.OF_A_JOB.finditer(text, end, 20_000), signs.OF_A_JOB_LEAST)
        if len(list(words)) == signs.OF_A_JOB_LEAST:
            return "it is called a job description, and speaks of one"
    return ""


def _of_vacancies(title: str) -> bool:
    """Whether a title is that of open positions, or of the call for one."""
    if signs.HIRES.match(title):
        return True
    return not signs.HEADLINE.match(title) and signs.VACANCY.search(title) is not None


def _names_vacancies(path: str, text: str, end: int) -> bool:
    """Whether a page is called as one of open positions, and does not tell how one hires."""
    named = signs.VACANCY_NAME.search(path) or (_is_index(path) and not listing.of_jobs(path, text))
    if not named or signs.HANDBOOK.search(path):
        return False
    return signs.HOW_ONE_HIRES.search(text, end, 20_000) is None


def _asks(text: str, end: int, *, sure: bool) -> bool:
    """Whether a text says that there is an open position, and, unless that is ``sure`` already, how
    to apply for it."""
    from jdlint.posting import tells

    words = text[end:20_000].replace("\n", " ")
    if not signs.OPEN.search(words):
        return sure and _title(text, end) != "" and tells.says_how(words)
    asks = sure or signs.ASKS.search(text, end, 200_000) or "mailto:" in text
    return bool(asks or next(tells.headings(text, end), ""))


def _title(text: str, end: int) -> str:
    """The title of a page: that of its front matter, or its first heading."""
    from jdlint.posting import tells

    return next(tells.titles(text, end), "")


def _keys(pattern: re.Pattern[str], text: str, end: int) -> list[str]:
    found = (match["key"] for match in pattern.finditer(text, 0, end)) if end else ()
    return list({key.lower(): key for key in found}.values())


def _headings(text: str) -> list[str]:
    text = text[:200_000]
    text = signs.FENCED.sub("", text) if "```" in text or "~~~" in text else text
    rows = (
        m["name"] or m["under"] or m["lead"] or m["weak"] for m in signs.JOB_HEADING.finditer(text)
    )
    found = {row.lower(): row for row in rows}
    for lead in [row for row in found if row.endswith(":") and row.rstrip(" :") in found]:
        del found[lead]
    return list(found.values()) or foreign_signs.headings(text)


def _enough(found: list[str], wanted: int) -> bool:
    """Whether names of sections say that a page is a posting: so many that others seldom have, or
    more where other pages have them too."""
    weak = (name for name in found if name.endswith(":") or signs.WEAK.fullmatch(name))
    weight = 2 * len(found) - len(list(weak))
    return weight >= 2 * wanted - (len(found) > 1)


def _quoted(names: list[str]) -> str:
    return " and ".join(f"“{name}”" for name in names[:2])
