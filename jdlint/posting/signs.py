"""The signs that a file is a job page or another one: names of files and folders, keys, headings,
and what a text asks for."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late

# files about a repository, templates and charts, whatever folder they lie in
NO_JOB_NAME = late(
    r"(?:^|/)(?:readme|changelog|contributing|license|code[-_]of[-_]conduct|security|_[^/]*"
    r"|template[^/]*|[^/]*[-_ ](?:template|boilerplate)|org(?:ani[sz]ation)?[-_ ]?chart[^/]*)"
    r"\.[^/]*\Z",
    re.IGNORECASE,
)
README = late(r"/readme\.[^/]*\Z", re.IGNORECASE)
# pages that lie beside postings: only their text can say that they are one
BESIDE = late(
    r"(?:^|/)(?:faqs?|(?:perks|benefits)(?:-and-\w+)?|culture|values|about|overview|home|search"
    r"|list|apply|thank[-_]?you|thanks|privacy|contact|team|diversity"
    r"|(?:hiring|interview|interviewing|application|recruitment|selection)(?:[-_]\w+)?"
    r"|how[-_](?:we[-_]hire|to[-_]apply)|(?:all[-_]|open[-_])?(?:jobs|careers|vacancies|openings"
    r"|positions|roles))\.[^/]*\Z",
    re.IGNORECASE,
)
LIST_LAYOUT = late(
    r"^[\"']?(?:layout|type|template)[\"']?[ \t]*[:=][ \t]*[\"']?[\w/-]{0,60}"
    r"(list|listing|index|archive|board|overview|landing)[\"']?,?[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
INDENTED_FENCE = late(r"\n[ \t]+(?:---|\+\+\+)[ \t]*\r?$", re.MULTILINE)
KEY_FIRST = late(r"\s*(?:---|\+\+\+|\{|[\w-]{1,30}[ \t]*[:=])")
JOB_LAYOUT = late(
    r"^[\"']?(?:layout|type|kind|template|collection)[\"']?[ \t]*[:=][ \t]*[\"']?"
    r"(?=[\w/-]*?(?:job|career|vacanc|opening|position))[\w/.-]+[\"']?,?[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
NAMES = (
    r"(?:(?:key |main |your |core |minim(?:um|al) |basic |preferred |essential |job |role"
    r" |primary |position |mandatory |professional |desired )?"
    r"(?:responsibilit(?:ies|es)|requirements?|qualifications?|duties)"
    r"|(?:[a-z]+ ){0,3}duties (?:and|&) responsibilities"
    r"|(?:required|preferred|essential|desired|desirable|mandatory|must[ -]have|needed)"
    r" (?:skills|experience|criteria|qualifications|expertise)(?: (?:and|&) \w+)?"
    r"|(?:skills|experience) required|(?:essential|key) (?:job )?functions"
    r"|(?:key |main )?(?:accountabilities|duties|responsibilities|tasks)"
    r" (?:of (?:the|this) (?:role|job) )?(?:will )?include"
    r"|what we (?:need|want|ask) (?:from|of) you|what you(?:'|’)?(?:ll| will)? (?:get|accomplish)"
    r"|how you (?:can )?apply|your skills(?: (?:and|&) \w+)?"
    r"|(?:qualifications|skills|requirements|responsibilities) (?:and|&)"
    r" (?:job )?(?:requirements|expertise|qualifications|skills)"
    r"|(?:what|things) you(?:'|’)?(?:ll| will)? (?:do|be doing|bring|need)"
    r"|what you(?:'|’)?(?:ll| will)? (?:be working on|have|need to succeed)"
    r"|(?:what|who) (?:we(?:'|’)?re|we are|are we) looking for|who we look for|who you are"
    r"|what we expect(?: (?:from|of) you)?|you(?:'|’)?(?:ll| will)? (?:have|bring|be)|you will"
    r"|about (?:the|this) (?:role|job|position)|(?:the|your) (?:role|duties|tasks)|main duties"
    r"|skills(?: (?:and|&) (?:experience|qualifications))?(?: you need| people must have)?"
    r"|(?:candidate|essential|desirable|desired) (?:requirements|qualifications)"
    r"|(?:selection|application) (?:process|procedure)|process to apply|to apply"
    r"|what (?:skills )?(?:do|will|should|can|would) (?:i|you) (?:do|need|bring|get|expect|work on)"
    r"(?: to (?:have|know|apply|succeed|bring))?|what (?:expects|awaits|to expect from) you"
    r"|what you (?:can )?expect from us|job[- ]specific perks?"
    r"|(?:full )?(?:job|role|position) (?:description|summary|purpose)(?:: [^\n]{1,60})?"
    r"|person specification|nice[ -]to[ -]haves?|(?:the )?(?:hiring|interview) process"
    r"|(?:how to apply|applying)|what we offer|your (?:profile|tasks)"
    r"|(?:salary|compensation|remuneration)(?: (?:and|&) [a-z ]{1,30})?)"
)
# those that say enough in a line of text before a list
LEADS = (
    r"(?:(?:key |main |your |core |minimum |basic |job |role |primary )?"
    r"(?:responsibilities(?: include,?(?: but(?: are)?)? not limited to)?|requirements"
    r"|qualifications|duties|tasks and responsibilities))"
)
# names that stand on other pages too: each counts half
WEAK_NAMES = (
    r"(?:your (?:job|work|mission|opportunity|benefits)|(?:that|this)(?:'|’)?s? (?:is )?you"
    r"|we (?:offer|require|look for|are looking for)|what we have to offer|you are"
    r"|(?:a|big) plus|bonus(?: points(?: for)?)?|required|essential|desirable"
    r"|what(?:'|’)s in it for you|apply(?: now| here)?|good[ -]to[ -]haves?"
    r"|why (?:should you )?join(?: us| our team)?)"
)
# a heading of any style: with marks, quoted, in HTML, underlined, or a line in bold
JOB_HEADING = late(
    r"^(?:>[ ]?|[ \t]){0,24}(?:#{1,6}[ \t]*|<h[1-6]\b[^<>\n]{0,200}>|(?=\*\*|__)|<(?:b|strong)>)"
    r"(?::[a-z0-9_+-]{1,40}:|[^\w\s<>#:]|_|[ \t]){0,8}"
    rf"(?:(?P<name>{NAMES})|(?P<weak>{WEAK_NAMES}))"
    r"(?:[ \t:*_?!#]|</?(?:h[1-6]|b|strong|br ?/?)>|&nbsp;|\{[^{}\n]{0,80}\}){0,12}\r?$"
    # or a line of text before a list
    rf"|^(?P<lead>{LEADS} ?:)[ \t]*\r?\n(?:[ \t]*\r?\n)?[ \t]{{0,3}}(?:[-*+•]|\d{{1,2}}[.)])[ \t]"
    # what is underlined: looked for first, for names cost much
    rf"|^(?=[^\n]{{1,200}}\n(?:===|---))(?P<under>{NAMES})[ \t:]*\r?\n(?:={{3,}}|-{{3,}})"
    r"[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
WEAK = late(WEAK_NAMES, re.IGNORECASE)
# keys of front matter under which a posting keeps its sections
SECTION_KEY = late(
    r"^[ \t]*[\"']?(?P<key>(?:key|main|job)?[_-]?(?:responsibilities|qualifications|duties)"
    r"|(?:job[_-]?)?requirements|(?:required|desired|preferred)[_-]?(?:skills|experience)"
    r"|nice[_-]?to[_-]?haves?|what[_-]you(?:ll|[_-]will)?[_-]do)[\"']?[ \t]*[:=]",
    re.MULTILINE | re.IGNORECASE,
)
# below a key that lists postings, the lists of one: whole postings stand in the front matter
NESTED_SECTION = late(
    r"^[ \t]+(?:-[ \t]+)?(?P<key>(?:job[_-]?)?(?:details|duties|responsibilities|requirements"
    r"|qualifications|skills))[ \t]*:(?:[ \t]*[>|][+-]?)?[ \t]*\r?\n[ \t]+[*-][ \t]",
    re.MULTILINE | re.IGNORECASE,
)
NESTED_TITLE = late(
    r"^[ \t]+(?:-[ \t]+)?(?:job[_-]?title|title|position|role)[ \t]*:[ \t]*\S",
    re.MULTILINE | re.IGNORECASE,
)
# keys that only a posting has
JOB_KEY = late(
    r"^[ \t]*[\"']?(?P<key>(?:base[_-]?)?salary\w*|closing[_-]?date|employment[_-]?type"
    r"|(?:\w+_)?job[_-]?type|apply[_-]?(?:url|link|by|email)"
    r"|application[_-]?(?:url|link|deadline|email)|date[_-]?posted|valid[_-]?through"
    r"|hiring[_-]?organi[sz]ation|job[_-]?(?:title|location)"
    r"|pay[_-]?(?:range|min|max))[\"']?[ \t]*[:=]",
    re.MULTILINE | re.IGNORECASE,
)
# keys that other pages (events, projects) have too: two of them stand for one of the others
WEAK_KEY = late(
    r"^[ \t]*[\"']?(?P<key>organi[sz]ation|company|employer|locations?|department|remote|seniority"
    r"|experience|hours|contract|workplace|compensation)[\"']?[ \t]*[:=]",
    re.MULTILINE | re.IGNORECASE,
)
# what a folder ends in that keeps pages in one language: “jobs_pt_br”
LANGUAGE = r"[-_](?:en|de|fr|es|it|nl|pt|pl|sv|da|fi|cs|ja|zh|ko|ru|uk|tr)(?:[-_][a-z]{2})?"
# folders of jobs, or of permissions, servers and guests: one heading more decides
WEAK_FOLDER = late(
    r"(?:^|/)_?(?:roles?|role[-_]?(?:handbook|profile)s?|career[-_]?tracks?|hiring|hr"
    r"|recruit(?:ing|ment)|join(?:[-_]?us)?|work[-_]?with[-_]?us|opportunit(?:y|ies)|offres?|puestos?)/",
    re.IGNORECASE,
)
LINK_LINE = late(
    r"(?:[-*+|>]|\d{1,3}[.)])?[ \t]*(?:\*\*|__)?\[[^\[\]\n]{1,120}\]"
    r"\((?!https?:|mailto:|tel:|#)[^()\n]{1,200}\).{0,80}"
)
LOOP = late(
    r"\{%-?[ \t]*for[ \t]+\w+[ \t]+in[ \t]+(?:site|collections|paginator|jobs|careers|positions)\b"
    r"|\{\{-?[ \t]*range\b|\{\{[<%][ \t]*(?:list|jobs|careers|positions)\b"
    r"|<(?:Job|Career|Position|Vacancy)s?List\b"
)
WORD = late(r"[a-z]+")
IN_LABS = frozenset("postdoc postdocs phd phds intern interns internship internships".split())
LONGEST_TITLE = 9  # words of a title; a longer one is a headline
MOST_LINES = 200  # of a page that is a list of others
OTHER_WORDS = 60  # that introduce such a list


# what a file with one posting in it is called: “jd-analyst.md”, “job_description.md”
ONE_JOB = late(
    r"(?:^|[-_ ])(?:jd|job[-_ ]?(?:description|ad|advert|posting|spec))[-_ .]", re.IGNORECASE
)
# a title that names a role, with a text that asks for somebody
TITLE = late(
    r"^#{1,2}[ \t]+(?P<marked>[^\n]{3,160})|\A<h1>(?P<html>[^<>\n]{3,160})</h1>"
    r"|\A(?P<plain>[^\n#]{3,160})\n(?:=+|-{3,})[ \t]*\r?\n"
    r"|\A%[ \t]+(?P<pandoc>[^\n]{3,160})",
    re.MULTILINE,
)
META_TITLE = late(
    r"^[\"']?(?:(?:job[_-]?)?title|position)[\"']?[ \t]*[:=][ \t]*[\"']?([^\n\"']{3,90})",
    re.MULTILINE | re.IGNORECASE,
)
ASIDE = late(r"[(\[|,/–—].*| - .*")
# the second also of a post, which its author signs
_OF_PERSON = (
    r"^[\"']?(?:{}name|(?:first|last|full)[_-]?name|avatar|photo|portrait|bio|orcid|pronouns"
    r"|github|twitter|linkedin)[\"']?[ \t]*[:=]"
)
PERSON = late(_OF_PERSON.format(""), re.MULTILINE | re.IGNORECASE)
PERSON_KEY = late(_OF_PERSON.format("authors?|"), re.MULTILINE | re.IGNORECASE)
FENCED = late(r"^(?:```|~~~).*?^(?:```|~~~)", re.MULTILINE | re.DOTALL)
HEADLINE = late(
    r"(?:how|why|what|when|our|we|meet|hiring|become|becoming|interview|the|life|day|a day|being"
    r"|from|introducing|welcome|looking|wanted|new|[a-z]+ing (?:an?|the|our))\b",
    re.IGNORECASE,
)
HIRES = late(r"we(?:(?:'|’)re| are) hiring\b", re.IGNORECASE)
# what is looked for where nobody is
NOBODY = (
    r"(?:an? )?(?:ways?|contribut|feedback|maintainers?|sponsors?|help|partners?|more|new home"
    r"|the |your |something|information|it\b|this\b|jobs?\b|work\b|better|other)"
)
SEEKS = late(
    r"\b(?:(?:we(?:'|’)?(?:re| are)|is|are)(?: currently)?"
    rf" (?:looking for (?!{NOBODY})|seeking|hiring|recruiting)"
    r"|join (?:our|us|the) (?:team|as)|as an? [\w -]{3,40}, you(?:'|’)?(?:ll| will)\b"
    r"|if you(?:'|’)?(?:re| are) an? [\w/ -]{3,40}(?:developer|engineer|designer|manager)\b)",
    re.IGNORECASE,
)
ASKS = late(
    r"\b(?:jobs|careers|hiring|hr|recruitment|work)@|\b(?:cv|r[eé]sum[eé]|cover letter|apply)\b",
    re.IGNORECASE,
)
# a firm presents itself, as a heading
OF_A_FIRM = late(
    r"^(?:#{1,6}[ \t]*|\*\*|__)(?:who (?:are we|we are)|about (?:us|the (?:company|firm)))\b",
    re.MULTILINE | re.IGNORECASE,
)
# a file whose whole name says so
JOB_NAME = late(
    r"(?:\A|/)job[-_ ]?(?:description|ad|advert|posting|spec)s?\.[^/]*\Z", re.IGNORECASE
)
# titles of what writes, reads or checks descriptions of jobs
OF_A_TOOL = late(
    r"\b(?:generat(?:ors?|ion)|prompts?|templates?|pars(?:er|ing)|analy[sz]er|matcher)\b",
    re.IGNORECASE,
)
# names and titles of pages with open positions
VACANCY_NAME = late(
    r"(?:\A|/)(?:open[-_])?(?:jobs|careers?|vacanc(?:y|ies)|openings|positions|internships?"
    r"|(?:we[-_]are[-_])?hiring|join(?:[-_]us)?)\.[^/]*\Z",
    re.IGNORECASE,
)
VACANCY = late(
    r"\b(?:vacanc(?:y|ies)|(?:open|available|current|job) (?:positions?|openings?|roles)"
    r"|job (?:description|posting|offer)s?|employment offers|work with us\b"
    r"|(?:we are|we(?:'|’)re) hiring"
    r"|(?:post-?doc\w*|ph\.? ?d\.?|research\w*|faculty|graduate|student|staff|technician"
    r"|engineer|developer|programmer|intern\w*)"
    r" (?:(?:research|student) )?(?:positions?|openings?|vacancy|fellowships?)"
    r"|positions? (?:is |are )?(?:available|open|vacant))\b",
    re.IGNORECASE,
)
# those that are no names of anything else
VACANT = late(
    r"\b(?:vacanc(?:y|ies)|positions? (?:is |are )?(?:available|open|vacant)"
    r"|(?:open|available) (?:job )?(?:positions?|postings?)|openings|job opening)\b",
    re.IGNORECASE,
)
HANDBOOK = late(r"(?:\A|/)(?:handbook|docs|wiki)/", re.IGNORECASE)
HOW_ONE_HIRES = late(
    r"\b(?:(?:hiring|interview|recruitment|recruiting) (?:process|flow|loop|stages?)|interviewers?"
    r"|conduct(?:ing|s|ed)? (?:the |an? )?interviews?)\b",
    re.IGNORECASE,
)
# what such a page says of itself; a page about how one hires does not
OPEN = late(
    r"\b(?:(?:we|i)(?:(?:'|’)(?:re|m|ve))? "
    r"(?:are |am |have |always |currently |now |actively |continuously ){0,3}"
    r"(?:hiring|looking for|look for|seek(?:ing)?|recruiting|on (?:a|the) lookout"
    r"|(?:[a-z]+ ){0,3}(?:open )?(?:vacanc(?:y|ies)|positions?|openings?|roles? open))"
    r"|(?:is|are) (?:currently |now |always |actively )?"
    r"(?:hiring|recruiting|seeking|looking to hire|looking for (?:an?|new|talented|people) )"
    r"|(?:looking|seeks?) to (?:hire|recruit)|currently open for|applications? (?:are invited|from)"
    r"|invit(?:e|ing) (?:[a-z-]+ ){0,3}(?:applications|applicants|candidates)"
    r"|we need some(?:one|body)|has [a-z]+ (?:vacancies|openings)"
    r"|positions? (?:is|are) (?:currently |now )?(?:available|open)"
    r"|interested (?:applicants|candidates|students)"
    r"|interested in (?:working with|joining) (?:us|our|the (?:lab|group|team)))\b",
    re.IGNORECASE,
)
# positions follow, each in a line or under a heading
LISTED = late(
    r"\b(?:hiring|recruiting|looking|openings?|vacanc(?:y|ies))(?: for)?"
    r" (?:the following|these) (?:open )?(?:positions?|roles?|jobs?|people)\b",
    re.IGNORECASE,
)
# what a description of a job speaks of
OF_A_JOB = late(
    r"\b(?:candidates?|applicants?|trainees?|you(?:'|’)?(?: wi)?ll|the (?:role|job|position)"
    r"|experience|responsib(?:le|ilit(?:y|ies)))\b",
    re.IGNORECASE,
)
OF_A_JOB_LEAST = 3

# a category or a tag of jobs, on its line or in a list
_FILED = late(
    r"^[\"']?(?:categor(?:y|ies)|tags?)[\"']?[ \t]*[:=](?:[^\n]{0,200}[\s\[,\"']|[ \t\r]*\n"
    r"(?:[ \t]*-[ \t][^\n]{0,80}\n){0,8}[ \t]*-[ \t]*[\"']?)"
    r"(?:jobs?|careers?|vacanc(?:y|ies)|(?:open|job)-(?:positions?|openings?)|hiring)[\"']?"
    r"[ \t]*(?:[\],]|\r?$)",
    re.MULTILINE | re.IGNORECASE,
)


def is_filed(text: str, end: int) -> bool:
    """Whether a category or a tag of the front matter, which ends at ``end``, is one of jobs."""
    return end > 0 and _FILED.search(text, 0, end) is not None
