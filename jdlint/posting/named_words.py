"""The words that tell a page that is called as those of open positions are: its names, and what
only such a page says."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.posting import signs

_JOBS = (
    r"(?:jobs?|careers?|vacanc(?:y|ies)|openings?|positions?|opportunit(?:y|ies)|internships?"
    r"|recruit(?:ing|ment)?|hiring)"
)
_JOIN = (
    r"(?:(?:join(?:ing)?|work(?:ing)?[-_ ]?with)"
    r"(?:[-_ ]?(?:us|(?:(?:the|our|my)[-_ ]?)?(?:lab(?:oratory)?|group|team)))?"
    r"|prospective[-_ ]?(?:students?|members?|applicants?|lab[-_ ]?members?))"
)
FILE = late(
    r"(?:\A|/)(?:\d[\d_. -]{0,11}|(?:open|current|available|lab|our|post-?docs?|phd|student"
    rf"|research|summer|job)[-_ ])?(?:{_JOBS}|{_JOIN}|(?:[\w.-]{{1,40}}[-_ ])"
    r"(?:posting|job[-_ ]?(?:ad|offer)))\.[^/]*\Z",
    re.IGNORECASE,
)
# a part of a title, set off by a dash or a colon
TITLE = late(
    rf"(?:(?:open|current|available|upcoming|job|career|lab|research|student|our|all|latest)"
    rf"(?: (?:and|&) \w+)? )?(?:{_JOBS}|{_JOIN})(?: (?:available|open))?",
    re.IGNORECASE,
)
PARTS = late(r" [-–—|:] |: ")
ADDRESS = late(
    rf"^(?:permalink|url|slug)[ \t]*[:=][ \t]*[\"']?/?{_JOBS}/?[\"']?[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
# where people tell whom they worked for, too: there the text says how to apply, or names places
EMPLOYMENT = late(
    r"(?:\A|/)(?:\d[\d_. -]{0,11})?employment(?:[-_ ]opportunit(?:y|ies))?\.[^/]*\Z",
    re.IGNORECASE,
)
# a name that pages of those who give money to study have too: there the text offers a place
FUNDED_FILE = late(
    r"(?:\A|/)(?:(?:open|available|our|post-?docs?|phd|doctoral|research)[-_ ])?"
    r"(?:scholarships?|studentships?|fellowships?)\.[^/]*\Z",
    re.IGNORECASE,
)
FUNDED_PLACE = late(
    r"\b(?:we|i) (?:(?:are|am|also|now|currently) ){0,2}"
    r"(?:offer(?:ing)?|invit(?:e|ing)|seek(?:ing)?|looking for|recruiting|have) [^.!?;]{0,60}?"
    r"\b(?:studentships?|ph\.? ?d\.?|doctoral|post-?doc)"
)
# pages that tell others what to do, whatever they are called
GUIDE = late(r"(?:\A|/)(?:manual|guides?|guidelines|tutorials?|reference|api)/", re.IGNORECASE)
# whom such a page speaks to, as a heading or a label: ranks of those who study, and interns
_RANKS = (
    r"(?:(?:prospective|potential) )?(?:post[- ]?docs?|post[- ]?doctoral [a-z]+"
    r"|ph\.? ?d\.?(?: (?:students?|candidates?|applicants?|projects?|visiting fellows?"
    r"|positions?))?|(?:doctoral|master(?:[’']?s)?|msc|(?:under)?grad(?:uate)?|bachelor(?:[’']?s)?)"
    r"(?: (?:and|&|or) (?:[a-z]+ )?)? ?(?:students?|researchers?|applicants?)|undergrad(?:uate)?s?"
    r"|(?:full[- ]time |student )?(?:research|lab) (?:assistants?|associates?|technicians?)"
    r"|students? internships?|interns|(?:postdoctoral )?research fellows?)"
)
_HEAD = (
    r"^[> \t]{0,8}(?:[-*] )?(?:#{1,6}[ \t]*(?:\*\*|__)?|<h[1-6]\b[^<>\n]{0,80}>|\*\*|__"
    r"|<(?:b|strong)>)[^\w\n]{0,4}"
)
WHOM = late(
    rf"{_HEAD}(?P<name>{_RANKS}(?![a-z])[^\n.:*_<]{{0,60}}):?[ \t]*(?:\r?$|\*\*|__|</)",
    re.MULTILINE | re.IGNORECASE,
)
WHOM_IN_CAPITALS = late(
    r"^(?P<name>(?:POST-?DOCS?|PH\.?D\.? [A-Z ]{6,30}|(?:STUDENT )?INTERNSHIPS?"
    r"|MASTER STUDENTS?)\b[^\n.]{0,40})$",
    re.MULTILINE,
)
# a heading that names a place to be filled, or says that there are some
PLACE = late(
    rf"{_HEAD}(?P<name>(?:[^\n]{{0,60}}\b)?(?:(?:open|current|available|vacant|upcoming)"
    r"(?: (?:and|&) \w+)? (?:positions?|roles?|jobs?|opportunities|vacancies)"
    r"|(?:post-?doc[a-z]*|ph\.? ?d\.?|research[a-z]*|(?:under)?graduate|student)"
    r" (?:students? )?(?:positions?|opportunit(?:y|ies)|openings?|projects)))\b",
    re.MULTILINE | re.IGNORECASE,
)
ROLE = late(rf"{_HEAD}(?P<name>[^\n#*_<>|]{{4,80}})", re.MULTILINE | re.IGNORECASE)
# a whole line that says what follows it: “Key duties:”
LEAD = late(
    rf"^(?:\*\*|__|`)?(?:{signs.NAMES}|{signs.WEAK_NAMES}"
    r"|(?:your |key )?responsibilities (?:will )?include|you will be responsible for"
    r"|(?:core|bonus|technical) skills|the ideal (?:person|candidate))(?:\*\*|__|`)?[ \t]*:"
    r"(?:\*\*|__)?[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
WELCOMES = late(
    r"\b(?:interested in (?:joining|working with)|(?:welcome|encourage)s? (?:[a-z-]+ ){0,4}"
    r"(?:applications|applicants|students|postdocs|researchers)|we have (?:[a-z]+ ){0,2}vacancies)"
)
# what others are asked for than work: parts in a project, a server or a club
NO_WORK = late(
    r"\b(?:pull requests?|contributors?|contributing guid\w+|discord|slack|mailing list|newsletter"
    r"|volunteer\w*|memberships?|testnet|validators?|hackathon|cron|queue|sql|select|endpoint"
    r"|workflow|scheduler|webhook|rate limit)\b"
)
OF_WORK = late(
    r"\b(?:cvs?|c\.v\.|r[eé]sum[eé]s?|cover letters?|apply|applicants?|candidates?|salary|stipend"
    r"|fund(?:ed|ing)|full[- ]time|part[- ]time|experience|hir(?:e|es|ing)|recruit\w*|e-?mail"
    r"|contact|role|responsib(?:le|ilities)|skills|interns?|join (?:us|our)"
    r"|positions? (?:is|are))\b"
)
# titles of advice
ADVICE = late(
    r"(?:how|why|what|when|where|becoming|interview\w*|preparing|writing|finding|tips|guide|advice"
    r"|resources|faqs?|frequently)\b",
    re.IGNORECASE,
)
# how one applies: with papers
SENDS = late(
    r"\b(?:send|e-?mail|submit|forward|share|attach|provide|includ(?:e|ing)|with|write)"
    r" [^.!?;]{0,90}?\b(?:cvs?|c\.v\.|r[eé]sum[eé]s?|curriculum vitae|cover letters?"
    r"|motivation letter|transcripts?)\b"
    r"|\bto apply, |\bapply (?:by|before|until) "
)
