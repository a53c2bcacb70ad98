"""What the world answered about links that leave the site: a fact that checks read, asked for by a
probe."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from jdlint.core.light import TYPE_CHECKING, Any, Literal, NamedTuple
from jdlint.core.patterns import regex as re
from jdlint.core.tools import Counter

if TYPE_CHECKING:
    from jdlint.site import Site

_EXTERNAL = re.late(r"(?:https?:)?//[^/\s]", re.IGNORECASE)
_GONE = (404, 410)
_WORDS = {
    "login": "the host asks for a login or turns programs away",
    "busy": "the host asks to wait",
    "server-error": "the host answers with an error of its own",
    "timeout": "the host takes too long",
    "unreachable": "the host does not answer",
    "unresolved": "the name of the host cannot be looked up now",
    "untrusted": "the certificate comes from an authority that this machine does not know",
    "private": "the address is not public, name its host under “external: allow-private” if it may"
    " be asked",
    "redirects": "the redirects lead in a circle or elsewhere than to a page",
    "malformed": "the URL is malformed",
    "out-of-time": "there was no time left",
}

Verdict = Literal["ok", "dead", "doubtful", "unknown"]


class External(NamedTuple):
    """One URL's answer: it works, it is dead, it is doubtful (``list``: the visitor is sent to a
    list or an error instead, at ``detail``; ``closed``: the page says so), or nobody can know.

    ``status`` is the last HTTP status (0: there was none). ``reason`` says why it is dead
    (``gone``, ``no-host``, ``certificate``) or why nothing is known. ``moved`` is where permanent
    redirects lead (without the fragment), of a link that works. ``fragment`` is whether the page
    has the fragment, ``None`` where that cannot be known or none was asked for, and ``near`` an id
    of the page like one that is missing. ``detail`` is for people, ``host`` the host that answered
    where redirects led to another one. ``archived`` is the address of a copy of a page that is
    gone, where an archive was asked for one.
    """

    verdict: Verdict
    status: int = 0
    reason: str = ""
    moved: str = ""
    fragment: bool | None = None
    near: str = ""
    detail: str = ""
    host: str = ""
    archived: str = ""


def judged(status: int) -> External:
    """What a final HTTP status says: only 404 and 410 say that there is no page."""
    if 200 <= status < 300 or status == 304:
        return External("ok", status)
    if status in _GONE:
        return External("dead", status, "gone")
    if status in (408, 425, 429, 503):
        return External("unknown", status, "busy")
    return External("unknown", status, "server-error" if 500 <= status < 600 else "login")


def answer_of(data: Any) -> External:
    """An answer as an example gives it: a status, a reason, or a mapping with fields of
    ``External`` by name."""
    if isinstance(data, bool) or data is None:
        raise ValueError("an answer of the world is a status, a reason, or a mapping")
    if isinstance(data, int):
        return judged(data)
    if isinstance(data, str):
        return External(
            "dead" if data in ("no-host", "certificate", "gone") else "unknown", 0, data
        )
    start = judged(int(data.get("status", 200)))
    return start._replace(**{key: value for key, value in data.items() if key in External._fields})


def given_answers(settings: Mapping[str, Any]) -> dict[str, External]:
    """The answers among an example's ``given``: keys that are URLs."""
    return {key: answer_of(value) for key, value in settings.items() if _EXTERNAL.match(key)}


def external_urls(site: Site, paths: Collection[str] | None = None) -> Iterator[str]:
    """The distinct URLs that leave the site, as written, on the pages in ``paths`` (None: on
    all)."""
    seen: set[str] = set()
    for facts in site.pages:
        if paths is not None and facts.path not in paths:
            continue
        for link in facts.links:
            if (
                link.url in seen
                or link.templated
                or link.kind == "email"
                or not _EXTERNAL.match(link.url)
            ):
                continue
            seen.add(link.url)
            if (
                site.resolver is None
                or site.resolver.resolve(link.url, facts.path).verdict == "external"
            ):
                yield link.url


def asides(answers: Mapping[str, External]) -> tuple[str, ...]:
    """One sentence on what could not be known, if anything."""
    unknown = Counter(answer.reason for answer in answers.values() if answer.verdict == "unknown")
    if not unknown:
        return ()
    if unknown["offline"]:
        count = unknown["offline"]
        links = "link was" if count == 1 else "links were"
        return (f"the network cannot be reached: {count} external {links} not checked",)
    rows = ", ".join(
        f"{_WORDS.get(reason, reason)} ({count})" for reason, count in unknown.most_common()
    )
    links = "link" if len(answers) == 1 else "links"
    return (f"{unknown.total()} of {len(answers)} external {links} could not be checked: {rows}",)
