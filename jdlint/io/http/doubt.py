"""An answer that says yes and means no: a posting that is closed, a redirect to a board's list.

Job boards answer 200 for a posting that is gone; what tells is where they send the visitor, and
what the page says.
"""

from __future__ import annotations

from jdlint.core.patterns import regex as re

_ERROR = re.late(
    r"(?:^|[?&;])(?:error|err|not_?found|expired|closed|gone|unavailable|job_?not_?found|invalid)"
    r"(?:=(?!false\b|0\b)|&|$)",
    re.I,
)
# the address of one posting: what boards and career pages put before a posting's own name or number
_POSTING = re.late(
    r"/(?:jobs?|careers?|positions?|postings?|openings?|vacanc(?:y|ies)|roles?|requisitions?|apply)"
    r"/[^/?#]{3,}"
    r"|/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{20,}|/\d{5,}(?:/|$)|[?&](?:gh_jid|jobid|job_id)=\w+",
    re.I,
)
_LOGIN = re.late(r"log-?in|sign-?in|sso|auth|consent|captcha", re.I)
_HIDDEN = {
    name: re.late(rf"<{name}\b.*?</{name}\s*>", re.S)
    for name in ("script", "style", "template", "noscript")
}
_TAG = re.late(r"<[^<>]{0,2000}>")
_CLOSED = re.late(
    r"\b(?:this|the) (?:job|position|role|posting|vacancy|opening|listing|job posting|requisition)"
    r"(?: you(?:'re| are)? (?:looking for|requested))?"
    r" (?:is|has|was|may have)(?: been| now)?"
    r" (?:no longer (?:open|available|active|accepting)|closed|filled|expired|removed"
    r"|not (?:open|available) any ?more)"
    r"|\bno longer accepting applications\b"
    r"|\bapplications (?:for this \w+ )?(?:are|have) (?:now )?closed\b"
    r"|\bthe job you are looking for is no longer open\b",
    re.I,
)
_MOST = 400_000
_REFRESH = re.late(
    r"<meta\b[^<>]{0,500}http-equiv\s*=\s*[\"']?refresh[\"']?[^<>]{0,500}"
    r"content\s*=\s*[\"']\s*(\d{1,3})\s*[;,]\s*url\s*=\s*([^\"'<>]+)",
    re.I,
)
_SOON = 5  # seconds after which a page that sends its readers on still counts as a redirect


def is_posting(url: str) -> bool:
    """Whether a URL looks like that of one job posting, so that its page is worth reading."""
    return _POSTING.search(url.partition("//")[2]) is not None


def refresh_of(text: str) -> str:
    """Where a page sends its readers on by itself, ``""`` for nowhere."""
    match = _REFRESH.search(text[:20_000])
    return match[2].strip() if match and int(match[1]) <= _SOON else ""


def doubt(asked: str, ended: str, text: str | None) -> str:
    """Why a page that answers is doubtful all the same: ``list`` (the visitor is sent to a list, a
    home page or an error), ``closed`` (the page says that the posting is), ``""`` for no reason."""
    if asked != ended and not _LOGIN.search(ended):
        if _ERROR.search(_query(ended)) and not _ERROR.search(_query(asked)):
            return "list"
        if is_posting(asked) and _is_above(_path(ended), _path(asked)):
            return "list"
    if text is not None and is_posting(asked):
        shown = text[:_MOST].lower().replace("’", "'")
        for name, pattern in _HIDDEN.items():
            end = shown.rfind(f"</{name}")
            shown = pattern.sub(" ", shown[: end + 20]) + shown[end + 20 :] if end >= 0 else shown
        if _CLOSED.search(" ".join(_TAG.sub(" ", shown).split())):
            return "closed"
    return ""


def _query(url: str) -> str:
    return url.partition("#")[0].partition("?")[2]


def _path(url: str) -> str:
    return "/" + url.partition("//")[2].partition("?")[0].partition("#")[0].partition("/")[2]


def _is_above(ended: str, asked: str) -> bool:
    """Whether a path is a page above another one: the start page, the list of a board."""
    end = ended.rstrip("/")
    return end != asked.rstrip("/") and (not end or asked.startswith(end + "/"))
