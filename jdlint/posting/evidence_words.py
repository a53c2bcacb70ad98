"""The words that are evidence of a posting: patterns of text in small letters, its marks left out,
and of lines as they are written."""

from __future__ import annotations

from jdlint.core.patterns import regex as re
from jdlint.core.patterns.regex import late
from jdlint.posting import signs

# somebody is asked for; the role follows
SEEKS = late(
    r"\b(?:(?:is|are|am|'re|'m) (?:[a-z]+ ){0,2}(?:looking|searching) for"
    r"|(?:is|are|am|'re|'m) (?:[a-z]+ ){0,2}(?:hiring|seeking|recruiting|looking to (?:hire|add))"
    r"|seeks? (?:to (?:hire|recruit|appoint|fill)|an?\b|(?:[a-z-]+ ){1,4}to join)"
    r"|we (?:[a-z]+ ){0,2}(?:want|need|like|hope|plan|intend|wish) to (?:hire|recruit|appoint|fill)"
    r"|we (?:need|require) an?\b|looking for an?\b|in search of"
    r"|(?:has|have|offers?|offering|fill(?:ing)?) (?:[a-z0-9-]+ ){0,4}"
    r"(?:open(?:ing)?s?|vacant|vacanc(?:y|ies)|positions?)"
    r"|(?:positions?|openings?|vacanc(?:y|ies)) for|invites? applications (?:for|from)"
    r"|now hiring|this is an? (?:[a-z-]+ ){0,2}(?:role|position|job|opportunity) for)\b"
)
IS_OPEN = late(
    r"\b(?:post-?doc[a-z]*|ph\.?d|research[a-z]*|engineer|developer|student|internship|job|faculty)"
    r" positions? (?:is|are) (?:[a-z]+ )?(?:open|opening|available|vacant)\b"
    r"|\b(?:has|have|offers?) (?:[a-z0-9-]+ ){1,5}(?:positions?|openings?|internships?) available\b"
    r"|\bthere (?:is|are) (?:[a-z0-9-]+ ){0,3}(?:positions?|internships?) (?:available|open)\b"
)
UP_TO_ROLE = late(r"[^.!?;:|]{0,90}")
RANKS = frozenset("lead head chief planner controller".split())  # other words, too
RANK = late(r"\b(?:head|director|vp) of\b")
WORD = late(r"[a-z][a-z-]*")
# words before “are looking for” that say it of others
OTHERS = frozenset(
    "you who that which they people companies employers recruiters users clients others teams"
    " customers managers developers and if organizations startups not those".split()
)
# who is asked for besides the roles that all know
SOUGHT = frozenset(
    "student assistant fellow scholar someone programmer apprentice trainee editor writer artist"
    " tester lecturer professor teacher nurse driver cook mechanic technologist marketer"
    " copywriter candidate applicant individual graduate undergraduate master hacker talent member"
    " staff salesperson postdoctoral post-doctoral post-doc freelancer team-mate teammate"
    " colleague evangelist sysadmin devops scientist manager associate".split()
)
# how one applies
APPLIES = late(
    r"\b(?:send|e-?mail|submit|forward|share|attach|provide|includ(?:e|ing)|drop|with|write)"
    r" [^.!?;]{0,90}?\b(?:cvs?|c\.v\.|r[eé]sum[eé]s?|curriculum vitae|cover letters?|motivation"
    r" letter|(?:your|an) application|letters? of application|portfolio)\b"
    r"|\b(?:interested|qualified|prospective|eligible|outstanding|motivated) (?:[a-z]+ ){0,2}"
    r"(?:applicants?|candidates?|students?|postdocs?|individuals|persons|researchers) (?:should"
    r"|shall|must|may|can|are|will|who|please)\b"
    r"|\b(?:to apply(?:[,:]| (?:please|by|via|send|see|here|for (?:this|the|our)))"
    r"|encouraged to apply|for more information and to apply|when you apply"
    r"|(?:how|where) to apply|apply to join)\b"
    r"|\b(?:applicants?|candidates?) (?:are|is) (?:kindly )?(?:invited|requested|asked|welcome) to"
    r" (?:contact|apply|send|submit|write|e-?mail)\b"
    r"|\bif you(?:'re| are) interested,? (?:please )?(?:write|e-?mail|contact|send|reach out)\b"
    r"|\bif you(?:'re| are) (?:interested|motivated)[^.!?;]{0,90}, please"
    r" (?:write|e-?mail|contact|send|reach out|include the following)\b"
    r"|\b(?:application deadline|deadline for applications?|applications? (?:should|must|will be"
    r"|are (?:invited|welcome|accepted|due|reviewed)))\b"
)
# somebody is spoken of who may get it
CANDIDATE = late(
    r"\b(?:(?:ideal|successful|perfect|suitable|preferred|strong|the|selected) (?:candidates?"
    r"|applicants?|hire|intern|appointee)|(?:candidates?|applicants?) (?:should|must|will|would"
    r"|with|are|who|can)|(?:in|for) this (?:role|position|job)"
    r"|as (?:an?|our) [a-z /-]{3,50},? you will"
    r"|join(?:ing)? (?:our|us|the|my) (?:[a-z]+ ){0,3}(?:team|group|lab|as)"
    r"|(?:the|this) position (?:is|will|offers|requires)|in any role|your application"
    r"|we expect you to)\b"
)
OPEN = late(
    r"^[> \t]{0,8}#{1,6}[^\n]{0,40}\b(?:(?:open|available|vacant) (?:position|role|job)s?"
    r"|(?:job )?(?:openings|vacanc(?:y|ies))|(?:ph\.?d|post-?doc[a-z]*|research[a-z]*|student)"
    r" (?:positions?|studentships?|fellowships?|opportunit(?:y|ies)))\b",
    re.MULTILINE | re.IGNORECASE,
)
# what a line below the title says of the page
OPEN_LINE = late(
    r"^(?:subtitle|tagline|description):[^\n]{0,40}\b(?:(?:open|available|vacant)"
    r" (?:position|role|job)s?|(?:positions?|jobs|vacancies) available|job openings)\b",
    re.MULTILINE | re.IGNORECASE,
)
# the terms of work, each kind once
TERMS = tuple(
    map(
        late,
        (
            r"\b(?:salary|stipend|remuneration|hourly rate|per annum|wage|pay range|paid position"
            r"|pay (?:group|scales?|grade))\b",
            r"\b(?:full|part)[- ]time\b",
            r"\b(?:fixed[- ]term|permanent (?:position|contract)|start(?:ing)? date"
            r"|relocation|visa|initial appointment|contract (?:length|type)|fully funded"
            r"|year appointment|probation)\b",
            r"\b(?:\d+\+?|two|three|four|five) (?:or more )?years?(?:'|s')? (?:of )?"
            r"(?:[a-z]+ ){0,3}experience\b",
        ),
    )
)
# labels of what a posting tells in a line
LABEL = late(
    r"^[ \t>*+#|•-]{0,12}(?:\*\*|__|<b>|<strong>)?[ \t]*"
    r"(?P<name>(?:job |work )?location|(?:monthly |annual )?salary(?: range)?|compensation|stipend"
    r"|(?:application )?(?:deadline|closing date)|start(?:ing)? date|(?:contract|employment|job)"
    r"(?: (?:type|length|duration|title))|working hours|reports? to|experience|education"
    r"|(?:job |key |main )?(?:responsibilit(?:y|ies)|requirements?|duties|roles?)|qualifications?"
    r"|position|vacancy|benefits|perks|ideal candidate|how to apply|skills|nice to have|we offer"
    r"|what we offer|must have|contact)(?:\*\*|__|</b>|</strong>)?[ \t]*[:：]",
    re.MULTILINE | re.IGNORECASE,
)
# whole lines that are names of sections without any mark, but for a colon
PLAIN_HEADING = late(rf"^(?:{signs.NAMES})[ \t]*(?::[ \t]*)?\r?$", re.MULTILINE | re.IGNORECASE)
# headings that others have too, software and handbooks: each counts half
SHARED = late(
    r"(?:requirements?|qualifications?|skills|tasks|benefits|missions?|functions|profile?)\Z",
    re.IGNORECASE,
)
WEAK_HEADING = late(
    r"^[> \t]{0,8}(?:#{1,6}[ \t]*|\*\*|__|<h[1-6]>|<b>)[^\w\n]{0,6}(?:the |your |our |key )?"
    r"(?P<name>benefits|perks|responsibilities|requirements?|qualifications?|skills|duties"
    r"|compensation|about us|who we are|profile|candidates?|contact|application|start date)\b"
    r"[^\n]{0,100}$",
    re.MULTILINE | re.IGNORECASE,
)
TITLE = late(
    r"(?:positions?|opportunit(?:y|ies)|openings?|vacanc(?:y|ies)|internships?|fellowships?"
    r"|studentships?|recruit(?:ing|ment)|hiring|join (?:us|our|my|the)|jobs?\b|careers?\b"
    r"|work with us|wanted\b|job (?:offer|ad)|apprenticeship|traineeship"
    r"|(?:research|teaching|lab) assistants?\b)",
    re.IGNORECASE,
)
CALLS = late(r"(?:we(?:'|’)?(?:re| are) |now )?(?:hiring|recruiting)\b", re.IGNORECASE)
NAME = late(
    r"(?:\A|[/_. -])(?:jobs?|vacanc(?:y|ies)|hiring|jd|careers?|positions?|openings?|recruit\w*"
    r"|opportunit(?:y|ies)|[rt]as|intern(?:s|ships?)?|post-?docs?|phds?|join(?:[-_]us)?|join[-_]\w+"
    r"|work[-_]with[-_]us)(?=[/_. -])",
    re.IGNORECASE,
)
# what speaks of those who offer themselves, give advice, or ask for help without pay
OF_OTHERS = late(
    r"\b(?:hire me|my (?:cv|r[eé]sum[eé]|portfolio)|about me|i(?:'m| am) (?:available|open to"
    r"|currently looking)|job (?:seekers?|search(?:es|ing)?|hunt(?:ers?|ing)?)|mock interviews?"
    r"|interview questions?|interviewers?|(?:new|our|all|other) contributors|first contribution"
    r"|volunteer (?:role|position|opportunit)\w*|(?:[a-z]+ )?(?:for|more|new) volunteers"
    r"|volunteers (?:to|who|for)|(?:pull requests|contributions) (?:are )?welcome|bount(?:y|ies)"
    r"|hackathons?|(?:resume|cv) (?:builder|parser|screening|generator|template)|google summer of"
    r" code|gsoc|mentees?|system prompt|you are an ai|llm agents?|npm install|pip install"
    r"|(?:travel|event|conference|attendance|seed) (?:fellowships?|grants?|awards?|bursar(?:y|ies))"
    r"|call for (?:papers|speakers|proposals|abstracts|participation)|grantees?|summer schools?"
    r"|docker (?:run|compose)|git clone|cron ?jobs?|lorem ipsum|course (?:syllabus|credits?))\b"
)
