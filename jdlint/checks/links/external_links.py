"""Links that leave the site, by what the web answered when it was asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from jdlint.core.diagnostic import Edit, Finding
from jdlint.core.light import ClassVar, dataclass
from jdlint.core.patterns import regex as re
from jdlint.site import Site
from jdlint.site.external import External
from jdlint.site.facts import LinkFact
from jdlint.site.links.targets import absolute

_LOGIN = re.late(
    r"(?i)(?:^|[/_.-])(?:log-?in|sign-?(?:in|up)|sso|auth|oauth2?|session|consent|captcha)(?:[/_.?-"
    r"]|$)"
)
_INDEX = re.late(r"(?i)/(?:index\.(?:html?|php)|[a-z]{2}(?:[-_][a-z]{2})?)?/?$")


@dataclass(frozen=True)
class ExternalLinks:
    """Reports links that are dead (``report: dead``), that moved for good (``moved``), or whose
    fragment the page does not have (``fragment``). What cannot be known is never reported, and
    nothing is without answers.

    A link that moved to a login is none that moved; one that moved to the start page is shown
    without an edit. Values: ``found``, ``host``, ``status``, ``detail``, ``better``, ``fragment``,
    ``hint``, ``copy``.
    """

    report: str
    across: ClassVar[tuple[str, ...]] = ("links", "answers")

    def check_site(self, site: Site) -> Iterator[Finding]:
        if not site.answers:
            return
        judge = _JUDGES[self.report]
        for facts in site.pages:
            for link in facts.links:
                answer = site.answers.get(link.url)
                if answer is not None and not link.templated:
                    yield from (
                        finding._replace(path=facts.path) for finding in judge(link, answer)
                    )


def _dead(link: LinkFact, answer: External) -> Iterator[Finding]:
    if answer.verdict == "dead":
        values = {
            **_values(link),
            "status": str(answer.status),
            "detail": answer.detail or "is not valid",
            "copy": f"; an archive has a copy: {answer.archived}" if answer.archived else "",
        }
        values["host"] = answer.host or values["host"]
        yield Finding(link.span, values, variant=answer.reason)


def _moved(link: LinkFact, answer: External) -> Iterator[Finding]:
    new, old = absolute(answer.moved), absolute(link.url)
    if (
        answer.verdict != "ok"
        or not new
        or not old
        or _LOGIN.search(answer.moved)
        or old[0] in new[1].casefold()
    ):
        return
    page, mark, fragment = link.url.partition("#")
    better = answer.moved if "#" in answer.moved else answer.moved + mark + fragment
    values = {**_values(link), "better": better}
    path = old[1].partition("#")[0]
    if not _is_start(path) and _is_start(new[1]):
        yield Finding(link.span, values, variant="start", certain=False)
    elif better != link.url and page != answer.moved:
        yield Finding(link.span, values, _edit(link, better), variant="moved")


def _fragment(link: LinkFact, answer: External) -> Iterator[Finding]:
    if answer.verdict == "ok" and answer.fragment is False:
        page, _, fragment = link.url.partition("#")
        better = f"{page}#{answer.near}" if answer.near else ""
        hint = f", did you mean “#{answer.near}”?" if answer.near else ""
        values = {**_values(link), "fragment": fragment, "better": better, "hint": hint}
        yield Finding(link.span, values, _edit(link, better))


def _doubtful(link: LinkFact, answer: External) -> Iterator[Finding]:
    if answer.verdict == "doubtful":
        values = {**_values(link), "better": answer.detail}
        yield Finding(link.span, values, variant=answer.reason)


_JUDGES: Mapping[str, Callable[[LinkFact, External], Iterator[Finding]]] = {
    "dead": _dead,
    "doubtful": _doubtful,
    "moved": _moved,
    "fragment": _fragment,
}


def _values(link: LinkFact) -> dict[str, str]:
    parts = absolute(link.url)
    return {"found": link.url, "host": parts[0] if parts else link.url}


def _is_start(path: str) -> bool:
    """Whether a path is a site's start page, that of a language too."""
    page = path.partition("?")[0].partition("#")[0]
    return _INDEX.fullmatch(page or "/") is not None


def _edit(link: LinkFact, better: str) -> tuple[Edit, ...]:
    """The new target, where the link stands as written."""
    if not better or link.span.end - link.span.start != len(link.url):
        return ()
    return (Edit(link.span, better),)
